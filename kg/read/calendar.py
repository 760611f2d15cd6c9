"""The grammar of dates: what a date looks like, and its value in EDTF (Library of Congress, levels 0 and 1).

Pure functions over a text. A missing year stays missing here; `kg.extract.dates` supplies it.
"""

import calendar
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.read.alternatives import alternatives

_TABLE: Final = tomllib.loads(Path(__file__).with_name("months.toml").read_text("utf-8"))
_NUMBER: Final = {
    word.casefold(): int(number)
    for group, months in _TABLE.items()
    for number, words in months.items()
    for word in (words.split() if group != "english" else [words])
}
MONTHS: Final = tuple(_TABLE["english"].values())
MONTH: Final = f"(?:{'|'.join(MONTHS)})"  # January, in full
SEASON_FROM: Final = 21  # EDTF numbers spring 21, summer 22, autumn 23, winter 24
_YEAR_MARK: Final = r"(?:\s?(?:гг?\.|года?(?!\w)|g\.(?=\W|$)))?"  # Russian "year", as written after the number


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


def _alternatives(*groups: str) -> str:
    words = {w for g in groups for value in _TABLE[g].values() for w in value.split()}
    return alternatives(words | {w.upper() for w in words})


_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_TH: Final = r"(?:st|nd|rd|th|er)?"
_YEAR: Final = r"(?:1[5-9]\d\d|20[0-4]\d|\[1[5-9]\]\d\d)(?!\d)"  # "[19]46": an editor completed it
_NAMED: Final = _alternatives("english", "abbreviated", "others")
_ENGLISH: Final = _alternatives("english", "abbreviated")
_ROMAN: Final = _alternatives("roman")
_STOP: Final = r"(?![^\W\d_A-ZА-Я])"  # a word ends: no small letter follows (a capital may be glued on)
_SHORT: Final = r"(?P<yy>[2-9]\d)(?=\s*$|,?[ \t]*[\r\n]|,?\s(?:on|in|to|from|by|re)\b)"  # Sept. 42; no note's number
_TO: Final = r"\s*(?:[-–—]|(?<=\s)(?:to|and|or|through|until|till|bis|и|по|a|i|et|und)(?=\s))\s*"

_COUNTED: Final = (
    "men|soldiers|tons|tonnes|people|persons|copies|km|kilometers|miles|workers|dollars|rubles|roubles|years|troops"
    "|words|aircraft|rifles|yuan|marks|pounds|metres|meters|percent|per"
)

_PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        ("iso", rf"(?<![\d/.-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})(?![\d/-])"),
        (
            "day-first",
            (
                rf"(?<![\d/:№#$£€])(?<!\d[.,-])(?:(?P<d0>{_DAY}){_TH}\.?(?:{_TO}(?:the\s(?=\d\d?(?:st|nd|rd|th)))?|\s?/\s?))?(?P<d>{_DAY})(?:{_TH}\.?)"
                rf"(?:\s+(?:day\s+)?(?:of|de)(?:\s+the\s+month\s+of)?)?\s{{0,3}}(?P<m>{_NAMED}){_STOP}"
                rf"(?:[.,]{{0,2}}\s*(?:of\s+)?\[?(?P<y>{_YEAR})\]?{_YEAR_MARK}|\s*['’](?P<ya>\d\d)(?!\d)|\.?,?\s{_SHORT})?"
            ),
        ),
        (
            "month-first",
            (
                rf"(?<![A-Z])(?P<m>{_ENGLISH})\.?\s+(?:the\s+)?(?P<d>{_DAY}){_TH}(?![\d:]|,\d{{3}}|\s?[%°])"
                rf"(?:(?:{_TO}|\s?/\s?)(?P<d2>{_DAY}){_TH}(?![\d:]|,\d{{3}}|\s?(?:{_ENGLISH})))?"
                rf"(?:,?\s*(?:of\s+)?\[?(?P<y>{_YEAR})\]?)?"
            ),
        ),
        (
            "year-first",
            rf"(?<![\d/.-])(?P<y>{_YEAR})\.?\s+(?P<m>{_NAMED}|(?:{_ROMAN})(?=\.))\.?\s+(?:hó\s+)?(?P<d>{_DAY})(?:\.|(?!\d))",
        ),
        (
            "roman",
            (
                rf"(?<![\w./:№#-])(?:(?P<d0>{_DAY})\.?[-–](?=\d))?(?P<d>{_DAY})(?P<s>\.\s?|\s?/\s?|\s|-(?=[IVX]{{1,4}}-))(?P<m>{_ROMAN})"
                rf"(?:(?:(?P=s)|[.,]?\s)(?P<y>{_YEAR}|\d\d(?!\d)(?=\D|$)){_YEAR_MARK}|(?![\w/-]|\.\d))"
            ),
        ),
        (
            "numeric",
            rf"(?<![\d./-])(?P<d>{_DAY})\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>{_YEAR}|\d\d(?![\d.])){_YEAR_MARK}",
        ),
        (
            "slashed",
            (
                rf"(?<![\d./-])(?P<a>{_DAY})(?P<s>[/-])(?P<b>{_DAY})(?P=s)(?P<y>{_YEAR}|(?<=/)\d\d(?![\d/]))"
                r"(?!-\d|/\w)"
            ),
        ),
        (
            "month-year",
            (
                rf"(?<![A-Z])(?P<m>{_NAMED})\.?{_STOP}"
                rf"(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?\[?(?P<y>{_YEAR})\]?{_YEAR_MARK}|,?\s+['’](?P<yy>\d\d)(?!\d|s))"
            ),
        ),
        (
            "minuted",
            rf"(?<=[A-Z]\.,\s)(?P<d>{_DAY})/(?P<m>0?[1-9]|1[0-2])(?![\d/])",  # beneath a minute, after initials
        ),
        ("season", rf"(?i:(?P<m>{_alternatives('seasons')}))(?:\s+of|,)?\s+(?P<y>{_YEAR})(?:[-–/](?:\d\d)?\d\d\b)?"),
        ("decade", r"(?<![\d/-])(?P<y>1[5-9]\d0|20[0-4]0)(?:['’]?s\b|-ies\b|-х(?!\w))"),
        (
            "month",
            rf"(?:(?<=[\s(])|(?<=\smid-)|(?<=^))(?P<m>{MONTH})(?!\w|['’]\w|[-–]\w|\s+(?!I\b)[A-Z\d])",
        ),
        ("years", rf"(?<![\d$£€№#/.-])(?P<y>{_YEAR})\s?[-–—/]\s?(?P<y2>{_YEAR}|\d\d(?![\d/.-])){_YEAR_MARK}"),
        (
            "year",
            (
                rf"(?<![\d$£€№#/])(?<!\d[-–.,:])(?P<y>{_YEAR})(?![%°]|[.,]\d|[-–]\d|/\d"
                rf"|\s?(?:[a-z]+\s)?(?:{_COUNTED})\b){_YEAR_MARK}"
            ),
        ),
    )
)
_LABEL: Final = re.compile(
    r"(?:\b(?:[Nn]os?|[Nn]r|vols?|Vols?|pp?|[Ff]|[Dd]|[Oo]p|[Ll]l?|[Dd]ocs?|RG|[Bb]ox|[Ll]ot|[Ff]ile"
    r"|[Ff]ond|[Dd]elo|[Oo]pis|[Dd]ocument"
    r"|[Nn]ote|[Pp]age|[Cc]hapter|[Rr]oom|[Rr]oll|[Ff]rame|[Tt]el|[Tt]elegram|[Pp]rotocol)\b\.?|[№#$])\s*$"
)
_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|In|IN|since|Since|of|until|till|by|By|from|From|to|before|Before|after|After|during|During"
    r"|early|Early|late|Late|mid|end|through|Through|between|between \w+ and"
    r"|and|this|This|that|for|as of|every|about|around)[\s-]$"
)
_AND_MONTH: Final = re.compile(rf",? and {MONTH} {_YEAR}")  # March and May 1940
_CIRCA: Final = re.compile(r"(?:\b(?:circa|c\.|ca\.|about|around|approximately)\s+)$")
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
    for rule, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            reading = _read(rule, match)
            before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
            if reading is None or not _plausible(reading, match, before):
                continue
            yield replace(reading, circa=bool(_CIRCA.search(before)) and rule in ("year", "years", "month-year"))


def _plausible(reading: Reading, match: re.Match[str], before: str) -> bool:
    """Say whether what stands before lets the words be a date: no label of a number, a preposition for a month."""
    if reading.rule == "month":
        return bool(_BEFORE_MONTH.search(before) or _AND_MONTH.match(match.string, match.end()))
    if reading.rule == "roman" and match["y"] is None:
        # "1 I" and "5 V" without a year or more context are rather a number and a pronoun or a numeral
        return not _LABEL.search(before) and not (match["m"] == "I" and match["s"][-1].isspace())
    if reading.rule in ("year", "years", "decade"):
        return not _LABEL.search(before)
    return not before.endswith((" No. ", " pp. ", " p. "))


def _read(rule: str, match: re.Match[str]) -> Reading | None:
    """Turn a match into a reading, or None where it is no day of the calendar."""
    parts = match.groupdict()
    year = _year(parts.get("y") or parts.get("yy") or parts.get("ya"))
    if rule == "slashed":
        return _slashed(match, year)
    month = _NUMBER[parts["m"].casefold()] if rule not in ("iso", "numeric", "minuted") and parts.get("m") else None
    if month is None and parts.get("m"):
        month = int(parts["m"])
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
    reading = Reading(match.start(), end, rule, low, high, decade=rule == "decade")
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


_CONNECTOR: Final = re.compile(r"\s*(?:[-–—]|(?<=\s)(?:to|through|until|till|bis|до|по)(?=\s))\s*")
_AND: Final = re.compile(r"\s+and\s+")
_BETWEEN: Final = re.compile(r"\b[Bb]etween\s+$")


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
                if low.year is not None or reading.low.year is None:
                    joined[-1] = Reading(last.start, reading.end, "interval", low, reading.low, circa=reading.circa)
                    continue
        joined.append(reading)
    return joined
