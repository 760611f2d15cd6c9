"""From an HTTP request to a question, as the SPARQL 1.1 Protocol has it (sections 2.1 and 2.3; no updates)."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from pyoxigraph import NamedNode

FORM: Final = "application/x-www-form-urlencoded"
QUERY: Final = "application/sparql-query"
_GRAPHS: Final = ("default-graph-uri", "named-graph-uri")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over HTTP; without graphs it is asked of the union of all."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A request that is no question: the status to answer with, and why in plain words."""

    status: int
    why: str


def read(method: str, parameters: str, content_type: str, body: bytes) -> Asked | Refused | None:
    """Return what is asked, why it is refused, or None where nothing is: a GET without parameters, for the description.

    `parameters` is what stands behind the question mark of the address, still encoded.
    """
    given = parse_qsl(parameters, keep_blank_values=True)
    if method != "POST":
        return _asked(given) if given else None
    kind, _, rest = (part.strip() for part in content_type.lower().partition(";"))
    charset = rest.removeprefix("charset=").strip('"') if rest.startswith("charset=") else "utf-8"
    if kind not in {FORM, QUERY} or charset != "utf-8":
        return Refused(415, f"Send a form ({FORM}) or a question by itself ({QUERY}), in UTF-8. Updates are not taken.")
    try:
        words = body.decode()
    except UnicodeDecodeError as fault:
        return Refused(400, f"The request is not UTF-8 text (at byte {fault.start}).")
    if kind == FORM:
        return _asked([*given, *parse_qsl(words, keep_blank_values=True)])
    if any(name == "query" for name, _ in given):
        return Refused(400, "There are two questions, one in the address and one in the body. Send one.")
    return _asked([*given, ("query", words)])


def _asked(given: list[tuple[str, str]]) -> Asked | Refused:
    """Return the question that the parameters make up."""
    by_name: dict[str, list[str]] = {"query": [], **{name: [] for name in _GRAPHS}}
    for name, value in given:
        if name == "update":
            return Refused(400, "This address only reads: it takes questions, no updates.")
        by_name.setdefault(name, []).append(value)
    if len(by_name["query"]) != 1:
        return Refused(400, f"There should be one parameter query, and there are {len(by_name['query'])}.")
    for name in _GRAPHS:
        for value in by_name[name]:
            if not _is_iri(value):
                return Refused(400, f"{name} is no absolute IRI: {value}")
    return Asked(by_name["query"][0], *(tuple(by_name[name]) for name in _GRAPHS))


def _is_iri(words: str) -> bool:
    try:
        NamedNode(words)
    except ValueError:
        return False
    return True
