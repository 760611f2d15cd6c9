"""Who did it, and where: the names in the clause of a happening, less those that only say who somebody is.

"The Ambassador of Poland in Riga met Director Lind of the Bureau of Eels": Poland and Riga are no places of the
meeting, and the Bureau took no part in it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract.names import OFFICE
from kg.extract.within import within
from kg.model import Mention, Span

_POST: Final = rf"(?:{OFFICE}|head|chargé|newspaper|organ|desk|staff)"
_HOLDS: Final = re.compile(
    rf"(?<![\w-])(?i:{_POST})(?:[ -](?i:general))?,?\s(?:of|in|to|at|for|from)\s(?:the\s)?(?:[\w'’-]+\s){{0,2}}?\Z"
)
"""An office and a preposition before a name: "secretary-general of the …"; not the plural, who may act as the body."""

_HELD: Final = re.compile(rf"['’]?s?\s(?:(?i:deputy|vice|first|acting|former|press)\s)?(?i:{_POST})(?![\w-])")
_ABOUT: Final = re.compile(r"\b(?:about|concerning|regarding|(?:question|issue|problem)\sof)\s(?:the\s)?\Z")
_ACTS: Final = re.compile(r"\s(?:had|has|was|were|is|are|will|would|should|did|(?!based|located)[a-z]+ed)\b")
_WHERE: Final = re.compile(r"\b(?:in|at|to|from|near|into|outside|of|via|through|and|or)\s(?:the\s)?\Z")
"""A state that acts is no place: "the United States accepted"; "the meeting in Riga was held"."""
_PROPOSED: Final = re.compile(
    r"\b(?:recommending|proposing|requesting|urging|concerning|regarding|stating|saying|asking|suggesting|demanding)\b"
)
"""Behind these words stands what was proposed, and no place of the proposing."""
_RELATED: Final = re.compile(
    r"\b(?:prot[eé]g[eé]|wife|widow|son|daughter|brother|sister|nephew|successor|assistant|secretary|aide|supporter)s?"
    r"\s(?:of|to)\s(?:[A-Z][a-z]*\.?\s){0,2}\Z"
)
"""What somebody else is to the named one: "a protégé of Lind"."""
_ATTRIBUTE: Final = re.compile(
    r"(?:[A-Z]\.?){2,6}\s(?!(?:and|or|in|on|at|to|from|by|for|with|is|was|had|has|will|would|that|who|of)\s)[a-z]{3,}"
)
"""A state by its letters that tells whose a thing is: "a U.S. convoy"."""
_BELONGS: Final = re.compile(r",?\s(?:of|from)\s(?:the\s)?\Z")
_LOOK: Final = 60  # code points before a name
_QUOTED: Final = re.compile(r"[“„«][^”»\n]{0,200}[”»]|\*[^*\n]{3,200}\*")


def named(span: Span, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Yield the people, bodies and places that a happening told in a span involves; those in titles of works apart."""
    words, begins = span.exact, span.start
    inside = within(mentions, begins, span.end)
    quoted = [m.span() for m in _QUOTED.finditer(words) if m.span() != (0, len(words))]
    people = {m.span.end - begins for m in inside if m.kind == "person"}
    for mention in inside:
        low, high = mention.span.start - begins, mention.span.end - begins
        before = words[max(0, low - _LOOK) : low]
        if any(first <= low and high <= last for first, last in quoted):
            continue
        if mention.kind == "person" and _RELATED.search(before):
            continue
        if mention.kind != "person" and (
            _HOLDS.search(before) or _HELD.match(words, high) or _of_person(before, low, people)
        ):
            continue
        if mention.kind == "place" and (
            _ABOUT.search(before)
            or _ATTRIBUTE.match(words, low)
            or _PROPOSED.search(words[:low])
            or (_ACTS.match(words, high) and not _WHERE.search(before))
        ):
            continue
        yield mention


def _of_person(before: str, low: int, people: set[int]) -> bool:
    """Say whether a body is said after a person to tell where he belongs: "Lind of the Bureau of Eels"."""
    match = _BELONGS.search(before)
    return match is not None and low - len(match[0]) in people


def actors(found: Iterable[Mention]) -> tuple[Span, ...]:
    """Return the people and bodies among the names of a happening."""
    return tuple(m.span for m in found if m.kind != "place")


def places(found: Iterable[Mention]) -> tuple[Span, ...]:
    """Return the places among the names of a happening."""
    return tuple(m.span for m in found if m.kind == "place")
