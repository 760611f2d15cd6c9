"""Score the naming of people, organisations and places, and say who of the data is who of the gold."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.evaluate.measure import Measure, Score, compared, even, share
from kg.evaluate.meet import identical, overlapping, pair, without_optional
from kg.evaluate.sheet import Find, Sheet, bare, finds

Pairs = Sequence[tuple[Find, Find]]


def who_is_who(gold: Sheet, found: Sheet) -> dict[str, str]:
    """Return the gold's person for each person of the data that takes part in anything in the text.

    It is the one whose mentions theirs meet most often (of equals, the first in the gold), else the only one of that
    name.
    """
    meetings: dict[str, Counter[str]] = {}
    for other in finds(found, "people"):
        for one in finds(gold, "people"):
            if overlapping(one, other):
                meetings.setdefault(other.thing, Counter())[one.thing] += 1
    order = list(gold.names)
    same = {
        person: min(counts, key=lambda each: (-counts[each], order.index(each))) for person, counts in meetings.items()
    }
    for name in ("roles", "turns", "participants"):
        for find in finds(found, name):
            if find.thing not in same:
                same[find.thing] = _only_one_called(found.names.get(find.thing, ()), gold.names)
    return same


def _only_one_called(names: Sequence[str], people: Mapping[str, tuple[str, ...]]) -> str:
    """Return the id of the only person with one of these names, empty where there is none or are several."""
    wanted = set(map(bare, names))
    named = [person for person, forms in people.items() if wanted & set(map(bare, forms))]
    return named[0] if len(named) == 1 else ""


def score_mentions(gold: Sheet, found: Sheet, name: str) -> Score:
    """Score the mentions of one kind: same offsets, meeting, distinct entities, and for people how they are grouped."""
    asked, given = without_optional(finds(gold, name), finds(found, name))
    pairs = pair(asked, given)
    entities = {find.thing for find in asked}
    measures = {
        "strict": even(len(pair(asked, given, identical)), len(asked), len(given)),
        "overlap": even(len(pairs), len(asked), len(given)),
        "distinct": share(len({one.thing for one, _ in pairs}), len(entities)),
    }
    if name == "people":
        measures["B³"] = clustering(pairs)
    exact = [(one, other) for one, other in pairs if one.spans == other.spans]
    off = [(one, other, "other offsets") for one, other in pairs if one.spans != other.spans]
    score = compared("strict", (asked, given), exact, off, measures)
    claimed = {id(other) for _, other in pairs}
    return replace(score, judged=tuple((find.rule, id(find) in claimed) for find in given))


def clustering(pairs: Pairs) -> Measure:
    """Return B³ over matched mentions: for each, the share of its cluster that belongs there, on either side.

    Bagga and Baldwin, Algorithms for Scoring Coreference Chains, 1998.
    """
    gold, found = Counter(one.thing for one, _ in pairs), Counter(other.thing for _, other in pairs)
    both = Counter((one.thing, other.thing) for one, other in pairs)
    return Measure(
        recalled=sum(count * count / gold[one] for (one, _), count in both.items()),
        gold=len(pairs),
        correct=sum(count * count / found[other] for (_, other), count in both.items()),
        found=len(pairs),
    )
