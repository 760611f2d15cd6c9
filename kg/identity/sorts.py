"""What kind of thing an item is: person, place, organisation or event, and what sort of place."""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from kg.identity.authority import Record
from kg.identity.subject import Part

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
        r"\b(?:position|song|album|film|television|name|disambiguation|taxon|planet|ship|football|club|language)\b"
    ),
}
"""Words of an item's classes that tell its kind, where the kind itself is not recorded."""

_ARTICLE: Final = {"person": "a", "place": "a", "organisation": "an", "event": "an"}

_SETTLEMENTS: Final = "city|town|village|port|commune|municipality|settlement|seat|capital|borough"
_SORTS: Final[dict[str, re.Pattern[str]]] = {
    **{word: re.compile(rf"\b(?:{_SETTLEMENTS})", re.IGNORECASE) for word in ("city", "town", "village", "port")},
    **{
        word: re.compile(rf"\b{word}", re.IGNORECASE)
        for word in ("province", "state", "region", "island", "peninsula", "river", "lake", "sea")
    },
    "district": re.compile(r"\b(?:district|borough)", re.IGNORECASE),
}
"""What an item must be called in its classes or its description, where a text calls a place by this word."""

_PARTS: Final = re.compile(r"\b(?:region|community|province|territory|land|state of|republic of|prefecture|oblast)\b")
_WHOLE: Final = re.compile(rf"\b(?:{_SETTLEMENTS}|countr|sovereign)")


def by_kind(wanted: str, record: Record) -> Part | None:
    """Score the kind: the same, or unknown; None for another one."""
    if record.kind in _KINDS[wanted]:
        return 0.15, f"{_ARTICLE[wanted]} {wanted}"
    told = {kind for kind, pattern in _CLASSES.items() if any(pattern.search(c) for c in record.p31)}
    if wanted in told:
        return 0.15, f"{_ARTICLE[wanted]} {wanted} by its class"
    another = told or any(record.kind in kinds for kinds in _KINDS.values())
    return None if another else (0.05, "of unknown kind")


def is_region(record: Record) -> bool:
    """Say whether an item is a part of a country, which may bear the name of another part, or of an older land."""
    return any(map(_PARTS.search, record.p31)) and not any(map(_WHOLE.search, record.p31))


def by_sort(called: AbstractSet[str], record: Record) -> Part:
    """Score what sort of place a text says it is ("Bergen - province") against the item's classes and description."""
    wanted = [_SORTS[word] for word in sorted(called) if word in _SORTS]
    told = " ".join((*record.p31, record.description or ""))
    if not wanted or any(sort.search(told) for sort in wanted) or not any(s.search(told) for s in _SORTS.values()):
        return 0.0, ""
    return -0.2, "of another sort than the text says"
