"""Cited works, each described once with exactly one FaBiO class, and the references with the pages they cite."""

from collections.abc import Iterable
from typing import Final

from kg import ids
from kg.model import Work, WorkCitation
from kg.rdf.document import folded
from kg.rdf.page import Claim, Facts, Names, Page, note_ref
from kg.rdf.terms import ref, string, triples
from kg.rdf.vocab import cito, dcterms, fabio, kgo, rdf, rdfs, schema

_TYPES: Final[dict[str, tuple[str, str, str]]] = {
    # CSL type: class of the work, class of what it stands in, and the words for a work without a title
    "book": (fabio.Book, fabio.BookSeries, "book"),
    "chapter": (fabio.BookChapter, fabio.Book, "chapter"),
    "article-journal": (fabio.JournalArticle, fabio.Journal, "article"),
    "article-newspaper": (fabio.NewspaperArticle, fabio.Newspaper, "newspaper article"),
    "paper-conference": (fabio.ConferencePaper, fabio.ConferenceProceedings, "conference paper"),
    "thesis": (fabio.Thesis, fabio.BookSeries, "thesis"),
    "report": (fabio.ReportDocument, fabio.BookSeries, "report"),
    "manuscript": (fabio.Expression, fabio.Expression, "manuscript"),
}
_CREATORS: Final = {"author": schema.author, "editor": schema.editor, "translator": schema.translator}


def work_citations(page: Page) -> Facts:
    """Map the references to works; pages cited stay with the reference."""
    statements, claims = [], []
    for index, citation in enumerate(page.analysis.works):
        path = ids.work_citation(page.document.key, citation.span.start, citation.span.end)
        statements += triples(
            ref(page.base, path),
            (rdf.type, kgo.WorkCitation),
            (cito.hasCitingEntity, ref(page.base, ids.document(page.document.key))),
            (cito.hasCitedEntity, ref(page.base, page.names.works[index])),
            (cito.hasCitationCharacterization, cito.citesAsEvidence),
            (kgo.asWritten, string(citation.span.exact)),
            (kgo.citedPages, string(citation.pages)),
            (kgo.inNote, note_ref(page, citation.note)),
        )
        claims.append(Claim(path, citation.span, citation.rule))
    return statements, claims


def work(base: str, item: Work, names: Names) -> list[str]:
    """Map a work from its fullest reference; `names` are those of the document where that one stands."""
    best = item.best
    makers = [
        (_CREATORS[creator.role], ref(base, names.mentions[creator.span.start, creator.span.end]))
        for creator in best.creators
    ]
    named = names.mentions.get((best.publisher.start, best.publisher.end), "") if best.publisher else ""
    publisher = named if named.startswith("organisation/") else ""  # a town is none, whatever stands behind it
    return triples(
        ref(base, item.name),
        (rdf.type, _TYPES[best.type][0]),
        (rdfs.label, string(title_of(best))),
        (dcterms.title, string(title_of(best))),
        (fabio.hasTranslatedTitle, string(best.translated_title)),
        *makers,
        (schema.datePublished, string(best.issued)),
        (kgo.publisherPlace, string(best.place)),
        (schema.publisher, ref(base, publisher)),
        (schema.isPartOf, ref(base, ids.container(best.container)) if best.container else ""),
        (schema.volumeNumber, string(best.volume)),
        (schema.issueNumber, string(best.issue)),
    )


def title_of(citation: WorkCitation) -> str:
    """Return the printed title, else one supplied in square brackets, as catalogues do: "[article in Pravda, 1956]"."""
    if citation.title:
        return citation.title
    makers = " and ".join(folded(creator.span.exact) for creator in citation.creators)
    words = [
        _TYPES[citation.type][2],
        *([f"by {makers}"] if makers else []),
        *([f"in {citation.container}"] if citation.container else []),
    ]
    return f"[{', '.join([' '.join(words), *([citation.issued] if citation.issued else [])])}]"


def containers(base: str, works: Iterable[Work]) -> list[str]:
    """Map the journals, newspapers and books that works stand in; one title has one class, that of the first work."""
    found: dict[str, tuple[str, str]] = {}
    for item in works:
        best = item.best
        if best.container:
            found.setdefault(ids.container(best.container), (_TYPES[best.type][1], best.container))
    return [
        statement
        for path, (kind, title) in found.items()
        for statement in triples(
            ref(base, path), (rdf.type, kind), (rdfs.label, string(title)), (dcterms.title, string(title))
        )
    ]
