"""Rows with the words that speak for them: quotation, file and offsets beside what was asked."""

import re
from collections.abc import Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query.evidence import Quote, passages
from kg.query.library import Question
from kg.query.run import Rows, Term, run
from kg.query.store import Data
from kg.query.things import spoken

COLUMNS: Final = ("quotation", "file", "from", "to")
"""The words, the text they stand in, and where in it (code points, half-open)."""

_SELECT: Final = re.compile(r"\bSELECT(?:\s+DISTINCT)?\b(?=[^{]*\{)", re.IGNORECASE)


def run_cited(data: Data, asked: Question, values: Mapping[str, Term], limit: int | None) -> Rows:
    """Ask a question and add `COLUMNS` to each row: the first passage that speaks for the fact the row stands for.

    The fact is what the question's `# fact:` line says; without one, the first thing in the row that has evidence.
    Passages of the row's own document come before those of others.

    Raises:
        QueryError: the rows stand for many facts at once (they count), or are none.

    """
    hidden = asked.fact and not re.search(rf"\?{asked.fact}\b", asked.text.partition("{")[0].rpartition("SELECT")[2])
    if re.search(r"\bGROUP\s+BY\b", asked.text, re.IGNORECASE):
        raise QueryError(
            f"The rows of {asked.name} count many facts; ask a question that lists them for their evidence."
        )
    text = _SELECT.sub(lambda match: f"{match[0]} ?{asked.fact}", asked.text, count=1) if hidden else asked.text
    found = run(data, text, values, limit)
    if not isinstance(found, Rows):
        raise QueryError("Only rows can show their evidence. Ask with SELECT.")
    first = int(bool(hidden))
    rows = (row[first:] + _cells(data, _passage(data, found.variables, row, asked.fact)) for row in found.rows)
    taken = tuple(variable + "_" if variable in COLUMNS else variable for variable in found.variables[first:])
    return Rows((*taken, *COLUMNS), tuple(rows))


def _passage(data: Data, variables: tuple[str, ...], row: tuple[Term | None, ...], fact: str) -> Quote | None:
    """Return the first passage that speaks for the row, None without one."""
    named = dict(zip(variables, row, strict=True))
    document = spoken(named.get("document"), data.base)
    things = [named.get(fact)] if fact in named else list(row)
    for thing in things:
        found = passages(data, thing) if isinstance(thing, NamedNode) else ()
        own = [quote for quote in found if quote.document == document]
        if found:
            return (own or found)[0]
    return None


def _cells(data: Data, quote: Quote | None) -> tuple[Term | None, ...]:
    """Return the cells for `COLUMNS`."""
    if quote is None or quote.start is None or quote.end is None:
        return (None,) * len(COLUMNS)
    there = [folder / quote.file for folder in data.folders if (folder / quote.file).is_file()]
    file = str(there[0]) if there else quote.file
    return (Literal(quote.exact), Literal(file), Literal(quote.start), Literal(quote.end))
