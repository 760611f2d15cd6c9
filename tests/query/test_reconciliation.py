"""The client of the Reconciliation API, against real servers on this machine, and against bad ones."""

import importlib.util
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.errors import QueryError
from kg.query.reconciliation import Match, Service, ask, open_service, proposals
from kg.serve.limits import Limits
from tests.loopback import Quiet, answering
from tests.query.serving import dripping
from tests.serve.serving import serving, write_build

WIKIDATA = {"versions": ["0.2", "1.0"], "name": "Items", "identifierSpace": "http://www.wikidata.org/entity/"}
CANDIDATE = {
    "id": "Q901",
    "name": "Ada Kestrel",
    "description": "harbour master",
    "score": 92.5,
    "match": True,
    "type": [{"id": "Q5", "name": "human"}],
    "features": [],
}


class Script(Quiet):
    """Answers with what the test lays down, in turn, then with the same candidate for every query."""

    manifest: ClassVar[object] = WIKIDATA
    replies: ClassVar[list[tuple[int, dict[str, str], bytes]]] = []
    asked: ClassVar[list[dict[str, dict[str, object]]]] = []
    agents: ClassVar[set[str]] = set()

    def do_GET(self) -> None:
        self.send(200, {}, json.dumps(self.manifest).encode())

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        queries = json.loads(form["queries"][0])
        self.asked.append(queries)
        self.agents.add(self.headers["user-agent"])
        every = {key: {"result": [CANDIDATE]} for key in queries}
        self.send(*(self.replies.pop(0) if self.replies else (200, {}, json.dumps(every).encode())))

    def send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def url() -> Iterator[str]:
    """A service that does as the test says."""
    Script.manifest, Script.replies, Script.asked, Script.agents = WIKIDATA, [], [], set()
    with answering(HTTPServer(("127.0.0.1", 0), Script)) as url:
        yield f"{url}/api"


def test_names_are_asked_in_batches_and_never_twice(url: str, tmp_path: Path) -> None:
    service = open_service(url)
    assert service == Service(url, "Items", "0.2", "http://www.wikidata.org/entity/")
    names = [f"Person {n}" for n in range(23)]
    found = list(ask(service, names, kind="Q5", limit=2, cache=tmp_path))
    assert found == [(Match("Q901", "Ada Kestrel", 92.5, match=True, description="harbour master"),)] * 23
    assert [len(batch) for batch in Script.asked] == [10, 10, 3]
    assert Script.asked[2]["q2"] == {"query": "Person 22", "type": "Q5", "limit": 2}
    assert next(iter(Script.agents)).startswith("archival-kg/")
    assert list(ask(service, [*names, "Somebody new"], kind="Q5", limit=2, cache=tmp_path))[:23] == found
    assert [list(batch) for batch in Script.asked[3:]] == [["q3"]]


def test_what_is_damaged_in_the_cache_is_asked_for_again(url: str, tmp_path: Path) -> None:
    found = list(ask(open_service(url), ["Ada"], cache=tmp_path))
    (kept,) = tmp_path.rglob("*.json")
    kept.write_bytes(kept.read_bytes()[:20])
    assert list(ask(open_service(url), ["Ada"], cache=tmp_path)) == found
    assert len(Script.asked) == 2
    assert [path.name for path in tmp_path.rglob("*.*")] == [kept.name]


def test_what_was_answered_before_a_fault_is_kept(url: str, tmp_path: Path) -> None:
    service, names = open_service(url), [f"Person {n}" for n in range(20)]
    Script.replies = [(200, {}, json.dumps({f"q{n}": {"result": []} for n in range(10)}).encode()), (403, {}, b"")]
    with pytest.raises(QueryError, match=r"refuses \(403"):
        list(ask(service, names, cache=tmp_path))
    Script.asked.clear()
    assert len(list(ask(service, names, cache=tmp_path))) == 20
    assert len(Script.asked) == 1


def test_a_busy_service_is_waited_for_as_long_as_it_asks(url: str, tmp_path: Path) -> None:
    waited: list[float] = []
    Script.replies = [(429, {"retry-after": "7"}, b""), (500, {}, b"")]
    assert len(list(ask(open_service(url), ["Ada"], cache=tmp_path, wait=waited.append))) == 1
    assert waited == [7.0, 2.0]
    Script.replies = [(500, {}, b"")] * 5
    with pytest.raises(QueryError, match="did not answer in 5 tries"):
        list(ask(open_service(url), ["Boris"], cache=tmp_path, wait=waited.append))


