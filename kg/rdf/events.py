"""Events, described once for the corpus from all documents that tell of them, with the evidence in each document."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kg.model import Certainty
from kg.rdf.bounds import bounds
from kg.rdf.page import Claim, Page, named
from kg.rdf.participation import participants
from kg.rdf.terms import each, ref, string, triples, typed
from kg.rdf.vocab import edtf, kgo, rdf, rdfs, rico, schema, xsd

_SUREST: Final = ("asserted", "reported", "planned", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one document says of an event; `event`, `actors` and `places` are paths."""

    event: str
    kind: str
    label: str
    edtf: str
    certainty: Certainty
    actors: tuple[str, ...]
    places: tuple[str, ...]


def tellings(page: Page) -> tuple[Telling, ...]:
    """Return what a document says of events; who took part in its own event counts among the actors of that event."""
    own = True
    found = []
    for index, event in enumerate(page.analysis.events):
        if index not in page.names.events:
            continue
        actors = {named(page, span) for span in event.actors}
        if own and event.event_class == "own":
            actors |= set(participants(page))
            own = False
        found.append(
            Telling(
                event=page.names.events[index],
                kind=event.kind,
                label=event.label,
                edtf=event.edtf,
                certainty=event.certainty,
                actors=tuple(sorted(actors)),
                places=tuple(sorted({named(page, span) for span in event.places})),
            )
        )
    return tuple(found)


def event_claims(page: Page) -> list[Claim]:
    """Return the claims of the events that a document tells of, one for each stretch of text."""
    return [
        Claim(page.names.events[index], span, event.rule)
        for index, event in enumerate(page.analysis.events)
        if index in page.names.events
        for span in (event.span, *event.other_spans)
    ]


def event(base: str, label: str, told: Iterable[Telling]) -> list[str]:
    """Map an event from all its tellings: kind and date from the first that has them, certainty from the surest."""
    told = tuple(told)
    first = told[0]
    when = next((telling.edtf for telling in told if telling.edtf), "")
    begin, end = bounds(when)
    return triples(
        ref(base, first.event),
        (rdf.type, rico.Event),
        (rdfs.label, string(label)),
        (rico.hasEventType, kgo.EVENT_TYPES[first.kind]),
        (kgo.edtf, typed(when, edtf.EDTF)),
        (schema.startDate, typed(begin, xsd.date)),
        (schema.endDate, typed(end, xsd.date)),
        (kgo.certainty, string(min((telling.certainty for telling in told), key=_SUREST.index))),
        *each(rico.hasOrHadParticipant, (ref(base, actor) for telling in told for actor in telling.actors)),
        *each(rico.hasOrHadLocation, (ref(base, place) for telling in told for place in telling.places)),
    )
