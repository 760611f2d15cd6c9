from pathlib import Path

import pytest

from kg.rdf.confidence import Confidence, confidence_term, load
from kg.rdf.vocab import xsd


@pytest.mark.parametrize(
    ("entry", "term"),
    [
        (Confidence(0.9349, 30), f'"0.93"^^{xsd.decimal}'),
        (Confidence(0.999, 500), f'"0.99"^^{xsd.decimal}'),
        (Confidence(0.29, 10), f'"0.29"^^{xsd.decimal}'),
        (Confidence(1.0, 10), f'"1"^^{xsd.decimal}'),
        (Confidence(0.99, 9), '"unmeasured"'),
    ],
)
def test_confidence_is_what_was_measured_and_never_more(entry: Confidence, term: str) -> None:
    assert confidence_term({"people/title": entry}, "people/title") == term


def test_a_rule_that_was_never_measured_says_so() -> None:
    assert confidence_term({}, "people/title") == '"unmeasured"'


def test_the_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text('"people/title" = { bound = 0.931, cases = 57 }\n', encoding="utf-8")
    assert load(path) == {"people/title": Confidence(0.931, 57)}


def test_the_table_of_the_project_can_be_read() -> None:
    assert all(0 <= entry.bound <= 1 for entry in load().values())
