"""Personal names taken apart and compared: surname, given names, initials, in the orders of several cultures.

A name is compared by its sounds: the usual ways to write one Slavic, German, French, Polish, Hungarian or Chinese sound
in Latin letters are made equal (`kg.identity.sounds`), so that no list of persons is needed. Cyrillic, accents and
Chinese characters become Latin letters first.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from anyascii import anyascii

from kg.extract.lexicon import GIVEN
from kg.extract.lexicon import fold as without_accents
from kg.extract.person_rules import is_east_asian
from kg.identity.sounds import chinese, same_surname, skeleton, sounds

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_TOKEN: Final = re.compile(r"[^\s.,\[\]()]+\.?")
_BRACKETED_REST: Final = re.compile(r"(?<=\w)\[(\w+)\.?\]")  # J[ohn]: the editor completed an initial
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


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two forms can be names of one person: 0 to 1, and the reasons in plain words, for publication.

    1 is the same name in full; 0.9 a full name against initials; 0.6 a bare surname against a fuller form, which says
    little by itself; 0 two names that cannot belong to one person.
    """

    score: float
    reasons: tuple[str, ...]


def fold(form: str) -> str:
    """Return a name in plain lower-case letters: accents, apostrophes and hyphens gone, Cyrillic transliterated."""
    return re.sub(r"[^a-z0-9 ]", "", anyascii(without_accents(form)).lower())


def surname_key(surname: str) -> str:
    """Return a surname by its sounds, so that usual ways of writing it are equal: Vyshinskii, Vyshinsky, Wyschinski."""
    return sounds(fold(surname).replace(" ", ""))


def key(form: str) -> str:
    """Return the key under which a name is looked up: its surname's consonants by sound, and a first vowel ("hrSv").

    Names that may be one have the same key; names with the same key need `compare`. "" where there is no surname.
    """
    return skeleton(parse(form).surname)


def keys(form: str) -> tuple[str, ...]:
    """Return all keys of a form, the likeliest first: in "Nagy Imre" and "Imre Nagy" either word may be the surname."""
    words = _words(form)
    ends = {skeleton(surname_key(word)) for word in (words[0], words[-1])} if len(words) > 1 else set()
    first = key(form)
    return tuple(k for k in (first, *sorted(ends - {first})) if k)


def family_first(form: str) -> bool:
    """Say whether the family's name stands first and no comma behind it: in East Asian and in Hungarian order."""
    words = _words(form)
    return len(words) > 1 and "," not in form and (is_east_asian(" ".join(words)) or not _surname_last(words))


def compare(left: str, right: str) -> Likeness:
    """Compare two forms of names, in any of the orders, alphabets and spellings that this module knows."""
    return compare_names(parse(left), parse(right))


def compare_names(one: Name, other: Name) -> Likeness:
    """Compare two names taken apart."""
    if one.surname and other.surname:
        if not same_surname(one.surname, other.surname):
            return Likeness(0, ("the surnames differ",))
        reasons = ["same surname" if one.surname == other.surname else "same surname by sound"]
    else:
        reasons = ["no surname to compare"]
    if not (one.given and other.given):
        return Likeness(0.6, (*reasons, "given names on one side at most"))
    if not compatible(one.given, other.given):
        return Likeness(0, (*reasons, "the given names differ"))
    full = min(len(one.given[0]), len(other.given[0])) > 2
    score = 1.0 if full else 0.9
    reasons.append("same given names" if full else "initials agree")
    if one.surname != other.surname:
        score -= 0.05
    if len(one.given) != len(other.given):
        score -= 0.05
        reasons.append("one form has more given names")
    return Likeness(round(score if one.surname and other.surname else score - 0.3, 2), tuple(reasons))


@lru_cache(maxsize=1 << 16)
def parse(form: str) -> Name:
    """Take a form of a name apart. A single word counts as a surname, and so does what stands before a comma."""
    surname, comma, rest = form.partition(",")
    if comma and (given := _words(rest)):
        return Name(surname_key(surname), tuple(map(fold, given)))
    words = _words(form)
    if len(words) < 2:
        return Name(surname_key(words[0] if words else form), ())
    if is_east_asian(" ".join(words)):
        return Name(chinese(fold(words[0])), (chinese("".join(map(fold, words[1:]))),))
    if _PATRONYMIC.search(fold(words[-1])) and len(words) == 2:
        return Name("", tuple(map(fold, words)))
    return _western(words)


def _western(words: list[str]) -> Name:
    """Return the name in words of which the surname is the last, or by Hungarian order the first."""
    if not _surname_last(words):
        return Name(surname_key(words[0]), tuple(map(fold, words[1:])))  # Hungarian order, or initials behind
    split = len(words) - 1
    while split > 1 and words[split - 1].lower() in _PARTICLES:
        split -= 1
    return Name(surname_key("".join(words[split:])), tuple(map(fold, words[:split])))


def _surname_last(words: list[str]) -> bool:
    """Say whether the first word is a given name or an initial, or the last word is none."""
    given_first = without_accents(words[0]) in GIVEN or words[0].endswith(".")
    return given_first or not (without_accents(words[-1]) in GIVEN or words[-1].endswith("."))


def _words(form: str) -> list[str]:
    """Return the words and initials of a name, without Jr. and the like."""
    latin = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(form)) if _HAN.search(form) else form
    found = [w for w in _TOKEN.findall(_BRACKETED_REST.sub(r"\1", latin)) if fold(w).strip() not in {"", *_SUFFIXES}]
    return [
        part
        for word in found
        for part in (re.findall(r"[^.\-]+\.", word) if re.fullmatch(r"(?:\w{1,4}\.-?){2,}", word) else [word])
    ]


def compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two rows of given names can belong to one person: each pair equal, or one the initial of the other."""
    return all(a is None or b is None or _same_given(a, b) for a, b in zip_longest(left, right))


def _same_given(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    if len(short) > 2:
        one, other = sounds(left), sounds(right)
        return one == other or (len(short) > 4 and skeleton(one) == skeleton(other))
    same_sound = len(short) == 1 and any({short, long[:1]} <= letters for letters in _SAME_INITIAL)
    return long.startswith(short) or same_sound


def fullness(form: str) -> tuple[int, int, int, int]:
    """Return how much a form says, for choosing the label: a surname, full given names, initials, mixed case."""
    name = parse(form)
    full = sum(len(g) > 2 for g in name.given)
    return int(bool(name.surname)), full, len(name.given), int(not form.isupper())
