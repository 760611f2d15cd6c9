"""What can be told from the text of a question alone: where it is no SPARQL, and what it would reach for."""

import re
from collections.abc import Mapping
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.errors import QueryError
from kg.rdf.vocab import PREFIXES

_PLACE: Final = re.compile(r"\bat (\d+):(\d+)(?:: (.*))?", re.DOTALL)
_HINT: Final = re.compile(r"""The [^,]+|"[^"]*"|\[_\]|\w+(?=,|$)""")
_OPAQUE: Final = re.compile(
    r"""<[^<>\s]*>|\#[^\n]*"""
    r'''|"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"'''
    r"""|'''(?:[^'\\]|\\.|'(?!''))*'''|'(?:[^'\\\n]|\\.)*'""",
    re.DOTALL,
)
_DECLARED: Final = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_USED: Final = re.compile(r"(?<![\w?$:.-])([A-Za-z][\w.-]*):(?=[\w%:]|\s)")
_UPDATE: Final = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD)\b", re.IGNORECASE)
_QUERY: Final = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_WORD: Final = r"(?<![\w?$:@-]){}(?![\w:-])"
_FROM: Final = re.compile(_WORD.format("FROM"), re.IGNORECASE)
_SERVICE: Final = re.compile(_WORD.format("SERVICE"), re.IGNORECASE)
_CHANGING: Final = re.compile(_WORD.format("(?:RAND|NOW|UUID|STRUUID|BNODE)"), re.IGNORECASE)


_CONSTRUCT: Final = re.compile(r"\bCONSTRUCT\b", re.IGNORECASE)
_WHERE: Final = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
_BRACE: Final = re.compile(r"\{")


def bound(text: str, values: Mapping[str, NamedNode | BlankNode | Literal | Triple]) -> str:
    """Return the question with its variables bound to RDF terms, as the first thing that its pattern says (VALUES).

    Every engine can read that, and can plan by it: pyoxigraph's own substitutions come after its planning, which costs
    up to three hundred times the time on a million triples, and do not reach a variable that only a filter reads. The
    terms are written by the engine's writer, so that a value stays a value whatever stands in it.

    Raises:
        QueryError: the question has no such variable, or no pattern.

    """
    if not values:
        return text
    bare = _bare(text)
    place = (_WHERE if _CONSTRUCT.search(bare) else _BRACE).search(bare)
    for name in values:
        if place is None or re.search(rf"[?$]{re.escape(name)}\b", bare) is None:
            raise QueryError(f"The question cannot be carried out: it has no variable ?{name} to set.")
    if place is None:  # a DESCRIBE of one thing
        return text
    names, terms = " ".join(f"?{name}" for name in values), " ".join(map(str, values.values()))
    return f"{text[: place.end()]} VALUES ({names}) {{ ({terms}) }}{text[place.end() :]}"


def declared(text: str) -> str:
    """Return the question with the usual prefixes declared that it uses and does not declare itself."""
    bare = _bare(text)
    missing = sorted({*_USED.findall(bare)} & {*PREFIXES} - {*_DECLARED.findall(bare)})
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in missing) + text


def form_of(text: str) -> str:
    """Return `SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`."""
    found = _QUERY.search(_bare(text))
    return found[0].upper() if found else "SELECT"


def names_graphs(text: str) -> bool:
    """Tell whether the question says itself which graphs it asks (FROM, FROM NAMED)."""
    return _FROM.search(_bare(text)) is not None


def asks_others(text: str) -> bool:
    """Tell whether the question would ask other servers (SERVICE)."""
    return _SERVICE.search(_bare(text)) is not None


def repeats(text: str) -> bool:
    """Tell whether the same data always gives the same answer: no clock and no chance is asked for."""
    return _CHANGING.search(_bare(text)) is None


def _bare(text: str) -> str:
    """Return the text with its IRIs, strings and comments blanked, each place where it was."""
    return _OPAQUE.sub(lambda match: " " * len(match[0]), text)


def explained(text: str, message: str) -> str:
    """Return what is wrong with a SPARQL text, with the line and a caret under the place."""
    bare = _bare(text)
    if _UPDATE.search(bare) and not _QUERY.search(bare):
        return "This would change the data, and a question only reads it. Ask with SELECT, ASK, CONSTRUCT or DESCRIBE."
    known = {*PREFIXES, *_DECLARED.findall(bare)}
    for match in _USED.finditer(bare):
        if match[1] not in known and match[1] != "_":
            return _pointed(text, match.start(), match.end(), f"the prefix {match[1]}: is not declared")
    place = _PLACE.search(message)
    if place is None:
        return f"The question is not SPARQL: {message}."
    lines = text.split("\n")
    end = sum(len(line) + 1 for line in lines[: int(place[1]) - 1]) + int(place[2]) - 1
    return _located(text, end, _HINT.findall(place[3] or ""))


def _located(text: str, end: int, hints: list[str]) -> str:
    """Return the message for a parser that stopped at `end` (code points) and would have liked one of the `hints`.

    The parser looks for a keyword by reading as many characters as it has, and says that it stopped behind them: where
    only keywords were wanted, the fault lies in those. Where it ran into the end of the text, it says `[_]`.
    """
    told = [hint for hint in hints if hint != "[_]"]
    for hint in told:
        if hint.startswith("The "):  # not a token but a rule of SPARQL
            return _pointed(text, end, end + 1, f"t{hint[1:]}")
    if told and all(hint.isalpha() for hint in told):
        return _pointed(text, end - min(map(len, told)), end, "the marked part makes no sense")
    expected = f"; expected: {', '.join(told)}" if told else ""
    return _pointed(text, end, end + 1, f"it makes no sense here or just before{expected}")


def _pointed(text: str, start: int, end: int, fault: str) -> str:
    """Return a message with the line of `start` and carets under it up to `end` (code points into `text`)."""
    begin = text.rfind("\n", 0, start) + 1
    number = text.count("\n", 0, start) + 1
    line = text[begin:].partition("\n")[0].rstrip("\r")
    indent = "".join("\t" if letter == "\t" else " " for letter in text[begin:start])
    carets = "^" * max(1, min(end - start, len(line) - (start - begin)))
    margin = " " * len(f"{number} ")
    return (
        f"The question is not SPARQL at line {number}, column {start - begin + 1}: {fault}.\n"
        f"  {number} | {line}\n  {margin}| {indent}{carets}"
    )
