"""What a curator says of a record is published as the curator's word, with its place in the source file."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QuerySolutions, Store, parse

Build = Any
PREFIXES = """PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX kgo: <https://w3id.org/archival-kg/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/> """
RECORD = {
    "title": "A letter about barges",
    "original_publication_date": "March 4, 1957",
    "text_body": "Anna Weiss wrote to the harbour master. Anna Weiss got no answer.",
    "associated_people_orgs": ["Weiss, Anna", "Elm, Rosa"],
    "subjects_discussed": ["Barges--Accidents"],
}


@pytest.fixture
def store(built: Build, corpus: Path, tmp_path: Path) -> Store:
    (corpus / "record.json").write_text(json.dumps(RECORD), encoding="utf-8")
    assert built().failed == ()
    store = Store()
    store.extend(parse(path=tmp_path / "output" / "data.ttl"))
    return store


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    found = store.query(PREFIXES + query)
    assert isinstance(found, QuerySolutions)
    return {tuple(str(getattr(value, "value", "")) for value in row) for row in found}


def test_every_tag_is_told_with_its_kind_and_its_pointer(store: Store) -> None:
    found = rows(
        store,
        """SELECT ?kind ?words ?pointer ?file WHERE {
        ?tag a kgo:CuratorTag ; rdfs:label ?words ; kgo:tagKind ?kind ; dcterms:isPartOf ?document .
        ?note oa:hasBody ?tag ; oa:hasTarget ?target . ?target oa:hasSource/rdfs:label ?file ;
        oa:hasSelector [ a oa:FragmentSelector ; rdf:value ?pointer ] }""",
    )
    assert {
        ("person", "Elm, Rosa", "/associated_people_orgs/1", "record.json"),
        ("subject", "Barges--Accidents", "/subjects_discussed/0", "record.json"),
    } <= found


def test_a_tag_is_about_whom_the_text_names_and_names_nobody_by_itself(store: Store) -> None:
    about = "SELECT ?words ?label WHERE { ?tag a kgo:CuratorTag ; rdfs:label ?words ; schema:about/rdfs:label ?label }"
    assert rows(store, about) == {("Weiss, Anna", "Anna Weiss")}
    assert not rows(store, 'SELECT ?form WHERE { ?form ?named "Rosa Elm" }')
