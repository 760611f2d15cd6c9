"""Archives, their units level by level, and the references to them.

The unit cited is the lowest level that a reference names; every level is described, up to the fond, and names its
archive. A papka is a second parent of the delo and no part of its IRI.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kg import ids
from kg.extract.archives import Archive
from kg.model import ArchivalCitation, Level
from kg.rdf.page import Claim, Facts, Page, note_ref
from kg.rdf.terms import ref, string, triples, true
from kg.rdf.vocab import cito, kgo, rdf, rdfs, rico

Levels = tuple[Level, ...]

_SIGNS: Final = {"fond": "f.", "opis": "op.", "delo": "d."}
"""Short signs of levels in a shelfmark; all other levels stand with their own word."""

_FILE: Final = "delo"
_PAPKA: Final = "papka"


@dataclass(frozen=True, slots=True)
class Unit:
    """An archival unit that some document cites: the archive's key, the levels from the highest, and the papka."""

    archive: str
    levels: Levels
    papka: str = ""


# ------------------------------------------------------------------------------------------- references, by document


def archival_citations(page: Page) -> Facts:
    """Map the references to places in archives."""
    statements, claims = [], []
    for citation in page.analysis.citations:
        path = ids.archival_citation(page.document.key, citation.span.start, citation.span.end)
        archive, levels = cited_unit(citation)
        statements += triples(
            ref(page.base, path),
            (rdf.type, kgo.ArchivalCitation if levels else cito.Citation),  # the archive as a whole is no unit of it
            (cito.hasCitingEntity, ref(page.base, ids.document(page.document.key))),
            (cito.hasCitedEntity, ref(page.base, ids.unit(archive, levels))),
            (cito.hasCitationCharacterization, cito.citesAsSourceDocument if citation.own else cito.citesAsEvidence),
            (kgo.asWritten, string(citation.span.exact)),
            (kgo.leafFrom, string(citation.leaf_from)),
            (kgo.leafTo, string(citation.leaf_to or citation.leaf_from)),
            (kgo.leafSide, string(citation.side)),
            (kgo.inNote, note_ref(page, citation.note)),
            (kgo.inferred, true(citation.inferred)),
        )
        claims.append(Claim(path, citation.span, citation.rule, inferred=citation.inferred))
    return statements, claims


def cited_unit(citation: ArchivalCitation) -> tuple[str, Levels]:
    """Return archive and levels of the unit cited: the lowest level named, a papka only where no delo is."""
    if citation.papka and _FILE not in {level.kind for level in citation.levels}:
        return citation.archive, (*citation.levels, Level(_PAPKA, citation.papka))
    return citation.archive, citation.levels


# ----------------------------------------------------------------------------------------------- units, once for all


def units(base: str, cited: Iterable[Unit], names: Mapping[str, str], table: Mapping[str, Archive]) -> list[str]:
    """Map every unit from the cited ones up to the fond; of two spellings of a number the first sorted stands.

    `names` are short names of the archives, by key, for the labels of their units. Where references disagree on the
    papka of a delo, all are described and the first sorted is its parent: a delo lies in one.
    """
    statements: list[str] = []
    described: dict[str, Unit] = {}
    papkas: dict[str, Unit] = {}
    for unit in sorted(cited, key=_spelling):
        successor = _heir(unit.archive, table)
        for chain in _chains(unit):
            described.setdefault(ids.unit(chain.archive, chain.levels), chain)
            if successor:
                described.setdefault(ids.unit(successor, chain.levels), Unit(successor, chain.levels))
                statements += _continuation(base, chain, successor)
        if unit.papka:
            papkas.setdefault(ids.unit(unit.archive, unit.levels), unit)
    for delo, unit in papkas.items():
        papka = ids.unit(unit.archive, (*unit.levels[:-1], Level(_PAPKA, unit.papka)))
        statements += triples(ref(base, delo), (rico.isDirectlyIncludedIn, ref(base, papka)))
    for path, unit in described.items():
        statements += _unit(base, path, unit, names.get(unit.archive, unit.archive))
    return statements


def _heir(key: str, table: Mapping[str, Archive]) -> str:
    """Return the key of the archive that took over with all numbers unchanged, or ""."""
    entry = table.get(key)
    return entry.successor if entry and entry.keeps_numbers else ""


