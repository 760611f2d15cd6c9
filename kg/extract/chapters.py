"""What stands in another work: "Title, in: B. Editor (Hg.), Book", "“Title”, w: *Book*, red. B. Editor"."""

import re
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.references import Name, creators_at, folded
from kg.model import CreatorRole

_MADE_BY: Final = re.compile(
    r",\s+(?:(?P<translator>trans(?:l?\.|lated\s+by)|(?:übers|übersetzt)\.?\s+von|trad\.(?:\s+par)?|przeł\.|přel\.|пер\.)"
    r"|(?:eds?\.|edited\s+by|comp(?:iled\s+by|\.)|hrsg\.\s+von|(?:bearb\.|bearbeitet)\s+von|(?:pod\s+)?red\.|szerk\.)"
    r"(?:\s+and\s+trans(?:\.|lated\s+by))?)\s+(?=[^\W_])"
)
_QUOTED_IN: Final = re.compile(
    r"[“\"„«‘]\s?(?P<title>[^“”\"„«»‘]{3,240}?)[,.]?\s?[”\"“»’],?\s+(?:[Ii]n:?|[Dd]ans|w:?|v:?|u:?)\s+(?=[*]|[^\W\d_a-z])"
)
_BARE_IN: Final = re.compile(r"(?P<title>[^\W_][^“”„«»]{3,240}?)[,.]?\s+(?:[Ii]n:|//)\s+(?=[*]|[^\W\d_a-z])")
_AFTER_EDITORS: Final = re.compile(r"[,:]?\s+(?=[*]|[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title, the book that it stands in, and the book's editors and translators."""

    title: str
    book: str
    editors: tuple[Name, ...]


def makers_behind(flat: str, start: int, end: int) -> tuple[int, tuple[Name, ...]]:
    """Return where ", ed. B. Editor, trans. C. Third" begins that ends at `end`, and who they are; else `(end, ())`."""
    found: tuple[Name, ...] = ()
    while last := _last_makers(flat, start, end):
        end, found = last[0], last[1] + found
    return end, found


def _last_makers(flat: str, start: int, end: int) -> tuple[int, tuple[Name, ...]] | None:
    for lead in _MADE_BY.finditer(flat, start, end):
        role: CreatorRole = "translator" if lead["translator"] else "editor"
        for stop, names in creators_at(flat, lead.end(), end):
            if not flat[stop:end].strip(" ,"):
                return lead.start(), tuple(replace(name, role=role) for name in names)
    return None


def chapter(flat: str, start: int, end: int) -> Chapter | None:
    """Read a stretch between the author and the imprint as a title in a book; None where it is one title."""
    match = _QUOTED_IN.match(flat, start, end) or _BARE_IN.match(flat, start, end)
    if not match:
        return None
    for stop, names in creators_at(flat, match.end(), end):
        book = _AFTER_EDITORS.match(flat, stop, end)
        if names[0].role == "editor" and book:
            return Chapter(folded(match["title"]), folded(flat[book.end() : end]), names)
    stop, editors = makers_behind(flat, match.end(), end)
    return Chapter(folded(match["title"]), folded(flat[match.end() : stop]), editors)
