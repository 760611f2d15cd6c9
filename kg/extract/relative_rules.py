"""The words for dates said relative to others, and how each resolves: "the following day", "last June", "5th inst."."""

import re
from typing import Final

from kg.extract.relative_values import (
    COUNT,
    DAYS,
    FEASTS,
    SEASONS,
    Resolve,
    base,
    day_of_month,
    feast,
    iso,
    last_month,
    last_season,
    months_back,
    next_day,
    number,
    official,
    past_years,
    plus,
    season_of,
    shifted,
    week,
    weekday,
    year_beside,
)
from kg.read.alternatives import alternatives
from kg.read.date_forms import MONTH

_N: Final = rf"(?P<n>{alternatives(f(n) for n in COUNT for f in (str, str.title, str.upper))}|[1-9]\d?)"


_ON: Final = ("[Oo]n", "[Aa]t", "[Bb]y", "since", "after", "before", "until")


def _after(words: tuple[str, ...], then: str) -> str:
    """Return a pattern of one of the words and of what follows it, both passed already."""
    return "(?:" + "|".join(rf"(?<=\b{word}{then})" for word in words) + ")"


_NTH: Final = r"(?:[12]?(?:1st|2nd|3rd)|(?:[12]?[4-9]|[12]0|1[1-3]|30)th|31st)"
_OFFICIAL: Final = rf"(?=\d)(?P<d>{_NTH}|[12]?\d) (?P<which>inst|ult|prox)(?:\.|ant\b|imo\b)"
_THIS_MONTH: Final = r"(?=\d)(?P<d>[1-3]?\d)\.?\s?(?P<which>ds?\.\s?M(?:ts)?\.|с\.\s?м\.|s\.\s?m\.|bm\.|t\.\s?m\.)"
"""The manner of letters: "the 5th instant" is of this month, "15th ult." of the last, "10 prox." of the next.

"5. d. M.", "5 с. м.", "5 bm.", "5. t. m." are of this month.
"""

_SEASON: Final = rf"(?P<season>{'|'.join(SEASONS)})"
_ORDINAL: Final = (
    rf"(?:the {_after((*_ON, '[Oo]f', '[Ff]rom'), ' the ')}|(?=\d){_after(('[Oo]n', '[Oo]f', '[Bb]y'), ' ')})"
    rf"(?P<d>{_NTH})(?: to the (?P<d2>{_NTH}))?"
    r"(?: of (?:(?P<which>this|last|next)|the same|that) month\b"
    r"|(?=[.,;:)]|\s(?:and(?!\s\d+(?:st|nd|rd|th)\s(?!of|to|and|by)[a-z])"
    r"|by|at|in|with|the|to(?! the \d)|two|three|some|he|she|we|they|it|I|that|but|when|as|for|after|before|there)\b)"
    r"|(?:(?<=(?:morning|evening) of the \d\w\w)|(?<=(?:morning|evening) of the \d\d\w\w))(?=\s(?!of\b)[a-z]))"
)


