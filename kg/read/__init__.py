"""Reading: the bytes of one source file become a `Document`; its text is the file's decoded content, untouched.

The format is recognised from the content, never from the file's name. Readers stand in one list; the first that
recognises a text reads it, and the last reads all that is not markup.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import ReadError
from kg.model import Document
from kg.read import frus, html, pdf, plain, record, tei, wilson
from kg.read.source import Source
from kg.read.sources import parts

__all__ = ["READERS", "Reader", "Source", "parts", "read", "read_source"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: the name that `--reader` takes, how it is told, and how it is read."""

    name: str
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Document]


READERS: Final = (
    Reader("pdf", pdf.recognises, pdf.read),
    Reader("tei", tei.recognises, tei.read),
    Reader("html", html.recognises, html.read),
    Reader("record", record.recognises, record.read),
    Reader("wilson-page", wilson.recognises, wilson.read),
    Reader("frus-text", frus.recognises, frus.read),
    Reader("plain-text", plain.recognises, plain.read),
)
"""The formats, the particular before the general."""


def read(path: Path, *, root: Path, collection: str, reader: str | None = None) -> Document:
    """Return the document in a file of the corpus folder `root`.

    Raises:
        ReadError: the file cannot be opened, decoded or understood, or is empty; or no reader has that name.

    """
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"{name}: this file cannot be opened ({error.strerror}).") from error
    return read_source(Source(name, data, collection), reader)


def read_source(source: Source, reader: str | None = None) -> Document:
    """Return the document of a source, read by the reader of that name or by the first that recognises it.

    Raises:
        ReadError: as for `read`.

    """
    for candidate in READERS:
        if candidate.name == reader or (reader is None and candidate.recognises(source)):
            return candidate.read(source)
    if reader is None:
        raise ReadError(
            f"{source.path}: no reader knows this form of XML. Name one: --reader plain-text takes it as it is."
        )
    raise ReadError(f"{source.path}: there is no reader {reader!r}. Readers: {', '.join(r.name for r in READERS)}.")
