"""How dates said relative to others resolve: from the day of the document, or from what was named last."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kg.read.date_forms import MONTHS, SEASON_FROM

DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNT: Final = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
}


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative expression is measured from: the day of the document or entry, and the date named last."""

    now: dt.date | None
    last: dt.date | None
    apposition: dt.date | None
    earlier: dt.date | None  # named in a paragraph before this one
    month: dt.date | None = None  # the first day of the month that this paragraph named last, with a day or without
    year: int | None = None  # that this paragraph named last


Resolve = Callable[[re.Match[str], Context], str | None]


def iso(day: dt.date | None) -> str | None:
    """Return the day in EDTF."""
    return day.isoformat() if day else None


def plus(day: dt.date | None, days: int) -> str | None:
    """Return the day so many days away."""
    return iso(day + dt.timedelta(days)) if day else None


def months_back(day: dt.date, months: int) -> str:
    """Return the month so many months before that of the day."""
    index = day.year * 12 + day.month - 1 - months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def number(word: str) -> int:
    """Return the value of a number in words or figures."""
    return COUNT.get(word.casefold(), 0) or int(word)


def shifted(day: dt.date | None, count: int, unit: str) -> str | None:
    """Return the day so many units away (negative: before), as exact as the unit counted."""
    if day is None:
        return None
    if unit.startswith(("day", "week")):
        return plus(day, count * (7 if unit.startswith("week") else 1))
    return months_back(day, -count) if unit.startswith("month") else f"{day.year + count:04d}"


def base(match: re.Match[str], context: Context) -> dt.date | None:
    """Return what "two weeks later" counts from: the day named last; months count from the month named last."""
    return (context.month if match["u"] == "month" else None) or context.last


def weekday(match: re.Match[str], context: Context) -> str | None:
    """Return the last such day before the day of the document, or the next one after it where the text says so."""
    if context.now is None:
        return None
    wanted = DAYS.index(match["day"].lower())
    if (match["which"] or "").lower() == "next" or match["to"]:
        return plus(context.now, (wanted - context.now.weekday() - 1) % 7 + 1)
    return plus(context.now, -((context.now.weekday() - wanted - 1) % 7 + 1))


def last_month(match: re.Match[str], context: Context) -> str | None:
    """Return "last June", "this June", "next June"."""
    if context.now is None:
        return None
    month, which = MONTHS.index(match["month"]) + 1, match["which"].lower()
    year = context.now.year
    if which == "last" and month >= context.now.month:
        year -= 1
    if which == "next" and month <= context.now.month:
        year += 1
    return f"{year:04d}-{month:02d}"


def past_years(match: re.Match[str], context: Context) -> str | None:
    """Return the years of "the past four years", this one included."""
    if context.now is None:
        return None
    return f"{context.now.year - number(match['n']):04d}/{context.now.year:04d}"


_TERM: Final = re.compile(r"\b(?:by|until|till|for)(?: \w+)?(?: on| of)? $")


def next_day(match: re.Match[str], context: Context) -> str | None:
    """Return the day after the one named last, in the paragraph before if need be; a term counts from today."""
    term = _TERM.search(match.string, max(0, match.start() - 24), match.start())
    return plus(context.last or (None if term else context.earlier) or context.now, 1)


FEASTS: Final = {
    "New Year's Eve": (12, 31),
    "New Year": (1, 1),
    "St. Valentine's Day": (2, 14),
    "May Day": (5, 1),
    "Christmas Eve": (12, 24),
    "Christmas": (12, 25),
}

LETTERS: Final = {"inst": 0, "ult": 1, "prox": -1}

SEASONS: Final = ("spring", "summer", "autumn", "winter")

_WAY: Final = {"this": 0, "last": -1, "next": 1}


def week(match: re.Match[str], context: Context) -> str | None:
    """Return the days of "last week", Monday to Sunday."""
    if context.now is None:
        return None
    monday = context.now + dt.timedelta(7 * _WAY[match["which"].lower()] - context.now.weekday())
    return f"{monday.isoformat()}/{plus(monday, 6)}"


def year_beside(match: re.Match[str], context: Context) -> str | None:
    """Return "the same year", "the previous year", "the year after", counted from the year named last."""
    if context.year is None:
        return None
    away = {"same": 0, "that": 0, "following": 1, "next": 1, "after": 1}.get(match["which"] or "that", -1)
    return f"{context.year + away:04d}"


def feast(match: re.Match[str], context: Context) -> str | None:
    """Return the last such feast before the day of the document."""
    if context.now is None:
        return None
    day = dt.date(context.now.year, *FEASTS[match["feast"]])
    return iso(day if day <= context.now else day.replace(year=day.year - 1))


_NEAR: Final = 15  # days; "the 29th", said on the 5th, is rather behind than ahead


def day_of_month(match: re.Match[str], context: Context) -> str | None:
    """Return "the 4th", of the month of the date named last or of the document; None where it has no such day."""
    day = context.now if match["which"] else context.month or context.last or context.now
    if day is None:
        return None
    far = day == context.now and int(match["d"][:-2]) - day.day > _NEAR and not match["which"]
    month = months_back(day, {"last": 1, "next": -1}.get(match["which"] or "", int(far)))
    days = [f"{month}-{int(nth[:-2]):02d}" for nth in (match["d"], match["d2"]) if nth]
    return (
        "/".join(days) if all(int(each[-2:]) <= monthrange(*map(int, month.split("-")))[1] for each in days) else None
    )


def official(match: re.Match[str], context: Context) -> str | None:
    """Return "the 5th inst." of a letter."""
    if context.now is None:
        return None
    month, day = months_back(context.now, LETTERS.get(match["which"], 0)), int(re.sub(r"\D", "", match["d"]))
    return f"{month}-{day:02d}" if 0 < day <= monthrange(*map(int, month.split("-")))[1] else None


def season_of(match: re.Match[str], context: Context) -> str | None:
    """Return "the autumn of last year"."""
    return _season(match, context.now.year + _WAY[match["which"].lower()] if context.now else None)


def last_season(match: re.Match[str], context: Context) -> str | None:
    """Return "this summer" and "last summer", which is the last one that is over."""
    if context.now is None:
        return None
    over = context.now.month > 3 * SEASONS.index(match["season"]) + 5
    return _season(match, context.now.year + (0 if over else _WAY[match["which"].lower()]))


def _season(match: re.Match[str], year: int | None) -> str | None:
    return f"{year:04d}-{SEASONS.index(match['season']) + SEASON_FROM}" if year else None
