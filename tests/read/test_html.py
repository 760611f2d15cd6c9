"""Saved web pages. The archive's page is of our own making, after a description of its markup."""

import pytest

from kg.errors import ReadError
from kg.model import Document
from kg.read import Source, read_source

ARCHIVE = """<!DOCTYPE html><html lang="en"><head><title>x</title>
<link rel="canonical" href="https://digitalarchive.wilsoncenter.org/document/990031">
<script>{"path":{"currentPath":"node/4242"}}</script></head><body><nav>Menu</nav>
<h1>Letter from Rosa Elm</h1>
<div class="information-block"><div class="sub-title">Source</div><p>SHA, f. 1, op. 2, d. 3, l. 4.</p></div>
<div class="information-block"><div class="sub-title">Language</div><p>Polish</p></div>
<div class="information-block"><div class="sub-title">Record ID</div><p>990031</p></div>
<div class="information-block"><div class="sub-title">Mood</div><p>Cold</p></div>
<div class="information-block"><div class="sub-title">People</div>
<a class="pill person" href="/people/elm">Elm, Rosa</a>
<a class="pill-subject" href="/subject/coal">Coal</a></div>
<div class="field--name-body"><p>Send coal.<sup>1</sup></p><p>We are cold.</p></div>
<footer>Contact</footer></body></html>"""

FRUS = """<html><body><div class="document"><h3>The Consul at Varna (Pike) to the Secretary of State</h3>
<p class="dateline">Varna, April 1, 1946.</p><p>All is quiet.<sup>1</sup></p>
<div class="footnotes"><p>1. Not printed.</p></div></div></body></html>"""


def read(page: str) -> Document:
    return read_source(Source("page.html", page.encode(), "pages"))


def values(document: Document) -> dict[str, str]:
    return {field.name: field.value for field in document.fields}


def test_the_labelled_blocks_of_the_archives_page_are_fields() -> None:
    page = read(ARCHIVE)
    assert values(page)["title"] == "Letter from Rosa Elm"
    assert values(page)["source"] == "SHA, f. 1, op. 2, d. 3, l. 4."
    assert values(page)["original-language"] == "pl"
    assert (page.collection, page.identifier) == ("wilson", "990031")


def test_what_the_cataloguer_names_is_kept_apart_from_the_text() -> None:
    page = read(ARCHIVE)
    assert {(tag.kind, tag.value) for tag in page.tags} >= {
        ("person", "Elm, Rosa"),
        ("subject", "Coal"),
        ("node", "4242"),
    }
    assert "Elm, Rosa" not in page.text


def test_menus_and_footers_are_no_text() -> None:
    assert "Menu" not in read(ARCHIVE).text
    assert "Contact" not in read(ARCHIVE).text


def test_a_label_that_is_not_known_is_an_issue() -> None:
    assert [issue.code for issue in read(ARCHIVE).issues if "Mood" in issue.message] == ["field-unknown"]


def test_the_body_of_the_archives_page_stands_apart_with_its_anchors() -> None:
    page = read(ARCHIVE)
    body = next(block for block in page.blocks if block.kind == "body")
    assert page.text[body.start : body.end] == "Send coal.¹\n\nWe are cold."


def test_a_frus_page_has_heading_and_notes() -> None:
    page = read(FRUS)
    assert values(page)["title"].startswith("The Consul at Varna")
    assert values(page)["date"] == "1946-04-01"
    assert [block.kind for block in page.blocks][-1] == "notes"


def test_any_other_page_is_read_by_its_first_heading() -> None:
    page = read("<html lang='en'><body><main><h1>On Barges</h1><p>They<br>float.</p></main></body></html>")
    assert values(page) == {"title": "On Barges"}
    assert page.text == "On Barges\n\nThey\nfloat."


def test_a_page_without_words_is_an_error() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read("<html><body><img src='a.png'></body></html>")
