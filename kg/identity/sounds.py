"""The sounds of names: the usual ways to write one sound in Latin letters made equal, so that no list is needed.

The tables follow the romanisations in which sources of the period write names: for Cyrillic ALA-LC, BGN/PCGN, GOST and
the German, French, Polish and Hungarian usage; for Chinese pinyin and Wade-Giles.
"""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import Indel

_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"(?:sk|ck)(?:ii|iy|ij|yi|yj|y|i)$", "ski"),  # ALA-LC -skii, BGN -skiy, GOST -skij, press -sky
        (r"(?:ii|iy|ij|yi|yj|y)$", "i"),
        (r"o(?:ff|w)$", "ov"),
        (r"e(?:ff|w)$", "ev"),
        (r"schtsch|shtsh|shch|szcz|chtch|stsch|scs", "S"),  # German, French, Polish and Hungarian for shch
        (r"^ch(?=[rlmnv])|kh", "h"),  # German and Polish ch, English kh; French and English ch is another sound
        (r"tsch|tch|dsch|dzh|sch|sh|zh|sz|cz|cs|ch", "S"),
        (r"ts|tz|c(?=[ei])", "z"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"ck|q|c", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ou", "u"),
        (r"oe", "o"),
        (r"ue", "u"),
        (r"ae", "e"),
        (r"[yj]", "i"),
        (r"^ie", "e"),  # Yelyutin, Jeljutin, Elyutin
        (r"(.)\1+", r"\1"),
    )
)
_CHINESE: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (  # pinyin -> Wade-Giles, without the apostrophes that most texts leave out
        (r"^[zc]i$", "tzu"),
        (r"^si$", "szu"),
        (r"^ssu$", "szu"),
        (r"^(?:zh|ch|sh|r)i$", r"\g<0>h"),
        (r"^(?:zh|q|j(?=i|u))", "ch"),
        (r"^x", "hs"),
        (r"^r(?!h)", "j"),
        (r"^[zc](?!h)", "ts"),
        (r"^b", "p"),
        (r"^d", "t"),
        (r"^g", "k"),
        (r"ong$", "ung"),
        (r"ian$", "ien"),
        (r"ie$", "ieh"),
        (r"ue$", "ueh"),
        (r"(?<=[hkt])uo$|(?<=[kh])e$", "o"),
    )
)
_SYLLABLE: Final = re.compile(
    r"(?:[zcs]h|ts|tz|hs|[bpmfdtnlgkhjqxrzcswy])?(?:i?a(?:ng|n|o|i)?|u(?:ang|an|ai|a|ng|n|eh|e|i|o)?"
    r"|i(?:ang|an|ao|a|eng|en|eh|e|ng|n|u|h)?|e(?:ng|n|i|rh|r|h)?|o(?:ng|u)?)(?![aeiou])"
)


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """Return a word in plain lower-case letters by its sounds: equal for the usual spellings of one name."""
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


@lru_cache(maxsize=1 << 16)
def chinese(word: str) -> str:
    """Return pinyin or Wade-Giles syllables in one spelling; a word that is neither stays as it is."""
    parts = _SYLLABLE.findall(word)
    if "".join(parts) != word:
        return word
    for pattern, sound in _CHINESE:
        parts = [pattern.sub(sound, part) for part in parts]
    return "".join(parts)


def skeleton(word: str) -> str:
    """Return the first letter and the consonants of a word by its sounds."""
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


def same_surname(one: str, other: str) -> bool:
    """Whether two surnames (by sound) can be one: the same consonants in the same order, and most vowels.

    A woman's form of a surname (Petrova, Petrov) is another surname.
    """
    if one == other:
        return True
    if skeleton(one) != skeleton(other) or min(len(one), len(other)) < 4 or f"{one}a" == other or one == f"{other}a":
        return False
    return Indel.normalized_similarity(one, other) >= 0.75
