"""Who is who in one document: names that the text itself says are one, and names beside each other that are not."""

import pytest

from kg.identity.within import cluster, listed_names
from kg.model import Analysis, EntityKind, Mention, quote
from tests.extract.conftest import document


def _clusters(text: str, kind: EntityKind, names: list[str], titles: list[str] | None = None) -> list[tuple[str, ...]]:
    """Return the forms of each cluster; the names stand in the order of the text, each behind its title."""
    mentions, at = [], 0
    for name, title in zip(names, titles or [""] * len(names), strict=True):
        at = text.find(name, at) if name in text[at:] else text.index(name)
        mentions.append(Mention(quote(text, at, at + len(name)), kind, "t/t", title))
        at += len(name)
    return [c.forms for c in cluster(document(text), Analysis(document="t-1", mentions=tuple(mentions)))]


@pytest.mark.parametrize(
    ("text", "kind", "names", "expected"),
    [
        ("at Sandhafen (Brod), a port", "place", ["Sandhafen", "Brod"], [("Brod", "Sandhafen")]),
        ("at Peiping [Beijing] in May", "place", ["Peiping", "Beijing"], [("Beijing", "Peiping")]),
        ("at Brod (Poland) in May", "place", ["Brod", "Poland"], [("Brod",), ("Poland",)]),
        ("at Brod [Poland] in May", "place", ["Brod", "Poland"], [("Brod",), ("Poland",)]),
        ("in Poland (Lower Brod), a fen", "place", ["Poland", "Lower Brod"], [("Poland",), ("Lower Brod",)]),
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


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        (
            "Dr. Otto Weiss came with Mrs. Otto Weiss; Weiss sang.",
            {"Otto Weiss": "Dr.", "Otto Weiss;": "Mrs.", "Weiss": ""},
            [("Otto Weiss", "Weiss"), ("Otto Weiss",)],
        ),
        ("Otto Weiss thanked Mrs. Weiss.", {"Otto Weiss": "", "Weiss": "Mrs."}, [("Otto Weiss",), ("Weiss",)]),
        (
            "Mrs. Anna Weiss came. Anna Weiss sang, and Mrs. Weiss left.",  # half of it with her title: her own name
            {"Anna Weiss": "Mrs.", "Anna Weiss,": "", "Weiss": "Mrs."},
            [("Anna Weiss", "Weiss")],
        ),
        ("Miss Anna Weiss came. Weiss sang.", {"Anna Weiss": "Miss", "Weiss": ""}, [("Anna Weiss", "Weiss")]),
    ],
)
def test_a_wife_is_nobody_else_of_the_name(text: str, named: dict[str, str], expected: list[tuple[str, ...]]) -> None:
    assert _clusters(text, "person", [name.rstrip(";,") for name in named], list(named.values())) == expected


def test_a_name_in_other_letters_is_listed_as_it_is_written() -> None:
    found = _clusters("Прага is Prague, and Praga lies beyond.", "place", ["Прага", "Prague", "Praga"])
    assert found == [("Prague", "Прага"), ("Praga",)]


def test_the_lists_tell_the_other_names_of_a_thing() -> None:
    assert "Kiangsu" in listed_names("place", "Jiangsu")
    assert listed_names("place", "Dunefield") == ()


@pytest.mark.parametrize(("between", "together"), [(" Then the ", True), (" Then the ".rjust(5000), False)])
def test_a_body_is_called_by_a_general_name_on_the_same_page(between: str, *, together: bool) -> None:
    names = ["Polish Ministry of Forests", "Ministry of Forests"]
    found = _clusters(f"The {names[0]} met.{between}{names[1]} met.", "organisation", names)
    assert len(found) == (1 if together else 2)


def test_a_vietnamese_is_called_by_the_last_word_of_the_name() -> None:
    text = "Nguyen Van Phuc met Vo Nguyen Linh. Phuc said that Linh left."
    found = _clusters(text, "person", ["Nguyen Van Phuc", "Vo Nguyen Linh", "Phuc", "Linh"])
    assert found == [("Nguyen Van Phuc", "Phuc"), ("Linh", "Vo Nguyen Linh")]
