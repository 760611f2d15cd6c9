"""Builds made by hand, real stores on this machine, and a go-between that fails when it is told to."""

import gzip
import json
import shutil
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.dev import servers
from tests.loopback import Quiet, answering
from tests.oxigraph import oxigraph_or_skip

BASE = "http://localhost:8000/pier/"
CAP = 20_000  # rows after which our Virtuoso cuts a result

Graphs = Mapping[str, Sequence[str]]
Write = Callable[[Path, Graphs], Path]


def write_build(folder: Path, graphs: Graphs) -> Path:
    """Write what a load reads of a build: graphs by the end of their names, each with values for triples.

    A value with @ before it stands for what has that path.
    """
    folder.mkdir(exist_ok=True)
    lines = sorted(
        f'<{BASE}{_path(name, value)}> <{BASE}says> "{value}" <{BASE}graph/{name}> .\n'
        for name, values in graphs.items()
        for value in values
    )
    (folder / "data.nq.gz").write_bytes(gzip.compress("".join(lines).encode()))
    (folder / "manifest.json").write_text(json.dumps({"generator": "archival-kg", "base": BASE}))
    return folder


def _path(name: str, value: str) -> str:
    return value[1:] if value.startswith("@") else f"{name}/{quote(value)}"


@pytest.fixture(name="write_build", scope="session")
def _write_build() -> Write:
    return write_build


@pytest.fixture(autouse=True)
def _no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Passwords come from the test alone, not from who runs it."""
    for name in ("KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))


@pytest.fixture(scope="session")
def oxigraph_server() -> Iterator[str]:
    with oxigraph_or_skip() as url:
        yield url


@pytest.fixture
def oxigraph(oxigraph_server: str) -> str:
    """The address of an empty Oxigraph."""
    urllib.request.urlopen(urllib.request.Request(f"{oxigraph_server}/store", method="DELETE")).close()  # noqa: S310
    return oxigraph_server


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso with name and password "dba"."""
    binary = shutil.which("virtuoso-t")
    if binary is None:
        pytest.skip("needs Virtuoso 7: apt-get install virtuoso-opensource")
    with servers.virtuoso(binary, tmp_path_factory.mktemp("virtuoso"), CAP) as (url, _):
        yield url


class Between(ThreadingHTTPServer):
    """Stands before a store, and fails from the request that changes something with the number `bad` on.

    `how` is "500", "cut" (it breaks off after the store has taken the request), or "refuse" (it answers 403).
    """

    store: str
    how: str = ""
    bad: int = 0
    changes: int = 0
    requests: list[str]


class _Handler(Quiet):
    protocol_version = "HTTP/1.1"
    server: Between

    def _pass_on(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/both":  # one address for questions and updates, as many stores have
            update = self.headers["Content-Type"] == "application/sparql-update"
            self.path = "/update" if update else "/query?union-default-graph"
        changing = not self.path.startswith("/query") and self.command != "GET"
        self.server.changes += changing
        failing = bool(self.server.how) and changing and self.server.changes >= self.server.bad
        self.server.requests.append(f"{self.command} {self.path}")
        if failing and self.server.how in {"500", "refuse"}:
            self._answer(500 if self.server.how == "500" else 403, b"<h1>The disk is full.</h1>", {})
            return
        store = HTTPConnection(self.server.store)
        passed = {name: value for name in ("Accept", "Content-Type") if (value := self.headers.get(name))}
        store.request(self.command, self.path, body, passed)
        reply = store.getresponse()
        content = reply.read()
        store.close()
        if failing:
            self.close_connection = True
            return
        self._answer(reply.status, content, {"Content-Type": reply.headers.get("Content-Type", "")})

    def _answer(self, status: int, content: bytes, headers: Mapping[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = _pass_on

    def version_string(self) -> str:
        return "Oxigraph/between"


@pytest.fixture
def between(oxigraph: str) -> Iterator[Between]:
    """A go-between before an empty Oxigraph; it fails as soon as it is told how."""
    server = Between(("127.0.0.1", 0), _Handler)
    server.store = oxigraph.removeprefix("http://")
    server.requests = []
    with answering(server):
        yield server
