import gzip
import json
from pathlib import Path

import pyoxigraph
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib.compare import to_isomorphic

from kg.rdf.terms import integer, string, typed
from kg.rdf.vocab import edtf, kgo, oa, rdf, schema, xsd
from kg.rdf.write import write_dumps, write_turtle

BASE = "https://archive.example/harbour/"

FORMATS = {
    "data.ttl": pyoxigraph.RdfFormat.TURTLE,
    "facts.ttl": pyoxigraph.RdfFormat.TURTLE,
    "links.ttl": pyoxigraph.RdfFormat.TURTLE,
    "data.jsonld": pyoxigraph.RdfFormat.JSON_LD,
}


def triples(path: Path) -> set[str]:
    """The triples of a dump as pyoxigraph reads them; they must stand in the default graph."""
    quads = list(pyoxigraph.parse(path=path, format=FORMATS[path.name]))
    assert all(isinstance(quad.graph_name, pyoxigraph.DefaultGraph) for quad in quads)
    assert len(set(quads)) == len(quads)
    return {str(quad.triple) for quad in quads}


def quads(path: Path) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(gzip.decompress(path.read_bytes()), pyoxigraph.RdfFormat.N_QUADS))


def test_turtle_and_json_ld_are_the_same_graph_and_stand_in_the_quads(dumps: Path) -> None:
    data = triples(dumps / "data.ttl")
    assert data == triples(dumps / "data.jsonld")
    assert data == {str(quad.triple) for quad in quads(dumps / "data.nq.gz")}


def test_rdflib_reads_the_same_graph_as_pyoxigraph(dumps: Path) -> None:
    graphs = [rdflib.Graph().parse(dumps / "data.ttl"), rdflib.Graph().parse(dumps / "data.jsonld", format="json-ld")]
    for graph in graphs:
        lines = graph.serialize(format="nt", encoding="utf-8")
        read = {str(quad.triple) for quad in pyoxigraph.parse(lines, pyoxigraph.RdfFormat.N_TRIPLES)}
        assert read == triples(dumps / "data.ttl")
    assert to_isomorphic(graphs[0]) == to_isomorphic(graphs[1])


def test_a_triple_stands_in_one_graph_only(dumps: Path) -> None:
    found = quads(dumps / "data.nq.gz")
    assert len({str(quad.triple) for quad in found}) == len(found)


def test_the_facts_are_the_data_without_evidence(dumps: Path) -> None:
    evidence = {str(q.triple) for q in quads(dumps / "data.nq.gz") if "/graph/evidence/" in str(q.graph_name)}
    assert triples(dumps / "facts.ttl") == triples(dumps / "data.ttl") - evidence
    assert evidence


def test_the_links_stand_alone(dumps: Path) -> None:
    links = {str(q.triple) for q in quads(dumps / "data.nq.gz") if str(q.graph_name).endswith("/graph/links>")}
    assert triples(dumps / "links.ttl") == links


def test_the_same_lines_give_the_same_bytes(dumps: Path, tmp_path: Path) -> None:
    lines = gzip.decompress((dumps / "data.nq.gz").read_bytes()).decode().splitlines(keepends=True)
    write_dumps(lines, BASE, tmp_path)
    for name in (*FORMATS, "data.nq.gz"):
        assert (tmp_path / name).read_bytes() == (dumps / name).read_bytes()


def test_the_json_ld_is_plain_json_with_its_context_inline(dumps: Path) -> None:
    tree = json.loads((dumps / "data.jsonld").read_text(encoding="utf-8"))
    assert tree["@context"]["@base"] == BASE
    minutes = next(node for node in tree["@graph"] if node["@id"] == "document/demo-1")
    assert minutes["@type"] == "rico:Record"
    assert minutes["schema:translationOfWork"] == "document/demo-1/original"
    assert minutes["kgo:edtf"] == "1951-05-03"


def test_turtle_reads_like_prose(dumps: Path) -> None:
    facts = (dumps / "facts.ttl").read_text(encoding="utf-8")
    assert '<person/orlov>\n    a rico:Person ;\n    rdfs:label "Orlov" ;\n' in facts
    assert "kgo:order 1 ;" in facts


def test_no_lines_make_empty_but_valid_dumps(tmp_path: Path) -> None:
    write_dumps([], BASE, tmp_path)
    assert triples(tmp_path / "data.ttl") == triples(tmp_path / "data.jsonld") == set()


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
NUMBERS = st.sampled_from(["7", "007", "0", "-1", "1.50", "1.", ".5", "1e3", "٣"])
OBJECTS = st.one_of(
    TEXT.map(string),
    TEXT.map(lambda text: typed(text, edtf.EDTF)),
    st.integers(0, 99).map(integer),
    NUMBERS.map(lambda n: typed(n, xsd.integer)),
    NUMBERS.map(lambda n: typed(n, xsd.decimal)),
    st.just(typed("true", xsd.boolean)),
    TEXT.map(lambda text: string(text) + "@ru"),
    st.sampled_from(
        ["<http://www.wikidata.org/entity/Q1>", "<urn:a:b>", f"<{BASE}a:b>", f"<{BASE}>", f"<{BASE}x#char=1,2>"]
    ),
)
PREDICATES = st.sampled_from([kgo.edtf, kgo.confidence, oa.start, oa.hasBody, schema.url, "<urn:other>"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(PREDICATES, OBJECTS), min_size=1))
def test_any_literal_in_any_place_survives_every_format(tmp_path: Path, pairs: list[tuple[str, str]]) -> None:
    lines = sorted({f"<{BASE}s> {predicate} {value} <{BASE}graph/entities> .\n" for predicate, value in pairs})
    lines = [f"<{BASE}a> {rdf.type} <urn:Class> <{BASE}graph/entities> .\n", *lines]
    write_dumps(lines, BASE, tmp_path)
    expected = {str(q.triple) for q in pyoxigraph.parse("".join(lines), pyoxigraph.RdfFormat.N_QUADS)}
    assert triples(tmp_path / "data.ttl") == triples(tmp_path / "data.jsonld") == expected


def test_one_turtle_file_can_be_written_alone(tmp_path: Path) -> None:
    write_turtle([f'<{BASE}dataset> <urn:p> "x" <{BASE}graph/dataset> .\n'], BASE, tmp_path / "data.ttl")
    assert triples(tmp_path / "data.ttl") == {f'<{BASE}dataset> <urn:p> "x"'}
