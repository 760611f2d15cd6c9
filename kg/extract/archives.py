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
def _by_form(added: str) -> Mapping[str, tuple[Archive, ...]]:
    found: dict[str, tuple[Archive, ...]] = {}
    for archive in _archives(added).values():
        for form in dict.fromkeys(map(_fold, (archive.name, *archive.forms))):
            found[form] = (*found.get(form, ()), archive)
    return found


def _fold(words: str) -> str:
    return " ".join(words.split()).replace("’", "'")


def archive_named(words: str) -> Archive | None:
    """Return the archive whose name or acronym the words are (white space folded), or None; of several the last."""
    return next(reversed(_named(words)), None)


def _named(words: str) -> tuple[Archive, ...]:
    return _by_form(additions()).get(_fold(words), ())


@cache
def _pattern(added: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W_])(?:{alternatives(_by_form(added))})(?![^\W_])(?:\s*\((?P<gloss>[A-ZА-Я][\w\s-]{{1,14}})\))?"
    )


def repositories(text: str) -> list[tuple[int, int, Archive]]:
    """Return where the text names archives of the table: start, end (with a gloss such as "(APRF)") and the archive.

    A form that several archives share ("AMAE") stands there once for each.
    """
    found = []
    for match in _pattern(additions()).finditer(text):
        words = match.group()
        glossed = _named(match["gloss"]) if match["gloss"] else ()
        known = glossed or _named(words) or _named(words[: words.rfind("(")] if "(" in words else words)
        found += [(match.start(), match.end(), archive) for archive in known]
    return found


_SEATS: Final = (
    *("Sofia", "Berlin", "Bonn", "Koblenz", "Freiburg", "Potsdam", "Moscow", "Moskva", "Moskau", "London", "Kew"),
    *("Prague", "Praha", "Bratislava", "Warsaw", "Warszawa", "Budapest", "Bucharest", "București", "Tirana"),
    *("Belgrade", "Beograd", "Zagreb", "Ljubljana", "Vienna", "Wien", "Paris", "La Courneuve", "Nantes", "Rome"),
    *("Roma", "Bern", "Geneva", "Brussels", "The Hague", "Stockholm", "Helsinki", "Oslo", "Copenhagen", "Kyiv"),
    *("Kiev", "Vilnius", "Riga", "Tallinn", "Beijing", "Taipei", "Hanoi", "Seoul", "Tokyo", "New Delhi"),
    *("Ulaanbaatar", "Ulan Bator", "Havana", "La Habana", "Ottawa", "Canberra", "Washington", "College Park"),
    *("Suitland", "Stanford", "Palo Alto", "Abilene", "Austin", "Boston", "Independence", "Simi Valley"),
    *("Ann Arbor", "Atlanta", "New York", "Cairo", "Ankara", "Athens", "Madrid", "Lisbon", "Dublin"),
    *("Москва", "София", "Киев"),
)
_SEAT: Final = re.compile(
    rf"\)?(?:,?\s\(?(?:{alternatives(_SEATS)}))?(?:,\s(?:MD|Maryland|CA|California|D\.?C\.?|KS|TX|MA|MO))?\)?(?=[,:.;]|\s\()"
)


def seat_after(text: str, end: int) -> int:
    """Return where the town ends that stands behind the name of an archive, or `end`."""
    seat = _SEAT.match(text, end)
    return seat.end() if seat else end


_UNKNOWN: Final = re.compile(
    rf"(?:(?:{UPPER}[\w’'&-]{{0,30}}|of|for|the|de|del|della|der|des|di|and)[ \n]){{0,9}}"
    rf"{UPPER}[\w’'-]{{0,30}}(?:\s\({UPPER}[\w ]{{1,12}}\))?(?P<seat>,\s(?:{alternatives(_SEATS)}))?[,.:;]?\s+$"
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
    words = match.group()[: match.start("seat") if match["seat"] else None].rstrip().rstrip(",.:;")
    lead = _LEAD.match(words)
    return window + match.start() + (lead.end() if lead else 0), window + match.start() + len(words)
