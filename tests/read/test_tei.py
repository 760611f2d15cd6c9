import pytest

from kg.errors import ReadError
from kg.read import Source, parts, read_source

HEADER = """<teiHeader><fileDesc><titleStmt><title xml:lang="en">Report on the Harbour</title></titleStmt>
<sourceDesc><msDesc><msIdentifier><repository><orgName>Seaside Archive</orgName></repository><idno>SHA 3/4</idno>
</msIdentifier></msDesc></sourceDesc></fileDesc><profileDesc>
<creation><persName>Rosa Elm</persName><date when="1944-05-03">3 May 1944</date></creation>
<langUsage><language ident="en"/></langUsage></profileDesc></teiHeader>"""
BODY = """<text><body><div><head>Report</head><p><persName ref="#elm">Rosa Elm</persName> came to
<placeName>Port Albert</placeName> on <date when="1944-05-02">2 May</date>.<note n="1">From
<orgName>the Mission</orgName>.</note></p>
</div></body></text>"""
FILE = f'<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t-7">{HEADER}{BODY}</TEI>'


def source(text: str) -> Source:
    return Source("report.xml", text.encode(), "reports")


def test_the_header_gives_title_date_shelfmark_and_author() -> None:
    document = read_source(source(FILE))
    assert {f.name: f.value for f in document.fields} == {
        "title": "Report on the Harbour",
        "date": "1944-05-03",
        "source": "Seaside Archive, SHA 3/4",
        "author": "Rosa Elm",
    }
    assert document.identifier == "t-7"


def test_what_the_editor_marked_is_kept_with_its_place() -> None:
    document = read_source(source(FILE))
    marks = {(mark.kind, mark.span.exact) for mark in document.marks}
    assert {
        ("person", "Rosa Elm"),
        ("place", "Port Albert"),
        ("date", "2 May"),
        ("organisation", "the Mission"),
    } <= marks


@pytest.mark.parametrize(
    ("said", "editor"),
    [
        ("", ""),
        ("<editor>Jan Ash</editor>", "Jan Ash"),
        ("<editor>Jan Ash</editor><respStmt><resp>Encoding</resp><name>Eva Oak</name></respStmt>", "Eva Oak"),
        ("<respStmt><resp>Edited by</resp><orgName>The River Edition</orgName></respStmt>", "The River Edition"),
        ("<respStmt><resp>Photographs</resp><name>Eva Oak</name></respStmt>", ""),
    ],
)
def test_who_marked_the_text_is_kept_where_the_header_says_so(said: str, editor: str) -> None:
    assert read_source(source(FILE.replace("</titleStmt>", f"{said}</titleStmt>"))).editor == editor


def test_a_note_stands_behind_the_text_that_calls_it() -> None:
    document = read_source(source(FILE))
    notes = next(block for block in document.blocks if block.kind == "notes")
    assert document.text[notes.start : notes.end].strip() == "¹ From the Mission."
    assert "on 2 May.¹" in document.text


def test_an_edition_is_one_source_for_each_of_its_documents() -> None:
    documents = "".join(
        f'<div type="document" xml:id="d{n}"><head>Telegram {n}</head><p>Quiet.</p></div>' for n in (1, 2)
    )
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{documents}</body></text></TEI>'
    assert [part.path for part in parts(source(text)) if isinstance(part, Source)] == ["report.xml#d1", "report.xml#d2"]


@pytest.mark.parametrize("entity", ['<!ENTITY x "boom">', '<!ENTITY x SYSTEM "http://example.org/x">'])
def test_xml_with_entities_is_refused(entity: str) -> None:
    text = (
        f'<!DOCTYPE TEI [{entity}]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&x;</p></body></text></TEI>'
    )
    with pytest.raises(ReadError, match=r"report\.xml"):
        read_source(source(text))


def test_a_translation_is_not_in_the_language_of_its_original() -> None:
    text = FILE.replace('ident="en"', 'ident="da"').replace("<body><div>", '<body><div type="translation">')
    assert read_source(source(text)).language == "en"
    assert read_source(source(FILE.replace('ident="en"', 'ident="da"'))).language == "da"
