"""The questions of the contract, as they were given: of the examples in three engines, of the seed by its gold."""

import gzip
import json
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, Store, parse_query_results

QUESTIONS = (
    "agenda", "archival-citations", "archival-levels", "cross-archive", "dates", "documents", "events", "links",
    "mentions", "notes", "participants", "roles", "speech", "works",
)  # fmt: skip
Row = Mapping[str, str]


def as_given(shared: Path, name: str) -> str:
    return (shared / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def opened(build: Path) -> Store:
    store = Store()
    with gzip.open(build / "data.nq.gz") as quads:
        store.bulk_load(quads.read(), RdfFormat.N_QUADS)
    return store


def of_solutions(found: object) -> list[Row]:
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [
        {name: term.value for name, term in zip(names, row, strict=True) if isinstance(term, Named)} for row in found
    ]


Named = pyoxigraph.NamedNode | pyoxigraph.Literal


def asked(store: Store, question: str) -> list[Row]:
    return of_solutions(store.query(question, use_default_graph_as_union=True))


def in_no_order(rows: list[Row]) -> list[list[tuple[str, str]]]:
    return sorted(sorted(row.items()) for row in rows)


@pytest.fixture(scope="module")
def examples(examples_build: Path) -> Store:
    return opened(examples_build)


@pytest.fixture(scope="module")
def server(oxigraph: str, examples_build: Path) -> Iterator[str]:
    with gzip.open(examples_build / "data.nq.gz") as quads:
        body = quads.read()
    upload = urllib.request.Request(f"{oxigraph}/store", body, {"Content-Type": "application/n-quads"}, method="POST")  # noqa: S310
    urllib.request.urlopen(upload).close()  # noqa: S310 - our own address
    yield oxigraph
    emptied = urllib.request.Request(f"{oxigraph}/store", method="DELETE")  # noqa: S310
    urllib.request.urlopen(emptied).close()  # noqa: S310


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_server_gives_the_same_rows(name: str, shared: Path, examples: Store, server: str) -> None:
    question = as_given(shared, name)
    ours = in_no_order(asked(examples, question))
    assert ours
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{server}/query?union-default-graph&{urllib.parse.urlencode({'query': question})}",
        headers={"Accept": "application/sparql-results+json"},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - our own address
        assert in_no_order(of_solutions(parse_query_results(answer.read(), QueryResultsFormat.JSON))) == ours


@pytest.fixture(scope="module")
def seed(seed_build: Path) -> Store:
    return opened(seed_build)


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    (path,) = (shared / "gold").glob("000_*.gold.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def values(rows: list[Row], *names: str) -> list[tuple[str, ...]]:
    return [tuple(row.get(name, "") for name in names) for row in rows]


def test_the_seed_is_called_and_dated_as_it_says(seed: Store, gold: dict[str, Any], shared: Path) -> None:
    said = gold["document"]
    (row,) = asked(seed, as_given(shared, "documents"))
    assert (row["title"], row["date"], row["textHash"]) == (said["title"], said["date"], said["sha256"])
    assert (row["language"], row["originalLanguage"]) == ("en", "ru")


def test_all_who_took_part_in_the_session_are_found(seed: Store, gold: dict[str, Any], shared: Path) -> None:
    present = {person["mentions"][0]["start"] for person in gold["persons"] if "participant" in person["roles"]}
    rows = [row for row in asked(seed, as_given(shared, "participants")) if row["role"].endswith("#present")]
    first = {row["entity"]: int(row["start"]) for row in reversed(asked(seed, as_given(shared, "mentions")))}
    assert len(rows) == len(present) == 13
    assert {first[row["person"]] for row in rows} == present


def test_each_turn_is_found_in_its_order(seed: Store, gold: dict[str, Any], shared: Path) -> None:
    turns = gold["speech_turns"]
    rows = asked(seed, as_given(shared, "speech"))
    assert values(rows, "order", "start", "end") == [
        (str(turn["n"]), str(turn["label_start"]), str(turn["utterance_end"])) for turn in turns
    ]
    assert [row["name"].casefold().split()[-1] for row in rows] == [turn["speaker"].split("_")[0] for turn in turns]


def test_each_note_is_found_with_the_place_that_calls_it(seed: Store, gold: dict[str, Any], shared: Path) -> None:
    wanted = {(str(anchor["n"]), str(anchor["start"])) for anchor in gold["note_anchors"]}
    assert set(values(asked(seed, as_given(shared, "notes")), "number", "anchorStart")) == wanted


def test_each_reference_to_an_archive_is_found_to_the_leaf(seed: Store, gold: dict[str, Any], shared: Path) -> None:
    wanted = [
        (str(c["start"]), str(c["end"]), c["text"], f["leaf_from"], f["leaf_to"], f.get("side") or "")
        for c in gold["archival_citations"]
        for f in [c["fields"]]
    ]
    rows = asked(seed, as_given(shared, "archival-citations"))
    assert values(rows, "start", "end", "asWritten", "leafFrom", "leafTo", "side") == wanted
    levels = asked(seed, as_given(shared, "archival-levels"))
    for citation, row in zip(gold["archival_citations"], rows, strict=True):
        named = {level["levelType"].rpartition("#")[2]: level for level in levels if level["unit"] == row["unit"]}
        assert {kind: named[kind]["identifier"] for kind in ("fond", "opis", "delo")} == {
            kind: citation["fields"][kind] for kind in ("fond", "opis", "delo")
        }
        assert named["fond"]["archive"].endswith(f"/archive/{citation['fields']['repository'].lower()}")


def test_the_file_that_holds_the_seed_is_told_from_what_its_notes_cite(seed: Store, shared: Path) -> None:
    why = values(asked(seed, as_given(shared, "archival-citations")), "why", "note")
    assert [(w.rpartition("/")[2], note) for w, note in why] == [
        ("citesAsSourceDocument", ""),
        ("citesAsEvidence", "1"),
        ("citesAsEvidence", "10"),
    ]


def test_agenda_items_have_their_place_and_number(seed: Store, gold: dict[str, Any], shared: Path) -> None:
    wanted = [
        (str(order), item["label"].rstrip(". "), str(item["start"])) for order, item in enumerate(gold["agenda"], 1)
    ]
    assert values(asked(seed, as_given(shared, "agenda")), "order", "number", "start") == wanted


def test_works_cited_in_the_seed_have_title_year_and_names(seed: Store, gold: dict[str, Any], shared: Path) -> None:
    rows = asked(seed, as_given(shared, "works"))
    explicit = [work for work in gold["cited_works"] if not work.get("implicit")]
    assert {row["start"] for row in rows} == {str(work["start"]) for work in explicit}
    for work in explicit:
        csl = work["csl"]
        here = [row for row in rows if row["start"] == str(work["start"])]
        assert {row.get("title") for row in here} == {csl.get("title") or here[0]["title"]}
        assert {row.get("year", "") for row in here} == {csl.get("issued") or here[0].get("year", "")}
        names = [name["family"] for role in ("author", "editor") for name in csl.get(role, [])]
        found = [row.get("creator", "") for row in here]
        assert all(any(creator.endswith(name) for creator in found) for name in names), csl


@pytest.fixture(scope="module")
def graph(seed_build: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(seed_build / "data.ttl")


def _plain(value: rdflib.term.Identifier) -> str:
    """Return the words of a term; rdflib keeps the 1.0 of a decimal, which is 1 elsewhere."""
    number = value.toPython() if isinstance(value, rdflib.Literal) else None
    return f"{number.normalize():f}" if isinstance(number, Decimal) else str(value)


@pytest.mark.parametrize("name", QUESTIONS)
def test_rdflib_gives_the_same_rows_of_the_seed(name: str, seed: Store, graph: rdflib.Graph, shared: Path) -> None:
    question = as_given(shared, name)
    ours = in_no_order(asked(seed, question))
    found: list[Row] = [{key: _plain(value) for key, value in row.asdict().items()} for row in graph.query(question)]  # type: ignore[union-attr]
    assert in_no_order(found) == ours
    assert ours or name in {"links", "cross-archive"}
