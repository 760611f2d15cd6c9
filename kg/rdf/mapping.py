"""From records to lines of N-Quads: the entry points, one for each kind of named graph.

Every function returns complete lines (with their line feed), sorted, each once; those of a document come in batches, so
that a long text takes no more memory than a short one. A triple stands in one graph only: what
a document says of itself in its own graph, the words that say it in its evidence graph, and whatever has a name of its
own in the corpus (people, organisations, places, works, events, archives, units, dates, languages) in the entities
graph.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

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
from kg.rdf.evidence import editor, evidence
from kg.rdf.identity import links
from kg.rdf.page import Claim, Names, Page
from kg.rdf.participation import participations, record_roles
from kg.rdf.shared import Shared, entities, shared
from kg.rdf.structure import agenda, notes, turns
from kg.rdf.tags import curator_tags, tag_evidence
from kg.rdf.terms import quads, ref
from kg.rdf.works import work_citations
from kg.settings import Settings

BATCH: Final = 10_000
"""Claims whose evidence is written together; each takes about twenty lines."""
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
) -> tuple[Iterator[list[str]], Shared]:
    """Return the lines of a document's two graphs in batches, and what it shares with others (for `map_entities`).

    The first batch holds all facts, and the evidence for whatever is the document's own; no line is in two batches.

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
    statements = quads(statements, _graph(base, "document", document.key))
    return _with_evidence(page, statements, claims, ids.run(version), confidence), shared(page)


def _with_evidence(
    page: Page, facts: list[str], claims: list[Claim], run: str, confidence: Mapping[str, Confidence]
) -> Iterator[list[str]]:
    graph = _graph(page.base, "evidence", page.document.key)
    first, *more = _batches(page, claims)
    proof = [*evidence(page, first, run, confidence), *tag_evidence(page, run, confidence), *editor(page, claims)]
    yield sorted([*facts, *quads(proof, graph)])
    for batch in more:
        yield quads(evidence(page, batch, run, confidence), graph)


def _batches(page: Page, claims: Iterable[Claim]) -> list[list[Claim]]:
    """Part claims so that those about the same words stay together, and the first part has all about what is own."""
    own = f"{ids.document(page.document.key)}/"
    by_words: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_words[claim.span.start, claim.span.end].append(claim)
    batches: list[list[Claim]] = [[]]
    for alike in sorted(by_words.values(), key=lambda alike: not any(f"{c.body}/".startswith(own) for c in alike)):
        if len(batches[-1]) >= BATCH and not any(f"{c.body}/".startswith(own) for c in alike):
            batches.append([])
        batches[-1] += alike
    return batches


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
