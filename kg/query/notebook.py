"""A build in Python: rows as plain values, the whole as an rdflib Dataset, or tables for pandas. `kg.open` opens it."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query.library import bind, names, question, read_question
from kg.query.run import Answer, Rows, Term, run
from kg.query.store import Data, open_all
from kg.query.things import find, spoken
from kg.rdf.vocab import PREFIXES

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-not-found,import-untyped,unused-ignore]

Value = str | int | float | Decimal | bool | date | None

_XSD: Final = PREFIXES["xsd"]
_MAKE: Final[dict[str, Callable[[str], Value]]] = {
    **dict.fromkeys(("integer", "nonNegativeInteger", "int", "long"), int),
    "decimal": Decimal,
    "double": float,
    "date": date.fromisoformat,
    "boolean": lambda text: text in {"true", "1"},
}


class Table(NamedTuple):
    """The rows of an answer: columns, and for each row a value a column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def dicts(self) -> list[dict[str, Value]]:
        """Return each row by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Build:
    """One or several builds or dumps, opened."""

    def __init__(self, data: Data) -> None:
        """Hold opened data."""
        self.data = data

    def query(self, question_or_sparql: str, **params: object) -> Table:
        """Ask a question of the library by its name, or SPARQL; a row has an IRI as text, and plain values.

        Raises:
            QueryError: there is no such question or parameter, or the SPARQL is none, or no SELECT or ASK.

        """
        known = question_or_sparql in names() or not set(" {\n") & set(question_or_sparql)
        asked = question(question_or_sparql) if known else read_question("given", question_or_sparql)
        pairs = {name: str(value) for name, value in params.items()}
        result = run(self.data, asked.text, dict[str, Term](bind(asked, pairs, lambda words: find(self.data, words))))
        if isinstance(result, Answer):
            return Table(("answer",), ((result.value,),))
        if not isinstance(result, Rows):
            raise QueryError("CONSTRUCT and DESCRIBE give no rows. Ask .graph.query(…) for their graph.")
        return Table(result.variables, tuple(tuple(map(_value, row)) for row in result.rows))

    def dataframe(self, question_or_sparql: str, **params: object) -> "pd.DataFrame":
        """Ask as `query` does, for a pandas DataFrame.

        Raises:
            QueryError: pandas is not installed, or as for `query`.

        """
        try:
            pandas: Any = import_module("pandas")
        except ImportError as fault:
            raise QueryError("A dataframe needs pandas: pip install pandas. Without it, .query(…) has rows.") from fault
        table = self.query(question_or_sparql, **params)
        return pandas.DataFrame(list(table.rows), columns=list(table.columns))

    @property
    def graph(self) -> rdflib.Dataset:
        """The whole as an rdflib Dataset over the same store: its graphs, asked as one, at Oxigraph's speed."""
        graph = rdflib.Dataset(store=OxigraphStore(store=self.data.store), default_union=True)
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace, replace=True)
        return graph


def open_builds(paths: Sequence[str | Path]) -> Build:
    """Open build folders or dumps as one.

    Raises:
        QueryError: as for `kg.query.store.open_all`.

    """
    return Build(open_all([Path(path) for path in paths]))


def _value(term: Term | None) -> Value:
    """Return a term as Python has it: numbers, days and truth as such, all else as text."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal) and term.datatype.value.startswith(_XSD):
        make = _MAKE.get(term.datatype.value.removeprefix(_XSD), str)
        try:
            return make(term.value)
        except (ValueError, ArithmeticError):
            return term.value
    return spoken(term, "") if term is not None else None
