"""Who is who inside one document."""

import pytest

from kg.identity.within import cluster, listed_names
from kg.model import Analysis, Document, EntityKind, Mention, quote


def gathered(text: str, kind: EntityKind, *mentions: tuple[str, str]) -> list[tuple[str, ...]]:
    """Return the forms of each cluster of a text, in which the mentions (name, title before it) stand in order."""
    found, at = [], 0
    for name, note in mentions:
        at = text.index(name, at)
        found.append(Mention(quote(text, at, at + len(name)), kind, "people/title", note))
        at += len(name)
    document = Document(
        key="d",
        collection="c",
        identifier="1",
        text=text,
        sha256="0" * 64,
        source="d.txt",
        reader="plain/1",
        language="en",
    )
    return [c.forms for c in cluster(document, Analysis(document="d", mentions=tuple(found)))]


@pytest.mark.parametrize(
    ("text", "mentions", "expected"),
    [
        (
            "Dr. Otto Weiss came with Mrs. Otto Weiss; Weiss sang.",
            [("Otto Weiss", "Dr."), ("Otto Weiss", "Mrs."), ("Weiss", "")],
            [("Otto Weiss", "Weiss"), ("Otto Weiss",)],
        ),
        (
            "Otto Weiss thanked Mrs. Weiss.",
            [("Otto Weiss", ""), ("Weiss", "Mrs.")],
            [("Otto Weiss",), ("Weiss",)],
        ),
        (
            "Mrs. Anna Weiss came. Anna Weiss sang, and Mrs. Weiss left.",
            [("Anna Weiss", "Mrs."), ("Anna Weiss", ""), ("Weiss", "Mrs.")],
            [("Anna Weiss", "Weiss")],  # half of it with her title: it is her own name
        ),
        ("Miss Anna Weiss came. Weiss sang.", [("Anna Weiss", "Miss"), ("Weiss", "")], [("Anna Weiss", "Weiss")]),
    ],
)
def test_a_wife_is_nobody_else_of_the_name(
    text: str, mentions: list[tuple[str, str]], expected: list[tuple[str, ...]]
) -> None:
    assert gathered(text, "person", *mentions) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Peking [Beiping] was quiet.", ("Peking", "Beiping"), 1),
        ("In Dunefield (Ternholm) it rained.", ("Dunefield", "Ternholm"), 1),
        ("In Pakistan (Dunefield) it rained.", ("Pakistan", "Dunefield"), 2),  # a part of it
        ("In Dunefield (Pakistan) it rained.", ("Dunefield", "Pakistan"), 2),
    ],
)
def test_a_place_in_brackets_is_another_name_or_a_part(text: str, names: tuple[str, ...], expected: int) -> None:
    assert len(gathered(text, "place", *((name, "") for name in names))) == expected


def test_a_name_in_other_letters_is_listed_as_it_is_written() -> None:
    text = "Прага is Prague, and Praga lies across the river."
    assert gathered(text, "place", ("Прага", ""), ("Prague", ""), ("Praga", "")) == [("Prague", "Прага"), ("Praga",)]


def test_the_lists_tell_the_other_names_of_a_thing() -> None:
    assert "Kiangsu" in listed_names("place", "Jiangsu")
    assert listed_names("place", "Dunefield") == ()
