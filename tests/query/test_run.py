import re

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.query.run import Answer, Rows, Triples, check, run
from kg.query.store import Data
from kg.query.text import bound

MAAS = NamedNode("http://localhost:8000/harbour/person/maas-b")


def test_the_usual_prefixes_need_no_declaration_and_all_graphs_are_asked(data: Data) -> None:
    found = run(data, "SELECT (COUNT(DISTINCT ?g) AS ?n) { ?p a rico:Person . GRAPH ?g { ?p ?q ?o } }")
    assert found == Rows(("n",), ((Literal(2),),))


def test_a_value_is_bound_and_never_pasted(data: Data) -> None:
    found = run(data, "SELECT ?p ?name { ?p rdfs:label ?name }", {"name": Literal('B. Maas" } #')})
    assert found == Rows(("p", "name"), ())
    assert run(data, "SELECT ?p ?name { ?p rdfs:label ?name }", {"name": Literal("B. Maas")}) == Rows(
        ("p", "name"), ((MAAS, Literal("B. Maas")),)
    )


def test_an_unbound_value_is_none(data: Data) -> None:
    assert run(data, "SELECT ?a ?b { BIND(1 AS ?a) }") == Rows(("a", "b"), ((Literal(1), None),))


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_a_limit_cuts_rows(data: Data, limit: int) -> None:
    found = run(data, "SELECT ?p { ?p a rico:Person } ORDER BY ?p", limit=limit)
    assert isinstance(found, Rows)
    assert len(found.rows) == limit


def test_ask_gives_an_answer(data: Data) -> None:
    assert run(data, "ASK { ?p a rico:Person }") == Answer(value=True)
    assert run(data, "ASK { ?p a rico:Family }") == Answer(value=False)


def test_construct_and_describe_give_sorted_triples(data: Data) -> None:
    found = run(data, "CONSTRUCT { ?p a rico:Agent } { ?p a rico:Person }")
    assert isinstance(found, Triples)
    assert list(found.triples) == sorted(found.triples, key=str)
    described = run(data, f"DESCRIBE <{MAAS.value}>")
    assert isinstance(described, Triples)
    assert {triple.subject for triple in described.triples} == {MAAS}


@pytest.mark.parametrize(
    ("text", "place", "fault", "shown"),
    [
        ("SELECT ?s {\n\t?s ex:p ?o\n}", (2, 5), "the prefix ex: is not declared", "\t?s ex:p ?o|\t   ^^^"),
        ("SELEC ?s { ?s ?p ?o }", (1, 1), "the marked part makes no sense", "SELEC ?s { ?s ?p ?o }|^^^^^^^^^"),
        ("ASK {\n  ?s ?p\n}", (2, 3), "the marked part makes no sense", "  ?s ?p|  ^^^^^"),
        ("ASK { ?s ?p 1 FILTER(foo(?s)) }", (1, 22), "the marked part makes no sense", None),
        ("ASK {\r\n ?s ?p 'ж' }}", (2, 14), "it makes no sense here or just before", " ?s ?p 'ж' }}|" + " " * 13 + "^"),
        ("", (1, 1), "it makes no sense here or just before", "|^"),
        ("SELECT ?s (COUNT(*) AS ?n) { ?s ?p 1 }", (1, 39), "the SELECT contains a variable that is unbound", None),
    ],
)
def test_a_syntax_error_shows_the_line_and_a_caret(
    data: Data, text: str, place: tuple[int, int], fault: str, shown: str | None
) -> None:
    with pytest.raises(QueryError) as raised:
        run(data, text)
    headline, line, carets = str(raised.value).split("\n")
    assert headline == f"The question is not SPARQL at line {place[0]}, column {place[1]}: {fault}."
    assert line.startswith(f"  {place[0]} | ")
    if shown is not None:
        assert (line.removeprefix(f"  {place[0]} | "), carets.removeprefix("    | ")) == tuple(shown.split("|"))
    with pytest.raises(QueryError, match=re.escape(str(raised.value))):
        check(text)


def test_a_caret_lines_up_behind_a_longer_number() -> None:
    with pytest.raises(QueryError, match=r"\n  12 \| \?s ex:p 1 }\n     \|    \^\^\^$"):
        check("ASK {" + "\n" * 11 + "?s ex:p 1 }")


def test_the_parsers_hint_is_kept(data: Data) -> None:
    with pytest.raises(QueryError, match=r"or just before; expected: .*\"}\".*\.\n  1 \| SELECT"):
        run(data, "SELECT ?s { ?s a rico:Person ")


@pytest.mark.parametrize("text", ["ASK { ?s ?p 'ex:a' , <ex:b> } # ex:c\n}", "PREFIX ex: <http://a/> ASK { ?s ex:p ?o"])
def test_what_only_looks_like_an_undeclared_prefix_is_not_blamed(text: str) -> None:
    with pytest.raises(QueryError, match="makes no sense"):
        check(text)


@pytest.mark.parametrize("text", ["INSERT DATA { <a:b> <a:b> 1 }", "DELETE WHERE { ?s ?p ?o }", "DROP ALL"])
def test_an_update_is_refused_in_plain_words(data: Data, text: str) -> None:
    with pytest.raises(QueryError, match="This would change the data, and a question only reads it"):
        run(data, text)


def test_a_value_for_an_unknown_variable_is_refused(data: Data) -> None:
    with pytest.raises(QueryError, match=r"cannot be carried out: .*\?nope"):
        run(data, "SELECT ?s { ?s ?p ?o }", {"nope": Literal(1)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?n { ?p rdfs:label ?n }", 'SELECT ?n { VALUES (?n) { ("{") } ?p rdfs:label ?n }'),
        ("ASK WHERE{ ?p rdfs:label ?n }", 'ASK WHERE{ VALUES (?n) { ("{") } ?p rdfs:label ?n }'),
        (
            "CONSTRUCT { ?p a ?n } WHERE { ?p rdfs:label ?n }",
            'CONSTRUCT { ?p a ?n } WHERE { VALUES (?n) { ("{") } ?p rdfs:label ?n }',
        ),
        ("# { no\nSELECT ?n { ?n ?p '{' }", "# { no\nSELECT ?n { VALUES (?n) { (\"{\") } ?n ?p '{' }"),
        ("DESCRIBE <http://h/a>", "DESCRIBE <http://h/a>"),
    ],
)
def test_values_are_the_first_thing_the_pattern_says(text: str, expected: str) -> None:
    assert bound(text, {} if text == expected else {"n": Literal("{")}) == expected
    assert bound(text, {}) == text


def test_a_value_stays_a_value_whatever_stands_in_it(data: Data) -> None:
    hostile = Literal('"} } DROP ALL # \n')
    assert run(data, "SELECT ?p { ?p rdfs:label ?n }", {"n": hostile}) == Rows(("p",), ())
