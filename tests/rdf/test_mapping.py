"""What the mapping says about the two made-up documents of conftest.py, statement by statement."""

import dataclasses
import hashlib
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

import pyoxigraph
import pytest

from kg.extract.archives import Archive, archives
from kg.model import Analysis, ArchivalCitation, Decision, Document, Entities, Level, quote
from kg.rdf import mapping
from kg.rdf.archives import Unit, holders, shelfmark, short_names, units
from kg.rdf.dataset import Dump, Tally
from kg.rdf.declared import DECLARED
from kg.rdf.document import calendar_date, title_of
from kg.rdf.evidence import evidence
from kg.rdf.identity import links
from kg.rdf.mapping import map_distributions, map_document, map_entities
from kg.rdf.page import Claim, Names, Page, names_by_document
from kg.rdf.shared import Shared
from kg.rdf.terms import string
from kg.rdf.vocab import PREFIXES, cito, dcat, dcterms, kgo, oa, rdfs, rico, schema, xsd
from kg.rdf.works import work

Documents = tuple[tuple[Document, Analysis], ...]
Lines = tuple[str, ...]

BASE = "https://archive.example/harbour/"


@pytest.fixture(scope="module")
def store(lines: Lines) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.bulk_load("".join(lines).encode(), pyoxigraph.RdfFormat.N_QUADS)
    return store


def written(
    document: Document,
    analysis: Analysis,
    names: Names,
    *,
    other_texts: Iterable[Document] = (),
    rights: str = "",
    donor: str = "",
) -> tuple[list[str], Shared]:
    batches, share = map_document(
        BASE,
        document,
        analysis,
        names,
        version="1",
        confidence={},
        other_texts=other_texts,
        rights=rights,
        donor=donor,
    )
    return sorted(chain(*batches)), share


def bare(text: str) -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        key="x-1",
        collection="x",
        identifier="1",
        text=text,
        sha256=sha256,
        source="a.txt",
        reader="plain/1",
        language="",
    )


def patterns(name: str) -> list[str]:
    blocks = Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n\n")
    return [block.strip() for block in blocks[1:]]


def ask(store: pyoxigraph.Store, pattern: str) -> bool:
    head = "".join(f"PREFIX {prefix}: <{namespace}> " for prefix, namespace in PREFIXES.items())
    return bool(store.query(f"BASE <{BASE}> {head} ASK {{ {pattern} }}", use_default_graph_as_union=True))


@pytest.mark.parametrize("pattern", patterns("said.rq"))
def test_the_data_says(store: pyoxigraph.Store, pattern: str) -> None:
    assert ask(store, pattern)


@pytest.mark.parametrize("pattern", patterns("unsaid.rq"))
def test_the_data_does_not_say(store: pyoxigraph.Store, pattern: str) -> None:
    assert not ask(store, pattern)


def test_one_participation_stands_for_each_person_and_role(lines: Lines) -> None:
    speaking = {line.split()[0] for line in lines if "/participation/speaker-" in line.split()[0]}
    assert len(speaking) == 1


def test_every_position_and_quote_is_the_text(documents: Documents, store: pyoxigraph.Store) -> None:
    question = (
        f"PREFIX oa: <{PREFIXES['oa']}> SELECT ?text ?start ?end ?exact ?before ?after WHERE {{ "
        "?t oa:hasSource ?text ; oa:hasSelector ?p , ?q . ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact . "
        "OPTIONAL { ?q oa:prefix ?before } OPTIONAL { ?q oa:suffix ?after } }"
    )
    texts = {f"{d.key}/text/{d.sha256[:12]}": d.text for d, _ in documents}
    found = store.query(question, use_default_graph_as_union=True)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    rows = list(found)
    assert len(rows) > 30
    for row in rows:
        text = texts[row["text"].value.partition("document/")[2]]
        start, end = int(row["start"].value), int(row["end"].value)
        assert text[start:end] == row["exact"].value
        assert text[:start].endswith(row["before"].value if row["before"] else "")
        assert text[end:].startswith(row["after"].value if row["after"] else "")


def test_every_thing_of_ours_is_described(lines: Lines) -> None:
    subjects = {line.split(" ", 1)[0] for line in lines}
    files = {schema.contentUrl, dcat.downloadURL}
    for line in lines:
        _, predicate, rest = line.split(" ", 2)
        value = rest.rsplit(" ", 2)[0]
        if value.startswith(f"<{BASE}") and predicate not in files:
            assert value in subjects, line


