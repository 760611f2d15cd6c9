"""PDF files: the text layer of each page, in order, with a form feed between pages.

The text is what the PDF library finds on the page (its version is part of the reader's name, since another version may
find other white space). Lines that head or foot page after page, and bare page numbers, are left out. A file of the
digital archive is then read as its page text is.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.errors import ReadError
from kg.model import Document, Issue
from kg.read import plain, wilson
from kg.read.source import Source

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

_START: Final = b"%PDF-"
_HEAD_LENGTH: Final = 1024  # bytes within which the mark of a PDF file may stand (ISO 32000, Annex H.3)
_FEWEST: Final = 3  # pages that a running head must stand on
_NUMBER: Final = re.compile(r"[-–—\s]*(?:[Pp]age\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*")
_HYPHENS: Final = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # what the library puts for a hyphen at a line's end


def recognises(source: Source) -> bool:
    """Say whether the bytes are a PDF file."""
    return _START in source.data[:_HEAD_LENGTH]


def read(source: Source) -> Document:
    """Return the document of a PDF file.

    Raises:
        ReadError: the file is encrypted or damaged, or no page of it has text.

    """
    from pypdfium2.version import PYPDFIUM_INFO  # type: ignore[import-untyped]  # noqa: PLC0415 - when needed

    pages = _pages(source)
    empty = [number for number, page in enumerate(pages, 1) if not page.strip()]
    if len(empty) == len(pages):
        raise ReadError(f"{source.path}: no page of this PDF has a text layer. Run it through OCR first.")
    issues = []
    if empty:
        words = f"{source.path}: no text on {'page' if len(empty) == 1 else 'pages'} {', '.join(map(str, empty))}."
        issues.append(Issue("no-text-layer", words, source.path))
    text = "\n\f".join(_without_heads(pages))
    reader = f"pdf/1 pypdfium2/{PYPDFIUM_INFO.version}"
    if wilson.is_page(text):
        return wilson.document_of(source, text, reader, issues=issues)
    return plain.document_of(source, text, reader, issues)


def _pages(source: Source) -> list[str]:
    """Return the text of each page, lines ended by a line feed."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415

    try:
        with _open(source) as pdf:
            return [page.get_textpage().get_text_bounded().replace("\r\n", "\n").translate(_HYPHENS) for page in pdf]
    except PdfiumError as error:
        if "assword" in str(error):
            raise ReadError(f"{source.path}: this PDF is encrypted. Save it anew without a password.") from error
        raise ReadError(
            f"{source.path}: this PDF cannot be opened; it may be damaged ({error}). Fetch it anew."
        ) from error


def _open(source: Source) -> "PdfDocument":
    from pypdfium2 import PdfDocument  # noqa: PLC0415

    return PdfDocument(source.data)


def _without_heads(pages: list[str]) -> list[str]:
    """Return the pages without page numbers and without lines that head or foot most pages (digits may differ)."""
    split = [page.split("\n") for page in pages]
    edges = Counter(_masked(lines[at]) for lines in split if len(lines) > 1 for at in (0, -1))
    often = {line for line, count in edges.items() if line and count >= max(_FEWEST, len(pages) / 2)}
    for lines in split:
        for at in (0, -1):
            while (
                len(lines) > 1 and lines[at].strip() and (_masked(lines[at]) in often or _NUMBER.fullmatch(lines[at]))
            ):
                del lines[at]
    return ["\n".join(lines) for lines in split]


def _masked(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())
