"""How a record's own fields are normalised: white space folded, a printed date as EDTF, a language's name as BCP 47."""

import re
import tomllib
from calendar import monthrange
from pathlib import Path
from typing import Final

_LANGUAGES: Final[dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("languages.toml").read_text(encoding="utf-8")
)
LANGUAGE_NAMES: Final = tuple(sorted(_LANGUAGES, key=lambda name: (-len(name), name)))

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_RUSSIAN: Final = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_NAMES: Final = [*(f"{m[0].upper()}{m[1:]}|{m[:3].capitalize()}\\.?" for m in _MONTHS), *_RUSSIAN]
_MONTH: Final = f"(?P<month>{'|'.join(_NAMES)})"
_YEAR: Final = r"(?P<year>[12]\d{3}|\[[12]\d\]\d\d)"  # "[19]46": an editor completed it
_DAY: Final = r"(?P<day>[0-3]?\d)"
DATE_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_DAY}\s+{_MONTH},?\s+{_YEAR}(?!\d)(?:\s?(?:года|г\.?))?",
        rf"{_MONTH},?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}-(?P<number>[01]\d)-{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}-(?P<number>[01]\d)(?!\d)",
        rf"(?<!\d){_YEAR}(?P<decade>s)?(?!\d)",
        rf"(?<![\d.]){_DAY}\.\s?(?P<number>[01]?\d)\.\s?{_YEAR}(?!\d)",
    )
)
"""The forms in which pages print the date of a document, the fullest first."""

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
        date = _one(words[about.end() :])
        return date and f"{date}~"
    whole = _one(words)
    if whole:
        return whole
    parts = _RANGE.split(words)
    if len(parts) == 2:
        first, last = _one(parts[0]), _one(parts[1])
        return f"{first}/{last}" if first and last and first[:2].isdigit() and first < last else None
    return None


def _one(words: str) -> str | None:
    for pattern in DATE_PATTERNS:
        match = pattern.fullmatch(words.strip())
        if match:
            return _edtf(match.groupdict())
    return None


def _edtf(parts: dict[str, str | None]) -> str | None:
    year = (parts["year"] or "").replace("[", "").replace("]", "")
    if parts.get("decade"):
        return f"{year[:3]}X" if year.endswith("0") else None
    name = parts.get("month")
    number = parts.get("number") or ""
    month = int(number) if number else _month(name) if name else 0
    if not month:
        return None if number else year
    if month > 12:
        return None
    day = parts.get("day")
    if not day:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{int(day):02}" if 1 <= int(day) <= monthrange(int(year), month)[1] else None


def _month(name: str) -> int:
    if name in _RUSSIAN:
        return _RUSSIAN.index(name) + 1
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(name.rstrip(".").lower()))
