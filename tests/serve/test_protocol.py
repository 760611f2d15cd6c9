"""Every form of request that the SPARQL 1.1 Protocol gives for queries (sections 2.1 and 2.2), and what it refuses."""

import json
from urllib.parse import urlencode

import pytest

from tests.serve.serving import Reply, Site

NAMES = "SELECT ?n WHERE { ?p a rico:Person ; rdfs:label ?n } ORDER BY ?n"
FIRST = "n\r\nAnna Lindqvist\r\n"
COUNT = "SELECT (COUNT(*) AS ?c) WHERE { ?s ?p ?o }"
GRAPH = "http://localhost:8000/harbour/graph/"
FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"


def post(site: Site, kind: str, body: str | bytes, parameters: str = "") -> Reply:
    return site.ask(f"/sparql{parameters}", "POST", body, content_type=kind, accept="text/csv")


def test_a_question_is_asked_by_get(site: Site) -> None:
    got = site.query(NAMES)
    assert (got.status, got.headers["content-type"]) == (200, "text/csv")
    assert got.text.startswith(FIRST)


def test_a_question_is_asked_by_a_form(site: Site) -> None:
    assert post(site, FORM, urlencode({"query": NAMES})).text.startswith(FIRST)
    assert post(site, f"{FORM}; charset=UTF-8", urlencode({"query": NAMES})).text.startswith(FIRST)


def test_a_question_is_asked_as_a_body_of_its_own(site: Site) -> None:
    assert post(site, QUERY, NAMES).text.startswith(FIRST)
    assert post(site, f'{QUERY}; charset="utf-8"', NAMES).text.startswith(FIRST)


def test_head_gives_the_headers_alone(site: Site) -> None:
    got = site.ask(f"/sparql?{urlencode({'query': NAMES})}", "HEAD", accept="text/csv")
    assert (got.status, got.headers["content-type"], got.text) == (200, "text/csv", "")


def counted(reply: Reply) -> int:
    return int(reply.text.split()[1])


def test_without_graphs_the_union_of_all_is_asked(site: Site) -> None:
    assert counted(site.query(COUNT)) > counted(site.query(COUNT, **{"default-graph-uri": f"{GRAPH}entities"})) > 0


@pytest.mark.parametrize("form", ["get", "form", "body"])
def test_graphs_may_be_named_in_every_form(site: Site, form: str) -> None:
    both = [("default-graph-uri", f"{GRAPH}links"), ("default-graph-uri", f"{GRAPH}entities")]
    graphs = urlencode(both)
    asked = {
        "get": lambda: site.ask(f"/sparql?{urlencode({'query': COUNT})}&{graphs}", accept="text/csv"),
        "form": lambda: post(site, FORM, f"{urlencode({'query': COUNT})}&{graphs}"),
        "body": lambda: post(site, QUERY, COUNT, f"?{graphs}"),
    }
    alone = [counted(site.query(COUNT, **{name: value})) for name, value in both]
    assert counted(asked[form]()) == sum(alone)


def test_named_graphs_are_those_that_graph_finds(site: Site) -> None:
    text = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
    assert site.query(text, **{"named-graph-uri": f"{GRAPH}links"}).text == f"g\r\n{GRAPH}links\r\n"
    assert site.query(text, **{"default-graph-uri": f"{GRAPH}links"}).text == "g\r\n"
    assert counted(site.query(COUNT, **{"named-graph-uri": f"{GRAPH}links"})) == 0


def test_the_graphs_of_the_request_win_over_those_of_the_question(site: Site) -> None:
    text = f"SELECT (COUNT(*) AS ?c) FROM <{GRAPH}entities> WHERE {{ ?s ?p ?o }}"  # noqa: S608 - SPARQL, of ours
    named = counted(site.query(COUNT, **{"default-graph-uri": f"{GRAPH}entities"}))
    assert counted(site.query(text)) == named
    other = counted(site.query(COUNT, **{"default-graph-uri": f"{GRAPH}links"}))
    assert counted(site.query(text, **{"default-graph-uri": f"{GRAPH}links"})) == other != named


