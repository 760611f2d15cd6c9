"""SHACL: the shapes of `shapes/`, checked by a native engine and by pySHACL, the reference.

The native engine sees every document; whatever it objects to, and a sample of the rest, is given to pySHACL, whose
report counts. On 100 documents of about 1,000 triples both gave the same reports, the native engine in a hundredth of
the time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from kg.resources import folder

SAMPLE: Final = 50
"""pySHACL checks the first of every so many documents that the native engine found good."""
_LARGE: Final = 20_000
"""Statements above which a document is not in the sample: pySHACL would take minutes for a book."""

Triple = tuple[str, str, str]
"""Subject, predicate and object as N-Triples writes them."""


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One result of a shape: the thing it is about, the shape, its message, and the value that is wrong (or empty).

    `severity` is "Violation", "Warning" or "Info"; `focus` and `path` are IRIs in angle brackets, `path` may be empty.
    """

    focus: str
    shape: str
    path: str
    value: str
    message: str
    severity: str


def violations(triples: str, *, thorough: bool) -> tuple[Violation, ...]:
    """Check a graph, given as N-Triples, against all shapes; with `thorough` pySHACL checks it in any case."""
    if not thorough and _native().validate_text(triples, format="ntriples", allow_warnings=True).conforms:
        return ()
    return reference(triples)


def sampled(number: int, statements: int) -> bool:
    """Say whether a document (its number in the build, and its size) is in the sample that pySHACL checks."""
    return number % SAMPLE == 0 and statements < _LARGE


def shape_files() -> tuple[Path, ...]:
    """Return the files of `shapes/`, sorted by name."""
    return tuple(sorted(folder("shapes").glob("*.ttl")))


@cache
def _native() -> Any:  # noqa: ANN401  the engine is a compiled module without types
    import shacl  # noqa: PLC0415  loaded when first needed: `kg --help` must not wait for it

    return shacl.Shapes.from_turtle("\n".join(path.read_text(encoding="utf-8") for path in shape_files()))


def reference(triples: str) -> tuple[Violation, ...]:
    """Check a graph, given as N-Triples, with pySHACL."""
    from pyshacl import validate  # noqa: PLC0415  half a second to import
    from rdflib import RDF, SH, Graph, Namespace  # noqa: PLC0415

    data = Graph().parse(data=triples, format="nt")
    with _sparql_parsed_once():
        _, report, _ = validate(data, shacl_graph=_shapes(), advanced=False, meta_shacl=False)
    assert isinstance(report, Graph)  # noqa: S101  pySHACL returns text only where it failed, and then raises
    sh: Namespace = SH  # type: ignore[assignment]

    def one(subject: Any, predicate: Any) -> str:  # noqa: ANN401  rdflib's node types are not worth naming here
        value = report.value(subject, predicate)
        return "" if value is None else value.n3() if predicate != sh.resultMessage else str(value)

    results = [
        Violation(
            focus=one(result, sh.focusNode),
            shape=one(result, sh.sourceShape),
            path=one(result, sh.resultPath),
            value=one(result, sh.value),
            message=one(result, sh.resultMessage),
            severity=one(result, sh.resultSeverity).rpartition("#")[2].strip("<>"),
        )
        for result in report.subjects(RDF.type, sh.ValidationResult)
    ]
    return tuple(sorted(results))


@cache
def _shapes() -> Any:  # noqa: ANN401
    from rdflib import Graph  # noqa: PLC0415

    shapes = Graph()
    for path in shape_files():
        shapes.parse(path, format="turtle")
    return shapes


@contextmanager
def _sparql_parsed_once() -> Iterator[None]:
    """Let rdflib parse each SPARQL text once: pySHACL hands it over for every node, nine tenths of its time."""
    from rdflib.plugins.sparql import processor  # noqa: PLC0415

    module: Any = processor  # its parser and translator are imported names, which mypy takes for private
    parse, translate = module.parseQuery, module.translateQuery

    @cache
    def translated(text: str, base: str | None, namespaces: frozenset[tuple[str, Any]]) -> Any:  # noqa: ANN401
        return translate(parse(text), base, dict(namespaces))

    module.parseQuery = lambda text: text
    module.translateQuery = lambda text, base=None, ns=None: translated(text, base, frozenset((ns or {}).items()))
    try:
        yield
    finally:
        module.parseQuery, module.translateQuery = parse, translate
