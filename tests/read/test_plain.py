"""Plain text, with and without front matter."""

import pytest

from kg.model import Document, field_of
from kg.read import Source, read_source

LETTER = """---
title: "A letter about stone"
date: 17 May 1961
language: English
original-language: Romanian
identifier: L-17
archive: SHA, f. 7, d. 31
author: Rosa Elm
addressee: Ivo Tarn
colour: green
---
Dear friend,

send stone.[1]

Notes
[1] He did.
"""


def document(text: str, path: str = "letters/17 May.txt") -> Document:
    return read_source(Source(path, text.encode(), "corpus"))


def test_front_matter_gives_the_fields() -> None:
    fields = {f.name: f.value for f in document(LETTER).fields}
    assert fields == {
        "title": "A letter about stone",
        "date": "1961-05-17",
        "language": "en",
        "original-language": "ro",
        "identifier": "L-17",
        "source": "SHA, f. 7, d. 31",
        "author": "Rosa Elm",
        "addressee": "Ivo Tarn",
    }


def test_an_unknown_field_becomes_an_issue_and_the_others_still_count() -> None:
    letter = document(LETTER)
    assert [i.code for i in letter.issues] == ["field-unknown"]
    assert letter.key == "corpus-L-17"
    assert letter.reader == "plain-text/1"


def test_notes_are_a_block_of_their_own() -> None:
    assert [b.kind for b in document(LETTER).blocks] == ["header", "body", "notes"]


def test_notes_as_markdown_writes_them_need_no_heading() -> None:
    text = "# On stone\n\nSend stone.[^1]\n\n[^1]: He did.\n"
    blocks = {block.kind: text[block.start : block.end] for block in document(text).blocks}
    assert blocks["notes"] == "[^1]: He did.\n"


@pytest.mark.parametrize("date", ["1961-05-17", "196X", "1961-05/1961-06", "1961?"])
def test_a_date_may_be_given_as_edtf(date: str) -> None:
    field = field_of(document(LETTER.replace("17 May 1961", date)), "date")
    assert field is not None
    assert field.value == date


def test_a_date_that_is_none_becomes_an_issue() -> None:
    codes = [i.code for i in document(LETTER.replace("17 May 1961", "31 June 1961")).issues]
    assert codes == ["date-impossible", "field-unknown", "no-date"]


def test_a_text_without_front_matter_is_named_from_its_path() -> None:
    text = document("Port Albert, 3 June 1961\n\nDear friend,")
    assert text.identifier == "letters-17-may"
    assert [i.code for i in text.issues] == ["no-title"]
    assert [(f.name, f.value) for f in text.fields] == [("date", "1961-06-03")]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("03.06.1961", "1961-06-03"),
        ("3. 6. 1961", "1961-06-03"),
        ("June 1961", "1961-06"),
        ("3 июня 1961 года", "1961-06-03"),
        ("3 июня 1961 г.", "1961-06-03"),
        ("1961", None),  # may be anything
        ("41.06.1961", None),
        ("Minutes, June 1961", None),
        (f"On 3 June 1961 the harbour board met to hear of the mole {'and of the eels ' * 10}in it.", None),
        ("File 3.6.1961", None),
    ],
)
def test_a_date_alone_on_one_of_the_first_lines_is_that_of_the_text(line: str, date: str | None) -> None:
    field = field_of(document(f"A report\n{line}\n\nDear friend,"), "date")
    assert (field and field.value) == date


def test_a_heading_of_markdown_is_the_title() -> None:
    field = field_of(document("# On the mole\n\nText."), "title")
    assert field is not None
    assert field.span.exact == "On the mole"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Тов. Иванов сказал, что мыс закрыт.", "ru"),
        ("Протокол заседания, 3 мая 1957 года", "ru"),
        ("Министър на рибата", "und"),
        ("Hello", "en"),
    ],
)
def test_the_script_tells_the_language(text: str, language: str) -> None:
    assert document(text).language == language


@pytest.mark.parametrize(
    "text", ["---\nno end of it", "--- not a line of its own\na: b\n---\n", "text\n---\ntitle: x\n---\n"]
)
def test_a_rule_in_the_text_is_no_front_matter(text: str) -> None:
    assert field_of(document(text), "title") is None
