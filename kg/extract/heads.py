"""Numbered and lettered heads: on a line of their own, or joined to the text on both sides.

"3. Fisheries", "a) Quotas", "…next week.4. Air trafficThe minister".
"""

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.labels import TITLED_LABEL

_BLANK: Final = r"[^\S\r\n]"  # also the blanks of a saved web page
_JOINED: Final = r"(?<=\d)(?=[A-Z][a-z]+[ ,])|(?<=[A-Z]{2})(?=[A-Z][a-z]+[ ,])"  # "May 1961The", "the UNBoth"
JOINT: Final = rf"(?<=[a-z)\]])(?<!Mc)(?<!Mac)(?=[A-Z])|{_JOINED}"
"""Where a head and the sentence under it were joined: "the SoundThe"."""
_BEFORE_HEAD: Final = (
    rf"(?:^(?:\#{{1,6}}{_BLANK})?{_BLANK}{{0,20}}(?P<line>\d{{1,2}}(?:st|nd|rd|th)(?={_BLANK})"
    rf"|(?:\d{{1,2}}|[IVX]{{1,5}}|[a-h])(?=[.)．]|{_BLANK}{{1,3}}[A-Z]))[.)．]?"
    r"|(?<=[^\s\d(])(?P<joined>\d{1,2}[.)]|[a-h]\)))"
)
_AFTER_HEAD: Final = (
    rf"{_BLANK}*(?:\[\d{{1,3}}\])?(?:{_BLANK}*$|:|(?<=[^\W\d_A-Z]|[)\]])(?<!Mc)(?<!Mac)"
    rf"(?=[A-Z“‘\"][\w’']*[ ,]|[a-h]\)[ \t]?[A-Z])|{_JOINED})"
)
_ASIDE: Final = r"\([^()\r\n]{1,120}\)"
_IN_TITLE: Final = rf"{_ASIDE}|(?!{_ASIDE})[^\r\n:\[.?!]|[.?!](?!\s)|(?<=\d)\.(?=\s[A-Z][a-z])"
_HEADLINE: Final = re.compile(
    rf"{_BEFORE_HEAD}\)?{_BLANK}{{0,8}}(?P<title>[^\W\d_](?:{_IN_TITLE}){{0,200}}?(?<!\s)){_AFTER_HEAD}",
    re.MULTILINE,
)
"""A number or letter and a few words, on a line of their own or joined to the text on both sides."""
SAID: Final = re.compile(r"\b(?:said|says|asked|stated|replied|answered|noted|added|I|we|he|she|they)\b")
LETTERS: Final = "abcdefgh"
_FEWEST: Final = 2
MOST_WORDS: Final = 30
_TOPICS: Final = re.compile(
    r"\b(?:[Tt]opics?|[Ss]ubjects?|[Tt]hemes?|[Mm]atters|[Ii]ssues|[Qq]uestions)\b"
    r"[^:\n.]{0,80}:[ \t]*\n"
)
REACH: Final = 3  # a head or two may be lost
_OPENING: Final = 2_500  # code points in which a record says what it deals with


@dataclass(frozen=True, slots=True)
class Head:
    """A head: its number or letter as printed, where that stands, and where the title does."""

    number: str
    start: int
    title: tuple[int, int]


def heads(text: str, start: int, end: int) -> list[Head]:
    """Return the numbered and lettered lines that head what follows them; a list of points is none.

    Their numbers rise, with small gaps; the letters under a number begin with a. A number 1 begins anew.
    """
    marks = list(_HEADLINE.finditer(text, start, end))
    found = [
        mark
        for before, mark, after in zip([None, *marks], marks, [*marks[1:], None], strict=False)
        if not (_adjoin(text, before, mark) or _adjoin(text, mark, after)) and _heads(text, mark)
    ]
    series: list[list[re.Match[str]]] = []
    number, letter = 0, ""
    for mark in found:
        sign = _sign(mark)
        value = 0 if sign in LETTERS else number_of(sign)
        if not value and series and sign == (chr(ord(letter) + 1) if letter else "a"):
            letter = sign
        elif value == 1 or number < value <= number + REACH:
            if value == 1 or not series:
                series.append([])
            number, letter = value, ""
        else:
            continue
        series[-1].append(mark)
    return [
        Head(_sign(mark), mark.start("line" if mark["line"] else "joined"), mark.span("title"))
        for each in series
        if len(each) >= _FEWEST
        for mark in each
    ]


def points(text: str, start: int, end: int) -> list[Head]:
    """Return the numbered lines after a record's first colon that says what it deals with: three at least, from 1."""
    opening = _TOPICS.search(text, start, min(end, start + _OPENING))
    if opening is None:
        return []
    run: list[re.Match[str]] = []
    for mark in _HEADLINE.finditer(text, opening.end(), end):
        between = text[(run[-1].end() if run else opening.end()) : mark.start()].strip(" \t\r\n;,")
        if between or _sign(mark) in LETTERS or number_of(_sign(mark)) != len(run) + 1 or SAID.search(mark["title"]):
            break
        run.append(mark)
    if len(run) <= _FEWEST:
        return []
    return [Head(_sign(m), m.start("line" if m["line"] else "joined"), _trimmed(text, m.span("title"))) for m in run]


def _trimmed(text: str, span: tuple[int, int]) -> tuple[int, int]:
    return span[0], span[0] + len(text[slice(*span)].rstrip(" ;,"))


def _sign(mark: re.Match[str]) -> str:
    """Return the number or letter of a head."""
    return str(mark["line"] or mark["joined"][:-1])


def _heads(text: str, mark: re.Match[str]) -> bool:
    """Say whether a line's words head what follows: no sentence, nobody's words."""
    words = mark["title"]
    if mark["joined"] and text.rfind("(", 0, mark.start()) > text.rfind(")", 0, mark.start()):
        return False  # the letter closes a bracket: "(in China) "
    if words[-1] in ".;,?!" or len(words.split()) > MOST_WORDS or SAID.search(words):
        return False
    return TITLED_LABEL.match(text, mark.start("title")) is None


def _adjoin(text: str, before: re.Match[str] | None, after: re.Match[str] | None) -> bool:
    """Say whether two heads follow each other as points of one list: one number on, nothing between."""
    if before is None or after is None or text[before.end() : after.start()].strip():
        return False
    one, other = _sign(before), _sign(after)
    if one in LETTERS or other in LETTERS:
        return other == chr(ord(one[0]) + 1)
    return number_of(other) == number_of(one) + 1


def number_of(number: str) -> int:
    """Return the value of a number in digits or Roman letters.

    >>> number_of("14"), number_of("XIV")
    (14, 14)
    """
    if number[0].isdigit():
        return int(re.sub(r"\D", "", number))  # "7th" is how machines translate "7."
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in number]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