def test_every_term_is_declared(lines: Lines) -> None:
    for line in lines:
        _, predicate, rest = line.split(" ", 2)
        value = rest.rsplit(" ", 2)[0]
        assert predicate in DECLARED
        if value.startswith("<") and not value.startswith(
            (f"<{BASE}", f"<{PREFIXES['wd']}", "<https://licence.example")
        ):
            assert value in DECLARED
        if '"^^' in value:
            assert value.rpartition("^^")[2] in DECLARED


def test_the_dataset_counts_all_statements(lines: Lines) -> None:
    total = next(line for line in lines if f"/dataset> <{PREFIXES['void']}triples>" in line)
    assert f'"{len(lines)}"' in total


def test_each_graph_holds_what_belongs_to_it(lines: Lines) -> None:
    for line in lines:
        subject, graph = line.split(" ", 1)[0], line.rsplit(" ", 2)[1]
        path = subject.removeprefix(f"<{BASE}").rstrip(">")
        kind = graph.removeprefix(f"<{BASE}graph/").rstrip(">")
        if path.startswith("document/"):
            key = path.split("/")[1]
            assert kind == (f"evidence/{key}" if "/evidence/" in path or "#" in path else f"document/{key}")
        elif kind not in {"links", "dataset"}:
            assert kind == "entities"


def test_the_same_records_give_the_same_lines(documents: Documents, entities: Entities) -> None:
    document, analysis = documents[0]
    names = names_by_document(entities)[document.key]
    first, again = (written(document, analysis, names)[0] for _ in range(2))
    assert first == again == sorted(set(first))


