"""What the model proposes is looked at before it is believed; its proposals are given here, as it made them."""

import pytest

from kg.extract.organisations import organisations
from kg.extract.people import people
from kg.extract.places import places
from kg.model import Analysis, EntityKind, Mention, quote
from tests.extract.conftest import document


def _found(text: str, kind: EntityKind, name: str) -> list[tuple[str, str]]:
    start = text.index(name)
    suggestion = Mention(quote(text, start, start + len(name)), kind, "model")
    page, analysis = document(text), Analysis(document="t-1", suggestions=(suggestion,))
    for step in (organisations, people, places):
        analysis = step(page, analysis)
    return [(m.kind, m.span.exact) for m in analysis.mentions]


@pytest.mark.parametrize(
    ("text", "kind", "name", "expected"),
    [
        ("He asked Secretary of Defense Lind.", "organisation", "Defense Lind", [("person", "Lind")]),
        (
            "It is run by the Harbour Guild of Sable.",
            "organisation",
            "Harbour Guild",
            [("organisation", "Harbour Guild")],
        ),
        ("He used Sable signal communications.", "organisation", "Sable signal communications", []),
        ("They had taken Yang-chow.", "person", "Yang-chow", []),
        ("They had heard Brandt-Kern.", "person", "Brandt-Kern", [("person", "Brandt-Kern")]),
        ("He wrote Todis 469.", "person", "Todis", []),
        ("They went South-West.", "place", "South-West", []),
        ("They went to Sable.", "place", "Sable", [("place", "Sable")]),
        ("They met in Sandig-Sandig.", "place", "Sandig", []),
        ("It was saved by Sandig.", "place", "Sandig", []),
    ],
)
def test_what_the_words_around_deny_is_not_believed(
    text: str, kind: EntityKind, name: str, expected: list[tuple[str, str]]
) -> None:
    assert _found(text, kind, name) == expected