def test_a_service_that_asks_for_much_time_gets_it(url: str, tmp_path: Path) -> None:
    waited: list[float] = []
    Script.replies = [(503, {"retry-after": "86400"}, b"")]
    with pytest.raises(QueryError, match="left alone for 86,400 seconds"):
        list(ask(open_service(url), ["Ada"], cache=tmp_path, wait=waited.append))
    assert (waited, len(Script.asked)) == ([], 1)


@pytest.mark.parametrize(
    ("candidate", "match"),
    [
        ({"id": "Q1", "name": "A", "score": 70}, Match("Q1", "A", 70.0)),
        ({"id": "Q1", "name": "A", "score": "70.5", "match": False}, Match("Q1", "A", 70.5)),
        ({"id": "Q1", "name": "A", "type": ["Q5"], "match": True}, Match("Q1", "A", match=True)),
        (
            {"id": "Q1", "name": "A", "description": None, "score": 1, "features": [{"id": "near", "value": True}]},
            Match("Q1", "A", 1.0),
        ),
    ],
)
def test_candidates_in_each_form_of_the_specification_are_read(
    url: str, tmp_path: Path, candidate: object, match: Match
) -> None:
    Script.replies = [(200, {}, json.dumps({"q0": {"result": [candidate]}}).encode())]
    assert list(ask(open_service(url), ["Ada"], cache=tmp_path)) == [(match,)]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"rubbish",
        b"\xff",
        b"[]",
        b'{"q0": []}',
        b'{"q0": {"result": 1}}',
        b'{"q0": {"result": [{"id": 1}]}}',
        b"{}",
    ],
)
def test_an_answer_that_is_none_is_told_and_not_kept(url: str, tmp_path: Path, body: bytes) -> None:
    Script.replies = [(200, {}, body)]
    with pytest.raises(QueryError, match=r"no list of candidates|without an answer"):
        list(ask(open_service(url), ["Ada"], cache=tmp_path))
    assert not list(tmp_path.rglob("*.json"))


@pytest.mark.parametrize(
    ("manifest", "complaint"),
    [
        ([], "does not describe itself"),
        ({"name": "x"}, "does not describe itself"),
        (WIKIDATA | {"versions": ["1.0"]}, "we speak 0.2 and 0.1"),
        (WIKIDATA | {"versions": 2}, "we speak 0.2 and 0.1"),
    ],
)
def test_a_service_of_another_kind_is_refused(url: str, manifest: object, complaint: str) -> None:
    Script.manifest = manifest
    with pytest.raises(QueryError, match=complaint):
        open_service(url)


@pytest.mark.parametrize(
    ("versions", "spoken"), [(["0.1"], "0.1"), (["0.2"], "0.2"), (["0.1", "0.2"], "0.2"), (["1.0-draft", "0.2"], "0.2")]
)
def test_the_newest_version_that_both_speak_is_chosen(url: str, versions: list[str], spoken: str) -> None:
    service = {"name": "Items", "identifierSpace": "https://example.org/id/", "schemaSpace": "https://example.org/type"}
    Script.manifest = service | {"versions": versions, "view": {"url": "https://example.org/id/{{id}}"}, "batchSize": 5}
    assert open_service(url) == Service(url, "Items", spoken, "https://example.org/id/", batch=5)


@pytest.mark.parametrize(("size", "sent"), [(4, [4, 3]), (100, [7]), (0, [7]), ("many", [7])])
def test_a_service_is_sent_no_more_at_once_than_it_wants(
    url: str, tmp_path: Path, size: object, sent: list[int]
) -> None:
    Script.manifest = WIKIDATA | {"batchSize": size}
    list(ask(open_service(url), [f"Person {n}" for n in range(7)], cache=tmp_path))
    assert [len(batch) for batch in Script.asked] == sent


def test_a_service_that_names_no_version_is_one_of_the_first(url: str) -> None:
    Script.manifest = {"name": "Old", "identifierSpace": "x/"}
    assert open_service(url).version == "0.1"


def test_silence_and_drops_end_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(QueryError, match="did not answer in 5"):
        open_service(f"http://127.0.0.1:{silent.getsockname()[1]}", timeout=0.05, wait=lambda _: None)
    with dripping() as url, pytest.raises(QueryError, match="did not answer in 5"):
        open_service(url, timeout=0.2, wait=lambda _: None)


