import json
from io import BytesIO

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse
from rdflib.query import Result as RdflibResult

from kg.errors import QueryError
from kg.query.formats import FORMATS, GRAPHS, RESULTS, write
from kg.query.run import Answer, Result, Rows, Triples
from kg.rdf.vocab import PREFIXES

BASE = "http://localhost:8000/h/"
PERSON = NamedNode(f"{BASE}person/a")
LABEL = NamedNode(PREFIXES["rdfs"] + "label")
DAY = Literal("1956-11-04", datatype=NamedNode(PREFIXES["xsd"] + "date"))
ROWS = Rows(
    ("who", "says"),
    (
        (PERSON, Literal('a "b" | c\\d\n\te, f')),
        (BlankNode("x"), Literal("Мао 毛泽东", language="zh")),
        (None, DAY),
        (None, None),
    ),
)
GRAPH = Triples((Triple(PERSON, LABEL, Literal("A")), Triple(PERSON, LABEL, DAY)))


def test_a_table_is_aligned_and_one_line_a_row() -> None:
    assert write(ROWS, "table", BASE, 80) == (
        "who       says\n"
        "────────  ────────────────\n"
        'person/a  a "b" | c\\d e, f\n'
        "_:x       Мао 毛泽东\n"
        "          1956-11-04\n"
        "\n"
    )


def test_a_table_is_cut_to_the_width() -> None:
    rows = Rows(("a", "b"), ((Literal("毛" * 20), Literal("x" * 50)), (Literal("e\u0301"), None)))
    lines = write(rows, None, BASE, 30).splitlines()
    assert lines[2] == "毛毛毛毛毛毛…   xxxxxxxxxxxxx…"
    assert lines[3] == "e\u0301"
    narrow = write(rows, None, BASE, 10).splitlines()
    assert narrow[2] == "毛毛毛毛毛…   xxxxxxxxxxx…"


def test_a_path_is_cut_at_its_beginning() -> None:
    rows = Rows(("a",), ((NamedNode(f"{BASE}person/lindqvist-anna"),), (Literal("Anna Lindqvist of Oslo/Narvik"),)))
    assert write(rows, None, BASE, 16).splitlines()[2:] == ["…/lindqvist-anna", "Anna Lindqvist …"]


def test_markdown_escapes_its_bars() -> None:
    assert write(ROWS, "md", BASE, 80).splitlines()[:3] == [
        "| who | says |",
        "| --- | --- |",
        '| person/a | a "b" \\| c\\\\d e, f |',
    ]


def test_csv_is_the_standards_csv() -> None:
    assert write(ROWS, "csv", BASE, 80) == (
        f'who,says\r\n{BASE}person/a,"a ""b"" | c\\d\n\te, f"\r\n_:x,Мао 毛泽东\r\n,1956-11-04\r\n,\r\n'
    )


def test_tsv_keeps_the_terms() -> None:
    lines = write(ROWS, "tsv", BASE, 80).splitlines()
    assert lines[:2] == ["?who\t?says", f'<{BASE}person/a>\t"a \\"b\\" | c\\\\d\\n\\te, f"']


def test_json_is_the_standards_json() -> None:
    found = json.loads(write(ROWS, "json", BASE, 80))
    assert found["head"] == {"vars": ["who", "says"]}
    assert found["results"]["bindings"][1:] == [
        {
            "who": {"type": "bnode", "value": "x"},
            "says": {"type": "literal", "value": "Мао 毛泽东", "xml:lang": "zh"},
        },
        {"says": {"type": "literal", "value": "1956-11-04", "datatype": PREFIXES["xsd"] + "date"}},
        {},
    ]


def test_xml_is_the_standards_xml() -> None:
    found = RdflibResult.parse(BytesIO(write(ROWS, "xml", BASE, 80).encode()), format="xml")
    assert len(found.bindings) == 4


@pytest.mark.parametrize("form", RESULTS)
def test_no_rows_are_well_formed_too(form: str) -> None:
    assert "who" in write(Rows(("who",), ()), form, BASE, 80)


@pytest.mark.parametrize(
    ("form", "text"),
    [(None, "yes\n"), ("md", "yes\n"), ("csv", "true\n"), ("json", '{"head":{},"boolean":true}\n')],
)
def test_an_answer_is_written(form: str | None, text: str) -> None:
    assert write(Answer(value=True), form, BASE, 80) == text
    assert write(Answer(value=False), form, BASE, 80) == text.replace("yes", "no").replace("true", "false")


def test_a_graph_is_turtle_with_the_prefixes_it_needs() -> None:
    assert write(GRAPH, None, BASE, 80) == (
        f"@prefix rdfs: <{PREFIXES['rdfs']}> .\n"
        f"@prefix xsd: <{PREFIXES['xsd']}> .\n"
        f'<{BASE}person/a> rdfs:label "A" , "1956-11-04"^^xsd:date .\n'
    )


@pytest.mark.parametrize("form", GRAPHS)
def test_every_rdf_format_says_the_same(form: str) -> None:
    read = {quad.triple for quad in parse(write(GRAPH, form, BASE, 80).encode(), GRAPHS[form])}
    assert read == set(GRAPH.triples)


@pytest.mark.parametrize("form", GRAPHS)
def test_blank_nodes_are_named_from_the_triples_alone(form: str) -> None:
    def graph(first: str, second: str) -> Triples:
        made = (Triple(BlankNode(first), LABEL, Literal("A")), Triple(PERSON, LABEL, BlankNode(second)))
        return Triples(tuple(sorted(made, key=str)))

    assert write(graph("a", "z"), form, BASE, 80) == write(graph("z", "a"), form, BASE, 80)


@pytest.mark.parametrize("form", ["table", "md", *RESULTS])
def test_a_graph_can_be_rows_of_three(form: str) -> None:
    assert "predicate" in write(GRAPH, form, BASE, 80)


@pytest.mark.parametrize("form", GRAPHS)
@pytest.mark.parametrize("result", [ROWS, Answer(value=True)])
def test_rows_are_no_graph(form: str, result: Result) -> None:
    with pytest.raises(
        QueryError, match=f"Only CONSTRUCT and DESCRIBE give {form}. This question gives table, md, csv"
    ):
        write(result, form, BASE, 80)


def test_all_formats_are_listed() -> None:
    assert FORMATS == ("table", "md", "csv", "tsv", "json", "xml", "turtle", "jsonld", "nt")
    assert set(GRAPHS.values()) == {RdfFormat.TURTLE, RdfFormat.JSON_LD, RdfFormat.N_TRIPLES}
