"""Personal names taken apart and compared: surname, given names, initials, in the orders of several cultures.

A name is compared by its sounds: the usual ways to write one Slavic, German, French, Polish, Hungarian or Chinese sound
in Latin letters are made equal (`kg.identity.sounds`), so that no list of persons is needed. Cyrillic, accents and
Chinese characters become Latin letters first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from anyascii import anyascii

from kg.extract.lexicon import EAST_ASIAN, GIVEN, PLACES
from kg.extract.lexicon import fold as without_accents
from kg.extract.person_rules import is_east_asian
from kg.identity.sounds import chinese, same_surname, skeleton, sounds

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_TOKEN: Final = re.compile(r"[^\s.,\[\]()]+\.?")
_BRACKETED_REST: Final = re.compile(r"(?<=\w)\[(\w+)\.?\]")  # J[ohn]: the editor completed an initial
_ASIDE: Final = re.compile(r"\([^)]*\)?|“[^”]*”|\"[^\"]*\"|,\s*$")  # nicknames, glosses and later ranks
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
_PARTICLES: Final = re.compile(r"de|la|von|van|der|den|del|della|di|da|du|al|el|ibn|bin|ben|le|zu")
_TITLES: Final = re.compile(  # ranks and honours, and the words inside them
    "gen(eral(issimo)?)?|lt|lieutenant|maj(or)?|brig(adier)?|col(onel)?|capt(ain)?|commander|cdr|commodore|sgt|sergeant"
    "|adm(iral)?|vice|rear|marshal|army|air|force|fleet|chief|usaf?|usn|usmc|ret|retired|then|later|of|the|and"
    "|sir|lord|lady|dame|baron(ess)?|count(ess)?|viscount|earl|duke|prince(ss)?|king|queen|emperor|sultan|sha?ikh|sheikh"
    "|dr|prof(essor)?|mrs?|ms|miss|herr|frau|monsieur|madame|comrade|cde|tov|hrh|hon(orable)?"
    "|ambassador|president|secretary|minister|senator|congressman|rev(erend)?|cardinal|(arch)?bishop|father"
)
_WIFE: Final = re.compile(r"\b(?:mrs|mme|madame|madam)\b", re.IGNORECASE)
_SAME_INITIAL: Final = (frozenset("ijy"), frozenset("ck"), frozenset("vw"), frozenset("gh"))
_PATRONYMIC: Final = re.compile(r"(?:vich|ovna|evna|ichna)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in comparable form. `given` are lower-case given names or initials in order ("n", "sergei"); may be empty.

    `surname` is empty for a form of address without one ("Nikita Sergeevich").
    """

    surname: str
    given: tuple[str, ...]
    suffix: str = ""  # "jr", "iii"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two forms can be names of one person: 0 to 1, and the reasons in plain words, for publication.

    1 is the same name in full; 0.9 a full name against initials; 0.6 a bare surname against a fuller form, which says
    little by itself; 0 two names that cannot belong to one person.
    """

    score: float
    reasons: tuple[str, ...]


def called_wife(words: str) -> bool:
    """Say whether words hold a title that may stand before a husband's full name: Mrs. John Miller is not John."""
    return bool(_WIFE.search(words))


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
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Likeness(0, (*reasons, "father and son"))
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
    plain = _ASIDE.sub(" ", form).strip() or form
    suffix = next((w for w in map(fold, _TOKEN.findall(plain)) if w in _SUFFIXES), "")
    surname, comma, rest = plain.partition(",")
    given = [word for word in _words(rest) if not _TITLES.fullmatch(fold(word))]
    if comma and given:
        for order in ([*given, *_words(surname)], [*_words(surname), *given]):
            if is_east_asian(" ".join(order)):
                return _east_asian(order)
        own = [word for word in given if not _PARTICLES.fullmatch(word.lower())] or given
        return Name(_surname(_words(surname) or [surname]), _given(own), suffix)
    words = _untitled(_words(surname if comma else plain))
    if len(words) < 2:
        return Name(_single(words[0] if words else form), (), suffix)
    if is_east_asian(" ".join(words)):
        return _east_asian(words)
    if _PATRONYMIC.search(fold(words[-1])) and len(words) == 2:
        return Name("", _given(words))
    return replace(_western(words), suffix=suffix)


def _single(word: str) -> str:
    """Return the key of a bare surname, which is to meet the one of the full name: Zhou, Zhou Enlai, Chou En-lai."""
    return chinese(fold(word)) if without_accents(word.title()) in EAST_ASIAN else surname_key(word)


def _untitled(words: list[str]) -> list[str]:
    """Return the words without the ranks and titles before the name; of a name that is but one title, all of them."""
    if not words:
        return words
    start = next((i for i, word in enumerate(words) if not _TITLES.fullmatch(fold(word))), 0)
    if words[start] in PLACES and len(words) > start + 2 and words[start + 1].endswith("."):
        start += 1  # "to Hungary P. I. Petrov": the place belongs to the title before
    return words[start:]


def _surname(words: Sequence[str]) -> str:
    """Return the key of a surname, without the particles before it, which sources leave out or put elsewhere."""
    start = next((i for i, word in enumerate(words) if not _PARTICLES.fullmatch(word.lower())), 0)
    return surname_key("".join(words[start:]))


def _given(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(part) for word in words for part in word.split("-") if fold(part))


def _east_asian(words: Sequence[str]) -> Name:
    return Name(chinese(fold(words[0])), (chinese("".join(map(fold, words[1:]))),))


def _western(words: list[str]) -> Name:
    """Return the name in words of which the surname is the last, or by Hungarian order the first."""
    if not _surname_last(words):
        return Name(surname_key(words[0]), _given(words[1:]))  # Hungarian order, or initials behind
    split = len(words) - 1
    while split > 1 and _PARTICLES.fullmatch(words[split - 1].lower()):
        split -= 1
    return Name(_surname(words[split:]), _given(words[:split]))


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
