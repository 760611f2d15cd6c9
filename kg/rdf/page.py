"""One document on its way to RDF, and what the mapping modules hand to each other."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from kg import ids
from kg.model import Analysis, Document, Entities, Span
from kg.rdf.terms import ref
from kg.rdf.vocab import oa

IDENTIFYING: Final = "identifying"
DESCRIBING: Final = "describing"
COMMENTING: Final = "commenting"

MOTIVATIONS: Final[dict[str, str]] = {
    IDENTIFYING: oa.identifying,  # these words name the thing
    DESCRIBING: oa.describing,  # these words say it
    COMMENTING: oa.commenting,  # a note is called from here
}


@dataclass(frozen=True, slots=True)
class Names:
    """What the things of one document are called (paths): mentions by start and end, works and events by index."""

    mentions: Mapping[tuple[int, int], str] = field(default_factory=dict)
    works: Mapping[int, str] = field(default_factory=dict)
    events: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document on its way to RDF: what was read, what was found in it, and what all of that is called."""

    base: str
    document: Document
    analysis: Analysis
    names: Names
    rights: str = ""  # of the corpus, where the page prints none
    donor: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of text says something: the body (a path) that it speaks for, why it is marked, who read it."""

    body: str
    span: Span
    rule: str
    motivation: str = DESCRIBING
    form: str = ""  # path of the form of the name that stands here
    inferred: bool = False


Facts = tuple[list[str], list[Claim]]
"""What a mapping function returns: statements for the document's graph, and the claims that evidence them."""


def names_by_document(entities: Entities) -> dict[str, Names]:
    """Turn what was decided about the corpus into the names of each document's own things, by the document's key."""
    mentions: defaultdict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    works: defaultdict[str, dict[int, str]] = defaultdict(dict)
    events: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for entity in entities.entities:
        for place in entity.mentions:
            mentions[place.document][place.start, place.end] = entity.name
    for work in entities.works:
        for document, index in work.citations:
            works[document][index] = work.name
    for event in entities.events:
        for document, index in event.tellings:
            events[document][index] = event.name
    return {
        key: Names(mentions.get(key, {}), works.get(key, {}), events.get(key, {}))
        for key in sorted({*mentions, *works, *events})
    }


def named(page: Page, span: Span) -> str:
    """Return the path of whoever or whatever is named at a span; every span that refers to a name is a mention."""
    return page.names.mentions[span.start, span.end]


def own_event(page: Page) -> str:
    """Return the path of the event that the document itself records, or "" where the extractors found none.

    Without one the participations and agenda items lack their event, which the shapes report.
    """
    own = (i for i, event in enumerate(page.analysis.events) if event.event_class == "own")
    return page.names.events.get(next(own, -1), "")


def note_ref(page: Page, index: int | None) -> str:
    """Return the term of the note with that index, or "" for none."""
    if index is None:
        return ""
    return ref(page.base, ids.note(page.document.key, page.analysis.notes[index].marker.start))
