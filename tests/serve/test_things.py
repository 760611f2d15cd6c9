"""Linked data: a thing's IRI leads to a page and to graphs about it; files of the build lie at their names."""

import gzip
import json
import re
from html import unescape
from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, parse

from tests.serve.serving import BASE, Site

ANNA = f"{BASE}person/lindqvist-anna"


@pytest.mark.parametrize(
    ("accept", "file", "kind"),
    [
        ("", "", "text/html"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "", "text/html"),
        ("text/turtle", "index.ttl", "text/turtle"),
        ("application/ld+json", "index.jsonld", "application/ld+json"),
        ("application/n-triples", "index.nt", "application/n-triples"),
    ],
)
def test_a_thing_leads_to_what_the_client_likes(site: Site, accept: str, file: str, kind: str) -> None:
    got = site.ask(ANNA, accept=accept)
    assert (got.status, got.headers["location"], got.headers["vary"]) == (303, f"{ANNA}/{file}", "Accept, Origin")
    page = site.ask(got.headers["location"])
    assert (page.status, page.headers["content-type"]) == (200, f"{kind}; charset=utf-8")
    assert "Anna Lindqvist" in page.text


@pytest.mark.parametrize(
    ("file", "form"),
    [("index.ttl", RdfFormat.TURTLE), ("index.nt", RdfFormat.N_TRIPLES), ("index.jsonld", RdfFormat.JSON_LD)],
)
def test_the_graphs_of_a_thing_say_the_same(site: Site, file: str, form: RdfFormat) -> None:
    said = {str(quad.triple) for quad in parse(site.ask(f"{ANNA}/{file}").text, form)}
    same = {str(quad.triple) for quad in parse(site.ask(f"{ANNA}/index.nt").text, RdfFormat.N_TRIPLES)}
    assert said == same
    assert any("Anna Lindqvist" in triple for triple in said)
    assert any("participation/chair" in triple for triple in said)


def test_a_thing_that_comes_in_no_wanted_format_is_406(site: Site) -> None:
    assert site.ask(ANNA, accept="image/png").status == 406


def test_a_page_shows_the_words_that_speak_for_the_thing(site: Site) -> None:
    page = site.ask(f"{ANNA}/").text
    assert "<mark>Lindqvist" in page
    assert f'href="{BASE}document/harbour-101/text/89bcfd3906cc/#char=60,69"' in page
    assert f'href="{BASE}document/harbour-101"' in page


def test_a_percent_encoded_name_is_found(site: Site) -> None:
    path = f"{BASE}archive/tna/piece-FO%20371%2F9"
    assert site.ask(path).headers["location"] == f"{path}/"
    assert site.ask(f"{path}/").status == 200


@pytest.mark.parametrize("path", ["nobody", "person/", "person/nobody/index.ttl", "%20%3C", "../etc/passwd", "%2e%2e"])
def test_what_the_data_does_not_know_is_404(site: Site, path: str) -> None:
    got = site.ask(f"{BASE}{path}")
    assert got.status == 404
    assert "says nothing about" in got.text


def test_a_name_that_was_given_up_leads_on(site: Site) -> None:
    got = site.ask(f"{BASE}person/lindqvist-a")
    assert (got.status, got.headers["location"]) == (301, ANNA)
    page = site.ask(f"{BASE}person/lindqvist-a/")
    assert page.status == 410
    assert "This name was given up" in page.text


@pytest.mark.parametrize("path", [BASE, "/"])
def test_the_start_page_leads_to_all_there_is(site: Site, path: str) -> None:
    got = site.ask(path)
    assert (got.status, got.headers["content-type"]) == (200, "text/html; charset=utf-8")
    for words in ("Minutes of the Harbour Committee", 'action="/sparql"', "data.nq.gz", "/void"):
        assert words in got.text


@pytest.mark.parametrize(("words", "found"), [("lindq", 1), ("ANNA lind", 1), ("indqvist", 0), ("", 0)])
def test_names_are_found_by_how_their_words_begin(site: Site, words: str, found: int) -> None:
    page = site.ask(f"/search?q={quote(words)}")
    assert (page.status, page.text.count(f'href="{ANNA}"')) == (200, found)


def test_what_is_sought_is_shown_as_it_was_typed(site: Site) -> None:
    assert "Named “&lt;b&gt;”" in site.ask(f"/search?q={quote('<b>')}").text


def test_a_thing_leads_to_the_questions_that_may_be_asked_of_it(site: Site) -> None:
    asked = re.search(r'href="(/questions/[^"]*)">Timeline of a person', site.ask(f"{ANNA}/").text)
    assert asked
    answer = site.ask(unescape(asked[1]), accept="text/html").text
    assert "<h1>Timeline of a person</h1>" in answer
    assert "Anna Lindqvist" in answer


def test_crawlers_are_told_to_ask_no_questions(site: Site) -> None:
    assert "Disallow: /sparql" in site.ask("/robots.txt").text


def test_a_dump_is_given_whole_and_not_twice(site: Site) -> None:
    path = f"{BASE}data.nq.gz"
    got = site.ask(path, "HEAD")
    assert (got.status, got.headers["content-type"]) == (200, "application/gzip")
    assert gzip.decompress((site.server.path / "data.nq.gz").read_bytes()).startswith(b"<")
    assert site.ask(path, if_none_match=got.headers["etag"]).status == 304
    assert int(got.headers["content-length"]) == (site.server.path / "data.nq.gz").stat().st_size


def test_a_file_that_no_build_wrote_is_not_given(site: Site) -> None:
    assert site.ask(f"{BASE}manifest.json").status == 404


def test_a_text_that_is_not_there_may_be_withheld(site: Site) -> None:
    got = site.ask(f"{BASE}text/{'0' * 64}.txt")
    assert got.status == 404
    assert "A text that is withheld" in got.text


def test_a_page_the_client_has_is_not_sent_again(site: Site) -> None:
    tag = site.ask(f"{ANNA}/").headers["etag"]
    assert site.ask(f"{ANNA}/", if_none_match=tag).status == 304
    assert site.ask(f"{BASE}person/orlov-pavel/", if_none_match=tag).status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_thing_can_only_be_read(site: Site, method: str) -> None:
    assert site.ask(ANNA, method, "").status == 405
    assert site.ask(ANNA, "OPTIONS").headers["allow"] == "GET, HEAD, OPTIONS"


def test_the_data_set_is_described_and_found_by_crawlers(site: Site) -> None:
    assert site.ask("/.well-known/void").headers["location"] == "/void"
    got = site.ask("/void", accept="application/n-triples")
    assert got.headers["content-type"].startswith("application/n-triples")
    assert '"Harbour"' in got.text
    assert f"<http://rdfs.org/ns/void#sparqlEndpoint> <http://127.0.0.1:{site.port}/sparql>" in got.text
    assert site.ask("/void", accept="application/n-triples", if_none_match=got.headers["etag"]).status == 304
    assert site.ask("/void", accept="image/png").status == 406


def test_health_tells_that_questions_can_be_answered(site: Site) -> None:
    got = site.ask("/health")
    assert (got.status, got.headers["cache-control"]) == (200, "no-store")
    assert json.loads(got.text)["status"] == "ok"
