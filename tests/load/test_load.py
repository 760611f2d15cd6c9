"""Loading into a real store, straight and through a go-between that fails half way."""

import csv
import gzip
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from kg.errors import KgError, LoadError
from kg.load.load import Loaded, Options, load
from tests.load.between import Between
from tests.load.builds import write_build

GRAPHS = {
    "document/a": ["a1", "a2"],
    "document/b": ["b1"],
    "evidence/a": ["e1", "e2", "e3"],
    "entities": [f"p{number:03}" for number in range(200)],
    "dataset": ["@dataset"],
}
TOTAL = 207


def loaded(url: str, build: Path, *, store: str = "", dry_run: bool = False, adopt: bool = False) -> Loaded:
    options = Options(store=store, dry_run=dry_run, adopt=adopt, waits=())
    return load(url, build, options, lambda *_: None)


def rows(url: str, text: str) -> list[list[str]]:
    query = urllib.parse.urlencode({"query": text})
    request = urllib.request.Request(f"{url}/query?union-default-graph&{query}", headers={"Accept": "text/csv"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
        return list(csv.reader(answer.read().decode().splitlines()))[1:]


def values(url: str) -> list[str]:
    return sorted(row[0] for row in rows(url, "SELECT ?o { ?s ?p ?o }"))


def wanted(graphs: Mapping[str, Sequence[str]]) -> list[str]:
    return sorted(value for names in graphs.values() for value in names)


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return write_build(tmp_path / "output", GRAPHS)


def address(server: Between) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def test_all_arrives_and_nothing_travels_twice(oxigraph: str, build: Path) -> None:
    first, second = loaded(oxigraph, build), loaded(oxigraph, build)
    assert values(oxigraph) == wanted(GRAPHS)
    assert (first.sent, len(first.plan.whole), first.joined, first.differing) == (TOTAL, 5, True, ())
    assert (second.sent, second.plan.unchanged) == (0, 5)


def test_only_what_changed_travels_and_of_a_shared_graph_the_difference(oxigraph: str, build: Path) -> None:
    loaded(oxigraph, build)
    after = {**GRAPHS, "document/a": ["a1", "a3"], "entities": [*GRAPHS["entities"][1:], "p900"]}
    done = loaded(oxigraph, write_build(build, after))
    assert values(oxigraph) == wanted(after)
    assert done.sent == 2 + 2
    assert [graph.rpartition("graph/")[2] for graph in done.plan.partly] == ["entities"]


def test_one_document_of_a_thousand_costs_less_than_one_in_a_hundred(oxigraph: str, tmp_path: Path) -> None:
    graphs = {f"document/{number}": [f"{number}-{line}" for line in range(10)] for number in range(1000)}
    graphs["entities"] = [f"p{number:05}" for number in range(2000)]
    loaded(oxigraph, write_build(tmp_path / "output", graphs))
    graphs |= {"document/500": [*graphs["document/500"], "new"], "entities": [*graphs["entities"], "x1", "x2"]}
    done = loaded(oxigraph, write_build(tmp_path / "output", graphs))
    assert values(oxigraph) == wanted(graphs)
    assert done.sent == 11 + 2 < 12_000 / 100


def test_the_graphs_of_a_document_that_is_gone_are_removed(oxigraph: str, build: Path) -> None:
    loaded(oxigraph, build)
    after = {name: lines for name, lines in GRAPHS.items() if not name.endswith("/a")}
    done = loaded(oxigraph, write_build(build, after))
    assert len(done.plan.gone) == 2
    assert values(oxigraph) == wanted(after)


def test_what_others_have_in_the_store_stays(oxigraph: str, build: Path) -> None:
    other = "http://example.org/graph/theirs"
    body = b'<http://example.org/a> <http://example.org/b> "theirs" .'
    request = urllib.request.Request(f"{oxigraph}/store?graph={other}", body, method="PUT")  # noqa: S310
    request.add_header("Content-Type", "text/turtle")
    urllib.request.urlopen(request).close()  # noqa: S310 - our own address
    loaded(oxigraph, build)
    loaded(oxigraph, build)
    assert values(oxigraph) == sorted([*wanted(GRAPHS), "theirs"])


def test_a_graph_that_the_store_lost_travels_again(oxigraph: str, build: Path) -> None:
    loaded(oxigraph, build)
    lost = urllib.parse.quote("http://localhost:8000/pier/graph/document/a", safe="")
    urllib.request.urlopen(urllib.request.Request(f"{oxigraph}/store?graph={lost}", method="DELETE")).close()  # noqa: S310
    assert loaded(oxigraph, build).sent == 2
    assert values(oxigraph) == wanted(GRAPHS)


def test_without_its_memory_a_load_sends_all_and_ends_the_same(oxigraph: str, tmp_path: Path, build: Path) -> None:
    loaded(oxigraph, build)
    after = {**GRAPHS, "document/b": ["b9"]}
    assert loaded(oxigraph, write_build(tmp_path / "elsewhere", after)).sent == TOTAL
    assert values(oxigraph) == wanted(after)


def test_a_dry_run_tells_and_changes_nothing(oxigraph: str, tmp_path: Path, build: Path) -> None:
    done = loaded(oxigraph, build, dry_run=True)
    assert (len(done.plan.whole), done.sent) == (5, 0)
    assert values(oxigraph) == []
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_a_store_with_updates_alone_is_loaded_by_them(between: Between, build: Path) -> None:
    url = f"{address(between)}/both"
    assert loaded(url, build, store="generic").sent == TOTAL
    after = {**GRAPHS, "document/a": ["a9"], "entities": GRAPHS["entities"][1:]}
    del after["document/b"]
    assert loaded(url, write_build(build, after), store="generic").sent == 1 + 1
    assert values(f"http://{between.store}") == wanted(after)
    assert {request for request in between.requests if "query" not in request} == {"POST /update"}


@pytest.mark.parametrize("how", ["500", "cut", "refuse"])
@pytest.mark.parametrize("bad", [1, 3, 5])
def test_what_broke_off_is_finished_by_the_next_run(
    how: str, bad: int, between: Between, build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.load.send._BUNDLE", 1)
    between.how, between.bad = how, bad
    with pytest.raises(LoadError) as fault:
        loaded(address(between), build)
    assert "graph/" in str(fault.value)
    assert "Oxigraph" in str(fault.value)
    assert address(between) in str(fault.value)
    assert "run this again" in str(fault.value)
    between.how = ""
    done = loaded(address(between), build)
    assert values(f"http://{between.store}") == wanted(GRAPHS)
    assert loaded(address(between), build).sent == 0
    assert done.plan.unchanged == bad - 1, "what had arrived does not travel again"


@pytest.mark.parametrize("how", ["500", "cut", "refuse"])
def test_a_change_in_part_that_broke_off_is_finished_by_the_next_run(how: str, between: Between, build: Path) -> None:
    url = address(between)
    loaded(url, build)
    after = {**GRAPHS, "entities": [*GRAPHS["entities"][7:], "p900"]}
    write_build(build, after)
    between.how, between.bad = how, between.changes + 1
    with pytest.raises(LoadError, match=r"changing graph/entities in Oxigraph failed"):
        loaded(url, build)
    between.how = ""
    loaded(url, build)
    assert values(f"http://{between.store}") == wanted(after)


def test_a_store_that_was_loaded_in_its_own_way_is_taken_as_it_is(oxigraph: str, build: Path) -> None:
    body = gzip.decompress((build / "data.nq.gz").read_bytes())
    request = urllib.request.Request(f"{oxigraph}/store", body, {"Content-Type": "application/n-quads"}, method="POST")  # noqa: S310
    urllib.request.urlopen(request).close()  # noqa: S310 - our own address
    adopted = loaded(oxigraph, build, adopt=True)
    assert (adopted.sent, adopted.plan.unchanged) == (0, 5)
    after = {**GRAPHS, "entities": [*GRAPHS["entities"], "p900"]}
    assert loaded(oxigraph, write_build(build, after)).sent == 1
    assert values(oxigraph) == wanted(after)


def test_what_the_store_does_not_have_is_not_taken_for_loaded(oxigraph: str, build: Path) -> None:
    adopted = loaded(oxigraph, build, adopt=True)
    assert (adopted.plan.unchanged, len(adopted.plan.whole)) == (0, 5)
    assert loaded(oxigraph, build).sent == TOTAL


def test_a_folder_that_is_no_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="is no build"):
        loaded("http://127.0.0.1:1", tmp_path)


def test_nobody_there_is_said_in_plain_words(build: Path) -> None:
    with pytest.raises(LoadError, match=r"http://127.0.0.1:1: .* failed: nobody answers there"):
        loaded("http://127.0.0.1:1", build)
