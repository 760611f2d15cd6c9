"""One file that holds many documents."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from kg.errors import ReadError
from kg.read import Source, parts

FILES = {"a.txt": b"one", "letters/b.txt": b"two", ".hidden": b"x", "kg.toml": b"y", "__MACOSX/a.txt": b"z"}


def paths(data: bytes, path: str = "papers") -> list[str]:
    return [part.path for part in parts(Source(path, data, "c")) if isinstance(part, Source)]


def errors(data: bytes, path: str = "papers") -> list[str]:
    return [str(part) for part in parts(Source(path, data, "c")) if isinstance(part, ReadError)]


def zipped(files: dict[str, bytes] = FILES) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


def tarred() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in FILES.items():
            info = tarfile.TarInfo(f"./{name}")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


@pytest.mark.parametrize("data", [zipped(), tarred()])
@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_an_archive_of_files_is_one_source_for_each(data: bytes, pack: Callable[[bytes], bytes]) -> None:
    assert paths(pack(data)) == ["papers/a.txt", "papers/letters/b.txt"]


def test_one_packed_file_is_itself() -> None:
    assert paths(gzip.compress(b"one"), "a.txt.gz") == ["a.txt"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"title": "a", "text": "x"}\n{"title": "b", "text": "y"}\n',
        json.dumps([{"title": "a", "text": "x"}, {"title": "b", "text": "y"}]).encode(),
        b"title;text\na;x\nb;y\n",
    ],
)
def test_a_table_or_list_of_records_is_one_source_for_each(data: bytes) -> None:
    assert paths(data) == ["papers#1", "papers#2"]


@pytest.mark.parametrize(
    "data",
    [
        b'{"title": "a", "text": "x"}\n{"title": "b"\n\n{"title": "c", "text": "z"}\n[1]\n',
        b'\xef\xbb\xbf{"title": "a", "text": "x"}\r\n{"b\r\n{"title": "c", "text": "z"}\r\n5\r\n',
        b'[{"title": "a", "text": "x"}, 5, {"title": "c", "text": "z"}, null]',
    ],
)
def test_a_broken_record_leaves_the_others_readable(data: bytes) -> None:
    assert paths(data) == ["papers#1", "papers#3"]
    assert [error.partition(":")[0] for error in errors(data)] == ["papers#2", "papers#4"]


def test_an_object_on_many_lines_is_no_list_of_records() -> None:
    assert paths(b'{"title": "a",\n"people": [\n{"name": "b"}\n],\n"text": "x"}\n') == ["papers"]


@pytest.mark.parametrize("data", [b'{"title": "a"}', b"[1, 2]", b"name,age\na,1\n", b"{not json}\n{at all}\n"])
def test_other_data_stays_one_source(data: bytes) -> None:
    assert paths(data) == ["papers"]


@pytest.mark.parametrize("data", [gzip.compress(b"one" * 99)[:-9], zipped()[:200] + zipped()[260:]])
def test_a_damaged_archive_is_an_error_with_its_path(data: bytes) -> None:
    assert errors(data)[0].startswith("papers")


def test_a_damaged_archive_in_an_archive_leaves_the_others_readable() -> None:
    data = zipped({"a.txt": b"one", "b.gz": gzip.compress(b"two")[:-9], "c.txt": b"three"})
    assert paths(data) == ["papers/a.txt", "papers/c.txt"]
    assert [error.partition(":")[0] for error in errors(data)] == ["papers/b.gz"]


def in_directory(data: bytes, name: bytes, offset: int) -> bytes:
    """Return a zip archive with a byte turned round in the entry of a file in its directory (APPNOTE 4.3.12)."""
    place = data.rindex(name) - 46 + offset
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_an_encrypted_or_damaged_file_in_an_archive_leaves_the_others_readable() -> None:
    data = zipped({"a.txt": b"one", "b.txt": b"two", "c.txt": b"three", "d.txt": b"four"})
    encrypted, damaged = 8, 16  # the flags, the check sum
    data = in_directory(in_directory(data, b"b.txt", encrypted), b"c.txt", damaged)
    assert paths(data) == ["papers/a.txt", "papers/d.txt"]
    assert ["encrypted" in error or "damaged" in error for error in errors(data)] == [True, True]


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zipped({"a.txt": data})])
def test_an_archive_that_swells_without_bound_is_refused(pack: Callable[[bytes], bytes]) -> None:
    assert "far more" in errors(pack(bytes(70_000_000)))[0]


def test_archives_within_archives_end_somewhere() -> None:
    data = b"words"
    for _ in range(9):
        data = zipped({"a": data})
    assert paths(data) == []
    assert "too deep" in errors(data)[0]


def test_a_file_of_an_office_program_is_refused_in_words() -> None:
    assert "office" in errors(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w/>"}))[0]


def test_a_forced_reader_takes_a_list_of_records_whole() -> None:
    source = Source("r.jsonl", b'{"title": "a", "text": "x"}\n{"title": "b", "text": "y"}\n', "c")
    assert list(parts(source, "plain-text")) == [source]
    assert len(list(parts(source, "record"))) == 2


def test_a_table_may_hold_a_long_text() -> None:
    assert len(paths(b"title,text\na," + b"x" * 200_000 + b"\nb,y\n")) == 2
