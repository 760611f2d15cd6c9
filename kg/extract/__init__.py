"""Extraction: what a document says, each find with the words that say it.

An extractor is a function `(Document, Analysis) -> Analysis` that returns the analysis with its own finds added; later
ones see what earlier ones found. They stand in one list, in order.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from kg.extract.agenda import agenda
from kg.extract.dates import dates
from kg.extract.events import events
from kg.extract.marks import marks
from kg.extract.notes import notes
from kg.extract.organisations import organisations
from kg.extract.participants import participants
from kg.extract.people import people
from kg.extract.places import places
from kg.extract.roles import roles
from kg.extract.shelfmarks import shelfmarks
from kg.extract.suggestions import suggestions
from kg.extract.turns import turns
from kg.extract.works import works
from kg.model import Analysis, Document, Span, field_of

Extractor = Callable[[Document, Analysis], Analysis]

EXTRACTORS: Final[tuple[Extractor, ...]] = (
    notes,
    agenda,
    turns,
    shelfmarks,
    dates,
    works,
    participants,
    roles,
    suggestions,
    organisations,
    people,
    places,
    marks,
    events,
)


def analyse(document: Document, extractors: Sequence[Extractor] = EXTRACTORS) -> Analysis:
    """Return all that the extractors find in a document.

    Raises:
        ValueError: a find does not quote the text, or refers to a name that is no mention; the fault is ours.

    """
    date = field_of(document, "date")
    analysis = Analysis(document=document.key, date=date.value if date else "")
    for extractor in extractors:
        analysis = extractor(document, analysis)
    for span in spans(analysis):
        if document.text[span.start : span.end] != span.exact:
            raise ValueError(f"{document.source}: {span} does not quote the text")
    mentions = {(m.span.start, m.span.end) for m in analysis.mentions}
    for span in names(analysis):
        if (span.start, span.end) not in mentions:
            raise ValueError(f"{document.source}: the name {span} is no mention")
    return analysis


def names(analysis: Analysis) -> Iterator[Span]:
    """Yield the span of every name that something else refers to; each must be a mention."""
    yield from (turn.speaker for turn in analysis.turns)
    yield from (part.person for part in analysis.participations)
    yield from (role.agent for role in analysis.roles)
    yield from (creator.span for work in analysis.works for creator in work.creators)
    for event in analysis.events:
        yield from (*event.actors, *event.places)


def spans(analysis: Analysis) -> Iterator[Span]:
    """Yield every span of an analysis."""
    for note in analysis.notes:
        yield from (note.marker, note.body, *(d.span for d in note.disputes))
        if note.anchor:
            yield note.anchor
    for item in analysis.agenda:
        yield from (item.title, item.span)
    for turn in analysis.turns:
        yield from (turn.label, turn.utterance, turn.span)
    yield from (date.span for date in analysis.dates)
    for citation in analysis.citations:
        yield from (s for s in (citation.span, citation.archive_span, citation.cites) if s)
    for work in analysis.works:
        yield from (s for s in (work.span, work.publisher) if s)
    yield from (part.span for part in analysis.participations)
    yield from (role.span for role in analysis.roles)
    yield from (mention.span for mention in (*analysis.mentions, *analysis.suggestions))
    for event in analysis.events:
        yield from (event.span, *event.other_spans)
    yield from (issue.span for issue in analysis.issues if issue.span)
    yield from names(analysis)
