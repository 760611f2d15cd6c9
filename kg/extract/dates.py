"""Dates in the text, with the year supplied where it is missing and relative expressions where they resolve.

An expression that fixes a calendar date or period becomes a mention with its EDTF; `inferred` marks what was supplied.
Durations, numbers of protocols, issues, pages and shelfmarks are no dates: `kg.extract.shelfmarks` runs before.
"""

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import replace
from typing import Final

from kg.extract.relative import home, relative
from kg.model import Analysis, DateMention, Document, Issue, field_of, quote
from kg.read.calendar import Day, Reading, edtf, readings, real
from kg.read.date_forms import SEASON_FROM

_FAR: Final = 150  # years
_NEAR: Final = 3  # years; a chronicle of the time may open a paragraph with its year
_ALONE: Final = re.compile(r"\.\s+(?=[A-Z“\"])")
_TIME_BEFORE: Final = re.compile(
    r"(?:\b(?:in|of|since|from|to|until|till|by|before|after|year|years|anno|AD|A\.D\.|around|about|circa|ca\.|between|and|early|late|the)"
    r"|[(\[,–-])\s*\Z",
    re.IGNORECASE,
)
_URL: Final = re.compile(r"https?://[^\s>]+|www\.[^\s>]+")
_SENTENCE: Final = re.compile(
    r"(?<=[a-zа-яё\d)\]”\"])(?<!\sг)(?<!\sгг)[.!?;](?:\s|[”\"]?(?:\(\d{1,3}\)|\[\d{1,3}\]))|\n\s*\n"
)


def dates(document: Document, analysis: Analysis) -> Analysis:
    """Add the dates of the document, in order; those inside archival references and addresses are left out."""
    text = document.text
    barred = sorted([(c.span.start, c.span.end) for c in analysis.citations] + [m.span() for m in _URL.finditer(text)])
    start = field_of(document, "date")
    own = (start.value if start else analysis.date) or ""
    bounds = _bounds(text, analysis)
    notes_from = min((n.marker.start for n in analysis.notes), default=len(text))
    found = [r for r in readings(text, impossible=True) if not (_inside(barred, r.start) or _is_number(text, r, own))]
    supplied = _with_years(found, bounds, text, own, notes_from)
    dated = [(_eve(text, r), inferred) for r, inferred in supplied if real(r)]
    impossible = [r for r, _ in supplied if not real(r)]
    mentions = [DateMention(quote(text, r.start, r.end), edtf(r), f"dates/{r.rule}", inferred) for r, inferred in dated]
    mentions += relative(text, dated, bounds, own, notes_from)
    issues = tuple(
        Issue("date-without-year", f"No year for “{m.span.exact}”.", document.source, m.span)
        for m in mentions
        if m.edtf.startswith("XXXX")
    ) + tuple(
        Issue("date-impossible", "The year has no such day.", document.source, quote(text, r.start, r.end))
        for r in impossible
    )
    in_order = tuple(sorted(mentions, key=lambda m: m.span))
    return replace(analysis, dates=in_order, issues=analysis.issues + issues)


def _is_number(text: str, reading: Reading, own: str) -> bool:
    """Say whether four digits alone are the number of a telegram: a far year that no word for time stands before."""
    year, own_year = reading.low.year, _year_month(own)[0]
    if reading.rule != "year" or year is None or own_year is None:
        return False
    if (
        abs(own_year - year) > _NEAR
        and _ALONE.match(text, reading.end)
        and text[max(0, reading.start - 2) : reading.start].strip(" ") in {"", "\n", "\n\n"}
    ):
        return True  # "1891. Dear Mr. President": the number of a telegram opens its text
    if abs(own_year - year) < _FAR:
        return False
    return _TIME_BEFORE.search(text[max(0, reading.start - 24) : reading.start]) is None


def _inside(spans: list[tuple[int, int]], offset: int) -> bool:
    """Say whether the offset lies in one of the sorted spans."""
    i = bisect_right(spans, (offset, offset + 1_000_000_000))
    return i > 0 and offset < spans[i - 1][1]


def _bounds(text: str, analysis: Analysis) -> list[int]:
    """Return the offsets where a new paragraph or note begins: no year or day is carried over them."""
    marks = {0, len(text)} | {n.marker.start for n in analysis.notes}
    marks |= {m.end() for m in re.finditer(r"\n\s*\n", text)}
    return sorted(marks)


_EVE: Final = re.compile(r"\b[Tt]he eve of $")
_AHEAD: Final = 3  # months: a text looks back more than it plans; what lies further ahead is of the year before
_AHEAD_IN_NOTES: Final = 7  # an editor's note tells what came after, too, and a term is set for what comes
_TERM: Final = re.compile(r"\b(?:from|by|until|till|before) $")
_OF_YEAR: Final = re.compile(
    r"(?:,? of| in|,)? (?P<which>last|this|the current|the present|next) year\b| last\b(?! (?:week|month))"
    r"|\s(?P<now>d\.\s?J\.|[стst]\.\s?[гg]\.|(?:этого|сего|текущего) года|br\.|t\.\s?r\.)"
    r"|\s(?P<ago>v\.\s?J\.|пр\.\s?г\.|прошлого года|ub\.\s?r\.)"
)
"""What says of which year a day is; "d. J.", "с. г.", "br.", "t. r." of this, "v. J.", "пр. г.", "ub. r." of last."""
_YEAR_OF: Final = re.compile(r",?\s+of\s+the\s+(?P<which>same|previous|preceding|following|next)\s+year\b")
_NO_DAY: Final = 99  # "March last", said in March, is of the year before
_AWAY: Final = {"same": 0, "last": -1, "previous": -1, "preceding": -1, "following": 1, "next": 1}


