import re
from dataclasses import replace

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.query.run import Term
from kg.query.store import Data
from kg.query.things import find, short, spoken

BASE = "http://localhost:8000/harbour/"
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@pytest.mark.parametrize(
    ("iri", "said"),
    [
        (f"{BASE}person/maas-b", "person/maas-b"),
        (BASE, BASE),
        ("https://schema.org/sameAs", "schema:sameAs"),
        ("https://schema.org/a/b", "https://schema.org/a/b"),
        ("https://schema.org/", "https://schema.org/"),
        ("http://elsewhere.example/x", "http://elsewhere.example/x"),
    ],
)
def test_an_iri_is_shortened_where_that_is_plain(iri: str, said: str) -> None:
    assert short(iri, BASE) == said


@pytest.mark.parametrize(
    ("term", "said"),
    [(None, ""), (Literal("x", language="en"), "x"), (BlankNode("b"), "_:b"), (NamedNode(f"{BASE}a"), "a")],
)
def test_a_term_is_spoken(term: Term | None, said: str) -> None:
    assert spoken(term, BASE) == said


@pytest.mark.parametrize(
    ("words", "iri"),
    [
        (f"{BASE}person/maas-b", f"{BASE}person/maas-b"),
        (f" <{BASE}person/maas-b> ", f"{BASE}person/maas-b"),
        ("http://elsewhere.example/x", "http://elsewhere.example/x"),
        ("rico:Person", "https://www.ica.org/standards/RiC/ontology#Person"),
        ("person/maas-b", f"{BASE}person/maas-b"),
        ("archive/tna/piece-FO%20371%2F9", f"{BASE}archive/tna/piece-FO%20371%2F9"),
        ("anna lindqvist", f"{BASE}person/lindqvist-anna"),
        ("TNA, FO 371/9", f"{BASE}archive/tna/piece-FO%20371%2F9"),
        ("Narvik", f"{BASE}place/narvik"),  # not its name, which is a thing too
        ("orlov", f"{BASE}person/orlov-pavel"),  # another form of the name
        ("Minutes of the Harbour Committee", f"{BASE}document/harbour-101"),
    ],
)
def test_a_thing_is_found_by_what_one_types(data: Data, words: str, iri: str) -> None:
    assert find(data, words).value == iri


def test_a_label_of_several_things_lists_them(data: Data) -> None:
    store = Store()
    store.extend([*data.store, *(Quad(NamedNode(f"{BASE}place/{name}"), LABEL, Literal("Vardø")) for name in "ab")])
    with pytest.raises(QueryError, match=r"2 things are called Vardø\. Name one by its path:\n  place/a\n  place/b$"):
        find(replace(data, store=store), "Vardø")


@pytest.mark.parametrize(
    ("words", "near"),
    [("Ana Lindqvist", "Anna Lindqvist  (person/lindqvist-anna)"), ("person/maas", "person/maas-b  (person/maas-b)")],
)
def test_a_name_that_is_nearly_right_is_helped(data: Data, words: str, near: str) -> None:
    with pytest.raises(QueryError, match=rf"Nothing is called {words} in .*\. Near it:[^$]*{re.escape(near)}"):
        find(data, words)


def test_a_name_like_no_other_gets_no_guesses(data: Data) -> None:
    with pytest.raises(QueryError, match=r"Nothing is called qqqq in .*data\.trig\.$"):
        find(data, "qqqq")
