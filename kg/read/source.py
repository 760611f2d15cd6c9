"""What every reader starts from and ends in: the bytes of one source, and the making of a `Document`."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from kg.errors import ReadError
from kg.ids import slug
from kg.model import Block, Document, Field, Issue, Mark, Tag, quote
from kg.read.decoding import decoded, encoding_of
from kg.read.values import fold

_BOM: Final = "\ufeff"
_GARBLED: Final = re.compile(
    r"\ufffd|[ÃÅÄÂÐÑ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]|â€."
)
"""A letter that could not be read, and UTF-8 that was taken for Windows-1252: "MÃ¼ller"."""
_FEW_GARBLED: Final = 3
_URL_END: Final = re.compile(r"[?#].*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Source:
    """One source: its path relative to the corpus (forward slashes), its bytes, and the name of its collection."""

    path: str
    data: bytes
    collection: str

    def text(self) -> str:
        """Return the decoded content, exactly: no newline is translated, and a byte order mark stays in its place.

        Raises:
            ReadError: the file is no text in an encoding that it shows, or holds nothing but white space.

        """
        return _decoded(self)

    def head(self, length: int) -> bytes:
        """Return the beginning, in UTF-8 where it is in UTF-16, to look for the marks of a format."""
        if encoding_of(self.data) == "utf-16":
            return self.text()[:length].encode()
        return self.data[:length]


@lru_cache(maxsize=2)
def _decoded(source: Source) -> str:
    text = decoded(source.path, source.data)
    if not text.strip(_BOM + " \t\r\n\f\v\u00a0"):
        raise ReadError(f"{source.path}: this file is empty. Remove it or fill it.")
    return text


def found(text: str, name: str, start: int, end: int, value: str | None = None) -> Field:
    """Return a field whose words stand at `text[start:end]`; its value is theirs, folded, unless given."""
    span = quote(text, start, end)
    return Field(name, fold(span.exact) if value is None else value, span)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def blocks_of(length: int, starts: Sequence[tuple[str, int]]) -> tuple[Block, ...]:
    """Return blocks that follow each other without gaps, from their kinds and starts in order of the text."""
    ends = [start for _, start in starts[1:]] + [length]
    return tuple(Block(kind, start, end) for (kind, start), end in zip(starts, ends, strict=True) if start < end)


def last_segment(url: str) -> str:
    """Return the last segment of a URL's path: the identifier of the record it shows."""
    return _URL_END.sub("", url).rstrip("/").rsplit("/", 1)[-1]


def path_slug(path: str) -> str:
    """Return the identifier of a source that names none: the slug of its path without the ending.

    >>> path_slug("letters/17.txt"), path_slug("volume.xml#d113")
    ('letters-17', 'volume-d113')
    """
    file, _, part = path.partition("#")
    return slug(f"{PurePosixPath(file).with_suffix('')} {part}")


def make(  # noqa: PLR0913 - the parts of a document
    source: Source,
    text: str,
    *,
    reader: str,
    identifier: str = "",
    collection: str = "",
    language: str = "en",
    blocks: tuple[Block, ...] = (),
    fields: Sequence[Field] = (),
    issues: Sequence[Issue] = (),
    tags: Sequence[Tag] = (),
    marks: Sequence[Mark] = (),
    editor: str = "",
) -> Document:
    """Return the document; without an identifier it is the slug of its path, without a collection the corpus's."""
    identifier = identifier or path_slug(source.path)
    collection = collection or source.collection
    names = {f.name for f in fields}
    missing = [
        Issue(code, f"{source.path}: {words}", source.path)
        for name, code, words in (
            ("title", "no-title", "no title is printed; its first line stands in for it."),
            ("date", "no-date", "no date of the document is printed."),
        )
        if name not in names
    ]
    return Document(
        key=f"{collection}-{identifier}",
        collection=collection,
        identifier=identifier,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=source.path,
        reader=reader,
        language=language,
        blocks=blocks,
        fields=tuple(sorted(fields, key=lambda f: (f.span.start, f.name))),
        issues=(*issues, *_garbled(source, text), *missing),
        tags=tuple(tags),
        marks=tuple(sorted(marks, key=lambda mark: mark.span)),
        editor=editor,
    )


def _garbled(source: Source, text: str) -> list[Issue]:
    """Complain of letters that a wrong encoding spoiled, at the first of them."""
    found = list(_GARBLED.finditer(text))
    if len(found) < _FEW_GARBLED and "\ufffd" not in text:
        return []
    span = quote(text, *found[0].span())
    return [Issue("text-garbled", f"{source.path}: letters are garbled, as here.", source.path, span)]
