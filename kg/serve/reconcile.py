"""`/reconcile`: the Reconciliation API 0.2 over what is served, so that OpenRefine can match a spreadsheet with it."""

import json
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.query import reconcile as names
from kg.query.store import sparql
from kg.serve.responses import refused
from kg.serve.server import Server
from kg.serve.tasks import Fault, Question

_METHODS: Final = "GET, HEAD, POST, OPTIONS"
_AT_ONCE: Final = 100  # queries in one batch


async def reconcile(request: Request) -> Response:
    """Answer a batch of queries, or describe the service where none is asked."""
    server: Server = request.app.state.server
    if request.method not in _METHODS:
        return refused(405, "Ask by GET or POST.", {"allow": _METHODS})
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"allow": _METHODS})
    try:
        form = await _form(request, server.limits.body)
        known = await _known(request)
        if "queries" not in form:
            return _json(form, names.manifest(str(request.url.replace(query="")), known))
        batch = _batch(form["queries"])
        answers = {key: {"result": await run_in_threadpool(names.reconcile, known, q)} for key, q in batch.items()}
    except Fault as fault:
        return refused(fault.status, fault.why)
    except ValueError as fault:
        return refused(400, str(fault))
    return _json(form, answers)


async def suggest(request: Request) -> Response:
    """Complete the name of a thing while somebody types it."""
    if request.method not in ("GET", "HEAD"):
        return refused(405, "Ask by GET.", {"allow": "GET, HEAD"})
    try:
        known = await _known(request)
    except Fault as fault:
        return refused(fault.status, fault.why)
    form = dict(request.query_params)
    return _json(form, names.suggest(known, form.get("prefix", "")))


async def _form(request: Request, most: int) -> dict[str, str]:
    """Return the fields of the query string and of a form that was sent.

    Raises:
        Fault: the body is longer than the limit, or no form.

    """
    fields = dict(request.query_params)
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise Fault(413, f"A batch may have {most:,} bytes.")
    try:
        return fields | {name: values[0] for name, values in parse_qs(body.decode()).items()}
    except UnicodeDecodeError as fault:
        raise Fault(400, "The body is no form in UTF-8.") from fault


def _batch(text: str) -> dict[str, dict[str, Any]]:
    """Return the queries of a batch by their keys.

    Raises:
        ValueError: the text is no JSON object of objects, or holds too many.

    """
    batch = json.loads(text)
    if not isinstance(batch, dict) or not all(isinstance(query, dict) for query in batch.values()):
        raise ValueError('The queries are one JSON object: {"q0": {"query": "a name"}}.')
    if len(batch) > _AT_ONCE:
        raise ValueError(f"A batch may hold {_AT_ONCE} queries.")
    return batch


async def _known(request: Request) -> names.Names:
    """Return the names of what is served, collected anew when a new build is served."""
    server: Server = request.app.state.server
    version, known = getattr(request.app.state, "names", ("", None))
    if known is None or version != server.version:
        version = server.version
        task = Question(text=sparql("walk/names"), accept="application/sparql-results+json")
        async with server.ask(task) as reply:
            content = b"".join([piece async for piece in reply.body()])
            if reply.status != 200:
                raise Fault(503, "The names cannot be collected at the moment. Ask again in a while.")
        known = names.names(json.loads(content)["results"]["bindings"], server.engine.base)
        request.app.state.names = version, known
    return known


def _json(form: dict[str, str], answer: object) -> Response:
    """Return JSON, or JSONP where a callback is named, as clients of version 0.1 do."""
    callback = form.get("callback", "")
    if not callback:
        return JSONResponse(answer)
    if not callback.replace("_", "a").isidentifier() or not callback.isascii():
        return refused(400, "A callback is the name of a function.")
    return Response(f"{callback}({json.dumps(answer)})", media_type="application/javascript")
