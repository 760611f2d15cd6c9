"""Input that means harm, or is merely huge, ends in a document or in an error that says so; never in a crash."""

import pytest

from kg.errors import ReadError
from kg.read import Source, parts, read_source

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def outcome(data: str) -> str:
    """Return the reader of what comes of a file, or the error's words."""
    try:
        part = next(parts(Source("x", data.encode(), "c")))
        return str(part) if isinstance(part, ReadError) else read_source(part).reader
    except ReadError as error:
        return str(error)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (
            "<html><body>" + "<div>" * 50_000 + "words" + "</div>" * 50_000 + "</body></html>",
            "x: this page holds no text",
        ),
        (TEI.format("<p>" * 20_000 + "words" + "</p>" * 20_000), "x: this XML is not well-formed"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]>" + TEI.format("<p>&a;</p>"), "x: this XML defines entities"),
        ("[" * 100_000, "plain-text/1"),
        ('{"a":' * 100_000, "x: this JSON is"),
        ("<a" * 100_000, "plain-text/1"),
        ("Citation:\n" * 10_000 + "Digital Archive", "plain-text/1"),
        ("%PDF-1.4 and nothing of it", "x: this PDF cannot be opened"),
    ],
)
def test_hostile_input_is_read_or_refused_in_words(data: str, wanted: str) -> None:
    assert outcome(data).startswith(wanted)


def test_a_text_as_long_as_ten_books_is_read() -> None:
    text = "The harbour master was told on 3 May 1950 that the barges lie at the mole.\n" * 65_000
    assert read_source(Source("long.txt", text.encode(), "c")).text == text
