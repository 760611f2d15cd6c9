"""What pages call properties and classes."""

import pytest

from kg.serve.shown import back, plain


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
