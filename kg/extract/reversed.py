"""Shelfmarks whose levels stand before the name of the archive: "box 5, folder 3, Berg Papers, Some Library"."""

import re
from dataclasses import replace
from typing import Final

from kg.extract.families import Family, Shelfmark, read
from kg.extract.paths import NAMED
from kg.model import Level

_REACH: Final = 200  # how far before the name of its archive such a reference begins
_JOIN: Final = re.compile(r",?\s+(?:in\s+)?(?:the\s+)?\(?$|,\s*$")
_PART: Final = re.compile(r",\s+|(?<=,”)\s+")
_HIGHEST: Final = ("record-group", "lot", "fonds")  # these stand above the names of collections
_MOST_NAMES: Final = 4  # collections one in the other
_FEWEST: Final = 2  # labels that make a reference without a collection's name


def read_before(family: Family, text: str, start: int, end: int) -> tuple[int, Shelfmark] | None:
    """Return where the levels begin that lead up to the name of an archive at `start`, and the shelfmark.

    Leaves may follow the name, which ends at `end`.
    """
    window = max(0, start - _REACH)
    piece = text[window:start]
    join = _JOIN.search(piece)
    if not join or not join.start():
        return None
    piece = piece[: join.start()]
    found = _path(family, piece) if family.path else _levels(family, piece)
    if not found:
        return None
    leaves = None if family.path else read(family, text, end, after_name=True)
    if leaves and leaves.leaf_from and not leaves.levels:
        return window + found[0], replace(leaves, levels=found[1].levels)
    return window + found[0], replace(found[1], end=end)


def _levels(family: Family, piece: str) -> tuple[int, Shelfmark] | None:
    """Read labelled levels in any order that end where the piece ends."""
    for first in family.element.finditer(piece):
        reading = read(family, piece, first.start(), after_name=False)
        if reading and reading.end == len(piece) and reading.labelled >= _FEWEST and len(reading.levels) >= _FEWEST:
            return first.start(), reading
    return None


def _path(family: Family, piece: str) -> tuple[int, Shelfmark] | None:
    """Read "Box 12, Folder 4, Berg Papers" from its end: labelled levels, and names of collections."""
    parts = [part.span() for part in _PART.finditer(piece)]
    begins = [0, *(end for _, end in parts)]
    ends = [*(start for start, _ in parts), len(piece)]
    names: list[Level] = []
    labelled: list[Level] = []
    start = len(piece)
    for begin, end in zip(reversed(begins), reversed(ends), strict=True):
        match = family.element.fullmatch(piece, begin, end)
        if match and not (match.lastgroup or "").startswith("leaves"):
            group = match.lastgroup or ""
            labelled.append(Level(family.kinds[int(group[1:])], match[group].replace(",”", "”")))
        elif labelled or len(names) == _MOST_NAMES or not NAMED.fullmatch(piece, begin, end):
            break
        else:
            names.append(Level("series", " ".join(piece[begin:end].split())))
        start = begin
    if not labelled or not (names or len(labelled) >= _FEWEST):
        return None
    labelled.sort(key=lambda level: family.kinds.index(level.kind))
    high = [level for level in labelled if level.kind in _HIGHEST]
    low = [level for level in labelled if level.kind not in _HIGHEST]
    return start, Shelfmark(len(piece), (*high, *names, *low), labelled=len(labelled))
