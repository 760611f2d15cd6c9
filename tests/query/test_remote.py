"""Endpoints: a real one, and one that misbehaves in every way that real ones do."""

import base64
import time
import urllib.request
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from pyoxigraph import Literal

from kg.errors import KgError, QueryError
from kg.query import remote
from kg.query.library import names, question
from kg.query.remote import LONGEST_GET, ask
from kg.query.run import Answer, Rows, Triples, run
from kg.query.store import Data
from tests.loopback import Quiet, answering

NOWHERE = "http%3A%2F%2Fh%2Fnowhere"
YES = b'{"head":{},"boolean":true}'


class Odd(Quiet):
    """Answers with the status that the path names; `/busy` answers well the third time."""

    asked: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        Odd.asked.append((self.command, self.headers.get("Authorization")))
        if path == "/slow":
            time.sleep(1.5)
        if path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(YES)
            return
        status = 503 if path == "/busy" and len(Odd.asked) < 3 else int(path[1:]) if path[1:].isdigit() else 200
        body = b"<html>" if path == "/page" else YES if status == 200 else b"line 1: what is this?"
        self.send_response(status)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        assert "query" in parse_qs(body.decode())
        self.do_GET()


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """The address of a server that misbehaves, with no pause between tries and no passwords known."""
    monkeypatch.setattr(remote, "PAUSE", 0.01)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    Odd.asked.clear()
    with answering(ThreadingHTTPServer(("127.0.0.1", 0), Odd)) as url:
        yield url


@pytest.fixture(scope="module")
def endpoint(oxigraph: str, harbour: Path) -> str:
    body = (harbour / "data.trig").read_bytes()
    upload = urllib.request.Request(f"{oxigraph}/store", body, {"Content-Type": "application/trig"})  # noqa: S310 - ours
    with urllib.request.urlopen(upload):  # noqa: S310 - our own address
        return f"{oxigraph}/query"


@pytest.mark.parametrize("name", names())
def test_an_endpoint_gives_the_rows_of_the_build(endpoint: str, data: Data, name: str) -> None:
    here, there = run(data, question(name).text), ask(endpoint, question(name).text, {}, None, 30)
    assert isinstance(here, Rows)
    assert isinstance(there, Rows)
    assert here.variables == there.variables
    assert sorted(map(str, here.rows)) == sorted(map(str, there.rows))


def test_values_limits_prefixes_and_graphs_reach_the_endpoint(endpoint: str, data: Data) -> None:
    text = "SELECT ?p ?n { ?p a rico:Person ; rdfs:label ?n }"
    assert ask(endpoint, text, {"n": Literal("Ida Berg")}, None, 30) == run(data, text, {"n": Literal("Ida Berg")})
    some = ask(endpoint, text, {}, 2, 30)
    assert isinstance(some, Rows)
    assert len(some.rows) == 2
    graph = "CONSTRUCT { ?p a rico:Person } WHERE { ?p a rico:Person }"
    assert ask(endpoint, graph, {}, None, 30) == run(data, graph)
    assert isinstance(ask(endpoint, "DESCRIBE <http://h/a>", {}, None, 30), Triples)
    assert ask(endpoint, "ASK { ?p a rico:Person }", {}, None, None) == Answer(value=True)


@pytest.mark.parametrize(
    ("parameters", "number"),
    [("union-default-graph", "4"), ("union-default-graph=&a=b", "4"), (f"default-graph-uri={NOWHERE}", "0")],
)
def test_what_stands_in_the_address_reaches_the_endpoint(endpoint: str, parameters: str, number: str) -> None:
    found = ask(f"{endpoint}?{parameters}", "SELECT (COUNT(*) AS ?n) { ?p a rico:Person }", {}, None, 30)
    assert isinstance(found, Rows)
    assert str(found.rows[0][0]).startswith(f'"{number}"')


def test_a_long_question_is_posted(odd: str) -> None:
    assert ask(f"{odd}/sparql", "ASK {}", {}, None, 5) == Answer(value=True)
    assert ask(f"{odd}/sparql", "ASK {}" + "#" * LONGEST_GET, {}, None, 5) == Answer(value=True)
    assert [method for method, _ in Odd.asked] == ["GET", "POST"]


def test_a_busy_server_is_asked_again(odd: str) -> None:
    assert ask(f"{odd}/busy", "ASK {}", {}, None, 5) == Answer(value=True)
    assert len(Odd.asked) == 3


def test_name_and_password_come_from_the_environment_or_netrc(
    odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login anna password lamp\n")
    ask(f"{odd}/sparql", "ASK {}", {}, None, 5)
    monkeypatch.setenv("KG_STORE_USER", "pavel")
    monkeypatch.setenv("KG_STORE_PASSWORD", "vote")
    ask(f"{odd}/sparql", "ASK {}", {}, None, 5)
    given = [base64.b64decode((header or "").removeprefix("Basic ")) for _, header in Odd.asked]
    assert given == [b"anna:lamp", b"pavel:vote"]


def test_a_broken_netrc_is_told(odd: str, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine\nlamp lamp lamp\n")
    with pytest.raises(KgError, match=r"cannot be read\. Put the file right"):
        ask(f"{odd}/sparql", "ASK {}", {}, None, 5)


@pytest.mark.parametrize(
    ("path", "message", "tries"),
    [
        ("401", r"wants a name and password \(401\): set KG_STORE_USER", 1),
        ("403", r"wants a name and password \(403\)", 1),
        ("404", "There is no endpoint at", 1),
        ("400", "refuses the question: .*what is this", 1),
        ("500", "answers with error 500, at 3 tries", 3),
        ("503", "answers with error 503, at 3 tries", 3),
        ("cut", "cannot be asked", 3),
        ("page", "did not answer with results of SPARQL", 1),
        ("slow", "did not answer within 1 s", 1),
    ],
)
def test_what_a_server_does_wrong_is_told(odd: str, path: str, message: str, tries: int) -> None:
    with pytest.raises(QueryError, match=message):
        ask(f"{odd}/{path}", "ASK {}", {}, None, 1)
    assert len(Odd.asked) == tries


def test_a_server_that_is_down_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "PAUSE", 0.01)
    with pytest.raises(QueryError, match=r"127.0.0.1:1/ cannot be asked: .*refused.*Does the server run"):
        ask("http://127.0.0.1:1/", "ASK {}", {}, None, 5)


def test_an_address_is_http() -> None:
    with pytest.raises(QueryError, match="should begin with http"):
        ask("file:///etc/passwd", "ASK {}", {}, None, 5)
