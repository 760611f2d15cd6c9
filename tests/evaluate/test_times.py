from kg.evaluate.measure import Measure
from kg.evaluate.times import score_dates, score_events
from tests.evaluate.finds import find, sheet


def test_a_date_is_right_when_it_meets_and_means_the_same() -> None:
    gold = sheet(
        "dates",
        find((0, 10), value="1957-05-03"),
        find((20, 30), value="1957-04-12"),
        find((40, 50), value="1957"),
        find((60, 80), optional=True),
    )
    found = sheet(
        "dates",
        find((0, 10), value="1957-05-03"),
        find((20, 25), value="1957-04"),
        find((60, 80), value="1950/1957"),
        find((90, 99), value="1961"),
    )
    score = score_dates(gold, found)
    assert score.measures["value"] == Measure(1, 3, 1, 3)
    assert score.measures["overlap"] == Measure(2, 3, 2, 3)
    assert score.measures["strict"] == Measure(1, 3, 1, 3)
    assert [why for *_, why in score.wrong] == ["1957-04 for 1957-04-12"]
    assert [one.value for one in score.missed] == ["1957"]
    assert [one.value for one in score.false] == ["1961"]


def test_events_are_found_through_any_span_and_precision_is_against_any_class() -> None:
    gold = sheet(
        "events",
        find((0, 20), (400, 430), thing="own", value="1957-05-03"),
        find((50, 80), thing="dated", value="1957-04-12"),
        find((100, 130), thing="named"),
        find((150, 180), thing="other", value="1950"),
    )
    found = sheet(
        "events",
        find((405, 430), value="1957-05-03"),
        find((50, 80), value="1957"),
        find((150, 180)),  # right, though not asked for
        find((2000, 2030)),
    )
    score = score_events(gold, found)
    assert score.measures["own"] == Measure(1, 1)
    assert score.measures["named and dated"] == Measure(1, 2)
    assert score.measures["date right"] == Measure(1, 2)
    assert score.measures["precision"] == Measure(correct=3, found=4)
    assert [one.thing for one in score.missed] == ["named"]
    assert [one.spans[0] for one in score.false] == [(2000, 2030)]
    assert [right for _, right in score.judged] == [True, True, True, False]
    assert [why for *_, why in score.wrong] == ["1957 for 1957-04-12"]


def test_one_event_of_the_data_finds_one_of_the_gold() -> None:
    gold = sheet("events", find((0, 20), thing="own"), find((10, 40), thing="dated"))
    measures = score_events(gold, sheet("events", find((0, 40)))).measures
    assert (measures["own"], measures["named and dated"]) == (Measure(0, 1), Measure(1, 1))
