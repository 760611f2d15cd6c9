"""References to archives that the table lacks, told by a name that says "archive" and a call number behind it."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.archives import seat_after, unknown_repository
from kg.extract.families import Family, Shelfmark
from kg.extract.names import UPPER
from kg.extract.paths import read_path
from kg.ids import slug

_SAYS: Final = re.compile(
    rf"(?<!\w)(?:Archives?|Archivos?|Archivio|Archiv|Arkhiv|Arhiv\w{{0,2}}|Library|\w{{0,20}}archiv)(?!\w)"
    rf"(?:\s(?:of|for|the|in|de|del|der|des|di|(?:I{{1,3}}|IV|V)(?=[\s,])|{UPPER}[\w’'-]{{1,30}})){{0,9}}"
    rf"(?:\s\({UPPER}[\w ]{{1,12}}\))?(?=,\s)"
)
_CODE: Final = re.compile(r"(?:[A-Z][A-Za-z]{0,5}[\s.-]?)?\d+(?:[-–./][A-Za-z\d]+)+|[A-Z][A-Za-z]{0,5}\s\d{2,6}")
_NO_CODE: Final = re.compile(r"(?:January|February|March|April|May|June|July|August|Sept|Oct|Nov|Dec|Room|Vol|No|Tel)")
_PAPERS: Final = re.compile(r"\b(?:Papers|Collection|Records|Files|Fonds)$")
_BEFORE: Final = 80  # characters of a name before the word that says "archive"
_LABELLED: Final = frozenset({"fonds", "box", "folder", "file", "reel"})


def slug_of(name: str) -> str:
    """Return the key of an archive that the table lacks: its name, without an acronym in brackets behind it."""
    return slug(name.partition(" (")[0])


def unlisted(general: Family, text: str) -> Iterator[tuple[int, int, Shelfmark]]:
    """Yield where the name of an archive begins and ends, and the shelfmark behind it: labelled levels, or a code."""
    for said in _SAYS.finditer(text):
        window = max(0, said.start() - _BEFORE)
        piece = f"{text[window : said.end()]}, "
        lead = unknown_repository(piece, len(piece))
        reading = read_path(general, text, seat_after(text, said.end()), said.group()) if lead else None
        if not lead or not reading:
            continue
        first = reading.levels[0]
        coded = _CODE.fullmatch(first.number) and not _NO_CODE.match(first.number)
        named = first.kind == "series" and _PAPERS.search(first.number)
        if coded or (reading.labelled and (named or first.kind in _LABELLED)):
            yield window + lead[0], said.end(), reading
