"""From records to lines of N-Quads: the entry points, one for each kind of named graph.

Every function returns complete lines (with their line feed), sorted, each once. A triple stands in one graph only: what
a document says of itself in its own graph, the words that say it in its evidence graph, and whatever has a name of its
own in the corpus (people, organisations, places, works, events, archives, units, dates, languages) in the entities
graph.
"""

from collections.abc import Iterable, Mapping

from kg import ids
from kg.extract.archives import Archive
from kg.model import Analysis, Document, Entities
from kg.rdf import dataset as datasets
from kg.rdf.archives import archival_citations
from kg.rdf.confidence import Confidence
from kg.rdf.dataset import Dump, Tally
from kg.rdf.document import document as map_record
from kg.rdf.document import text
from kg.rdf.events import event_claims
from kg.rdf.evidence import evidence
from kg.rdf.identity import links
from kg.rdf.page import Claim, Names, Page
from kg.rdf.participation import participations, record_roles
from kg.rdf.shared import Shared, entities, shared
from kg.rdf.structure import agenda, notes, turns
from kg.rdf.tags import curator_tags, tag_evidence
from kg.rdf.terms import quads, ref
from kg.rdf.works import work_citations
from kg.settings import Settings

_FACTS = (map_record, archival_citations, work_citations, participations, record_roles, agenda, turns, notes)


def map_document(  # noqa: PLR0913 (all of it goes into one document's graphs)
    base: str,
    document: Document,
    analysis: Analysis,
    names: Names,
    *,
    version: str,
    confidence: Mapping[str, Confidence],
    other_texts: Iterable[Document] = (),
    rights: str = "",
    donor: str = "",
) -> tuple[list[str], Shared]:
    """Return the lines of a document's two graphs, and what it shares with others (for `map_entities`).

    `version` names the run that all evidence points to. `other_texts` are further texts of the same record, from which
    no facts are taken. `rights` and `donor` are those of the corpus, for a page that prints none.
    """
    page = Page(base=base, document=document, analysis=analysis, names=names, rights=rights, donor=donor)
    statements: list[str] = []
    claims: list[Claim] = []
    for facts in _FACTS:
        said, evidenced = facts(page)
        statements += said
        claims += evidenced
    claims += event_claims(page)
    statements += curator_tags(page)
    for other in other_texts:
        statements += text(base, other)
    proof = evidence(page, claims, ids.run(version), confidence)
    proof += tag_evidence(page, ids.run(version), confidence)
    lines = quads(statements, _graph(base, "document", document.key))
    lines += quads(proof, _graph(base, "evidence", document.key))
    return sorted(lines), shared(page)


def map_entities(
    base: str,
    found: Entities,
    names: Mapping[str, Names],
    pages: Iterable[Shared],
    archives: Mapping[str, Archive],
) -> list[str]:
    """Return the lines of the entities graph. `pages` come from `map_document`, in the order of the documents' keys."""
    return quads(entities(base, found, names, pages, archives), _graph(base, "entities"))


def map_links(base: str, found: Entities) -> list[str]:
    """Return the lines of the links graph: decisions, merges, proposals, and the accepted links to Wikidata."""
    made = {decision for decision, _ in found.splits}
    people = [decision for decision in found.decisions if decision not in made] + [told for _, told in found.splits]
    all_decisions = (*people, *found.merges, *found.proposals)
    return quads(links(base, all_decisions, found.tombstones), _graph(base, "links"))


def map_dataset(settings: Settings, date: str, version: str, tally: Tally) -> list[str]:
    """Return the lines of the dataset graph. `tally` counts the lines of all other graphs; `date` is an ISO day."""
    return quads(datasets.dataset(settings, date, version, tally), _graph(settings.base, "dataset"))


def map_distributions(base: str, dumps: Iterable[Dump]) -> list[str]:
    """Return lines about the dumps with their checksums, for `dataset.ttl` alone."""
    return quads(datasets.distributions(base, dumps), _graph(base, "dataset"))


def _graph(base: str, kind: str, key: str = "") -> str:
    return ref(base, ids.graph(kind, key))
