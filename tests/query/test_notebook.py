import datetime as dt
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import kg
from kg.errors import QueryError
from kg.query.notebook import Build


@pytest.fixture(scope="module")
def build(harbour: Path) -> Build:
    return kg.open(harbour / "data.trig")


def test_rows_come_as_plain_values(build: Build) -> None:
    table = build.query("speech", order=2)
    assert table.columns[:4] == ("document", "order", "speaker", "name")
    assert table.dicts()[0]["order"] == 2
    assert table.dicts()[0]["name"] == "Pavel Orlov"
    assert build.query("documents", document="document/harbour-101").dicts()[0]["date"] == dt.date(1956, 11, 4)
    assert build.query("links").rows[1][3:] == (None, None)


def test_sparql_is_asked_as_it_is(build: Build) -> None:
    assert build.query("ASK { ?s a rico:Person }").rows == ((True,),)
    assert build.query("SELECT (2.5 AS ?a) ('x' AS ?b) (true AS ?c) {}").dicts()[0]["b"] == "x"
    with pytest.raises(QueryError, match=r"Ask \.graph"):
        build.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


def test_an_unknown_question_lists_those_near(build: Build) -> None:
    with pytest.raises(QueryError, match="Did you mean participants"):
        build.query("particpants")


def test_the_graph_is_an_rdflib_dataset_of_all_graphs(build: Build) -> None:
    found = list(build.graph.query("SELECT ?name { ?p a rico:Person ; rdfs:label ?name } ORDER BY ?name"))
    assert [str(name) for (name,) in found] == ["Anna Lindqvist", "B. Maas", "Ida Berg", "Pavel Orlov"]  # type: ignore[misc]


def test_a_dataframe_needs_pandas(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError, match="pip install pandas"):
        build.dataframe("participants")
    frames = SimpleNamespace(DataFrame=lambda rows, columns: (rows, columns))  # pandas is not among our requirements
    monkeypatch.setitem(sys.modules, "pandas", frames)
    rows, columns = build.dataframe("participants")
    assert (len(rows), columns[0]) == (3, "event")


def test_kg_itself_is_light() -> None:
    heavy = "import kg, sys; sys.exit(any(name in sys.modules for name in ('rdflib', 'pyoxigraph', 'spacy')))"
    assert subprocess.run([sys.executable, "-c", heavy], check=False).returncode == 0
