"""What stands in another work: "Title, in: B. Editor (Hg.), Book", "“Title”, w: *Book*, red. B. Editor"."""

import re
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.references import Name, creators_at, folded

_EDITED_BY: Final = re.compile(
    r",\s+(?:eds?\.|edited\s+by|comp(?:iled\s+by|\.)|hrsg\.\s+von|bearb\.\s+von|(?:pod\s+)?red\.|szerk\.)\s+(?=[^\W_])"
)
_QUOTED_IN: Final = re.compile(
    r"[“\"„«‘]\s?(?P<title>[^“”\"„«»‘]{3,240}?)[,.]?\s?[”\"“»’],?\s+(?:[Ii]n:?|[Dd]ans|w:?|v:?|u:?)\s+(?=[*]|[^\W\d_a-z])"
)
_BARE_IN: Final = re.compile(r"(?P<title>[^\W_][^“”„«»]{3,240}?)[,.]?\s+(?:[Ii]n:|//)\s+(?=[*]|[^\W\d_a-z])")
_AFTER_EDITORS: Final = re.compile(r"[,:]?\s+(?=[*]|[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A title, the book that it stands in, and the book's editors."""

    title: str
    book: str
    editors: tuple[Name, ...]


def editors_behind(flat: str, start: int, end: int) -> tuple[int, tuple[Name, ...]]:
    """Return where ", ed. B. Editor" begins that ends at `end`, and the editors; `(end, ())` where none is named."""
    for lead in _EDITED_BY.finditer(flat, start, end):
        for stop, names in creators_at(flat, lead.end(), end):
            if not flat[stop:end].strip(" ,"):
                return lead.start(), tuple(replace(name, role="editor") for name in names)
    return end, ()


def chapter(flat: str, start: int, end: int) -> Chapter | None:
    """Read a stretch between the author and the imprint as a title in a book; None where it is one title."""
    match = _QUOTED_IN.match(flat, start, end) or _BARE_IN.match(flat, start, end)
    if not match:
        return None
    for stop, names in creators_at(flat, match.end(), end):
        book = _AFTER_EDITORS.match(flat, stop, end)
        if names[0].role == "editor" and book:
            return Chapter(folded(match["title"]), folded(flat[book.end() : end]), names)
    stop, editors = editors_behind(flat, match.end(), end)
    return Chapter(folded(match["title"]), folded(flat[match.end() : stop]), editors)
