"""Where a letter, a telegram or a paper prints its own date: in a line labelled so, in its dateline, or at its foot.

"Date: 4.V.1956", "Varna, the 4th of May, 1956", "Gdynia, dnia 4 maja 1956 r.", or the date alone on its line.
"""

import re
from typing import Final

from kg.model import Field
from kg.read.calendar import Reading, edtf, readings
from kg.read.source import found, trimmed

_HEAD: Final = 2_500  # code points in which the lines of a head stand
_LINES: Final = 25  # of a telegram's form: its number, who sends it, who is to have it, when
_DATELINE: Final = 15
_FIRST: Final = 4  # lines in which a title that holds the date stands
_LAST: Final = 5  # lines at the foot, beneath the signature
_LONGEST: Final = 200  # characters; a longer line is the text itself
_LABEL: Final = re.compile(
    r"(?:^[\W_]*|\t|\||\s{3})(?:[Dd]ated?|DATED?|[Dd]atum|DATUM|[Dd]ato|DATO|[Dd]ata|DATA|Dátum|DÁTUM|Kelt|Дата|ДАТА)"
    r"(?:\s(?:and\s[Tt]ime|sent|of\s[a-z ]{3,40}))?\s?[:：]\W*"
)
_ABOUT: Final = re.compile(
    r"\W*(?:Subject|SUBJECT|Ref(?:erence)?s?|REF(?:ERENCE)?S?|Re|RE|Betr(?:eff|ifft)?|Bezug|Tárgy|Относно|Касае|Тема"
    r"|Dotyczy|Věc|Obiect|Objet|To|TO|From|FROM)\b\.?\s?:"
)
_TOLD: Final = re.compile(r"\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|[Yy]ou|[Ii]t)\b(?!\.)")  # a sentence, and no title
_WORD: Final = r"[^\W\d_a-zа-яß-ÿ][\w.'’-]*"
_PLACE: Final = rf"(?:\W{{0,3}}{_WORD}(?:[\s,/-]{{1,3}}(?:{_WORD}|am|an der|a\. ?d\.|on|sur|nad|de|la|и)){{0,5}})"
_BY: Final = r"(?:on|the|den|am|dne|dňa|dnia|le|la|il|el|din|от|на|г\.|gr\.)"
_BEFORE: Final = re.compile(rf"(?:{_PLACE}(?:\s*[,–—-]\s*(?:{_BY}\s)?|\s{_BY}\s)|\W{{0,4}}(?:{_BY}\s)?)", re.UNICODE)
_AFTER: Final = re.compile(
    r"[\s.)\]*_]*(?:г(?:\.|ода)?|r\.|-[aáeé]n)?\W*"
    r"(?:(?:[—–,-]\s*)?(?:at\s)?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[ap]\.?\s?m\.?|hours?|hrs|Uhr|h|noon))?|midnight|noon)?\W*"
)
_SIGNS: Final = " \t()[]*_#–—-"
_NAMED: Final = frozenset({"day-first", "month-first", "year-first", "roman"})


def dateline(text: str, start: int, end: int) -> Field | None:
    """Return the date that the head of `text[start:end]` prints as its own, else the one at its foot."""
    head = _lines(text, start, min(end, start + _HEAD))[:_LINES]
    labelled = ((first, _dated(text[first:last])) for first, last in head)
    standing = ((first, _standing(text[first:last])) for first, last in head[:_DATELINE])
    titled = ((first, _titled(text[first:last])) for first, last in head[:_FIRST])
    foot = _lines(text, max(start, end - _HEAD), end)[-_LAST:]
    signed = ((first, _standing(text[first:last])) for first, last in foot)
    for place, date in (*labelled, *standing, *titled, *signed):
        if date:
            return found(text, "date", place + date.start, place + date.end, edtf(date))
    return None


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines that hold something, without the blanks round them."""
    lines = re.finditer(r"[^\r\n\f]*\S[^\r\n\f]*", text[start:end])
    return [trimmed(text, start + line.start(), start + line.end()) for line in lines]


def _dated(line: str) -> Reading | None:
    """Return the date behind a label of it."""
    label = _LABEL.search(line, 0, _LONGEST)
    date = _first(line) if label else None
    return date if label and date and date.start <= label.end() + len("the ") else None


def _standing(line: str) -> Reading | None:
    """Return a date that stands alone on its line, or behind a place and a comma; the hour may follow."""
    date = _first(line) if len(line) <= _LONGEST else None
    if date is None or not _AFTER.fullmatch(line, date.end):
        return None
    alone = not line[: date.start].strip(_SIGNS)
    return date if alone or (date.low.day and _BEFORE.fullmatch(line, 0, date.start)) else None


def _titled(line: str) -> Reading | None:
    """Return the date in a short line of words at the head: a day with its month's name."""
    if len(line) > _LONGEST or _ABOUT.match(line) or _TOLD.search(line):
        return None
    date = _first(line)
    return date if date and date.rule in _NAMED else None


def _first(line: str) -> Reading | None:
    """Return the first date of a line that has a month and a year."""
    return next((r for r in readings(line[:_LONGEST]) if r.low.year and r.low.month), None)
