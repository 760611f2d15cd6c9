"""One thing of the data: whether it is there, what stands for it now, and what is said of it, as a page or a graph."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader
from pyoxigraph import NamedNode, Quad, Triple

from kg import ids
from kg.query.evidence import quotes
from kg.query.formats import write
from kg.query.run import Rows, Term, Triples, run
from kg.query.store import Data, sparql
from kg.query.things import short, spoken
from kg.rdf.vocab import dcterms, rdf, rdfs, rico
from kg.serve.answers import Reply
from kg.serve.negotiate import PAGES
from kg.serve.tasks import Fault, Thing

_MOST: Final = 200
"""Passages, and references from elsewhere, that a page shows; the graph has all."""

_PAGES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)
_TYPES: Final = {form: f"{kind}; charset=utf-8" for kind, form in reversed(PAGES)}


def _term(constant: str) -> NamedNode:
    return NamedNode(constant[1:-1])


_LABELS: Final = (_term(rdfs.label), _term(rico.title))
_TYPE: Final = _term(rdf.type)
_HEIR: Final = _term(dcterms.isReplacedBy)


@dataclass(frozen=True, slots=True)
class _Line:
    """A statement as a page shows it: the property, and the other thing with its address, if it has one."""

    property: str
    other: str
    label: str
    address: str


def look(data: Data, task: Thing, reply: Reply) -> None:
    """Write what is asked about a thing; the path `""` with a format is the page of the whole.

    Raises:
        Fault: there is no such thing.

    """
    if not task.path and task.form:
        reply.kind = _TYPES["html"]
        page = _PAGES.get_template("home.html").render(base=data.base, root=task.root, documents=_documents(data, task))
        reply.write(page.encode())
        return
    thing = _known(data, task.path)
    heir = next((q.object for q in data.store.quads_for_pattern(thing, _HEIR, None)), None)
    if not task.form:
        moved = isinstance(heir, NamedNode)
        reply.head(301 if moved else 200, "", ids.local(data.base, heir.value) if isinstance(heir, NamedNode) else "")
    elif task.form == "html":
        reply.kind = _TYPES["html"]
        if heir is not None:
            reply.head(410, reply.kind)
        reply.write(_page(data, task, thing, heir).encode())
    else:
        reply.kind = _TYPES[task.form]
        said = sorted(set(_said(data, thing)), key=str)
        reply.write(write(Triples(tuple(said)), task.form, data.base, 0).encode())


def _known(data: Data, path: str) -> NamedNode:
    """Return the thing at a path below the base, of which something is said."""
    try:
        thing = NamedNode(ids.iri(data.base, path))
    except ValueError:
        thing = None
    if thing is None or next(data.store.quads_for_pattern(thing, None, None), None) is None:
        raise Fault(404, f"The data says nothing about {path}.")
    return thing


def _said(data: Data, thing: NamedNode) -> Iterator[Triple]:
    """Yield what is said of the thing and with it, and the names of what that speaks of."""
    for quad in data.store.quads_for_pattern(thing, None, None):
        yield quad.triple
        yield from _names(data, quad.object)
    for quad in _referring(data, thing):
        yield quad.triple
        yield from _names(data, quad.subject)


def _referring(data: Data, thing: NamedNode) -> Iterator[Quad]:
    """Yield what other things say of this one, but for the evidence."""
    evidence = ids.iri(data.base, ids.graph("evidence")) + "/"
    for quad in data.store.quads_for_pattern(None, None, thing):
        if not (isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(evidence)):
            yield quad


def _names(data: Data, term: Term) -> Iterator[Triple]:
    """Yield what a thing is called."""
    if isinstance(term, NamedNode):
        for property_ in _LABELS:
            yield from (quad.triple for quad in data.store.quads_for_pattern(term, property_, None))


def _page(data: Data, task: Thing, thing: NamedNode, heir: Term | None) -> str:
    """Return the page of a thing: facts, what refers to it, and the passages that speak for it."""
    said = [quad.triple for quad in data.store.quads_for_pattern(thing, None, None)]
    facts = sorted({_line(data, task, triple.predicate, triple.object) for triple in said}, key=_order)
    referring = list(_referring(data, thing))
    shown = sorted({_line(data, task, quad.predicate, quad.subject) for quad in islice(referring, _MOST)}, key=_order)
    passages = quotes(data, thing)
    return _PAGES.get_template("thing.html").render(
        iri=thing.value,
        root=task.root,
        label=_label(data, thing) or task.path,
        types=[line.other for line in facts if line.property == "rdf:type"],
        facts=[line for line in facts if line.property not in {"rdf:type", "rdfs:label"}],
        referring=shown,
        references=len(referring),
        quotes=passages[:_MOST],
        passages=len(passages),
        heir=_line(data, task, _HEIR, heir) if heir is not None else None,
    )


def _order(line: _Line) -> tuple[str, str, str]:
    return line.property, line.label, line.other


def _line(data: Data, task: Thing, property_: NamedNode, other: Term) -> _Line:
    """Return a statement as the page shows it."""
    iri = other.value if isinstance(other, NamedNode) else ""
    ours = bool(data.base) and iri.startswith(data.base)
    return _Line(
        property=short(property_.value, data.base),
        other=spoken(other, data.base),
        label=_label(data, other),
        address=f"{task.root}{ids.local(data.base, iri)}" if ours else iri,
    )


def _label(data: Data, term: Term) -> str:
    """Return what a thing is called, `""` where it has no name."""
    return min((spoken(triple.object, data.base) for triple in _names(data, term)), default="")


def _documents(data: Data, task: Thing) -> list[_Line]:
    """Return the documents by their titles."""
    found = run(data, sparql("walk/documents"))
    rows = found.rows if isinstance(found, Rows) else ()
    return [_line(data, task, _LABELS[1], document) for document, _ in rows if document is not None]
