"""Candidates for a link, scored: by name, kind, dates, office, company kept, and how widely the item is known.

The weights are plain sums, so that each reason can be told with its part. A bare surname, a name of general words
("Central Committee") and a short abbreviation are never sure, whatever else speaks for them.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.lexicon import DEMONYMS
from kg.identity.authority import Authority, Record, life_of, names_of
from kg.identity.lookup import event_key, in_order, name_key, person_name
from kg.identity.names import Name, compatible, fold, surname_key

_KINDS: Final[dict[str, frozenset[str]]] = {
    "person": frozenset({"person"}),
    "place": frozenset({"country", "territory", "location", "state", "colonies", "colonial", "colonial_empires"}),
    "organisation": frozenset({"org", "party", "newspaper", "group", "social_movements"}),
    "event": frozenset({"event", "act", "time", "communication"}),
}
_CLASSES: Final[dict[str, re.Pattern[str]]] = {
    "place": re.compile(r"\b(?:city|town|village|capital|countr|state|department of|administrative|province|island)"),
    "person": re.compile(r"\bhuman\b"),
    "organisation": re.compile(r"\b(?:part[yi]|newspaper|agency|organi[sz]ation|archive|committee|army|company)"),
    "event": re.compile(r"\b(?:war|battle|treaty|revolution|crisis|conference|uprising|massacre)\b"),
    "other": re.compile(
        r"\b(?:position|song|album|film|television|name|disambiguation|taxon|football|club|language)\b"
    ),
}
"""Words of an item's classes that tell its kind, where the kind itself is not recorded."""

_ARTICLE: Final = {"person": "a", "place": "a", "organisation": "an", "event": "an"}
_GENERAL: Final = frozenset(
    re.findall(
        r"\w+",
        """
    academy affairs agency agriculture and archive archives army assembly authority board bureau cabinet center
    central centre chamber command commission committee communications communist conference congress council court
    defence defense democratic democrats department directorate economic education embassy executive external
    federal finance for force forces foreign front general government headquarters health industry information
    institute interior international justice labor labour league liberal library ministry museum national of office
    organisation organization parliament party peoples planning police politburo political presidium press
    provisional public republican revolutionary school secretariat security senate service social socialist staff
    state supreme the trade transport union unions university war workers working world youth
    """,
    )
)
"""Words that make up the names of bodies of every country."""

_PEOPLES: Final = frozenset(map(name_key, DEMONYMS))
_YEAR: Final = re.compile(r"\b(1[89]\d\d|20[0-2]\d)\b")
_WELL_KNOWN: Final = 3  # sources
_SPAN: Final = re.compile(r"\b(1[89]\d\d)\s*(?:[-–—−]|and|to)\s*(1[89]\d\d|20[0-2]\d)\b")
_SINCE: Final = re.compile(r"\bsince (1[89]\d\d|20[0-2]\d)\b")
_GROWN: Final = 14  # years of age at which one is named in documents
_ABBREVIATION: Final = 5  # letters, at most
_FAMOUS: Final = 4  # sources that must know an abbreviation
_STEM: Final = 5  # letters: Hungary and Hungarian meet


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A thing of ours to be linked: its forms (the label first), the years of its documents, words said about it."""

    name: str
    kind: str
    forms: tuple[str, ...]
    years: tuple[int, ...]
    offices: frozenset[str]
    company: frozenset[str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be meant, the score from 0 to 1, what speaks for it, and whether the name allows certainty."""

    record: Record
    score: float
    reasons: tuple[str, ...]
    sure: bool


def words_of(text: str) -> set[str]:
    """Return the stems of the longer words of a text, for comparing offices and countries."""
    return {word[:_STEM] for word in fold(text).split() if len(word) >= _STEM}


def candidates(subject: Subject, authority: Authority) -> list[Candidate]:
    """Return the items that may be meant, the best first; ties in the order of their numbers."""
    records: dict[str, Record] = {}
    for form in subject.forms:
        for record in _under(subject, form, authority):
            if record.qid:
                records.setdefault(record.qid, record)
    scored = [found for record in records.values() if (found := _scored(subject, record))]
    return sorted(scored, key=lambda c: (-c.score, len(c.record.qid or ""), c.record.qid))


def _under(subject: Subject, form: str, authority: Authority) -> tuple[Record, ...]:
    if subject.kind == "person":
        return (*authority.named(in_order(form)), *authority.bearing(person_name(form).surname))
    return authority.happening(form) if subject.kind == "event" else authority.named(form)


def _scored(subject: Subject, record: Record) -> Candidate | None:
    """Return the candidate with its score, None where name, kind or dates rule it out."""
    kind = _kind(subject.kind, record)
    by_name = _person_name(subject, record) if subject.kind == "person" else _name(subject, record)
    by_dates = _dates(subject, record)
    if kind is None or by_name is None or by_dates is None:
        return None
    name, sure = by_name
    known = min(1.0, math.log2(len(record.sources) or 1) / 2.5)
    parts = [name, kind, by_dates, (0.1 * known, f"known to {len(record.sources)} sources"), *_context(subject, record)]
    if subject.kind == "person" and len(record.sources) < _WELL_KNOWN and not any(p[1] in _SUPPORT for p in parts):
        parts.append((-0.1, "little known, and nothing else speaks for it"))
    score = max(0.0, min(1.0, sum(points for points, _ in parts)))
    return Candidate(record, score, tuple(f"{why} {points:+.2f}" for points, why in parts if round(points, 2)), sure)


_Part = tuple[float, str]
_ALIVE: Final = "alive at the time"
_IN_OFFICE: Final = "in office about then"
_DESCRIBED: Final = "office or country as described"
_SUPPORT: Final = frozenset({_ALIVE, _IN_OFFICE, _DESCRIBED})


