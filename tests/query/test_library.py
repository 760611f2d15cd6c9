import re
import urllib.parse
import urllib.request
from pathlib import Path
from typing import cast

import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions, Store, parse_query_results
from rdflib.term import Identifier
from rdflib.util import from_n3

from kg.errors import QueryError
from kg.query.library import bind, names, question, read_question
from kg.query.run import Rows, Term, run
from kg.query.store import Data
from kg.query.things import find, short, spoken

BOUNDS = {"from", "to"}  # what only a filter reads
PARAMETERS = [
    (name, parameter.name)
    for name in names()
    for parameter in question(name).parameters
    if parameter.name not in BOUNDS
]


def rows(data: Data, name: str, values: dict[str, Term] | None = None) -> list[tuple[Term | None, ...]]:
    found = run(data, question(name).text, values)
    assert isinstance(found, Rows)
    return list(found.rows)


def said(found: list[tuple[Term | None, ...]], base: str) -> list[list[str]]:
    return [[spoken(term, base) for term in row] for row in found]


def by_rdflib(graph: rdflib.Dataset, name: str, base: str, values: dict[str, Term]) -> list[list[str]]:
    bound = {variable: in_rdflib(term) for variable, term in values.items()}
    found = cast("list[tuple[Identifier | None, ...]]", list(graph.query(question(name).text, initBindings=bound)))
    return [["" if term is None else short(str(term), base) for term in row] for row in found]


def in_rdflib(term: Term) -> Identifier:
    """The same term, by the way of its N-Triples form (rdflib holds a string with its datatype for another term)."""
    return cast("Identifier", from_n3(str(term)))


@pytest.fixture(scope="module")
def graph(harbour: Path) -> rdflib.Dataset:
    return rdflib.Dataset(default_union=True).parse(harbour / "data.trig", format="trig")


@pytest.fixture(scope="module")
def server(oxigraph: str, harbour: Path) -> str:
    body = (harbour / "data.trig").read_bytes()
    upload = urllib.request.Request(f"{oxigraph}/store", body, {"Content-Type": "application/trig"})  # noqa: S310 - ours
    with urllib.request.urlopen(upload):  # noqa: S310 - our own address
        return oxigraph


def test_the_questions_are_those_of_the_contract(shared: Path) -> None:
    contract = {file.stem: file.read_text(encoding="utf-8") for file in (shared / "queries").glob("*.rq")}
    assert set(contract) <= set(names())
    for name, text in contract.items():
        ours = question(name).text
        assert ours[ours.index("\nSELECT") :].strip() == text[text.index("\nSELECT") :].strip(), name
        assert set(re.findall(r"^PREFIX.*$", ours, re.MULTILINE)) <= set(text.splitlines()), name


@pytest.mark.parametrize("name", names())
def test_a_question_is_complete_and_stands_by_itself(name: str) -> None:
    asked = question(name)
    assert asked.title
    assert asked.description.endswith(".")
    assert all(parameter.text and parameter.example for parameter in asked.parameters)
    assert ("# needs: evidence" in asked.text) == asked.needs_evidence
    Store().query(asked.text)  # with no prefixes from elsewhere


@pytest.mark.parametrize("name", names())
def test_every_question_has_its_expected_rows(data: Data, expected: dict[str, list[list[str]]], name: str) -> None:
    assert expected[name]
    assert said(rows(data, name), data.base) == expected[name]


@pytest.mark.parametrize("name", names())
def test_rdflib_gives_the_same_rows(
    data: Data, graph: rdflib.Dataset, expected: dict[str, list[list[str]]], name: str
) -> None:
    assert sorted(by_rdflib(graph, name, data.base, {})) == sorted(expected[name])


