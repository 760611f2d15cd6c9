"""Answer a SPARQL question inside a worker: bytes in the format that the client likes, written while rows are found."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, Final, TypeVar, cast

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    parse_query_results,
    serialize,
)

from kg.query import formats
from kg.query.run import Answer, Term
from kg.query.store import Data
from kg.query.text import asks_others, explained, names_graphs
from kg.rdf.vocab import PREFIXES
from kg.serve import pages
from kg.serve.frames import DATA, HEAD, frame
from kg.serve.limits import Limits
from kg.serve.negotiate import RESULTS, SHOWN, chosen
from kg.serve.tasks import Fault, Question

_PIECE: Final = 1 << 16
_Row = TypeVar("_Row")


class Reply:
    """A file to write the body of an answer into; the first piece waits, so that an early fault still has a status."""

    def __init__(self, out: IO[bytes]) -> None:
        """Write frames into `out`."""
        self.out = out
        self.kind = ""
        self.begun = False
        self.waiting = bytearray()

    def write(self, content: bytes) -> int:
        """Take a part of the body."""
        self.waiting += content
        if len(self.waiting) >= _PIECE:
            self.send()
        return len(content)

    def flush(self) -> None:
        """Do nothing: pieces go when they are full, and at the end."""

    def send(self) -> None:
        """Send what waits, after the head if it is the first."""
        if not self.begun:
            self.head(200, self.kind)
        if self.waiting:
            self.out.write(frame(DATA, bytes(self.waiting)))
            self.out.flush()
            self.waiting.clear()

    def head(self, status: int, kind: str, location: str = "") -> None:
        """Send the head: an HTTP status, a media type, and where else to look."""
        self.begun = True
        self.out.write(frame(HEAD, json.dumps({"status": status, "type": kind, "location": location}).encode()))


class _Table:
    """Rows as a file of TSV, read by the writer of the wanted format; counts the rows."""

    def __init__(self, found: QuerySolutions, most: int) -> None:
        self.rows = iter(found)
        self.left = most
        self.text = bytearray("\t".join(str(variable) for variable in found.variables).encode() + b"\n")

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self.text) < size:
            row = next(self.rows, None)
            if row is None:
                break
            self.left -= 1
            if self.left < 0:
                raise _too_long()
            self.text += "\t".join("" if term is None else str(term) for term in row).encode() + b"\n"
        size = len(self.text) if size < 0 else size
        piece = bytes(self.text[:size])
        del self.text[:size]
        return piece


def answer(data: Data, question: Question, limits: Limits, reply: Reply) -> None:
    """Write the answer.

    Raises:
        Fault: the question is refused, or its answer longer than the limit.

    """
    found = _found(data, question)
    offers = SHOWN if isinstance(found, QueryTriples) else RESULTS
    choice = chosen(question.accept, offers)
    if choice is None:
        raise Fault(406, f"This answer comes as {', '.join(kind for kind, _ in offers)}.")
    reply.kind, form = choice
    if form == "html":
        reply.kind = "text/html; charset=utf-8"
        graph = isinstance(found, QueryTriples)
        for part in pages.table(data, question.text, *_shown(found, limits.rows), graph=graph):
            reply.write(part.encode())
        return
    out = cast("IO[bytes]", reply)
    if isinstance(found, QueryTriples):
        serialize(_counted(found, limits.rows), out, format=formats.GRAPHS[form], prefixes=PREFIXES)
    elif isinstance(found, QueryBoolean):
        reply.write(formats.write(Answer(bool(found)), form, data.base, 0).encode())
    else:
        table = cast("IO[bytes]", _Table(found, limits.rows))
        parse_query_results(table, QueryResultsFormat.TSV).serialize(out, formats.RESULTS[form])


def _found(data: Data, question: Question) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Ask the store, of the graphs that are meant."""
    if asks_others(question.text):
        raise Fault(403, "SERVICE is refused: this server asks no others.")
    named = bool(question.default_graphs or question.named_graphs)
    try:
        return data.store.query(
            question.text,
            prefixes=PREFIXES,
            use_default_graph_as_union=not named and not names_graphs(question.text),
            default_graph=_terms(question.default_graphs) if named else None,
            named_graphs=_terms(question.named_graphs) if named else None,
        )
    except SyntaxError as fault:
        raise Fault(400, explained(question.text, str(fault))) from fault
    except (OSError, RuntimeError, ValueError) as fault:
        raise Fault(500, f"The question cannot be carried out: {fault}.") from fault


def _terms(iris: Sequence[str]) -> list[Any]:  # a list of names counts as no list of names or blank nodes for mypy
    return [NamedNode(iri) for iri in iris]


def _shown(
    found: QuerySolutions | QueryBoolean | QueryTriples, most: int
) -> tuple[list[str], Iterator[Sequence[Term | None]]]:
    """Return the answer as the head and the rows of a table."""
    if isinstance(found, QueryBoolean):
        return ["answer"], iter([[Literal("yes" if found else "no")]])
    if isinstance(found, QueryTriples):
        rows = ((triple.subject, triple.predicate, triple.object) for triple in _counted(found, most))
        return ["subject", "property", "value"], cast("Iterator[Sequence[Term | None]]", rows)
    return [variable.value for variable in found.variables], (tuple(row) for row in _counted(found, most))


def _counted(found: Iterable[_Row], most: int) -> Iterator[_Row]:
    for number, row in enumerate(found):
        if number >= most:
            raise _too_long()
        yield row


def _too_long() -> Fault:
    return Fault(500, "The answer is longer than this server gives. Narrow the question, or set a LIMIT.")
