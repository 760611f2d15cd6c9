"""What all readers share: the text stays as it is, faults are told with the file's name."""

from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.read import READERS, Source, read, read_source
from tests.read.pages import FRUS, PAGE


def test_a_text_keeps_every_character_of_its_file(tmp_path: Path) -> None:
    words = "a\r\nb\u2028c\x0cd\u00a0 \ufeffe\n"
    (tmp_path / "x.txt").write_bytes(words.encode())
    assert read(tmp_path / "x.txt", root=tmp_path, collection="c").text == words


def test_a_byte_order_mark_stays_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes("\ufeff---\ntitle: T\n---\nWords".encode())
    document = read(tmp_path / "x.txt", root=tmp_path, collection="c")
    assert document.text.startswith("\ufeff---")
    assert [f.value for f in document.fields] == ["T"]


def test_utf_16_with_its_mark_is_understood() -> None:
    assert read_source(Source("x.txt", "Words".encode("utf-16"), "c")).text.endswith("Words")


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n", "\ufeff".encode(), b"\xff\xfe", b"caf\xe9", b"\x00\xd8\x00\xd8\xff"]
)
def test_an_empty_or_undecodable_file_is_an_error_with_its_path(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"letters/x\.txt"):
        read_source(Source("letters/x.txt", data, "c"))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Józef – Nowák".encode("cp1252"), "Windows-1252"),
        ("Письмо товарищу Орлову".encode("cp1251"), "Cyrillic"),
        ("Письмо товарищу Орлову".encode("koi8-r"), "Cyrillic"),
        ("Words".encode("utf-16-le"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"\xff\xd8\xff\xe0\0", "picture"),
        (b"{\\rtf1 Words}", "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b'{"title": "T", "text": "Wor', "JSON is broken"),
        (b'{"name": "T"}', "no text"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        read_source(Source("letters/x.txt", data, "c"))


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("windows-1252", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("iso-8859-2", "iso-8859-2"),
        ("windows-1251", "cp1251"),
        ("utf-8", "utf-8"),
        ("windows-1252", "utf-8"),
        ("no-such-thing", "utf-8"),
    ],
)
def test_a_saved_page_is_in_the_encoding_that_it_names(charset: str, encoding: str) -> None:
    words = {"iso-8859-2": "Dubček", "cp1251": "Орлов"}.get(encoding, "Kovács – “mole”")
    page = f'<html><head><meta charset="{charset}"></head><body><h1>T</h1><p>{words}</p></body></html>'
    assert words in read_source(Source("x.html", page.encode(encoding), "c")).text


def test_a_page_or_an_edition_in_utf_16_is_known() -> None:
    page = "<html><body><h1>T</h1><p>Words</p></body></html>"
    edition = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words</p></body></text></TEI>'
    readers = [read_source(Source("x", text.encode("utf-16"), "c")).reader for text in (page, edition)]
    assert readers == ["html/1", "tei/1"]


def test_a_page_in_another_encoding_than_it_names_is_refused() -> None:
    page = "<html><head><meta charset=utf-8></head><body><h1>Kovács</h1></body></html>"
    with pytest.raises(ReadError, match="UTF-8"):
        read_source(Source("x.html", page.encode("cp1252"), "c"))


def test_a_file_that_cannot_be_opened_is_an_error_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"missing\.txt"):
        read(tmp_path / "missing.txt", root=tmp_path, collection="c")


def test_an_unknown_reader_lists_those_there_are() -> None:
    with pytest.raises(ReadError, match="wilson-page"):
        read_source(Source("x.txt", b"Words", "c"), "wilsn")


@pytest.mark.parametrize(
    ("text", "reader"),
    [
        (PAGE, "wilson-page/1"),
        (FRUS, "frus-text/1"),
        ("Words", "plain-text/1"),
        ('{"title": "T", "text": "Words"}', "record/1"),
        ("<!DOCTYPE html><html><body><h1>T</h1><p>Words</p></body></html>", "html/1"),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Words</p></body></text></TEI>', "tei/1"),
    ],
)
def test_the_format_is_told_from_the_content(text: str, reader: str) -> None:
    assert read_source(Source("x.dat", text.encode(), "c")).reader == reader


def test_names_of_readers_are_unique() -> None:
    assert len({r.name for r in READERS}) == len(READERS)


def test_the_seed_is_read(shared: Path) -> None:
    document = read(next((shared / "seed").glob("*.txt")), root=shared / "seed", collection="seed")
    assert document.key == "wilson-111887"
    assert {f.name: f.value for f in document.fields if f.name in {"date", "original-language", "language"}} == {
        "date": "1956-11-04",
        "original-language": "ru",
        "language": "en",
    }


@pytest.mark.parametrize("text", ['<?xml version="1.0"?>\n<list/>', '<list n="1">\n<item>Words</item></list>\n'])
def test_markup_that_no_reader_knows_is_an_error_unless_taken_as_text(text: str) -> None:
    source = Source("x.xml", text.encode(), "c")
    with pytest.raises(ReadError, match="no reader knows"):
        read_source(source)
    assert read_source(source, "plain-text").text == text


@pytest.mark.parametrize("text", ["<Words> in angles", "a < b", "<a> and then more"])
def test_a_text_may_hold_an_angle(text: str) -> None:
    assert read_source(Source("x.txt", text.encode(), "c")).reader == "plain-text/1"
