"""What pages call properties and classes."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Store

from kg.query.run import Term
from kg.query.store import Data
from kg.serve.shown import Value, back, plain, value


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("https://www.ica.org/standards/RiC/ontology#hasOrHadParticipant", "participant of"),
        ("https://www.ica.org/standards/RiC/ontology#relationHasTarget", "target of relation"),
        ("https://www.ica.org/standards/RiC/ontology#isDirectlyIncludedIn", "is directly included in it"),
        ("https://schema.org/mentions", "mentions it"),
        ("https://schema.org/author", "author of"),
        ("https://w3id.org/archival-kg/ontology#left", "decisions about it"),
    ],
)
def test_a_property_is_said_from_the_side_of_its_value(iri: str, words: str) -> None:
    assert back(iri) == words


@pytest.mark.parametrize(
    ("iri", "words"),
    [
        ("https://www.ica.org/standards/RiC/ontology#hasOrHadParticipant", "has participant"),
        ("https://www.ica.org/standards/RiC/ontology#isOrWasSubeventOf", "is subevent of"),
        ("https://w3id.org/archival-kg/ontology#asWritten", "as written"),
        ("http://www.w3.org/2000/01/rdf-schema#seeAlso", "see also"),
        ("https://schema.org/sameAs", "same as"),
        ("https://w3id.org/archival-kg/ontology#sha256", "sha 256"),
        ("http://h/", "http://h/"),
    ],
)
def test_a_name_in_camel_case_is_said_in_words(iri: str, words: str) -> None:
    assert plain(iri) == words


@pytest.mark.parametrize(
    ("term", "words", "address"),
    [
        (NamedNode("http://h/base/person/a"), "person/a", "/base/person/a"),
        (NamedNode("http://h/base/document/d-1/statement/2"), "statement 2 · d-1", "/base/document/d-1/statement/2"),
        (NamedNode("https://w3id.org/archival-kg/ontology#decimalFile"), "decimal file", ""),
        (NamedNode("http://www.wikidata.org/entity/Q1"), "wd:Q1", "http://www.wikidata.org/entity/Q1"),
        (Literal("https://h/page/1"), "https://h/page/1", "https://h/page/1"),
        (Literal("see https://h/page/1"), "see https://h/page/1", ""),
        (None, "", ""),
    ],
)
def test_a_term_is_shown_in_words_that_lead_to_it(term: Term | None, words: str, address: str) -> None:
    data = Data(path=Path(), store=Store(), base="http://h/base/", folder=None)
    assert value(data, term) == Value(words, address)
