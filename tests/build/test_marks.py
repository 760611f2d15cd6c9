"""What the editor of an encoded text marked is published as evidence of the editor's, and not as our reading."""

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import QuerySolutions, Store, parse

Build = Any
FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Report on the harbour</title>
</titleStmt></fileDesc></teiHeader><text><body><p>The barge of <persName>the widow Elm</persName> left
<placeName>Port Albert</placeName> for <orgName>the Mission</orgName> on <date when="1944-05-02">the second day</date>.
Comrade Birch stayed.</p></body></text></TEI>"""
QUESTION = """PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX kgo: <https://w3id.org/archival-kg/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?rule ?exact ?of ?thing WHERE { ?note kgo:rule ?rule ; oa:hasBody ?body ; oa:motivatedBy oa:identifying ;
    oa:hasTarget/oa:hasSelector/oa:exact ?exact . ?body rdfs:label ?thing .
    OPTIONAL { ?note prov:wasAttributedTo/rdfs:label ?of } }"""


@pytest.fixture
def evidence(built: Build, corpus: Path, tmp_path: Path) -> set[tuple[str, ...]]:
    """Rule, words, whose evidence it is ("" for ours), and what the words name."""
    (corpus / "report.xml").write_text(FILE, encoding="utf-8")
    assert built().failed == ()
    store = Store()
    store.extend(parse(path=tmp_path / "output" / "data.ttl"))
    found = store.query(QUESTION)
    assert isinstance(found, QuerySolutions)
    return {tuple(str(getattr(value, "value", "")) for value in row) for row in found}


def test_the_editors_marks_are_the_editors(evidence: set[tuple[str, ...]]) -> None:
    marked = {(rule, exact, of) for rule, exact, of, _ in evidence if rule.startswith("marks/")}
    assert marked == {
        ("marks/person", "the widow Elm", "Editor of report.xml"),
        ("marks/place", "Port Albert", "Editor of report.xml"),
        ("marks/organisation", "the Mission", "Editor of report.xml"),
        ("marks/date", "the second day", "Editor of report.xml"),
    }


def test_the_editor_has_the_name_that_the_header_gives(built: Build, corpus: Path, tmp_path: Path) -> None:
    statement = "<respStmt><resp>Edited by</resp><orgName>The River Edition</orgName></respStmt>"
    (corpus / "report.xml").write_text(FILE.replace("</titleStmt>", f"{statement}</titleStmt>"), encoding="utf-8")
    assert built().failed == ()
    store = Store()
    store.extend(parse(path=tmp_path / "output" / "data.ttl"))
    found = store.query(QUESTION)
    assert isinstance(found, QuerySolutions)
    assert {str(row["of"].value) for row in found if str(row["rule"].value).startswith("marks/")} == {
        "The River Edition"
    }


def test_a_marked_date_has_the_editors_value(evidence: set[tuple[str, ...]]) -> None:
    assert {thing for rule, *_, thing in evidence if rule == "marks/date"} == {"1944-05-02"}


def test_what_the_rules_read_beside_them_is_ours(evidence: set[tuple[str, ...]]) -> None:
    assert ("people/title", "Birch", "") in {(rule, exact, of) for rule, exact, of, _ in evidence}
