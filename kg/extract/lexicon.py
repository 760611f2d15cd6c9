"""The word lists that extractors of names share, and folding that keeps every character in its place."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.extract.names import TITLE_WORDS

_SPECIAL: Final = {
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ð": "d",
    "ı": "i",
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "`": "'",
    "ʹ": "'",
}


def _base(letter: str) -> str:
    """Return the letter without its accents, if that is one letter; Cyrillic й and ё keep theirs apart from и only."""
    if letter in _SPECIAL:
        return _SPECIAL[letter]
    plain = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
    return plain if len(plain) == 1 else letter


_FOLD: Final = {
    ord(c): _base(c)
    for c in (*_SPECIAL, *map(chr, range(0xC0, 0x250)), *map(chr, range(0x1E00, 0x1F00)), "ё", "Ё", "\u00a0")
} | {0xA0: " "}


def fold(text: str) -> str:
    """Return the text without accents and with plain apostrophes, character for character: Dubček becomes Dubcek."""
    return text.translate(_FOLD)


@lru_cache(maxsize=8)
def _table(name: str) -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))


def entries(table: str, *keys: str) -> tuple[tuple[str, ...], ...]:
    """Return the entries of lists in a table: for each thing its names, the first of them its key."""
    parts = (part for key in keys for part in _table(table)[key].replace("\n", "|").split("|"))
    return tuple(tuple(name.strip() for name in part.split(" = ")) for part in parts if part.strip())


def words(table: str, *keys: str) -> frozenset[str]:
    """Return all names of all entries of lists in a table."""
    return frozenset(name for entry in entries(table, *keys) for name in entry)


def _loose(key: str) -> frozenset[str]:
    return frozenset(_table("wordlists")[key].split())


GIVEN: Final = frozenset(map(fold, _loose("given")))
EAST_ASIAN: Final = frozenset(map(fold, _loose("east_asian")))
ALSO_SURNAMES: Final = _loose("also_surnames")
NOT_AFTER: Final = _loose("not_after")
DEMONYMS: Final = words("places", "demonyms")
PLACES: Final = words("places", "countries", "regions", "cities")
ORGANISATIONS: Final = words("organisations", "igos", "parties", "services", "press", "projects")
NOT_NAMES: Final = (
    _loose("not_names")
    | {word for title in TITLE_WORDS for word in title.replace(".", "").split()}
    | {word for demonym in DEMONYMS for word in demonym.split()}
)
"""Words that are no part of a personal name although they begin with a capital."""

_WORD: Final = re.compile(r"[^\W_]+")


def index(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the forms by their first word, the longest first, for `occurrences`."""
    found: dict[str, list[str]] = {}
    for form in sorted(set(forms), key=lambda f: (-len(f), f)):
        first = _WORD.search(form)
        if first:
            found.setdefault(first[0], []).append(form)
    return {word: tuple(names) for word, names in found.items()}


def occurrences(text: str, forms: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield every stretch that is one of the forms as whole words, the leftmost and longest, without overlaps."""
    done = 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < done or match[0] not in forms:
            continue
        for form in forms[match[0]]:
            end = start + len(form)
            if text.startswith(form, start) and not (text[end : end + 1].isalnum() and text[end - 1].isalnum()):
                yield start, end
                done = end
                break
