"""The words for dates said relative to others, and how each resolves: "the following day", "last June", "5th inst."."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kg.read.alternatives import alternatives
from kg.read.date_forms import MONTH, MONTHS, SEASON_FROM

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNT: Final = {
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
_N: Final = rf"(?P<n>{alternatives(f(n) for n in _COUNT for f in (str, str.title, str.upper))}|[1-9]\d?)"


@dataclass(frozen=True, slots=True)
class Context:
    """What a relative expression is measured from: the day of the document or entry, and the date named last."""

    now: dt.date | None
    last: dt.date | None
    apposition: dt.date | None
    earlier: dt.date | None  # named in a paragraph before this one


Resolve = Callable[[re.Match[str], Context], str | None]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _plus(day: dt.date | None, days: int) -> str | None:
    return _iso(day + dt.timedelta(days)) if day else None


def _months_back(day: dt.date, months: int) -> str:
    index = day.year * 12 + day.month - 1 - months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def _number(word: str) -> int:
    return _COUNT.get(word.casefold(), 0) or int(word)


def _shifted(day: dt.date | None, count: int, unit: str) -> str | None:
    """Return the day so many units away (negative: before), as exact as the unit counted."""
    if day is None:
        return None
    if unit.startswith(("day", "week")):
        return _plus(day, count * (7 if unit.startswith("week") else 1))
    return _months_back(day, -count) if unit.startswith("month") else f"{day.year + count:04d}"


def _weekday(match: re.Match[str], context: Context) -> str | None:
    """Return the last such day before the day of the document, or the next one after it where the text says so."""
    if context.now is None:
        return None
    wanted = _DAYS.index(match["day"].lower())
    if (match["which"] or "").lower() == "next" or match["to"]:
        return _plus(context.now, (wanted - context.now.weekday() - 1) % 7 + 1)
    return _plus(context.now, -((context.now.weekday() - wanted - 1) % 7 + 1))


def _last_month(match: re.Match[str], context: Context) -> str | None:
    if context.now is None:
        return None
    month, which = MONTHS.index(match["month"]) + 1, match["which"].lower()
    year = context.now.year
    if which == "last" and month >= context.now.month:
        year -= 1
    if which == "next" and month <= context.now.month:
        year += 1
    return f"{year:04d}-{month:02d}"


def _past_years(match: re.Match[str], context: Context) -> str | None:
    if context.now is None:
        return None
    return f"{context.now.year - _number(match['n']):04d}/{context.now.year:04d}"


_TERM: Final = re.compile(r"\b(?:by|until|till|for)(?: \w+)?(?: on| of)? $")


def _next_day(match: re.Match[str], context: Context) -> str | None:
    """Return the day after the one named last, in the paragraph before if need be; a term counts from today."""
    term = _TERM.search(match.string, max(0, match.start() - 24), match.start())
    return _plus(context.last or (None if term else context.earlier) or context.now, 1)


_FEASTS: Final = {
    "New Year's Eve": (12, 31),
    "New Year": (1, 1),
    "St. Valentine's Day": (2, 14),
    "May Day": (5, 1),
    "Christmas Eve": (12, 24),
    "Christmas": (12, 25),
}
_ON: Final = ("[Oo]n", "[Aa]t", "[Bb]y", "since", "after", "before", "until")


def _after(words: tuple[str, ...], then: str) -> str:
    """Return a pattern of one of the words and of what follows it, both passed already."""
    return "(?:" + "|".join(rf"(?<=\b{word}{then})" for word in words) + ")"


_NTH: Final = r"(?:[12]?(?:1st|2nd|3rd)|(?:[12]?[4-9]|[12]0|1[1-3]|30)th|31st)"
_LETTERS: Final = {"inst": 0, "ult": 1, "prox": -1}
_OFFICIAL: Final = rf"(?=\d)(?P<d>{_NTH}|[12]?\d) (?P<which>inst|ult|prox)(?:\.|ant\b|imo\b)"
"""The manner of letters: "the 5th instant" is of this month, "15th ult." of the last, "10 prox." of the next."""

_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_SEASON: Final = rf"(?P<season>{'|'.join(_SEASONS)})"
_WAY: Final = {"this": 0, "last": -1, "next": 1}
_ORDINAL: Final = (
    rf"the {_after((*_ON, '[Oo]f', '[Ff]rom'), ' the ')}(?P<d>{_NTH})(?: to the (?P<d2>{_NTH}))?"
    r"(?: of (?P<which>this|last|next) month\b"
    r"|(?=[.,;:)]|\s(?:and(?!\s\d+(?:st|nd|rd|th)\s(?!of|to|and|by)[a-z])"
    r"|by|at|in|with|the|two|three|some|he|she|we|they|I)\b))"
)


def _feast(match: re.Match[str], context: Context) -> str | None:
    """Return the last such feast before the day of the document."""
    if context.now is None:
        return None
    day = dt.date(context.now.year, *_FEASTS[match["feast"]])
    return _iso(day if day <= context.now else day.replace(year=day.year - 1))


def _day_of_month(match: re.Match[str], context: Context) -> str | None:
    """Return "the 4th", of the month of the date named last or of the document; None where it has no such day."""
    day = context.now if match["which"] else context.last or context.now
    if day is None:
        return None
    month = _months_back(day, {"last": 1, "next": -1}.get(match["which"] or "", 0))
    days = [f"{month}-{int(nth[:-2]):02d}" for nth in (match["d"], match["d2"]) if nth]
    return (
        "/".join(days) if all(int(each[-2:]) <= monthrange(*map(int, month.split("-")))[1] for each in days) else None
    )


def _official(match: re.Match[str], context: Context) -> str | None:
    """Return "the 5th inst." of a letter."""
    if context.now is None:
        return None
    month, day = _months_back(context.now, _LETTERS[match["which"]]), int(re.sub(r"\D", "", match["d"]))
    return f"{month}-{day:02d}" if 0 < day <= monthrange(*map(int, month.split("-")))[1] else None


def _season_of(match: re.Match[str], context: Context) -> str | None:
    """Return "the autumn of last year"."""
    return _season(match, context.now.year + _WAY[match["which"].lower()] if context.now else None)


def _last_season(match: re.Match[str], context: Context) -> str | None:
    """Return "this summer" and "last summer", which is the last one that is over."""
    if context.now is None:
        return None
    over = context.now.month > 3 * _SEASONS.index(match["season"]) + 5
    return _season(match, context.now.year + (0 if over else _WAY[match["which"].lower()]))


def _season(match: re.Match[str], year: int | None) -> str | None:
    return f"{year:04d}-{_SEASONS.index(match['season']) + SEASON_FROM}" if year else None


RULES: Final[tuple[tuple[str, re.Pattern[str], Resolve], ...]] = tuple(
    (f"dates/{rule}", re.compile(pattern), resolve)
    for rule, pattern, resolve in (
        ("before-yesterday", r"\bthe day before yesterday\b", lambda _, c: _plus(c.now, -2)),
        ("after-tomorrow", r"\bthe day after tomorrow\b", lambda _, c: _plus(c.now, 2)),
        ("yesterday", r"\byesterday\b", lambda _, c: _plus(c.now, -1)),
        ("tomorrow", r"\btomorrow\b", lambda _, c: _plus(c.now, 1)),
        (
            "this-day",
            (
                r"(?=[Tt])(?:\b[Tt]his (?:morning|afternoon|evening)\b|\btonight\b|(?<=\b[Oo]n )this day\b"
                r"|(?<=[.!?)\]\s])Today\b(?!['’]))"
            ),
            lambda _, c: _iso(c.now),
        ),
        (
            "from-today",
            rf"\b{_N} (?P<u>day|week)s? from today\b",
            lambda m, c: _shifted(c.now, _number(m["n"]), m["u"]),
        ),
        ("last-night", r"\blast (?:night|evening)\b", lambda _, c: _plus(c.now, -1)),
        ("night-before", r"\b[Tt]he (?:night|evening) before\b(?! \w+day)", lambda _, c: _plus(c.last or c.now, -1)),
        (
            "next-day",
            r"\b(?:[Tt]he )?(?:following|next) (?:day|morning)\b|\b[Tt]he day after\b",
            _next_day,
        ),
        (
            "day-before",
            r"\b[Tt]he (?:day before|previous day|preceding day)\b",
            lambda _, c: _iso(c.apposition) or _plus(c.last, -1),
        ),
        (
            "same-day",
            r"\b(?:[Tt]he|[Tt]hat) (?:same|very) (?:day|morning|afternoon|evening|night)\b|\b[Oo]n that day\b",
            lambda _, c: _iso(c.last),
        ),
        ("ordinal", _ORDINAL, _day_of_month),
        (
            "feast",
            (
                rf"(?=[tCMNS]){_after(_ON, ' ')}(?:the )?(?P<feast>{'|'.join(_FEASTS)})\b"
                r"(?! [a-z]*(?:s|day|\d)\b)"
            ),
            _feast,
        ),
        ("ago", rf"\b{_N} (?P<u>day|week|month|year)s? ago\b", lambda m, c: _shifted(c.now, -_number(m["n"]), m["u"])),
        (
            "later",
            rf"\b{_N} (?P<u>day|week|month)s? later\b(?! than\b)",
            lambda m, c: _iso(c.apposition) or _shifted(c.last, _number(m["n"]), m["u"]),
        ),
        (
            "earlier",
            rf"\b{_N} (?P<u>day|week|month)s? (?:before(?! \w+day)|earlier)\b",
            lambda m, c: _iso(c.apposition) or _shifted(c.last or c.now, -_number(m["n"]), m["u"]),
        ),
        ("official", _OFFICIAL, _official),
        ("season-of", rf"\b(?:the )?{_SEASON} of (?P<which>this|last|next) year\b", _season_of),
        ("season", rf"\b(?P<which>[Tt]his|[Ll]ast) {_SEASON}\b", _last_season),
        ("last-month", r"\b[Ll]ast month\b", lambda _, c: c.now and _months_back(c.now, 1)),
        ("this-month", r"\b(?:[Tt]his|the current) month\b", lambda _, c: c.now and _months_back(c.now, 0)),
        ("next-month", r"\b[Nn]ext month\b", lambda _, c: c.now and _months_back(c.now, -1)),
        ("last-year", r"\b(?:[Ll]ast|[Tt]he past) year\b", lambda _, c: c.now and f"{c.now.year - 1:04d}"),
        ("this-year", r"\b(?:[Tt]his|the current) year\b", lambda _, c: c.now and f"{c.now.year:04d}"),
        ("next-year", r"\b(?<!the )[Nn]ext year\b", lambda _, c: c.now and f"{c.now.year + 1:04d}"),
        ("past-years", rf"\b[Tt]he\s(?:past|last)\s{_N}\s+years\b", _past_years),
        (
            "named-month",
            rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext) (?P<month>{MONTH})\b(?!,? \d)",
            _last_month,
        ),
        (
            "weekday",
            (
                r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat)"
                r"|[Oo]n|[Ss]ince|[Bb]efore|[Aa]fter|(?P<to>[Uu]ntil|[Bb]y))\s"
                rf"(?P<day>{'|'.join(d.title() for d in _DAYS)})\b(?!\w|,? (?:the )?\d|,? [A-Z]\w+ \d|s)"
            ),
            _weekday,
        ),
    )
)

BACK: Final = frozenset(
    f"dates/{rule}" for rule in ("night-before", "next-day", "day-before", "same-day", "ordinal", "later", "earlier")
)
"""Rules that count from a day named before; the others count from the day of the document."""
