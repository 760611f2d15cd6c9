"""Candidates for a link, scored: by name, kind, dates, office, company kept, and how widely the item is known.

The weights are plain sums, so that each reason can be told with its part. A bare surname, a name of general words
("Central Committee") and a short abbreviation are never enough, whatever else speaks for them.
"""

import math
from collections.abc import Iterable
from typing import Final

from kg.identity import people, things
from kg.identity.authority import Authority, Record
from kg.identity.lookup import in_order, person_name
from kg.identity.rivals import among
from kg.identity.sorts import by_kind, by_sort
from kg.identity.subject import Candidate, Part, Subject, told, words_of
from kg.identity.times import ALIVE, IN_OFFICE, by_dates

_WELL_KNOWN: Final = 3  # sources
_DESCRIBED: Final = "office or country as described"
_SUPPORT: Final = frozenset({ALIVE, IN_OFFICE, _DESCRIBED})


def candidates(subject: Subject, authority: Authority) -> list[Candidate]:
    """Return the items that may be meant, the best first; ties in the order of their numbers."""
    records: dict[str, Record] = {}
    spelt_out = (name for name in subject.also if not name.isupper())  # PCC means many things
    for form in (*subject.forms, *spelt_out):
        for record in _under(subject, form, authority):
            if record.qid:
                records.setdefault(record.qid, record)
    scored = [found for record in records.values() if (found := _scored(subject, record))]
    if subject.kind != "person":
        scored = [among(candidate, scored, subject) for candidate in scored]
    return sorted(scored, key=lambda c: (-c.score, len(c.record.qid or ""), c.record.qid))


def _under(subject: Subject, form: str, authority: Authority) -> tuple[Record, ...]:
    if subject.kind == "person":
        return (*authority.named(in_order(form)), *authority.bearing(person_name(form).surname))
    return authority.happening(form) if subject.kind == "event" else authority.named(form)


def _scored(subject: Subject, record: Record) -> Candidate | None:
    """Return the candidate with its score, None where name, kind or dates rule it out."""
    kind, dates = by_kind(subject.kind, record), by_dates(subject.kind, subject.years, record)
    if kind is None or dates is None:
        return None
    keys = things.keys_of(subject, record)
    is_person = subject.kind == "person"
    name = people.by_name(subject, record, keys) if is_person else things.by_name(subject, record, keys)
    if name is None:
        return None
    doubts = people.doubts(subject, record, name) if is_person else things.doubts(subject, record, keys)
    known = 0.1 * min(1.0, math.log2(len(record.sources) or 1) / 2.5)
    parts = [name, kind, dates, (known, f"known to {len(record.sources)} sources"), *_context(subject, record)]
    if is_person and len(record.sources) < _WELL_KNOWN and not any(p[1] in _SUPPORT for p in parts):
        parts.append((-0.1, "little known, and nothing else speaks for it"))
        known -= 0.1
    score = max(0.0, min(1.0, sum(points for points, _ in parts)))
    reasons = tuple(told(part) for part in parts if round(part[0], 2))
    return Candidate(record, score, reasons, tuple(doubts), name[0], known, keys)


def _context(subject: Subject, record: Record) -> Iterable[Part]:
    """Score what is said about it against the item's description: its sort, its office, and what is named near."""
    if subject.kind == "place":
        yield by_sort(subject.called, record)
    elif subject.kind == "person":
        described = words_of(record.description or "")
        if described & subject.offices:
            yield 0.15, _DESCRIBED
        elif described & subject.company:
            yield 0.05, "named beside what describes it"
