"""The properties of things that a reconciliation service compares and hands out: their names, and how to ask for them.

A property is asked for by a SPARQL pattern; a value is a thing of ours, which has an id, or words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal
from rapidfuzz import fuzz

from kg.identity.lookup import name_key
from kg.rdf.vocab import PREFIXES

TYPES: Final[Mapping[str, str]] = {
    "rico:Person": "person",
    "rico:CorporateBody": "organisation",
    "rico:Place": "place",
    "rico:Event": "event",
    "rico:Record": "document",
    "rico:RecordSet": "archival unit",
    "fabio:Expression": "cited work",
}
"""Class of a thing -> what it is called."""

_LIKE: Final = 85.0  # likeness of 100 below which two values are two
_DATE: Final = re.compile(r"\d{4}(?:-\d\d){0,2}")
_ROWS: Final = 2000


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its id, what it is called, the types of things that have it, its pattern from ?thing to ?value.

    `type` is the type of its values where they are things.
    """

    id: str
    name: str
    types: tuple[str, ...]
    pattern: str
    type: str = ""


_AGENTS: Final = ("rico:Person", "rico:CorporateBody")
_NAMED: Final = (*_AGENTS, "rico:Place")
_CITED: Final = ("rico:RecordSet", "fabio:Expression")

_ALL: Final = (
    Property(
        "name",
        "name, in each form",
        tuple(TYPES),
        "?thing rdfs:label|rico:title|((rico:hasOrHadName|rico:hasOrHadAgentName|rico:hasOrHadPlaceName)"
        "/(rico:textualValue|rdfs:label)) ?value",
    ),
    Property("wikidata", "item of Wikidata", (*_NAMED, "rico:Event"), "?thing schema:sameAs ?value"),
    Property(
        "document",
        "document that names or cites it",
        (*_NAMED, *_CITED),
        "?value schema:mentions|cito:cites ?thing",
        "rico:Record",
    ),
    Property(
        "documented",
        "date of a document that names or cites it",
        (*_NAMED, *_CITED),
        "?document schema:mentions|cito:cites ?thing ; dcterms:date ?value",
    ),
    Property(
        "event",
        "event it takes part in",
        _AGENTS,
        "?value a rico:Event ; rico:hasOrHadParticipant ?thing",
        "rico:Event",
    ),
    Property("role", "role", _AGENTS, "?relation rico:relationHasTarget ?thing ; rico:relationHasContext ?value"),
    Property("event-type", "type of event", ("rico:Event",), "?thing rico:hasEventType ?value"),
    Property("date", "date", ("rico:Event", "rico:Record"), "?thing kgo:edtf|dcterms:date ?value"),
    Property("participant", "participant", ("rico:Event",), "?thing rico:hasOrHadParticipant ?value", "rico:Person"),
    Property("place", "place", ("rico:Event",), "?thing rico:hasOrHadLocation ?value", "rico:Place"),
    Property("shelfmark", "shelfmark", ("rico:RecordSet",), "?thing kgo:shelfmark ?value"),
    Property(
        "holder",
        "archive that holds it",
        ("rico:RecordSet",),
        "?thing rico:hasOrHadHolder ?value",
        "rico:CorporateBody",
    ),
    Property("identifier", "number", ("rico:Record", "rico:RecordSet"), "?thing rico:identifier ?value"),
    Property(
        "creator",
        "author, editor or translator",
        ("fabio:Expression",),
        "?thing schema:author|schema:editor|schema:translator ?value",
        "rico:Person",
    ),
    Property("published", "year of publication", ("fabio:Expression",), "?thing schema:datePublished ?value"),
    Property(
        "unit",
        "archival unit of the original",
        ("rico:Record",),
        "?thing schema:translationOfWork?/rico:isDirectlyIncludedIn ?value . ?value a rico:RecordSet",
        "rico:RecordSet",
    ),
    Property(
        "quotation",
        "words that name it",
        _NAMED,
        "?mention oa:motivatedBy oa:identifying ; oa:hasBody ?thing ; oa:hasTarget/oa:hasSelector ?words ."
        " ?words oa:exact ?exact . OPTIONAL { ?words oa:prefix ?before } OPTIONAL { ?words oa:suffix ?after }"
        ' BIND(CONCAT("…", COALESCE(?before, ""), ?exact, COALESCE(?after, ""), "…") AS ?value)',
    ),
)
PROPERTIES: Final[Mapping[str, Property]] = {each.id: each for each in _ALL}


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing that somebody names by its id, as the value of a property that it should have."""

    id: str
    name: str = ""


Wanted = str | float | bool | Entity
"""A value that a property should have."""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """One value of a property: words, and the IRI where it is a thing, else ""."""

    words: str
    iri: str = ""


Values = Mapping[str, Mapping[str, tuple[Value, ...]]]
"""IRI of a thing -> id of a property -> its values, sorted."""


def of(things: Iterable[str], ids: Iterable[str]) -> str:
    """Return the question for the values of some properties of things."""
    return _question(f"VALUES ?thing {{ {' '.join(f'<{iri}>' for iri in things)} }}", ids, "")


def having(wanted: Mapping[str, Sequence[Wanted]], base: str) -> str:
    """Return the question for the things of which a property has a value that begins like one of those wanted."""
    tests = " || ".join(_test(value, base) for values in wanted.values() for value in values)
    return f"{_question('', wanted, f'FILTER({tests})')} LIMIT {_ROWS}"


def _test(wanted: Wanted, base: str) -> str:
    if isinstance(wanted, Entity):
        return f"STR(?value) = {Literal(base + wanted.id.removeprefix(base))}"
    words, last = Literal(said(wanted).lower()), Literal(f"/{said(wanted)}")
    return (
        f"STRSTARTS(LCASE(STR(COALESCE(?label, ?value))), {words}) || (isIRI(?value) && STRENDS(STR(?value), {last}))"
    )


def _question(things: str, ids: Iterable[str], only: str) -> str:
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    patterns = " UNION ".join(f'{{ {PROPERTIES[each].pattern} BIND("{each}" AS ?property) }}' for each in ids)
    label = "OPTIONAL { ?value rdfs:label|rico:title ?label }"
    return f"{prefixes}SELECT DISTINCT ?thing ?property ?value ?label WHERE {{ {things} {patterns} {label} {only} }}"


def collected(rows: Iterable[Mapping[str, Mapping[str, str]]], base: str) -> Values:
    """Collect the values from the rows of an answer, as SPARQL's JSON gives them."""
    found: dict[str, dict[str, set[Value]]] = {}
    for row in rows:
        text, label = row["value"]["value"], row.get("label", {}).get("value", "")
        if row["value"]["type"] == "uri" and text.startswith(base):
            value = Value(label or text.removeprefix(base), text)
        else:
            value = Value(label or (re.split(r"[#/]", text)[-1] if row["value"]["type"] == "uri" else text))
        found.setdefault(row["thing"]["value"], {}).setdefault(row["property"]["value"], set()).add(value)
    return {iri: {each: tuple(sorted(values)) for each, values in by.items()} for iri, by in found.items()}


