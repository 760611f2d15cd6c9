"""When two spans meet, and which finds of the data belong to which of the gold: one to one, greatest overlap first."""

from collections.abc import Callable, Sequence
from typing import Final

from kg.evaluate.sheet import Find

LONGER: Final = 40
"""A span of the data that meets one of the gold may be so many characters longer, or twice as long."""

EVENT_LONGER: Final = 250
"""The same for events, whose clauses have no sharp ends."""

Fit = Callable[[Find, Find], int]
"""How well a find of the gold and one of the data fit (in characters shared); 0 where they do not."""


def shared(gold: tuple[int, int], found: tuple[int, int], longer: int = LONGER) -> int:
    """Return how many characters two spans share if they meet, else 0.

    They meet when they share at least half of the shorter one, and the found one is not much longer than the gold's.
    """
    overlap = min(gold[1], found[1]) - max(gold[0], found[0])
    gold_length, length = gold[1] - gold[0], found[1] - found[0]
    if overlap <= 0 or 2 * overlap < min(gold_length, length) or length > max(2 * gold_length, gold_length + longer):
        return 0
    return overlap


def overlapping(gold: Find, found: Find) -> int:
    """Fit by the main spans."""
    return shared(gold.spans[0], found.spans[0])


def identical(gold: Find, found: Find) -> int:
    """Fit only where the main spans have the same offsets."""
    return overlapping(gold, found) if gold.spans[0] == found.spans[0] else 0


def telling(gold: Find, found: Find) -> int:
    """Fit events: by the two spans of them that meet best."""
    return max(shared(one, other, EVENT_LONGER) for one in gold.spans for other in found.spans)


def pair(gold: Sequence[Find], found: Sequence[Find], fit: Fit = overlapping) -> list[tuple[Find, Find]]:
    """Pair finds one to one, those that fit best first, then those of the more equal length, then by place."""
    fitting = [
        (-weight, _unlike(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (weight := fit(one, other))
    ]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(fitting):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return [(gold[i], found[j]) for i, j in sorted(taken.items())]


def without_optional(
    gold: Sequence[Find], found: Sequence[Find], fit: Fit = overlapping
) -> tuple[Sequence[Find], Sequence[Find]]:
    """Leave out, on both sides, what the gold calls optional: a find that only fits such an entry is nobody's fault."""
    asked = [find for find in gold if not find.optional]
    extras = [find for find in gold if find.optional]
    claimed = {id(other) for _, other in pair(asked, found, fit)}
    kept = [find for find in found if id(find) in claimed or not any(fit(extra, find) for extra in extras)]
    return asked, kept


def _unlike(gold: Find, found: Find) -> int:
    """Return by how many characters the lengths of the main spans differ, 0 for what needs no place."""
    if not gold.spans or not found.spans:
        return 0
    (start, end), (other_start, other_end) = gold.spans[0], found.spans[0]
    return abs((end - start) - (other_end - other_start))
