"""Personal names taken apart and compared: surname, given names, initials, in the orders of several cultures.

A name is compared by its sounds: the usual ways to write one Slavic, German, French, Polish, Hungarian or Chinese sound
in Latin letters are made equal (`kg.identity.sounds`), so that no list of persons is needed. Cyrillic, accents and
Chinese characters become Latin letters first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from anyascii import anyascii

from kg.extract.lexicon import EAST_ASIAN, GIVEN, PLACES
from kg.extract.lexicon import fold as without_accents
from kg.extract.person_rules import is_east_asian
from kg.identity.given import one_person
from kg.identity.sounds import alike, chinese, readings, skeleton, sounds

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
_TWO: Final = 2  # words of a name in Hungarian order
_SAME_INITIAL: Final = (frozenset("ijy"), frozenset("ck"), frozenset("vw"), frozenset("gh"))
_DIGRAPHS: Final = dict(  # for marked letters, and those that Serbian and Bulgarian read otherwise than Russian
    zip("šžżčćŝđâûћщ", ["sh", "zh", "zh", "ch", "ch", "shch", "dj", "ia", "iu", "ч", "шт"], strict=True)
)
_MARKS: Final = str.maketrans(_DIGRAPHS | {one.upper(): two.title() for one, two in _DIGRAPHS.items()})
_UKRAINIAN: Final = re.compile("[іїєґ]", re.IGNORECASE)
_PATRONYMIC: Final = re.compile(r"(?:vich|ovna|evna|ichna)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in comparable form. `given` are lower-case given names or initials in order ("n", "sergei"); may be empty.

    `surname` is empty for a form of address without one ("Nikita Sergeevich").
    """

    surname: str
    given: tuple[str, ...]
    suffix: str = ""  # "jr", "iii"
    spelt: str = ""  # the surname in plain letters, to judge by
    family_first: bool = field(default=False, compare=False)  # East Asian


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
    found: dict[str, None] = {}
    for spelling in _spellings(form):
        words = _words(spelling)
        ends = (words[0], words[-1]) if len(words) > 1 else ()
        found |= dict.fromkeys(filter(None, (key(spelling), *sorted(skeleton(surname_key(word)) for word in ends))))
        name = parse(spelling)
        for word in () if name.family_first else filter(None, (name.spelt, *map(fold, ends))):
            found |= dict.fromkeys(sorted(skeleton(reading) for reading in readings(word)))
    return tuple(found)


def family_first(form: str) -> bool:
    """Say whether the family's name stands first and no comma behind it: in East Asian and in Hungarian order."""
    words = _words(form)
    return len(words) > 1 and "," not in form and (is_east_asian(" ".join(words)) or not _surname_last(words))


def compare(left: str, right: str) -> Likeness:
    """Compare two forms of names, in any of the orders, alphabets and spellings that this module knows."""
    likenesses = (compare_names(one, other) for one in _readings(left) for other in _readings(right))
    return max(likenesses, key=lambda likeness: likeness.score)


@lru_cache(maxsize=1 << 16)
def _readings(form: str) -> tuple[Name, ...]:
    """Return what a form may say: of two words that both may be given names, or a patronymic, either is the surname."""
    found: dict[Name, None] = {}
    for spelling in _spellings(form):
        name, words = parse(spelling), _words(spelling)
        found[name] = None
        if len(words) == 2 and "," not in spelling and (not name.surname or all(map(_is_given, words))):
            turned = words[::-1] if name.surname else words
            found[_named(turned[1:], turned[:1])] = None
    return tuple(found)


def _is_given(word: str) -> bool:
    return without_accents(word) in GIVEN


def _spellings(form: str) -> tuple[str, ...]:
    """Return a form as it stands, and with its marked letters in digraphs: Žukov may be written Zukov and Zhukov."""
    found = [form, form.translate(_MARKS)]
    if _UKRAINIAN.search(form):
        found.append(form.replace("г", "h").replace("Г", "H"))
    return tuple(dict.fromkeys(found))


def compare_names(one: Name, other: Name) -> Likeness:
    """Compare two names taken apart."""
    if one.surname and other.surname:
        if not _same_surname(one, other):
            return Likeness(0, ("the surnames differ",))
        reasons = ["same surname" if one.surname == other.surname else "same surname by sound"]
    else:
        reasons = ["no surname to compare"]
    if not (one.given and other.given):
        return Likeness(0.6, (*reasons, "given names on one side at most"))
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Likeness(0, (*reasons, "father and son"))
    if not compatible(one.given, other.given) or _syllables_differ(one, other):
        return Likeness(0, (*reasons, "the given names differ"))
    score, agree = _agreement(one.given[0], other.given[0])
    reasons.append(agree)
    if one.surname != other.surname:
        score -= 0.05
    if len(one.given) != len(other.given):
        score -= 0.05
        reasons.append("one form has more given names")
    return Likeness(round(score if one.surname and other.surname else score - 0.3, 2), tuple(reasons))


