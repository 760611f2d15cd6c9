"""What the model proposes as people, and what the text knows better."""

import pytest

from kg.extract.people import people
from kg.model import Analysis, Mention, quote
from tests.extract.conftest import document


def kept(text: str, *proposed: str) -> list[str]:
    """Return the people found where a model proposes these names at their first places."""
    spans = [quote(text, text.index(name), text.index(name) + len(name)) for name in proposed]
    suggestions = tuple(Mention(span, "person", "suggestions/PERSON") for span in spans)
    found = people(document(text), Analysis(document="t-1", suggestions=suggestions))
    return [mention.span.exact for mention in found.mentions if mention.kind == "person"]


@pytest.mark.parametrize(
    ("text", "proposed", "expected"),
    [
        ("Later Kerava came and sat down.", "Kerava", ["Kerava"]),
        ("Later Kerava came. They live in Kerava near the sea.", "Kerava", []),
        ("Later the Kerava Jews came; Kerava was far.", "Kerava", []),
        ("Dr. Kerava came. There is no pride in Kerava now.", "Kerava", ["Kerava", "Kerava"]),
        ("He read the Hsin Min Jih Pao daily.", "Hsin Min Jih Pao", []),
        ("So Germanfamilies left.", "Germanfamilies", []),
        ("Said the ship is late. It is said so.", "Said", []),
        ("So M. TarabekSofia wrote.", "M. TarabekSofia", ["M. Tarabek"]),
        ("See the Hunan-Hubei line.", "Hunan-Hubei", []),
        ("See Niact telegram 4.", "Niact", []),
        ("Neither do I. Leave it.", "I. Leave", []),
    ],
)
def test_a_proposal_is_weighed_by_the_text(text: str, proposed: str, expected: list[str]) -> None:
    assert kept(text, proposed) == expected
