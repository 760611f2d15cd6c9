"""How far the names of a person in the documents agree with those of an item: whole, in part, or by a bare surname."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from kg.identity.authority import Record, names_of
from kg.identity.lookup import in_order, name_key, person_name
from kg.identity.names import Name, compatible, parse, surname_key
from kg.identity.subject import Part, Subject

_WHOLE: Final = 0.6  # points
_ENOUGH: Final = 0.5  # points for an agreement that says enough
_INITIALS: Final = 2  # two initials that agree, or one given name of several
_IN_FULL: Final = 3


def by_name(subject: Subject, record: Record, agreeing: AbstractSet[str]) -> Part | None:
    """Score the best agreement of the fullest form, the first, with a name of the record; None for discord."""
    form = subject.forms[0]
    ours = person_name(form)
    in_full = any(len(given) > _INITIALS for given in ours.given)
    if in_full and (name_key(form) in agreeing or _is_whole(form, names_of(record))):
        return _WHOLE, "the whole name agrees"
    agreed = _agreement(ours, record)
    if agreed < 0 or len(ours.surname) < _INITIALS:
        return None
    if agreed >= _IN_FULL:
        return 0.55, "surname and given names agree"
    if agreed >= _INITIALS:
        return _ENOUGH, "surname and initials, or one given name, agree"
    return (0.3, "surname and an initial agree") if agreed else (0.2, "a bare surname agrees")


def doubts(subject: Subject, record: Record, agreement: Part) -> list[str]:
    """Return why a name that agrees so far may be somebody else's, whatever speaks for the item."""
    found = []
    if agreement[0] < _ENOUGH:
        found.append("a surname, or with it one initial, says too little")
    if subject.wife:
        found.append("the name with Mrs. or the like may be the husband's")
    if subject.doubtful:
        found.append("others of the surname are named in the same documents")
    if _suffixes(subject.forms) - _suffixes(names_of(record)):
        found.append("of another generation")
    if _mixed(subject.forms, names_of(record)):
        found.append("some of the names are somebody else's")
    return found


def _is_whole(form: str, names: Iterable[str]) -> bool:
    return name_key(in_order(form)) in {name_key(in_order(name)) for name in names}


def _agreement(ours: Name, record: Record) -> int:
    """Return how much the given names agree, of the best of the record's names with this surname; -1 for discord."""
    names = map(person_name, names_of(record))
    return max((_given(ours.given, name.given) for name in names if name.surname == ours.surname), default=-1)


def _suffixes(names: Iterable[str]) -> set[str]:
    """Return what tells father and son apart ("jr") in names."""
    return {suffix for name in names if (suffix := person_name(name).suffix)}


def _mixed(forms: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a third or more of the forms with given names are those of somebody else: relatives, namesakes.

    A form of address by name and patronymic has no surname to tell by.
    """
    full = [form for form in forms if person_name(form).given and parse(form).surname]
    if not full:
        return True
    known = [person_name(name) for name in names]
    others = [f for f in full if not _is_whole(f, names) and not any(_agree(person_name(f), name) for name in known)]
    return len(others) * 3 >= len(full)


def _agree(ours: Name, theirs: Name) -> bool:
    return ours.surname == theirs.surname and _given(ours.given, theirs.given) >= 0


def _given(ours: tuple[str, ...], theirs: tuple[str, ...]) -> int:
    """Count what given names say together: 3 for one in full, 1 for an initial; 0 for nothing, -1 for discord.

    One name in full, where either has more that the other lacks, says no more than two initials.
    """
    if not ours or not theirs:
        return 0
    ours, theirs = (tuple(map(surname_key, given)) for given in (ours, theirs))  # Nikolai, Nikolay
    if not compatible(ours, theirs):
        return -1
    agreed = sum(_IN_FULL if a == b and len(a) > _INITIALS else 1 for a, b in zip(ours, theirs, strict=False))
    return _INITIALS if agreed == _IN_FULL and len(ours) != len(theirs) else agreed
