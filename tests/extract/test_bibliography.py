"""One reference that makes up a line: makers, title and year in many styles, and the measure on tagged references."""

import tomllib
from pathlib import Path

import pytest

from kg.evaluate.references import title_right
from kg.evaluate.sheet import Find, bare
from kg.extract.bibliography import Reference, read_reference
from tests.extract.corpora import Tagged, bibliography

FLOORS = tomllib.loads((Path(__file__).parents[1] / "quality.toml").read_text(encoding="utf-8"))["references"]

STYLES = [
    # names | title | year
    ("Berg, I. (1961). Ice and ferries. Oslo: Fjell.", "Berg, I.", "Ice and ferries", "1961"),
    ("Berg I, Lie KM. Ice and ferries. J Harb Stud. 1961;3(2):11-19.", "Berg I | Lie KM", "Ice and ferries", "1961"),
    (
        "[4] I. Berg and K. Lie, “Ice and ferries,” Harbours, vol. 3, 1961.",
        "I. Berg | K. Lie",
        "Ice and ferries",
        "1961",
    ),
    (
        "Berg, Ida, and Karin Lie. 1961. Ice and Ferries. Oslo: Fjell.",
        "Berg, Ida | Karin Lie",
        "Ice and Ferries",
        "1961",
    ),
    ("Berg, I. (ed.) (1961) Ice and Ferries. Oslo: Fjell.", "Berg, I.", "Ice and Ferries", "1961"),
    ("Орлов П. Н. Лёд и паромы. М.: Наука, 1961. 212 с.", "Орлов П. Н.", "Лёд и паромы", "1961"),
    ("Lindqvist, A.: Eis und Fähren. In: Nordhefte 3 (1961), S. 11–19.", "Lindqvist, A.", "Eis und Fähren", "1961"),
]


@pytest.mark.parametrize(("text", "names", "title", "year"), STYLES, ids=[row[0][:30] for row in STYLES])
def test_a_reference_is_read_whatever_its_style(text: str, names: str, title: str, year: str) -> None:
    found = read_reference(text)
    assert (" | ".join(text[n.start : n.end] for n in found.names), found.title, found.year) == (names, title, year)


def test_pages_and_the_day_of_a_visit_are_no_year() -> None:
    assert read_reference("Berg, I. Ice and ferries. Oslo: Fjell, 1961, pp. 1901-1950.").year == "1961"
    assert read_reference("Berg, I. Ice and ferries. Oslo, 1961. Accessed 3 May 2019.").year == "1961"


@pytest.mark.parametrize("text", ["", "1.", ".,;:", "(1961)", "“", "Ed."])
def test_what_is_hardly_a_reference_is_read_without_a_fault(text: str) -> None:
    assert read_reference(text).names == ()


@pytest.mark.parametrize("rest", [4, None], ids=["never looked at", "the others"])
def test_whole_references_of_a_bibliography_reach_their_floor(rest: int | None, shared: Path) -> None:
    tagged = bibliography(shared / "corpus/references/core.xml")
    asked = [one for number, one in enumerate(tagged) if (number % 5 == 4) == (rest == 4)]
    right = sum(_right(one, read_reference(one.text)) for one in asked)
    assert right / len(asked) >= FLOORS["whole-unseen" if rest == 4 else "whole-seen"]


def _right(one: Tagged, found: Reference) -> bool:
    """Tell whether title, year and makers are right, as ../shared/gold/README.md says."""
    given = [one.text[n.start : n.end] for n in found.names]
    title = Find(spans=((0, 1),), fields={"title": (found.title,)}, rule="")
    years = one.gold.fields["year"]
    wanted, together = one.gold.fields["names"], bare(" ".join(given))
    besides = [name for name in given if bare(name) not in bare(one.makers)]
    return (
        title_right(one.gold, title)
        and (found.year in years if years else True)
        and all(bare(name) in together for name in wanted)
        and len(besides) <= (1 if wanted else 0)
    )
