"""One thing of the data: whether it is there, what stands for it now, and what is said of it, as a page or a graph."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad, Triple

from kg import ids
from kg.query.formats import write
from kg.query.run import Triples
from kg.query.store import Data
from kg.query.things import term
from kg.rdf.vocab import dcterms
from kg.serve import pages
from kg.serve.answers import Reply
from kg.serve.negotiate import PAGES
from kg.serve.shown import names
from kg.serve.tasks import Fault, Thing

_TYPES: Final = {form: f"{kind}; charset=utf-8" for kind, form in reversed(PAGES)}
_HEIR: Final = term(dcterms.isReplacedBy)


def look(data: Data, task: Thing, reply: Reply) -> None:
    """Write what is asked about a thing; the path `""` with a format is the page of the whole.

    Raises:
        Fault: there is no such thing.

    """
    if not task.path and task.form:
        reply.kind = _TYPES["html"]
        reply.write(pages.home(data).encode())
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
        page = pages.text(data, thing, task.text) if task.text else ""
        reply.write((page or pages.thing(data, thing, list(_referring(data, thing)), heir)).encode())
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
        yield from names(data, quad.object)
    for quad in _referring(data, thing):
        yield quad.triple
        yield from names(data, quad.subject)


def _referring(data: Data, thing: NamedNode) -> Iterator[Quad]:
    """Yield what other things say of this one, but for the evidence."""
    evidence = ids.iri(data.base, ids.graph("evidence")) + "/"
    for quad in data.store.quads_for_pattern(None, None, thing):
        if not (isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(evidence)):
            yield quad
