"""The title or office that stands before a name: "Comrade", "Soviet prime minister", "Ambassador in Riga"."""

import re
from typing import Final

from kg.extract.lexicon import DEMONYMS
from kg.extract.names import GAP, LIST_TITLE, OFFICE, OFFICE_NAMES, TITLES
from kg.read.alternatives import alternatives

_TITLE_BEFORE: Final = re.compile(rf"({TITLES}|{LIST_TITLE}){GAP}?$")
_OFFICE_BEFORE: Final = re.compile(
    rf"(?:^|[^\w])((?:(?:{alternatives(DEMONYMS)}|former|deputy"
    rf"|acting){GAP}){{0,2}}{OFFICE}"
    rf"(?:{GAP}(?:of|in|to|for|at){GAP}[^.,;:()\[\]\n]{{2,60}}"
    rf"(?<!\band)(?<!\bto)(?<!\bwith)(?<!\bby)(?<!\bfrom))?),?{GAP}$",
    re.IGNORECASE,
)
_OFFICE_WORDS: Final = frozenset(word for office in OFFICE_NAMES for word in office.split())


def office_before(text: str, start: int, after: int) -> str:
    """Return the title or office that stands right before a name, as written, `after` the name before it."""
    before = text[max(0, after, start - 100) : start]
    patterns = (
        (_OFFICE_BEFORE, _TITLE_BEFORE)
        if _OFFICE_WORDS & set(before.lower().replace(",", " ").split())
        else (_TITLE_BEFORE,)
    )
    for pattern in patterns:
        match = pattern.search(before)
        if match:
            return match[1].strip()
    return ""
