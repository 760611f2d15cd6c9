"""A tenth of a text is given out, the short before the long, and what finds no room is cut."""

import pytest

from kg.publish.withhold import heads, said, to_cut, withheld
from kg.rdf.vocab import dcterms, kgo, oa, rdfs, schema

SHORT = "the harbour lies open"  # 21 characters
LONG = "the barges of the northern harbour lie deep"  # 43
TEXT = f"{SHORT}. {LONG}. " + "x" * 300


def line(predicate: str, words: str) -> str:
    return f'<http://x/s> {predicate} "{words}" <http://x/g> .\n'


@pytest.mark.parametrize(
    ("fixed", "shared", "own", "cut"),
    [
        ([], [], [SHORT], set()),
        ([], [], [SHORT, LONG], {LONG}),
        ([], [LONG], [], {LONG}),
        ([LONG], [], [SHORT], {SHORT}),
        ([], [SHORT], [SHORT], set()),
        ([], [], ["words that stand in no text at all, whoever looks"], set()),
    ],
)
def test_who_comes_first_finds_room(fixed: list[str], shared: list[str], own: list[str], cut: set[str]) -> None:
    assert to_cut([TEXT], heads(fixed), heads(shared), heads(own)) == cut


def test_of_two_texts_of_a_record_the_stricter_counts() -> None:
    assert to_cut([TEXT, SHORT], heads([]), heads([SHORT])) == {SHORT}


def test_what_is_too_long_for_a_quotation_is_cut_though_there_is_room() -> None:
    assert to_cut(["y" * 3000], heads([]), heads(["y" * 201])) == {"y" * 201}


def test_what_stands_twice_is_counted_twice() -> None:
    assert to_cut([f"{SHORT} {SHORT} {'x' * 300}"], heads([]), heads([SHORT])) == {SHORT}


def test_words_are_those_of_lines_without_their_ending() -> None:
    lines = [
        line(oa.exact, "a quotation\\nof several lines …"),
        line(dcterms.rights, "Of the keeper of the harbour."),
        line(oa.prefix, "what stands before the quotation"),
        line(rdfs.label, "Anna Weiss"),
        f"<http://x/s> {oa.hasBody} <http://x/o> <http://x/g> .\n",
    ]
    assert said(lines) == ({"Of the keeper of the harbour."}, {"a quotation of several lines"})


def test_lines_are_cut_and_lose_what_leads_to_the_text() -> None:
    lines = [
        line(oa.exact, LONG),
        line(kgo.utterance, "y" * 201),
        line(kgo.text, "y" * 200),
        line(oa.suffix, ". "),
        line(schema.contentUrl, "http://x/text/1.txt"),
        line(dcterms.rights, LONG),
    ]
    assert list(withheld(lines, {LONG})) == [
        line(oa.exact, "the barges of the n…"),
        line(kgo.utterance, "y" * 199 + "…"),
        line(kgo.text, "y" * 200),
        line(dcterms.rights, LONG),
    ]


def test_what_the_corpus_shares_is_only_cut() -> None:
    lines = [line(rdfs.label, LONG), line(rdfs.label, "y" * 201)]
    assert list(withheld(lines, {LONG}, shared=True)) == [line(rdfs.label, "the barges of the n…"), lines[1]]
