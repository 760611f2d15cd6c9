"""What a document records besides its own making: the days of a journal, the talks of a report, who took it down."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extract.actors import named, places
from kg.extract.clause_labels import shortened
from kg.extract.clauses import sentence_at, trimmed
from kg.extract.event_words import event_nouns
from kg.extract.labels import bodies
from kg.extract.own_events import label
from kg.extract.record_titles import JOURNAL
from kg.extract.within import Stretch, following, holding, meets, merged, once, within
from kg.model import NOT_THERE, Analysis, DateMention, Document, Event, Span, block_at, field_of, quote

_ENTRY_BEFORE: Final = re.compile(r"(?:^|[.!?)\]”\"]|\n\s*|[A-ZА-Я]{2})\Z")
_ENTRY_AFTER: Final = re.compile(r"[.:]?[ \t]*\n|[.:](?=[A-ZА-Я])|[.:]\s+(?=[A-ZА-Я])")
_WITH_ME: Final = re.compile(
    r"\b(?:conversations?|meetings?|talks?)\s+with\s+(?:me|us)\b|\b(?:I|we)\s+(?:was|were)\s+(?:visited|received)\s+by\b"
    r"|\b(?:I|[Ww]e)\s+(?:received|visited|had\s+a\s+(?:conversation|talk|meeting)\s+with|met\s+with|called\s+on)\s+(?!(?:a|an|the|your|his|no|word)\s)",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(
    r"^[ \t]{0,40}(?P<phrase>[^\n.]{0,80}?\b(?:Conversation|Meeting|Talks?|Session)s?\s(?:with"
    r"|between|of)\s[^\n]{5,160}(?:\n[^\n]{3,100})?)",
    re.MULTILINE,
)
_OWNER: Final = re.compile(r"[A-ZÀ-Ž][\w.-]{0,30}['’]s\s+\Z")
_SHORTEST: Final = 12  # code points: a shorter first sentence of an entry is a place, "Bratislava."
_LONGEST: Final = 400
_SOON: Final = 200  # code points behind the telling of a talk in which others are named that were there
_LABEL: Final = 120


def told_events(document: Document, analysis: Analysis, main: Event, marks: Sequence[Stretch]) -> list[Event]:
    """Return what is recorded besides the `main` event; `marks` end the sentences."""
    title = field_of(document, "title")
    journal = JOURNAL.search(title.value if title else main.label) and main.kind not in {"meeting", "conversation"}
    days = list(_days(document, analysis, marks)) if journal else []
    used = merged((s.start, s.end) for e in (main, *days) for s in (e.span, *e.other_spans))
    talks = [] if journal else list(_headed(document, analysis, used))
    used = merged([*used, *((t.span.start, t.span.end) for t in talks)])
    if not journal:
        talks += _in_first_person(document, analysis, main, marks, used)
    return [*days, *talks, *_taken_down(document, analysis)]


def _days(document: Document, analysis: Analysis, marks: Sequence[Stretch]) -> Iterator[Event]:
    """Yield what a journal records day by day: the entry's date and its first sentence."""
    text = document.text
    entries = [d for d in analysis.dates if _heads_entry(document, d)]
    for date, after in zip(entries, [*entries[1:], None], strict=False):  # a diary may have no entries
        first = date.span.end
        while first < len(text) and text[first] in " .:\r\n\t":
            first += 1
        if first == len(text):
            return
        last = trimmed(text, first, sentence_at(marks, first, first + 1)[1])[1]
        if last - first < _SHORTEST and last + 3 < len(text):
            last = trimmed(text, first, sentence_at(marks, last + 2, last + 3)[1])[1]
        last = min(last, first + _LONGEST)
        stop = (
            after.span.start if after else next((b.end for b in document.blocks if b.start <= first < b.end), len(text))
        )
        met = [p.person for p in analysis.participations if p.role not in NOT_THERE and first <= p.person.start < stop]
        yield _talk(
            analysis,
            quote(text, date.span.start, last),
            date.edtf,
            _day_kind(text[first:last]),
            "own-day",
            label(text[first:last]),
            met,
        )


def _heads_entry(document: Document, date: DateMention) -> bool:
    """Say whether a date heads an entry of the body: on a line of its own, or glued between sentences."""
    start, end = date.span.start, date.span.end
    before, after = document.text[max(0, start - 8) : start], document.text[end : end + 8]
    return block_at(document, start) == "body" and bool(_ENTRY_BEFORE.search(before) and _ENTRY_AFTER.match(after))


