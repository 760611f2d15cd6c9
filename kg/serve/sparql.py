"""`/sparql`: questions by the SPARQL 1.1 Protocol, and the description of the service. `/questions`: the library."""

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp

from kg import ids
from kg.errors import QueryError
from kg.query.library import bind, names, question
from kg.query.text import bound, repeats
from kg.query.things import named, term
from kg.rdf.vocab import void
from kg.serve import protocol
from kg.serve.negotiate import GRAPHS, RESULTS, SHOWN, chosen
from kg.serve.responses import VARY, graph, refused, tagged
from kg.serve.server import Server
from kg.serve.stream import Answer
from kg.serve.tasks import Fault, Question

_METHODS: Final = "GET, HEAD, POST, OPTIONS"
_FORMS: Final = {form: kind for kind, form in reversed((*RESULTS, *GRAPHS))}
"""Names of formats that an address may end in (`format=csv`), since a link cannot say what it accepts."""
_POSTS: Final = {"accept-post": f"{protocol.QUERY}, {protocol.FORM}"}


async def sparql(request: Request) -> ASGIApp:
    """Answer a question by the SPARQL protocol, or describe the service where none is asked."""
    server: Server = request.app.state.server
    if request.method not in _METHODS:
        return refused(405, "Ask by GET or POST.", {"allow": _METHODS})
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"allow": _METHODS, **_POSTS})
    body = await _body(request, server.limits.body)
    if body is None:
        return refused(413, f"A question may have {server.limits.body:,} bytes.")
    asked = protocol.read(request.method, request.url.query, request.headers.get("content-type", ""), body)
    if asked is None:
        return _description(request, server)
    if isinstance(asked, protocol.Refused):
        return refused(asked.status, asked.why, _POSTS)
    return _answer(request, server, asked)


async def by_name(request: Request) -> ASGIApp:
    """Answer a question of the library, with what its parameters are set to.

    Raises:
        Fault: there is no such question or parameter, or a value is not of its kind.

    """
    server: Server = request.app.state.server
    if request.path_params["name"] not in names():
        raise Fault(404, f"No question is called so. There are {', '.join(names())}.")
    asked = question(request.path_params["name"])
    given = {name: value for name, value in request.query_params.items() if name != "format"}
    try:
        values = bind(asked, given, partial(_thing, server.engine.base))
    except QueryError as fault:
        raise Fault(400, str(fault)) from fault
    return _answer(request, server, protocol.Asked(bound(asked.text, values)))


def _thing(base: str, words: str) -> NamedNode:
    """Return the IRI that is meant by one, by `prefix:name` or by a path below the base."""
    with suppress(QueryError):
        return named(words)
    try:
        return NamedNode(ids.iri(base, words))
    except ValueError as fault:
        raise QueryError(f"This is no path of a thing: {words}") from fault


def _answer(request: Request, server: Server, asked: protocol.Asked) -> ASGIApp:
    """Have a worker answer, unless the client has the answer already or could read none."""
    form = request.query_params.get("format", "")
    accept = _FORMS.get(form, form) or request.headers.get("accept", "")
    offers = (*RESULTS, *GRAPHS)
    if not chosen(accept, offers):
        return refused(406, f"Answers come as {', '.join(dict(offers))}.")
    parts = (asked.text, "", *asked.default_graphs, "", *asked.named_graphs, accept)
    etag = server.etag(*parts) if request.method != "POST" and repeats(asked.text) else ""
    task = Question(
        text=asked.text, default_graphs=asked.default_graphs, named_graphs=asked.named_graphs, accept=accept
    )
    return tagged(request, etag) or Answer(server, task, {**VARY, **({"etag": etag} if etag else {})})


async def _body(request: Request, most: int) -> bytes | None:
    """Return the body of a POST, None if it has more bytes than `most`."""
    body = bytearray()
    if request.method == "POST":
        async for piece in request.stream():
            body += piece
            if len(body) > most:
                return None
    return bytes(body)


def _description(request: Request, server: Server) -> Response:
    """Describe the service (SPARQL 1.1 Service Description); who reads pages is led to where questions are written."""
    choice = chosen(request.headers.get("accept", ""), SHOWN)
    if choice and choice[1] == "html":
        return RedirectResponse(f"{server.root()}#query", 303, headers=VARY)
    if choice is None:
        return refused(406, f"The description comes as {', '.join(kind for kind, _ in GRAPHS)}.")
    here = str(request.url.replace(query=""))
    source = (Path(__file__).parent / "description.ttl").read_bytes()
    triples = [quad.triple for quad in parse(source, RdfFormat.TURTLE, base_iri=here)]
    counted = Literal(server.engine.statements)
    triples.append(Triple(NamedNode(f"{here}#all"), term(void.triples), counted))
    return graph(triples, choice, {"etag": server.etag("description", here, choice[1]), **VARY})
