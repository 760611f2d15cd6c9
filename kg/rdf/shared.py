"""What documents share (units, dates, languages, events) and what is decided about the corpus: the entities graph.

`shared` takes from each document the little that is needed; `entities` describes everything once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import ids
from kg.extract.archives import Archive
from kg.model import Entities, field_of
from kg.rdf import agents, archives, works
from kg.rdf.archives import Unit
from kg.rdf.bounds import bounds
from kg.rdf.document import folded
from kg.rdf.events import Telling, event, tellings
from kg.rdf.page import Names, Page
from kg.rdf.terms import ref, string, triples, typed
from kg.rdf.vocab import edtf, kgo, rdf, rdfs, rico, xsd


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What one document says of things that others speak of too. Small: a whole corpus of them fits in memory."""

    units: frozenset[Unit]
    archives: frozenset[tuple[str, str]]  # key, and the words for it here ("" where it was supplied)
    dates: frozenset[str]  # EDTF
    languages: frozenset[tuple[str, str]]  # BCP 47, and the word for it here
    tellings: tuple[Telling, ...]


def shared(page: Page) -> Shared:
    """Return what a document has in common with others."""
    cited = [(citation, *archives.cited_unit(citation)) for citation in page.analysis.citations]
    language = field_of(page.document, "original-language")
    return Shared(
        units=frozenset(
            # where the papka is itself the unit cited it is no second parent
            Unit(archive, levels, citation.papka if levels == citation.levels else "")
            for citation, archive, levels in cited
            if levels
        ),
        archives=frozenset(
            (citation.archive, folded(citation.archive_span.exact) if citation.archive_span else "")
            for citation in page.analysis.citations
        ),
        dates=frozenset(mention.edtf for mention in page.analysis.dates),
        languages=frozenset([(language.value, folded(language.span.exact))] if language else []),
        tellings=tellings(page),
    )


def entities(
    base: str,
    found: Entities,
    names: Mapping[str, Names],
    pages: Iterable[Shared],
    table: Mapping[str, Archive],
) -> list[str]:
    """Return the statements about everything that is named once for the corpus.

    `pages` are the documents' shares in the order of their keys; `names` come from `names_by_document`.
    """
    parts = list(pages)
    statements: list[str] = []
    for entity in found.entities:
        statements += agents.entity(base, entity)
    for work in found.works:
        statements += works.work(base, work, names[work.document])
    statements += works.containers(base, found.works)
    statements += _events(base, found, parts)
    statements += _archives(base, found, parts, table)
    statements += _dates(base, parts)
    statements += _languages(base, parts)
    statements += agents.tombstones(base, found.tombstones)
    return statements


def _events(base: str, found: Entities, parts: Iterable[Shared]) -> list[str]:
    told: defaultdict[str, list[Telling]] = defaultdict(list)
    for part in parts:
        for telling in part.tellings:
            told[telling.event].append(telling)
    return [line for item in found.events for line in event(base, item.label, told[item.name])]


def _archives(base: str, found: Entities, parts: Iterable[Shared], table: Mapping[str, Archive]) -> list[str]:
    units: set[Unit] = set()
    words: dict[str, str] = {}
    for part in parts:
        units |= part.units
        for key, written in sorted(part.archives):
            words[key] = words.get(key) or written
    described = {entity.name for entity in found.entities}
    names = archives.short_names(words, table)
    return archives.units(base, units, names, table) + archives.holders(base, words, table, described)


def _dates(base: str, parts: Iterable[Shared]) -> list[str]:
    statements = []
    for value in sorted({date for part in parts for date in part.dates}):
        begin, end = bounds(value)
        statements += triples(
            ref(base, ids.date(value)),
            (rdf.type, rico.Date),
            (rdfs.label, string(value)),
            (kgo.edtf, typed(value, edtf.EDTF)),
            (rico.beginningDate, typed(begin, xsd.date)),
            (rico.endDate, typed(end, xsd.date)),
        )
    return statements


def _languages(base: str, parts: Iterable[Shared]) -> list[str]:
    labels: dict[str, str] = {}
    for code, written in sorted({pair for part in parts for pair in part.languages}):
        labels.setdefault(code, written)
    return [
        line
        for code, label in labels.items()
        for line in triples(ref(base, ids.language(code)), (rdf.type, rico.Language), (rdfs.label, string(label)))
    ]
