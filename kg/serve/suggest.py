"""What stands beside `/reconcile`: completions, properties to choose from, and the way to a thing and a look at it."""

from typing import Any, Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from kg.query.properties import PROPERTIES, TYPES, of
from kg.query.reconcile import pick, short, starting
from kg.serve import pages
from kg.serve.forms import number, told
from kg.serve.known import known_names, known_thing, values
from kg.serve.server import Server
from kg.serve.tasks import Fault

_QUOTES: Final = 3  # that a preview shows
_PICKED: Final = {"type": TYPES, "property": {each.id: each.name for each in PROPERTIES.values()}}


async def suggest(request: Request) -> Response:
    """Complete what somebody types: the name of a thing, of a type or of a property."""
    what, prefix, start = (
        request.path_params["what"],
        request.query_params.get("prefix", ""),
        number(request, "cursor", 0),
    )
    if what == "entity":
        found: list[Any] = starting(await known_names(request), prefix, start)
    elif what in _PICKED:
        found = pick(_PICKED[what], prefix, start)
    else:
        raise Fault(404, "Suggestions are made of entity, type and property.")
    return told(request.query_params, {"result": found})


async def propose(request: Request) -> Response:
    """List the properties that things of a type have, for columns to add."""
    kind, limit = request.query_params.get("type", ""), number(request, "limit", len(PROPERTIES))
    fitting = [each for each in PROPERTIES.values() if not kind or short(kind) in each.types]
    chosen = [{"id": each.id, "name": each.name} for each in fitting[:limit]]
    return told(request.query_params, {"type": kind, "limit": limit, "properties": chosen})


async def view(request: Request) -> Response:
    """Lead from the id of a thing to its own address on this server."""
    thing = await known_thing(request, request.query_params.get("id", ""))
    return RedirectResponse(address(request.app.state.server, thing.iri), 303)


async def preview(request: Request) -> Response:
    """Show a thing in a few lines, with words that name it."""
    server: Server = request.app.state.server
    thing = await known_thing(request, request.query_params.get("id", ""))
    found = await values(server, of([thing.iri], ["quotation"]))
    page = pages.preview(
        label=thing.label,
        kind=TYPES[thing.kind],
        description=thing.description,
        others=[form for form in thing.forms if form != thing.label],
        quotes=[value.words for value in found.get(thing.iri, {}).get("quotation", ())[:_QUOTES]],
        link=address(server, thing.iri),
    )
    return HTMLResponse(page)


def address(server: Server, iri: str) -> str:
    """Return the path at which a thing of ours is served."""
    return server.root() + iri.removeprefix(server.engine.base)
