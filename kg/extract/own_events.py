"""What the document itself records: the session, the conversation, the sending.

The phrase for it stands in the heading of the text, in the title and in the record's citation; the heading comes first.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.actors import named, places
from kg.extract.clauses import trimmed
from kg.extract.labels import bodies
from kg.extract.parties import heading
from kg.extract.record_titles import GENRE, JOURNAL, KINDS, MEETING, title_kind, title_phrase
from kg.extract.within import Stretch, once, within
from kg.model import NOT_THERE, Analysis, Document, Event, Span, field_of, quote

_COMING: Final = re.compile(
    r"\b(?:coming|forthcoming|planned|proposed|possible|future|next|preparations?)\b", re.IGNORECASE
)
_EDITORS: Final = re.compile(r"\s*(?:\d{1,4}\.\s+)?Editorial\s+Note\b")  # it records nothing of its own
_THERE: Final = re.compile(r"(?:\b(?:in|at|from)\s(?:the\s)?|\()\Z")
_TOPIC: Final = re.compile(
    r"[‘“\"](?=[^’”\"]{3,200}[’”\"])|\s(?:about|regarding|concerning|re)\s|\son\s(?!\d|(?:the\s)?(?:\d|evening|morning|[A-Z][a-z]+\s\d))|:\s"
)
_PHRASE_END: Final = re.compile(r"\n[ \t]{0,99}\n|\((?!\d)|\*\*|(?<=[a-z\d]{3})\.\s|:\s")
_TO_DATE: Final = re.compile(r"[^.;\n]{0,60}(?:\n[^.;\n]{0,60})?(?:\s(?:on|of|for|from)|,|\s)\s*\Z")
_NO_TITLE: Final = re.compile(
    r"[a-z]{3}\.\s+[A-Z][a-z]+\s[a-z]|\A\W*(?:If|When|We|I|Please|Herewith|In accordance)\s|\b[FL]\.\s\d"
    r"|\b(?:is|are|was|were|must|could|would|will|have|has|had)\s"
)
"""A line of prose, or of archival levels."""
_HEAD: Final = 900  # code points of the body in which its heading stands
_LINES: Final = 12  # lines in which a title stands
_REACH: Final = 260  # code points from a heading's first word to the date that closes it


def own_events(document: Document, analysis: Analysis) -> list[Event]:
    """Return the event that the document was made of, and the meeting that a report is about."""
    title = _title(document)
    if title is None or _EDITORS.match(document.text, *title):
        return []
    start, end, on = title_phrase(document.text, *title)
    if not document.text[start:end].strip():
        return []
    main = _main(document, analysis, start, end)
    told = analysis.date or analysis.roles or analysis.participations or analysis.agenda or analysis.turns
    if main.kind == "other" and not (told or field_of(document, "title")):
        return []  # a line that names no event heads a page of no date and nobody's: a list, part of a book
    return [main, *(_reported(document, analysis, start, end) if on else ())]


def _title(document: Document) -> Stretch | None:
    """Return the title: the field, else the first line near the top with a word for an event, else the first line."""
    if field := field_of(document, "title"):
        return field.span.start, field.span.end
    lines = [m.span() for m in re.finditer(r"[^\r\n]{0,400}\S[^\r\n]{0,400}", document.text[:3000])][:_LINES]
    for start, end in lines:
        line = document.text[start:end]
        if (
            len(line) < _REACH
            and not _NO_TITLE.search(line)
            and (
                (MEETING.search(line) and " " in line.strip())
                or re.match(rf"\W*{GENRE}\b", line, re.IGNORECASE)
                or any(p.search(line) for _, p in KINDS[:-1])
            )
        ):
            return start, end
    return heading(document)


def _main(document: Document, analysis: Analysis, start: int, end: int) -> Event:
    text = document.text
    phrase = text[start:end]
    spans = list(
        dict.fromkeys(
            [*_in_body(document, analysis, phrase, end), quote(text, start, end), *_in_citation(document, phrase)]
        )
    )
    kind = title_kind(phrase)
    dated = kind in {"meeting", "conversation", "visit", "speech"} or JOURNAL.search(phrase)
    dates = [d.edtf for s in spans for d in within(analysis.dates, s.start, s.end)] if dated else []
    return Event(
        event_class="own",
        kind=kind,
        label=label(phrase),
        span=spans[0],
        rule="events/own-heading" if spans[0].start > end else "events/own-title",
        edtf=dates[0] if dates else analysis.date,
        actors=once(
            [
                *_actors(analysis, kind, journal=bool(JOURNAL.search(phrase))),
                *_titled(analysis, spans, met=kind in {"meeting", "conversation"}),
            ]
        ),
        places=once(p for s in spans for p in _places(analysis, _before_topic(s), met=bool(dated))),
        other_spans=tuple(spans[1:]),
    )


def _places(analysis: Analysis, span: Span, *, met: bool) -> Iterator[Span]:
    """Yield the places in a title: of a meeting all but those of offices, of what was written where somebody was."""
    if met:
        yield from places(named(span, analysis.mentions))
        return
    for place in places(within(analysis.mentions, span.start, span.end)):
        if _THERE.search(span.exact[: place.start - span.start]):
            yield place


def _before_topic(span: Span) -> Span:
    """Return the part of a title before it says what it is about, which tells of no place."""
    topic = _TOPIC.search(span.exact, 1)
    return Span(span.start, span.start + topic.start(), span.exact[: topic.start()]) if topic else span


def label(phrase: str) -> str:
    """Return a phrase as the label of an event: in one line, with a capital."""
    words = " ".join(phrase.replace("*", "").split()).replace("( ", "(").replace(" )", ")")
    return words[:1].upper() + words[1:]


def _actors(analysis: Analysis, kind: str, *, journal: bool) -> tuple[Span, ...]:
    """Return who took part, or who wrote and received; each name once as written."""
    parts = [p.person for p in analysis.participations if p.role not in NOT_THERE]
    absent = {p.person.exact for p in analysis.participations if p.role == "absent"}
    makers = [r.agent for r in analysis.roles if r.role == "author" or (r.role == "addressee" and not journal)]
    met = kind in {"meeting", "conversation"}
    return once(span for span in ((parts or makers) if met else (makers or parts)) if span.exact not in absent)


def _titled(analysis: Analysis, spans: list[Span], *, met: bool) -> Iterator[Span]:
    """Yield the bodies that a title says met, wrote or received, and the people that it says met."""
    absent = {p.person.exact for p in analysis.participations if p.role in NOT_THERE}
    for span in spans:
        for mention in named(_before_topic(span), analysis.mentions):
            if mention.kind == "organisation" or (
                met and mention.kind == "person" and mention.span.exact not in absent
            ):
                yield mention.span


def _in_body(document: Document, analysis: Analysis, phrase: str, title_end: int) -> Iterator[Span]:
    """Yield the phrase in the heading: the title's words, else from the word for the event to a date or line's end."""
    text = document.text
    start, end = bodies(document)[0]
    start = max(start, title_end)
    stop = min([end, start + _HEAD, *(t.label.start for t in analysis.turns[:1])])
    words = re.compile(r"\s*".join(re.escape(w) for w in phrase.split()), re.IGNORECASE)
    if " " in phrase and (match := words.search(text, start, stop)):
        yield quote(text, *match.span())
        return
    telling = MEETING.search(phrase) or JOURNAL.search(phrase)
    if telling is None or telling[0] == phrase or not field_of(document, "title"):
        return
    pattern = re.compile(
        rf"(?<![A-Za-zÀ-ž-]){re.escape(telling[0])}(?![\w-])(?=\s+(?:of|between|with|on|for|at)\b)", re.IGNORECASE
    )
    match = pattern.search(text, start, stop)
    if match and _same(phrase, text[match.start() : match.end() + _REACH]):
        yield quote(text, *trimmed(text, match.start(), _heading_end(text, analysis, match.end())))


def _same(phrase: str, words: str) -> bool:
    """Say whether a heading speaks of what the title names: half of its longer words recur."""
    genre = re.compile(rf"{GENRE}|{MEETING.pattern}", re.IGNORECASE)
    wanted = {w.casefold() for w in re.findall(r"[A-ZÀ-Ž][\w’'-]{3,}", phrase) if not genre.fullmatch(w)}
    found = {w.casefold() for w in re.findall(r"[\w’'-]{4,}", words)}
    return bool(wanted) and 2 * len(wanted & found) >= len(wanted)


def _heading_end(text: str, analysis: Analysis, start: int) -> int:
    """Return where a heading ends: behind the date that closes it, else at the end of its line or sentence."""
    closing = _PHRASE_END.search(text, start, start + _REACH)
    last = closing.start() if closing else min(start + 80, len(text))
    for date in within(analysis.dates, start, start + _REACH):
        if date.span.start > last + 40:
            break
        return date.span.end if _TO_DATE.search(text[start : date.span.start]) else min(date.span.start, last)
    return last


def _in_citation(document: Document, phrase: str) -> Iterator[Span]:
    """Yield the phrase in the record's own citation."""
    if field := field_of(document, "citation"):
        words = re.compile(r"\s*".join(re.escape(w) for w in phrase.split()))
        if match := words.search(document.text, field.span.start, field.span.end):
            yield quote(document.text, *match.span())


def _reported(document: Document, analysis: Analysis, start: int, end: int) -> Iterator[Event]:
    """Yield the meeting that a report is about, where it has taken place."""
    noun = MEETING.search(document.text, start, end)
    if noun is None or _COMING.search(document.text, start, end):
        return
    span = quote(document.text, noun.start(), end)
    dates = within(analysis.dates, span.start, span.end)
    yield Event(
        event_class="own",
        kind=title_kind(noun[0]),
        label=label(span.exact),
        span=span,
        rule="events/own-reported",
        edtf=dates[0].edtf if dates else "",
        actors=_actors(analysis, "meeting", journal=False),
        places=once(m.span for m in within(analysis.mentions, span.start, span.end) if m.kind == "place"),
        other_spans=tuple(_again(document.text, span)),
    )


def _again(text: str, span: Span) -> Iterator[Span]:
    """Yield the other places that name a meeting as the title does, its date apart."""
    name = re.split(r",\s+(?=\d)|\s+on\s+(?=\d)", span.exact)[0]
    words = re.compile(r"\s+".join(re.escape(w) for w in name.split()))
    yield from (quote(text, *m.span()) for m in words.finditer(text) if m.start() != span.start)
