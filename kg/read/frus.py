"""Documents of the *Foreign Relations of the United States*, copied from a web page or given by a page's markup.

A file number stands first, then perhaps `[Document 108]`, the heading, a dateline, the text with note numbers glued to
its words, the signature, and the notes in paragraphs that begin with their numbers.
"""

import re
from typing import Final

from kg.model import Document, Field
from kg.read.source import Source, blocks_of, found, make, trimmed
from kg.read.values import DATE_PATTERNS, edtf_of

NAME: Final = "frus-text/1"
COLLECTION: Final = "frus"

_DOCUMENT: Final = re.compile(r"^[ \t]*\[Document \d{1,4}\][ \t]*$", re.MULTILINE)
_FILE_NUMBER: Final = re.compile(
    r"\s*(?:[A-Z][\w.’' ]{0,60} Files?\b.{0,80}|\d{2,3}[A-Z]?\.\d.{0,60}|[\w. ]{0,40}Lot \d\d.{0,60}"
    r"|[A-Z.–-]{2,12} (?:Files|Lot).{0,60})(?:\r?\n|\Z)"
)
_HEADING: Final = re.compile(
    r"^(?:\[?\d{1,4}\]?\.?[ \t]+)?(?=[A-Z\[])(?P<title>(?:The |General |President |Mr\. |Memorand|Minutes |Notes "
    r"|Report |Telegram |Record |Statement |Letter |Draft |Note |Aide|Message |Summary "
    r"|Paper |Editorial Note)[^\n]{5,400})$",
    re.MULTILINE,
)
_NOTE: Final = re.compile(r"^[ \t]*(?P<number>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[ \t\u00a0]+(?=\S)", re.MULTILINE)
_CALL_AT_END: Final = re.compile(r"[ \t]*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=[^\W\d_])\d{1,3})\Z")
_DATELINE: Final = re.compile(
    r"(?:^|\n)[ \t]*(?:\[?[A-Z][^\n]{0,80}?,?[ \t]+)?\[?(?=[A-Z0-9])[^\n]{0,60}\b[12]\d{3}\b[^\n]{0,60}"
)
_REACH: Final = 3000
_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def recognises(source: Source) -> bool:
    """Say whether the text begins as such a document does: a file number or `[Document n]`, then such a heading."""
    head = source.text()[:_REACH]
    return bool((_DOCUMENT.search(head) or _FILE_NUMBER.match(head)) and _HEADING.search(head))


def read(source: Source) -> Document:
    """Return the document of a copied page."""
    text = source.text()
    marked = _DOCUMENT.search(text, 0, _REACH)
    match = _HEADING.search(text, marked.end() if marked else 0)
    if marked and (match is None or text[marked.end() : match.start()].strip()):
        start, end = trimmed(text, marked.end(), text.find("\n", _after_blank(text, marked.end())))
    elif match:
        start, end = match.span("title")
    else:
        start, end = trimmed(text, 0, max(text.find("\n"), 0) or len(text))
    return document_of(source, text, NAME, heading=(start, end), notes=_notes(text, end))


def document_of(source: Source, text: str, reader: str, *, heading: tuple[int, int], notes: int | None) -> Document:
    """Return the document whose heading and notes stand at these places (`notes` is None where there are none)."""
    start, end = heading
    call = _CALL_AT_END.search(text, start, end)
    title = found(text, "title", start, call.start() if call else end)
    body = end
    fields: list[Field] = [title]
    opening = text[:start]
    if match := _FILE_NUMBER.match(opening):
        fields.append(found(text, "source", *trimmed(text, *match.span())))
    date = _date(text, *heading, notes or len(text))
    if date:
        fields.append(date)
        body = max(
            body, text.find("\n", date.span.end) if date.span.start > end and date.span.start < end + 200 else end
        )
    starts = [("header", 0), ("body", body)]
    if notes is not None:
        starts.append(("notes", notes))
    return make(source, text, reader=reader, collection=COLLECTION, blocks=blocks_of(len(text), starts), fields=fields)


def _after_blank(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _date(text: str, start: int, end: int, limit: int) -> Field | None:
    """Return the date of the dateline below the heading, else of the heading, else of the last lines."""
    lines = [m.span() for m in re.finditer(r"[^\n]+", text[end : min(limit, end + 400)])][:3]
    stretches = [(end + first, end + last) for first, last in lines] + [(start, end)]
    stretches += [(limit - 300 if limit > 300 else 0, limit)]
    for first, last in stretches:
        for pattern in DATE_PATTERNS[:4]:
            match = pattern.search(text, first, last)
            if match and (edtf := edtf_of(match[0])):
                return found(text, "date", match.start(), match.end(), edtf)
    return None


def _notes(text: str, start: int) -> int | None:
    """Return where the notes begin: the longest run of paragraphs at the end whose numbers rise by one."""
    matches = [
        m for m in _NOTE.finditer(text, start) if text[max(0, m.start() - 2) : m.start()].count("\n") or m.start() == 0
    ]
    first, following = None, None
    for match in reversed(matches):
        number = int(match["number"].translate(_DIGITS))
        if following is not None and number != following - 1:
            break
        if first is None and text[match.end() :].count("\n\n") > 1:
            break  # paragraphs without a number follow: no notes at the end
        first, following = match.start(), number
    return first
