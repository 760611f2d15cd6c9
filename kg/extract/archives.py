"""The table of archives: which names and acronyms stand for which archive, and how its shelfmarks are written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.names import LOWER, UPPER
from kg.read.alternatives import alternatives
from kg.tables import additions, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An archive of the table. `successor` is the key of the archive that kept the holdings from `since` on."""

    key: str
    name: str
    forms: tuple[str, ...] = ()
    country: str = ""
    family: str
    successor: str = ""
    since: str = ""
    source: str = ""
    keeps_numbers: bool = False  # the successor kept the numbers of fonds, inventories and files


def archives() -> Mapping[str, Archive]:
    """Return the archives by key, in the order of `archives.toml`, then those that the corpus adds."""
    return _archives(additions())


@cache
def _archives(added: str) -> Mapping[str, Archive]:
    entries = table("archives", added)
    return {key: Archive(key=key, **{**e, "forms": tuple(e.get("forms", ()))}) for key, e in entries.items()}


@cache
def _by_form(added: str) -> Mapping[str, Archive]:
    return {_fold(form): a for a in _archives(added).values() for form in (a.name, *a.forms)}


def _fold(words: str) -> str:
    return " ".join(words.split()).replace("’", "'")


def archive_named(words: str) -> Archive | None:
    """Return the archive whose name or acronym the words are (white space folded), or None."""
    return _by_form(additions()).get(_fold(words))


@cache
def _pattern(added: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternatives(_by_form(added))})(?![^\W_])(?:\s*\([A-ZА-Я][\w\s]{{1,12}}\))?")


def repositories(text: str) -> list[tuple[int, int, Archive]]:
    """Return where the text names archives of the table: start, end (with a gloss such as "(APRF)") and the archive."""
    found = []
    for match in _pattern(additions()).finditer(text):
        words = match.group()
        known = archive_named(words) or archive_named(words[: words.rfind("(")] if "(" in words else words)
        if known:
            found.append((match.start(), match.end(), known))
    return found


_UNKNOWN: Final = re.compile(
    rf"(?:(?:{UPPER}[\w’'&-]{{0,30}}|of|for|the|de|der|des|di|and)[ \n]){{0,9}}"
    rf"{UPPER}[\w’'-]{{0,30}}(?:\s\({UPPER}[\w ]{{1,12}}\))?[,.:;]?\s+$"
)
_OF_ARCHIVE: Final = re.compile(
    rf"[Aa]r[ck]h?[ií]v|АРХИВ|[Аа]рхив|[Ll]evéltár|Library|Records|(?<!\w){UPPER}{{2,}}{LOWER}?{UPPER}*(?!\w)"
)
_LEAD: Final = re.compile(r"(?:(?:of|for|the|The|In|in|de|der|des|di|and|See|see|From|from|At|Cf)\s+)+")
_LONGEST: Final = 90


def unknown_repository(text: str, start: int) -> tuple[int, int] | None:
    """Return the stretch of an archive's name that ends before `start`: an acronym, or a name that says "archive"."""
    window = max(0, start - _LONGEST)
    match = _UNKNOWN.search(text[window:start])
    if not match or not _OF_ARCHIVE.search(match.group()):
        return None
    words = match.group().rstrip().rstrip(",.:;")
    lead = _LEAD.match(words)
    return window + match.start() + (lead.end() if lead else 0), window + match.start() + len(words)
