"""What the language model is asked, and what is said where there is none for a text."""

from pathlib import Path

import pytest

from kg.extract import analyse
from kg.extract.suggestions import load, suggestions, with_pipeline
from kg.read import Source, read_source

STRETCH = "The delegation of Norway met Karl Brandt in Vienna. Mr. Hollis of the World Bank had left for Cairo. "
TEXT = "\n\n".join(STRETCH * times for times in (12, 3, 20, 11))


def test_a_russian_text_is_not_put_to_the_english_model_and_an_issue_says_so() -> None:
    text = "Анна Вайс сказала, что мол не достроен. Это было в мае."
    document = read_source(Source("a.txt", text.encode(), "c"))
    found = analyse(document, (suggestions,))
    assert (document.language, found.suggestions) == ("ru", ())
    assert [issue.code for issue in found.issues] == ["model-missing"]


def test_stretches_read_side_by_side_hold_what_the_pipeline_finds_in_each() -> None:
    nlp = load()
    if nlp is None:
        pytest.skip("The language model is not installed.")
    document = read_source(Source("a.txt", TEXT.encode(), "c"))
    ours = {(m.span.start, m.span.end) for m in analyse(document, (suggestions,)).suggestions}
    start, theirs = 0, set()
    for paragraph in document.text.split("\n\n"):
        theirs |= {
            (start + found.start_char, start + found.end_char)
            for found in nlp(paragraph).ents
            if found.label_ in {"PERSON", "ORG", "GPE", "LOC", "FAC"}
        }
        start += len(paragraph) + 2
    assert ours == theirs
    assert len(ours) > 100


def test_a_pipeline_of_another_make_is_asked_in_its_own_way(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy")
    made = spacy.blank("en")
    made.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Vienna"}])
    made.to_disk(tmp_path / "pipeline")
    nlp = load(tmp_path / "pipeline")
    assert nlp is not None
    document = read_source(Source("a.txt", TEXT.encode(), "c"))
    found = analyse(document, (with_pipeline(nlp),)).suggestions
    assert [(m.span.exact, m.kind) for m in found] == [("Vienna", "place")] * TEXT.count("Vienna")