def _with_years(
    found: list[Reading], bounds: list[int], text: str, own: str, notes_from: int
) -> list[tuple[Reading, bool]]:
    """Supply missing years: from a date of the same sentence, else from the document; last what the words say of it."""
    own_year, own_month = _year_month(own)
    dated: list[tuple[Reading, bool]] = []
    full: Reading | None = None  # the last one with a month and a year
    for i, reading in enumerate(found):
        if dated and dated[-1][0].low.year and dated[-1][0].low.month:
            full = dated[-1][0]
        if reading.low.year is not None:
            dated.append((reading, False))
            continue
        year = _year_beside(found, i, dated, text, home(bounds, reading.start))
        if year is None and own_year is not None:
            ahead = (reading.low.month or 0) - (own_month or 12)
            plans = reading.start >= notes_from or _TERM.search(text, max(0, reading.start - 12), reading.start)
            year = own_year - (ahead > (_AHEAD_IN_NOTES if plans else _AHEAD))
        near = full.low.year if full and (own_year is None or full.start >= home(bounds, reading.start)) else None
        year = near if year is None else year
        if said := _said_behind(text, reading, dated, home(bounds, reading.start), own):
            year, end = said
            dated.append((replace(_of_year(reading, year), end=end), True))
            continue
        dated.append((_of_year(reading, year), True))
    return dated


def _said_behind(
    text: str, reading: Reading, dated: list[tuple[Reading, bool]], begins: int, own: str
) -> tuple[int, int] | None:
    """Return the year that the words behind a date tell ("of last year", "of the same year"), and where they end."""
    own_year = _year_month(own)[0]
    if own_year is not None and (said := _OF_YEAR.match(text, reading.end)):
        if said["which"] or said["now"] or said["ago"]:
            return own_year + (-1 if said["ago"] else _AWAY.get(said["which"], 0)), said.end()
        return own_year - (f"{reading.low.month:02d}-{reading.low.day or _NO_DAY:02d}" >= own[5:10]), said.end()
    of = _YEAR_OF.match(text, reading.end)
    base = _year_named(dated, begins) or own_year if of else None
    return (base + _AWAY[of["which"]], of.end()) if of and base is not None else None


def _eve(text: str, reading: Reading) -> Reading:
    """Read "the eve of 1 May 1956" as the day before."""
    day = reading.low
    match = _EVE.search(text, max(0, reading.start - 14), reading.start)
    if match is None or reading.high or not (day.year and day.month and day.day):
        return reading
    eve = dt.date(day.year, day.month, day.day) - dt.timedelta(1)
    return replace(reading, start=match.start(), low=Day(eve.year, eve.month, eve.day))


def _year_named(dated: list[tuple[Reading, bool]], begins: int) -> int | None:
    """Return the year that the paragraph named last."""
    return next((r.low.year for r, _ in reversed(dated) if r.start >= begins and r.low.year), None)


def _of_year(reading: Reading, year: int | None) -> Reading:
    high = reading.high
    if high is not None and high.year is None and year is not None:
        turn = (high.month or 0) < (reading.low.month or 0)
        high = replace(high, year=year + turn)
    return replace(reading, low=replace(reading.low, year=year), high=high)


_THEN: Final = re.compile(
    r",?\s(?:(?!\b(?:that|which|who|whom|had)\b)[^.;(]){0,80}?\b(?:and|then|until|till)\b"
    r"(?:(?!\b(?:that|which|who|whom|had)\b)[^.;(]){0,60}?\b(?:in|on|by|until|till)\s(?:the\s)?"
)


def _year_beside(found: list[Reading], i: int, dated: list[tuple[Reading, bool]], text: str, begins: int) -> int | None:
    """Return the year of a date just after ("3 May and 4 June 1956"), or of a full date before in the same sentence.

    `begins` is where the paragraph or note begins; a note's number may be glued to the sentence before it.
    """
    reading = found[i]
    after = found[i + 1] if i + 1 < len(found) else None
    if (
        after
        and after.low.year
        and after.low.month
        and re.fullmatch(r"(?:,|,? (?:and|or))\s", text[reading.end : after.start])
    ):
        return after.low.year
    for before, inferred in reversed(dated[-3:]):
        far = reading.start - before.end > 300
        if far or before.start < begins or _SENTENCE.search(text, before.end, reading.start):
            return None
        then = not inferred and before.high is None and _THEN.fullmatch(text, before.end, reading.start)
        if then and before.low.year and 0 < (reading.low.month or 0) < (before.low.month or 0) < SEASON_FROM:
            return before.low.year + 1  # "opened in September 1960 and closed in February"
        goes_on = 0 <= (reading.low.month or 0) - (before.low.month or 0) <= _AHEAD  # "in April, or better in May"
        if (goes_on or not inferred) and before.low.month and before.high is None:
            return before.low.year
    return None


def _year_month(value: str) -> tuple[int | None, int | None]:
    match = re.match(r"(\d{4})(?:-(\d\d))?", value)
    return (int(match[1]), int(match[2]) if match[2] else None) if match else (None, None)
