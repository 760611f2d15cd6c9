"""Which finds lie in a stretch of the text, and which stretches hold a place, without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from kg.model import Span

Stretch = tuple[int, int]


class Placed(Protocol):
    """Anything that stands at a span of the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=Placed)


def _start(find: Placed) -> int:
    return find.span.start


def within(finds: Sequence[P], start: int, end: int) -> list[P]:
    """Return those finds, of all that are sorted by place, whose span lies inside the stretch."""
    first, last = bisect_left(finds, start, key=_start), bisect_left(finds, end, key=_start)
    return [find for find in finds[first:last] if find.span.end <= end]


def following(finds: Sequence[P], offset: int) -> P | None:
    """Return the first find, of all that are sorted by place, that begins at the offset or after it."""
    i = bisect_left(finds, offset, key=_start)
    return finds[i] if i < len(finds) else None


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches in order, those that overlap made one."""
    result: list[Stretch] = []
    for start, end in sorted(stretches):
        if result and start < result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def holding(stretches: Sequence[Stretch], offset: int) -> Stretch | None:
    """Return the stretch, of all that are merged, that holds the offset."""
    i = bisect_right(stretches, offset, key=lambda s: s[0]) - 1
    return stretches[i] if i >= 0 and offset < stretches[i][1] else None


def meets(stretches: Sequence[Stretch], start: int, end: int) -> bool:
    """Say whether a stretch overlaps one of those that are merged."""
    i = bisect_left(stretches, end, key=lambda s: s[0]) - 1
    return i >= 0 and start < stretches[i][1]


def once(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those with the same words once."""
    first: dict[str, Span] = {}
    for span in sorted(spans):
        first.setdefault(span.exact, span)
    return tuple(first.values())
