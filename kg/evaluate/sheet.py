"""The answers about one text, in one shape for both sides: what people wrote down, and what the published data says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

CLASSES: Final = (
    "document",
    "roles",
    "people",
    "organisations",
    "places",
    "dates",
    "citations",
    "works",
    "events",
    "turns",
    "agenda",
    "notes",
    "anchors",
    "participants",
)
"""What is scored, in the order of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One thing that is said to stand in a text.

    `spans` are offsets in code points, half-open, the main one first; none where the thing needs no place. `thing` is
    who or what is meant (an id of the gold, an IRI of the data; of an event in the gold its class). `value` is what is
    compared as a whole: an EDTF date, a number as printed, a role. `fields` are the parts of a reference.
    """

    spans: tuple[tuple[int, int], ...] = ()
    text: str = ""
    thing: str = ""
    value: str = ""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rule: str = ""
    optional: bool = False  # of the gold: counts neither when it is found nor when it is missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All answers about one text. `finds` has the classes that this side speaks of; `names` all names of a thing."""

    name: str
    sha256: str
    finds: Mapping[str, tuple[Find, ...]]
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def finds(sheet: Sheet, name: str) -> tuple[Find, ...]:
    """Return the finds of one class, none where the side does not speak of it."""
    return sheet.finds.get(name, ())


def bare(words: str) -> str:
    """Return words without case, punctuation and blanks, as titles, numbers and names of archives are compared."""
    return "".join(character for character in words.casefold() if character.isalnum())
