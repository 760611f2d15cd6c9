"""`kg authority`: info, search, build; the network is a server on this machine."""

import json
import re
import socket
from collections.abc import Iterator
from http.server import HTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.errors import QueryError
from kg.identity.authority import read_records
from kg.identity.tables import read_table
from kg.query.wikidata import fetch
from tests.loopback import Quiet, answering
from tests.query.serving import dripping


class Wikidata(Quiet):
    """Answers as a SPARQL endpoint does; the next answers can be set to refusals."""

    refusals: ClassVar[list[tuple[int, dict[str, str]]]] = []
    asked: ClassVar[list[list[str]]] = []
    agents: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        self.agents.append(self.headers["user-agent"])
        if self.refusals:
            status, headers = self.refusals.pop(0)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"rubbish" if status == 200 else b"")
            return
        items = re.findall(r"wd:(Q\d+)", form["query"][0])
        self.asked.append(items)
        rows = [row for item in items if item != "Q404" for row in self.rows(item)]
        self.send_response(200)
        self.send_header("content-type", "application/sparql-results+json")
        self.end_headers()
        self.wfile.write(json.dumps({"head": {"vars": []}, "results": {"bindings": rows}}).encode())

    def rows(self, item: str) -> list[dict[str, Any]]:
        said = [("name", "en", f"Harbour {item}"), ("name", "ru", "Гавань"), ("class", "en", "human")]
        said += [("birth", "", "1901-02-03T00:00:00Z"), ("viaf", "", "77"), ("description", "en", "invented")]
        return [
            {"item": {"value": f"x/{item}"}, "what": {"value": w}, "value": {"value": v, "xml:lang": lang}}
            for w, lang, v in said
        ]


@pytest.fixture
def endpoint() -> Iterator[str]:
    """A server that answers SPARQL on this machine."""
    Wikidata.refusals, Wikidata.asked, Wikidata.agents = [], [], []
    with answering(HTTPServer(("127.0.0.1", 0), Wikidata)) as url:
        yield f"{url}/sparql"


def kg(tmp_path: Path, *arguments: str) -> Result:
    return CliRunner(env={"KG_CACHE": str(tmp_path / "cache")}).invoke(main, ["authority", *arguments])


def test_the_starter_can_be_counted_and_searched(tmp_path: Path) -> None:
    counted = json.loads(kg(tmp_path, "info", "--json").stdout)
    assert counted["records"] == counted["items"] > 300
    assert "person" in kg(tmp_path, "info").stdout
    found = kg(tmp_path, "search", "Soviet Union", "-n", "1").stdout
    assert found.startswith("Q15180 ")
    assert json.loads(kg(tmp_path, "search", "Q15180", "--json").stdout)["kind"] == "country"
    assert "Nothing" in kg(tmp_path, "search", "Nowhere at All").stderr
    for spelling in ("Chruschtschow", "Khrushchev, Nikita", "Хрущёв"):
        assert kg(tmp_path, "search", spelling).stdout.startswith("Q35314 ")
    assert kg(tmp_path, "search", "Kádár János").stdout.startswith("Q200850 ")