@pytest.mark.parametrize(
    ("accept", "kind", "starts"),
    [
        ("", "application/sparql-results+json", '{"head"'),
        ("*/*", "application/sparql-results+json", '{"head"'),
        ("application/sparql-results+json", "application/sparql-results+json", '{"head"'),
        ("application/json", "application/json", '{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/html, application/xml;q=0.9, */*;q=0.1", "text/html; charset=utf-8", "<!doctype"),
        ("text/csv", "text/csv", "n\r\nAnna"),
        ("text/tab-separated-values", "text/tab-separated-values", '?n\n"Anna'),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.6", "text/tab-separated-values", "?n"),
        ("text/*;q=0.5, text/csv;q=0", "text/tab-separated-values", "?n"),
        ("text/csv, text/turtle", "text/csv", "n\r\n"),
    ],
)
def test_rows_come_as_the_client_likes(site: Site, accept: str, kind: str, starts: str) -> None:
    got = site.query(NAMES, accept)
    assert (got.status, got.headers["content-type"]) == (200, kind)
    assert got.text.startswith(starts)


@pytest.mark.parametrize("accept", ["application/json", "application/sparql-results+xml", "text/csv"])
def test_yes_or_no_comes_in_the_formats_of_rows(site: Site, accept: str) -> None:
    got = site.query("ASK { ?p a rico:Person }", accept)
    assert (got.status, got.headers["content-type"]) == (200, accept)
    assert "true" in got.text


@pytest.mark.parametrize(
    ("accept", "kind", "holds"),
    [
        ("", "text/turtle", "rdfs:label"),
        ("text/turtle", "text/turtle", "rdfs:label"),
        ("application/n-triples", "application/n-triples", "<http://www.w3.org/2000/01/rdf-schema#label>"),
        ("application/ld+json", "application/ld+json", '"@id"'),
    ],
)
@pytest.mark.parametrize(
    "text", ["DESCRIBE ?p WHERE { ?p a rico:Person }", "CONSTRUCT { ?p rdfs:label ?n } WHERE { ?p rdfs:label ?n }"]
)
def test_graphs_come_as_the_client_likes(site: Site, text: str, accept: str, kind: str, holds: str) -> None:
    got = site.query(text, accept)
    assert (got.status, got.headers["content-type"]) == (200, kind)
    assert holds in got.text


@pytest.mark.parametrize(
    ("text", "accept"),
    [
        (NAMES, "image/png"),
        (NAMES, "text/turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv"),
        (NAMES, "text/csv;q=0"),
        (NAMES, "text/csv;q=x"),
    ],
)
def test_what_cannot_come_as_wanted_is_406(site: Site, text: str, accept: str) -> None:
    got = site.query(text, accept)
    assert got.status == 406
    assert "comes as" in got.text or "come as" in got.text


@pytest.mark.parametrize("accept", ["", "text/turtle", "application/n-triples", "application/ld+json"])
def test_without_a_question_the_service_describes_itself(site: Site, accept: str) -> None:
    got = site.ask("/sparql", accept=accept)
    assert got.status == 200
    assert got.headers["content-type"].partition(";")[0] == (accept or "text/turtle")
    assert "http://www.w3.org/ns/sparql-service-description#Service" in got.text
    assert f"http://127.0.0.1:{site.port}/sparql" in got.text
    assert site.ask("/sparql", accept="text/csv").status == 406


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ("query=ASK+%7B%7D&query=ASK+%7B%7D", "one parameter query, and there are 2"),
        ("other=1", "one parameter query, and there are 0"),
        ("query=", "SPARQL"),
        ("query=ASK+%7B%7D&default-graph-uri=entities", "default-graph-uri is no absolute IRI: entities"),
        ("query=ASK+%7B%7D&named-graph-uri=a+b", "named-graph-uri is no absolute IRI: a b"),
        ("update=CLEAR+ALL", "only reads"),
        ("query=ASK+%7B%7D&update=CLEAR+ALL", "only reads"),
        ("query=CLEAR+ALL", "only reads"),
        ("query=LOAD+%3Chttp%3A%2F%2Fh%2F%3E", "only reads"),
    ],
)
def test_a_request_that_is_no_question_is_400(site: Site, parameters: str, says: str) -> None:
    got = site.ask(f"/sparql?{parameters}")
    assert got.status == 400
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert says in got.text


def test_a_mistake_is_shown_with_line_and_caret(site: Site) -> None:
    got = site.query("SELECT ?n WHERE {\n  ?p ex:name ?n\n}")
    assert got.status == 400
    assert "at line 2, column 6: the prefix ex: is not declared.\n  2 |   ?p ex:name ?n\n    |      ^^^" in got.text


