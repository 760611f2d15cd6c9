"""How a record's own fields are normalised: white space folded, a printed date as EDTF, a language's name as BCP 47."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Final

from kg.read.calendar import Reading, edtf, readings

_LANGUAGES: Final[dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("languages.toml").read_text(encoding="utf-8")
)
LANGUAGE_NAMES: Final = tuple(sorted(_LANGUAGES, key=lambda name: (-len(name), name)))

_MONTH: Final = re.compile(r"[12]\d{3}-(?:0[1-9]|1[0-2])")
_NAMED: Final = frozenset({"day-first", "month-first", "year-first", "roman", "month-year", "iso", "interval"})
_ABOUT: Final = re.compile(r"(?:ca?\.|circa|about|approximately)\s*", re.IGNORECASE)
_RANGE: Final = re.compile(r"\s*(?:-|–|—|/|\bto\b)\s*")


def fold(words: str) -> str:
    """Return the words with every stretch of white space as one blank."""
    return " ".join(words.split())


def language_code(name: str) -> str | None:
    """Return the BCP 47 tag of a language's English name, or of a tag itself; None where the table does not know it."""
    name = fold(name).casefold()
    if name in _LANGUAGES.values():
        return name
    return _LANGUAGES.get(name)


def edtf_of(words: str) -> str | None:
    """Return the EDTF form of a printed date, or None where the words are no date.

    A day, month, year or decade, two of them as a range, and "circa" before one are understood.

    >>> edtf_of("July 06, 1949"), edtf_of("circa 1950"), edtf_of("8 May 1956 - 11 May 1956"), edtf_of("Undated")
    ('1949-07-06', '1950~', '1956-05-08/1956-05-11', None)
    """
    words = words.strip().rstrip(".")
    about = _ABOUT.match(words)
    if about:
        date = edtf_of(words[about.end() :])
        return date and f"{date}~"
    if _MONTH.fullmatch(words):
        return words
    if (whole := date_at(words)) and whole.end == len(words):
        return edtf(whole)
    parts = _RANGE.split(words)
    if len(parts) == 2 and all(parts):
        first, last = edtf_of(parts[0]), edtf_of(parts[1])
        return f"{first}/{last}" if first and last and first[:2].isdigit() and first < last else None
    return None


def date_at(words: str) -> Reading | None:
    """Return the date with its year that the words begin with; None where they begin with none."""
    first = next(iter(readings(words)), None)
    return first if first and first.start == 0 and first.low.year is not None else None


def date_in(text: str, start: int, end: int) -> Reading | None:
    """Return the first full date with a month's name in a stretch of the text, else the first month with its year."""
    found = [r for r in readings(text[start:end]) if r.low.year is not None and r.rule in _NAMED]
    best = min(found, key=lambda r: (r.low.day is None, r.start), default=None)
    return best and replace(best, start=best.start + start, end=best.end + start)
