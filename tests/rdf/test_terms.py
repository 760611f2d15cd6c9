import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.terms import each, integer, quads, ref, string, triples, true, typed
from kg.rdf.vocab import rdfs, xsd

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)  # a decoded file holds no half characters


def parsed(term: str) -> pyoxigraph.Literal:
    (quad,) = pyoxigraph.parse(f"<urn:s> <urn:p> {term} <urn:g> .\n", pyoxigraph.RdfFormat.N_QUADS)
    assert isinstance(quad.object, pyoxigraph.Literal)
    return quad.object


@given(ANY_TEXT)
def test_a_string_comes_back_unchanged(text: str) -> None:
    assert parsed(string(text)).value == text


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "\\",
        '\\"',
        "\n",
        "\r\n",
        "\t",
        "\x00",
        "\x1b",
        "\x7f",
        "\x85",
        "\u2028",
        "𝔄𓂀",
        "é",
        "e\u0301",
        "\\n",
        "'",
        " ",
    ],
)
def test_awkward_characters_come_back_unchanged_and_keep_to_one_line(text: str) -> None:
    assert parsed(string(text)).value == text
    assert "\n" not in string(text)
    assert "\r" not in string(text)


def test_plain_words_are_not_escaped() -> None:
    assert string("Kádár János, 1956. október") == '"Kádár János, 1956. október"'


@given(ANY_TEXT)
def test_a_typed_literal_keeps_its_words_and_type(text: str) -> None:
    literal = parsed(typed(text, "<urn:type>"))
    assert (literal.value, literal.datatype.value) == (text, "urn:type")


def test_an_empty_value_says_nothing() -> None:
    assert (
        triples("<urn:s>", (rdfs.label, string("")), (rdfs.label, typed("", xsd.date)), (rdfs.label, ref("b/", "")))
        == []
    )
    assert true(value=False) == ""


def test_statements_are_written_for_each_value() -> None:
    assert triples("<urn:s>", *each("<urn:p>", [integer(1), integer(2)])) == [
        f'<urn:s> <urn:p> "1"^^{xsd.integer}',
        f'<urn:s> <urn:p> "2"^^{xsd.integer}',
    ]


def test_the_lines_of_a_graph_are_sorted_and_stand_once() -> None:
    assert quads(["<b> <p> <o>", "<a> <p> <o>", "<b> <p> <o>"], "<g>") == ["<a> <p> <o> <g> .\n", "<b> <p> <o> <g> .\n"]
