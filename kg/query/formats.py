"""Write results: tables for people, and the formats of SPARQL results and of RDF for programs."""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final, cast

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse_query_results,
    serialize,
)

from kg.errors import QueryError
from kg.query.run import Answer, Result, Rows, Term, Triples
from kg.query.things import spoken
from kg.rdf.vocab import PREFIXES

TABLES: Final = ("table", "md")
RESULTS: Final[dict[str, QueryResultsFormat]] = {
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
}
GRAPHS: Final[dict[str, RdfFormat]] = {
    "turtle": RdfFormat.TURTLE,
    "jsonld": RdfFormat.JSON_LD,
    "nt": RdfFormat.N_TRIPLES,
}
FORMATS: Final = (*TABLES, *RESULTS, *GRAPHS)
"""Every format by the name it is asked for."""

_NARROWEST: Final = 12  # columns of the terminal that a cell keeps, however many columns the table has
_GAP: Final = "  "


def write(result: Result, form: str | None, base: str, width: int) -> str:
    """Return a result in one of `FORMATS`; without a format, a graph comes as Turtle and all else as a table.

    `table` shortens IRIs (below `base`, or by prefix) and cuts cells to `width` columns in all; `md` only shortens;
    the other formats keep everything.

    Raises:
        QueryError: the format cannot hold such a result.

    """
    if form is None:
        form = "turtle" if isinstance(result, Triples) else "table"
    if form in GRAPHS:
        if not isinstance(result, Triples):
            fitting = ", ".join((*TABLES, *RESULTS))
            raise QueryError(f"Only CONSTRUCT and DESCRIBE give {form}. This question gives {fitting}.")
        return _graph(result, form)
    if isinstance(result, Answer):
        return _answer(result, form)
    rows = _spread(result) if isinstance(result, Triples) else result
    if form in RESULTS:
        return _standard(rows, RESULTS[form])
    cells = [[" ".join(spoken(term, base).split()) for term in row] for row in rows.rows]
    return _table(rows.variables, cells, width) if form == "table" else _markdown(rows.variables, cells)


def _spread(graph: Triples) -> Rows:
    """Return triples as rows of three columns."""
    rows = tuple((triple.subject, triple.predicate, triple.object) for triple in graph.triples)
    return Rows(("subject", "predicate", "object"), cast("tuple[tuple[Term | None, ...], ...]", rows))


def _answer(answer: Answer, form: str) -> str:
    """Return yes or no for people, true or false in the standard formats."""
    if form in TABLES:
        return "yes\n" if answer.value else "no\n"
    boolean = parse_query_results(b'{"boolean":%s}' % str(answer.value).lower().encode(), QueryResultsFormat.JSON)
    return _text(boolean.serialize(format=RESULTS[form]))


def _standard(rows: Rows, form: QueryResultsFormat) -> str:
    """Return rows in a format of the SPARQL recommendations.

    pyoxigraph writes only what it asked itself, so the rows go in as TSV (a header and N-Triples terms) and come out as
    `form`.
    """
    header = "\t".join(f"?{variable}" for variable in rows.variables)
    lines = ("\t".join("" if term is None else str(term) for term in row) for row in rows.rows)
    tsv = "".join(f"{line}\n" for line in (header, *lines))
    return _text(parse_query_results(tsv.encode(), QueryResultsFormat.TSV).serialize(format=form))


def _graph(graph: Triples, form: str) -> str:
    """Return triples as RDF, in an order and with names of blank nodes that depend on nothing but the triples."""
    triples: Sequence[Triple] = graph.triples
    if any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        dataset = Dataset(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        triples = sorted((quad.triple for quad in dataset), key=str)
    return _text(serialize(triples, format=GRAPHS[form], prefixes=_used(triples)))


def _used(triples: Iterable[Triple]) -> dict[str, str]:
    """Return the prefixes that the triples need."""
    names = {term.value for triple in triples for term in _named(triple)}
    return {prefix: space for prefix, space in PREFIXES.items() if any(name.startswith(space) for name in names)}


def _named(triple: Triple) -> Iterable[NamedNode]:
    """Yield the IRIs of a triple, the written datatype of its literal among them."""
    for term in (triple.subject, triple.predicate, triple.object):
        if isinstance(term, NamedNode):
            yield term
        elif isinstance(term, Literal) and "^^" in str(term):  # the datatypes that go without saying are not written
            yield term.datatype


def _text(written: bytes | None) -> str:
    """Return the text that pyoxigraph wrote (None only when it was given a file), ended by a newline."""
    text = (written or b"").decode()
    return text if text.endswith("\n") else f"{text}\n"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Return aligned columns, the widest cut until the line fits `width` or every column is down to `_NARROWEST`."""
    lines = [list(header), *rows]
    widths = [max(_wide(line[column]) for line in lines) for column in range(len(header))]
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    while over > 0 and max(widths, default=0) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
        over -= 1
    lines.insert(1, ["─" * column for column in widths])
    fitted = ([_fit(cell, column) for cell, column in zip(line, widths, strict=True)] for line in lines)
    return "".join(_GAP.join(line).rstrip() + "\n" for line in fitted)


def _fit(cell: str, width: int) -> str:
    """Return the cell padded to `width`, or cut with an ellipsis: a path at its beginning, which many have alike."""
    if _wide(cell) > width and "/" in cell and " " not in cell:
        return f"…{cell[1 - width :]}"
    if _wide(cell) > width:
        cell = cell[:width]
        while _wide(cell) >= width:
            cell = cell[:-1]
        cell += "…"
    return cell + " " * (width - _wide(cell))


def _wide(text: str) -> int:
    """Return the columns a text takes in a terminal: two for a Chinese character, none for a combining mark."""
    if text.isascii():
        return len(text)
    double = sum(unicodedata.east_asian_width(letter) in {"W", "F"} for letter in text)
    return len(text) + double - sum(unicodedata.combining(letter) > 0 for letter in text)


def _markdown(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    cells = ([cell.replace("\\", "\\\\").replace("|", "\\|") for cell in row] for row in rows)
    return "".join(f"| {' | '.join(line)} |\n" for line in (header, ["---"] * len(header), *cells))
