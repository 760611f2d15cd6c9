"""A quotation that does not stand in its text is found."""

import pytest

from kg.check.facts import Facts, facts_of
from kg.check.findings import Fault, findings
from kg.check.quotes import wrong_quotes
from kg.rdf.vocab import dcterms, kgo, oa, rdf, rdfs, rico, schema

SHA = "a" * 64
TEXT = "Weiss met Brandl on 4 May."
ANNOTATION, TARGET, POSITION, QUOTE, PERSON, FILE = (
    f"<http://x/{n}>" for n in ("a", "t", "p", "q", "person/weiss", "text")
)


def graph(start: int = 0, end: int = 5, exact: str = "Weiss", suffix: str = " met", sha: str = SHA) -> Facts:
    return facts_of(
        [
            (ANNOTATION, rdf.type, oa.Annotation),
            (ANNOTATION, oa.hasBody, PERSON),
            (ANNOTATION, oa.hasTarget, TARGET),
            (TARGET, oa.hasSource, FILE),
            (TARGET, oa.hasSelector, POSITION),
            (TARGET, oa.hasSelector, QUOTE),
            (POSITION, oa.start, f'"{start}"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>'),
            (POSITION, oa.end, f'"{end}"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>'),
            (QUOTE, oa.exact, f'"{exact}"'),
            (QUOTE, oa.suffix, f'"{suffix}"'),
            (FILE, rdf.type, rico.Instantiation),
            (FILE, kgo.sha256, f'"{sha}"'),
            (FILE, dcterms.source, '"meeting.txt"'),
            (FILE, schema.contentUrl, f'"text/{sha}.txt"'),
            (PERSON, rdfs.label, '"Weiss"'),
        ]
    )


def test_a_true_quotation_passes() -> None:
    assert list(wrong_quotes(graph(), {SHA: TEXT})) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"exact": "Weisz"}, "not 'Weisz'"),
        ({"start": 1}, "the text says 'eiss'"),
        ({"start": 5, "end": 0}, "does not lie in the text"),
        ({"end": 400}, "does not lie in the text"),
        ({"suffix": " saw"}, "does not read"),
        ({"sha": "b" * 64}, "is not there"),
    ],
)
def test_a_false_one_is_told_with_label_quotation_and_file(changed: dict[str, str | int], told: str) -> None:
    facts = graph(**changed)  # type: ignore[arg-type]
    (found,) = findings(wrong_quotes(facts, {SHA: TEXT}), facts, {})
    assert told in found.message
    assert (found.label, found.source, found.thing) == ("Weiss", "meeting.txt", "http://x/person/weiss")


@pytest.mark.parametrize(
    ("exact", "true"), [("Weiss m…", True), ("Weiss saw…", False), ("…", False), ("Weiss m", False)]
)
def test_of_a_text_that_is_withheld_a_cut_quotation_is_a_beginning(exact: str, *, true: bool) -> None:
    facts = graph(end=16, exact=exact, suffix="")
    del facts[FILE][schema.contentUrl]
    assert (list(wrong_quotes(facts, {SHA: TEXT})) == []) is true
    assert list(wrong_quotes(facts, {})) == []


def test_a_text_that_is_published_is_quoted_whole() -> None:
    assert list(wrong_quotes(graph(end=16, exact="Weiss m…", suffix=""), {SHA: TEXT}))


def test_without_texts_at_hand_nothing_can_be_wrong() -> None:
    assert list(wrong_quotes(graph(exact="Weisz"), None)) == []


@pytest.mark.parametrize("thing", [ANNOTATION, POSITION, QUOTE, PERSON])
def test_evidence_and_what_it_speaks_of_are_told_with_the_passage(thing: str) -> None:
    (found,) = findings([Fault("shape", thing, "Wrong.")], graph(), {})
    assert (found.quote, found.source) == ("Weiss", "meeting.txt")


def test_a_thing_described_elsewhere_is_called_by_its_name_there() -> None:
    other = "<http://x/person/brandl>"
    (found,) = findings([Fault("shape", other, "Wrong.")], graph(), facts_of([(other, rdfs.label, '"Brandl"')]))
    assert found.label == "Brandl"


def test_a_part_without_a_name_is_called_after_the_whole() -> None:
    facts = facts_of([("<http://x/document/d>", rico.title, '"Letter"')])
    (found,) = findings([Fault("shape", "<http://x/document/d/text/1#position=1,2>", "Wrong.")], facts, {})
    assert found.label == "part of Letter"
