"""The parts of a reference to a published work: names of creators, titles, publication details, pages.

Everything is read from a copy of the text in which line breaks are blanks, so offsets stay those of the text.
"""

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.names import INITIALS_NAME, NAME
from kg.model import CreatorRole

PERSON: Final = rf"(?:{INITIALS_NAME}|{NAME})"
_AND: Final = r"(?:,?\s+(?:and|und|et|i|és|y|e|a|и)\s+|\s*&\s*)"
_ET_AL: Final = r"(?:,?\s+et\s+al\.?|,?\s+and\s+others)?"
_EDITOR: Final = r"(?:eds?|editors?|comps?|compilers?|red|Hrsg|Hg|hrsg|szerk|otv\.?\s+red|ред|сост|sost|dir)"
CREATORS: Final = (
    rf"(?P<names>{PERSON}(?:(?:,\s+{PERSON}){{0,8}}{_AND}{PERSON})?{_ET_AL}"
    rf"|{PERSON}(?:,\s+{PERSON}){{1,8}}(?=,?\s+\(?{_EDITOR}\b))"
    rf"(?:,?\s+(?P<role>\(?{_EDITOR}\.?\)?))?"
)
PAGES: Final = (
    r"(?:(?:,|\.|:)?\s*(?:(?:here|esp\.|especially|at)\s+)?"
    r"(?:pp?\.|pages?|[SsсС]\.|str\.|стр\.|o\.)\s*|\s*[:,]\s*(?=\d))"
    r"(?P<pages>\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)*)(?:ff?\.|n\.?\d*)?"
)
YEAR: Final = r"(?:1[5-9]\d\d|20[0-4]\d)"
IMPRINT: Final = re.compile(
    rf"\((?:(?:\d\w* ed\.|rev\. ed\.),?\s+)?"
    rf"(?:(?P<place>[^\W\d_][^():;“”\"]{{1,60}}?):\s*(?P<publisher>[^():“”\"]{{2,90}}?),\s*"
    rf"|(?P<where>[^\W\d_][^():;“”\"\d]{{1,60}}?),\s*)(?P<year>{YEAR})(?:[-–]\d{{2,4}})?\)"
)
"""What stands in brackets after a title: (Place: Publisher, Year) or (Place, Year)."""


QUOTED: Final = re.compile(
    r"(?<!\w)[“\"«„](?P<title>(?:[^“”\"«»„]|(?<=\s)[“\"](?=\w)[^“”\"]{1,80}[”\"]){3,300}?)[,.]?[”\"»],?"
)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of somebody who made a work, by its offsets."""

    role: CreatorRole
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a reference, by offsets and words, before it is told apart from others."""

    start: int
    end: int
    rule: str
    type: str
    title: str = ""
    names: tuple[Name, ...] = ()
    container: str = ""
    publisher: tuple[int, int] | None = None
    place: str = ""
    issued: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


_PERSON: Final = re.compile(PERSON)
_CREATORS: Final = re.compile(rf"(?<!\w){CREATORS}")
_PAGES: Final = re.compile(PAGES)


def names_in(text: str, start: int, end: int, role: CreatorRole) -> tuple[Name, ...]:
    """Return the names in a stretch that holds nothing but names and what joins them."""
    return tuple(Name(role, m.start(), m.end()) for m in _PERSON.finditer(text, start, end) if m.group() != "al")


def creators_before(text: str, start: int, end: int) -> tuple[int, tuple[Name, ...]] | None:
    """Return where the names begin that end (with "ed." and a comma) at `end`, and the names; not before `start`."""
    for match in _CREATORS.finditer(text, start, end):
        if not text[match.end() : end].strip(" ,"):
            role: CreatorRole = "editor" if match["role"] else "author"
            return match.start(), names_in(text, *match.span("names"), role)
    return None


def pages_after(text: str, end: int) -> tuple[int, str]:
    """Return the end of the pages that follow at `end`, and the pages without blanks; `(end, "")` where none do."""
    match = _PAGES.match(text, end)
    if not match:
        return end, ""
    return match.end("pages"), re.sub(r"\s", "", match["pages"]).replace("–", "-").replace("—", "-")


def folded(words: str) -> str:
    """Return the words of a title without asterisks, line breaks and closing comma."""
    return " ".join(words.replace("*", "").split()).rstrip(" ,")
