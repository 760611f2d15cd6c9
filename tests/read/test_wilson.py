"""The digital archive's page: copied, out of a PDF, on one line."""

import pytest

from kg.errors import ReadError
from kg.model import Document, block_at, field_of
from kg.read import Source, read_source
from tests.read.pages import COVER, FLAT, PAGE


def document(text: str, reader: str | None = None) -> Document:
    return read_source(Source("pages/a.txt", text.encode(), "corpus"), reader)


def value(text: str, name: str) -> str | None:
    field = field_of(document(text), name)
    return field.value if field else None


def test_the_page_is_recognised_and_named_from_its_address() -> None:
    page = document(PAGE)
    assert (page.key, page.collection, page.identifier) == ("wilson-990017", "wilson", "990017")
    assert page.reader == "wilson-page/1"
    assert page.text == PAGE
    assert page.language == "en"
    assert not page.issues


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("title", "Minutes of the Harbour Committee of the Seaside Republic, 17 May 1961"),
        ("date", "1961-05-17"),
        ("original-language", "hu"),
        ("language", "en"),
        ("summary", "The committee hears why the mole is not finished."),
        ("contents", "Translation - English"),
        ("url", "https://digitalarchive.wilsoncenter.org/document/990017"),
    ],
)
def test_each_field_of_the_cover_is_read(name: str, expected: str) -> None:
    assert value(PAGE, name) == expected


def test_a_field_quotes_the_page_and_the_title_leaves_out_its_asterisks() -> None:
    page = document(PAGE)
    assert all(page.text[f.span.start : f.span.end] == f.span.exact for f in page.fields)
    title = field_of(page, "title")
    assert title is not None
    assert title.span.exact.startswith("Minutes")
    assert title.span.exact.endswith("1961")


def test_blocks_follow_each_other_and_cover_the_text() -> None:
    page = document(PAGE)
    kinds = [b.kind for b in page.blocks]
    assert kinds == ["header", "citation", "summary", "language", "contents", "body", "notes"]
    assert page.blocks[0].start == 0
    assert page.blocks[-1].end == len(PAGE)
    assert all(one.end == other.start for one, other in zip(page.blocks, page.blocks[1:], strict=False))
    assert block_at(page, PAGE.index("Cde. Berta:")) == "body"
    assert block_at(page, PAGE.index("There is an error")) == "notes"


def test_the_page_on_one_line_gives_the_same_fields() -> None:
    assert value(FLAT, "title") == "Letter, Rosa Elm to Ivo Tarn"
    assert value(FLAT, "date") == "1958-07-11"
    assert value(FLAT, "original-language") == "pl"
    assert value(FLAT, "donor") == "Made possible by nobody."
    page = document(FLAT)
    assert page.identifier == "990018"
    assert [b.kind for b in page.blocks if FLAT[b.start : b.end].lstrip().startswith(("Dear", "[1]"))] == [
        "body",
        "notes",
    ]


def test_the_head_that_a_pdf_prints_is_no_title() -> None:
    lines = COVER.replace("**", "").strip()
    text = (
        "  Digital Archive      digitalarchive.wilsoncenter.org\n  International History Declassified\n\n\n   " + lines
    )
    assert value(text, "title") == "Minutes of the Harbour Committee of the Seaside Republic, 17 May 1961"


def test_a_language_without_a_tag_is_kept_and_becomes_an_issue() -> None:
    page = document(PAGE.replace("Hungarian", "Elvish"))
    assert [i.code for i in page.issues] == ["language-unknown"]
    field = field_of(page, "original-language")
    assert field is not None
    assert field.value == "Elvish"


def test_an_unknown_label_becomes_an_issue() -> None:
    page = document(PAGE.replace("Original Language:", "Paper Size:\n\nfolio\n\nOriginal Language:"))
    assert [i.code for i in page.issues] == ["field-unknown"]


def test_a_page_without_title_or_date_says_so() -> None:
    bare = "Citation:\n\nWilson Center Digital Archive\n\nContents:\n\nTranslation - English\n\nText."
    assert [i.code for i in document(bare).issues] == ["no-title", "no-date"]


def test_forcing_the_reader_on_another_text_is_an_error_with_its_path() -> None:
    with pytest.raises(ReadError, match=r"pages/a\.txt"):
        document("Nothing of the kind.", "wilson-page")


def test_line_ends_of_windows_change_nothing_but_offsets() -> None:
    page = document(PAGE.replace("\n", "\r\n"))
    assert [f.value for f in page.fields] == [f.value for f in document(PAGE).fields]


def test_a_page_of_another_archive_in_this_layout_belongs_to_its_corpus() -> None:
    elsewhere = PAGE.replace("Wilson Center Digital", "Seaside Digital").replace("wilsoncenter", "seaside")
    page = document(elsewhere)
    assert (page.key, page.reader) == ("corpus-990017", "wilson-page/1")
