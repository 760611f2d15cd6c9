"""Groups of things that are the same, under the condition that some pairs never are."""

from collections.abc import Iterable


class Groups:
    """Things numbered from 0, at first each alone; `join` puts two groups together unless a pair must stay apart.

    A join that would bring together a pair of `apart` is refused whole, so that a decided "different" also blocks the
    merges that would follow from others.
    """

    def __init__(self, size: int, *, apart: Iterable[tuple[int, int]] = ()) -> None:
        """Start with every thing in a group of its own."""
        self._group = list(range(size))
        self._members = {i: [i] for i in range(size)}
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> bool:
        """Put the groups of two things together; return False where a pair in them must stay apart."""
        kept, gone = sorted((self._group[one], self._group[other]))
        if kept == gone:
            return True
        if any(not self._apart.get(m, set()).isdisjoint(self._members[kept]) for m in self._members[gone]):
            return False
        for member in self._members[gone]:
            self._group[member] = kept
        self._members[kept] += self._members.pop(gone)
        return True

    def all(self) -> list[list[int]]:
        """Return all groups, each sorted, in the order of their first members."""
        return [sorted(self._members[group]) for group in sorted(self._members)]
