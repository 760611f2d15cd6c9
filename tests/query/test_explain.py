import hashlib
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.query.evidence import whole_words
from kg.query.explain import Fact, explain
from kg.query.store import Data, open_data


def passages(data: Data, words: str) -> list[tuple[str, str, str]]:
    """Document, words and how they speak for the thing."""
    return [(quote.document, quote.exact, quote.via) for quote in explain(data, words).quotes]


def test_a_thing_is_told_with_its_facts(data: Data) -> None:
    found = explain(data, "person/lindqvist-anna")
    assert found.iri == "http://localhost:8000/harbour/person/lindqvist-anna"
    assert (found.label, found.types) == ("Anna Lindqvist", ("rico:Person",))
    assert found.facts == (
        Fact(property="schema:sameAs", value="wd:Q999000001", label=""),
        Fact(property="rico:hasOrHadAgentName", value="person/lindqvist-anna/name/Lindqvist", label="Lindqvist"),
    )


def test_what_was_decided_about_a_thing_is_told_with_its_reason(data: Data) -> None:
    (judged,) = explain(data, "person/lindqvist-anna").judgements
    assert (judged.verdict, judged.other, judged.score) == ("same", "wd:Q999000001", "0.97")


def test_a_document_is_called_by_its_title(data: Data) -> None:
    assert explain(data, "document/harbour-101").label == "Minutes of the Harbour Committee"


def test_a_quote_says_where_it_stands_and_who_read_it(data: Data, harbour: Path) -> None:
    quote = explain(data, "person/maas-b").quotes[0]
    text = (harbour / quote.file).read_bytes()
    assert hashlib.sha256(text).hexdigest() == quote.file.removeprefix("text/").removesuffix(".txt")
    assert text.decode()[quote.start : quote.end] == quote.exact == "B. Maas"
    assert (quote.prefix, quote.suffix) == ("ompiled by ".rjust(12, "C"), ".\n\nNOTES\n1. ")
    assert (quote.document, quote.title) == ("document/harbour-101", "Minutes of the Harbour Committee")
    assert (quote.rule, quote.confidence) == ("roles/compiled-by", "0.9")


def test_a_person_is_walked_back_through_all_that_refers_to_them(data: Data) -> None:
    one, two = "document/harbour-101", "document/harbour-102"
    said = "LINDQVIST. The lamp must burn before winter. (1)"
    assert passages(data, "person/lindqvist-anna") == [
        (one, "Minutes of the Harbour Committee, 4 November 1956", "rico:hasOrHadParticipant"),
        (one, "Lindqvist", "rico:relationHasTarget"),
        (one, "Lindqvist", "oa:hasBody"),
        (one, "LINDQVIST", "rico:relationHasTarget"),
        (one, "LINDQVIST", "oa:hasBody"),
        (one, said, "rico:isOrWasPerformedBy"),
        (two, "Lindqvist", "rico:relationHasTarget"),
        (two, "Lindqvist", "oa:hasBody"),
    ]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("archive/rgani/f5/op30/d12", ["RGANI, f. 5, op. 30, d. 12, l. 7ob"]),
        ("archive/rgani/f5", ["RGANI, f. 5, op. 30, d. 12, l. 7ob"]),
        ("archive/tna", ["TNA, FO 371/9"]),
        ("work/lamps-of-the-north-1949", ["Ida Berg, ed., Lamps of the North (Oslo: Fjord Press, 1949), pp. 3-4"]),
        ("Ida Berg", ["Ida Berg, ed., Lamps of the North (Oslo: Fjord Press, 1949), pp. 3-4", "Ida Berg"]),
        ("person/orlov-pavel/name/Orlov", ["Orlov", "Orlov"]),
        ("document/harbour-101/statement/2", ["ORLOV. Then we vote today."]),
        ("date/1956-11-04", ["4 November 1956", "4 November"]),
        ("organisation/fjord-press", []),
    ],
)
def test_each_kind_of_thing_has_its_words(data: Data, words: str, quoted: list[str]) -> None:
    found = [exact for _, exact, _ in passages(data, words)]
    assert sorted(found) == sorted(quoted)


def test_a_piece_of_evidence_explains_itself(data: Data) -> None:
    annotation = explain(data, "person/maas-b").quotes[0].annotation
    assert [(quote.annotation, quote.exact) for quote in explain(data, annotation).quotes] == [(annotation, "B. Maas")]


def test_evidence_outside_a_text_is_kept(tmp_path: Path) -> None:
    (tmp_path / "d.ttl").write_text(
        "@prefix oa: <http://www.w3.org/ns/oa#> . "
        "<http://h/e> a oa:Annotation ; oa:hasBody <http://h/x> ; oa:hasTarget <http://h/source.json> ."
    )
    quote = explain(open_data(tmp_path / "d.ttl"), "http://h/x").quotes[0]
    assert (quote.start, quote.end, quote.exact, quote.file) == (None, None, "", "")


def test_what_the_data_never_names_is_not_explained(data: Data) -> None:
    with pytest.raises(QueryError, match=r"data\.trig says nothing about http://h/none"):
        explain(data, "http://h/none")


@pytest.mark.parametrize(
    ("before", "after", "around"),
    [
        (
            "ime of the Hungarian uprising in ",
            ", which went on to the end of Jan",
            (" of the Hungarian uprising in ", ", which went on to the end of "),
        ),
        ("Minutes of the\n", " held\n\nin Oslo", ("Minutes of the ", " held in Oslo")),  # the text begins and ends here
        ("a" * 32, "b" * 32, ("a" * 32, "b" * 32)),  # one word
        ("", "", ("", "")),
    ],
)
def test_words_that_were_cut_are_not_shown(before: str, after: str, around: tuple[str, str]) -> None:
    assert whole_words(before, after) == around
