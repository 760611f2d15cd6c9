"""Send a worker's answer on to the client while it comes.

A broken answer never looks whole, and a client that goes away frees its worker.
"""

import asyncio
from collections.abc import Mapping

from starlette.types import Message, Receive, Scope, Send

from kg.serve.engine import BrokenOffError, Reply
from kg.serve.server import Server
from kg.serve.tasks import Fault, Question, Thing

_BUSY = 503


class Answer:
    """An ASGI response that is the answer to a task."""

    def __init__(self, server: Server, task: Question | Thing, headers: Mapping[str, str]) -> None:
        """Answer `task`, with `headers` where it succeeds."""
        self.server = server
        self.task = task
        self.headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer, or stop working on it when the client goes."""
        sending = asyncio.ensure_future(self._send(scope, send))
        going = asyncio.ensure_future(_gone(receive))
        try:
            await asyncio.wait({sending, going}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            going.cancel()
            if not sending.done():
                sending.cancel()
            results = await asyncio.gather(sending, going, return_exceptions=True)
        if isinstance(results[0], Exception):
            raise results[0]

    async def _send(self, scope: Scope, send: Send) -> None:
        try:
            async with self.server.ask(self.task) as reply:
                await self._pass_on(scope, reply, send)
        except Fault as fault:
            more = {"retry-after": "1"} if fault.status == _BUSY else {}
            await send(head(fault.status, {"content-type": "text/plain; charset=utf-8", **more}))
            await send({"type": "http.response.body", "body": f"{fault.why}\n".encode()})
        except BrokenOffError:
            return  # the server closes the connection without the mark of a whole body

    async def _pass_on(self, scope: Scope, reply: Reply, send: Send) -> None:
        headers = {"content-type": reply.type, **(self.headers if reply.status < 400 else {})}
        if scope["http_version"] == "1.0":  # its bodies end with the connection: only a length tells a whole one
            whole = b"".join([piece async for piece in reply.body()])
            headers["content-length"] = str(len(whole))
            await send(head(reply.status, headers))
            await send({"type": "http.response.body", "body": whole})
            return
        await send(head(reply.status, headers))
        async for piece in reply.body():
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body"})


def head(status: int, headers: Mapping[str, str]) -> Message:
    """Return the message that begins a response."""
    pairs = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    return {"type": "http.response.start", "status": status, "headers": pairs}


async def _gone(receive: Receive) -> None:
    """Return when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