def test_a_body_that_is_no_text_is_400(site: Site) -> None:
    assert post(site, QUERY, b"ASK { ?s ?p '\xff' }").status == 400
    assert post(site, QUERY, "ASK {}", "?query=ASK+%7B%7D").status == 400


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "application/sparql-update", "multipart/form-data; boundary=x", f"{QUERY}; charset=latin-1"],
)
def test_another_kind_of_body_is_415(site: Site, kind: str) -> None:
    got = post(site, kind, NAMES)
    assert got.status == 415
    assert got.headers["accept-post"] == f"{QUERY}, {FORM}"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_another_method_is_405(site: Site, method: str) -> None:
    got = site.ask("/sparql", method, "")
    assert (got.status, got.headers["allow"]) == (405, "GET, HEAD, POST, OPTIONS")


def test_options_tells_what_may_be_done(site: Site) -> None:
    got = site.ask("/sparql", "OPTIONS")
    assert (got.status, got.headers["allow"]) == (204, "GET, HEAD, POST, OPTIONS")


def test_pages_of_other_servers_may_ask(site: Site) -> None:
    before = site.ask(
        "/sparql",
        "OPTIONS",
        origin="http://elsewhere.example",
        access_control_request_method="POST",
        access_control_request_headers="content-type",
    )
    assert before.status == 200
    assert before.headers["access-control-allow-origin"] == "*"
    assert "POST" in before.headers["access-control-allow-methods"]
    got = site.ask(f"/sparql?{urlencode({'query': NAMES})}", origin="http://elsewhere.example")
    assert got.headers["access-control-allow-origin"] == "*"
    assert got.headers["access-control-expose-headers"] == "ETag"


@pytest.mark.parametrize("word", ["SERVICE", "service SILENT"])
def test_other_servers_are_not_asked(site: Site, word: str) -> None:
    got = site.query(f"SELECT * WHERE {{ {word} <http://127.0.0.1:{site.port}/sparql> {{ ?s ?p ?o }} }}")
    assert got.status == 403
    assert "SERVICE is refused" in got.text


def test_an_answer_that_the_client_has_is_not_sent_again(site: Site) -> None:
    tag = site.query(NAMES).headers["etag"]
    path = f"/sparql?{urlencode({'query': NAMES})}"
    assert site.ask(path, accept="text/csv", if_none_match=f'"x", W/{tag}').status == 304
    assert site.ask(path, accept="application/json", if_none_match=tag).status == 200
    assert "etag" not in site.query("SELECT (RAND() AS ?r) {}").headers
    assert "etag" not in post(site, QUERY, NAMES).headers


def test_the_answer_of_a_select_is_json_that_says_all(site: Site) -> None:
    text = 'SELECT * WHERE { VALUES (?a ?b ?c) { ("é\\n\\"\\t" "x"@en UNDEF) (1.5 <http://h/> true) } }'
    rows = json.loads(site.query(text, "application/json").text)["results"]["bindings"]
    assert rows[0] == {
        "a": {"type": "literal", "value": 'é\n"\t'},
        "b": {"type": "literal", "value": "x", "xml:lang": "en"},
    }
    assert (rows[1]["b"], rows[1]["a"]["value"]) == ({"type": "uri", "value": "http://h/"}, "1.5")


@pytest.mark.parametrize(
    ("form", "kind"), [("csv", "text/csv"), ("json", "application/sparql-results+json"), ("text/csv", "text/csv")]
)
def test_an_address_may_end_in_the_format(site: Site, form: str, kind: str) -> None:
    got = site.query(NAMES, accept="text/html", format=form)
    assert (got.status, got.headers["content-type"]) == (200, kind)
    assert site.query(NAMES, accept="text/html", format="docx").status == 406


def test_who_opens_the_endpoint_in_a_browser_is_led_to_where_questions_are_written(site: Site) -> None:
    got = site.ask("/sparql", accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert (got.status, got.headers["location"]) == (303, "/harbour/#query")


def test_a_question_of_the_library_has_an_address(site: Site) -> None:
    by_path = site.ask("/questions/speech?speaker=person/orlov-pavel&format=csv")
    whole = site.ask("/questions/speech?speaker=http://localhost:8000/harbour/person/orlov-pavel", accept="text/csv")
    assert by_path.text == whole.text
    assert "Then we vote today." in by_path.text
    assert "The lamp" not in by_path.text


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/questions/nothing", 404, "There are about-document"),
        ("/questions/speech?who=x", 400, "has no parameter who"),
        ("/questions/speech?speaker=%3C", 400, "no path of a thing"),
        ("/questions/documents-between?from=then", 400, "a day such as"),
        ("/questions/speech?format=docx", 406, "Answers come as"),
    ],
)
def test_what_the_library_cannot_answer_is_told(site: Site, path: str, status: int, says: str) -> None:
    got = site.ask(path)
    assert (got.status, says in got.text) == (status, True)
