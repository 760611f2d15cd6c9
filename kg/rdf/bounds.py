"""The first and last day of an EDTF date, so that a store can compare what it cannot read.

EDTF: the Library of Congress specification of 2019, levels 0 to 2, as far as dates of archival records go: years of
four digits, months, days, unspecified digits (195X), seasons and quarters (21 to 41), qualifiers (~ ? %), intervals,
sets. A winter (24) is counted as the December of its year, as the `edtf` library does. Open ends give no day.
"""

import re
from calendar import monthrange
from typing import Final

Bounds = tuple[str, str]

NONE: Final[Bounds] = ("", "")

_QUALIFIERS: Final = str.maketrans("", "", "~?%")
_DATE: Final = re.compile(r"(\d{1,4}X{0,3})(?:-(\d\d|[01]X|XX)(?:-(\d\d|[0-3]X|XX))?)?(?:T.*)?")
_MONTHS: Final[dict[int, tuple[int, int]]] = {
    # seasons: of no hemisphere, northern, southern
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 12)),
    # quarters, thirds and halves of a year
    **dict(zip(range(33, 37), ((1, 3), (4, 6), (7, 9), (10, 12)), strict=True)),
    **dict(zip(range(37, 42), ((1, 4), (5, 8), (9, 12), (1, 6), (7, 12)), strict=True)),
}


def bounds(edtf: str) -> Bounds:
    """Return first and last day (ISO, both included); "" for an open end or a date that gives no days."""
    plain = edtf.translate(_QUALIFIERS).strip()
    if plain[:1] in {"[", "{"}:
        return _set(plain[1:-1])
    if "/" in plain:
        begin, _, end = plain.partition("/")
        return _one(begin)[0], _one(end)[1]
    return _one(plain)


def _set(members: str) -> Bounds:
    """Return the bounds of a list of dates and ranges; a range that is open makes the set open."""
    parts = [part.strip() for part in members.split(",")]
    begins = [_one(part.partition("..")[0])[0] for part in parts]
    ends = [_one(part.rpartition("..")[2])[1] for part in parts]
    return min(begins) if all(begins) else "", max(ends) if all(ends) else ""


def _one(date: str) -> Bounds:
    match = _DATE.fullmatch(date)
    if not match or len(match[1]) != len("YYYY") or match[1] == "XXXX":
        return NONE
    year, month, day = match.groups()
    years = int(year.replace("X", "0")), int(year.replace("X", "9"))
    months = _months(month)
    if not months or years[1] < 1:
        return NONE
    last = monthrange(years[1], months[1])[1]
    days = _days(day, last)
    if not days:
        return NONE
    return f"{max(years[0], 1):04}-{months[0]:02}-{days[0]:02}", f"{years[1]:04}-{months[1]:02}-{days[1]:02}"


def _months(month: str | None) -> tuple[int, int] | None:
    match month:
        case None | "XX":
            return 1, 12
        case "0X":
            return 1, 9
        case "1X":
            return 10, 12
        case _ if month.isdigit():
            number = int(month)
            return (number, number) if number in range(1, 13) else _MONTHS.get(number)
    return None


def _days(day: str | None, last: int) -> tuple[int, int] | None:
    if day is None or day == "XX":
        return 1, last
    first, final = max(int(day.replace("X", "0")), 1), min(int(day.replace("X", "9")), last)
    return (first, final) if first <= final and int(day.replace("X", "0")) <= last else None
