"""The responses that several addresses give."""

from collections.abc import Mapping, Sequence
from typing import Final

from pyoxigraph import Triple, serialize
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.query.formats import GRAPHS
from kg.rdf.vocab import PREFIXES

VARY: Final = {"vary": "Accept"}


def graph(triples: Sequence[Triple], choice: tuple[str, str], headers: Mapping[str, str]) -> Response:
    """Return triples in the format that was chosen."""
    content = serialize(triples, format=GRAPHS[choice[1]], prefixes=PREFIXES)
    return Response(content, media_type=choice[0], headers=headers)


def tagged(request: Request, etag: str) -> Response | None:
    """Return "not modified" if the client has this very answer already."""
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    return Response(status_code=304, headers={"etag": etag, **VARY}) if etag and known & {etag, "*"} else None


def refused(status: int, why: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a refusal in plain words."""
    return PlainTextResponse(f"{why}\n", status, headers=headers)
