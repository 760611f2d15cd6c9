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

from kg.extract.lexicon import EAST_ASIAN, GIVEN
from kg.extract.lexicon import fold as without_accents
from kg.extract.person_rules import is_east_asian
from kg.identity.customs import is_chinese, is_korean, is_spanish, korean, korean_family, parents
from kg.identity.forms import SUFFIXES, TITLES, TOKEN, fold, untitled, words_of
from kg.identity.given import one_person
from kg.identity.sounds import alike, chinese, readings, skeleton, sounds

_ASIDE: Final = re.compile(r"\([^)]*\)?|“[^”]*”|\"[^\"]*\"|,\s*$")  # nicknames, glosses and later ranks
_PARTICLES: Final = re.compile(r"de|la|von|van|der|den|del|della|di|da|du|al|el|ibn|bin|ben|le|zu")
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

    `surname` is empty for a form of address without one ("Nikita Sergeevich"). `mother` is that of the mother, which
    Spanish names have behind it.
    """

    surname: str
    given: tuple[str, ...]
    suffix: str = ""  # "jr", "iii"
    spelt: str = ""  # the surname in plain letters, to judge by
    mother: str = ""
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
        words = words_of(spelling)
        ends = (words[0], words[-1]) if len(words) > 1 else ()
        found |= dict.fromkeys(filter(None, (key(spelling), *sorted(skeleton(surname_key(word)) for word in ends))))
        name = parse(spelling)
        for word in () if name.family_first else filter(None, (name.spelt, *map(fold, ends))):
            found |= dict.fromkeys(sorted(skeleton(reading) for reading in readings(word)))
    return tuple(found)


def family_first(form: str) -> bool:
    """Say whether the family's name stands first and no comma behind it: in East Asian and in Hungarian order."""
    words = words_of(form)
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
        name, words = parse(spelling), words_of(spelling)
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
    if one.mother and other.mother and not alike(one.mother, other.mother):
        return Likeness(0, (*reasons, "the mothers' surnames differ"))
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
    """Whether two East Asian names differ, in which each vowel counts, and two letters are no initials: Kim Il."""
    return one.family_first and other.family_first and one.given != other.given


@lru_cache(maxsize=1 << 16)
def parse(form: str) -> Name:
    """Take a form of a name apart. A single word counts as a surname, and so does what stands before a comma."""
    bare = _ASIDE.sub(" ", form).strip() or form
    suffix = next((w for w in map(fold, TOKEN.findall(bare)) if w in SUFFIXES), "")
    surname, comma, rest = bare.partition(",")
    given = [word for word in words_of(rest) if not TITLES.fullmatch(fold(word))]
    if comma and given:
        for order in ([*given, *words_of(surname)], [*words_of(surname), *given]):
            if _is_east_asian(order):
                return _east_asian(order)
        own = [word for word in given if not _PARTICLES.fullmatch(word.lower())] or given
        return _family(words_of(surname) or [surname], own, suffix)
    words = untitled(words_of(surname if comma else bare))
    if len(words) < 2:
        return replace(_single(words[0] if words else form), suffix=suffix)
    if _is_east_asian(words):
        return _east_asian(words)
    if _PATRONYMIC.search(fold(words[-1])) and len(words) == 2:
        return Name("", _given(words))
    return replace(_western(words), suffix=suffix)


def _single(word: str) -> Name:
    """Return a bare surname, which is to meet the one of the full name: Zhou, Zhou Enlai, Chou En-lai."""
    if without_accents(word.title()) in EAST_ASIAN:
        return Name(korean_family(fold(word)) or chinese(fold(word)), ())
    return _named([word], ())


def _named(surname: Sequence[str], given: Iterable[str], suffix: str = "") -> Name:
    """Return the name, its surname without the particles before it, which sources leave out or put elsewhere."""
    start = next((i for i, word in enumerate(surname) if not _PARTICLES.fullmatch(word.lower())), 0)
    spelt = fold("".join(surname[start:])).replace(" ", "")
    return Name(sounds(spelt), _given(given), suffix, spelt)


def _family(surname: Sequence[str], given: Sequence[str], suffix: str = "") -> Name:
    """Return the name of words that are surnames, behind Spanish given names those of both parents, and given names."""
    both = parents(surname) if is_spanish(fold(given[0])) else []
    if len(both) < _TWO:
        return _named(surname, given, suffix)
    return replace(_named(both[:1], given, suffix), mother=fold(both[1]))


def _given(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(part) for word in words for part in word.split("-") if fold(part))


def _is_east_asian(words: Sequence[str]) -> bool:
    return is_east_asian(" ".join(words)) or is_korean(words) or is_chinese(words)


def _east_asian(words: Sequence[str]) -> Name:
    if family := korean_family(fold(words[0])):
        return Name(family, (korean("".join(map(fold, words[1:]))),), family_first=True)
    return Name(chinese(fold(words[0])), (chinese("".join(map(fold, words[1:]))),), family_first=True)


def _western(words: list[str]) -> Name:
    """Return the name in words of which the surname is the last, or by Hungarian order the first."""
    if not _surname_last(words):
        return _named(words[:1], words[1:])  # Hungarian order, or initials behind
    first = next((i for i, word in enumerate(words) if not is_spanish(fold(word))), 0)
    if first and not _PARTICLES.fullmatch(words[first].lower()) and len(parents(words[first:])) > 1:
        return _family(words[first:], words[:first])
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
