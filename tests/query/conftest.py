"""A small data set with everything the questions ask about, and a real server to ask it."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.query.store import Data, open_data

HARBOUR = Path(__file__).parent / "harbour"
PATIENCE = 10  # seconds until a server that does not answer counts as failed


@pytest.fixture(scope="session")
def harbour() -> Path:
    """The folder of two invented documents: data.trig, their texts, and expected.json."""
    return HARBOUR


@pytest.fixture(scope="session")
def data() -> Data:
    """The two documents, opened."""
    return open_data(HARBOUR / "data.trig")


@pytest.fixture(scope="session")
def expected() -> dict[str, list[list[str]]]:
    """The rows each question must give, IRIs shortened, unbound values empty, in the order of the question."""
    rows: dict[str, list[list[str]]] = json.loads((HARBOUR / "expected.json").read_text(encoding="utf-8"))
    return rows


@pytest.fixture(scope="session")
def oxigraph() -> Iterator[str]:
    """The address of an empty Oxigraph server on this machine, in memory: it ends with the tests."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.is_file() else shutil.which("oxigraph")
    if binary is None:
        pytest.skip("needs the Oxigraph server: pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [binary, "serve", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/query?query=ASK%20%7B%7D", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    """Return as soon as the server answers."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.02)
    pytest.fail("the Oxigraph server did not start")
