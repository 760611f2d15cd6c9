"""The fourteen questions of the contract, asked of the example in both engines."""

from pathlib import Path

import pyoxigraph
import pytest
import rdflib

LIBRARY = Path(__file__).parents[2] / "kg" / "query" / "library"

ROWS = {
    "agenda": 2,
    "archival-citations": 3,
    "archival-levels": 9,  # a delo with a papka has four levels
    "cross-archive": 4,
    "dates": 3,
    "documents": 2,
    "events": 10,  # three places in the text tell of the session, which three took part in
    "links": 2,
    "mentions": 16,
    "notes": 1,
    "participants": 5,
    "roles": 3,
    "speech": 2,
    "works": 5,
}


@pytest.fixture(scope="module")
def store(dumps: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.bulk_load(path=dumps / "data.ttl", format=pyoxigraph.RdfFormat.TURTLE)
    return store


@pytest.fixture(scope="module")
def graph(dumps: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(dumps / "data.ttl")


@pytest.mark.parametrize("name", ROWS)
def test_a_question_of_the_contract_is_answered(name: str, store: pyoxigraph.Store, graph: rdflib.Graph) -> None:
    question = (LIBRARY / f"{name}.rq").read_text(encoding="utf-8")
    solutions = store.query(question)
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    assert len(list(solutions)) == ROWS[name]
    assert len(list(graph.query(question))) == ROWS[name]


@pytest.mark.parametrize("name", ROWS)
def test_the_contract_as_it_was_given_finds_the_same(name: str, store: pyoxigraph.Store, shared: Path) -> None:
    given = store.query((shared / "queries" / f"{name}.rq").read_text(encoding="utf-8"))
    assert isinstance(given, pyoxigraph.QuerySolutions)
    assert len(list(given)) == ROWS[name]
