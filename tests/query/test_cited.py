from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.query.cited import run_cited
from kg.query.library import names, question, read_question
from kg.query.run import Rows, Term
from kg.query.store import Data, open_data
from kg.query.things import spoken

COUNTING = [name for name in names() if "GROUP BY" in question(name).text]


def cited(data: Data, name: str, values: dict[str, Term] | None = None) -> list[list[str]]:
    found = run_cited(data, question(name), values or {}, None)
    return [[spoken(term, data.base) for term in row] for row in found.rows]


def test_each_participation_shows_the_words_that_say_it(data: Data) -> None:
    rows = cited(data, "participants")
    assert [(row[3], row[4], row[5], *row[-2:]) for row in rows] == [
        ("Anna Lindqvist", "kgo:chair", "LINDQVIST", "102", "111"),
        ("Anna Lindqvist", "kgo:present", "Lindqvist", "60", "69"),
        ("Pavel Orlov", "kgo:present", "Orlov", "71", "76"),
    ]


@pytest.mark.parametrize("name", [name for name in names() if question(name).fact])
def test_the_words_stand_where_the_row_says(data: Data, name: str) -> None:
    found = run_cited(data, question(name), {}, None)
    assert found.variables[-4:] == ("quotation", "file", "from", "to")
    for row in found.rows:
        quotation, file, start, end = (spoken(term, "") for term in row[-4:])
        if quotation:
            text = (data.path.parent / file).read_text(encoding="utf-8")
            assert text[int(start) : int(end)] == quotation


def test_most_facts_of_the_library_have_their_words(data: Data) -> None:
    facts = [name for name in names() if question(name).fact]
    bare = {name for name in facts if not any(row[-4] for row in cited(data, name))}
    assert bare <= {"documents-between", "same-file", "disputes"}


def test_words_of_the_rows_own_document_come_first(data: Data) -> None:
    rows = cited(data, "documents-naming")
    assert [(row[2], row[4]) for row in rows if row[1] == "Anna Lindqvist"] == [
        ("document/harbour-101", "Lindqvist"),
        ("document/harbour-102", "Lindqvist"),
    ]
    assert len({row[5] for row in rows if row[1] == "Anna Lindqvist"}) == 2


def test_sparql_of_ones_own_shows_the_first_thing_with_evidence(data: Data) -> None:
    asked = read_question("given", "SELECT ?n ?s { ?s a kgo:Statement ; kgo:order ?n } ORDER BY ?n")
    rows = run_cited(data, asked, {}, 1).rows
    assert [spoken(term, data.base) for term in rows[0]][2] == "LINDQVIST. The lamp must burn before winter. (1)"


@pytest.mark.parametrize("name", COUNTING)
def test_counts_have_no_evidence_of_their_own(data: Data, name: str) -> None:
    with pytest.raises(QueryError, match="count many facts"):
        run_cited(data, question(name), {}, None)


def test_only_rows_have_evidence(data: Data) -> None:
    with pytest.raises(QueryError, match="Ask with SELECT"):
        run_cited(data, read_question("given", "ASK { ?s ?p ?o }"), {}, None)


def test_a_build_names_the_file_in_its_folder(data: Data) -> None:
    folder = data.path.parent
    rows = run_cited(replace(data, folders=(folder,)), question("speech"), {}, 1)
    assert isinstance(rows, Rows)
    assert spoken(rows.rows[0][-3], "").startswith(f"{folder}/text/")
    assert open_data(data.path).folders == ()
