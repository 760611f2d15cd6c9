"""Score dates and events."""

from kg.evaluate.measure import Measure, Score, compared, even, share
from kg.evaluate.meet import identical, pair, telling, without_optional
from kg.evaluate.sheet import Sheet, finds


def score_dates(gold: Sheet, found: Sheet) -> Score:
    """Score dates: `value` counts those that meet and have the same EDTF."""
    asked, given = without_optional(finds(gold, "dates"), finds(found, "dates"))
    pairs = pair(asked, given)
    right = [(one, other) for one, other in pairs if one.value == other.value]
    wrong = [(one, other, f"{other.value} for {one.value}") for one, other in pairs if one.value != other.value]
    spans = {
        "overlap": even(len(pairs), len(asked), len(given)),
        "strict": even(len(pair(asked, given, identical)), len(asked), len(given)),
    }
    return compared("value", (asked, given), right, wrong, spans)


def score_events(gold: Sheet, found: Sheet) -> Score:
    """Score events: recall of what the document records and of named and dated ones, precision against any class."""
    everything, given = without_optional(finds(gold, "events"), finds(found, "events"), telling)
    asked = [find for find in everything if find.thing != "other"]
    pairs = pair(asked, given, telling)
    met = {id(one) for one, _ in pairs}
    dated = [(one, other) for one, other in pairs if one.value]
    true = {id(other) for other in given if any(telling(one, other) for one in everything)}
    own, rest = ([find for find in asked if (find.thing == "own") == wanted] for wanted in (True, False))
    return Score(
        measures={
            "own": share(sum(id(find) in met for find in own), len(own)),
            "named and dated": share(sum(id(find) in met for find in rest), len(rest)),
            "date right": share(sum(one.value == other.value for one, other in dated), len(dated)),
            "precision": Measure(correct=len(true), found=len(given)),
        },
        missed=tuple(find for find in asked if id(find) not in met),
        false=tuple(find for find in given if id(find) not in true),
        wrong=tuple(
            (one, other, f"{other.value or 'no date'} for {one.value}")
            for one, other in dated
            if one.value != other.value
        ),
        judged=tuple((find.rule, id(find) in true) for find in given),
    )