def test_a_long_text_in_many_batches_has_the_lines_that_it_has_in_one(
    documents: Documents, entities: Entities, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, analysis = documents[0]
    names = names_by_document(entities)[document.key]
    whole, _ = written(document, analysis, names)
    monkeypatch.setattr(mapping, "BATCH", 1)
    batches, _ = map_document(BASE, document, analysis, names, version="1", confidence={})
    first, *more = batches
    assert len(more) > 3
    assert all(batch == sorted(set(batch)) for batch in (first, *more))
    assert sorted([*first, *chain(*more)]) == whole
    own = f"<{BASE}document/{document.key}/"
    told = {line.split(" ")[2] for batch in more for line in batch if f" {oa.hasBody} " in line}
    assert told
    assert not any(body.startswith(own) for body in told)


def test_a_second_text_of_a_record_is_a_text_and_nothing_more(documents: Documents, entities: Entities) -> None:
    document, analysis = documents[0]
    other = dataclasses.replace(document, sha256="c3" * 32, source="scan.pdf", text="other words")
    names = names_by_document(entities)[document.key]
    alone, _ = written(document, analysis, names)
    both, _ = written(document, analysis, names, other_texts=[other])
    added = set(both) - set(alone)
    assert len(added) == 6
    assert all("/text/c3c3c3c3c3c3>" in line for line in added)


def test_a_page_without_rights_has_those_of_the_corpus(documents: Documents, entities: Entities) -> None:
    document, analysis = documents[0]
    names = names_by_document(entities)[document.key]
    lines, _ = written(document, analysis, names, rights="Free", donor="A museum")
    assert any(f'{dcterms.rights} "Free"' in line for line in lines)
    assert any(f'{dcterms.provenance} "A museum"' in line for line in lines)


def test_a_document_without_any_find_is_still_a_record() -> None:
    document = bare("\n  One line  \n")
    lines, share = written(document, Analysis(document="x-1"), Names())
    assert any("One line" in line for line in lines)
    assert (share.units, share.tellings) == (frozenset(), ())


def test_of_claims_that_differ_only_in_the_rule_the_first_counts(documents: Documents, entities: Entities) -> None:
    document, analysis = documents[0]
    page = Page(base=BASE, document=document, analysis=analysis, names=names_by_document(entities)[document.key])
    span = analysis.mentions[0].span
    found = evidence(page, [Claim("person/x", span, "people/a"), Claim("person/x", span, "people/b")], "run/1", {})
    assert sum(f" {kgo.rule} " in statement for statement in found) == 1
    assert any('"people/a"' in statement for statement in found)


def cited(archive: str, levels: tuple[Level, ...], papka: str = "") -> list[str]:
    text = "SOMEWHERE"
    citation = ArchivalCitation(
        span=quote(text, 0, 9), rule="shelfmarks/x", archive=archive, archive_span=None, levels=levels, papka=papka
    )
    document = bare(text)
    analysis = Analysis(document="x-1", citations=(citation,))
    found, share = written(document, analysis, Names())
    return found + map_entities(BASE, Entities(entities=(), works=(), events=()), {}, [share], archives())


def test_a_papka_without_a_delo_is_itself_the_unit_cited() -> None:
    lines = cited("avprf", (Level("fond", "7"),), papka="12")
    assert any(f"{cito.hasCitedEntity} <{BASE}archive/avprf/f7/papka12> " in line for line in lines)
    assert sum(rico.isDirectlyIncludedIn in line for line in lines) == 1


def test_an_archive_cited_as_a_whole_is_no_unit() -> None:
    lines = cited("avprf", ())
    assert any(f"{cito.hasCitedEntity} <{BASE}archive/avprf> " in line for line in lines)
    assert not any(kgo.ArchivalCitation in line or rico.RecordSet in line for line in lines)


def test_a_level_of_no_known_kind_is_kept_as_another_level() -> None:
    assert any(kgo.otherLevel in line for line in cited("somewhere", (Level("shelf", "7"),)))


def test_a_delo_lies_in_one_papka_even_where_references_disagree() -> None:
    levels = (Level("fond", "7"), Level("opis", "2"), Level("delo", "15"))
    lines = units(BASE, [Unit("x", levels, papka) for papka in ("9", "8", "")], {}, {})
    assert sum(f"<{BASE}archive/x/f7/op2/d15> {rico.isDirectlyIncludedIn} " in line for line in lines) == 2
    assert sum(f"archive/x/f7/op2/papka8> {kgo.shelfmark} " in line for line in lines) == 1


def test_two_spellings_of_one_number_are_one_unit() -> None:
    cited = [Unit("x", (Level("fond", "1-Б"),)), Unit("x", (Level("fond", "1-б"),))]
    lines = units(BASE, cited, {}, {})
    assert sum("identifier>" in line for line in lines) == 1
    assert {shelfmark(unit) for unit in cited} == {"X, f. 1-Б"}


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((Level("fond", "3"), Level("opis", "64"), Level("delo", "484")), "APRF, f. 3, op. 64, d. 484"),
        ((Level("record-group", "59"), Level("box", "12")), "APRF, record group 59, box 12"),
        ((Level("fond", " 1 \n a "),), "APRF, f. 1 A"),
    ],
)
def test_a_shelfmark_has_one_spelling(levels: tuple[Level, ...], expected: str) -> None:
    assert shelfmark(Unit("aprf", levels)) == expected


def test_a_chain_of_successors_is_followed_and_ends() -> None:
    def archive(key: str, successor: str) -> Archive:
        return Archive(key=key, name=key.upper(), forms=(key,), country="RU", family="soviet", successor=successor)

    table = {"a": archive("a", "b"), "b": archive("b", "c"), "c": archive("c", "a")}
    lines = holders(BASE, {"a": "A as written"}, table, set())
    assert sum("hasSuccessor>" in line for line in lines) == 3
    assert any('"A as written"' in line for line in lines)
    assert short_names({"a": "", "z": "Z archive"}, table)["z"] == "Z archive"


def test_every_archive_of_the_table_has_a_short_name() -> None:
    assert all(short_names(dict.fromkeys(archives(), ""), archives()).values())


