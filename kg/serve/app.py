"""The web application: `/sparql`, the things of the data at their own addresses, dumps, descriptions, health."""

from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, RdfFormat, Triple, parse
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from kg import ids
from kg.query.things import term
from kg.rdf.vocab import void
from kg.serve.negotiate import GRAPHS, PAGES, chosen
from kg.serve.reconcile import reconcile
from kg.serve.responses import VARY, graph, refused, tagged
from kg.serve.search import search
from kg.serve.server import Server
from kg.serve.sparql import by_name, sparql
from kg.serve.stream import Answer
from kg.serve.suggest import preview, propose, suggest, view
from kg.serve.tasks import Fault, Thing

_READS: Final = "GET, HEAD, OPTIONS"
_INDEX: Final = {"": "html", "index.html": "html", "index.ttl": "turtle", "index.jsonld": "jsonld", "index.nt": "nt"}
_FILES: Final = {form: name for name, form in _INDEX.items() if name != "index.html"}
_NO_TEXT: Final = "No such text is published here. A text that is withheld is described in the data, but has no file."
_MEDIA: Final = {
    ".ttl": "text/turtle",
    ".jsonld": "application/ld+json",
    ".jsonl": "application/jsonl",
    ".nt": "application/n-triples",
    ".gz": "application/gzip",
    ".txt": "text/plain; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}


def application(server: Server) -> Starlette:
    """Return the application that serves what `server` has opened."""
    methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
    routes = {  # a new address is a line here, above the last, which takes all that is left
        "/sparql": sparql,
        "/reconcile": reconcile,
        "/search": search,
        "/health": _health,
        "/robots.txt": _robots,
        "/void": _void,
        "/.well-known/void": _well_known,
        "/{path:path}": _thing,
    }
    beside = {
        "/questions/{name}": by_name,
        "/reconcile/suggest/{what}": suggest,
        "/reconcile/properties": propose,
        "/reconcile/view": view,
        "/reconcile/preview": preview,
    }
    cors = Middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"], expose_headers=["ETag"]
    )
    app = Starlette(
        routes=[
            *(Route(path, of, methods=["GET"]) for path, of in beside.items()),
            *(Route(path, of, methods=methods) for path, of in routes.items()),
        ],
        middleware=[cors],
        exception_handlers={Fault: _fault},
    )
    app.state.server = server
    return app


async def _fault(_: Request, fault: Exception) -> Response:
    """Tell why a request cannot be answered."""
    return refused(fault.status, fault.why) if isinstance(fault, Fault) else refused(500, "A fault of the server.")


async def _thing(request: Request) -> ASGIApp:
    """Lead from a thing's IRI to what is said of it, in the form that the client likes; give files by their names."""
    server: Server = request.app.state.server
    if request.method not in _READS:
        return refused(405, "This can only be read.", {"allow": _READS})
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"allow": _READS})
    raw = request.scope["raw_path"].decode("ascii", "replace")
    root = server.root() if raw.startswith(server.root()) else "/"
    local = raw.removeprefix(root)
    file = _file(request, server, local)
    if file:
        return file
    if local.startswith("text/"):
        return refused(404, _NO_TEXT)
    path, _, name = f"/{local}".rpartition("/")
    if name in _INDEX and (path or not name):
        etag = server.etag(raw)
        form = _INDEX[name]
        task = Thing(path=path[1:], form=form, text=server.text(path[1:]) if form == "html" else "")
        return tagged(request, etag) or Answer(server, task, {"etag": etag})
    return await _lead(request, server, local, root)


async def _lead(request: Request, server: Server, local: str, root: str) -> Response:
    """Redirect from a thing's IRI to a page or a graph about it, or to what its name was given up for."""
    async with server.ask(Thing(path=local)) as reply:
        status, heir = reply.status, reply.location
        why = b"".join([piece async for piece in reply.body()]).decode()
    if status >= 400:
        return refused(status, why.strip())
    if heir:
        return RedirectResponse(f"{root}{heir}", 301)
    choice = chosen(request.headers.get("accept", ""), PAGES)
    if choice is None:
        return refused(406, f"A thing comes as {', '.join(kind for kind, _ in PAGES)}.")
    return RedirectResponse(f"{root}{local}/{_FILES[choice[1]]}", 303, headers=VARY)


def _file(request: Request, server: Server, local: str) -> Response | None:
    """Return a file of the build, None where there is none of that name."""
    entry = server.files.get(local)
    if not entry:
        return None
    etag, kind = f'"{entry["sha256"]}"', _MEDIA.get(Path(local).suffix)
    return tagged(request, etag) or FileResponse(server.path / local, media_type=kind, headers={"etag": etag})


async def _health(request: Request) -> Response:
    """Tell whether questions can be answered."""
    server: Server = request.app.state.server
    well = server.engine.process.returncode is None
    about = {
        "status": "ok" if well else "the data is being read again",
        "base": server.engine.base,
        "statements": server.engine.statements,
        "busy": server.engine.busy,
    }
    return JSONResponse(about, 200 if well else 503, headers={"cache-control": "no-store"})


async def _robots(_: Request) -> Response:
    """Ask crawlers to read pages and dumps, and to ask no questions."""
    return PlainTextResponse(
        "User-agent: *\nDisallow: /sparql\nDisallow: /questions\nDisallow: /search\nDisallow: /reconcile\n"
    )


async def _void(request: Request) -> ASGIApp:
    """Describe the data set, and say where it is asked."""
    server: Server = request.app.state.server
    file = server.path / "dataset.ttl"
    choice = chosen(request.headers.get("accept", ""), GRAPHS)
    if choice is None:
        return refused(406, f"The description comes as {', '.join(kind for kind, _ in GRAPHS)}.")
    if "dataset.ttl" not in server.files:
        return Answer(server, Thing(path="dataset", form=choice[1]), VARY)
    endpoint = NamedNode(str(request.url.replace(path="/sparql", query="")))
    etag = server.etag("void", endpoint.value, choice[1])
    triples = [quad.triple for quad in parse(file.read_bytes(), RdfFormat.TURTLE)]
    dataset = NamedNode(ids.iri(server.engine.base, ids.dataset()))
    triples.append(Triple(dataset, term(void.sparqlEndpoint), endpoint))
    return tagged(request, etag) or graph(triples, choice, {"etag": etag, **VARY})


async def _well_known(request: Request) -> Response:
    """Lead to the description of the data set, from where crawlers look for it."""
    return RedirectResponse(request.url.replace(path="/void", query="").path, 302)
