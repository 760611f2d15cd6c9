"""The report says what is wrong, about what, in which passage of which file, and what to do; in words, HTML and RDF."""

from rdflib import RDF, SH, Graph, URIRef

from kg.check.findings import Finding
from kg.check.report import as_html, as_text, as_turtle, stops

FINDINGS = [
    Finding(
        "quotation",
        "Violation",
        "http://x/person/weiss",
        "Weiss",
        "At 0-5 the text says 'eiss'.",
        "Weiss <b>",
        "meeting.txt",
    ),
    Finding("shape", "Warning", "http://x/work/1", "", "A work should have a year."),
]


def test_the_text_names_label_passage_file_and_remedy() -> None:
    text = as_text(FINDINGS)
    for words in ("Weiss <http://x/person/weiss>", "“Weiss <b>”", "in meeting.txt", "What to do: ", "(no label)"):
        assert words in text
    assert as_text([]) == "No faults were found.\n"


def test_many_findings_of_one_kind_are_counted_and_cut() -> None:
    many = [Finding("shape", "Violation", f"http://x/{n}", "", "No label.") for n in range(25)]
    assert "(25 ×)" in as_text(many)
    assert "… and 15 more" in as_text(many)


def test_the_page_escapes_what_sources_say() -> None:
    page = as_html(FINDINGS, "A & B")
    assert "Weiss &lt;b&gt;" in page
    assert "A &amp; B" in page


def test_the_rdf_is_a_validation_report_without_blank_nodes() -> None:
    graph = Graph().parse(data=as_turtle(FINDINGS, "http://x/"), format="turtle")
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert graph.value(report, SH.conforms).toPython() is False  # type: ignore[union-attr]
    assert len(list(graph.objects(report, SH.result))) == 2
    assert all(isinstance(s, URIRef) for s in graph.subjects())


def test_only_a_violation_stops_publication() -> None:
    assert stops(FINDINGS)
    assert not stops(FINDINGS[1:])