def test_a_table_becomes_an_authority(tmp_path: Path) -> None:
    table = tmp_path / "harbour.csv"
    table.write_text(
        "Name,Wikidata ID,Other names,born,VIAF\n"
        "Ada Kestrel,http://www.wikidata.org/entity/Q901,A. Kestrel; Kestrel the Elder,1901-04-01,55\n,,,,\nPort,,,,\n",
        encoding="utf-8",
    )
    output = tmp_path / "harbour.jsonl"
    assert kg(tmp_path, "build", str(output), "--table", str(table)).exit_code == 0
    kestrel, port = read_records(output)
    assert (kestrel.qid, kestrel.birth, kestrel.identifiers) == ("Q901", 1901, {"viaf": "55"})
    assert kestrel.aliases == ("A. Kestrel", "Kestrel the Elder")
    assert kestrel.sources == ("harbour.csv",)
    assert port.qid is None
    index = tmp_path / "harbour.sqlite"
    assert kg(tmp_path, "build", str(index), "--lines", str(output)).exit_code == 0
    assert "Ada Kestrel" in kg(tmp_path, "search", "kestrel", "--authority", str(index)).stdout


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("qid,who\nQ1,A\n", "harbour.csv:1: no column is called label"),
        ("label,qid\nA,35314\n", "harbour.csv:2: '35314' is no number"),
        ("label,qid\n,Q1\n", "harbour.csv:2: this row has no name"),
        ("label,qid\nWeiss, Anna,Q1\n", "harbour.csv:2: this row has more cells than the first line"),
        (None, "There is no table at"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(tmp_path: Path, content: str | None, complaint: str) -> None:
    table = tmp_path / "harbour.csv"
    if content is not None:
        table.write_text(content, encoding="utf-8")
    result = kg(tmp_path, "build", str(tmp_path / "x.jsonl"), "--table", str(table))
    assert result.exit_code == 1
    assert complaint in result.stderr
    assert kg(tmp_path, "build", str(tmp_path / "x.jsonl")).exit_code == 2
    nowhere = kg(tmp_path, "build", str(tmp_path / "no" / "x.jsonl"), "--table", str(table))
    assert (nowhere.exit_code, "There is no folder" in nowhere.stderr) == (1, True)


def test_items_are_fetched_and_an_interrupted_run_goes_on(tmp_path: Path, endpoint: str) -> None:
    items, output = tmp_path / "items", tmp_path / "grown.jsonl"
    items.write_text("Q1\nQ2\n", encoding="utf-8")
    asking = ("build", str(output), "--items", str(items), "--endpoint", endpoint)
    Wikidata.refusals = [(403, {})]
    assert "refuses (403" in kg(tmp_path, *asking).stderr
    part = tmp_path / "grown.jsonl.part"
    part.write_text('{"label": "kept", "qid": "Q1", "sources": ["x"]}\n{"label": "cut of', encoding="utf-8")
    assert kg(tmp_path, *asking).exit_code == 0
    assert Wikidata.asked == [["Q2"]]
    kept, new = read_records(output)
    assert (kept.label, new.label, new.kind, new.birth) == ("kept", "Harbour Q2", "person", 1901)
    assert (new.alias_lang["ru"], new.identifiers, new.sources) == (("Гавань",), {"viaf": "77"}, (endpoint,))
    assert not part.exists()
    assert all(agent.startswith("archival-kg/") for agent in Wikidata.agents)
    items.write_text("Q1\n\n35314\n", encoding="utf-8")
    assert "items:3: '35314' is no number of a Wikidata item" in kg(tmp_path, *asking).stderr
    items.unlink()
    assert "no list of items" in kg(tmp_path, *asking).stderr


def test_items_may_be_addresses_and_those_unknown_to_the_server_are_named(tmp_path: Path, endpoint: str) -> None:
    items, output = tmp_path / "items", tmp_path / "grown.jsonl"
    items.write_text("http://www.wikidata.org/entity/Q1\nQ404\n", encoding="utf-8")
    told = kg(tmp_path, "build", str(output), "--items", str(items), "--endpoint", endpoint)
    assert told.exit_code == 0
    assert "knows nothing of Q404" in told.stderr
    assert [record.qid for record in read_records(output)] == ["Q1"]


def test_an_authority_that_cannot_be_made_leaves_the_old_one(tmp_path: Path, endpoint: str) -> None:
    output, items = tmp_path / "grown.jsonl", tmp_path / "items"
    output.write_text('{"label": "old"}\n', encoding="utf-8")
    items.write_text("Q1\n", encoding="utf-8")
    Wikidata.refusals = [(403, {})]
    assert kg(tmp_path, "build", str(output), "--items", str(items), "--endpoint", endpoint).exit_code == 1
    assert output.read_text(encoding="utf-8") == '{"label": "old"}\n'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("export.tsv", "name\tentity\ttype\nAda Kestrel\tQ901\tperson\n"),
        ("export.txt", "name\tentity\ttype\nAda Kestrel\tQ901\tperson\n"),
        ("sheet.csv", "name;entity;type\nAda Kestrel;Q901;person\n"),
        ("export.csv", '\ufeffname,entity,type\n"Ada Kestrel",Q901,Human\n'),
        ("wide.csv", "name,entity,type\nAda Kestrel,Q901,Q5,,\n"),
    ],
)
def test_tables_as_openrefine_and_spreadsheets_export_them(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    (record,) = read_table(tmp_path / name)
    assert (record.label, record.qid, record.kind, record.sources) == ("Ada Kestrel", "Q901", "person", (name,))


def test_a_busy_server_is_waited_for_as_long_as_it_asks(endpoint: str) -> None:
    waited: list[float] = []
    Wikidata.refusals = [
        (429, {"retry-after": "7"}),
        (503, {}),
        (503, {"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}),
    ]
    batches = list(fetch(endpoint, ["Q1", "Q2", "Q3"], batch=2, wait=waited.append))
    assert [len(batch) for batch in batches] == [2, 1]
    assert waited == [7.0, 2.0, 1.0]


def test_rubbish_and_silence_are_told_in_words(endpoint: str) -> None:
    Wikidata.refusals = [(200, {"content-type": "application/sparql-results+json"})]
    with pytest.raises(QueryError, match="no result of SPARQL"):
        list(fetch(endpoint, ["Q1"]))
    Wikidata.refusals = [(503, {})] * 5
    with pytest.raises(QueryError, match="did not answer in 5 tries"):
        list(fetch(endpoint, ["Q1"], wait=lambda _: None))


def test_silence_and_drops_end_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(QueryError, match="did not answer in 5 tries"):
        list(fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", ["Q1"], timeout=1, wait=lambda _: None))
    with dripping() as url, pytest.raises(QueryError, match="did not answer in 5 tries"):
        list(fetch(url, ["Q1"], timeout=1, wait=lambda _: None))
