import pytest

from kg.evaluate.measure import Measure
from kg.evaluate.references import field_right, names_right, score_citations, score_works, title_right
from kg.evaluate.sheet import Find
from tests.evaluate.finds import sheet

Fields = dict[str, tuple[str, ...]]

LEAVES: Fields = {"leaf_from": ("7",), "leaf_to": ("9",), "side": ("verso",)}
SOVIET: Fields = {"archive": ("ZZA",), "fond": ("R-5",), "opis": ("1",), "delo": ("12",), "papka": (), **LEAVES}
READ: Fields = {**SOVIET, "archive": ("Archive of ZZ", "ZZA"), "numbers": ("5", "1", "12", "zza/fond 5")}
BOOK: Fields = {"title": ("Ice and Ferries",), "year": ("1961",), "names": ("Lie", "Moe"), "publisher": ("Fjell",)}


def find(start: int, end: int, fields: Fields, *, optional: bool = False) -> Find:
    return Find(spans=((start, end),), fields=fields, optional=optional, rule="rule")


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, ""),
        ({"fond": ("r5",)}, ""),  # case and punctuation do not count
        ({"fond": ("5",)}, "levels"),
        ({"opis": ()}, "levels"),
        ({"papka": ("3",)}, "levels"),  # a level that the gold has not
        ({"archive": ("Archive of ZZ",)}, "archive"),  # not the repository as written
        ({"leaf_to": ("7",)}, "leaves"),
        ({"side": ("",)}, "leaves"),
        ({"archive": (), "delo": ("13",)}, "archive, levels"),
    ],
)
def test_a_whole_reference_is_right_in_archive_levels_and_leaves(changed: Fields, fault: str) -> None:
    score = score_citations(sheet("citations", find(0, 30, SOVIET)), sheet("citations", find(0, 28, READ | changed)))
    right = 0 if fault else 1
    assert score.measures["whole"] == Measure(right, 1, right, 1)
    assert score.measures["overlap"] == Measure(1, 1, 1, 1)
    assert [why for *_, why in score.wrong] == ([fault] if fault else [])
    assert score.judged == (("rule", not fault),)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("FO 371/9912", ("FO 371", "9912"), True),
        ("FO 371/9912", ("FO 371",), False),
        ("Lot 54–D270", ("54-D270",), True),
        ("a.e. 38", ("386",), False),  # a number, not a part of one
    ],
)
def test_of_other_systems_every_number_must_stand_in_the_unit(wanted: str, given: tuple[str, ...], right: bool) -> None:  # noqa: FBT001 - a table's column
    assert field_right("numbers", find(0, 1, {"numbers": (wanted,)}), find(0, 1, {"numbers": given})) is right


def test_fields_are_counted_among_the_references_that_meet() -> None:
    gold = sheet("citations", find(0, 30, SOVIET), find(50, 80, {"numbers": ("12",), "leaf_from": ()}))
    found = sheet("citations", find(0, 30, READ | {"leaf_to": ("8",)}), find(200, 230, READ))
    measures = score_citations(gold, found).measures
    assert measures["whole"] == Measure(0, 2, 0, 2)
    assert (measures["archive"], measures["levels"], measures["leaves"]) == (
        Measure(1, 1),
        Measure(1, 1),
        Measure(0, 1),
    )


@pytest.mark.parametrize(
    ("wanted", "title", "right"),
    [
        ("Ice and Ferries", "ICE AND FERRIES.", True),
        ("Ice and Ferries", "Ice and Ferries: a history", True),
        ("Ice and Ferries", "Ice and", False),  # less than half as long
        ("Ice and Ferries", "and Ferries", True),
        ("Ice and Ferries", "Ferries and Ice", False),
        ("Ice and Ferries", "", False),
    ],
)
def test_titles_agree_when_one_holds_the_other_and_it_is_half_as_long(wanted: str, title: str, right: bool) -> None:  # noqa: FBT001 - a table's column
    assert title_right(find(0, 1, {"title": (wanted,)}), find(0, 1, {"title": (title,)})) is right


def test_where_no_title_is_printed_the_containers_is_asked_for() -> None:
    issue = find(0, 1, {"title": ("Harbour News",), "container": ("Harbour News",)})
    assert title_right(issue, find(0, 1, {"title": ("Letter",), "container": ("Harbour News",)}))
    assert title_right(issue, find(0, 1, {"title": ("Harbour News",)}))
    article = find(0, 1, {"title": ("Letter",), "container": ("Harbour News",)})
    assert not title_right(article, find(0, 1, {"title": ("Story",), "container": ("Letter",)}))
    assert title_right(find(0, 1, {}), find(0, 1, {"title": ("vol. 4",)}))  # nothing at all is printed


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        (("Lie", "Moe"), ("Karin Lie", "P. Moe / Moe"), True),
        (("Lie", "Moe"), ("Karin Lie",), False),
        (("Lie",), ("Karin Lie", "P. Moe"), True),
        (("Lie",), ("Karin Lie", "P. Moe", "Q. Noe"), False),  # a crowd besides
        ((), ("P. Moe", "Q. Noe"), False),
        (("Lie", "Lie"), ("Karin Lie",), False),  # two of one family are two people
    ],
)
def test_every_family_name_is_present_and_not_a_crowd_besides(
    wanted: tuple[str, ...],
    given: tuple[str, ...],
    right: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert names_right(find(0, 1, {"names": wanted}), find(0, 1, {"names": given})) is right


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({}, ""),
        ({"publisher": ("Berg",)}, ""),  # counted by itself
        ({"year": ("1961-05",)}, ""),
        ({"year": ("1962",)}, "year"),
        ({"year": ()}, "year"),
        ({"names": ()}, "names"),
        ({"title": ("Ice",), "year": ("1962",)}, "title, year"),
    ],
)
def test_a_whole_work_is_right_in_title_year_and_names(changed: Fields, fault: str) -> None:
    score = score_works(sheet("works", find(0, 30, BOOK)), sheet("works", find(0, 30, BOOK | changed)))
    assert [why for *_, why in score.wrong] == ([fault] if fault else [])
    assert score.measures["publisher"] == Measure(0 if "publisher" in changed else 1, 1)
    assert score.measures["pages"] == Measure(0, 0)  # the gold has none


def test_a_year_is_asked_only_where_the_gold_has_one() -> None:
    short = {key: value for key, value in BOOK.items() if key != "year"}
    assert not score_works(sheet("works", find(0, 30, short)), sheet("works", find(0, 30, BOOK))).wrong


def test_optional_works_are_left_out_on_both_sides() -> None:
    gold = sheet("works", find(0, 30, BOOK), find(50, 80, BOOK, optional=True))
    assert score_works(gold, sheet("works", find(50, 80, BOOK))).measures["whole"] == Measure(0, 1, 0, 0)
