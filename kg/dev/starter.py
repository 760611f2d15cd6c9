"""Bring the facts of the starter authority up to those of a larger one: `python -m kg.dev starter FILE`.

Classes, years and kinds are taken over where the starter has none. A description is made from facts alone, in a fixed
order: nations and regions, classes or offices, years. They are recognised in what the larger authority says by the
project's own word lists; its sentences are not taken over.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from kg.extract.lexicon import DEMONYMS, entries
from kg.identity.authority import Record, dump_records, life_of, read_records
from kg.identity.starter import STARTER

_ROLES: Final = (
    "head of government|head of state|general secretary|first secretary|secretary of state|foreign minister"
    "|(?:vice |deputy )?prime minister|vice president|president|chancellor|chairman|statesman|statesperson|politician"
    "|diplomat|ambassador|revolutionary|general|marshal|admiral|dictator|leader|monarch|king|queen|emperor|pope"
    "|cardinal|economist|lawyer|writer|novelist|playwright|actor|actress"
)
_ROLE: Final = re.compile(rf"\b(?:{_ROLES})\b", re.IGNORECASE)
_SPAN: Final = re.compile(r"\b(1[89]\d\d)\s*(?:[-–—−]|to(?: \w+)?)\s*(1[89]\d\d|20[0-2]\d)\b")
_SINCE: Final = re.compile(r"\bsince (1[89]\d\d)\b")
_CODES: Final = (  # ISO 3166-1 alpha-3, as some sources name states
    ("HUN", "Hungary"),
    ("ALB", "Albania"),
    ("PRK", "North Korea"),
    ("KOR", "South Korea"),
    ("ROU", "Romania"),
    ("GBR", "United Kingdom"),
)
_COUNTRIES: Final = {
    form: names[0] for names in entries("places", "countries", "regions") for form in names if len(form) > 2
}
_NATIONS: Final = {nation: nation for nation in DEMONYMS} | _COUNTRIES | dict(_CODES)
_WORD: Final = re.compile(r"(?<!South )\b(?:" + "|".join(sorted(_NATIONS, key=len, reverse=True)) + r")\b")
_BESIDE: Final = re.compile(r"\s(?:who|which|whose|under)\b.*")  # what follows may be said of others
_STATES: Final = ("historical country", "state")
_CITIES: Final = ("location", "territory")
_NO_CLASS: Final = frozenset({"human", "anniversary", "city", "capital", "jurisdiction"})
_CLASSES: Final = 2  # that a description names
_MOST: Final = 4  # classes of a record


def refreshed(records: Iterable[Record], larger: Mapping[str, Record]) -> list[Record]:
    """Return the records with what the larger authority knows of the same items."""
    return [_with_facts(record, larger.get(record.qid or "", record)) for record in records]


def _with_facts(record: Record, more: Record) -> Record:
    birth, death = life_of(more)
    full = replace(
        record,
        kind=record.kind or more.kind,
        birth=record.birth or birth,
        death=record.death or death,
        year=record.year or more.year,
        p31=record.p31 or more.p31[:_MOST],
    )
    return replace(full, description=described(full, more.description or "") or None)


def described(record: Record, told: str) -> str:
    """Return what can be said of a record: its nation or region, its offices or classes, its years.

    `told` is what somebody else says of it; only words of our lists, and years, are recognised in it.
    """
    person = record.kind == "person"
    own = _BESIDE.sub("", told) if person else told
    found = _once(_NATIONS[word] for word in _WORD.findall(own) if word not in record.label)
    nations = found[:1] if person else [nation for nation in found if nation not in DEMONYMS]
    if _STATES[0] in record.p31:
        nations = []  # it lay where its heirs lie, or elsewhere too
    life = (str(record.birth), str(record.death))
    spans = _once("-".join(span) for span in _SPAN.findall(own) if span != life)[:1]
    since = [f"since {year}" for year in _SINCE.findall(own)[:1]]
    years = spans or since or ([str(record.year)] if record.year else [])
    what = _once(role.lower() for role in _ROLE.findall(own)) if person else _classes(record)
    said = ", ".join(filter(None, (*what[:_CLASSES], *years)))
    return ": ".join(filter(None, (nations[0] if len(nations) == 1 else "", said)))


def _classes(record: Record) -> list[str]:
    if record.kind == "country" or "historical country" in record.p31:
        return [_STATES[0] if _STATES[0] in record.p31 else _STATES[1]]
    if record.kind in _CITIES and not any("organi" in each for each in record.p31):
        return ["city"]
    known = [each for each in record.p31 if each not in _NO_CLASS and not each.startswith("city with")]
    return known or [{"org": "organisation", "group": "organisation"}.get(record.kind or "", record.kind or "")]


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def starter(path: Path) -> int:
    """Write the starter anew with the facts of the authority at `path`."""
    larger = {record.qid: record for record in read_records(path) if record.qid}
    STARTER.write_text(dump_records(refreshed(read_records(STARTER), larger)), encoding="utf-8", newline="\n")
    return 0
