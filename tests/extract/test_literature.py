"""Lists of literature: where they begin and end, and what their entries are."""

import pytest

from kg.extract.literature import literature

LIST = """The ferry was late.

{heading}

Berg, I. (1961). Ice and ferries. Harbour Studies, 3(2), 11-19.
Lie, K. (1970). Lamps. In I. Berg (Ed.), Lights of the north (pp. 3-9). Oslo: Fjell.

Moe, P. (1980). A history of piers. Bergen: Havn.
Index
Noe, Q. (1990). This stands after the list. Bergen: Havn.
"""


@pytest.mark.parametrize(
    "heading", ["References", "BIBLIOGRAPHY", "5. Works cited:", "Literaturverzeichnis", "Литература"]
)
def test_the_lines_below_the_heading_of_a_list_are_references(heading: str) -> None:
    text = LIST.format(heading=heading)
    found = list(literature(text))
    assert [(work.type, work.title, work.issued) for work in found] == [
        ("article-journal", "Ice and ferries", "1961"),
        ("chapter", "Lamps", "1970"),
        ("book", "A history of piers", "1980"),
    ]
    assert [text[n.start : n.end] for work in found for n in work.names] == [
        "Berg, I.",
        "Lie, K.",
        "I. Berg",
        "Moe, P.",
    ]
    assert text[found[2].start : found[2].end] == "Moe, P. (1980). A history of piers. Bergen: Havn."


@pytest.mark.parametrize("heading", ["The references", "References to the ferry were cut.", "No heading"])
def test_without_such_a_heading_there_is_no_list(heading: str) -> None:
    assert list(literature(LIST.format(heading=heading))) == []


def test_a_heading_at_the_end_has_no_entries() -> None:
    assert list(literature("Text.\nReferences\n")) == []
