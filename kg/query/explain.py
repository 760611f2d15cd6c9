"""Walk a thing back to the words that speak for it, and to the file they stand in."""

from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.evidence import Quote, quotes
from kg.query.run import Rows, Term, run
from kg.query.store import Data, sparql
from kg.query.things import find, occurs, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One statement about the thing: property and value as people read them, and the label of a value that has one."""

    property: str
    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What was decided about the thing and another one, or a form of its name: the verdict, by whom, and why."""

    verdict: str
    other: str
    label: str
    score: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What a thing is, what is said of it, who decided what it is the same as, and the words that speak for it.

    The words are in the order of documents and of their text.
    """

    iri: str
    label: str
    types: tuple[str, ...]
    facts: tuple[Fact, ...]
    judgements: tuple[Judgement, ...]
    quotes: tuple[Quote, ...]


def explain(data: Data, words: str) -> Explanation:
    """Explain the thing that `words` name: an IRI, a path below the base, `prefix:name`, or a name that it alone bears.

    Raises:
        QueryError: the data knows no such thing, or several.

    """
    thing = find(data, words)
    if not occurs(data, thing):
        raise QueryError(f"{data.path} says nothing about {thing.value}.")
    facts = tuple(
        Fact(
            property=spoken(row["property"], data.base),
            value=spoken(row["value"], data.base),
            label=spoken(row["label"], data.base),
        )
        for row in _rows(data, "walk/facts", thing)
    )
    named = [fact.value for name in ("rdfs:label", "rico:title") for fact in facts if fact.property == name]
    return Explanation(
        iri=thing.value,
        label=named[0] if named else "",
        types=tuple(fact.value for fact in facts if fact.property == "rdf:type"),
        facts=tuple(fact for fact in facts if fact.property not in {"rdf:type", "rdfs:label"}),
        judgements=tuple(
            Judgement(**{name: spoken(row[name], data.base) for name in row if name != "thing"})
            for row in _rows(data, "walk/decisions", thing)
        ),
        quotes=quotes(data, thing),
    )


def _rows(data: Data, question: str, thing: NamedNode) -> list[dict[str, Term | None]]:
    """Return the rows of a question about the thing, by variable."""
    found = run(data, sparql(question), {"thing": thing})
    if not isinstance(found, Rows):
        raise TypeError(f"{question} is no SELECT")
    return [dict(zip(found.variables, row, strict=True)) for row in found.rows]
