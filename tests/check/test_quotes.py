"""A quotation that does not stand in its text is found."""

import pytest

from kg.check.facts import Facts, facts_of
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
    assert wrong_quotes(graph(), {SHA: TEXT}) == []


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
    (found,) = wrong_quotes(graph(**changed), {SHA: TEXT})  # type: ignore[arg-type]
    assert told in found.message
    assert (found.label, found.source, found.thing) == ("Weiss", "meeting.txt", "http://x/person/weiss")


def test_without_texts_at_hand_nothing_can_be_wrong() -> None:
    assert wrong_quotes(graph(exact="Weisz"), None) == []
