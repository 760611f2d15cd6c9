"""The grammar of dates: what a date looks like, and its value in EDTF (Library of Congress, levels 0 and 1).

Pure functions over a text. A missing year stays missing here; `kg.extract.dates` supplies it.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.read.date_forms import (
    AND_MONTH,
    BEFORE_DECADE,
    BEFORE_MONTH,
    BEFORE_NUMBERS,
    CIRCA,
    COUNTED,
    COUNTS,
    LABEL,
    NUMBER,
    PATTERNS,
    SEASON_FROM,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A point of the calendar as far as it is known; a month above twenty is a season."""

    year: int | None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A date in a text: its stretch, its first and last day (`high` is None for a single one), and the rule."""

    start: int
    end: int
    rule: str
    low: Day
    high: Day | None = None
    circa: bool = False
    decade: bool = False
    unbounded: str = ""  # "before" or "after": the day is the end, or the beginning, of a span that is open


def edtf(reading: Reading) -> str:
    """Return the EDTF of a reading; an unknown year is `XXXX`."""
    if reading.decade:
        return f"{reading.low.year}"[:3] + "X"
    text = _edtf(reading.low) if reading.high is None else f"{_edtf(reading.low)}/{_edtf(reading.high)}"
    if reading.unbounded:
        return f"../{text}" if reading.unbounded == "before" else f"{text}/.."
    return text + "~" if reading.circa else text


def _edtf(day: Day) -> str:
    parts = [f"{day.year:04d}" if day.year is not None else "XXXX"]
    parts += [f"{part:02d}" for part in (day.month, day.day) if part is not None]
    return "-".join(parts)


def exists(day: Day) -> bool:
    """Say whether the calendar has such a day (29 February is let pass where the year is unknown)."""
    if day.month is None or day.day is None:
        return True
    return day.month < SEASON_FROM and day.day <= calendar.monthrange(day.year or 2000, day.month)[1]


def real(reading: Reading) -> bool:
    """Say whether the calendar has the days of a reading."""
    return exists(reading.low) and (reading.high is None or exists(reading.high))


_AGE: Final = re.compile(r"\b(?:his|her|their|my|our|your)\s(?:\w+[\s-])?$")  # in his late fifties
_LOOK_BACK: Final = 24
_NO_NUMBER: Final = frozenset({"iso", "day-first", "month-first", "year-first"})  # what looks so can be only a date


def readings(text: str, *, impossible: bool = False) -> list[Reading]:
    """Return the dates that stand in the text with a calendar word or number, in order, none inside another.

    With `impossible` also those that are surely meant as dates, of days that the calendar has not (30 February).
    """
    found = sorted(_all(text), key=lambda r: (r.start, -r.end))
    kept: list[Reading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
        elif reading.end - reading.start > kept[-1].end - kept[-1].start:
            kept[-1] = reading
    whole = [_unbounded(text, reading) for reading in _joined(text, kept)]
    return whole if impossible else [reading for reading in whole if real(reading)]


def _all(text: str) -> Iterator[Reading]:
    for rule, pattern in PATTERNS:
        for match in pattern.finditer(text):
            reading = _read(rule, match)
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
            if reading is None or not _plausible(reading, match, before):
                continue
            yield replace(reading, circa=bool(CIRCA.search(before)) and rule in ("year", "years", "month-year"))


def _plausible(reading: Reading, match: re.Match[str], before: str) -> bool:
    """Say whether what stands before lets the words be a date: no label of a number, a preposition for a month."""
    if reading.rule == "month":
        return bool(BEFORE_MONTH.search(before) or AND_MONTH.match(match.string, match.end()))
    if reading.rule == "roman" and match["y"] is None:
        # "1 I" and "5 V" without a year or more context are rather a number and a pronoun or a numeral
        return not LABEL.search(before) and not (match["m"] == "I" and match["s"][-1].isspace())
    if reading.rule == "decade" and match["y"] is None:
        return "Jahr" in match[0] or bool(BEFORE_DECADE.search(before) and not _AGE.search(before))
    if reading.rule == "numeric" and match["y"] is None:
        return bool(BEFORE_NUMBERS.search(before))
    if reading.rule in ("year", "years", "decade"):
        counted = COUNTS.search(before) and COUNTED.match(match.string, match.end())
        return not (counted or LABEL.search(before))
    return not before.endswith((" No. ", " pp. ", " p. "))


def _read(rule: str, match: re.Match[str]) -> Reading | None:
    """Turn a match into a reading, or None where it is no day of the calendar."""
    parts = match.groupdict()
    year = _year(parts.get("y") or parts.get("yy") or parts.get("ya"))
    if rule == "slashed":
        return _slashed(match, year)
    if rule == "two-calendars":
        return _two_calendars(match, year)
    month = NUMBER[parts["m"].casefold()] if rule not in ("iso", "numeric", "minuted") and parts.get("m") else None
    if month is None and parts.get("m"):
        month = int(parts["m"])
    if rule == "decade":
        return Reading(match.start(), match.end(), rule, Day(year or month), decade=True)
    day = int(parts["d"]) if parts.get("d") else None
    low, high = Day(year, month, day), None
    if parts.get("d0"):
        low, high = Day(year, month, int(parts["d0"])), low
    elif parts.get("d2"):
        high = Day(year, month, int(parts["d2"]))
    elif parts.get("y2") and year is not None:
        last = parts["y2"].translate(_NO_BRACKETS)
        high = Day(int(last) if len(last) > 2 else year // 100 * 100 + int(last))
    if high and (high.year or 0, high.day or 0) <= (low.year or 0, low.day or 0):
        return Reading(match.start("d"), match.end(), rule, high) if parts.get("d0") else None
    end = match.end() - (match.group().endswith("]") and "[" not in match.group())  # the bracket was opened before
    reading = Reading(match.start(), end, rule, low, high)
    return reading if real(reading) or rule in _NO_NUMBER else None


_NO_BRACKETS: Final = str.maketrans("", "", "[]")


def _year(digits: str | None) -> int | None:
    """Return the year; two figures belong to the twentieth century, that of the archives read here."""
    if digits is None:
        return None
    digits = digits.translate(_NO_BRACKETS)
    return int(digits) if len(digits) > 2 else 1900 + int(digits)


def _slashed(match: re.Match[str], year: int | None) -> Reading | None:
    """Read `23/10/1956` and `10/23/1956`; where both numbers could be the month nothing says which."""
    first, second = int(match["a"]), int(match["b"])
    if (first > 12) == (second > 12) and first != second:
        return None
    day, month = (first, second) if first > 12 else (second, first)
    low = Day(year, month, day)
    return Reading(match.start(), match.end(), "slashed", low) if exists(low) else None


_APART: Final = (10, 11, 12, 13)  # days, in the centuries since 1582
_JULIAN_UNTIL: Final = 1924  # the last churches and states of the East left that calendar


def _two_calendars(match: re.Match[str], year: int | None) -> Reading | None:
    """Read "3 (16) July 1903" and "25 October (7 November) 1917": the later of the two days is the Gregorian one."""
    month = match["m"] or match["m2"] or match["m1"]
    if year is None or year > _JULIAN_UNTIL or month is None:
        return None
    days = [
        Day(year, NUMBER[(match[name] or month).casefold()], int(match[day]))
        for name, day in (("m1", "d"), ("m2", "d2"))
    ]
    if not all(map(exists, days)):
        return None
    first, last = sorted(dt.date(year, day.month or 1, day.day or 1) for day in days)
    if (last - first).days not in _APART:
        return None
    return Reading(match.start(), match.end(), "two-calendars", Day(year, last.month, last.day))


_OPEN: Final = re.compile(  # how archivists date a paper that bears no date
    r"(?:(?P<before>[Nn]ot? later than|не позднее|ne pozdnee|[\[(][Bb]efore)|[Nn]ot? earlier than|не ранее|ne ranee"
    r"|[\[(][Aa]fter)\s+$"
)


def _unbounded(text: str, reading: Reading) -> Reading:
    """Read "[before 4 May 1957]" and "not earlier than 4 May 1957" as spans with an open end."""
    begins = max(0, reading.start - _LOOK_BACK)
    match = _OPEN.search(text[begins : reading.start])
    if not match or reading.high or reading.decade:
        return reading
    start = begins + match.start() + match.group().startswith(("[", "("))
    return replace(reading, start=start, unbounded="before" if match["before"] else "after")


_CONNECTOR: Final = re.compile(r"\s*(?:[-–—]|(?<=\s)(?:to|through|until|till|bis|до|по)(?:\sthe)?(?=\s))\s*")
_AND: Final = re.compile(r"\s+and\s+")
_BETWEEN: Final = re.compile(r"\b[Bb]etween\s+$")


def _runs_back(low: Day, high: Day) -> bool:
    """Say whether a span would end before it begins ("moved from 15 May to 14 May"); without years it may turn one."""
    if low.year is None:
        return low.month == high.month and (low.day or 0) >= (high.day or 0) > 0
    return (low.year, low.month or 0, low.day or 0) > (high.year or 0, high.month or 12, high.day or 31)


def _joined(text: str, found: list[Reading]) -> list[Reading]:
    """Join two dates with "to" or a dash between them into one interval; the first takes its year from the second."""
    joined: list[Reading] = []
    for reading in found:
        last = joined[-1] if joined else None
        if last and last.high is None and reading.high is None and not (last.decade or reading.decade):
            gap = text[last.end : reading.start]
            between = _AND.fullmatch(gap) and _BETWEEN.search(text[max(0, last.start - 10) : last.start])
            if len(gap) < 12 and (_CONNECTOR.fullmatch(gap) or between):
                low = last.low
                if low.year is None and reading.low.year is not None:
                    later = (low.month or 0, low.day or 0) > (reading.low.month or 0, reading.low.day or 0)
                    low = replace(low, year=reading.low.year - later)
                if (low.year is not None or reading.low.year is None) and not _runs_back(low, reading.low):
                    joined[-1] = Reading(last.start, reading.end, "interval", low, reading.low, circa=reading.circa)
                    continue
        joined.append(reading)
    return joined