@pytest.mark.parametrize("address", ["ftp://x/", "x", "file:///etc/hosts", "http://"])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(QueryError, match="no address of a service"):
        open_service(address)


def test_nobody_at_the_address_is_told_at_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(QueryError, match="Nobody answers"):
        open_service(f"http://127.0.0.1:{port}")


def kg(tmp_path: Path, *arguments: str) -> Result:
    return CliRunner(env={"KG_CACHE": str(tmp_path / "cache")}).invoke(main, ["authority", "reconcile", *arguments])


def test_the_command_prints_proposals_that_were_not_decided(url: str, tmp_path: Path) -> None:
    registry = tmp_path / "registry.jsonl"
    entries = [
        {"name": "person/kestrel", "attested": [["d", "Kestrel"], ["d", "Ada Kestrel"]]},
        {"name": "person/merle", "attested": [["d", "Boris Merle"]]},
        {"name": "person/gone", "attested": [["d", "B. Merle"]], "merged_into": "person/merle"},
        {"name": "person/cut", "attested": [["d", "Secretary Maria…0123456789ab"]]},
        {"name": "place/sablia", "attested": [["d", "Sablia"]]},
    ]
    registry.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    decided = {"left": "person/merle", "right": "Q901", "verdict": "different", "who": "R", "when": "2026-01-01"}
    (tmp_path / "decisions.jsonl").write_text(json.dumps(decided) + "\n", encoding="utf-8")
    result = kg(tmp_path, url, str(registry), "--type", "Q5")
    assert result.exit_code == 0, result.stderr
    (proposal,) = map(json.loads, result.stdout.splitlines())
    assert (proposal["left"], proposal["right"], proposal["verdict"]) == ("person/kestrel", "Q901", "unsure")
    assert proposal["why"] == "Ada Kestrel (harbour master): a match for the service, with a score of 92.5"
    assert [query["query"] for query in Script.asked[0].values()] == ["Ada Kestrel", "Boris Merle"]
    assert "no registry" in kg(tmp_path, url, str(tmp_path / "none")).stderr


def test_it_understands_our_own_service(tmp_path: Path) -> None:
    with serving(write_build(tmp_path / "out"), Limits()) as site:
        service = open_service(f"http://127.0.0.1:{site.port}/reconcile")
        assert (service.version, service.space) == ("0.2", "http://localhost:8000/harbour/")
        found = list(ask(service, ["Anna Lindqvist", "Zz"], kind="rico:Person", cache=tmp_path))
    assert (found[0][0].id, found[0][0].match, found[1]) == ("person/lindqvist-anna", True, ())
    (proposal,) = proposals(service, "person/anna", found[0][:1])
    assert proposal.right == "http://localhost:8000/harbour/person/lindqvist-anna"


CSV_RECONCILE = """
import sys
from csv_reconcile import create_app
from csv_reconcile.initdb import init_db_with_context
app = create_app(instance_path=sys.argv[1])
with app.app_context():
    init_db_with_context(sys.argv[2], "id", "name")
app.run(port=int(sys.argv[3]))
"""


def test_it_understands_a_service_of_version_0_1(tmp_path: Path) -> None:
    if importlib.util.find_spec("csv_reconcile") is None:
        pytest.skip("csv-reconcile is not installed")
    table = tmp_path / "table.csv"
    table.write_text("id\tname\nk1\tAda Kestrel\nk2\tBoris Merle\n", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", CSV_RECONCILE, str(tmp_path / "instance"), str(table), str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            service = _opened(f"http://127.0.0.1:{port}/reconcile", server)
            assert (service.name, service.version) == ("CSV Reconcile", "0.1")
            found = list(ask(service, ["Ada Kestrel", "Quite Another"], cache=tmp_path))
        finally:
            server.terminate()
            server.communicate()
    assert (found[0][0].id, found[0][0].name, found[1]) == ("k1", "Ada Kestrel", ())


def _opened(url: str, server: subprocess.Popen[str]) -> Service:
    """Wait until the service has begun."""
    until = time.monotonic() + 20
    while True:
        try:
            return open_service(url)
        except QueryError:
            assert server.poll() is None, server.communicate()[1]
            assert time.monotonic() < until
            time.sleep(0.1)
