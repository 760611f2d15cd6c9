"""The people whom a heading names: "Conversation between Soviet Ambassador in China Boris Orlov and Li Wei".

A heading gives offices, countries and bodies beside the names; what is left of each part without them is the name.
"""

import re
import tomllib
from pathlib import Path
from typing import Final

from kg.extract.labels import words_of
from kg.extract.names import CAPITALS_NAME, NAME, NOT_IN_WORD, TITLE_WORDS
from kg.extract.person_rules import is_east_asian
from kg.extract.shadow import Edit, edited
from kg.model import Document, field_of

_PLACES: Final = tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
_PLACE_NAMES: Final = frozenset(
    " ".join(entry.split()).casefold()
    for key in ("countries", "regions", "cities", "heads", "demonyms")
    for entry in re.split(r"[|=\n]", _PLACES[key])
)
_NO_NAMES: Final = (
    _PLACE_NAMES
    | {word.casefold() for title in TITLE_WORDS for word in (title, *title.split())}
    | words_of("before_names")
)
_BODIES: Final = words_of("bodies")
_PARTS: Final = re.compile(r"\s*(?:,\s*(?:and\s+)?|;|\s(?:and|with|und|et)\s|&)\s*")
_WORD: Final = re.compile(r"\w+")
_ANY: Final = re.compile(rf"{NOT_IN_WORD}(?:{NAME}|{CAPITALS_NAME})")
_SHORTEST_CAPITALS: Final = 5  # letters that a single word in capitals must have to be a surname and no acronym
_OF: Final = re.compile(r"\w\s+(?:of|in|at|for)\s+(?:the\s+)?\Z")  # "Minister of Ferries in the Delta" names nobody
_MEMBER: Final = re.compile(r"\s+of\s+the\s")  # "A. Lind of the Division of Rivers"
_OFFICE: Final = re.compile(r"\s*(?:[Tt]he|THE)\s")  # "the Consul at Batumi (Lind)"
IN_BRACKETS: Final = re.compile(rf"\((?P<name>{NAME})\)")


def heading(document: Document) -> tuple[int, int] | None:
    """Return where the document's title stands: its field, else its first line of words."""
    title = field_of(document, "title")
    if title:
        return title.span.start, title.span.end
    line = re.search(r"(?!\ufeff)[^\r\n]*\S[^\r\n]*", document.text[:2000])
    return line.span() if line else None


def people_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names of people in a stretch of a heading, one for each part that "and", "with" or a comma divides.

    Line breaks inside the stretch do not matter. A part that names a body or a place only gives nothing.
    """
    repaired = edited(text[start:end], (Edit(*gap.span(), " ") for gap in re.finditer(r"\s+", text[start:end])))
    found = []
    place = 0
    for first, last in [*(m.span() for m in _PARTS.finditer(repaired.text)), (len(repaired.text),) * 2]:
        if name := _person(repaired.text, place, first):
            begin, stop = repaired.to_source(*name)
            found.append((start + begin, start + stop))
        place = last
    return found


def _person(words: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the name in one part of a heading: the last that is no place or body, else the one in brackets.

    "The Consul at Batumi (Smith)" names Smith, "Thomas Green (Ottawa)" names Thomas Green.
    """
    bracketed = IN_BRACKETS.search(words, start, end)
    if bracketed and _OFFICE.match(words, start, bracketed.start()):
        return bare_name(words, *bracketed.span("name"))
    outside = bracketed.start() if bracketed else end
    bodies = [m.start() for m in _WORD.finditer(words, start, outside) if m[0].casefold() in _BODIES]
    for match in reversed(list(_ANY.finditer(words, start, outside))):
        name = bare_name(words, *match.span())
        if not name or _OF.search(words, start, name[0]):
            continue
        if all(body < name[0] for body in bodies) or _MEMBER.match(words, name[1], outside):
            return name
    return bare_name(words, *bracketed.span("name")) if bracketed else None


def bare_name(words: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a name without offices, countries and adjectives at its ends; None for a body, or if nothing is left."""
    parts = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", words[start:end])]
    if any(words[slice(*part)].casefold().strip(".,") in _BODIES for part in parts):
        return None
    while parts and (length := _no_name(words, parts)):
        parts = parts[length:]
    whole = words[parts[0][0] : parts[-1][1]] if parts else ""
    while parts and words[slice(*parts[-1])].casefold().strip("[](),") in _NO_NAMES and not is_east_asian(whole):
        parts = parts[:-1]
    if not parts or (
        len(parts) == 1 and len(words[slice(*parts[0])]) < _SHORTEST_CAPITALS and words[slice(*parts[0])].isupper()
    ):
        return None
    return parts[0][0], parts[-1][1]


def _no_name(words: str, parts: list[tuple[int, int]]) -> int:
    """Return how many of the first words are no name: "Hong Kong" is two (a place), "Minister" one, a name none."""
    for length in (3, 2, 1):
        if " ".join(words[slice(*part)].casefold().strip("[](),") for part in parts[:length]) in _NO_NAMES:
            return min(length, len(parts))
    return 0