def likeness(values: Sequence[Value], wanted: Sequence[Wanted], base: str) -> float:
    """Return how far the values of a thing are those wanted: of 100, each wanted one by the value that is most like it.

    Words may differ a little; a date that is wanted may be less exact than the one there is.
    """
    return sum(max(_alike(value, one, base) for value in values) for one in wanted) / len(wanted)


def _alike(value: Value, wanted: Wanted, base: str) -> float:
    if isinstance(wanted, Entity):
        return 100.0 if wanted.id.removeprefix(base) in (value.iri.removeprefix(base), value.words) else 0.0
    one, other = name_key(value.words), name_key(said(wanted))
    if one == other or (_DATE.fullmatch(said(wanted)) and value.words.startswith(said(wanted))):
        return 100.0
    like = fuzz.token_sort_ratio(one, other)
    return like if like >= _LIKE else 0.0


def said(wanted: Wanted) -> str:
    """Return a value wanted as words: 1956.0 is "1956", the first moment of a day is the day."""
    if isinstance(wanted, bool):
        return str(wanted).lower()
    text = str(int(wanted)) if isinstance(wanted, float) and wanted.is_integer() else str(wanted)
    day, moment, _ = text.partition("T00:00:00")
    return day if moment and _DATE.fullmatch(day) else text
