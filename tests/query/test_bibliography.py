"""Bibliographies: each format as a whole, types, escapes, names, and the order."""

import json
from pathlib import Path

import pytest

from kg.query.bibliography import WRITERS, Entry, Maker, entries
from kg.query.store import Data, open_data

PREFIXES = """@prefix fabio: <http://purl.org/spar/fabio/> . @prefix cito: <http://purl.org/spar/cito/> .
@prefix kgo: <https://w3id.org/archival-kg/ontology#> . @prefix rico: <https://www.ica.org/standards/RiC/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix schema: <https://schema.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @base <http://h/> .
"""
WORKS = """
<document/d> a rico:Record ; rico:hasOrHadInstantiation <text/d> .
<person/b> a rico:Person ; rdfs:label "Ida van der Berg" . <person/a> a rico:Person ; rdfs:label "Anselm" .
<organisation/x> a rico:CorporateBody ; rdfs:label "Board of Ferries & Locks" .
<container/ice> dcterms:title "Ice" .
<work/z> a fabio:Book ; dcterms:title "100% {Salt}: a_b" ; schema:author <organisation/x> ;
  schema:datePublished "1949" ; kgo:publisherPlace "Oslo" ; schema:publisher <organisation/x> .
<work/a> a fabio:JournalArticle ; dcterms:title "Лёд" ; schema:author <person/b>, <person/a> ;
  schema:datePublished "1956-11" ; schema:isPartOf <container/ice> ; schema:volumeNumber "3" ;
  schema:issueNumber "1/2" ; fabio:hasTranslatedTitle "Ice & Fire" .
<work/not-cited> a fabio:Book ; dcterms:title "Nobody cites this" .
<c/1> a kgo:WorkCitation ; cito:hasCitedEntity <work/z> . <c/2> a kgo:WorkCitation ; cito:hasCitedEntity <work/z> .
<c/3> a kgo:WorkCitation ; cito:hasCitedEntity <work/a> .
"""