def _continuation(base: str, unit: Unit, successor: str) -> list[str]:
    here, there = ids.unit(unit.archive, unit.levels), ids.unit(successor, unit.levels)
    return triples(ref(base, here), (kgo.continuesAs, ref(base, there)))


def _spelling(unit: Unit) -> tuple[str, list[str], str]:
    return unit.archive, [f"{level.kind} {level.number}" for level in unit.levels], unit.papka


def _chains(unit: Unit) -> list[Unit]:
    """Return the unit and all above it, and the papka that it lies in."""
    ways = [unit.levels, *([(*unit.levels[:-1], Level(_PAPKA, unit.papka))] if unit.papka else [])]
    return [Unit(unit.archive, way[:depth]) for way in ways for depth in range(1, len(way) + 1)]


def _unit(base: str, path: str, unit: Unit, archive: str) -> list[str]:
    level = unit.levels[-1]
    return triples(
        ref(base, path),
        (rdf.type, rico.RecordSet),
        (rdfs.label, string(_in_full(archive, unit.levels))),
        (kgo.shelfmark, string(shelfmark(unit))),
        (rico.identifier, string(" ".join(level.number.split()))),
        (rico.hasRecordSetType, level_type(level.kind)),
        (rico.hasOrHadHolder, ref(base, ids.archive(unit.archive))),
        (rico.isDirectlyIncludedIn, ref(base, ids.unit(unit.archive, unit.levels[:-1])) if unit.levels[1:] else ""),
    )


def level_type(kind: str) -> str:
    """Return the term of a level: that of the archive's own word, else the one for all other levels."""
    return kgo.LEVEL_TYPES.get(kind, kgo.otherLevel)


def shelfmark(unit: Unit) -> str:
    """Return the one spelling on which builds join, made of what the IRI is made of: "APRF, f. 3, op. 64, d. 484"."""
    return _in_full(unit.archive.upper(), unit.levels)


def _in_full(archive: str, levels: Levels) -> str:
    parts = (f"{_SIGNS.get(level.kind, level.kind.replace('-', ' '))} {_number(level)}" for level in levels)
    return ", ".join([archive, *parts])


def _number(level: Level) -> str:
    return " ".join(level.number.split()).casefold().upper()


# -------------------------------------------------------------------------------------------- archives, once for all


def holders(base: str, words: Mapping[str, str], table: Mapping[str, Archive], described: Collection[str]) -> list[str]:
    """Map the archives that hold cited units, with those that took over from them.

    `words` are their keys with the words that a document has for them; `described` are the paths of organisations that
    are mapped with their label and forms elsewhere (`kg.rdf.agents`).
    """
    statements: list[str] = []
    for key in sorted({after for start in words for after in _line(start, table)}):
        entry = table.get(key)
        if ids.archive(key) not in described:
            label = words.get(key) or (entry.name if entry else key)
            statements += triples(
                ref(base, ids.archive(key)), (rdf.type, rico.CorporateBody), (rdfs.label, string(label))
            )
        if entry and entry.successor:
            statements += _succession(base, entry)
    return statements


def _line(key: str, table: Mapping[str, Archive]) -> list[str]:
    """Return the archive and those that came after it, one after the other."""
    line = [key]
    while (entry := table.get(line[-1])) and entry.successor and entry.successor not in line:
        line.append(entry.successor)
    return line


def short_names(words: Mapping[str, str], table: Mapping[str, Archive]) -> dict[str, str]:
    """Return a short name of every archive in question: the first form of the table, else the document's words.

    An archive that the table gives no form is called by its name.
    """
    keys = {after for start in words for after in _line(start, table)}
    named = {key: (*entry.forms, entry.name)[0] for key, entry in table.items()}
    return {key: named.get(key) or words[key] or key for key in sorted(keys)}


def _succession(base: str, archive: Archive) -> list[str]:
    here, there = ref(base, ids.archive(archive.key)), ref(base, ids.archive(archive.successor))
    relation = ref(base, ids.succession(archive.key, archive.successor))
    return [
        *triples(here, (rico.hasSuccessor, there)),
        *triples(
            relation,
            (rdf.type, rico.AgentTemporalRelation),
            (rico.relationHasSource, here),
            (rico.relationHasTarget, there),
            (rico.date, string(archive.since)),
            (rico.relationSource, string(archive.source)),
        ),
    ]
