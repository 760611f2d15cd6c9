"""The examples in two real stores: each question of the library gives the rows that the embedded store gives."""

import gzip
import json
import re
import urllib.parse
import urllib.request
from pathlib import Path
from shutil import copy

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import LoadError
from kg.load.load import Loaded, Options, load
from kg.query.library import names, question
from kg.query.run import Rows, run
from kg.query.store import Data, open_data
from kg.rdf.vocab import PREFIXES
from tests.load.builds import write_build

STORES = {"oxigraph": "query?union-default-graph&", "virtuoso": "sparql?"}
ANY_LENGTH = re.compile(r"\w[*+](?=[\s)/|])")
ASKED_IN_FULL = re.compile(r"\b(?:LIMIT|OFFSET)\s+\d+\s*", re.IGNORECASE)


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "dba")
    monkeypatch.setenv("KG_STORE_PASSWORD", "dba")


def loaded(url: str, build: Path) -> Loaded:
    return load(url, build, Options(waits=()), lambda *_: None)


@pytest.fixture(scope="module")
def embedded(examples_build: Path) -> Data:
    return open_data(examples_build)


@pytest.fixture(scope="module")
def examples(examples_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples' dump in a folder beside which a load may remember what it did."""
    folder = tmp_path_factory.mktemp("loaded") / "output"
    folder.mkdir()
    for name in ("data.nq.gz", "manifest.json"):
        copy(examples_build / name, folder)
    return folder


@pytest.fixture(params=sorted(STORES))
def address(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Address of a real store, and of its questions."""
    url = request.getfixturevalue("oxigraph_server" if request.param == "oxigraph" else request.param)
    return url, f"{url}/{STORES[request.param]}"


def plain(value: str) -> str:
    """A value as every store gives it: Virtuoso writes truth as a number, as XSD allows."""
    return {"true": "1", "false": "0"}.get(value, value)


def of_server(asked: str, text: str) -> list[list[str]]:
    url = asked + urllib.parse.urlencode({"query": text})
    request = urllib.request.Request(url, headers={"Accept": "application/sparql-results+json"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
        found = json.load(answer)
    return sorted(
        [plain(row[name]["value"]) if name in row else "" for name in found["head"]["vars"]]
        for row in found["results"]["bindings"]
    )


def of_embedded(data: Data, text: str) -> list[list[str]]:
    found = run(data, text)
    assert isinstance(found, Rows)
    return sorted([_term(term) for term in row] for row in found.rows)


def _term(term: object) -> str:
    if isinstance(term, Literal):
        return plain(term.value)
    return term.value if isinstance(term, NamedNode) else ""


def _once(rows: list[list[str]]) -> list[list[str]]:
    return [list(row) for row in sorted(set(map(tuple, rows)))]


def test_the_questions_of_the_library_give_the_same_rows(
    address: tuple[str, str], examples: Path, embedded: Data
) -> None:
    """One test a store, since loading is most of the work; the message names every question that differs."""
    url, asked = address
    done = loaded(url, examples)
    assert (done.joined, done.differing) == (True, ())
    known = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    answers = {}
    for name in names():
        text = ASKED_IN_FULL.sub("", question(name).text)
        answers[name] = (of_server(asked, known + text), of_embedded(embedded, text))
    if "sparql?" in asked:  # Virtuoso gives a row for each way that a path of any length can take: see docs/load.md
        several = [name for name in answers if ANY_LENGTH.search(question(name).text)]
        answers |= {name: (_once(answers[name][0]), _once(answers[name][1])) for name in several}
    assert [name for name, (theirs, ours) in answers.items() if theirs != ours] == []
    assert sum(bool(ours) for _, ours in answers.values()) >= 12, "most questions have an answer"


def test_a_load_that_is_repeated_sends_nothing(address: tuple[str, str], examples: Path) -> None:
    loaded(address[0], examples)
    assert loaded(address[0], examples).sent == 0


def test_changes_reach_the_store(address: tuple[str, str], tmp_path: Path) -> None:
    url, asked = address
    graphs = {
        "document/a": ["a1", "a2"],
        "document/b": ["b1"],
        "entities": [f"p{number:04}" for number in range(1500)],
        "dataset": ["@dataset"],
    }
    output = tmp_path / "output"
    loaded(url, write_build(output, graphs))
    graphs |= {"document/a": ["a3"], "entities": [*graphs["entities"][3:], "č 'q'", "x"]}
    del graphs["document/b"]
    done = loaded(url, write_build(output, graphs))
    text = 'SELECT ?o { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "http://localhost:8000/pier/")) }'
    assert of_server(asked, text) == sorted([value] for values in graphs.values() for value in values)
    assert (done.sent, done.differing) == (1 + 5, ())
    del graphs["document/a"]
    loaded(url, write_build(output, graphs))
    loaded(url, write_build(output, {"dataset": ["@dataset"]}))
    assert of_server(asked, text) == [["@dataset"]]


def test_a_store_that_cuts_results_is_known(virtuoso: str, oxigraph_server: str, examples: Path) -> None:
    loaded(oxigraph_server, examples)
    with gzip.open(examples / "data.nq.gz") as lines:
        assert sum(1 for _ in lines) > 20_000
    assert loaded(virtuoso, examples).capped == 20_000
    assert loaded(oxigraph_server, examples).capped == 0


def test_without_the_password_nothing_is_loaded(virtuoso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_STORE_USER")
    build = write_build(tmp_path / "output", {"document/z": ["z"], "dataset": ["@dataset"]})
    with pytest.raises(LoadError, match=r"asks for a name and a password: set KG_STORE_USER"):
        loaded(virtuoso, build)


def test_a_wrong_password_is_refused_and_not_told(
    virtuoso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE_PASSWORD", "lighthouse")
    build = write_build(tmp_path / "output", {"document/z": ["z"], "dataset": ["@dataset"]})
    with pytest.raises(LoadError, match=r"loading graph/.* in Virtuoso failed: it refuses the name") as fault:
        loaded(virtuoso, build)
    assert "lighthouse" not in str(fault.value)


def test_the_password_may_stand_in_a_netrc_file(virtuoso: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_STORE_USER")
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login dba password dba\n")
    (tmp_path / "netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    build = write_build(tmp_path / "output", {"document/z": ["z"], "dataset": ["@dataset"]})
    assert loaded(virtuoso, build).plan.absent <= loaded(virtuoso, build).build.keys()
