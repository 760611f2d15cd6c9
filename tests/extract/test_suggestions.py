"""What the language models are asked, and what is said where there is none for a text."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.extract import analyse
from kg.extract.models import english, load, russian
from kg.extract.suggestions import asking, suggestions
from tests.extract.conftest import document

STRETCH = "The delegation of Norway met Karl Brandt in Vienna. Mr. Hollis of the World Bank had left for Cairo. "
TEXT = "\n\n".join(STRETCH * times for times in (12, 3, 20, 11))
IN_RUSSIAN = replace(
    document("Анна Вайс приехала в Гданьск.\n\nЕё принял представитель Министерства путей сообщения."), language="ru"
)


def test_a_russian_text_is_put_to_the_russian_model() -> None:
    if russian() is None:
        pytest.skip("The extra `russian` is not installed.")
    found = analyse(IN_RUSSIAN, (suggestions,))
    assert [(m.span.exact, m.kind) for m in found.suggestions] == [
        ("Анна Вайс", "person"),
        ("Гданьск", "place"),
        ("Министерства путей сообщения", "organisation"),
    ]
    assert found.issues == ()


def test_without_a_russian_model_an_issue_says_what_brings_one(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = russian() is not None
    monkeypatch.setattr(sys, "path", [])
    assert russian() is None
    if installed:
        pytest.skip("The extra `russian` is installed, so a text is read with it.")
    found = analyse(IN_RUSSIAN, (suggestions,))
    assert found.suggestions == ()
    assert [issue.code for issue in found.issues] == ["model-missing"]
    assert "extra `russian`" in found.issues[0].message


def test_stretches_read_side_by_side_hold_what_the_pipeline_finds_in_each() -> None:
    nlp = load()
    assert nlp is not None
    ours = {(m.span.start, m.span.end) for m in analyse(document(TEXT), (suggestions,)).suggestions}
    start, theirs = 0, set()
    for paragraph in TEXT.split("\n\n"):
        theirs |= {
            (start + found.start_char, start + found.end_char)
            for found in nlp(paragraph).ents
            if found.label_ in {"PERSON", "ORG", "GPE", "LOC", "FAC"}
        }
        start += len(paragraph) + 2
    assert ours == theirs
    assert len(ours) > 100


def test_a_pipeline_of_another_make_is_asked_in_its_own_way(tmp_path: Path) -> None:
    made = pytest.importorskip("spacy").blank("en")
    made.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Vienna"}])
    made.to_disk(tmp_path / "pipeline")
    recogniser = english(tmp_path / "pipeline")
    assert recogniser is not None
    found = analyse(document(TEXT), (asking(recogniser),)).suggestions
    assert [(m.span.exact, m.kind) for m in found] == [("Vienna", "place")] * TEXT.count("Vienna")
