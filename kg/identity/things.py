"""How far the names of a place, an organisation or an event agree with those of an item."""

import re
from typing import Final

from kg.extract.lexicon import DEMONYMS, PLACES, words
from kg.identity.authority import Record, names_of
from kg.identity.lookup import event_key, name_key
from kg.identity.subject import Part, Subject, words_of

OWN_NAME: Final = 0.55
"""Points for the item's own name, not one of its others."""

ABBREVIATION: Final = 5
"""Letters of an abbreviation, at most."""

_GENERAL: Final = frozenset(
    re.findall(
        r"\w+",
        """
    academy affairs agency agreement agriculture and archive archives army assembly authority board bureau cabinet
    center central centre chamber command commission committee communications communist conference congress council
    court declaration defence defense democratic democrats department directorate economic education embassy executive
    external federal finance for force forces foreign front general government headquarters health independence industry
    information institute interior international justice labor labour league liberal library ministry museum national of
    office organisation organization parliament party peoples planning police politburo political presidium press
    provisional public republican revolutionary school secretariat security senate service social socialist staff
    state supreme the trade transport treaty union unions university war workers working world youth
    """,
    )
)
"""Words that make up the names of bodies and meetings of every country."""

_MEETINGS: Final = frozenset({"agreement", "conference", "congress", "declaration", "treaty"})
_PEOPLES: Final = frozenset(map(name_key, DEMONYMS))
_DIRECTIONS: Final = frozenset(map(name_key, words("places", "heads_before")))
_TOWNS: Final = frozenset(map(event_key, PLACES))
_PROPER: Final = re.compile(r"\b[A-Z]\w+")
_SAME_TIME: Final = 3  # years between a meeting and a document that speaks of it
_FAMOUS: Final = 4  # sources that must know an abbreviation
_PROMINENT: Final = 6  # sources that know a place so well that the language model may be believed


def keys_of(subject: Subject, record: Record) -> frozenset[str]:
    """Return the keys of those of our forms that are names of the record as a whole."""
    key = event_key if subject.kind == "event" else name_key
    return frozenset(map(key, subject.forms)) & frozenset(map(key, names_of(record)))


def by_name(subject: Subject, record: Record, agreeing: frozenset[str]) -> Part | None:
    """Score the best agreement of any form; further forms that agree, or a list of ours, confirm it."""
    if not agreeing:
        return (0.45, "a list of ours gives it this name") if subject.also else None
    key = event_key if subject.kind == "event" else name_key
    label, own = key(record.label), key(subject.forms[0])
    points = OWN_NAME if label in agreeing else 0.45 if own in agreeing else 0.35
    confirmed = 0.1 * (points < OWN_NAME and label in map(key, subject.also)) or 0.05 * (len(agreeing) > 1)
    return points + confirmed, "name agrees" if label in agreeing else "another name agrees"


def doubts(subject: Subject, record: Record, agreeing: frozenset[str]) -> list[str]:
    """Return why the name may mean something else, whatever speaks for the item."""
    found = []
    sources = len(record.sources)
    label = frozenset(name_key(record.label).split())
    telling = (key for key in agreeing if not _of_another_body(frozenset(key.split()), label))
    if agreeing and not any(_telling(key, subject.kind, sources) for key in telling):
        found.append("the name is too general or too short")
    if subject.kind == "place" and subject.guessed and is_obscure(subject, record):
        found.append("the language model alone takes it for a place, and nothing near speaks for this one")
    if subject.kind == "event" and _of_another_year(subject, record):
        found.append("meetings of other years have this name")
    return found


def _telling(key: str, kind: str, sources: int) -> bool:
    """Whether a name can mean one thing only: neither general words alone nor an abbreviation that few know."""
    if kind == "place":
        return len(key) > 2 and key not in _PEOPLES and key not in _DIRECTIONS
    return not set(key.split()) <= _GENERAL and (len(key) > ABBREVIATION or sources >= _FAMOUS) and len(key) > 2


def is_obscure(subject: Subject, record: Record) -> bool:
    """Whether a place is not widely known, and nothing that describes it stands near."""
    return len(record.sources) < _PROMINENT and not _beside(subject, record)


def _of_another_body(name: frozenset[str], label: frozenset[str]) -> bool:
    """Whether an item's other name differs from its own in general words alone: a state has many such bodies."""
    return bool(name - label and label - name) and name ^ label <= _GENERAL


def _beside(subject: Subject, record: Record) -> bool:
    """Whether a name in the item's description, mostly that of its country, stands near."""
    names = words_of(" ".join(_PROPER.findall(record.description or "")))
    return not (names - words_of(subject.forms[0])).isdisjoint(subject.company)


def _of_another_year(subject: Subject, record: Record) -> bool:
    """Whether the name says but where it was ("Geneva Conference"), and no document is of about its year."""
    named = set(event_key(subject.forms[0]).split())
    if named.isdisjoint(_MEETINGS) or " ".join(sorted(named - _GENERAL)) not in _TOWNS:
        return False
    return not any(record.year and abs(record.year - year) <= _SAME_TIME for year in subject.years)
