"""The parts of a document: agenda items, statements, editors' notes, and what the notes dispute."""

from kg import ids
from kg.model import Dispute, Note, Span
from kg.rdf.document import folded
from kg.rdf.page import COMMENTING, Claim, Facts, Page, named, note_ref, own_event
from kg.rdf.terms import integer, ref, string, triples
from kg.rdf.vocab import cito, dcterms, kgo, rdf, rdfs, rico


def agenda(page: Page) -> Facts:
    """Map the agenda items, as parts of the document's own event."""
    statements, claims = [], []
    for item in page.analysis.agenda:
        path = ids.agenda_item(page.document.key, item.order)
        statements += triples(
            ref(page.base, path),
            (rdf.type, kgo.AgendaItem),
            (rdfs.label, string(folded(item.title.exact))),
            (kgo.order, integer(item.order)),
            (kgo.number, string(item.number)),
            (rico.isOrWasSubeventOf, ref(page.base, own_event(page))),
        )
        claims.append(Claim(path, item.span, item.rule))
    return statements, claims


def turns(page: Page) -> Facts:
    """Map the turns of speech: who said what, in which order, on which item of the agenda (else at the event)."""
    key = page.document.key
    statements, claims = [], []
    for turn in page.analysis.turns:
        path = ids.statement(key, turn.order)
        whole = own_event(page) if turn.item is None else ids.agenda_item(key, page.analysis.agenda[turn.item].order)
        statements += triples(
            ref(page.base, path),
            (rdf.type, kgo.Statement),
            (rico.isOrWasPerformedBy, ref(page.base, named(page, turn.speaker))),
            (kgo.order, integer(turn.order)),
            (kgo.utterance, string(turn.utterance.exact)),
            (rico.isOrWasSubeventOf, ref(page.base, whole)),
            (dcterms.source, ref(page.base, ids.document(key))),
        )
        claims.append(Claim(path, turn.span, turn.rule))
    return statements, claims


def notes(page: Page) -> Facts:
    """Map the numbered notes, the places they are called from, and what they dispute."""
    statements, claims = [], []
    for index, note in enumerate(page.analysis.notes):
        path = ids.note(page.document.key, note.marker.start)
        statements += triples(
            ref(page.base, path),
            (rdf.type, kgo.EditorialNote),
            (kgo.number, string(note.number)),
            (kgo.text, string(note.body.exact)),
            (dcterms.isPartOf, ref(page.base, ids.document(page.document.key))),
        )
        claims.append(Claim(path, _whole(page, note), note.rule))
        if note.anchor:
            claims.append(Claim(path, note.anchor, note.rule, COMMENTING))
        for dispute in note.disputes:
            statements += _dispute(page, index, dispute)
            claims.append(Claim(_dispute_path(page, dispute), dispute.span, dispute.rule))
    return statements, claims


def _whole(page: Page, note: Note) -> Span:
    start, end = min(note.marker.start, note.body.start), max(note.marker.end, note.body.end)
    return Span(start, end, page.document.text[start:end])


def _dispute_path(page: Page, dispute: Dispute) -> str:
    return ids.dispute(page.document.key, dispute.span.start, dispute.span.end)


def _dispute(page: Page, note: int, dispute: Dispute) -> list[str]:
    """Map a dispute: the note cites its document, against it. Not `inNote`: it is no source that the note names."""
    return triples(
        ref(page.base, _dispute_path(page, dispute)),
        (rdf.type, cito.Citation),
        (cito.hasCitingEntity, note_ref(page, note)),
        (cito.hasCitedEntity, ref(page.base, ids.document(page.document.key))),
        (cito.hasCitationCharacterization, cito.disputes if dispute.kind == "disputes" else cito.corrects),
        (kgo.asWritten, string(dispute.span.exact)),
    )
