"""One file may hold many documents: an archive of files, a table or list of records, an edition; each is a source.

A part is named from its file: `papers.zip/letters/3.txt`, `records.jsonl#12`, `volume.xml#d113`.
"""

import bz2
import csv
import email
import gzip
import io
import json
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import IO, Final

from lxml import etree

from kg.errors import ReadError
from kg.read import tei
from kg.read.markup import attribute, parse_xml
from kg.read.record import KEYS
from kg.read.source import Source

_PACKED: Final[dict[bytes, Callable[[IO[bytes]], io.BufferedIOBase]]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}
_TAR_MARK: Final = slice(257, 262)
_LARGEST: Final = 1 << 30  # bytes that one part may have when unpacked
_UNSUSPECTED: Final = 1 << 26  # bytes below which nothing asks how far an archive swells
_SWELLING: Final = 200  # times its own size that an archive may unpack to; text seldom passes ten
_DEEPEST: Final = 4  # archives within archives
_ENCRYPTED: Final = 1  # the bit of a file in a zip archive (APPNOTE 4.4.4)
_NO_SOURCES: Final = frozenset({"kg.toml", "decisions.jsonl", "registry.jsonl"})
_MHTML: Final = re.compile(
    rb"(?=[A-Z][\w-]{2,40}:)(?=(?s:.{0,4000})^MIME-Version:)(?=(?s:.{0,4000})^Content-Type:\s*multipart/related)",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST: Final = 5  # lines of which one must be a record, for the others to be meant as records
_HEADER_REACH: Final = 64_000


def parts(source: Source, reader: str | None = None, depth: int = _DEEPEST) -> Iterator[Source | ReadError]:
    """Yield the sources that a source holds, in a fixed order; most hold just themselves.

    What cannot be opened (damaged, encrypted, swelling without bound, too deep) comes as an error that names it,
    between the sources that can. A forced reader takes a file whole, unless its files may hold several documents.
    """
    try:
        packed = _packed(source)
        if packed is None:
            rows = _records(source) if reader in {None, "record"} else []
            yield from rows or (_edition(source) if reader in {None, "tei"} else []) or [source]
            return
        if not depth:
            yield ReadError(f"{source.path}: archives lie too deep in each other here. Unpack it and name the folder.")
            return
        for part in packed:
            yield from [part] if isinstance(part, ReadError) else parts(part, reader, depth - 1)
    except ReadError as error:
        yield error


def _packed(source: Source) -> Iterator[Source | ReadError] | None:
    """Return the files in a packed file or an archive, or None where it is neither."""
    for mark, opened in _PACKED.items():
        if source.data.startswith(mark):
            return iter([Source(_without_ending(source.path), _unpacked(source, opened), source.collection)])
    if source.data.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(source.data)):
        return _zip(source)
    if _MHTML.match(source.data[:_HEADER_REACH]):
        return iter([_saved_page(source)])
    return _tar(source) if source.data[_TAR_MARK] == b"ustar" else None


def _saved_page(source: Source) -> Source:
    """Return the page in a file that a browser saved with its pictures (MHTML, RFC 2557)."""
    for part in email.message_from_bytes(source.data).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes):
            with suppress(LookupError, UnicodeDecodeError):  # the page itself may name its encoding
                page = page.decode(part.get_content_charset("utf-8")).encode()
            return Source(source.path, page, source.collection)
    raise ReadError(f"{source.path}: this saved web page holds no HTML. Save it anew.")


def _unpacked(source: Source, opened: Callable[[IO[bytes]], io.BufferedIOBase]) -> bytes:
    most = min(_LARGEST, max(_UNSUSPECTED, _SWELLING * len(source.data)))
    try:
        with opened(io.BytesIO(source.data)) as file:
            data = file.read(most + 1)
    except (OSError, EOFError, lzma.LZMAError, zlib.error) as error:
        raise ReadError(f"{source.path}: this packed file is damaged ({error}). Fetch it anew.") from error
    if len(data) > most:
        raise _swells(source)
    return data


def _swells(source: Source) -> ReadError:
    return ReadError(f"{source.path}: this unpacks to far more than an archive of documents would. Unpack it yourself.")


def _without_ending(path: str) -> str:
    return str(PurePosixPath(path).with_suffix("")) if PurePosixPath(path).suffix in {".gz", ".bz2", ".xz"} else path


def _is_source(name: str) -> bool:
    """Say whether a file in an archive is a source: not hidden, and none of those that are about the corpus."""
    path = PurePosixPath(name)
    return not any(part.startswith((".", "__MACOSX")) for part in path.parts) and path.name not in _NO_SOURCES


def _zip(source: Source) -> Iterator[Source | ReadError]:
    """Yield the files of a zip archive; one that is damaged or encrypted comes as an error, and the others follow."""
    with _opened_zip(source) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.filename)
        if any(info.filename == "[Content_Types].xml" for info in infos):
            raise ReadError(f"{source.path}: this is a file of an office program. Save it as text or as PDF.")
        size = sum(info.file_size for info in infos)
        largest = max((info.file_size for info in infos), default=0)
        if size > max(_UNSUSPECTED, _SWELLING * len(source.data)) or largest > _LARGEST:
            raise _swells(source)
        if not any(_is_source(info.filename) for info in infos if not info.is_dir()):
            raise ReadError(f"{source.path}: this archive holds no file to read.")
        for info in infos:
            if not info.is_dir() and _is_source(info.filename):
                yield _zipped(source, archive, info)


