"""Real triplestores on this machine, for tests and measurements: empty, on loopback, ended with the block."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from kg.errors import LoadError
from kg.load.client import Client

PATIENCE: Final = 60  # seconds until a server that does not answer counts as failed
PASSWORD: Final = "dba"  # noqa: S105 - of every new Virtuoso, as is the name
_VIRTUOSO: Final = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
NumberOfBuffers = 80000
MaxDirtyBuffers = 60000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 6
[SPARQL]
ResultSetMaxRows = {cap}
"""


def oxigraph_binary() -> str | None:
    """Return the Oxigraph server, None where it is not installed."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.is_file() else shutil.which("oxigraph")


@contextmanager
def oxigraph(binary: str, folder: Path | None = None) -> Iterator[str]:
    """Run Oxigraph, in memory or in a folder; yield its address."""
    (port,) = _free_ports(1)
    place = ["--location", str(folder)] if folder else []
    command = [binary, "serve", "--bind", f"127.0.0.1:{port}", *place]
    with _running(command, f"http://127.0.0.1:{port}", "query"):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def virtuoso(binary: str, folder: Path, cap: int = 1_000_000) -> Iterator[tuple[str, int]]:
    """Run Virtuoso in an empty folder, with results cut at `cap` rows; yield its address and its port for SQL."""
    port, sql = _free_ports(2)
    settings = folder / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(folder=folder, port=port, sql=sql, cap=cap), encoding="utf-8")
    command = [binary, "+foreground", "+configfile", str(settings)]
    with _running(command, f"http://127.0.0.1:{port}", "sparql"):
        yield f"http://127.0.0.1:{port}", sql


@contextmanager
def _running(command: Sequence[str], url: str, path: str) -> Iterator[None]:
    """Run a server until the block ends; it begins when the server answers a question."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        deadline = time.monotonic() + PATIENCE
        try:
            while not _answers(url, f"/{path}?query=ASK%20%7B%7D"):
                if time.monotonic() > deadline or server.poll() is not None:
                    raise TimeoutError(f"{command[0]} did not start")
                time.sleep(0.05)
            yield
        finally:
            server.terminate()


def _answers(url: str, path: str) -> bool:
    with closing(Client(url, timeout=PATIENCE, waits=())) as client:
        try:
            client.ask("GET", path, what="a question")
        except LoadError:
            return False
        return True


def _free_ports(number: int) -> list[int]:
    sockets = [socket.socket() for _ in range(number)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports
