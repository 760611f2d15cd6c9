"""Run the server until it is told to end."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uvicorn

from kg.errors import KgError
from kg.serve.app import application
from kg.serve.limits import Limits
from kg.serve.server import Server

_PATIENT: Final = 5  # seconds for answers under way when the server is told to end
_QUEUE: Final = 2048  # connections that wait to be accepted


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens at the address; port 0 takes any that is free.

    Raises:
        KgError: the address is not of this machine, or taken.

    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=_QUEUE)
    except OSError as fault:
        raise KgError(
            f"Nothing can be served at {host}, port {port}: {fault.strerror}. Name another --port."
        ) from fault


async def serve(
    output: Path, limits: Limits, listening: socket.socket, ready: Callable[[Server, uvicorn.Server], None]
) -> None:
    """Serve a build or a dump; `ready` is called when it has been read.

    Raises:
        KgError: it cannot be opened.

    """
    server = Server(output, limits)
    await server.open()
    config = uvicorn.Config(
        application(server),
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=_PATIENT,
        server_header=False,
    )
    http = uvicorn.Server(config)
    watching = asyncio.create_task(server.watch())
    ready(server, http)
    try:
        await http.serve(sockets=[listening])
    finally:
        watching.cancel()
        await server.close()
