"""A thing of ours that is to be linked, and an item that may be it."""

from dataclasses import dataclass
from typing import Final

from kg.identity.authority import Record
from kg.identity.forms import fold
from kg.identity.lookup import name_key

Part = tuple[float, str]
"""Points, and the reason that gives them."""

_STEM: Final = 5  # letters: Hungary and Hungarian meet


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A thing of ours to be linked: its forms (the label first), the years of its documents, words said about it.

    `called` are the words by which a text says what sort of place it is ("city"); `also` are names that our own lists
    give to it, whether the documents use them or not. `wife`: it is called Mrs. or the like, so that the name may be
    the husband's. `guessed`: the language model alone takes it for what it is. `doubtful`: most of its mentions are
    surnames that others bear beside it.
    """

    name: str
    kind: str
    forms: tuple[str, ...]
    years: tuple[int, ...] = ()
    offices: frozenset[str] = frozenset()
    company: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    also: tuple[str, ...] = ()
    wife: bool = False
    guessed: bool = False
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may be meant, the score from 0 to 1, what speaks for it, and why the name alone is never enough.

    `name` and `known` are the parts of the score that come from the name and from how widely the item is known; `keys`
    are those of our forms that it bears.
    """

    record: Record
    score: float
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    name: float
    known: float
    keys: frozenset[str]

    @property
    def label(self) -> str:
        """The key of the item's own name."""
        return name_key(self.record.label)


def told(part: Part) -> str:
    """Return a reason with its points, for publication."""
    return f"{part[1]} {part[0]:+.2f}"


def words_of(text: str) -> set[str]:
    """Return the stems of the longer words of a text, for comparing offices and countries."""
    return {word[:_STEM] for word in fold(text).split() if len(word) >= _STEM}
