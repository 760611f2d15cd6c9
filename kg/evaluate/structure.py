"""Score how the document is built: its own fields and roles, turns, agenda, notes, anchors and participants."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from kg.evaluate.measure import Score, compared, even, share
from kg.evaluate.meet import Fit, pair
from kg.evaluate.sheet import Find, Sheet, bare, finds

Same = Mapping[str, str]
"""The gold's person for each person of the data."""

_NEAR: Final = 2  # characters that the place of an anchor may be off
_TAKING_PART: Final = frozenset({"present", "chair", "speaker", "invited", "discussant"})
"""Roles of those who take part in the event; who is absent, or only given a task, does not."""

_MARKED: Final = frozenset({"chair", "invited", "absent"})
"""Roles that only some gold files tell apart from being present."""


def score_document(gold: Sheet, found: Sheet) -> Score:
    """Score the title (without case and punctuation), the date and the language of the original."""
    given = {find.thing: find for find in finds(found, "document")}
    asked = {find.thing: find for find in finds(gold, "document")}
    met = [(find, given[name]) for name, find in asked.items() if name in given]
    wrong = [(one, other, one.thing) for one, other in met if _said(one) != _said(other)]
    faults = {one.thing for one, _, _ in wrong}
    return Score(
        measures={name: share(name in given and name not in faults, 1) for name in asked},
        missed=tuple(find for name, find in asked.items() if name not in given),
        wrong=tuple(wrong),
        judged=tuple((other.rule, one.thing not in faults) for one, other in met),
    )


def score_turns(gold: Sheet, found: Sheet, same: Same) -> Score:
    """Score turns: label to end of the words meet, the speaker is right, and they stand in order."""
    asked = sorted(finds(gold, "turns"), key=lambda find: find.spans)
    given = sorted(finds(found, "turns"), key=lambda find: int(find.value or 0))
    pairs = pair(asked, given)
    places = {id(find): place for place, find in enumerate(given)}
    spoken = [(one, other) for one, other in pairs if same.get(other.thing) == one.thing]
    right = [spoken[index] for index in longest_rising([places[id(other)] for _, other in spoken])]
    good = {id(one) for one, _ in right}
    wrong = [(one, other, "speaker or order") for one, other in pairs if id(one) not in good]
    return compared("right", (asked, given), right, wrong, {"overlap": even(len(pairs), len(asked), len(given))})


def score_agenda(gold: Sheet, found: Sheet) -> Score:
    """Score agenda items: they meet and have the same number as printed."""
    asked, given = finds(gold, "agenda"), finds(found, "agenda")
    pairs = pair(asked, given)
    right = [(one, other) for one, other in pairs if bare(one.value) == bare(other.value)]
    wrong = [(one, other, f"number {other.value!r}") for one, other in pairs if bare(one.value) != bare(other.value)]
    return compared("right", (asked, given), right, wrong, {"overlap": even(len(pairs), len(asked), len(given))})


def score_notes(gold: Sheet, found: Sheet) -> Score:
    """Score notes by their numbers alone."""
    return _paired(finds(gold, "notes"), finds(found, "notes"), _same_number)


def score_anchors(gold: Sheet, found: Sheet) -> Score:
    """Score the places that notes are called from: the same number, and the place within two characters."""

    def near(one: Find, other: Find) -> int:
        off = abs(one.spans[0][0] - other.spans[0][0])
        return _same_number(one, other) * max(0, _NEAR + 1 - off)

    return _paired(finds(gold, "anchors"), finds(found, "anchors"), near)


def score_roles(gold: Sheet, found: Sheet, same: Same) -> Score:
    """Score author, addressee, translator and compiler."""
    return _paired(
        finds(gold, "roles"),
        finds(found, "roles"),
        lambda one, other: one.value == other.value and same.get(other.thing) == one.thing,
    )


def score_participants(gold: Sheet, found: Sheet, same: Same) -> Score:
    """Score who took part in the document's own event. A rule is judged by each role that it gives to somebody."""
    wanted, given = finds(gold, "participants"), finds(found, "participants")
    score = _paired(_people(wanted), _people(given), lambda one, other: same.get(other.thing) == one.thing)
    roles = {(find.thing, find.value) for find in wanted}
    told_apart = any(role in _MARKED for _, role in roles)

    def right(find: Find) -> bool:
        only_present = find.value == "discussant" or (find.value in _MARKED and not told_apart)
        return (same.get(find.thing, ""), "present" if only_present else find.value) in roles

    return replace(score, judged=tuple((find.rule, right(find)) for find in given))


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of a longest rising row among different numbers (patience sorting)."""
    ends: list[int] = []  # the smallest number that a rising row of each length ends in
    tails: list[int] = []  # where that number stands
    before: list[int] = []
    for index, value in enumerate(numbers):
        place = bisect_left(ends, value)
        before.append(tails[place - 1] if place else -1)
        ends[place : place + 1] = [value]
        tails[place : place + 1] = [index]
    row: list[int] = []
    index = tails[-1] if tails else -1
    while index >= 0:
        row.append(index)
        index = before[index]
    return row[::-1]


def _paired(asked: Sequence[Find], given: Sequence[Find], fit: Fit) -> Score:
    """Score a class where whatever fits is right."""
    return compared("right", (asked, given), pair(asked, given, fit))


def _said(find: Find) -> str:
    """Return a field of the document as it is compared."""
    return bare(find.value) if find.thing == "title" else find.value


def _same_number(one: Find, other: Find) -> bool:
    """Tell whether two numbers are the same in plain digits."""
    plain, other_plain = (bare(unicodedata.normalize("NFKC", find.value)) for find in (one, other))
    return plain == other_plain


def _people(parts: Iterable[Find]) -> tuple[Find, ...]:
    """Return one find for each person who takes part."""
    first: dict[str, Find] = {}
    for find in parts:
        if find.value in _TAKING_PART:
            first.setdefault(find.thing, find)
    return tuple(first.values())
