"""A limit that is reached never looks like a whole short answer, and what one client does leaves the others alone."""

import http.client
import os
import signal
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.errors import KgError
from kg.serve.limits import Limits
from kg.serve.run import listen
from tests.serve.serving import BASE, TOMBSTONE, Site, serving, write_build

ENDLESS = "SELECT (COUNT(*) AS ?c) WHERE { ?a ?b ?c1 . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUGE = "SELECT ?a ?b ?d WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
GREEDY = "SELECT DISTINCT ?a ?b ?c ?d ?e ?f ?g WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?a ?g ?f"
ALL = "SELECT * WHERE { ?s ?p ?o }"


def until(true: Callable[[], bool], seconds: float = 10) -> bool:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def test_a_question_without_end_is_cut_and_the_others_go_on(strict: Site) -> None:
    with ThreadPoolExecutor() as pool:
        endless = pool.submit(strict.query, ENDLESS)
        assert strict.query("ASK {}").status == 200
        got = endless.result()
    assert got.status == 503
    assert "takes longer than the 1 s" in got.text
    assert got.headers["retry-after"] == "1"


def test_too_much_memory_is_an_error(strict: Site) -> None:
    got = strict.query(GREEDY)
    assert got.status in {500, 503}
    assert "needs more than the 24 MiB" in got.text or "takes longer" in got.text
    assert strict.query("ASK {}").status == 200


@pytest.mark.parametrize("accept", ["application/json", "text/csv", "text/tab-separated-values", "application/xml"])
def test_a_row_too_many_breaks_the_answer_off(strict: Site, accept: str) -> None:
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        strict.query(HUGE, accept)


def test_a_row_too_many_of_a_small_answer_is_an_error(built: Path) -> None:
    with serving(built, Limits(rows=3)) as site:
        rows, graph = site.query(ALL), site.query("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")
        assert (rows.status, graph.status) == (500, 500)
        assert "longer than this server gives" in rows.text
        assert site.query(f"{ALL} LIMIT 3").text.count("\r\n") == 4


def test_an_old_client_gets_a_length_or_an_error(strict: Site) -> None:
    def ask(text: str) -> bytes:
        with socket.create_connection(("127.0.0.1", strict.port), 10) as connection:
            connection.sendall(f"GET /sparql?query={quote(text)} HTTP/1.0\r\nAccept: text/csv\r\n\r\n".encode())
            return b"".join(iter(lambda: connection.recv(1 << 16), b""))

    assert b"content-length" in ask("SELECT * { ?s ?p ?o } LIMIT 3").lower()
    assert not ask(HUGE).startswith(b"HTTP/1.1 200")


def test_a_client_that_goes_away_frees_its_worker(site: Site) -> None:
    assert until(lambda: site.server.engine.busy == 0)
    connection = http.client.HTTPConnection("127.0.0.1", site.port)
    connection.request("GET", f"/sparql?query={quote(ENDLESS)}")
    assert until(lambda: site.server.engine.busy == 1)
    connection.close()
    assert until(lambda: site.server.engine.busy == 0)


def test_who_finds_all_workers_busy_is_told_to_come_back(built: Path) -> None:
    with serving(built, Limits(seconds=2, at_once=1, patience=0.2)) as site, ThreadPoolExecutor() as pool:
        endless = pool.submit(site.query, ENDLESS)
        assert until(lambda: site.server.engine.busy == 1)
        page = site.ask(f"{BASE}person/lindqvist-anna")
        got = site.query("ASK {}")
        assert (page.status, got.status, got.headers["retry-after"]) == (503, 503, "1")
        assert endless.result().status == 503


def test_a_question_longer_than_the_limit_is_413(strict: Site) -> None:
    kind = "application/sparql-query"
    assert strict.ask("/sparql", "POST", f"ASK {{}} #{'x' * 3000}", content_type=kind).status == 413


def test_a_new_build_is_served_without_a_restart(tmp_path: Path) -> None:
    folder = write_build(tmp_path / "out")
    with serving(folder, Limits()) as site:
        tag = site.ask(f"{BASE}person/lindqvist-anna/").headers["etag"]
        assert site.ask(f"{BASE}person/lindqvist-a").status == 404
        write_build(folder, TOMBSTONE)
        assert until(lambda: site.ask(f"{BASE}person/lindqvist-a").status == 301)
        assert site.ask(f"{BASE}person/lindqvist-anna/", if_none_match=tag).status == 200
        (folder / "data.nq.gz").write_bytes(b"no dump")
        (folder / "manifest.json").write_text("{}")
        time.sleep(2.5)
        assert site.ask(f"{BASE}person/lindqvist-a").status == 301, "what cannot be read does not replace what can"


def test_data_whose_process_died_is_read_again(built: Path) -> None:
    with serving(built, Limits()) as site:
        os.kill(site.server.engine.process.pid, signal.SIGKILL)
        assert until(lambda: site.ask("/health").status == 503, 2)
        assert until(lambda: site.ask("/health").status == 200)
        assert site.query("ASK {}").status == 200


def test_a_dump_by_itself_is_served_without_files(built: Path) -> None:
    with serving(built / "data.nq.gz", Limits()) as site:
        assert site.query("ASK { ?p a rico:Person }").text.strip() == "true"
        assert site.ask(f"{BASE}data.nq.gz").status == 404
        assert site.ask("/void").status == 404
        assert "#char=" not in site.ask(f"{BASE}person/lindqvist-anna/").text
        assert "data.ttl" not in site.ask("/").text


def test_what_is_no_build_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="is no build"), serving(tmp_path, Limits()):
        pass


def test_an_address_that_is_taken_is_named() -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(KgError, match="Name another --port"):
        listen("127.0.0.1", taken.getsockname()[1])
