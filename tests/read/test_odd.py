"""Odd inputs of every format: read rightly, or said to be odd; nothing is lost or changed without a word."""

import io
import json
import tarfile
import zipfile

import pytest

from kg.errors import ReadError
from kg.extract.notes import notes
from kg.model import Analysis, Document
from kg.read import Source, parts, read_source


def documents(data: str | bytes, path: str = "odd") -> list[Document | str]:
    """Return the documents of a file, and the words of what cannot be read."""
    found: list[Document | str] = []
    for part in parts(Source(path, data if isinstance(data, bytes) else data.encode(), "c")):
        try:
            found.append(str(part) if isinstance(part, ReadError) else read_source(part))
        except ReadError as error:
            found.append(str(error))
    return found


def read(data: str | bytes) -> Document:
    (document,) = documents(data)
    assert isinstance(document, Document)
    return document


def fields(data: str | bytes) -> list[tuple[str, str]]:
    return [(field.name, field.value) for field in read(data).fields]


def codes(data: str | bytes) -> set[str]:
    return {issue.code for issue in read(data).issues} - {"no-title", "no-date"}


def refused(data: str | bytes) -> str:
    (words,) = documents(data)
    assert isinstance(words, str)
    return words


# -------------------------------------------------------------------------------------------------- records and tables


def test_keys_of_a_record_may_be_written_in_capitals_and_with_blanks() -> None:
    record = {"Document Title": "On eels", "Text": "Dear friend.", "Date": "4.III.1957"}
    assert fields(json.dumps(record)) == [("title", "On eels"), ("date", "1957-03-04")]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        (["Dear friend,", "eels."], "Dear friend,\n\neels."),
        ("<p>Dear friend,</p><p>eels &amp; piles.<sup>1</sup></p>", "Dear friend,\n\neels & piles.¹"),
        ("See <https://example.org/a> and 3 < 4 & 5.", "See <https://example.org/a> and 3 < 4 & 5."),
    ],
)
def test_the_text_of_a_record_may_be_a_list_or_markup(text: object, read_as: str) -> None:
    assert read(json.dumps({"title": "A", "text": text})).text == f"A\n{read_as}"


def test_an_object_may_wrap_the_list_of_records() -> None:
    wrapped = {"count": 2, "documents": [{"title": "A", "text": "one"}, {"title": "B", "text": "two"}]}
    assert [d.text for d in documents(json.dumps(wrapped)) if isinstance(d, Document)] == ["A\none", "B\ntwo"]
    assert len(documents(json.dumps({"title": "A", "text": "one", "parts": [{"title": "B", "text": "two"}]}))) == 1


def test_a_record_without_a_date_may_print_one_in_its_text() -> None:
    assert fields(json.dumps({"title": "A", "text": "Varna, 4.VI.1957\n\nEels."}))[1:] == [("date", "1957-06-04")]


def test_a_date_of_a_record_that_is_none_is_an_issue() -> None:
    assert codes(json.dumps({"title": "A", "text": "Eels.", "date": "in some spring"})) == {"date-impossible"}


def test_columns_without_a_name_become_tags() -> None:
    (tag,) = read("title,text\nA,one,more\n").tags
    assert (tag.kind, tag.value) == ("further columns", "more")


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows() -> None:
    assert "damaged" in refused('title,text\nA,"one\nB,two\n')


@pytest.mark.parametrize("table", ["id,who,words\n1,Elm,eels\n2,Tarn,piles\n", "id;who\n1;Elm\n", "id\twho\n1\tElm\n"])
def test_a_table_that_no_reader_knows_is_an_issue(table: str) -> None:
    assert codes(table) == {"table-unread"}


@pytest.mark.parametrize(
    "text", ["Dear Elm, Tarn,\neels, and piles,\nand ice, too.\n", "One line, of text", "a,b\n\nc\n"]
)
def test_lines_with_commas_are_no_table(text: str) -> None:
    assert codes(text) == set()


# --------------------------------------------------------------------------------------------------------------- pages


def test_a_page_prints_its_date() -> None:
    page = "<html lang='de-AT'><body><h1>Brief</h1><p>Linz, den 3. Mai 1957</p><p>Text</p></body></html>"
    assert fields(page) == [("title", "Brief"), ("date", "1957-05-03")]


def test_a_piece_of_a_page_is_a_page() -> None:
    assert fields('<div class="x"><h1>Brief</h1><p>Text</p></div>') == [("title", "Brief")]
    assert "no reader knows" in refused("<paper>Text</paper>")


def test_a_page_that_a_browser_packed_is_read() -> None:
    page = "<html><body><h1>K=C3=A4fig</h1><p>Te=\nxt</p></body></html>"
    part = f'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n{page}\n'
    head = 'From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary="x"\n\n'
    assert read(f"{head}--x\n{part}--x--\n").text == "Käfig\n\nText"
    assert "holds no HTML" in refused(f"{head}--x\nContent-Type: text/plain\n\nText\n--x--\n")


# ----------------------------------------------------------------------------------------------------------------- TEI


def tei(body: str, root: str = "TEI") -> str:
    return f'<{root} xmlns="http://www.tei-c.org/ns/1.0">{body}</{root}>'


