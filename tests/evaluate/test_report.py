import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.evaluate.evaluation import evaluate, ranges, totals
from kg.evaluate.measure import Measure, Score, Scores
from kg.evaluate.report import faults, plain, table
from kg.query.store import open_data


@pytest.fixture
def scores(ferry_gold: Path, ferry_data: Path) -> tuple[Scores, ...]:
    """The scores of the page."""
    return evaluate([ferry_gold], open_data(ferry_data))


def test_the_table_has_a_line_for_each_measure_and_dashes_for_what_means_nothing(scores: tuple[Scores, ...]) -> None:
    lines = {tuple(line.split()[:2]): line.split()[2:] for line in table(totals(scores)).splitlines()[1:]}
    assert lines["people", "strict"] == ["0.750", "0.750", "0.750", "6", "8", "8"]
    assert lines["people", "distinct"] == ["–", "1.000", "–", "5", "5", "0"]
    assert lines["roles", "right"] == ["1.000", "0.500", "0.667", "1", "2", "1"]
    assert lines["events", "precision"] == ["1.000", "–", "–", "2", "0", "2"]


def test_a_figure_is_shown_with_what_it_is_without_each_text(scores: tuple[Scores, ...]) -> None:
    (page,) = scores
    other = replace(page, by_class={name: page.by_class[name] for name in ("people", "works")})
    empty = replace(page, by_class={"people": Score(measures={"strict": Measure(0, 8, 0, 8)})})
    found = ranges((page, other, empty))
    assert found["people"]["strict"] == (0.375, 0.75)
    assert found["works"] == ranges((page, other))["works"]
    shown = table(totals((page, other, empty)), found).splitlines()
    assert shown[0].endswith("one text left out")
    assert next(line for line in shown if line.split()[:2] == ["people", "strict"]).endswith("0.375-0.750")


def test_one_text_alone_has_no_range(scores: tuple[Scores, ...]) -> None:
    assert ranges(scores) == {}
    assert "left out" not in table(totals(scores), ranges(scores))


def test_what_is_not_right_is_listed_with_its_words_and_place(scores: tuple[Scores, ...]) -> None:
    lines = list(faults(scores, None))
    assert "\npeople, false: 1" in lines
    assert any(line.startswith("  ferry.txt ") and "“Ice” [people/model]" in line for line in lines)
    assert any("“12 April” = 1957-04-12 ← " in line and "(1957-04 for 1957-04-12)" in line for line in lines)
    assert any("“Coal Union”" in line for line in lines)


def test_a_limit_says_how_many_more_there_are(scores: tuple[Scores, ...]) -> None:
    lines = list(faults(scores + scores, 1))
    assert "  … and 1 more (--misses 2)" in lines


def test_the_plain_values_are_json_with_totals_and_faults(scores: tuple[Scores, ...]) -> None:
    read = json.loads(json.dumps(plain(scores)))
    assert read["total"]["people"]["measures"]["strict"] == {
        "precision": 0.75,
        "recall": 0.75,
        "f1": 0.75,
        "recalled": 6,
        "gold": 8,
        "correct": 6,
        "found": 8,
    }
    (page,) = read["files"]
    assert page["file"] == "ferry.txt"
    assert [find["text"] for find in page["classes"]["people"]["missed"]] == ["Rud"]
    assert page["classes"]["works"]["wrong"][0]["fault"] == "year"
