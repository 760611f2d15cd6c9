"""A text for reading: what was found in it is marked where it stands."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.reading import Mark, woven
from kg.serve.shown import Value
from tests.serve.serving import BASE, Site

WORDS = "Anna & Orlov met in Narvik."
TEXT = f"{BASE}document/harbour-101/text/89bcfd3906cc"


def marks(*stretches: tuple[int, int]) -> list[Mark]:
    found = sorted(stretches, key=lambda each: (each[0], -each[1]))
    return [Mark(start, end, "person", Value(f"{start}", f"/{start}")) for start, end in found]


@pytest.mark.parametrize(
    ("stretches", "page"),
    [
        ([], "Anna &amp; Orlov met in Narvik."),
        ([(0, 4)], "[0,4]Anna[/a] &amp; Orlov met in Narvik."),
        ([(0, 4), (7, 12)], "[0,4]Anna[/a] &amp; [7,12]Orlov[/a] met in Narvik."),
        ([(0, 26), (7, 12)], "(0,26)Anna &amp; [7,12]Orlov[/a] met in Narvik(/0)."),
        ([(7, 26), (7, 12)], "Anna &amp; (7,26)[7,12]Orlov[/a] met in Narvik(/7)."),
        ([(0, 12), (7, 26)], "(0,12)Anna &amp; [7,26]Orlov[/a](/0) met in Narvik."),  # they cross: the later is cut
        ([(20, 27)], "Anna &amp; Orlov met in [20,27]Narvik.[/a]"),
    ],
)
def test_a_stretch_is_a_link_and_one_with_others_inside_ends_in_one(
    stretches: list[tuple[int, int]], page: str
) -> None:
    made = str(woven(WORDS, marks(*stretches)))
    made = re.sub(r'<a class="sign"[^>]* href="/(\d+)"></a></span>', r"(/\1)", made)
    made = re.sub(r'<span id="char=([\d,]+)">', r"(\1)", made)
    assert re.sub(r'<a id="char=([\d,]+)"[^>]*>', r"[\1]", made).replace("</a>", "[/a]") == page


@given(st.lists(st.tuples(st.integers(0, 27), st.integers(0, 27)).map(lambda pair: (min(pair), max(pair)))))
def test_marks_leave_the_words_as_they_are(stretches: list[tuple[int, int]]) -> None:
    assert unescape(re.sub(r"<[^>]*>", "", woven(WORDS, marks(*stretches)))) == WORDS


def test_the_page_of_a_text_shows_it_with_what_was_found_at_the_fragment_of_its_iri(site: Site) -> None:
    page = site.ask(f"{TEXT}/").text
    assert f'<a id="char=60,69" class="person" title="Anna Lindqvist" href="{BASE}person/lindqvist-anna">' in page
    assert '<article lang="en">' in page
    assert '<span id="char=0,49">' in page
    assert f'href="{BASE}text/89bcfd3906cc2451f05cd65eb4ed0794ceb1f00b623b63aa3c232554b5e434c0.txt"' in page
    assert f'href="{TEXT}/"' in site.ask(f"{BASE}document/harbour-101/").text