def _opened_zip(source: Source) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(source.data))
    except zipfile.BadZipFile as error:
        raise ReadError(f"{source.path}: this zip file is damaged ({error}). Fetch it anew.") from error


def _zipped(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Source | ReadError:
    path = f"{source.path}/{info.filename}"
    if info.flag_bits & _ENCRYPTED:
        return ReadError(f"{path}: this file is encrypted in its archive. Unpack it with its password.")
    try:
        return Source(path, archive.read(info), source.collection)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        return ReadError(f"{path}: this file is damaged in its archive ({error}). Fetch the archive anew.")


def _tar(source: Source) -> Iterator[Source]:
    try:
        with tarfile.open(fileobj=io.BytesIO(source.data), mode="r:") as archive:
            members = [member for member in archive.getmembers() if member.isfile() and _is_source(member.name)]
            if not members:
                raise ReadError(f"{source.path}: this archive holds no file to read.")
            for member in sorted(members, key=lambda member: member.name):
                if (file := archive.extractfile(member)) is not None:
                    path = f"{source.path}/{member.name.removeprefix('./')}"
                    yield Source(path, file.read(), source.collection)
    except (tarfile.TarError, EOFError, OSError) as error:
        raise ReadError(f"{source.path}: this tar file is damaged ({error}). Fetch it anew.") from error


def _records(source: Source) -> list[Source | ReadError]:
    """Return the records of a list or table: JSON lines, a JSON array, or CSV whose head names a title and a text.

    What is no record in a list comes as an error that names its place, between the others.
    """
    start = source.data[:4].lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
    if start == b"{":
        rows = _json_lines(source) or _json_list(source)
    elif start == b"[":
        rows = _json_array(source)
    else:
        rows = _csv(source)
    return [
        Source(f"{source.path}#{number}", row, source.collection)
        if isinstance(row, bytes)
        else ReadError(f"{source.path}#{number}: {row} Mend it, or leave it out.")
        for number, row in enumerate(rows, 1)
    ]


def _json_lines(source: Source) -> list[bytes | str]:
    """Return the lines, each a record, or the words for what is wrong with it; none where the file is one value."""
    lines = [
        (n, line) for n, line in enumerate(source.data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1) if line.strip()
    ]
    if (
        len(lines) < 2
        or not any(isinstance(_json(line), dict) for _, line in lines[:_FIRST])
        or _json(source.data) is not None
    ):
        return []
    return [line if isinstance(_json(line), dict) else f"line {number} is no JSON object." for number, line in lines]


def _json_list(source: Source) -> list[bytes | str]:
    """Return the records of an object that is no record itself and holds one list of them: `{"documents": […]}`."""
    value = _json(source.data)
    if not isinstance(value, dict) or set(map(str.lower, value)) & set(KEYS["text"]):
        return []
    lists = [each for each in value.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
    return _values(lists[0]) if len(lists) == 1 else []


def _json_array(source: Source) -> list[bytes | str]:
    values = _json(source.data)
    return _values(values) if isinstance(values, list) and any(isinstance(value, dict) for value in values) else []


def _values(values: list[object]) -> list[bytes | str]:
    """Return the records of a list as JSON, or the words for what is none."""
    return [
        json.dumps(value, ensure_ascii=False).encode() if isinstance(value, dict) else "this value is no JSON object."
        for value in values
    ]


def _json(data: bytes) -> object:
    """Return the value that the bytes write, or None where they are no JSON."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _csv(source: Source) -> list[bytes | str]:
    head = source.data.split(b"\n", 1)[0][:_HEADER_REACH].decode("utf-8-sig", errors="replace").strip()
    delimiter = max(",;\t", key=head.count)
    names = {name.strip().strip('"').lower() for name in head.split(delimiter)}
    if not names & set(KEYS["title"]) or not names & set(KEYS["text"]):
        return []
    csv.field_size_limit(_LARGEST)  # the library's own limit is shorter than many a document
    table = csv.DictReader(io.StringIO(source.text().lstrip("\ufeff"), newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [{str(key or "further columns").strip().lower(): value for key, value in row.items()} for row in table]
    except csv.Error as error:
        raise ReadError(f"{source.path}: this table is damaged in line {table.line_num} ({error}).") from error
    return [json.dumps(row, ensure_ascii=False).encode() for row in rows]


def _edition(source: Source) -> list[Source]:
    """Return the documents of a TEI edition that holds several."""
    if not tei.recognises(source):
        return []
    root = parse_xml(source)
    documents = tei.documents(root)
    if len(documents) < 2:
        return []
    found = []
    for number, document in enumerate(documents, 1):
        name = attribute(document, "id") or str(number)
        document.tail = None
        found.append(Source(f"{source.path}#{name}", etree.tostring(document, encoding="utf-8"), source.collection))
    return found
