"""Who is who in one document: names that the text itself says are one, and names beside each other that are not."""

import pytest

from kg.identity.within import cluster
from kg.model import Analysis, EntityKind, Mention, quote
from tests.extract.conftest import document


def _clusters(text: str, kind: EntityKind, names: list[str]) -> list[tuple[str, ...]]:
    mentions = tuple(Mention(quote(text, text.index(n), text.index(n) + len(n)), kind, "t/t") for n in names)
    return [c.forms for c in cluster(document(text), Analysis(document="t-1", mentions=mentions))]


@pytest.mark.parametrize(
    ("text", "kind", "names", "expected"),
    [
        ("at Sandhafen (Brod), a port", "place", ["Sandhafen", "Brod"], [("Brod", "Sandhafen")]),
        ("at Peiping [Beijing] in May", "place", ["Peiping", "Beijing"], [("Beijing", "Peiping")]),
        ("at Brod (Poland) in May", "place", ["Brod", "Poland"], [("Brod",), ("Poland",)]),
        ("the Harbour Guild (HG) met", "organisation", ["Harbour Guild", "HG"], [("HG", "Harbour Guild")]),
        ("the Harbour Guild (HG, a club) met", "organisation", ["Harbour Guild", "HG"], [("HG", "Harbour Guild")]),
        (
            "Division of Eels [Ministry of Fish, Japan]",
            "organisation",
            ["Division of Eels", "Ministry of Fish"],
            [("Division of Eels",), ("Ministry of Fish",)],
        ),
    ],
)
def test_a_name_in_brackets_is_another_name_of_what_stands_before(
    text: str, kind: EntityKind, names: list[str], expected: list[tuple[str, ...]]
) -> None:
    assert _clusters(text, kind, names) == expected


def test_an_acronym_of_two_bodies_is_none_of_them_by_itself() -> None:
    text = "The PCC met."
    mention = Mention(quote(text, 4, 7), "organisation", "t/t")
    (found,) = cluster(document(text), Analysis(document="t-1", mentions=(mention,)))
    assert found.key == ""


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Dear Anna, we met. A. Weiss, Esq.", True),
        ("Dear Anna, we met. A. Weiss, Esq., and A. Kern, Esq.", False),
        ("Dear Anna, we met. B. Weiss, Esq.", False),
        ("Anna and I met. A. Weiss, Esq.", False),
    ],
)
def test_a_salutation_spells_out_the_only_initial_that_it_fits(text: str, *, together: bool) -> None:
    names = [name for name in ("Anna", "A. Weiss", "B. Weiss", "A. Kern") if name in text]
    assert (("A. Weiss", "Anna") in _clusters(text, "person", names)) is together
