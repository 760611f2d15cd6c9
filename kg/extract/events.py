"""Events: what the document records, events that have a name, and every happening that the text gives a date."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.clauses import sentence_at, sentence_marks
from kg.extract.dated_events import dated_events
from kg.extract.event_words import event_nouns
from kg.extract.labels import bodies
from kg.extract.named_events import named_events
from kg.extract.own_events import own_events
from kg.extract.told_events import told_events
from kg.extract.within import Stretch, merged, once, within
from kg.model import Analysis, Document, Event, Span

_MET: Final = frozenset({"meeting", "conversation"})
_OPENING: Final = 600  # code points of the body in which it says when and where the meeting was
_FIRST: Final = 250  # code points of the body in which its first sentence begins
_TOOK_PLACE: Final = re.compile(
    r"\b(?:conversation|meeting|talks?|session|reception)\s(?:\w+\s){0,4}?(?:took\splace|was\sheld|began|opened)\b"
    r"|\b(?:I|we)\s(?:was|were)\s(?:visited|received)\s+by\b|\b(?:I|we|We)\s(?:received|visited|met(?:\swith)?|called\son)\b"
)


def events(document: Document, analysis: Analysis) -> Analysis:
    """Add the events in the order of the text; what one class has found the next leaves alone.

    Who took part and what was on the agenda is of the document's own event; where it records none, nobody and nothing.
    """
    own = own_events(document, analysis)
    if not own:
        turns = tuple(replace(turn, item=None) for turn in analysis.turns)
        analysis = replace(analysis, participations=(), agenda=(), turns=turns)
    closed = merged((d.span.start, d.span.end) for d in analysis.dates)
    bounds = {*_bounds(document, analysis), *(offset for stretch in _stretches(own) for offset in stretch)}
    marks = sentence_marks(document.text, bounds, closed)
    own += told_events(document, analysis, own[0], marks) if own else []
    now = max([analysis.date, *(e.edtf.split("/")[-1] for e in own if e.edtf[-4:] != "/.." and e.edtf[:1].isdigit())])
    records = _stretches(e for e in own if e.kind in {"meeting", "conversation"} and not e.rule.endswith("-day"))
    named = named_events(document, analysis, records, now)
    dated = dated_events(document, analysis, [*_stretches(own), *_stretches(named)], marks, now)
    own, dated = _of_record(document, analysis, own, dated, marks)
    found: dict[tuple[int, int, str], Event] = {}
    for event in (*own, *named, *dated):
        found.setdefault((event.span.start, event.span.end, event.kind), event)
    names = {(m.span.start, m.span.end) for m in analysis.mentions}
    kept = (_of_mentions(event, names) for event in found.values())
    return replace(analysis, events=tuple(sorted(kept, key=lambda e: (e.span.start, e.span.end, e.kind))))


def _of_record(
    document: Document, analysis: Analysis, own: list[Event], dated: list[Event], marks: list[Stretch]
) -> tuple[list[Event], list[Event]]:
    """Give the record's own meeting what the first lines tell of it: "On 3 May a conversation took place with …"."""
    if not own or own[0].kind not in _MET or len(own[0].edtf) < len("1956-05-03"):
        return own, dated
    main, begins = own[0], bodies(document)[0][0]
    same = [
        e
        for e in dated
        if (e.edtf, e.certainty) == (main.edtf, "asserted")
        and e.span.start < begins + _OPENING
        and (
            _TOOK_PLACE.search(e.span.exact)
            or _names_it(main, e)
            or (not main.actors and e.kind in _MET and e.span.start < begins + _FIRST)
        )
        and (not main.actors or {a.exact for a in e.actors} <= {a.exact for a in main.actors})
    ]
    if not same:
        return own, dated
    main = replace(
        main,
        actors=main.actors or _met(analysis, same, marks),
        other_spans=(*main.other_spans, *(e.span for e in same)),
    )
    return [main, *own[1:]], [e for e in dated if e not in same]


def _met(analysis: Analysis, same: list[Event], marks: list[Stretch]) -> tuple[Span, ...]:
    """Return the people in the sentences that tell of a meeting."""
    sentences = [sentence_at(marks, e.span.start, e.span.end) for e in same]
    return once(m.span for s in sentences for m in within(analysis.mentions, *s) if m.kind == "person")


def _names_it(main: Event, event: Event) -> bool:
    """Say whether an event of the day is called by the noun of the main one: "of the meeting of 3 May"."""
    nouns = [event.span.exact[a:b] for a, b, _ in event_nouns(event.span.exact, 0, len(event.span.exact))]
    return event.rule == "events/dated-noun" and bool(nouns) and nouns[0].casefold() in main.label.casefold()


def _stretches(found: Iterable[Event]) -> list[Stretch]:
    return [(s.start, s.end) for e in found for s in (e.span, *e.other_spans)]


def _of_mentions(event: Event, names: set[Stretch]) -> Event:
    """Keep those actors that are mentions, where there are mentions at all."""
    if not names:
        return event
    return replace(event, actors=tuple(s for s in event.actors if (s.start, s.end) in names))


def _bounds(document: Document, analysis: Analysis) -> Iterator[int]:
    """Yield the offsets that no sentence crosses: blocks, notes, items of the agenda, labels of speakers."""
    for block in document.blocks:
        yield from (block.start, block.end)
    for note in analysis.notes:
        yield from (note.marker.start, note.body.start, note.body.end)
    for item in analysis.agenda:
        yield from (item.span.start, item.span.end)
    for turn in analysis.turns:
        yield from (turn.label.start, turn.utterance.start, turn.span.end)
