"""Names that say too little by themselves, merged by what is said around them: office, dates, and company kept.

A surname alone, or with initials, that the names leave open goes to the bearer of a fuller name whose documents call
him by the same office or name the same people, where nobody else of that name comes near in this.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kg.identity.bearers import YEARS_APART, Bearer
from kg.identity.names import Name, compare_names, key, parse

_ENOUGH: Final = 3  # words of an office beyond the first, or people named in both
_SHARE: Final = 0.2  # of the people named beside, who must be the same
_CLEARLY: Final = 3  # times as much as speaks for anybody else
_ADDRESS: Final = re.compile("mrs?|ms|miss|mme|madame|monsieur|messrs|sir|herr|frau|dr|comr?(?:ade)?s?|cdes?|tov|тов")
_IN_FULL: Final = 2  # letters of a given name, at most, that is but an initial


@dataclass(frozen=True, slots=True)
class Merge:
    """Two groups of bearers (a member of each, by index) that are one person, and what speaks for it."""

    one: int
    other: int
    why: str


@dataclass(frozen=True, slots=True)
class _Group:
    """The bearers put together so far: their names, documents, years, offices and company."""

    index: int
    names: frozenset[Name]
    documents: frozenset[str]
    years: frozenset[int]
    offices: frozenset[str]
    company: frozenset[str]
    wife: bool


def by_context(groups: Iterable[Sequence[Bearer]]) -> list[Merge]:
    """Return the merges of groups that names leave open, in the order of the groups."""
    blocks: defaultdict[tuple[str, bool], list[_Group]] = defaultdict(list)
    for group in map(_group, groups):
        for block in sorted({key(name.surname) for name in group.names}):
            blocks[block, group.wife].append(group)
    merges = {
        group.index: merge
        for block in sorted(blocks)
        if block[0]
        for group in blocks[block]
        if _rank(group) < _IN_FULL and (merge := _merge(group, blocks[block]))
    }
    return [merges[index] for index in sorted(merges)]


def _group(bearers: Sequence[Bearer]) -> _Group:
    return _Group(
        index=bearers[0].index,
        names=frozenset(parse(bearer.label) for bearer in bearers),
        documents=frozenset(bearer.document for bearer in bearers),
        years=frozenset(bearer.year for bearer in bearers if bearer.year is not None),
        offices=frozenset().union(*(bearer.offices for bearer in bearers)),
        company=frozenset().union(*(bearer.company for bearer in bearers)),
        wife=any(bearer.wife for bearer in bearers),
    )


def _rank(group: _Group) -> int:
    """Return how full the fullest name is: 0 a surname, 1 with initials, 2 with a given name."""
    given = [part for name in group.names for part in name.given]
    return 0 if not given else 1 + any(len(part) > _IN_FULL for part in given)


def _merge(group: _Group, block: Sequence[_Group]) -> Merge | None:
    """Return the merge with the one fuller bearer for whom enough speaks, and clearly more than for all others."""
    rivals = [other for other in block if other is not group and _rank(other) > _rank(group) and _may_be(group, other)]
    weighed = sorted(((_weight(group, other), other.index, other) for other in rivals), reverse=True)  # no index twice
    if not weighed or weighed[0][0] < _ENOUGH or (len(weighed) > 1 and weighed[0][0] < _CLEARLY * weighed[1][0]):
        return None
    best = weighed[0][2]
    return Merge(group.index, best.index, _reasons(group, best))


def _may_be(one: _Group, other: _Group) -> bool:
    """Whether names, documents and dates allow two groups to be one person; a sound alike is not enough here."""
    spelt_alike = not {name.surname for name in one.names}.isdisjoint(name.surname for name in other.names)
    names_agree = spelt_alike and all(compare_names(a, b).score for a in one.names for b in other.names)
    near = not (one.years and other.years) or _years_between(one.years, other.years) <= YEARS_APART
    return names_agree and near and one.documents.isdisjoint(other.documents)


def _years_between(one: Iterable[int], other: Iterable[int]) -> int:
    other = tuple(other)
    return min(abs(a - b) for a in one for b in other)


def _weight(one: _Group, other: _Group) -> int:
    """Count what speaks for two groups: offices by their words beyond the first, and people named beside both.

    Many are captains, few are ministers of foreign affairs. In a mere list of names, a few of hundreds met elsewhere
    say nothing.
    """
    offices = sum(min(len(office.split()) - 1, _ENOUGH) for office in one.offices & other.offices)
    met = len(one.company & other.company)
    return offices + (met if met >= _SHARE * len(one.company) else 0)


def _reasons(one: _Group, other: _Group) -> str:
    parts = []
    if offices := sorted(one.offices & other.offices):
        parts.append(f"both are called {', '.join(offices[:2])}")
    if company := sorted(one.company & other.company):
        parts.append(f"named with both: {len(company)} others")
    return "; ".join((*parts, "nobody else of the name comes near in this"))


def offices_of(notes: Iterable[str]) -> frozenset[str]:
    """Return titles and offices in comparable form, without mere forms of address ("Comrade")."""
    plain = (" ".join(note.casefold().replace(".", "").split()) for note in notes)
    return frozenset(office for office in plain if office and not _ADDRESS.fullmatch(office))
