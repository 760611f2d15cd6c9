"""The generated files are what `ontology/` says, and `ontology/` says only what exists."""

from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from kg.dev import vocab
from kg.rdf.declared import DECLARED
from kg.rdf.vocab import PREFIXES, kgo

KGO = PREFIXES["kgo"]
DOMAIN_INCLUDES = URIRef("https://schema.org/domainIncludes")
RANGE_INCLUDES = URIRef("https://schema.org/rangeIncludes")
ALIGNMENTS = (
    "http://purl.org/spar/pro/",
    "http://id.loc.gov/vocabulary/relators/",
    "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "https://www.ica.org/standards/RiC/vocabularies/",
)


@pytest.fixture(scope="module")
def ours() -> Graph:
    return Graph().parse(vocab.ONTOLOGY / "kg.ttl")


def test_the_committed_files_are_the_generated_ones() -> None:
    generated = vocab.files()
    stale = [path for path, text in generated.items() if (vocab.ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == []


def test_the_imports_are_generated_again_from_the_vocabularies(shared: Path) -> None:
    assert shared.is_dir()
    assert "ontology/imports/rico.ttl" in vocab.files()


@pytest.mark.parametrize(
    ("prefix", "term"), [("rico", "PersonName"), ("prov", "wasMadeBy"), ("dcat", "checksum"), ("edtf", "Edtf")]
)
def test_a_term_that_does_not_exist_is_found(ours: Graph, prefix: str, term: str) -> None:
    entry = {**vocab.read_used(vocab.ONTOLOGY)[prefix], "terms": [term]}
    assert list(vocab.unknown_terms({prefix: entry}, ours, {})) == [f"{prefix}:{term}"]


def test_a_word_of_python_gets_an_underscore_and_no_other_does(ours: Graph) -> None:
    used = {"void": {"namespace": PREFIXES["void"], "terms": ["class", "classes"]}}
    module = vocab.constants(used, ours)["kg/rdf/vocab/void.py"]
    assert f'class_: Final = "<{PREFIXES["void"]}class>"' in module
    assert f'classes: Final = "<{PREFIXES["void"]}classes>"' in module


def test_a_domain_of_several_classes_becomes_one_that_includes_each(tmp_path: Path) -> None:
    (tmp_path / "v.ttl").write_text(
        """@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <http://example.org/p> a owl:ObjectProperty ; rdfs:label "p"@en , "q"@fr ; rdfs:comment "A sentence."@en ;
            rdfs:domain [ owl:unionOf ( <http://example.org/A> <http://example.org/B> ) ] ;
            rdfs:range <http://example.org/C> .""",
        encoding="utf-8",
    )
    used = {"v": {"namespace": "http://example.org/", "file": "v.ttl", "version": "1", "terms": ["p"]}}
    graph = Graph().parse(data=vocab.imports(used, tmp_path)["ontology/imports/v.ttl"], format="turtle")
    p = URIRef("http://example.org/p")
    assert set(graph.objects(p, DOMAIN_INCLUDES)) == {URIRef("http://example.org/A"), URIRef("http://example.org/B")}
    assert list(graph.objects(p, RDFS.range)) == [URIRef("http://example.org/C")]
    assert list(graph.objects(p, RDFS.label)) == [Literal("p", lang="en")]
    assert list(graph.objects(p, RDFS.comment)) == []


def test_each_term_of_ours_has_one_label_and_comment_and_says_where_it_is_defined(ours: Graph) -> None:
    for term in terms(ours):
        for predicate in (RDFS.label, RDFS.comment):
            (text,) = ours.objects(term, predicate)
            assert isinstance(text, Literal)
            assert text.language == "en", term
        assert list(ours.objects(term, RDFS.isDefinedBy)) == [URIRef(KGO.rstrip("#"))], term


def test_each_property_of_ours_has_a_domain_and_a_range(ours: Graph) -> None:
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ours.subjects(RDF.type, kind):
            for plain, includes in ((RDFS.domain, DOMAIN_INCLUDES), (RDFS.range, RANGE_INCLUDES)):
                assert bool(list(ours.objects(term, plain))) != bool(list(ours.objects(term, includes))), term


def test_the_ontology_names_only_declared_terms_or_alignments(ours: Graph) -> None:
    for _, predicate, term in ours:
        assert f"<{predicate}>" in DECLARED
        if isinstance(term, URIRef) and predicate not in {RDFS.isDefinedBy, DCTERMS.license, OWL.versionIRI}:
            aligned = predicate == SKOS.closeMatch and str(term).startswith(ALIGNMENTS)
            assert aligned or f"<{term}>" in DECLARED, term


def test_no_outside_sentence_is_copied() -> None:
    for file in sorted((vocab.ONTOLOGY / "imports").glob("*.ttl")):
        graph = Graph().parse(file)
        kinds = {RDF.type, RDFS.label, RDFS.domain, RDFS.range, RDFS.isDefinedBy, DOMAIN_INCLUDES, RANGE_INCLUDES}
        assert set(graph.predicates()) <= kinds, file.name


def test_a_list_is_asked_by_the_words_of_the_extractors() -> None:
    assert kgo.EVENT_TYPES["military-action"] == kgo.militaryAction
    assert kgo.LEVEL_TYPES["record-group"] == kgo.recordGroup
    assert kgo.LABELS[kgo.militaryAction] == "military action"
    assert set(kgo.DOCUMENT_ROLES) == {"addressee", "author", "compiler", "contributor", "translator"}


def terms(graph: Graph) -> list[URIRef]:
    return sorted(t for t in set(graph.subjects(RDF.type)) if isinstance(t, URIRef) and str(t).startswith(KGO))
