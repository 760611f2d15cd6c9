"""Lists of literature at the end of a document: under a heading of their own, one reference a line."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.bibliography import Reference, read_reference
from kg.extract.references import Name, Parts

_HEADING: Final = re.compile(
    r"(?im)^[ \t]*(?:\d+\.[ \t]*)?(?:references|bibliography|(?:select(?:ed)?|further)[ \t](?:bibliography|reading)"
    r"|works[ \t]cited|literature(?:[ \t]cited)?|literatur(?:verzeichnis)?|bibliograph?ie|bibliograf[ií][ae]|irodalom"
    r"|литература|библиография|список[ \t]литературы)[ \t]*:?[ \t]*\n"
)
_LINE: Final = re.compile(r"[^\n]*")
_SHORTEST: Final = 25  # characters of an entry
_YEAR: Final = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20[0-4]\d)(?!\d)")
_IN: Final = re.compile(r"\W{0,3}(?:in|dans|в кн\.):?\s", re.IGNORECASE)
_OF_JOURNAL: Final = re.compile(
    r"\b\d{1,4}\s?(?:\(\d[\d/–-]*\)|,\s?[Nn]os?\.?\s?\d+|:\s?\d)|,\s?vol\.\s?\d", re.IGNORECASE
)


def literature(text: str) -> Iterator[Parts]:
    """Read the entries below each heading of a list, to the first line that is none; blank lines do not end it."""
    for heading in _HEADING.finditer(text):
        position = heading.end()
        while line := _LINE.match(text, position):
            words = line.group().strip()
            if words and (len(words) < _SHORTEST or not _YEAR.search(words)):
                break
            if words:
                yield _entry(words, line.start() + line.group().index(words))
            if line.end() >= len(text):
                break
            position = line.end() + 1


def _entry(words: str, start: int) -> Parts:
    found = read_reference(words)
    return Parts(
        start=start,
        end=start + len(words),
        rule="works/literature",
        type=_type(words, found),
        title=found.title,
        names=tuple(Name(name.role, name.start + start, name.end + start) for name in found.names),
        issued=found.year,
    )


def _type(words: str, found: Reference) -> str:
    rest = words[max(0, found.rest - 4) :]
    if _IN.search(rest[:12]):
        return "chapter"
    return "article-journal" if _OF_JOURNAL.search(rest) else "book"