@pytest.mark.parametrize("name", names())
def test_a_server_asked_for_its_union_gives_the_same_rows(
    data: Data, server: str, expected: dict[str, list[list[str]]], name: str
) -> None:
    asked = urllib.parse.urlencode({"query": question(name).text})
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{server}/query?union-default-graph&{asked}", headers={"Accept": "application/sparql-results+json"}
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
        found = parse_query_results(answer.read(), QueryResultsFormat.JSON)
    assert isinstance(found, QuerySolutions)
    assert sorted(said([tuple(row) for row in found], data.base)) == sorted(expected[name])


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_a_parameter_keeps_the_rows_of_its_value(data: Data, graph: rdflib.Dataset, name: str, parameter: str) -> None:
    found = run(data, question(name).text)
    assert isinstance(found, Rows)
    column = found.variables.index(parameter)
    values = sorted({row[column] for row in found.rows if row[column] is not None}, key=str)
    assert values
    for value in cast("list[Term]", values):
        kept = [row for row in found.rows if row[column] == value]
        assert sorted(rows(data, name, {parameter: value}), key=str) == sorted(kept, key=str)
        in_python = sorted(by_rdflib(graph, name, data.base, {parameter: value}))
        assert in_python == sorted(said(kept, data.base))


@pytest.mark.parametrize(
    ("given", "count"),
    [({"from": "1956-11-04"}, 1), ({"from": "1956-11-05"}, 0), ({"to": "1956-11-03"}, 0), ({"to": "1956-11-04"}, 1)],
)
def test_documents_between_includes_both_days(
    data: Data, graph: rdflib.Dataset, given: dict[str, str], count: int
) -> None:
    values = bind(question("documents-between"), given, lambda words: find(data, words))
    assert len(rows(data, "documents-between", dict(values))) == count
    assert len(by_rdflib(graph, "documents-between", data.base, dict(values))) == count


def test_an_unknown_question_lists_those_near() -> None:
    with pytest.raises(QueryError, match=r"No question is called particpants\. Did you mean participants"):
        question("particpants")
    with pytest.raises(QueryError, match="kg queries lists them all"):
        question("zzz")


HEADER = """# title: One
# description: Two.
# param: day date "On this day" (example: 1956-11-04)
# param: count integer "So many"
# param: who iri "This one"
# param: word string "This word"
SELECT ?day ?count ?who ?word { ?who ?count ?day , ?word }
"""


def test_a_value_becomes_a_term_of_its_kind(data: Data) -> None:
    given = {"day": "1956-11-04", "count": "3", "who": "person/maas-b", "word": '"} DROP ALL #'}
    assert {
        name: str(term) for name, term in bind(read_question("q", HEADER), given, lambda w: find(data, w)).items()
    } == {
        "day": '"1956-11-04"^^<http://www.w3.org/2001/XMLSchema#date>',
        "count": '"3"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "who": f"<{data.base}person/maas-b>",
        "word": '"\\"} DROP ALL #"',
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"day": "4 November"}, "The parameter day is a day such as 1956-11-04, not '4 November'"),
        ({"count": "many"}, "The parameter count is a whole number such as 3, not 'many'"),
        ({"words": "x"}, "has no parameter words. It has word"),
        ({"zzz": "x"}, "has no parameter zzz. It has day, count, who, word"),
    ],
)
def test_a_wrong_parameter_is_explained(data: Data, given: dict[str, str], message: str) -> None:
    with pytest.raises(QueryError, match=re.escape(message)):
        bind(read_question("q", HEADER), given, lambda words: find(data, words))


def test_a_question_without_parameters_says_so(data: Data) -> None:
    with pytest.raises(QueryError, match="It has none"):
        bind(read_question("q", "ASK {}"), {"x": "y"}, lambda words: find(data, words))


@pytest.mark.parametrize("line", ['# param: who person "x"', "# param: who iri x", "# param: who"])
def test_a_broken_header_is_explained(line: str) -> None:
    with pytest.raises(QueryError, match=r"It should be: # param: name iri\|string\|date\|integer"):
        read_question("q", line)


@pytest.mark.parametrize(("text", "needs"), [("ASK { ?a oa:hasBody ?b }", True), ("ASK { ?a rico:Foa ?b }", False)])
def test_a_question_that_uses_annotations_needs_evidence(text: str, *, needs: bool) -> None:
    assert read_question("q", text).needs_evidence is needs
