"""The Reconciliation API of what is served, asked as OpenRefine asks it, and as the specification of 0.2 says.

The queries have the forms of the specification's examples, with content of our own.
"""

import json
from typing import Any, TypeVar
from urllib.parse import quote, urlencode, urlsplit

import msgspec
import pytest

from tests.serve import shapes
from tests.serve.serving import Reply, Site

FORM = "application/x-www-form-urlencoded"
ANNA, ORLOV = "person/lindqvist-anna", "person/orlov-pavel"
Read = TypeVar("Read")


def send(site: Site, field: str, value: object) -> Reply:
    return site.ask("/reconcile", "POST", urlencode({field: json.dumps(value)}), content_type=FORM)


def read(reply: Reply, kind: type[Read]) -> Read:
    assert reply.status == 200, reply.text
    assert reply.headers["content-type"] == "application/json"
    return msgspec.json.decode(reply.text, type=kind)


def asked(site: Site, *queries: dict[str, Any]) -> list[list[shapes.Candidate]]:
    """Send a batch by POST and return the candidates for each query."""
    batch = {f"q{place}": query for place, query in enumerate(queries)}
    answers = read(send(site, "queries", batch), dict[str, shapes.Result])
    assert list(answers) == list(batch)
    for answer in answers.values():
        assert [found.score for found in answer.result] == sorted((f.score for f in answer.result), reverse=True)
    return [answer.result for answer in answers.values()]


def local(site: Site, address: str) -> str:
    """Return the path of an address of the manifest, which must be on this very server."""
    parts = urlsplit(address)
    assert parts.netloc == f"127.0.0.1:{site.port}"
    return address.partition(parts.netloc)[2]


def test_the_service_describes_itself_as_the_schema_wants(site: Site) -> None:
    manifest = read(site.ask("/reconcile"), shapes.Manifest)
    assert manifest.versions == ["0.1", "0.2"]
    assert manifest.identifier_space == "http://localhost:8000/harbour/"
    assert shapes.Type("rico:Person", "person") in manifest.default_types
    assert site.ask(local(site, manifest.documentation)).status == 200