def test_a_renamed_archive_is_in_the_data_as_a_dated_succession_and_not_merged() -> None:
    levels = (Level("fond", "7"), Level("opis", "2"))
    store = pyoxigraph.Store()
    store.load("".join(cited("tskhsd", levels)).encode(), pyoxigraph.RdfFormat.N_QUADS)
    assert ask(store, "<archive/tskhsd> a rico:CorporateBody ; rico:hasSuccessor <archive/rgani> .")
    assert ask(store, "<archive/rgani> a rico:CorporateBody .")
    assert ask(
        store,
        """<archive/tskhsd/successor/rgani> a rico:AgentTemporalRelation ; rico:date "1999" ;
        rico:relationHasSource <archive/tskhsd> ; rico:relationHasTarget <archive/rgani> ; rico:relationSource ?source .
        FILTER (STRLEN(?source) > 20)""",
    )
    assert ask(store, "<archive/tskhsd/f7/op2> kgo:continuesAs <archive/rgani/f7/op2> .")
    assert ask(store, "<archive/tskhsd/f7/op2> rico:hasOrHadHolder <archive/tskhsd> .")
    assert ask(store, "<archive/rgani/f7/op2> rico:hasOrHadHolder <archive/rgani> .")
    assert not ask(store, "?a <http://www.w3.org/2002/07/owl#sameAs> ?b . FILTER (CONTAINS(STR(?a), '/archive/'))")
    assert not ask(store, "<archive/tskhsd/f7/op2> rico:hasOrHadHolder <archive/rgani> .")


def test_where_the_heir_numbered_anew_no_unit_continues_as_another() -> None:
    lines = cited("sua", (Level("fond", "7"),))
    assert any(rico.hasSuccessor in line for line in lines)
    assert not any(kgo.continuesAs in line for line in lines)


def test_the_successor_of_a_named_archive_is_in_the_table() -> None:
    table = archives()
    assert all(entry.successor in table for entry in table.values() if entry.successor)


@pytest.mark.parametrize(
    ("edtf", "term"),
    [
        ("1956", f'"1956"^^{xsd.gYear}'),
        ("1956-11", f'"1956-11"^^{xsd.gYearMonth}'),
        ("1956-11-04", f'"1956-11-04"^^{xsd.date}'),
        ("1956-21", '"1956-21"'),
        ("1956-11-04/1956-11-05", '"1956-11-04/1956-11-05"'),
        ("195X", '"195X"'),
        ("", ""),
    ],
)
def test_a_plain_date_is_typed(edtf: str, term: str) -> None:
    assert calendar_date(edtf) == term


def test_the_first_line_stands_in_for_a_title(documents: Documents) -> None:
    assert title_of(documents[1][0]) == "A. Tamm to Orlov, May 1951"


def test_a_decision_on_a_day_that_is_none_has_no_date() -> None:
    decision = Decision(left="person/a", right="Q1", verdict="unsure", who="M", when="spring")
    lines = links(BASE, [decision])
    assert not any("/date>" in line for line in lines)
    assert not any(schema.sameAs in line.split(" ")[1] for line in lines)


def test_whoever_decides_is_described_once() -> None:
    who = ("Mari Kivi", "mari kivi", "archival-kg")
    lines = links(BASE, [Decision(left="person/a", right="Q1", verdict="same", who=w, when="2024-05-01") for w in who])
    assert [line for line in lines if f"{rdfs.label}" in line and "/agent/" in line.split(" ")[0]] == [
        f'<{BASE}agent/mari-kivi> {rdfs.label} "Mari Kivi"'
    ]


def test_the_dumps_are_described_with_their_checksums() -> None:
    lines = map_distributions(BASE, [Dump("data.nq.gz", "application/n-quads", 12, "ab" * 32, "application/gzip")])
    assert any(string("ab" * 32) in line for line in lines)
    assert any(f"{dcat.downloadURL} <{BASE}data.nq.gz>" in line for line in lines)


def test_no_documents_make_no_entities() -> None:
    assert map_entities(BASE, Entities(entities=(), works=(), events=()), {}, [], {}) == []


def test_a_tally_counts_things_by_class() -> None:
    tally = Tally()
    tally.add(["<a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:C> <g> .\n", '<a> <p> "x <y> z" <g> .\n'])
    assert (tally.statements, dict(tally.classes)) == (2, {"<urn:C>": 1})


def test_a_town_is_no_publisher_whatever_stands_behind_it(entities: Entities) -> None:
    item = next(each for each in entities.works if each.best.publisher)
    names = names_by_document(entities)[item.document]
    assert any(schema.publisher in line for line in work(BASE, item, names))
    assert item.best.publisher is not None
    town = {(item.best.publisher.start, item.best.publisher.end): "place/reval"}
    elsewhere = dataclasses.replace(names, mentions={**names.mentions, **town})
    assert not any(schema.publisher in line for line in work(BASE, item, elsewhere))
