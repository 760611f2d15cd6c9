"""What a reconciliation service knows of what is served: the names of all things, and values of their properties."""

import json
from collections.abc import Iterable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from kg.query import properties
from kg.query.reconcile import Names, Thing, names
from kg.query.store import sparql
from kg.serve.server import Server
from kg.serve.tasks import Fault, Question


async def known_names(request: Request) -> Names:
    """Return the names of what is served, collected anew when a new build is served.

    Raises:
        Fault: they cannot be collected at the moment.

    """
    server: Server = request.app.state.server
    kept: tuple[str, Names] | None = getattr(request.app.state, "names", None)
    if kept is None or kept[0] != server.version:
        version = server.version
        named, reach = [await _rows(server, sparql(f"walk/{walk}")) for walk in ("names", "reach")]
        kept = version, await run_in_threadpool(names, named, server.engine.base, reach)
        request.app.state.names = kept
    return kept[1]


async def known_thing(request: Request, id_: str) -> Thing:
    """Return the thing of an id.

    Raises:
        Fault: there is none.

    """
    thing = (await known_names(request)).thing(id_)
    if thing is None:
        raise Fault(404, f"Nothing here has the id {id_}.")
    return thing


async def values(server: Server, question: str) -> properties.Values:
    """Ask a worker for values, by a question of `kg.query.properties`.

    Raises:
        Fault: it cannot answer.

    """
    return properties.collected(await _rows(server, question), server.engine.base)


def check(ids: Iterable[str]) -> None:
    """Refuse properties that there are not.

    Raises:
        Fault: there is no property of that id; the words name those there are.

    """
    unknown = next((each for each in ids if each not in properties.PROPERTIES), None)
    if unknown is not None:
        raise Fault(400, f"There is no property {unknown}. There are: {', '.join(properties.PROPERTIES)}.")


async def _rows(server: Server, question: str) -> list[dict[str, Any]]:
    async with server.ask(Question(text=question, accept="application/sparql-results+json")) as reply:
        content = b"".join([piece async for piece in reply.body()])
        if reply.status != 200:
            raise Fault(503, f"This cannot be answered at the moment, ask again in a while: {content.decode().strip()}")
    rows: list[dict[str, Any]] = json.loads(content)["results"]["bindings"]
    return rows