def _agreement(left: str, right: str) -> tuple[float, str]:
    """Return what it is worth that two given names agree, and in what way they do."""
    if min(len(left), len(right)) < 3:
        return 0.9, "initials agree"
    if alike(left, right) or not one_person(left, right):
        return 1.0, "same given names"
    return 0.95, "given names that one person may bear"


def _same_surname(one: Name, other: Name) -> bool:
    if one.spelt and other.spelt:
        return alike(one.spelt, other.spelt)
    return one.surname == other.surname


def _syllables_differ(one: Name, other: Name) -> bool:
    """Whether two East Asian names differ, in which two letters are no initials: Kim Il, Kim Il Sung."""
    (left, *_), (right, *_) = one.given, other.given
    return one.family_first and other.family_first and left != right and min(len(left), len(right)) < 3


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
        return _named(_words(surname) or [surname], own, suffix)
    words = _untitled(_words(surname if comma else plain))
    if len(words) < 2:
        return replace(_single(words[0] if words else form), suffix=suffix)
    if is_east_asian(" ".join(words)):
        return _east_asian(words)
    if _PATRONYMIC.search(fold(words[-1])) and len(words) == 2:
        return Name("", _given(words))
    return replace(_western(words), suffix=suffix)


def _single(word: str) -> Name:
    """Return a bare surname, which is to meet the one of the full name: Zhou, Zhou Enlai, Chou En-lai."""
    if without_accents(word.title()) in EAST_ASIAN:
        return Name(chinese(fold(word)), ())
    return _named([word], ())


def _untitled(words: list[str]) -> list[str]:
    """Return the words without the ranks and titles before the name; of a name that is but one title, all of them."""
    if not words:
        return words
    start = next((i for i, word in enumerate(words) if not _TITLES.fullmatch(fold(word))), 0)
    if words[start] in PLACES and len(words) > start + 2 and words[start + 1].endswith("."):
        start += 1  # "to Hungary P. I. Petrov": the place belongs to the title before
    return words[start:]


def _named(surname: Sequence[str], given: Iterable[str], suffix: str = "") -> Name:
    """Return the name, its surname without the particles before it, which sources leave out or put elsewhere."""
    start = next((i for i, word in enumerate(surname) if not _PARTICLES.fullmatch(word.lower())), 0)
    spelt = fold("".join(surname[start:])).replace(" ", "")
    return Name(sounds(spelt), _given(given), suffix, spelt)


def _given(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(part) for word in words for part in word.split("-") if fold(part))


def _east_asian(words: Sequence[str]) -> Name:
    return Name(chinese(fold(words[0])), (chinese("".join(map(fold, words[1:]))),), family_first=True)


def _western(words: list[str]) -> Name:
    """Return the name in words of which the surname is the last, or by Hungarian order the first."""
    if not _surname_last(words):
        return _named(words[:1], words[1:])  # Hungarian order, or initials behind
    split = len(words) - 1
    while split > 1 and _PARTICLES.fullmatch(words[split - 1].lower()):
        split -= 1
    return _named(words[split:], words[:split])


def _surname_last(words: list[str]) -> bool:
    """Say whether the first word is a given name or an initial, or the last word is none.

    Of two given names behind an unknown word the last is the surname: Lee Harvey Oswald, and no family called Lee.
    """
    given_first = _is_given(words[0]) or words[0].endswith(".")
    given_first = given_first or (len(words) > _TWO and not words[-1].endswith("."))
    return given_first or not (_is_given(words[-1]) or words[-1].endswith("."))


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
    if short == long:
        return True
    if len(short) > 2:
        same_consonants = len(short) > 4 and skeleton(sounds(left)) == skeleton(sounds(right))
        return same_consonants or alike(left, right) or one_person(left, right)
    same_sound = len(short) == 1 and any({short, long[:1]} <= letters for letters in _SAME_INITIAL)
    return same_sound or any(a.startswith(b) for a in (long, *readings(long)) for b in (short, *readings(short)))


def fullness(form: str) -> tuple[int, int, int, int]:
    """Return how much a form says, for choosing the label: a surname, full given names, initials, mixed case."""
    name = parse(form)
    full = sum(len(g) > 2 for g in name.given)
    return int(bool(name.surname)), full, len(name.given), int(not form.isupper())
