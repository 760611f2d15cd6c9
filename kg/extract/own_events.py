"""What the document itself records: the session, the conversation, the sending.

The phrase for it stands in the heading of the text, in the title and in the record's citation; the heading comes first.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.actors import named, places
from kg.extract.clauses import trimmed
from kg.extract.event_words import kind_of_noun
from kg.extract.labels import bodies
from kg.extract.parties import heading
from kg.extract.within import Stretch, once, within
from kg.model import NOT_THERE, Analysis, Document, Event, Span, field_of, quote

GENRE: Final = (
    r"(?:(?:working|draft|rough|short|brief|stenographic|verbatim|official|abridged|partial|handwritten|summary|written|informal)\s+)*"
    r"(?:notes?|minutes|records?|memorand(?:um|a)|memcon|transcripts?|transcription|protocol|excerpts?|extracts?|stenogram|summary|account"
    r"|proceedings|report|information|details|main\s+points|запись|протокол|стенограмма|отчет|отчёт)"
)
MEETING: Final = re.compile(
    r"(?<![A-Za-zÀ-ž-])(?:meetings?|sessions?|plenum|plenary|congress|conference|sitting|consultations?|summit|reception|conversations?|talks?"
    r"|discussions?|interview|audience|negotiations?|telephone\s+(?:call|conversation)"
    r"|заседани[еяй]|совещани[еяй]|пленума?|съезда?|конференци[яи]|бесед[аыу]|встреч[аиу]|переговор(?:ы|ов))(?![\w-])",
    re.IGNORECASE,
)
JOURNAL: Final = re.compile(r"(?<![A-Za-zÀ-ž-])(?:journal|diary|diaries|notebook|дневник\w?)(?![\w-])", re.IGNORECASE)
_PREFIX: Final = re.compile(
    rf"[\s“\"‘'\[*]{{0,9}}(?:(?:from|excerpts?\s+from)\s+(?:the\s+)?)?(?P<genre>{GENRE})\s*(?:no\.?\s*\d+\s*)?(?P<of>of|from|on|for|about)?\s+(?:(?:the|a|an)\s+)?",
    re.IGNORECASE,
)
_FROM_JOURNAL: Final = re.compile(
    rf"(?:from\s)?(?:the\s)?(?:{JOURNAL.pattern})[^‘'“\"]{{0,160}}?(?:[‘'“\"]|[,:]\s)(?=(?:{GENRE})\s(?:of|on)\s(?:an?\s|the\s)?(?:{MEETING.pattern}))",
    re.IGNORECASE,
)
"""A journal's title before that of the one conversation taken from it: "From the Journal of A, 'Record of …'"."""
_KINDS: Final = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for kind, words in (
        (
            "sending",
            r"letters?|telegrams?|cables?|ciphergrams?|messages?|dispatch|despatch|airgram|communication|circular|aide-m[ée]moire|appeal|request|reply|notes?\s+verbales?",
        ),
        ("speech", r"speech|address(?=\s(?:to|by|at|before|of|on)\b)|statement|remarks|lecture|testimony|broadcast"),
        ("agreement", r"agreement|treaty|pact|convention|armistice|accord"),
        ("decision", r"decision|decree|resolution|order|directives?|instructions?|ordinance|law|constitution"),
        ("publication", r"article|editorial|press|communiqu[ée]|declaration|pamphlet|newspaper"),
        ("decision", r"постановление|приказ|указ|решение|директива|выписка"),
        ("sending", r"письмо|телеграмма|шифр\w*|донесение|записка|справка|отч[её]т|докладная"),
        ("sending", r"report|information|note|memorandum|memo|to"),
    )
)
"""Words of a title that tell what the record is when it is none of a meeting; the first kind that has one counts."""
_WRITTEN: Final = re.compile(
    r"\W*(?:[a-z]+\s){0,2}(?:memorandum|letter|telegram|cable|message|airgram|des?patch)\s(?:from|to|by)\s",
    re.IGNORECASE,
)
_TALKS_NOT: Final = re.compile(
    r"\W*(?:[a-z]+\s+){0,2}(?:report|information|letter|telegram|cable|ciphergram|speech|address|statement|remarks)\b",
    re.IGNORECASE,
)
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
_LINES: Final = 12  # lines in which a title stands, where the reader saw none
_REACH: Final = 260  # code points from a heading's first word to the date that closes it


def own_events(document: Document, analysis: Analysis) -> list[Event]:
    """Return the event that the document was made of, and the meeting that a report is about."""
    title = _title(document)
    if title is None:
        return []
    if _EDITORS.match(document.text, *title):
        return []
    start, end, on = _phrase(document.text, *title)
    main = _main(document, analysis, start, end)
    if main.kind == "other" and not (
        analysis.date or analysis.roles or analysis.participations or field_of(document, "title")
    ):
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
                or any(p.search(line) for _, p in _KINDS[:-1])
            )
        ):
            return start, end
    return heading(document)


def _phrase(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Return the part of a title that names the event, and whether it is a report on a meeting."""
    if inside := _FROM_JOURNAL.match(text, start, end):
        return _phrase(text, inside.end(), len(text[:end].rstrip(" ’'”\"")))
    prefix = _PREFIX.match(text, start, end)
    noun = MEETING.search(text, prefix.end(), end) if prefix else None
    if prefix and noun and noun.start() - prefix.end() < 60:
        on = (prefix["of"] or "").lower() in {"on", "about"} and re.search(
            r"\b(?:report|information|account|memorandum)\Z", prefix["genre"], re.IGNORECASE
        )
        bare = noun.span() == trimmed(text, prefix.end(), end)  # "Memorandum of Conversation" says no more
        return (*trimmed(text, start if on or bare else prefix.end(), end), bool(on))
    return (*trimmed(text, start, end), False)


def title_kind(words: str) -> str:
    """Return the kind of event of a record with such a title."""
    if _WRITTEN.match(words):
        return "sending"
    meeting = MEETING.search(words)
    if meeting and not _TALKS_NOT.match(words):
        kind = kind_of_noun(meeting[0])
        return (
            kind
            if kind != "other"
            else "meeting"
            if re.match("засед|совещ|пленум|съезд|конфер", meeting[0], re.IGNORECASE)
            else "conversation"
        )
    if JOURNAL.search(words):
        return "other"
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "other")


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
        actors=once([*_actors(analysis, kind, journal=bool(JOURNAL.search(phrase))), *_bodies(analysis, spans)]),
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


def _bodies(analysis: Analysis, spans: list[Span]) -> Iterator[Span]:
    """Yield the bodies that a title says met, wrote or received."""
    for span in spans:
        for mention in named(_before_topic(span), analysis.mentions):
            if mention.kind == "organisation":
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
