"""The shapes by themselves: each `bad-` file trips the shape that its first line names, each `ok-` file none."""

from functools import cache
from itertools import chain
from pathlib import Path

import pyshacl
import pytest
import shacl
from rdflib import OWL, RDF, SH, SKOS, XSD, Graph, URIRef
from rdflib.collection import Collection

from kg.rdf import vocab
from kg.rdf.declared import DECLARED

ROOT = Path(__file__).parents[2]
FIXTURES = sorted((ROOT / "tests" / "shapes").glob("*/*.ttl"))
KGS = "https://w3id.org/archival-kg/shapes#"
KGO = vocab.PREFIXES["kgo"]


@cache
def shapes() -> Graph:
    graph = Graph()
    for file in sorted((ROOT / "shapes").glob("*.ttl")):
        graph.parse(file)
    return graph


@cache
def native() -> shacl.Shapes:
    return shacl.Shapes.from_turtle(shapes().serialize(format="turtle"))


@cache
def ontology() -> Graph:
    graph = Graph()
    for file in [ROOT / "ontology" / "kg.ttl", *sorted((ROOT / "ontology" / "imports").glob("*.ttl"))]:
        graph.parse(file)
    return graph


def tripped(report: Graph) -> set[str]:
    return {str(shape).replace(KGS, "kgs:") for shape in report.objects(None, SH.sourceShape)}


def wanted(file: Path) -> set[str]:
    words = file.read_text(encoding="utf-8").splitlines()[0].split()
    return {word for word in words if word.startswith("kgs:")}


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_fixture_trips_the_shapes_it_names_and_no_other(file: Path) -> None:
    _, report, text = pyshacl.validate(Graph().parse(file), shacl_graph=shapes())
    assert isinstance(report, Graph)
    assert tripped(report) == wanted(file), text
    assert bool(wanted(file)) == file.stem.startswith("bad-")


@pytest.mark.parametrize("file", FIXTURES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_the_native_engine_agrees(file: Path) -> None:
    report = native().validate_turtle(file.read_text(encoding="utf-8"))
    assert {str(result.root_shape).strip("<>").replace(KGS, "kgs:") for result in report.results} == wanted(file)


def test_each_file_of_shapes_has_fixtures_good_and_bad() -> None:
    stems = {file.stem for file in (ROOT / "shapes").glob("*.ttl")}
    for kind in ("ok-", "bad-"):
        assert {file.parent.name for file in FIXTURES if file.stem.startswith(kind)} == stems


def test_each_shape_has_an_iri_a_message_and_a_severity() -> None:
    named = set(shapes().subjects(RDF.type, SH.NodeShape)) | set(shapes().subjects(RDF.type, SH.PropertyShape))
    for shape in named:
        assert str(shape).startswith(KGS)
        assert str(shapes().value(shape, SH.message)).endswith("."), shape
        assert shapes().value(shape, SH.severity) in {SH.Violation, SH.Warning}, shape


def test_each_property_shape_is_used_and_defined_once() -> None:
    defined = set(shapes().subjects(RDF.type, SH.PropertyShape))
    assert set(shapes().objects(None, SH.property)) == defined
    for shape in defined:
        assert len(list(shapes().objects(shape, SH.path))) == 1, shape


def test_a_shape_names_only_declared_terms() -> None:
    used = {term for term in chain.from_iterable(shapes()) if isinstance(term, URIRef)}
    outside = (KGS, str(SH), str(RDF), str(XSD))
    foreign = {term for term in used if not str(term).startswith(outside) and f"<{term}>" not in DECLARED}
    assert foreign == set()
    mine = {term for term in used if str(term).startswith(KGO)}
    assert mine <= set(ontology().subjects(RDF.type))


@pytest.mark.parametrize(
    ("shape", "schemes"),
    [
        ("unit-level", ["LevelTypes"]),
        ("event-type", ["EventTypes"]),
        ("participation-role", ["ParticipationRoles"]),
        ("creation-role", ["DocumentRoles"]),
    ],
)
def test_a_closed_list_is_the_one_of_the_ontology(shape: str, schemes: list[str]) -> None:
    head = shapes().value(URIRef(KGS + shape), SH["in"])
    assert head is not None
    terms = {term for scheme in schemes for term in ontology().subjects(SKOS.inScheme, URIRef(KGO + scheme))}
    assert set(Collection(shapes(), head)) == terms - {URIRef(KGO + "addressee")}


def test_each_class_of_ours_has_a_shape() -> None:
    classes = {term for term in ontology().subjects(RDF.type, OWL.Class) if str(term).startswith(KGO)}
    assert classes <= set(shapes().objects(None, SH.targetClass))


def test_the_fixtures_use_only_declared_properties() -> None:
    for file in FIXTURES:
        assert {f"<{p}>" for p in Graph().parse(file).predicates()} <= DECLARED, file