def test_what_the_manifest_names_is_there(site: Site) -> None:
    """As OpenRefine does: the id is encoded as one component, slashes too, before it is put into a template."""
    manifest = read(site.ask("/reconcile"), shapes.Manifest)
    for id_ in (ANNA, "archive/tna/piece-FO%20371%2F9"):
        one = quote(id_, safe="")
        seen = site.ask(local(site, manifest.view.url.replace("{{id}}", one)))
        assert (seen.status, seen.headers["location"]) == (303, f"/harbour/{id_}")
        assert site.ask(f"/harbour/{id_}", accept="text/html").status == 303
        page = site.ask(local(site, manifest.preview.url.replace("{{id}}", one)))
        assert (page.status, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    for place in (manifest.suggest.entity, manifest.suggest.type, manifest.suggest.property):
        path = local(site, place.service_url + place.service_path)
        assert read(site.ask(f"{path}?prefix=p"), shapes.Suggestions).result
    place = manifest.extend.propose_properties
    path = local(site, place.service_url + place.service_path)
    assert read(site.ask(f"{path}?type=rico%3APerson&limit=5"), shapes.Proposals).limit == 5


def test_every_origin_may_ask(site: Site) -> None:
    headers = site.ask("/reconcile", origin="http://127.0.0.1:3333").headers
    assert headers["access-control-allow-origin"] == "*"


def test_a_batch_is_answered_with_scores_and_one_match(site: Site) -> None:
    own, near, nobody = asked(
        site, {"query": "Anna Lindqvist"}, {"query": "Lindquist, Anna", "limit": 1}, {"query": "Zz"}
    )
    assert (own[0].id, own[0].match, own[0].score) == (ANNA, True, 100.0)
    assert own[0].type == [shapes.Type("rico:Person", "person")]
    assert own[0].description == "in 2 documents, 1956"
    assert (near[0].id, near[0].match, len(near)) == (ANNA, False, 1)
    assert nobody == []


def test_a_batch_may_come_by_get(site: Site) -> None:
    reply = site.ask(f"/reconcile?queries={quote(json.dumps({'a b': {'query': 'Narvik'}}))}")
    assert read(reply, dict[str, shapes.Result])["a b"].result[0].id == "place/narvik"


def test_other_spellings_and_bare_surnames_are_candidates_and_no_match(site: Site) -> None:
    sound, surname, turned, mistaken = asked(
        site, {"query": "Pavel Orloff"}, {"query": "Orlov"}, {"query": "Orlov, Pavel"}, {"query": "Ivan Orlov"}
    )
    assert (sound[0].id, sound[0].match) == (ORLOV, False)
    assert (surname[0].id, surname[0].match) == (ORLOV, False)
    assert turned[0].id == ORLOV
    assert all(not found.match for found in mistaken)


def test_an_id_is_answered_with_its_thing(site: Site) -> None:
    by_id, by_iri = asked(site, {"query": ORLOV}, {"query": f"http://localhost:8000/harbour/{ORLOV}"})
    assert [(found[0].id, found[0].match) for found in (by_id, by_iri)] == [(ORLOV, True)] * 2


@pytest.mark.parametrize(
    "kind",
    ["rico:Person", ["rico:Person"], [{"id": "rico:Person", "name": "person"}], {"id": "rico:Person"},
     "https://www.ica.org/standards/RiC/ontology#Person", ["rico:Place", "rico:Person"]],
)  # fmt: skip
def test_a_type_narrows_the_candidates(site: Site, kind: object) -> None:
    fitting, others = asked(
        site,
        {"query": "Anna Lindqvist", "type": kind, "type_strict": "should"},
        {"query": "Narvik", "type": "rico:Person"},
    )
    assert fitting[0].id == ANNA
    assert others == []


def test_documents_archival_units_and_works_are_found_by_title_and_shelfmark(site: Site) -> None:
    titled, marked, cited, book = asked(
        site,
        {"query": "Minutes of the Harbour Committee", "type": "rico:Record"},
        {"query": "RGANI, f.5, op.30, d.12"},
        {"query": "Lamps of the north", "properties": [{"pid": "published", "v": 1949}]},
        {"properties": [{"pid": "creator", "v": "Ida Berg"}], "type": "fabio:Book"},
    )
    assert [found.id for found in (*cited, *book)] == ["work/lamps-of-the-north-1949"] * 2
    assert cited[0].type == [shapes.Type("fabio:Expression", "cited work")]
    assert titled[0].id == "document/harbour-101"
    assert (marked[0].id, marked[0].type[0].id) == ("archive/rgani/f5/op30/d12", "rico:RecordSet")


@pytest.mark.parametrize(
    ("properties", "score"),
    [
        ([{"pid": "document", "v": {"id": "document/harbour-102", "name": "Letter"}}], 100.0),
        ([{"pid": "document", "v": "Letter from Orlov to Lindqvist"}], 100.0),
        ([{"pid": "document", "v": ["Letter from Orlov to Lindqvist", {"id": "document/harbour-101"}]}], 100.0),
        ([{"pid": "document", "v": "A document that there is not"}], 66.7),
        ([{"pid": "document", "v": ["Letter from Orlov to Lindqvist", "No such document"]}], 83.3),
        ([{"pid": "documented", "v": "1956"}, {"pid": "role", "v": "chair"}], 100.0),
        ([{"pid": "documented", "v": 1956}], 100.0),
        ([{"pid": "documented", "v": "1956-11-04T00:00:00Z"}], 100.0),
        ([{"pid": "documented", "v": 1957}], 66.7),
        ([{"pid": "wikidata", "v": "Q999000001"}], 100.0),
        ([{"pid": "place", "v": "Narvik"}], 100.0),  # nothing is known of a place of hers
        ([{"pid": "role", "v": True}], 66.7),
        ([{"pid": "role", "v": []}], 100.0),
    ],
)
def test_properties_count_for_or_against_a_candidate(site: Site, properties: list[Any], score: float) -> None:
    (found,) = asked(site, {"query": "Anna Lindqvist", "type": "rico:Person", "properties": properties})
    assert (found[0].id, found[0].score, found[0].match) == (ANNA, score, score == 100)
    named = {feature.id for feature in found[0].features}
    assert named <= {"name", *(f"property:{each['pid']}" for each in properties)}


def test_a_query_of_properties_alone_finds_what_has_them(site: Site) -> None:
    item, number, role, dated, both, none = asked(
        site,
        {"properties": [{"pid": "wikidata", "v": "http://www.wikidata.org/entity/Q999000001"}]},
        {"properties": [{"pid": "wikidata", "v": "Q999000001"}]},
        {"properties": [{"pid": "event", "v": {"id": "event/harbour-committee-1956-11-04"}}], "type": "rico:Person"},
        {"properties": [{"pid": "date", "v": "1956"}], "type": "rico:Event"},
        {"query": " ", "properties": [{"pid": "shelfmark", "v": "RGANI, f. 5, op. 30, d. 12"}]},
        {"properties": [{"pid": "shelfmark", "v": 'RGANI, f. 6" } #'}]},
    )  # fmt: skip
    assert [found.id for found in item] == [found.id for found in number] == [ANNA]
    assert number[0].match
    assert {found.id for found in role} == {ANNA, ORLOV}
    assert [found.id for found in dated] == ["event/harbour-committee-1956-11-04"]
    assert (both[0].id, both[0].match) == ("archive/rgani/f5/op30/d12", True)
    assert none == []


def test_names_types_and_properties_are_completed(site: Site) -> None:
    def complete(what: str, prefix: str, **more: object) -> list[str]:
        address = f"/reconcile/suggest/{what}?{urlencode({'prefix': prefix, **more})}"
        return [found.id for found in read(site.ask(address), shapes.Suggestions).result]

    assert complete("entity", "anna") == [ANNA]
    assert complete("entity", ANNA) == [ANNA]
    assert complete("entity", "anna", cursor=1) == []
    assert complete("entity", "") == []
    assert complete("type", "arch") == ["rico:RecordSet"]
    assert complete("type", "rico:pl") == ["rico:Place"]
    assert complete("property", "date") == ["documented", "date"]
    assert site.ask("/reconcile/suggest/entity?prefix=a&cursor=x").status == 400
    assert site.ask(f"/reconcile/suggest/entity?prefix=a&cursor={'9' * 5000}").status == 400
    assert site.ask("/reconcile/suggest/else?prefix=a").status == 404


def test_properties_are_proposed_by_type(site: Site) -> None:
    def proposed(query: str) -> list[str]:
        return [each.id for each in read(site.ask(f"/reconcile/properties{query}"), shapes.Proposals).properties]

    people, units, everything = proposed("?type=rico:Person"), proposed("?type=rico:RecordSet"), proposed("")
    assert "role" in people
    assert "shelfmark" not in people
    assert "shelfmark" in units
    assert set(people) | set(units) < set(everything)
    assert proposed("?type=rico:Person&limit=2") == people[:2]
    assert proposed("?type=Q5") == []


def test_columns_are_added_from_values(site: Site) -> None:
    wanted = {
        "ids": [ANNA, "person/nobody", "archive/rgani/f5/op30/d12"],
        "properties": [{"id": "name"}, {"id": "wikidata"}, {"id": "document", "settings": {}}, {"id": "holder"}],
    }  # fmt: skip
    added = read(send(site, "extend", wanted), shapes.Extension)
    assert [column.id for column in added.meta] == ["name", "wikidata", "document", "holder"]
    assert added.meta[2].type == shapes.Type("rico:Record", "document")
    assert [cell.words for cell in added.rows[ANNA]["name"]] == ["Anna Lindqvist", "Lindqvist"]
    assert [cell.words for cell in added.rows[ANNA]["wikidata"]] == ["Q999000001"]
    assert [cell.id for cell in added.rows[ANNA]["document"]] == ["document/harbour-102", "document/harbour-101"]
    assert added.rows["person/nobody"] == {"name": [], "wikidata": [], "document": [], "holder": []}
    holder = added.rows["archive/rgani/f5/op30/d12"]["holder"]
    assert holder == [shapes.Cell("archive/rgani", "Russian State Archive of Contemporary History")]
    by_get = site.ask(f"/reconcile?extend={quote(json.dumps(wanted))}")
    assert read(by_get, shapes.Extension) == added


@pytest.mark.parametrize(
    "id_", ["name", "document", "role", "event", "quotation", "unit", "date", "participant", "creator", "published"]
)
def test_each_property_has_values_somewhere(site: Site, id_: str) -> None:
    ids = [ANNA, "document/harbour-101", "event/harbour-committee-1956-11-04", "work/lamps-of-the-north-1949"]
    rows = read(send(site, "extend", {"ids": ids, "properties": [{"id": id_}]}), shapes.Extension).rows
    assert any(row[id_] for row in rows.values())


def test_a_preview_says_who_it_is_with_words_that_name_her(site: Site) -> None:
    page = site.ask(f"/reconcile/preview?id={quote(ANNA, safe='')}").text
    assert "<h1>" in page
    assert f'href="/harbour/{ANNA}"' in page
    assert "Lindqvist" in page
    assert "PRESENT: Lindqvist, Orlov" in page
    assert site.ask("/reconcile/preview?id=person/nobody").status == 404
    assert site.ask("/reconcile/view?id=person/nobody").status == 404
    assert site.ask("/reconcile/view").status == 404


@pytest.mark.parametrize(
    "address",
    ["/reconcile?", f"/reconcile?queries={quote(json.dumps({'q': {'query': 'Anna Lindqvist'}}))}&",
     f"/reconcile?extend={quote(json.dumps({'ids': [], 'properties': []}))}&", "/reconcile/suggest/entity?prefix=a&",
     "/reconcile/properties?"],
)  # fmt: skip
def test_old_clients_get_a_function_call(site: Site, address: str) -> None:
    reply = site.ask(f"{address}callback=take_1")
    assert reply.headers["content-type"].startswith("application/javascript")
    assert isinstance(json.loads(reply.text.removeprefix("take_1(").removesuffix(")")), dict)
    assert site.ask(f"{address}callback=no()").status == 400


@pytest.mark.parametrize(
    ("queries", "status", "why"),
    [
        ("{", 400, "It looks like"),
        ("[]", 400, "Expected `object`"),
        ('{"q": 1}', 400, "`$[...]`"),
        ('{"q": {}}', 400, "The query q needs words"),
        ('{"q": {"query": "", "properties": []}}', 400, "The query q needs words"),
        ('{"q": {"query": 5}}', 400, "$[...].query"),
        ('{"q": {"query": "a", "limit": 0}}', 400, "$[...].limit"),
        ('{"q": {"query": "a", "limit": "many"}}', 400, "$[...].limit"),
        ('{"q": {"query": "a", "properties": {"document": "b"}}}', 400, "$[...].properties"),
        ('{"q": {"query": "a", "properties": [{"v": "b"}]}}', 400, "missing required field `pid`"),
        ('{"q": {"query": "a", "properties": [{"pid": "document", "v": {"name": "b"}}]}}', 400, "field `id`"),
        ('{"q": {"query": "a", "properties": [{"pid": "shoe", "v": "b"}]}}', 400, "no property shoe. There are: name"),
        (json.dumps({str(n): {"query": "a"} for n in range(101)}), 413, "100 queries"),
    ],
)
def test_a_batch_that_cannot_be_read_is_refused_with_the_place(site: Site, queries: str, status: int, why: str) -> None:
    reply = site.ask("/reconcile", "POST", urlencode({"queries": queries}), content_type=FORM)
    assert reply.status == status
    assert why in reply.text


def test_a_cell_of_spaces_finds_nothing_and_spoils_no_batch(site: Site) -> None:
    found, nothing = asked(site, {"query": "Lindqvist, Anna"}, {"query": "  "})
    assert found
    assert nothing == []


@pytest.mark.parametrize(
    ("extend", "status"),
    [
        ({"ids": [ANNA]}, 400),
        ({"ids": [1], "properties": []}, 400),
        ({"ids": [ANNA], "properties": ["name"]}, 400),
        ({"ids": [ANNA], "properties": [{"id": "shoe"}]}, 400),
        ({"ids": [str(n) for n in range(1001)], "properties": []}, 413),
    ],
)
def test_values_asked_for_in_another_form_are_refused(site: Site, extend: object, status: int) -> None:
    assert send(site, "extend", extend).status == status


def test_other_methods_and_endless_bodies_are_refused(site: Site, strict: Site) -> None:
    assert site.ask("/reconcile", "DELETE").status == 405
    assert site.ask("/reconcile", "OPTIONS").status == 204
    assert site.ask("/reconcile/suggest/entity", "POST").status == 405
    assert site.ask("/reconcile", "POST", b"\xff=\xff", content_type=FORM).status == 400
    assert "queries" in site.ask("/reconcile", "POST", b"{}", content_type="application/json").text
    assert strict.ask("/reconcile", "POST", b"queries=" + b"x" * 3000, content_type=FORM).status == 413
