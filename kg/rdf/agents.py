"""People, organisations and places: one label, and every form of the name that the documents use."""

from collections.abc import Iterable
from typing import Final

from kg import ids
from kg.model import Entity
from kg.rdf.terms import ref, string, triples, true
from kg.rdf.vocab import dcterms, owl, rdf, rdfs, rico, schema

_CLASSES: Final = {"person": rico.Person, "organisation": rico.CorporateBody, "place": rico.Place}


def entity(base: str, item: Entity) -> list[str]:
    """Map a person, organisation or place; titles and offices that the texts give are its descriptions."""
    subject = ref(base, item.name)
    place = item.kind == "place"
    has_name = rico.hasOrHadPlaceName if place else rico.hasOrHadAgentName
    name_class = rico.PlaceName if place else rico.AgentName
    statements = triples(subject, (rdf.type, _CLASSES[item.kind]), (rdfs.label, string(item.label)))
    statements += triples(subject, *((schema.description, string(note)) for note in item.notes))
    for form in item.forms:
        name = ref(base, ids.name_form(item.name, form))
        statements += triples(subject, (has_name, name))
        statements += triples(name, (rdf.type, name_class), (rico.textualValue, string(form)))
    return statements


def tombstones(base: str, merged: Iterable[tuple[str, str]]) -> list[str]:
    """Map the names that were merged away: each points to the name that stands for it now."""
    return [
        statement
        for name, heir in merged
        for statement in triples(
            ref(base, name), (owl.deprecated, true(value=True)), (dcterms.isReplacedBy, ref(base, heir))
        )
    ]