@pytest.mark.parametrize(
    "edition",
    [
        tei("<text><group><text><body><p>one</p></body></text><text><body><p>two</p></body></text></group></text>"),
        tei("".join(tei(f"<text><body><p>{n}</p></body></text>") for n in ("one", "two")), "teiCorpus"),
    ],
)
def test_all_texts_of_a_group_or_a_corpus_are_read(edition: str) -> None:
    assert [d.text for d in documents(edition) if isinstance(d, Document)] == ["one", "two"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("<choice><sic>teh</sic><corr>the</corr></choice> eel", "the eel"),
        ("<choice><expan>Mister</expan><abbr>Mr</abbr></choice> Elm", "Mister Elm"),
        ("<sic>teh</sic> eel", "teh eel"),
        ("the <del>old </del>eel", "the eel"),
        ('the mo<lb break="no"/>le', "the mole"),
    ],
)
def test_of_two_readings_the_editors_stands(words: str, text: str) -> None:
    assert read(tei(f"<text><body><p>{words}</p></body></text>")).text == text


def test_tei_without_a_namespace_is_tei() -> None:
    assert read("<TEI><text><body><p>one</p></body></text></TEI>").text == "one"


def test_front_and_back_matter_is_said_to_be_left_out() -> None:
    text = "<text><front><head>A</head></front><body><p>one</p></body><back><p>two</p></back></text>"
    assert [i.message for i in read(tei(text)).issues if i.code == "part-left-out"] == [
        "odd: the front matter of the text is not read.",
        "odd: the back matter of the text is not read.",
    ]


def test_an_edition_without_a_text_is_an_error() -> None:
    assert "holds no text" in refused(tei("<teiHeader/>"))


# ------------------------------------------------------------------------------------------------------------ Markdown


def called(text: str) -> list[tuple[str, str, int]]:
    """Return the notes: label, words, and where they are called from (-1: nowhere)."""
    document = read(text)
    found = notes(document, Analysis(document=document.key)).notes
    return [(note.number, note.body.exact, note.anchor.start if note.anchor else -1) for note in found]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_notes_of_markdown_may_have_names_and_stand_anywhere(end: str) -> None:
    lines = ("One.[^1] Two.[^eel]", "", "[^1]: Of ice", "and snow.", "", "Three.[^2]", "", "[^eel]: Of eels.")
    text = end.join((*lines, "", "    And piles.", "", "[^2]: Of coal.", "", "The end."))
    assert [(label, words.split()[-1]) for label, words, _ in called(text)] == [
        ("1", "snow."),
        ("eel", "piles."),
        ("2", "coal."),
    ]
    assert all(text[at:].startswith(f"[^{label}]") for label, _, at in called(text))
    blocks = [text[b.start : b.end].strip() for b in read(text).blocks if b.kind == "body"]
    assert [block.partition("[")[0] for block in blocks] == ["One.", "Three.", "The end."]


def test_a_call_of_a_note_that_is_not_there_is_an_issue() -> None:
    document = read("One.[^1] Two.[^2]\n\n[^1]: Of ice.\n")
    issues = notes(document, Analysis(document=document.key)).issues
    assert [(issue.code, issue.span and issue.span.exact) for issue in issues] == [("anchor-without-note", "[^2]")]


def test_front_matter_may_fold_a_value_or_list_values() -> None:
    front = "---\ntitle: >\n  On eels\n  and piles\nauthor:\n  - Rosa Elm\n  - Ivo Tarn\ndate: 4.III.1957\n---\nText\n"
    assert fields(front) == [
        ("title", "On eels and piles"),
        ("author", "Rosa Elm"),
        ("author", "Ivo Tarn"),
        ("date", "1957-03-04"),
    ]


# ------------------------------------------------------------------------------------------------ letters and archives


@pytest.mark.parametrize("text", ["MÃ¼ller, KÃ¶nig and GroÃŸ", "Mu\ufffdler"])
def test_garbled_letters_are_an_issue(text: str) -> None:
    assert codes(text) == {"text-garbled"}


@pytest.mark.parametrize("text", ["ÃO and É", "Müller “Ä”", "Ñandú – Åland – Ärzte – Ästhetik"])
def test_odd_letters_are_not_garbled(text: str) -> None:
    assert codes(text) == set()


def test_a_soft_hyphen_hides_no_date() -> None:
    document = read("Varna, 3 Feb\xadru\xadary 1957\n\nText")
    (date,) = (field for field in document.fields if field.name == "date")
    assert (date.value, date.span.exact) == ("1957-02-03", "3 Feb\xadru\xadary 1957")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"7z\xbc\xaf\x27\x1c\0\0", "Pack its files as zip"),
        (b"Rar!\x1a\x07\0", "Pack its files as zip"),
        (b"%!PS-Adobe-3.0\n", "PostScript"),
        (b"RIFF\0\0\0\0WEBP", "picture"),
    ],
)
def test_files_of_other_kinds_are_named(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_an_archive_without_files_is_an_error() -> None:
    packed, taped = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(".hidden", "x")
    with tarfile.open(fileobj=taped, mode="w") as tape:
        folder = tarfile.TarInfo("letters")
        folder.type = tarfile.DIRTYPE
        tape.addfile(folder)
    assert "holds no file" in refused(packed.getvalue())
    assert "holds no file" in refused(taped.getvalue())
