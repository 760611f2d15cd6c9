"""Shelfmarks that are paths of names, as American archives are cited.

"National Archives, RG 59, Central Files, Lot 64 D 563, Box 5, Berlin": every part between commas is a level; those with
a label say which, those before the box or lot are series, the rest is the folder.
"""

import re
from typing import Final

from kg.extract.families import Family, Shelfmark
from kg.extract.names import UPPER
from kg.model import Level

_LONGEST: Final = 420
_MOST: Final = 16  # levels; a row of names is no path
_MARKING: Final = (
    r"(?:Top Secret|Secret|Confidential|Restricted|Unclassified|Limited Official|Official Use|No classification"
    r"|No marking|Sensitive|Personal|Eyes Only|Administratively)"
)
_NO_ABBREVIATION: Final = "".join(
    rf"(?<!\b{word}\.)" for word in ("No", "Nos", "Jr", "Sr", "Dr", "Mr", "vol", "Vol", "St")
)
_END: Final = re.compile(  # begins with the few characters that can end a reference: all others are passed at once
    rf"[.;\n](?:(?<=\.)(?:\s+(?={_MARKING})|\s*\n|{_NO_ABBREVIATION}(?<![\s.][A-Z]\.)"
    r"(?=[\s”\"][A-Z“\"(\[]|\s*$|\s*\d{1,3}\s[A-Z]|\s\[))|(?<=;)(?!\s*NL[A-Z]-)|(?<=\n)\s*\n)"
)
_LEAD: Final = re.compile(r"\s?[,:]\s+|\s+(?=Micro(?:film Publication|copy)\s)")
_PART: Final = re.compile(r"[,:]\s+|\s:\s")
_ARCHIVAL: Final = re.compile(
    r"\b(?:Files?|Fonds?|Records|Papers|Collections?|Materials?|Correspondence|Series|Archives?|Chron|Subject"
    r"|Telegrams|Diar(?:y|ies)|Manuscripts?)\b"
)
NAMED: Final = re.compile(rf"{UPPER}[^;:“”\"]{{2,80}}")
"""The name of a collection, file or series."""
_LEAVES: Final = re.compile(r",\s(?:pp?|ff?|ll?|fols?)\.\s?(?P<first>\d{1,4})(?:[-–](?P<last>\d{1,4}))?$")
_FOLDER: Final = re.compile(r"[Ff]older(?::\s?|,\s?|\s)")
_BELOW: Final = frozenset({"box", "lot", "job", "accession"})
_ALWAYS: Final = re.compile(r"Library|Archives|Records Center")


def read_path(family: Family, text: str, start: int, name: str) -> Shelfmark | None:
    """Read the path after the name of an archive that ends at `start`, or return None where running prose goes on."""
    lead = _LEAD.match(text, start)
    if not lead:
        return None
    position, whole = lead.end(), _stop(text, start)
    leaves = _LEAVES.search(text[position:whole].rstrip())
    stop = position + leaves.start() if leaves else whole
    levels: list[Level] = []
    labelled = 0
    tail = ""
    while position < stop:
        if len(levels) > _MOST:
            return None
        below = any(level.kind in _BELOW for level in levels)
        match = family.element.match(text, position, stop)
        if match and (match.lastgroup or "").startswith("leaves"):
            match = None
        if match and re.match(r"[\s,:.;)]|$", text[match.end() : stop][:1] or ""):
            kind = family.kinds[int((match.lastgroup or "")[1:])]
            levels.append(Level(kind, match[match.lastgroup or ""]))
            labelled += 1
            position = match.end()
            if gap := re.compile(r"(?:\s?[,:]|\sand)?\s+").match(text, position, stop):
                position = gap.end()
            continue
        if below and not _more(family, text, position, stop):
            tail = text[position:stop]
            break
        part = _PART.search(text, position, stop)
        end = part.start() if part else stop
        levels.append(Level("folder" if below else "series", " ".join(text[position:end].split())))
        position = part.end() if part else stop
    if tail.strip():
        lead = _FOLDER.match(tail)
        levels.append(Level("folder", " ".join(tail[lead.end() if lead else 0 :].split())))
    levels = [level for level in levels if level.number.strip("()[] ") and level.number[0] != "("]
    words = text[start:stop]
    if not levels or not (labelled or _ARCHIVAL.search(words) or _ALWAYS.search(name)) or not _capitals(levels):
        return None
    first, last = (leaves["first"], leaves["last"] or leaves["first"]) if leaves else ("", "")
    return Shelfmark(whole, tuple(levels), first, last, labelled=labelled)


def _more(family: Family, text: str, position: int, stop: int) -> bool:
    """Say whether a labelled level still follows in the path."""
    return any(family.element.match(text, m.end(), stop) for m in _PART.finditer(text, position, stop))


def _capitals(levels: list[Level]) -> bool:
    """Say whether the first part begins as a name or number does: running prose goes on in small letters."""
    return not levels[0].number[0].islower()


def _stop(text: str, start: int) -> int:
    """Return where the reference ends: at a full stop, a semicolon, or a closing bracket that was not opened in it."""
    limit = min(len(text), start + _LONGEST)
    end = _END.search(text, start, limit)
    stop = end.start() if end else limit
    depth = 0
    for i in range(start, stop if ")" in text[start:stop] else start):
        depth += (text[i] == "(") - (text[i] == ")")
        if depth < 0:
            return i
    return stop
