"""Serve a build on this machine, and ask it by plain HTTP."""

import asyncio
import gc
import gzip
import http.client
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import uvicorn

from kg.query.store import open_data
from kg.serve.limits import Limits
from kg.serve.run import listen, serve
from kg.serve.server import Server

HARBOUR = Path(__file__).parents[1] / "query" / "harbour"
BASE = "/harbour/"
PATIENCE = 30
TOMBSTONE = (
    "<http://localhost:8000/harbour/person/lindqvist-a> <http://purl.org/dc/terms/isReplacedBy> "
    "<http://localhost:8000/harbour/person/lindqvist-anna> <http://localhost:8000/harbour/graph/entities> .\n"
)


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


class Site:
    """A server on this machine, asked by plain HTTP."""

    def __init__(self, server: Server, port: int) -> None:
        self.server = server
        self.port = port

    def ask(self, path: str, method: str = "GET", body: bytes | str | None = None, **headers: str) -> Reply:
        """Send one request; `accept_post` in a name becomes `accept-post`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body, named)
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Reply(response.status, found, response.read().decode())
        finally:
            connection.close()

    def query(self, text: str, accept: str = "text/csv", **parameters: str) -> Reply:
        """Ask a question by GET."""
        return self.ask(f"/sparql?{urlencode({'query': text, **parameters})}", accept=accept)


@contextmanager
def serving(path: Path, limits: Limits) -> Iterator[Site]:
    """Serve what lies at `path` from a thread until the block ends."""
    began, fault, started = threading.Event(), list[BaseException](), list[tuple[Server, uvicorn.Server]]()
    with listen("127.0.0.1", 0) as listening:

        def ready(server: Server, web: uvicorn.Server) -> None:
            started.append((server, web))
            began.set()

        def run() -> None:
            try:
                asyncio.run(serve(path, limits, listening, ready))
            except BaseException as error:  # noqa: BLE001 - it is raised again in the test
                fault.append(error)
            finally:
                began.set()

        gc.collect()  # what earlier tests left of pyoxigraph's solutions may be dropped in this thread alone
        thread = threading.Thread(target=run)
        thread.start()
        assert began.wait(PATIENCE)
        if fault:
            thread.join()
            raise fault[0]
        server, web = started[0]
        try:
            yield Site(server, listening.getsockname()[1])
        finally:
            web.should_exit = True
            thread.join(PATIENCE)


def write_build(folder: Path, more: str = "") -> Path:
    """Write the harbour documents as a build; `more` are further quads."""
    folder.mkdir(exist_ok=True)
    lines = "".join(sorted(f"{quad} .\n" for quad in open_data(HARBOUR / "data.trig").store)) + more
    contents = {"data.nq.gz": gzip.compress(lines.encode(), mtime=0)}
    contents |= {f"text/{text.name}": text.read_bytes() for text in sorted((HARBOUR / "text").iterdir())}
    contents["dataset.ttl"] = b'<http://localhost:8000/harbour/dataset> <http://purl.org/dc/terms/title> "Harbour" .'
    for name, content in contents.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    files = {name: {"bytes": len(c), "sha256": sha256(c).hexdigest()} for name, c in contents.items()}
    (folder / "manifest.json").write_text(json.dumps({"generator": "archival-kg", "files": files}))
    return folder