def _day_kind(words: str) -> str:
    if re.search(
        r"\b(?:received|talked|met|conversation|told me|reported to me|called on|spoke|I visited (?!the\b))", words
    ):
        return "conversation"
    return next(
        (kind for _, _, kind in event_nouns(words, 0, len(words))),
        "visit" if re.search(r"\b(?:visited|went to|arrived)\b", words) else "other",
    )


def _headed(document: Document, analysis: Analysis, used: Sequence[Stretch]) -> Iterator[Event]:
    """Yield the conversations that stand under dated headings of their own."""
    text = document.text
    for start, end in bodies(document):
        for match in _HEADED.finditer(text, start, end):
            low, high = match.span("phrase")
            date = next(iter(within(analysis.dates, low, high)), None)
            if date is None or meets(used, low, date.span.end) or not _is_heading(text, match.start(), low, date.span):
                continue
            noun = re.search(r"\b(?:Conversation|Meeting|Talk|Session)", text[low:high])
            owner = _OWNER.search(text[low : low + noun.start()]) if noun else None
            low += owner.start() if owner else 0
            yield _talk(
                analysis,
                quote(text, low, date.span.end),
                date.edtf,
                "conversation",
                "own-subheading",
                label(text[low : date.span.start]),
            )


def _is_heading(text: str, line: int, low: int, date: Span) -> bool:
    """Say whether a line stands apart, opens with a capital and closes with its date."""
    apart = not text[:line].strip() or text[max(0, line - 3) : line].count("\n") > 1
    ends = re.match(r"[^\n\w]{0,3}(?:\n|\Z)", text[date.end : date.end + 5])
    return bool(apart and ends and text[low].isupper() and not re.search(r"[.;]\s", text[low : date.start]))


def _in_first_person(
    document: Document, analysis: Analysis, main: Event, marks: Sequence[Stretch], used: Sequence[Stretch]
) -> Iterator[Event]:
    """Yield the dated talks that the author tells of ("I was received by …"), but not the document's own event."""
    text, seen = document.text, -1
    for start, end in bodies(document):
        for match in _WITH_ME.finditer(text, start, end):
            whole = sentence_at(marks, match.start(), match.end())
            date = next(iter(within(analysis.dates, *whole)), None)
            low, high = trimmed(text, *whole)
            if date is None or low <= seen or high - low > _LONGEST or holding(used, low):
                continue
            if main.kind in {"meeting", "conversation"} and (
                main.edtf.startswith(date.edtf) or date.edtf.startswith(main.edtf)
            ):
                continue
            seen = high
            span = quote(text, low, high)
            met = _present(analysis, high, end) if main.kind == "sending" else []
            yield _talk(analysis, span, date.edtf, "conversation", "own-told", label(span.exact), met)


def _present(analysis: Analysis, start: int, end: int) -> list[Span]:
    """Return those who are said to have been present too, right after a talk is told of."""
    near = min(end, start + _SOON)
    return [p.person for p in analysis.participations if p.role == "present" and start <= p.person.start < near]


def _talk(
    analysis: Analysis, span: Span, edtf: str, kind: str, rule: str, words: str, met: Sequence[Span] = ()
) -> Event:
    inside = list(named(span, analysis.mentions))
    authors = [r.agent for r in analysis.roles if r.role == "author"][:1]
    return Event(
        event_class="own",
        kind=kind,
        label=shortened(words, _LABEL),
        span=span,
        rule=f"events/{rule}",
        edtf=edtf,
        actors=once([*met, *authors, *(m.span for m in inside if m.kind == "person")]),
        places=once(places(inside)),
    )


def _taken_down(document: Document, analysis: Analysis) -> Iterator[Event]:
    """Yield the making of the record, where it says who took it down."""
    for role in analysis.roles:
        if role.rule == "roles/taken-down":
            date = following(analysis.dates, role.span.end)
            if date and document.text[role.span.end : date.span.start].strip() not in {"on", ","}:
                date = None
            yield Event(
                event_class="own",
                kind="other",
                label=label(role.span.exact),
                span=quote(document.text, role.span.start, date.span.end) if date else role.span,
                rule="events/own-taken-down",
                edtf=date.edtf if date else "",
                actors=(role.agent,),
            )
