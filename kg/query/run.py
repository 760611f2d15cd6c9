"""Run a SPARQL question over opened data; results are plain frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Store, Triple

from kg.errors import QueryError
from kg.query.store import Data
from kg.query.text import bound, explained, names_graphs
from kg.rdf.vocab import PREFIXES

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: each row has one term a variable, None where it is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE, sorted and without doubles."""

    triples: tuple[Triple, ...]


Result = Rows | Answer | Triples


def run(data: Data, text: str, values: Mapping[str, Term] | None = None, limit: int | None = None) -> Result:
    """Ask `text` over the union of all graphs, or over those that its FROM names.

    `values` bind variables of its pattern (`kg.query.text.bound`); at most `limit` rows are returned.

    Raises:
        QueryError: the text is not SPARQL (the message shows the line and the place), or it cannot be carried out.

    """
    asked = bound(text, values or {})
    try:
        found = data.store.query(asked, prefixes=PREFIXES, use_default_graph_as_union=not names_graphs(text))
        if isinstance(found, QueryBoolean):
            return Answer(bool(found))
        if isinstance(found, QuerySolutions):
            return Rows(tuple(variable.value for variable in found.variables), tuple(map(tuple, islice(found, limit))))
        return Triples(tuple(sorted(set(islice(found, limit)), key=str)))
    except SyntaxError as fault:
        raise QueryError(explained(text, str(fault))) from fault
    except (OSError, RuntimeError, ValueError) as fault:
        raise QueryError(f"The question cannot be carried out: {fault}.") from fault


def check(text: str) -> None:
    """Refuse a text that is not SPARQL, before any data is opened for it.

    Raises:
        QueryError: the message shows the line and the place.

    """
    try:
        Store().query(text, prefixes=PREFIXES)
    except SyntaxError as fault:
        raise QueryError(explained(text, str(fault))) from fault
