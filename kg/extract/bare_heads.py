"""Heads without a number, each alone on its line between two paragraphs: "Fisheries", "Visit of the Premier"."""

import re
from collections import Counter
from typing import Final

from kg.extract.flat_heads import SENTENCE
from kg.extract.heads import MOST_WORDS, SAID, Head
from kg.extract.labels import BARE_LABEL, LIST_LABEL, TITLED_LABEL
from kg.extract.names import TITLES

_LONGEST: Final = 200  # characters of a head
_WRAPPED: Final = 120  # characters; no line of a text broken into lines is longer
_PART: Final = 0.7  # of that width
_SHORTEST: Final = 80  # of the paragraph under it
_FEWEST: Final = 3
_LINE: Final = re.compile(r"[^\r\n\f]*\S[^\r\n\f]*")
_TITLE: Final = re.compile(
    rf"[\s#*_]*(?P<title>(?!(?:{TITLES}|Mister|Messrs)\b)[A-ZÀ-ŽА-Я“\"‘][^:\r\n]*?[\w)”\"’])(?:\[\d{{1,3}}\])?[\s*_]*"
)
_CLOSED: Final = re.compile(r"[a-z\d,)”\"’][.!?…:](?:[”\"’)]|\[\d{1,3}\]|\(\d{1,3}\))*\s*\Z")
_TELLS: Final = re.compile(
    r"[.!?;]\s(?![^()]*\))|(?:\b\w ){3}|\b(?:should|must|will|shall|would|can|may|might|was|were|is|are|has|have|had)\b"
)


def bare_heads(text: str, start: int, end: int) -> list[Head]:
    """Return the lines that head a paragraph: three at least, none of them twice, as the name of a speaker stands."""
    lines = [line.span() for line in _LINE.finditer(text, start, end)]
    width = max((last - first for first, last in lines), default=0)
    longest = _LONGEST if width > _WRAPPED else int(width * _PART)  # a full line of a broken paragraph is no head
    found = [
        title.span("title")
        for above, line, under in zip(lines, lines[1:], lines[2:], strict=False)
        if _is_prose(text, above)
        and under[1] - under[0] >= _SHORTEST
        and line[1] - line[0] <= longest
        and (title := _title(text, line))
    ]
    often = Counter(text[slice(*span)] for span in found)
    heads = [Head("", span[0], span) for span in found if often[text[slice(*span)]] == 1]
    return heads if len(heads) >= _FEWEST else []


def _is_prose(text: str, line: tuple[int, int]) -> bool:
    """Say whether a line is a paragraph: long, or closed like a sentence."""
    return line[1] - line[0] >= _SHORTEST or _CLOSED.search(text, *line) is not None


def _title(text: str, line: tuple[int, int]) -> re.Match[str] | None:
    """Return the words of a line that tell a subject: no sentence, nobody's name before their words."""
    title = _TITLE.fullmatch(text, *line)
    if title is None or len(title["title"].split()) > MOST_WORDS:
        return None
    if any(pattern.search(title["title"]) for pattern in (SAID, _TELLS, SENTENCE)):
        return None
    return None if any(label.match(text, line[0]) for label in (TITLED_LABEL, BARE_LABEL, LIST_LABEL)) else title
