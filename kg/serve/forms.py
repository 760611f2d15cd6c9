"""What stands in the forms and addresses of requests, and answers in JSON."""

import json
from collections.abc import Mapping
from typing import Final, TypeVar
from urllib.parse import parse_qs

import msgspec
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.serve.tasks import Fault

Read = TypeVar("Read")
_DIGITS: Final = 9  # of a number in an address


async def fields(request: Request, most: int) -> dict[str, str]:
    """Return the fields of the query string and of a form that was sent.

    Raises:
        Fault: the body is longer than the limit, or no form.

    """
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise Fault(413, f"A form may have {most:,} bytes.")
    try:
        sent = parse_qs(body.decode())
    except UnicodeDecodeError as fault:
        raise Fault(400, "The body is no form in UTF-8.") from fault
    return dict(request.query_params) | {name: given[0] for name, given in sent.items()}


def number(request: Request, name: str, default: int) -> int:
    """Return a number from a parameter of the address.

    Raises:
        Fault: it is none, or longer than any that is of use.

    """
    text = request.query_params.get(name) or str(default)
    if not text.isdecimal() or len(text) > _DIGITS:
        raise Fault(400, f"{name} is a number of at most {_DIGITS} digits.")
    return int(text)


def read(text: str, kind: type[Read], example: str) -> Read:
    """Return what JSON says.

    Raises:
        Fault: it is no JSON, or of another form; the words say where.

    """
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.DecodeError as fault:
        raise Fault(400, f"This cannot be read: {fault}. It looks like {example}.") from fault


def told(asked: Mapping[str, str], answer: object) -> Response:
    """Return JSON, or JSONP where a callback is named, as clients of version 0.1 do.

    Raises:
        Fault: the callback is no name of a function.

    """
    callback = asked.get("callback", "")
    if not callback:
        return JSONResponse(answer)
    if not callback.replace("_", "a").isidentifier() or not callback.isascii():
        raise Fault(400, "A callback is the name of a function.")
    return Response(f"{callback}({json.dumps(answer)})", media_type="application/javascript")
