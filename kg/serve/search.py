"""`/search`: who and what has a name, or a title, with the words that somebody types."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kg.query.properties import TYPES
from kg.query.reconcile import called
from kg.serve import pages
from kg.serve.known import known_names
from kg.serve.server import Server
from kg.serve.suggest import address


async def search(request: Request) -> Response:
    """Show what has a name with the words of `q`, by its kind."""
    server: Server = request.app.state.server
    sought = request.query_params.get("q", "").strip()
    found: dict[str, list[tuple[str, str, str]]] = {words: [] for words in TYPES.values()}
    for each in called(await known_names(request), sought):
        found[TYPES[each.kind]].append((each.label, each.description, address(server, each.iri)))
    return HTMLResponse(pages.search(sought, {kind: things for kind, things in found.items() if things}, server.root()))
