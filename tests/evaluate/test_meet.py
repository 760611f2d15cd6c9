import pytest

from kg.evaluate.meet import EVENT_LONGER, identical, overlapping, pair, shared, telling, without_optional
from kg.evaluate.sheet import Find


def at(*spans: tuple[int, int], optional: bool = False, thing: str = "") -> Find:
    return Find(spans=spans, optional=optional, thing=thing)


@pytest.mark.parametrize(
    ("gold", "found", "characters"),
    [
        ((10, 20), (10, 20), 10),
        ((10, 20), (15, 25), 5),  # half of the shorter one
        ((10, 20), (16, 26), 0),  # less than half
        ((10, 20), (12, 14), 2),  # all of the shorter one
        ((10, 20), (20, 30), 0),  # they touch and share nothing
        ((10, 20), (5, 55), 10),  # 40 longer
        ((10, 20), (5, 56), 0),  # 41 longer, and more than twice
        ((0, 100), (0, 200), 100),  # twice as long
        ((0, 100), (0, 201), 0),  # more than twice as long
        ((0, 200), (90, 110), 20),  # the gold's may be the longer one by any length
    ],
)
def test_spans_meet_by_half_of_the_shorter_unless_much_longer(
    gold: tuple[int, int], found: tuple[int, int], characters: int
) -> None:
    assert shared(gold, found) == characters


def test_an_event_may_be_250_characters_longer() -> None:
    assert shared((0, 10), (0, 260), EVENT_LONGER) == 10
    assert shared((0, 10), (0, 261), EVENT_LONGER) == 0


def test_an_event_meets_through_any_of_its_spans() -> None:
    assert telling(at((0, 10), (500, 520)), at((900, 910), (505, 520))) == 15
    assert telling(at((0, 10)), at((900, 910), (505, 520))) == 0


def test_matching_is_one_to_one_and_the_greatest_overlap_goes_first() -> None:
    gold = [at((0, 10), thing="left"), at((10, 20), thing="right")]
    found = [at((0, 16)), at((9, 20))]  # the second meets only "right", the first both
    assert [(one.thing, other.spans) for one, other in pair(gold, found)] == [
        ("left", ((0, 16),)),
        ("right", ((9, 20),)),
    ]
    assert pair(gold, found[:1]) == [(gold[0], found[0])]


def test_of_two_equal_overlaps_the_span_of_like_length_is_taken() -> None:
    gold, exact = at((5, 10)), at((5, 10))
    assert pair([gold], [at((0, 20)), exact]) == [(gold, exact)]


def test_identical_needs_the_same_offsets() -> None:
    assert identical(at((5, 10)), at((5, 10))) == 5
    assert identical(at((5, 10)), at((5, 11))) == 0


def test_what_is_optional_is_left_out_on_both_sides() -> None:
    needed, extra = at((0, 10)), at((20, 30), optional=True)
    first, second, other = at((0, 10)), at((20, 30)), at((50, 60))
    assert without_optional([needed, extra], [first, second, other]) == ([needed], [first, other])


def test_a_find_that_fits_something_asked_for_is_kept_though_it_meets_an_optional_entry() -> None:
    needed, extra, found = at((0, 10)), at((2, 12), optional=True), at((2, 10))
    assert without_optional([needed, extra], [found]) == ([needed], [found])


def test_a_find_is_left_out_only_where_it_meets_the_optional_entry() -> None:
    assert overlapping(at((20, 30)), at((29, 39))) == 0
    assert without_optional([at((20, 30), optional=True)], [at((29, 39))]) == ([], [at((29, 39))])
