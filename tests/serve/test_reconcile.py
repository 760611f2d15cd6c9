"""The Reconciliation API of what is served, asked as OpenRefine asks it."""

import json
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from kg.query.reconcile import Names, names, reconcile
from tests.serve.serving import Site

FORM = "application/x-www-form-urlencoded"


def asked(site: Site, **queries: dict[str, Any]) -> dict[str, Any]:
    """Send a batch by POST and return the answers."""
    reply = site.ask("/reconcile", "POST", urlencode({"queries": json.dumps(queries)}), content_type=FORM)
    assert reply.status == 200, reply.text
    answer: dict[str, Any] = json.loads(reply.text)
    return answer


def test_the_service_describes_itself(site: Site) -> None:
    manifest = json.loads(site.ask("/reconcile").text)
    assert manifest["versions"] == ["0.1", "0.2"]
    assert manifest["identifierSpace"] == "http://localhost:8000/harbour/"
    assert manifest["view"]["url"].endswith("/harbour/{{id}}")
    assert {"id": "rico:Person", "name": "person"} in manifest["defaultTypes"]


def test_a_batch_is_answered_with_scores_and_one_match(site: Site) -> None:
    answers = asked(
        site, q0={"query": "Anna Lindqvist"}, q1={"query": "Lindquist, Anna", "limit": 1}, q2={"query": "Zz"}
    )
    best = answers["q0"]["result"][0]
    assert (best["id"], best["match"], best["score"]) == ("person/lindqvist-anna", True, 100.0)
    assert best["type"] == [{"id": "rico:Person", "name": "person"}]
    near = answers["q1"]["result"][0]
    assert (near["id"], near["match"]) == ("person/lindqvist-anna", False)
    assert answers["q2"] == {"result": []}


def test_a_type_narrows_the_candidates(site: Site) -> None:
    answers = asked(
        site,
        q0={"query": "Anna Lindqvist", "type": "rico:Place"},
        q1={"query": "Anna Lindqvist", "type": [{"id": "rico:Person"}]},
    )
    assert answers["q0"]["result"] == []
    assert answers["q1"]["result"][0]["id"] == "person/lindqvist-anna"


def test_names_are_completed_and_old_clients_get_a_function_call(site: Site) -> None:
    found = json.loads(site.ask("/reconcile/suggest?prefix=anna").text)["result"]
    assert found[0]["id"] == "person/lindqvist-anna"
    reply = site.ask(f"/reconcile?callback=take&queries={quote(json.dumps({'q': {'query': 'Anna Lindqvist'}}))}")
    assert reply.text.startswith("take({")
    assert site.ask("/reconcile?callback=no()").status == 400


@pytest.mark.parametrize(
    "queries",
    ["{", "[]", '{"q": 1}', '{"q": {}}', '{"q": {"query": " "}}', '{"q": {"query": "a", "limit": 0}}',
     json.dumps({str(n): {"query": "a"} for n in range(101)})],
)  # fmt: skip
def test_a_batch_that_cannot_be_read_is_refused(site: Site, queries: str) -> None:
    assert site.ask("/reconcile", "POST", urlencode({"queries": queries}), content_type=FORM).status == 400


def test_other_methods_and_endless_bodies_are_refused(site: Site, strict: Site) -> None:
    assert site.ask("/reconcile", "DELETE").status == 405
    assert site.ask("/reconcile", "OPTIONS").status == 204
    assert site.ask("/reconcile/suggest", "POST").status == 405
    assert site.ask("/reconcile", "POST", b"\xff=\xff", content_type=FORM).status == 400
    assert strict.ask("/reconcile", "POST", b"queries=" + b"x" * 3000, content_type=FORM).status == 413


def test_namesakes_are_never_a_match() -> None:
    rico = "https://www.ica.org/standards/RiC/ontology#"
    rows = [
        {"thing": {"value": f"b/person/{n}"}, "kind": {"value": f"{rico}Person"}, "label": {"value": "Ada Kestrel"}}
        for n in (1, 2)
    ]
    known: Names = names(rows, "b/")
    assert [found["match"] for found in reconcile(known, {"query": "Ada Kestrel"})] == [False, False]
