"""A go-between before a store, which fails when it is told to."""

from collections.abc import Mapping
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer

from tests.loopback import Quiet


class Between(ThreadingHTTPServer):
    """Stands before a store, and fails from the request that changes something with the number `bad` on.

    `how` is "500", "cut" (it breaks off after the store has taken the request), or "refuse" (it answers 403).
    """

    store: str
    how: str = ""
    bad: int = 0
    changes: int = 0
    requests: list[str]


class Handler(Quiet):
    """Passes requests on, as long as it is not told to fail."""

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
