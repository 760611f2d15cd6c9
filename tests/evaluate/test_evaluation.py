from pathlib import Path

import pytest

from kg.errors import KgError
from kg.evaluate.answers import texts_by_file
from kg.evaluate.evaluation import calibration, confidence_table, evaluate, totals, wilson
from kg.evaluate.measure import Measure, f1, figure, share
from kg.query.store import open_data
from kg.rdf.confidence import load

EXPECTED = {  # by hand, from the page, its gold and the data in conftest.py
    "document": {"title": Measure(1, 1), "date": Measure(1, 1), "language": Measure(1, 1)},
    "roles": {"right": Measure(1, 2, 1, 1)},
    "people": {
        "strict": Measure(6, 8, 6, 8),
        "overlap": Measure(7, 8, 7, 8),
        "distinct": Measure(5, 5),
        "B³": Measure(7, 7, 7, 7),
    },
    "organisations": {"strict": Measure(1, 2, 1, 1), "overlap": Measure(1, 2, 1, 1), "distinct": Measure(1, 2)},
    "places": {"strict": Measure(1, 1, 1, 1), "overlap": Measure(1, 1, 1, 1), "distinct": Measure(1, 1)},
    "dates": {"value": Measure(2, 4, 2, 3), "overlap": Measure(3, 4, 3, 3), "strict": Measure(3, 4, 3, 3)},
    "citations": {
        "whole": Measure(1, 1, 1, 1),
        "overlap": Measure(1, 1, 1, 1),
        "strict": Measure(1, 1, 1, 1),
        "archive": Measure(1, 1),
        "levels": Measure(1, 1),
        "leaves": Measure(1, 1),
    },
    "works": {
        "whole": Measure(0, 1, 0, 1),  # another year
        "overlap": Measure(1, 1, 1, 1),
        "strict": Measure(0, 1, 0, 1),
        "title": Measure(1, 1),
        "year": Measure(0, 1),
        "names": Measure(1, 1),
        "container": Measure(0, 0),
        "place": Measure(1, 1),
        "publisher": Measure(0, 1),
        "volume": Measure(0, 0),
        "issue": Measure(0, 0),
        "pages": Measure(1, 1),
    },
    "events": {
        "own": Measure(1, 1),
        "named and dated": Measure(1, 2),
        "date right": Measure(2, 2),
        "precision": Measure(correct=2, found=2),
    },
    "turns": {"right": Measure(1, 3, 1, 2), "overlap": Measure(2, 3, 2, 2)},
    "agenda": {"right": Measure(1, 1, 1, 1), "overlap": Measure(1, 1, 1, 1)},
    "notes": {"right": Measure(1, 1, 1, 1)},
    "anchors": {"right": Measure(1, 1, 1, 1)},
    "participants": {"right": Measure(2, 3, 2, 2)},
}
RULES = {
    "agenda/numbered": (1, 1),
    "citations/soviet": (1, 1),
    "dates/day": (1, 2),
    "dates/month": (1, 1),
    "events/dated": (1, 1),
    "events/own": (1, 1),
    "notes/anchor": (1, 1),
    "notes/numbered": (1, 1),
    "organisations/list": (1, 1),
    "page/title": (1, 1),
    "participants/list": (2, 2),
    "people/label": (2, 2),
    "people/list": (5, 5),
    "people/model": (0, 1),
    "places/list": (1, 1),
    "roles/by": (1, 1),
    "turns/label": (1, 2),
    "works/book": (0, 1),
}


def test_every_class_of_a_page_is_scored_as_by_hand(ferry_gold: Path, ferry_data: Path) -> None:
    scores = evaluate([ferry_gold], open_data(ferry_data))
    assert {name: dict(score.measures) for name, score in totals(scores).items()} == EXPECTED
    assert not scores[0].absent


def test_every_rule_is_judged_by_its_finds(ferry_gold: Path, ferry_data: Path) -> None:
    assert calibration(evaluate([ferry_gold], open_data(ferry_data))) == RULES


def test_texts_are_added_up(ferry_gold: Path, ferry_data: Path) -> None:
    twin = ferry_gold.with_name("twin.gold.json")
    twin.write_bytes(ferry_gold.read_bytes())
    scores = evaluate([ferry_gold.parent], open_data(ferry_data))
    assert totals(scores)["people"].measures["strict"] == Measure(12, 16, 12, 16)
    assert len(scores) == 2


def test_a_list_of_citations_finds_its_texts_by_the_names_of_their_files(ferry_list: Path, ferry_data: Path) -> None:
    scores = evaluate([ferry_list], open_data(ferry_data))
    assert [(each.name, each.absent, list(each.by_class)) for each in scores] == [
        ("ferry.txt", False, ["citations"]),
        ("lost.txt", True, ["citations"]),
    ]
    assert totals(scores)["citations"].measures["whole"] == Measure(1, 2, 1, 1)  # the lost page counts as missed


def test_a_name_that_two_texts_came_from_names_neither(ferry_data: Path, checksum: str) -> None:
    assert texts_by_file(open_data(ferry_data)) == {"ferry.txt": checksum}
    other = '<text2> a rico:Instantiation ; kgo:sha256 "0" ; dcterms:source "more/ferry.txt" .'
    ferry_data.write_text(ferry_data.read_text(encoding="utf-8") + other, encoding="utf-8")
    assert texts_by_file(open_data(ferry_data)) == {}


def test_data_about_other_texts_is_refused(ferry_gold: Path, ferry_data: Path, checksum: str) -> None:
    ferry_data.write_text(ferry_data.read_text(encoding="utf-8").replace(checksum, "f" * 64), encoding="utf-8")
    with pytest.raises(KgError, match="none of the texts"):
        evaluate([ferry_gold], open_data(ferry_data))


@pytest.mark.parametrize(
    ("right", "cases", "bound"), [(0, 0, 0.0), (0, 10, 0.0), (8, 10, 0.4902), (9, 10, 0.5958), (57, 57, 0.9369)]
)
def test_the_lower_bound_is_wilsons(right: int, cases: int, bound: float) -> None:
    assert wilson(right, cases) == pytest.approx(bound, abs=1e-4)


def test_the_table_of_confidences_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(confidence_table({"people/list": (57, 57), "people/model": (0, 1)}), encoding="utf-8")
    table = load(path)
    assert (table["people/list"].bound, table["people/list"].cases) == (0.937, 57)
    assert table["people/model"].cases == 1


@pytest.mark.parametrize(
    ("measure", "value"),
    [(Measure(), None), (Measure(0, 5, 0, 0), 0.0), (Measure(0, 0, 0, 5), 0.0), (Measure(1, 2, 1, 1), 2 / 3)],
)
def test_f1_is_nothing_only_where_there_was_nothing_on_either_side(measure: Measure, value: float | None) -> None:
    assert f1(measure) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("measure", "value"),
    [(Measure(1, 2, 1, 1), 2 / 3), (share(1, 4), 0.25), (Measure(correct=1, found=2), 0.5), (Measure(), None)],
)
def test_the_one_figure_is_f1_or_the_side_that_is_asked_for(measure: Measure, value: float | None) -> None:
    assert figure(measure) == (None if value is None else pytest.approx(value))
