"""`kg serve`: a build over HTTP."""

import asyncio
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlunsplit

import click
import uvicorn

from kg.serve.limits import Limits
from kg.serve.run import listen, serve
from kg.serve.server import Server

_DEFAULT = Limits()


@click.command("serve")
@click.argument("output", default=Path("output"), type=click.Path(path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at: this machine alone.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any that is free."
)
@click.option("--timeout", default=_DEFAULT.seconds, show_default=True, help="Seconds that a question may take.")
@click.option("--rows", default=_DEFAULT.rows, show_default=True, help="Rows or triples that an answer may have.")
@click.option("--memory", default=_DEFAULT.memory, show_default=True, help="MiB that a question may use.")
@click.option("--at-once", default=_DEFAULT.at_once, show_default=True, help="Questions answered at a time.")
def command(output: Path, host: str, port: int, *, timeout: float, rows: int, memory: int, at_once: int) -> None:
    """Serve a build over HTTP: SPARQL, and each thing at its own address.

    OUTPUT is a build folder or a dump; SPARQL is asked at /sparql, and the dumps lie beside it.

    A build that is made anew in the same place is picked up without a restart. Ctrl-C ends the server.

    \b
    Example:
      kg serve output --port 8000
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    limits = Limits(seconds=timeout, rows=rows, memory=memory, at_once=at_once, patience=timeout)
    with suppress(KeyboardInterrupt), listen(host, port) as listening:

        def ready(server: Server, _http: uvicorn.Server) -> None:
            at, number = listening.getsockname()[:2]
            click.echo(f"{output}: {server.engine.statements:,} statements", err=True)
            click.echo(urlunsplit(("http", f"[{at}]:{number}" if ":" in at else f"{at}:{number}", "/", "", "")))

        asyncio.run(serve(output, limits, listening, ready))