CSL = [
    {
        "id": "a",
        "type": "article-journal",
        "title": "Лёд",
        "author": [{"family": "Anselm"}, {"family": "van der Berg", "given": "Ida"}],
        "issued": {"date-parts": [[1956, 11]]},
        "container-title": "Ice",
        "volume": "3",
        "issue": "1/2",
        "note": "Translated title: Ice & Fire",
        "URL": "http://h/work/a",
    },
    {
        "id": "z",
        "type": "book",
        "title": "100% {Salt}: a_b",
        "author": [{"literal": "Board of Ferries & Locks"}],
        "issued": {"date-parts": [[1949]]},
        "publisher-place": "Oslo",
        "publisher": "Board of Ferries & Locks",
        "URL": "http://h/work/z",
    },
]
BIBTEX = r"""@article{a,
  title = {{Лёд}},
  author = {Anselm and van der Berg, Ida},
  journal = {Ice},
  year = {1956},
  volume = {3},
  number = {1/2},
  titleaddon = {Ice \& Fire},
  url = {http://h/work/a},
}

@book{z,
  title = {{100\% \{Salt\}: a\_b}},
  author = {{Board of Ferries \& Locks}},
  publisher = {Board of Ferries \& Locks},
  address = {Oslo},
  year = {1949},
  url = {http://h/work/z},
}
"""
RIS = """TY  - JOUR
ID  - a
TI  - Лёд
TT  - Ice & Fire
AU  - Anselm
AU  - van der Berg, Ida
PY  - 1956
DA  - 1956-11
T2  - Ice
VL  - 3
IS  - 1/2
UR  - http://h/work/a
ER  -\x20

TY  - BOOK
ID  - z
TI  - 100% {Salt}: a_b
AU  - Board of Ferries & Locks
PY  - 1949
CY  - Oslo
PB  - Board of Ferries & Locks
UR  - http://h/work/z
ER  -\x20
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Data:
    """Two cited works and one that is not cited."""
    (tmp_path / "shelf.ttl").write_text(PREFIXES + WORKS, encoding="utf-8")
    return open_data(tmp_path / "shelf.ttl")


def work(**changed: str) -> Entry:
    empty = dict.fromkeys(("iri", "issued", "place", "publisher", "container", "volume", "issue"), "")
    return Entry(**{"key": "k", "type": "book", "title": "T", **empty, **changed}, makers=())


@pytest.mark.parametrize(
    ("label", "family", "given"),
    [
        ("Ida van der Berg", "van der Berg", "Ida"),
        ("Berg, Ida", "Berg", "Ida"),
        ("Kovács Imre", "Kovács", "Imre"),
        ("Imre Kovács", "Kovács", "Imre"),
        ("Zhao Mingde", "Zhao", "Mingde"),
        ("Kim Chong-su", "Kim", "Chong-su"),
        ("Petrov A. I.", "Petrov", "A. I."),
        ("A. I. Petrov", "Petrov", "A. I."),
        ("Anselm", "Anselm", ""),
    ],
)
def test_a_name_is_split_in_the_order_it_is_written_in(label: str, family: str, given: str, tmp_path: Path) -> None:
    data = f"""<document/d> a rico:Record . <work/w> a fabio:Book ; dcterms:title "T" ; schema:author <person/p> .
    <person/p> a rico:Person ; rdfs:label "{label}" . <c/1> a kgo:WorkCitation ; cito:hasCitedEntity <work/w> ."""
    (tmp_path / "shelf.ttl").write_text(PREFIXES + data, encoding="utf-8")
    (entry,) = entries(open_data(tmp_path / "shelf.ttl"))
    assert entry.makers == (Maker("author", family, given),)


def test_the_cited_works_are_written_as_csl_json(shelf: Data) -> None:
    assert json.loads(WRITERS["csl"](entries(shelf))) == CSL


@pytest.mark.parametrize(("form", "expected"), [("bibtex", BIBTEX), ("ris", RIS)])
def test_the_cited_works_are_written_in_the_older_formats(form: str, expected: str, shelf: Data) -> None:
    assert WRITERS[form](entries(shelf)) == expected


@pytest.mark.parametrize(
    ("kind", "bibtex", "ris"),
    [
        ("chapter", "@incollection{k,\n", "TY  - CHAP\n"),
        ("article-newspaper", "@article{k,\n", "TY  - NEWS\n"),
        ("paper-conference", "@inproceedings{k,\n", "TY  - CPAPER\n"),
        ("thesis", "@phdthesis{k,\n", "TY  - THES\n"),
        ("report", "@techreport{k,\n", "TY  - RPRT\n"),
        ("manuscript", "@unpublished{k,\n", "TY  - UNPB\n"),
    ],
)
def test_each_kind_of_work_has_its_type(kind: str, bibtex: str, ris: str) -> None:
    assert WRITERS["bibtex"]([work(type=kind)]).startswith(bibtex)
    assert WRITERS["ris"]([work(type=kind)]).startswith(ris)


def test_a_date_that_is_no_date_is_kept_as_words() -> None:
    assert json.loads(WRITERS["csl"]([work(issued="forthcoming")]))[0]["issued"] == {"literal": "forthcoming"}
    assert "  year = {forthcoming},\n" in WRITERS["bibtex"]([work(issued="forthcoming")])


@pytest.mark.parametrize(
    ("edtf", "csl"),
    [
        ("1956-11-04", {"date-parts": [[1956, 11, 4]]}),
        ("2003-06-12/2003-06-14", {"date-parts": [[2003, 6, 12], [2003, 6, 14]]}),
        ("1995-21", {"date-parts": [[1995]], "season": 1}),
        ("1956~", {"literal": "1956~"}),
        ("../1956", {"literal": "../1956"}),
    ],
)
def test_a_day_a_span_and_a_season_are_given_in_parts(edtf: str, csl: dict[str, object]) -> None:
    assert json.loads(WRITERS["csl"]([work(issued=edtf)]))[0]["issued"] == csl


def test_a_working_paper_has_a_series_and_a_number() -> None:
    paper = work(type="report", container="Ferry Working Paper", issue="12")
    item = json.loads(WRITERS["csl"]([paper]))[0]
    assert (item["collection-title"], item["number"]) == ("Ferry Working Paper", "12")
    assert "  type = {Ferry Working Paper},\n" in WRITERS["bibtex"]([paper])


def test_the_series_of_a_book_is_no_container() -> None:
    assert json.loads(WRITERS["csl"]([work(container="Ice Studies")]))[0]["collection-title"] == "Ice Studies"


def test_a_line_break_does_not_end_a_field_of_ris() -> None:
    assert "TI  - One Two\n" in WRITERS["ris"]([work(title="One\nTwo")])


def test_a_given_name_does_not_lend_its_end_to_the_family(data: Data) -> None:
    (lamps,) = entries(data)
    assert lamps.named("editor") == [Maker("editor", "Berg", "Ida")]


def test_no_works_are_an_empty_bibliography(tmp_path: Path) -> None:
    (tmp_path / "none.ttl").write_text('<http://h/a> <http://h/b> "c" .')
    none = entries(open_data(tmp_path / "none.ttl"))
    assert [write(none) for write in WRITERS.values()] == ["[]\n", "", ""]
