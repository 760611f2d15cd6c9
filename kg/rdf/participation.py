"""Who took part in the document's own event, and who made or received the document: relations with a role.

There is one relation for each person and role, named from the first place that says so; every place evidences it.
"""

from collections.abc import Iterable
from typing import TypeVar

from kg import ids
from kg.model import NOT_THERE, Participation, RecordRole, Span
from kg.rdf.page import Claim, Facts, Page, named, own_event
from kg.rdf.terms import ref, triples
from kg.rdf.vocab import kgo, rdf, rico

_Said = TypeVar("_Said", Participation, RecordRole)


def participations(page: Page) -> Facts:
    """Map the parts that people took in the document's own event."""
    event = ref(page.base, own_event(page))
    statements, claims = [], []
    for person, role, places in _grouped(page, ((p.person, p.role, p) for p in page.analysis.participations)):
        first = places[0].person
        path = ids.participation(page.document.key, role, first.start, first.end)
        statements += triples(
            ref(page.base, path),
            (rdf.type, kgo.Participation),
            (rico.relationHasSource, event),
            (rico.relationHasTarget, ref(page.base, person)),
            (rico.relationHasContext, kgo.PARTICIPATION_ROLES[role]),
        )
        claims += [Claim(path, place.span, place.rule) for place in places]
    return statements, claims


def record_roles(page: Page) -> Facts:
    """Map who wrote, compiled, translated, contributed or received the document."""
    record = ref(page.base, ids.document(page.document.key))
    statements, claims = [], []
    for agent, role, places in _grouped(page, ((r.agent, r.role, r) for r in page.analysis.roles)):
        first = places[0].agent
        path = ids.record_role(page.document.key, role, first.start, first.end)
        statements += triples(
            ref(page.base, path),
            (rdf.type, rico.OrganicProvenanceRelation if role == "addressee" else rico.CreationRelation),
            (rico.relationHasSource, record),
            (rico.relationHasTarget, ref(page.base, agent)),
            (rico.relationHasContext, kgo.DOCUMENT_ROLES[role]),
        )
        claims += [Claim(path, place.span, place.rule) for place in places]
    return statements, claims


def participants(page: Page) -> tuple[str, ...]:
    """Return the paths of those who were at the document's own event, sorted."""
    there = (p for p in page.analysis.participations if p.role not in NOT_THERE)
    return tuple(sorted({named(page, p.person) for p in there}))


def _grouped(page: Page, said: Iterable[tuple[Span, str, _Said]]) -> list[tuple[str, str, list[_Said]]]:
    """Return who (a path), in which role, and all that says so, in the order of the text."""
    groups: dict[tuple[str, str], list[_Said]] = {}
    for span, role, record in said:
        groups.setdefault((named(page, span), role), []).append(record)
    return [(who, role, records) for (who, role), records in groups.items()]
