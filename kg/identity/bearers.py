"""Bearers of one surname across documents: which of them are the same person.

Two bearers are joined when their names agree, their documents are at most fifteen years apart, and no third bearer
could be meant as well. Measured on 24,442 mentions of 6,400 people in lists of persons (`kg evaluate --names`), this
joins pairs with a precision of .997 at a recall of .912.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import combinations, pairwise
from typing import Final

from kg.identity.names import Name, called_wife, compare_names, key, parse

YEARS_APART: Final = 15
"""Years between two documents that may name one person, at most."""

_OFTEN: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Somebody in one document: a number to refer to, the fullest form of the name, the document and its year.

    `wife` says that the name comes with Mrs. or the like: it may be the husband's. `offices` are the titles and offices
    that the document gives, `company` the people it names beside. `kept_from` are names that people decided are not its
    own: it meets only those of whom they decided the same.
    """

    index: int
    label: str
    document: str
    year: int | None
    wife: bool = False
    offices: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    kept_from: frozenset[str] = frozenset()


def same_bearers(bearers: Iterable[Bearer]) -> list[tuple[int, int]]:
    """Return the pairs (by index) that are the same person, in a fixed order."""
    blocks: defaultdict[tuple[str, bool, tuple[str, ...]], dict[Name, list[Bearer]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for bearer in bearers:
        wife = bearer.wife or called_wife(bearer.label)
        blocks[key(bearer.label), wife, tuple(sorted(bearer.kept_from))][parse(bearer.label)].append(bearer)
    return [pair for block in sorted(blocks) if block[0] for pair in _pairs(blocks[block])]


def _pairs(block: Mapping[Name, Sequence[Bearer]]) -> list[tuple[int, int]]:
    """Return the pairs of one key: those whose names agree, where all names that agree with either agree together."""
    rivals = _rivals(block)
    if not all(compare_names(one, other).score for one, other in combinations(filter(_is_full, block), 2)):
        block = {name: bearers for name, bearers in block.items() if name.given}  # a bare surname could be any of them
    agreeing = {
        one: [
            other
            for other in block
            if (one is other or compare_names(one, other).score) and frozenset((one, other)) not in rivals
        ]
        for one in block
    }
    weight = {name: len({bearer.document for bearer in bearers}) for name, bearers in block.items()}
    agreeing = {one: _without_slips(others, agreeing, weight) for one, others in agreeing.items()}
    clear = {one for one, others in agreeing.items() if all(a in agreeing[b] for a, b in combinations(others, 2))}
    pairs = []
    for one in sorted(block, key=astuple):
        meant = [o for o in agreeing[one] if o in clear and one in agreeing[o]] if one in clear else [one]
        pairs += _neighbours(bearer for name in meant for bearer in block[name])
    return pairs


def _is_full(name: Name) -> bool:
    return bool(name.given)


def _without_slips(
    names: Sequence[Name], agreeing: Mapping[Name, Sequence[Name]], weight: Mapping[Name, int]
) -> list[Name]:
    """Return the names without those of one document that disagree with one of many documents: a slip of the pen."""
    return [
        name
        for name in names
        if not any(other not in agreeing[name] and weight[other] >= _OFTEN * weight[name] for other in names)
    ]


def _rivals(block: Mapping[Name, Sequence[Bearer]]) -> set[frozenset[Name]]:
    """Return the pairs of names that one document keeps apart: there they are two people."""
    together: defaultdict[str, set[Name]] = defaultdict(set)
    for name, bearers in block.items():
        for bearer in bearers:
            together[bearer.document].add(name)
    return {frozenset(pair) for names in together.values() for pair in combinations(sorted(names, key=astuple), 2)}


def _neighbours(bearers: Iterable[Bearer]) -> list[tuple[int, int]]:
    """Return the pairs of neighbours in time: of two documents, at most fifteen years apart where both are dated.

    A document that keeps two bearers of the name apart is passed over: who of them is meant elsewhere is open.
    """
    ordered = sorted(bearers, key=lambda b: (b.year or 0, b.document, b.index))
    often = Counter(bearer.document for bearer in ordered)
    return [
        (one.index, other.index)
        for one, other in pairwise(bearer for bearer in ordered if often[bearer.document] == 1)
        if one.year is None or other.year is None or abs(one.year - other.year) <= YEARS_APART
    ]
