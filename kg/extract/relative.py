"""Dates said relative to others: "the following day", "three days ago", "last June", "on Sunday".

Deictic ones are measured from the day of the document, or of the entry in a diary; the others from the date that the
same paragraph or note named last, which may itself be relative ("on Thursday … the same evening"); one in apposition
("on 5 May, the day before …") is that date itself.
"""

import datetime as dt
import re
from bisect import bisect_right, insort
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from kg.extract.relative_rules import BACK, RULES, TOLD
from kg.extract.relative_values import Context
from kg.model import DateMention, quote
from kg.read.calendar import Day, Reading
from kg.read.date_forms import SEASON_FROM

_HEADED: Final = re.compile(r"(?:^|[.!?)\]]|[A-ZА-Я]|\n[ \t]*)$")
_HEADING: Final = re.compile(r"[.:]?[ \t]*\n|[.:](?=[A-ZА-Я])")
_LOOK: Final = 40
_FAR: Final = 800  # characters over which a paragraph may go on counting from a day of the one before
_YEAR: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?!X)")  # of a day, a month, a span, and of no decade
_DAY_LENGTH: Final = 10  # of an EDTF that fixes a day


@dataclass(frozen=True, slots=True)
class _Point:
    """A day that the text names at a stretch."""

    start: int
    end: int
    day: dt.date


class _Named(NamedTuple):
    """A year, with its month or 0, that the text names in words that end there."""

    end: int
    year: int
    month: int


def home(bounds: list[int], offset: int) -> int:
    """Return the bound at or before the offset: where its paragraph or note begins."""
    return bounds[max(0, bisect_right(bounds, offset) - 1)]


def relative(
    text: str, dated: list[tuple[Reading, bool]], bounds: list[int], own: str, notes_from: int
) -> list[DateMention]:
    """Resolve what is said relative to the day of the document or entry, or to a date named before.

    Those that count from the document's day come first, since others may count from them.
    """
    taken = [(reading.start, reading.end) for reading, _ in dated]
    points = [_Point(r.start, r.end, day) for r, _ in dated if (day := _point(r.high or r.low))]
    entries = [
        (r.start, day)
        for r, _ in dated
        if r.start < notes_from and (day := _point(r.high or r.low)) and _heads(text, r)
    ]
    named = [_Named(r.end, last.year, last.month or 0) for r, _ in dated if (last := r.high or r.low).year]
    resolved: list[DateMention] = []
    matches = [(rule, resolve, match) for rule, pattern, resolve in RULES for match in pattern.finditer(text)]
    for rule, resolve, match in sorted(matches, key=lambda each: _turn(each[0], each[2])):
        start, end = match.span()
        at = bisect_right(taken, (start, end))
        if (at and taken[at - 1][1] > start) or (at < len(taken) and taken[at][0] < end):
            continue
        entry = bisect_right(entries, (start, dt.date.max)) if start < notes_from else 0
        now = entries[entry - 1][1] if entry else _own_day(own)
        begins, body = home(bounds, start), start < notes_from
        context = _context(text, points, (start, end), begins, now, body)
        year, month = _latest(named, (begins, start), now if body else None)
        value = resolve(match, replace(context, year=year, month=month))
        if rule in TOLD and (day := _told(text, points, end)):
            value = day.isoformat()
        if value:
            insort(taken, (start, end))
            resolved.append(DateMention(quote(text, start, end), value, rule, inferred=True))
            if year_told := _YEAR.match(value):
                insort(named, _Named(end, int(year_told[1]), int(year_told[2] or 0)))
            if len(value) == _DAY_LENGTH and "/" not in value:
                insort(points, _Point(start, end, dt.date.fromisoformat(value)), key=_end)
    return resolved


def _latest(named: list[_Named], place: tuple[int, int], now: dt.date | None) -> tuple[int | None, dt.date | None]:
    """Return the year and the month named last in a stretch; a body tells of what is past."""
    at = bisect_right(named, (place[1],))
    past = [
        each
        for each in reversed(named[max(0, at - _LOOK) : at])
        if each.end > place[0] and (now is None or (each.year, each.month) <= (now.year, now.month))
    ]
    month = next((each for each in past if 0 < each.month < SEASON_FROM), None)
    return (past[0].year if past else None), month and dt.date(month.year, month.month, 1)


def _turn(rule: str, match: re.Match[str]) -> int:
    """Return when an expression is read: by its place if it counts back, as "the 9th" does without its month."""
    return match.start() if rule in BACK and not match.groupdict().get("which") else -1


def _context(
    text: str,
    points: list[_Point],
    place: tuple[int, int],
    begins: int,
    now: dt.date | None,
    body: bool,  # noqa: FBT001
) -> Context:
    """Return what an expression is measured from. A body tells of what is past, so a day after its own is no base."""
    i = bisect_right(points, place[0], key=_end)
    before = points[i - 1] if i and points[i - 1].start >= begins else None
    past = [p for p in points[max(0, i - 8) : i] if not body or now is None or p.day <= now]
    here = [p for p in past if p.start >= begins][-1:] or ([before] if before else [])
    there = [p for p in past if p.start < begins and place[0] - p.end < _FAR][-1:]
    return Context(
        now=now,
        last=here[0].day if here else None,
        apposition=before.day if before and _between(text, ", ", before.end, place[0]) else None,
        earlier=there[0].day if there and body else None,
    )


def _told(text: str, points: list[_Point], end: int) -> dt.date | None:
    """Return the date that says outright which day is meant: "the following day, 5 May", "two days later (5 May)"."""
    i = bisect_right(points, end, key=_end)
    told = i < len(points) and any(_between(text, mark, end, points[i].start) for mark in (" (", ", ", ", on "))
    return points[i].day if told else None


def _end(point: _Point) -> int:
    return point.end


def _between(text: str, mark: str, start: int, end: int) -> bool:
    """Say whether just this mark stands between the offsets, without copying what may be a long way."""
    return end - start == len(mark) and text.startswith(mark, start)


def _point(day: Day) -> dt.date | None:
    """Return the day where it is known in full."""
    if day.year is None or day.month is None or day.day is None:
        return None
    return dt.date(day.year, day.month, day.day)


def _own_day(own: str) -> dt.date | None:
    """Return the first day of the document's date; a month alone counts from its last day, a year fixes nothing."""
    parts = [int(p) for p in re.findall(r"\d+", own.split("/", maxsplit=1)[0])]
    if len(parts) < 2:
        return None
    year, month = parts[:2]
    return dt.date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1])


def _heads(text: str, reading: Reading) -> bool:
    """Say whether the date stands alone at the head of an entry of a diary, at times glued to what surrounds it."""
    if reading.high is not None:
        return False
    before, after = text[max(0, reading.start - _LOOK) : reading.start], text[reading.end : reading.end + _LOOK]
    return bool(_HEADED.search(before) and _HEADING.match(after))
