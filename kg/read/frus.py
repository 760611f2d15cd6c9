"""Documents of the *Foreign Relations of the United States*, copied from a web page or given by a page's markup.

A file number stands first, then perhaps `[Document 108]`, the heading, a dateline, the text with note numbers glued to
its words, the signature, and the notes in paragraphs that begin with their numbers. Later volumes begin with the
document's number and its heading ("21. Memorandum of Conversation"); there a note says where the document is kept.
"""

import re
from dataclasses import replace
from itertools import takewhile
from typing import Final

from kg.model import Document, Field
from kg.read.calendar import edtf
from kg.read.source import Source, blocks_of, found, make, trimmed
from kg.read.values import date_in

NAME: Final = "frus-text/1"
COLLECTION: Final = "frus"

_DOCUMENT: Final = re.compile(r"^[ \t]*\[Document \d{1,4}\][ \t]*$", re.MULTILINE)
_FILE_NUMBER: Final = re.compile(
    r"\s*(?:[A-Z][\w.’' ]{0,60} Files?\b.{0,80}|\d{2,3}[A-Z]?\.\d.{0,60}|[\w. ]{0,40}Lot \d\d.{0,60}"
    r"|[A-Z.–-]{2,12} (?:Files|Lot).{0,60})(?:\r?\n|\Z)"
)
_HEADING: Final = re.compile(
    r"^(?:\[?\d{1,4}\]?\.?[ \t]+)?(?=[A-Z\[])(?P<title>Editorial Note|(?:The |General |President |Mr\. |Memorand"
    r"|Minutes |Notes |Report |Telegram |Record |Statement |Letter |Draft |Note |Aide|Message |Summary "
    r"|Paper )[^\n]{5,400})[ \t]*\r?$",
    re.MULTILINE,
)
_NOTE: Final = re.compile(r"^[ \t]*(?P<number>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})[ \t\u00a0]+(?=\S)", re.MULTILINE)
_CALL_AT_END: Final = re.compile(r"[ \t]*(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|(?<=[^\W\d_])\d{1,3}|(?<=[a-z)])Source)\Z")
_NUMBERED: Final = re.compile(r"\s*\d{1,4}\.[ \t]+(?=[A-Z])")
_GOES_ON: Final = re.compile(r"[ \t]*\r?\n[ \t]*(?=[()a-z])|(?<=\()[ \t]*\r?\n")
"""A heading that a copy broke at its brackets: "The Consul at Varna", "(", "Pike", ")", "to the Secretary of State"."""

_KEPT: Final = re.compile(
    r"^[ \t]*(?:\*[ \t]*|\d{1,3}[ \t]+)?Source:[ \t]+(?P<where>[A-Z][^\n;]{5,300}?)(?<![A-Z])\.(?=\s|\Z)", re.MULTILINE
)
_EDITORS: Final = "Editorial Note"  # which bears no date; those that it tells of are its own
_STARS: Final = re.compile(r"\*(?:[ \t]*\*)+\s*\Z")
_REACH: Final = 3000
_LINES: Final = 6  # in which the dateline stands; a copy may break it
_SHORT: Final = 160  # characters; a longer line is the text itself
_NOTE_STEP: Final = 3  # a number or two of the notes may be lost in a copy
_DIGITS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def recognises(source: Source) -> bool:
    """Say whether the text begins as such a document does: a file number or `[Document n]`, then such a heading.

    In later volumes the heading comes first with its number, and a dateline follows or a note says where it is kept.
    """
    head = source.text()[:_REACH]
    heading = _HEADING.search(head)
    if heading is None:
        return False
    if _NUMBERED.match(head, 0, heading.end()) and not head[: heading.start()].strip():
        if heading["title"].startswith(_EDITORS):
            return True
        return bool(_date(head, *heading.span(), heading.end() + _SHORT) or _KEPT.search(source.text()))
    return bool(_DOCUMENT.search(head) or _FILE_NUMBER.match(head))


def read(source: Source) -> Document:
    """Return the document of a copied page."""
    text = source.text()
    marked = _DOCUMENT.search(text, 0, _REACH)
    match = _HEADING.search(text, marked.end() if marked else 0)
    if marked and (match is None or text[marked.end() : match.start()].strip()):
        start, end = trimmed(text, marked.end(), _line_end(text, _after_blank(text, marked.end())))
    elif match:
        start, end = match.span("title")
    else:
        start, end = trimmed(text, 0, _line_end(text, 0))
    while more := _GOES_ON.match(text, end):
        end = trimmed(text, start, _line_end(text, more.end()))[1]
    return document_of(source, text, NAME, heading=(start, end), notes=_notes(text, end))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def document_of(source: Source, text: str, reader: str, *, heading: tuple[int, int], notes: int | None) -> Document:
    """Return the document whose heading and notes stand at these places (`notes` is None where there are none)."""
    start, end = heading
    call = _CALL_AT_END.search(text, start, end)
    title = found(text, "title", start, call.start() if call else end)
    title = replace(title, value=title.value.replace("( ", "(").replace(" )", ")"))
    body = end
    fields: list[Field] = [title]
    if match := _FILE_NUMBER.match(text[:start]):
        fields.append(found(text, "source", *trimmed(text, *match.span())))
    elif match := _KEPT.search(text, notes or end):
        fields.append(found(text, "source", *match.span("where")))
    date = None if title.value == _EDITORS else _date(text, *heading, notes or len(text))
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
    lines = [m.span() for m in re.finditer(r"[^\n]*[^\s][^\n]*", text[end : min(limit, end + 400)])][:_LINES]
    short = takewhile(lambda line: line[1] - line[0] < _SHORT, lines)
    stretches = [(end + first, end + last) for first, last in short] + [(start, end)]
    stretches += [(limit - 300 if limit > 300 else 0, limit)]
    for first, last in stretches:
        if date := date_in(text, first, last):
            return found(text, "date", date.start, date.end, edtf(date))
    return None


def _called(text: str, start: int, note: re.Match[str]) -> bool:
    """Say whether the text above a note calls its number, glued to a word."""
    return (
        re.search(
            rf"(?:(?<=[^\W\d_]|[.,;:!?”’)\]])|(?<=\b1[89]\d\d)){note['number']}(?!\w)", text[start : note.start()]
        )
        is not None
    )


def _notes(text: str, start: int) -> int | None:
    """Return where the notes begin: the longest run of paragraphs at the end whose numbers rise by one."""
    matches = [
        m for m in _NOTE.finditer(text, start) if text[max(0, m.start() - 2) : m.start()].count("\n") or m.start() == 0
    ]
    first, following = None, None
    for match in reversed(matches):
        number = int(match["number"].translate(_DIGITS))
        if following is not None and not 0 < following - number <= _NOTE_STEP and not _called(text, start, match):
            break
        if first is None and text[match.end() :].count("\n\n") > 1:
            break  # paragraphs without a number follow: no notes at the end
        first, following = match.start(), number
    if (kept := _KEPT.search(text, start)) and (first is None or kept.start() < first):
        first = kept.start()
    if first is not None and (stars := _STARS.search(text[start:first])):
        first = start + stars.start()
    return first