def _kind(wanted: str, record: Record) -> _Part | None:
    """Score the kind: the same, or unknown; None for another one."""
    if record.kind in _KINDS[wanted]:
        return 0.15, f"{_ARTICLE[wanted]} {wanted}"
    told = {kind for kind, pattern in _CLASSES.items() if any(pattern.search(c) for c in record.p31)}
    if wanted in told:
        return 0.15, f"{_ARTICLE[wanted]} {wanted} by its class"
    another = told or any(record.kind in kinds for kinds in _KINDS.values())
    return None if another else (0.05, "of unknown kind")


def _person_name(subject: Subject, record: Record) -> tuple[_Part, bool] | None:
    """Score the best agreement of the fullest form with a name of the record; forms that contradict rule it out."""
    names = [person_name(name) for name in names_of(record)]
    whole = {name_key(in_order(name)) for name in names_of(record)}
    ours = person_name(subject.forms[0])
    best = max((_given(ours.given, n.given) for n in names if n.surname == ours.surname), default=-1)
    label = name_key(in_order(subject.forms[0]))
    alone = not _mixed(subject, names, whole)
    if ours.given and label in whole and any(len(g) > 2 for g in ours.given):
        return (0.6, "the whole name agrees"), alone
    if best < 0 or len(ours.surname) < 2:
        return None
    if best == 0:
        return (0.2, "a bare surname agrees"), False
    points = 0.55 if best >= 3 else 0.5 if best == 2 else 0.3
    return (points, "surname and given names agree" if best >= 3 else "surname and initials agree"), best > 1 and alone


def _mixed(subject: Subject, names: Sequence[Name], whole: set[str]) -> bool:
    """Whether a third or more of the forms with given names are those of somebody else: relatives, namesakes."""
    full = [form for form in subject.forms if person_name(form).given]
    others = [
        f for f in full if name_key(in_order(f)) not in whole and not any(_agree(person_name(f), n) for n in names)
    ]
    return len(others) * 3 >= max(1, len(full))


def _agree(ours: Name, theirs: Name) -> bool:
    return ours.surname == theirs.surname and _given(ours.given, theirs.given) >= 0


def _given(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """Count what given names say together: 3 for one in full, 1 for an initial; 0 for nothing, -1 for discord."""
    if not ours or not theirs:
        return 0
    ours, theirs = (tuple(map(surname_key, given)) for given in (ours, theirs))  # Nikolai, Nikolay
    if not compatible(ours, theirs):
        return -1
    return sum(3 if a == b and len(a) > 2 else 1 for a, b in zip(ours, theirs, strict=False))


def _name(subject: Subject, record: Record) -> tuple[_Part, bool] | None:
    """Score the best agreement of any form; further forms that agree confirm it."""
    key = event_key if subject.kind == "event" else name_key
    label, others = key(record.label), {key(name) for name in names_of(record)}
    forms = {key(form): form for form in reversed(subject.forms)}
    agreeing = [k for k in forms if k in others]
    if not agreeing:
        return None
    own = key(subject.forms[0])
    points = 0.55 if label in agreeing else 0.45 if own in agreeing else 0.35
    confirmed = 0.05 * (len(agreeing) > 1)
    sure = any(_telling(k, subject.kind, len(record.sources)) for k in agreeing)
    why = "name agrees" if label in agreeing else "another name agrees"
    return (points + confirmed, why), sure


def _telling(key: str, kind: str, sources: int) -> bool:
    """Whether a name can mean one thing only: neither general words alone nor an abbreviation that few know."""
    if kind == "place":
        return len(key) > 2 and key not in _PEOPLES
    return not set(key.split()) <= _GENERAL and (len(key) > _ABBREVIATION or sources >= _FAMOUS) and len(key) > 2


def _dates(subject: Subject, record: Record) -> _Part | None:
    """Score life dates, or the years in which a state or an event stood, against the documents; None for impossible."""
    if not subject.years:
        return 0.0, ""
    first, last = subject.years[0], subject.years[-1]
    if subject.kind == "person":
        return _life(record, first, last)
    if subject.kind == "place":
        return _state(record.description or "", first, last)
    if subject.kind == "event" and record.year and record.year > last:
        return None
    return 0.0, ""


def _state(description: str, first: int, last: int) -> _Part | None:
    """Score the years of a state: it is spoken of after its end, as the past, but not before there was one."""
    span = _SPAN.search(description)
    since = span or _SINCE.search(description)
    if since and last < int(since[1]):
        return None
    if since and first < int(since[1]):
        return -0.2, f"not there before {since[1]}"
    if not span:
        return 0.0, ""
    start, end = int(span[1]), int(span[2])
    if end < first - 5:
        return None
    return (0.2, f"stood {start}-{end}") if last <= end + 5 else (-0.05, "not of all the years")


def _life(record: Record, first: int, last: int) -> _Part | None:
    birth, death = life_of(record)
    if (birth and birth + _GROWN > first) or (death and death < first - 100) or (birth and birth < first - 150):
        return None
    if birth and (death or birth + 90) >= first:
        return 0.1, _ALIVE
    if death and death < first - 30:
        return -0.1, "dead for long"
    active = [int(year) for year in _YEAR.findall(record.description or "")]
    if active and not birth:
        return (0.1, _IN_OFFICE) if min(active) - 15 <= last and first <= max(active) + 15 else None
    return 0.0, ""


def _context(subject: Subject, record: Record) -> Iterable[_Part]:
    """Score what is said about it against the item's description: office, and the countries named beside it."""
    if subject.kind != "person":
        return
    described = words_of(record.description or "")
    if described & subject.offices:
        yield 0.1, _DESCRIBED
    elif described & subject.company:
        yield 0.05, "named beside what describes it"
