import pytest

from kg.evaluate.measure import Measure
from kg.evaluate.sheet import Sheet
from kg.evaluate.structure import (
    longest_rising,
    score_agenda,
    score_anchors,
    score_document,
    score_notes,
    score_participants,
    score_roles,
    score_turns,
)
from tests.evaluate.finds import find, sheet

SAME = {"x": "holm", "y": "rud", "z": ""}


def fields(**values: str) -> Sheet:
    return sheet("document", *(find(thing=name, value=value) for name, value in values.items()))


def test_the_title_is_compared_without_case_and_punctuation_the_rest_exactly() -> None:
    gold = fields(title="Minutes of the Board, 3 May", date="1957-05-03", language="ru")
    score = score_document(gold, fields(title="MINUTES of the Board 3 May", date="1957-05"))
    assert score.measures == {"title": Measure(1, 1), "date": Measure(0, 1), "language": Measure(0, 1)}
    assert [why for *_, why in score.wrong] == ["date"]
    assert [each.thing for each in score.missed] == ["language"]


def test_a_turn_needs_its_place_and_its_speaker() -> None:
    gold = sheet("turns", find((0, 50), thing="holm"), find((50, 90), thing="rud"), find((90, 99), thing="rud"))
    found = sheet("turns", find((0, 50), thing="x", value="1"), find((50, 90), thing="x", value="2"))
    score = score_turns(gold, found, SAME)
    assert score.measures["right"] == Measure(1, 3, 1, 2)
    assert score.measures["overlap"] == Measure(2, 3, 2, 2)


def test_turns_out_of_order_are_wrong() -> None:
    gold = sheet("turns", *(find((place, place + 10), thing="holm") for place in (0, 10, 20)))
    found = sheet(
        "turns",
        *(find((place, place + 10), thing="x", value=order) for place, order in ((0, "10"), (10, "2"), (20, "3"))),
    )
    assert score_turns(gold, found, SAME).measures["right"] == Measure(2, 3, 2, 3)


@pytest.mark.parametrize(
    ("numbers", "kept"), [([], []), ([3, 1, 2], [1, 2]), ([1, 2, 3], [0, 1, 2]), ([5, 1, 6, 2, 3, 0], [1, 3, 4])]
)
def test_the_longest_rising_row(numbers: list[int], kept: list[int]) -> None:
    assert longest_rising(numbers) == kept


def test_an_agenda_item_has_its_place_and_its_number_as_printed() -> None:
    gold = sheet("agenda", find((0, 30), value="V."), find((40, 70)), find((80, 99), value="7th"))
    found = sheet("agenda", find((3, 30), value="V"), find((40, 70), value="1"), find((80, 99), value="7"))
    assert score_agenda(gold, found).measures["right"] == Measure(1, 3, 1, 3)


def test_notes_are_counted_by_number_each_once() -> None:
    gold = sheet("notes", find((5, 9), value="1"), find((9, 12), value="5"), find((12, 15), value="5"))
    found = sheet("notes", find(value="1"), find(value="⁵"), find(value="6"))
    assert score_notes(gold, found).measures["right"] == Measure(2, 3, 2, 3)


@pytest.mark.parametrize(("start", "number", "right"), [(100, "4", 1), (98, "4", 1), (97, "4", 0), (100, "5", 0)])
def test_an_anchor_may_be_two_characters_off(start: int, number: str, right: int) -> None:
    score = score_anchors(
        sheet("anchors", find((100, 103), value="4")), sheet("anchors", find((start, start + 1), value=number))
    )
    assert score.measures["right"] == Measure(right, 1, right, 1)


def test_roles_need_the_right_person() -> None:
    gold = sheet("roles", find(thing="holm", value="author"), find(thing="rud", value="translator"))
    found = sheet(
        "roles",
        find((0, 4), thing="x", value="author"),
        find((0, 4), thing="x", value="translator"),
        find((0, 4), thing="z", value="author"),
    )
    assert score_roles(gold, found, SAME).measures["right"] == Measure(1, 2, 1, 3)


def test_participants_are_counted_once_and_neither_the_absent_nor_the_merely_assigned() -> None:
    gold = sheet(
        "participants",
        find(thing="holm", value="present"),
        find(thing="holm", value="speaker"),
        find(thing="rud", value="absent"),
        find(thing="moe", value="assigned"),
    )
    found = sheet(
        "participants",
        find((0, 4), thing="x", value="present"),
        find((0, 4), thing="x", value="speaker"),
        find((5, 8), thing="y", value="absent"),
        find((5, 8), thing="z", value="present"),
    )
    score = score_participants(gold, found, SAME)
    assert score.measures["right"] == Measure(1, 1, 1, 2)
    assert dict(score.judged) == {"rule/present": False, "rule/speaker": True, "rule/absent": True}


def test_a_chair_is_right_by_being_present_where_the_gold_tells_no_chairs_apart() -> None:
    present = sheet("participants", find(thing="holm", value="present"))
    chair = sheet("participants", find((0, 4), thing="x", value="chair"))
    assert score_participants(present, chair, SAME).judged == (("rule/chair", True),)
    invited = sheet("participants", find(thing="holm", value="present"), find(thing="holm", value="invited"))
    assert score_participants(invited, chair, SAME).judged == (("rule/chair", False),)