RULES: Final[tuple[tuple[str, re.Pattern[str], Resolve], ...]] = tuple(
    (f"dates/{rule}", re.compile(pattern), resolve)
    for rule, pattern, resolve in (
        ("before-yesterday", r"\b(?:[Tt]he )?day before yesterday\b", lambda _, c: plus(c.now, -2)),
        ("after-tomorrow", r"\b(?:[Tt]he )?day after tomorrow\b", lambda _, c: plus(c.now, 2)),
        ("yesterday", r"\b[Yy]esterday\b", lambda _, c: plus(c.now, -1)),
        ("tomorrow", r"\btomorrow\b", lambda _, c: plus(c.now, 1)),
        (
            "this-day",
            (
                r"(?=[Tt])(?:\b[Tt]his (?:morning|afternoon|evening)\b|\btonight\b|(?<=\b[Oo]n )this day\b"
                r"|(?<=[.!?)\]\s])Today\b(?!['’]))"
            ),
            lambda _, c: iso(c.now),
        ),
        (
            "from-today",
            rf"\b{_N} (?P<u>day|week)s? from today\b",
            lambda m, c: shifted(c.now, number(m["n"]), m["u"]),
        ),
        ("last-night", r"\b[Ll]ast (?:night|evening)\b", lambda _, c: plus(c.now, -1)),
        ("night-before", r"\b[Tt]he (?:night|evening) before\b(?! \w+day)", lambda _, c: plus(c.last or c.now, -1)),
        (
            "next-day",
            r"\b(?:[Tt]he )?(?:following|next) (?:day|morning)\b|\b[Tt]he day after\b",
            next_day,
        ),
        (
            "day-before",
            r"\b[Tt]he (?:day before|previous day|preceding day)\b",
            lambda _, c: iso(c.apposition) or plus(c.last, -1),
        ),
        (
            "same-day",
            r"\b(?:[Tt]he|[Tt]hat) (?:same|very) (?:day|morning|afternoon|evening|night)\b|\b[Oo]n that day\b",
            lambda _, c: iso(c.last),
        ),
        ("ordinal", _ORDINAL, day_of_month),
        (
            "feast",
            (
                rf"(?=[tCMNS]){_after(_ON, ' ')}(?:the )?(?P<feast>{'|'.join(FEASTS)})\b"
                r"(?! [a-z]*(?:s|day|\d)\b)"
            ),
            feast,
        ),
        ("ago", rf"\b{_N} (?P<u>day|week|month|year)s? ago\b", lambda m, c: shifted(c.now, -number(m["n"]), m["u"])),
        (
            "later",
            rf"\b{_N} (?P<u>day|week|month)s? later\b(?! than\b)",
            lambda m, c: iso(c.apposition) or shifted(base(m, c), number(m["n"]), m["u"]),
        ),
        (
            "earlier",
            rf"\b{_N} (?P<u>day|week|month)s? (?:before(?! \w+day)|earlier)\b",
            lambda m, c: iso(c.apposition) or shifted(base(m, c) or c.now, -number(m["n"]), m["u"]),
        ),
        ("official", _OFFICIAL, official),
        ("official", _THIS_MONTH, official),
        ("season-of", rf"\b(?:the )?{_SEASON} of (?P<which>this|last|next) year\b", season_of),
        ("season", rf"\b(?P<which>[Tt]his|[Ll]ast) {_SEASON}\b", last_season),
        ("week", r"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext) week\b(?!['’])", week),
        (
            "year-beside",
            (
                r"\b(?:[Tt]he |[Tt]hat )(?=same|previous|preceding|following|next)(?P<which>\w+) year\b"
                r"|(?<=\b[Ii]n )(?P<that>that) year\b"
            ),
            year_beside,
        ),
        (
            "same-month",
            r"\b(?:[Tt]he|[Tt]hat) same month\b|(?<=\b[Ii]n )that month\b",
            lambda _, c: c.month and months_back(c.month, 0),
        ),
        ("last-month", r"\b[Ll]ast month\b", lambda _, c: c.now and months_back(c.now, 1)),
        ("this-month", r"\b(?:[Tt]his|the current) month\b", lambda _, c: c.now and months_back(c.now, 0)),
        ("next-month", r"\b[Nn]ext month\b", lambda _, c: c.now and months_back(c.now, -1)),
        ("last-year", r"\b(?:[Ll]ast|[Tt]he past) year\b", lambda _, c: c.now and f"{c.now.year - 1:04d}"),
        ("this-year", r"\b(?:[Tt]his|the current) year\b", lambda _, c: c.now and f"{c.now.year:04d}"),
        ("next-year", r"\b(?:(?<!the )[Nn]ext|[Tt]he coming) year\b", lambda _, c: c.now and f"{c.now.year + 1:04d}"),
        ("past-years", rf"\b[Tt]he\s(?:past|last)\s{_N}\s+years\b", past_years),
        (
            "named-month",
            rf"\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext) (?P<month>{MONTH})\b(?!,? \d)",
            last_month,
        ),
        (
            "weekday",
            (
                r"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]hat)"
                r"|[Oo]n|[Ss]ince|[Bb]efore|[Aa]fter|(?P<to>[Uu]ntil|[Bb]y))\s"
                rf"(?P<day>{'|'.join(d.title() for d in DAYS)})\b(?!\w|,? (?:the )?\d|,? [A-Z]\w+ \d|s)"
            ),
            weekday,
        ),
    )
)

TOLD: Final = frozenset(
    f"dates/{rule}" for rule in ("night-before", "next-day", "day-before", "same-day", "later", "earlier")
)
"""Rules that count in days from a day named before."""
BACK: Final = TOLD | {"dates/ordinal", "dates/year-beside", "dates/same-month"}
"""Rules that count from what was named before; the others count from the day of the document."""
