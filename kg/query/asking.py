"""One question, asked where it should be and written as it should be: what `kg query` does."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.cited import run_cited
from kg.query.formats import write
from kg.query.library import Question, bind
from kg.query.run import Term, run
from kg.query.store import Data, has_evidence, kept, open_all
from kg.query.text import bound, declared
from kg.query.things import find, named

_PLANLESS: Final = (
    "The engine (Oxigraph) does not tell its plan. It follows the pattern from what is bound: the values that are set "
    "come first, in the VALUES clause."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question with where to ask it (build folders and dumps, or an endpoint), and how to write the answer.

    `pairs` are the parameters as typed; `timeout` is in seconds; `width` is that of the terminal.
    """

    asked: Question
    paths: tuple[Path, ...]
    endpoint: str | None
    form: str | None
    pairs: dict[str, str]
    limit: int | None
    timeout: float | None
    evidence: bool
    width: int


@dataclass(frozen=True, slots=True)
class Said:
    """The text of an answer, and what its reader should know."""

    text: str
    warnings: tuple[str, ...] = ()


def answer(asking: Asking) -> Said:
    """Ask and write the answer.

    Raises:
        QueryError: the data cannot be opened, a parameter is not of its kind, or the question cannot be answered.

    """
    asked = asking.asked
    if asking.endpoint:
        if asking.evidence:
            raise QueryError(
                "An endpoint cannot show --evidence in this way. Ask the build folder, or read oa:hasBody."
            )
        from kg.query import remote  # noqa: PLC0415 - rdflib, which it brings, takes a third of a second

        values = dict[str, Term](bind(asked, asking.pairs, named))
        result = remote.ask(asking.endpoint, asked.text, values, asking.limit, asking.timeout)
        return Said(write(result, asking.form, "", asking.width))
    data = open_all(asking.paths, kept())
    warnings = list[str]()
    if (asked.needs_evidence or asking.evidence) and not has_evidence(data):
        warnings.append(
            f"{data.path} has no evidence (where in the texts each fact stands), which this question reads: rows or "
            "columns will be missing. Ask the build folder or data.ttl."
        )
    values = _values(asking, data)
    result = (
        run_cited(data, asked, values, asking.limit) if asking.evidence else run(data, asked.text, values, asking.limit)
    )
    return Said(write(result, asking.form, data.base, asking.width), tuple(warnings))


def plan(asking: Asking) -> Said:
    """Write the question as the engine is asked it, with the prefixes and the values in their place."""
    values = (
        bind(asking.asked, asking.pairs, named) if asking.endpoint else _values(asking, open_all(asking.paths, kept()))
    )
    text = declared(bound(asking.asked.text, values))
    return Said(text if text.endswith("\n") else f"{text}\n", (_PLANLESS,) if not asking.endpoint else ())


def _values(asking: Asking, data: Data) -> dict[str, Term]:
    """Return the parameters as terms."""

    def look(words: str) -> NamedNode:
        return find(data, words)

    return dict(bind(asking.asked, asking.pairs, look))
