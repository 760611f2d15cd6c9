"""Personal names taken apart and compared: surname, given names, initials, in the orders of several cultures."""

import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from anyascii import anyascii

from kg.extract.lexicon import GIVEN
from kg.extract.lexicon import fold as without_accents
from kg.extract.person_rules import is_east_asian

_TOKEN: Final = re.compile(r"[^\s.,\[\]()]+\.?")
_BRACKETED_REST: Final = re.compile(r"(?<=\w)\[(\w+)\.?\]")  # J[ohn]: the editor completed an initial
_ENDINGS: Final = (
    (re.compile(r"(?:sk|ck)(?:ii|iy|ij|yi|y|i)$"), "ski"),
    (re.compile(r"(?:ii|iy|ij|yi|y)$"), "i"),
    (re.compile("tz"), "ts"),
)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES: Final = frozenset(
    {
        "de",
        "la",
        "von",
        "van",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "du",
        "al",
        "el",
        "ibn",
        "bin",
        "ben",
        "le",
        "zu",
    }
)
_SAME_INITIAL: Final = (frozenset("ijy"), frozenset("ck"), frozenset("vw"), frozenset("gh"))
_PATRONYMIC: Final = re.compile(r"(?:vich|ovna|evna|ichna)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in comparable form. `given` are lower-case given names or initials in order ("n", "sergei"); may be empty.

    `surname` is empty for a form of address without one ("Nikita Sergeevich").
    """

    surname: str
    given: tuple[str, ...]


def fold(name: str) -> str:
    """Return a name in plain lower-case letters: accents, apostrophes and hyphens gone, Cyrillic transliterated."""
    return re.sub(r"[^a-z0-9 ]", "", anyascii(without_accents(name)).lower())


def surname_key(surname: str) -> str:
    """Return a surname so that usual ways of romanising the same ending are equal: Vyshinskii, Vyshinsky."""
    key = fold(surname).replace(" ", "")
    for ending, plain in _ENDINGS:
        key = ending.sub(plain, key)
    return key


def parse(form: str) -> Name:
    """Take a form of a name apart. A single word counts as a surname."""
    words = [
        w for w in _TOKEN.findall(_BRACKETED_REST.sub(r"\1", form)) if fold(w) and fold(w).strip() not in _SUFFIXES
    ]
    words = [
        part
        for word in words
        for part in (re.findall(r"[^.\-]+\.", word) if re.fullmatch(r"(?:\w{1,4}\.-?){2,}", word) else [word])
    ]
    if not words:
        return Name(surname_key(form), ())
    if len(words) == 1:
        return Name(surname_key(words[0]), ())
    if is_east_asian(" ".join(words)):
        return Name(surname_key(words[0]), ("".join(fold(w) for w in words[1:]),))
    if _PATRONYMIC.search(fold(words[-1])) and len(words) == 2:
        return Name("", tuple(map(fold, words)))
    given_first = without_accents(words[0]) in GIVEN or words[0].endswith(".")
    if not given_first and (without_accents(words[-1]) in GIVEN or words[-1].endswith(".")):
        return Name(surname_key(words[0]), tuple(fold(w) for w in words[1:]))  # Hungarian order, or initials behind
    split = len(words) - 1
    while split > 1 and words[split - 1].lower() in _PARTICLES:
        split -= 1
    return Name(surname_key("".join(words[split:])), tuple(fold(w) for w in words[:split]))


def compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two rows of given names can belong to one person: each pair equal, or one the initial of the other."""
    return all(a is None or b is None or _same_given(a, b) for a, b in zip_longest(left, right))


def _same_given(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) > 2:
        return short == long
    same_sound = len(short) == 1 and any({short, long[:1]} <= letters for letters in _SAME_INITIAL)
    return long.startswith(short) or same_sound


def fullness(form: str) -> tuple[int, int, int, int]:
    """Return how much a form says, for choosing the label: a surname, full given names, initials, mixed case."""
    name = parse(form)
    full = sum(len(g) > 2 for g in name.given)
    return int(bool(name.surname)), full, len(name.given), int(not form.isupper())
