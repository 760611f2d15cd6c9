from collections.abc import Mapping

import pytest

from kg.evaluate.measure import Measure, f1, precision, recall
from kg.evaluate.people import clustering, score_mentions, who_is_who
from kg.evaluate.sheet import Find, Sheet


def mention(start: int, end: int, thing: str, *, optional: bool = False) -> Find:
    return Find(spans=((start, end),), thing=thing, text="x" * (end - start), rule=f"rule/{thing}", optional=optional)


def sheet(*people: Find, names: Mapping[str, tuple[str, ...]] | None = None, speakers: tuple[str, ...] = ()) -> Sheet:
    turns = tuple(Find(spans=((0, 1),), thing=speaker) for speaker in speakers)
    return Sheet(name="text", sha256="0", finds={"people": people, "turns": turns}, names=names or {})


GOLD = sheet(
    mention(0, 4, "holm"),
    mention(10, 14, "holm"),
    mention(20, 23, "rud"),
    mention(30, 34, "everybody", optional=True),
    names={"holm": ("Anna Holm", "Holm"), "rud": ("Olav Rud",), "rud2": ("Peder Rud", "Rud"), "lie": ("K. Lie", "Rud")},
)


def test_mentions_are_counted_strictly_and_by_overlap() -> None:
    found = sheet(mention(0, 4, "a"), mention(11, 14, "a"), mention(30, 34, "b"), mention(40, 44, "c"))
    score = score_mentions(GOLD, found, "people")
    assert score.measures["strict"] == Measure(1, 3, 1, 3)  # the optional one is on neither side
    assert score.measures["overlap"] == Measure(2, 3, 2, 3)
    assert score.measures["distinct"] == Measure(1, 2)
    assert [find.thing for find in score.missed] == ["rud"]
    assert [find.thing for find in score.false] == ["c"]
    assert [(one.spans, other.spans) for one, other, _ in score.wrong] == [(((10, 14),), ((11, 14),))]
    assert sorted(score.judged) == [("rule/a", True), ("rule/a", True), ("rule/c", False)]


def test_nothing_found_is_no_precision_and_recall_of_nothing() -> None:
    measure = score_mentions(GOLD, sheet(), "people").measures["overlap"]
    assert (precision(measure), recall(measure), f1(measure)) == (None, 0, 0)


def test_b_cubed_punishes_people_thrown_together() -> None:
    pairs = [(mention(0, 1, one), mention(0, 1, other)) for one, other in ("ax", "ax", "bx", "by")]
    measure = clustering(pairs)
    assert precision(measure) == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert recall(measure) == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)


def test_a_person_is_the_one_whose_mentions_theirs_meet_most_often() -> None:
    found = sheet(mention(0, 4, "x"), mention(10, 14, "x"), mention(20, 23, "x"), mention(20, 24, "y"))
    assert who_is_who(GOLD, found) == {"x": "holm", "y": "rud"}


def test_of_two_met_as_often_the_first_of_the_gold_is_meant() -> None:
    assert who_is_who(GOLD, sheet(mention(20, 23, "x"), mention(0, 4, "x"))) == {"x": "holm"}


def test_a_speaker_without_mentions_is_the_only_one_of_that_name() -> None:
    names = {"a": ("Anna HOLM",), "b": ("Rud",), "c": ("Nobody",)}
    same = who_is_who(GOLD, sheet(names=names, speakers=("a", "b", "c")))
    assert same == {"a": "holm", "b": "", "c": ""}  # two are called Rud
