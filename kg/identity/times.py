"""Whether a candidate lived, or stood, in the years of the documents."""

import re
from collections.abc import Sequence
from typing import Final

from kg.identity.authority import Record, life_of
from kg.identity.lookup import name_key
from kg.identity.subject import Part

ALIVE: Final = "alive at the time"
IN_OFFICE: Final = "in office about then"

_YEAR: Final = re.compile(r"\b(1[89]\d\d|20[0-2]\d)\b")
_SPAN: Final = re.compile(r"\b(1\d\d\d)\s*(?:[-–—−]|and|to)\s*(1[89]\d\d|20[0-2]\d)\b")
_SINCE: Final = re.compile(r"\bsince (1[89]\d\d|20[0-2]\d)\b")
_GROWN: Final = 14  # years of age at which one is named in documents
_TAKEN_NAMES: Final = dict(
    re.findall(
        r"(\D+) (\d+)\s*",
        """
    azerbaijan 1991  benin 1975  congo 1960  croatia 1991  ghana 1957  guinea 1958  macedonia 1991  mali 1960
    mauritania 1960  moldova 1991  moldavia 1991  palestine 1988  serbia 2006  slovakia 1993  somaliland 1991
    sudan 1956  transnistria 1990  yemen 1990
    """.strip(),
    )
)
"""States that took the name of a land or of another state, each with its first year: it does not mean them before."""


def by_dates(kind: str, years: Sequence[int], record: Record) -> Part | None:
    """Score life dates, or the years in which a state or an event stood, against the documents; None for impossible."""
    if not years:
        return 0.0, ""
    first, last = years[0], years[-1]
    if kind == "person":
        return _life(record, first, last)
    if kind == "place":
        return _state(record, first, last)
    if kind == "event" and record.year and record.year > last:
        return None
    return 0.0, ""


def stood(record: Record) -> tuple[int, int] | None:
    """Return the years in which a state stood, as its description gives them."""
    span = _SPAN.search(record.description or "")
    return (int(span[1]), int(span[2])) if span else None


def _state(record: Record, first: int, last: int) -> Part | None:
    """Score the years of a state: it is spoken of after its end, as the past, but not before there was one."""
    since = _begun(record)
    if since and last < since:
        return None
    if since and first < since:
        return -0.2, f"not there before {since}"
    years = stood(record)
    if not years:
        return 0.0, ""
    start, end = years
    if end < first - 5:
        return None
    return (0.2, f"stood {start}-{end}") if last <= end else (-0.08, "not of all the years")


def _begun(record: Record) -> int | None:
    """Return the year in which a state began, as its description gives it, or as is known of those with old names."""
    year = _SPAN.search(record.description or "") or _SINCE.search(record.description or "")
    known = None if "historical country" in record.p31 else _TAKEN_NAMES.get(name_key(record.label))
    return int(year[1]) if year else int(known) if known else None


def _life(record: Record, first: int, last: int) -> Part | None:
    birth, death = life_of(record)
    if (birth and birth + _GROWN > first) or (death and death < first - 100) or (birth and birth < first - 150):
        return None
    if birth and (death or birth + 90) >= first:
        return 0.1, ALIVE
    if death and death < first - 30:
        return -0.1, "dead for long"
    active = [int(year) for year in _YEAR.findall(record.description or "")]
    if active and not birth:
        return (0.15, IN_OFFICE) if min(active) - 15 <= last and first <= max(active) + 15 else None
    return 0.0, ""
