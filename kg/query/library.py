"""The library of questions: SPARQL files whose first comments say what they ask and what may be set.

The header of a question, one line each:

    # title: What was said
    # description: The turns of a conversation in order.
    # param: speaker iri "Only what this person said" (example: person/lindqvist-anna)
    # fact: statement
    # needs: evidence

A parameter is a variable of the SELECT: one that the pattern always binds, or one that only a filter reads. `fact` is
the variable for the thing that a row stands for, whose evidence `kg query --evidence` shows; counts have none.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from typing import Final, Literal, cast, get_args

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.store import sparql
from kg.rdf.vocab import PREFIXES

Kind = Literal["iri", "string", "date", "integer"]

_HEADER: Final = re.compile(r"^#\s*(title|description|param|fact|needs):\s*(.*?)\s*$", re.MULTILINE)
_PARAMETER: Final = re.compile(r'(\w+) (\w+) "([^"]*)"(?: \(example: (.*)\))?')
_EVIDENCE: Final = re.compile(r"\boa:\w")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of the question that may be set to one value."""

    name: str
    kind: Kind
    text: str
    example: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SPARQL with what a person needs to know to ask it."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    fact: str
    needs_evidence: bool
    text: str


def names() -> tuple[str, ...]:
    """Return the names of the questions in the library, sorted."""
    folder = files("kg.query").joinpath("library")
    return tuple(sorted(file.name.removesuffix(".rq") for file in folder.iterdir() if file.name.endswith(".rq")))


def question(name: str) -> Question:
    """Return the question of that name.

    Raises:
        QueryError: the library has none; the message lists those with names like it.

    """
    if name not in names():
        near = get_close_matches(name, names(), n=3, cutoff=0.5)
        hint = f"Did you mean {' or '.join(near)}?" if near else "kg queries lists them all."
        raise QueryError(f"No question is called {name}. {hint}")
    return read_question(name, sparql(f"library/{name}"))


def read_question(name: str, text: str) -> Question:
    """Read the header of a SPARQL text; a text without one is a question without title and parameters.

    Raises:
        QueryError: a `# param:` line is not in the form that this module shows.

    """
    header, (title, description) = _header(text), heading(text)
    return Question(
        name=name,
        title=title,
        description=description,
        parameters=tuple(_parameter(name, line) for line in header["param"]),
        fact=" ".join(header["fact"]),
        needs_evidence="evidence" in header["needs"] or _EVIDENCE.search(text) is not None,
        text=text,
    )


def heading(text: str) -> tuple[str, str]:
    """Return the title and the description that a SPARQL text has in its header, `""` where it has none."""
    header = _header(text)
    return " ".join(header["title"]), " ".join(header["description"])


def _header(text: str) -> dict[str, list[str]]:
    """Return the lines of the header by what they tell."""
    header: dict[str, list[str]] = {"title": [], "description": [], "param": [], "fact": [], "needs": []}
    for key, value in _HEADER.findall(text):
        header[key].append(value)
    return header


def bind(
    asked: Question, given: Mapping[str, str], find: Callable[[str], NamedNode]
) -> dict[str, NamedNode | RdfLiteral]:
    """Return the values of a question's parameters as RDF terms; `find` turns the words for a thing into its IRI.

    Raises:
        QueryError: the question has no such parameter, or the value is not of its kind.

    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5) or list(known)
            hint = f"It has {', '.join(near)}." if near else "It has none."
            raise QueryError(f"The question {asked.name} has no parameter {name}. {hint}")
    return {name: _term(known[name], value, find) for name, value in given.items()}


def _parameter(name: str, line: str) -> Parameter:
    """Read one `# param:` line."""
    match = _PARAMETER.fullmatch(line)
    if match is None or match[2] not in get_args(Kind):
        raise QueryError(
            f'{name}: cannot read the line "# param: {line}". '
            f'It should be: # param: name {"|".join(get_args(Kind))} "what it does" (example: …)'
        )
    return Parameter(name=match[1], kind=cast("Kind", match[2]), text=match[3], example=match[4] or "")


def _term(parameter: Parameter, value: str, find: Callable[[str], NamedNode]) -> NamedNode | RdfLiteral:
    """Return a value as the RDF term of the parameter's kind."""
    wanted = {"date": "a day such as 1956-11-04", "integer": "a whole number such as 3"}
    try:
        if parameter.kind == "iri":
            return find(value)
        if parameter.kind == "integer":
            return RdfLiteral(int(value))
        if parameter.kind == "date":
            return RdfLiteral(dt.date.fromisoformat(value).isoformat(), datatype=NamedNode(PREFIXES["xsd"] + "date"))
    except ValueError as fault:
        raise QueryError(f"The parameter {parameter.name} is {wanted[parameter.kind]}, not {value!r}.") from fault
    return RdfLiteral(value)
