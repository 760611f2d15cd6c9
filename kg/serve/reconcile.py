"""`/reconcile`: the Reconciliation API over what is served, so that OpenRefine can match a spreadsheet with it.

Source: Reconciliation Service API v0.2, Final Report of the W3C Entity Reconciliation Community Group. Version 0.1 is
the same but for JSONP, which every answer gives where a callback is named. Of 1.0-draft (JSON bodies, `/match`)
nothing is spoken.
"""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg import __version__
from kg.query.properties import PROPERTIES, TYPES, having, of
from kg.query.reconcile import Names, Query, candidates, ranked, type_of
from kg.rdf.vocab import PREFIXES
from kg.serve.forms import fields, read, told
from kg.serve.known import check, known_names, values
from kg.serve.responses import refused
from kg.serve.server import Server
from kg.serve.tasks import Fault

_METHODS: Final = "GET, HEAD, POST, OPTIONS"
_AT_ONCE: Final = 100  # queries in one batch
_THINGS: Final = 1000  # things of which values are asked at once
_SIZE: Final = {"width": 430, "height": 300}  # of a preview, in pixels


class _Field(msgspec.Struct, frozen=True):
    id: str


class _Extension(msgspec.Struct, frozen=True):
    ids: list[str]
    properties: list[_Field]


async def reconcile(request: Request) -> Response:
    """Answer a batch of queries, or hand out values of things, or describe the service where nothing is asked."""
    if request.method not in _METHODS:
        return refused(405, "Ask by GET or POST.", {"allow": _METHODS})
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"allow": _METHODS})
    server: Server = request.app.state.server
    form = await fields(request, server.limits.body)
    known = await known_names(request)
    if "queries" in form:
        answer = {
            key: {"result": await _answer(server, known, query)} for key, query in _batch(form["queries"]).items()
        }
    elif "extend" in form:
        asked = read(form["extend"], _Extension, '{"ids": ["person/a-weiss"], "properties": [{"id": "document"}]}')
        answer = await _extended(server, known, asked)
    elif request.method == "POST":
        raise Fault(400, "The form needs a field called queries, or one called extend.")
    else:
        answer = _manifest(str(request.url.replace(query="")), known.base, server.root())
    return told(form, answer)


def _manifest(service: str, base: str, root: str) -> dict[str, Any]:
    """Describe the service at its address, as versions 0.1 and 0.2 want it."""
    completed = ("entity", "type", "property")
    return {
        "versions": ["0.1", "0.2"],
        "name": f"archival-kg: {base}",
        "identifierSpace": base,
        "schemaSpace": PREFIXES["rico"],
        "serviceVersion": __version__,
        "documentation": f"{service.removesuffix('/reconcile')}{root}",
        "defaultTypes": [type_of(kind) for kind in TYPES],
        "view": {"url": f"{service}/view?id={{{{id}}}}"},
        "preview": {"url": f"{service}/preview?id={{{{id}}}}", **_SIZE},
        "suggest": {what: {"service_url": service, "service_path": f"/suggest/{what}"} for what in completed},
        "extend": {"propose_properties": {"service_url": service, "service_path": "/properties"}},
        "batchSize": _AT_ONCE,
    }


def _batch(text: str) -> dict[str, Query]:
    """Return the queries of a batch by their keys. A cell of spaces finds nothing, and spoils no batch.

    Raises:
        Fault: the text is no JSON object of queries, one asks for nothing, or there are too many.

    """
    batch = read(text, dict[str, Query], '{"q0": {"query": "a name"}}')
    if len(batch) > _AT_ONCE:
        raise Fault(413, f"A batch may hold {_AT_ONCE} queries.")
    empty = next((key for key, query in batch.items() if not (query.query or query.properties)), None)
    if empty is not None:
        raise Fault(400, f"The query {empty} needs words to look for, or properties.")
    return batch


async def _answer(server: Server, known: Names, query: Query) -> list[dict[str, Any]]:
    """Find the candidates by their names, or by their properties where there is no name, and compare."""
    wanted = {condition.pid: condition.values() for condition in query.properties if condition.values()}
    check(wanted)
    if query.query.strip():
        found = await run_in_threadpool(candidates, known, query)
    else:
        held = await values(server, having(wanted, known.base)) if wanted else {}
        fitting = [iri for iri in sorted(held) if iri in known.things and query.fits(known.things[iri].kind)]
        found = dict.fromkeys(fitting[:_THINGS], 0.0)
    said = await values(server, of(found, wanted)) if found and wanted else {}
    return ranked(known, query, found, said)


async def _extended(server: Server, known: Names, asked: _Extension) -> dict[str, Any]:
    """Return the values of properties, for each id and property that was named."""
    ids = [field.id for field in asked.properties]
    check(ids)
    if len(asked.ids) > _THINGS:
        raise Fault(413, f"Values of {_THINGS:,} things may be asked for at once.")
    things = {id_: thing.iri for id_ in asked.ids if (thing := known.thing(id_))}
    said = await values(server, of(things.values(), ids)) if things and ids else {}
    rows: Mapping[str, Any] = {
        id_: {
            each: [
                {"id": value.iri.removeprefix(known.base), "name": value.words} if value.iri else {"str": value.words}
                for value in said.get(things.get(id_, ""), {}).get(each, ())
            ]
            for each in ids
        }
        for id_ in asked.ids
    }
    return {"meta": [_column(each) for each in ids], "rows": rows}


def _column(id_: str) -> dict[str, Any]:
    """Return the head of a column: its name, and the type of its values where they are things."""
    head = {"id": id_, "name": PROPERTIES[id_].name}
    return {**head, "type": type_of(PROPERTIES[id_].type)} if PROPERTIES[id_].type else head
