"""The sounds of names: the usual ways to write one sound in Latin letters made equal, so that no list is needed.

The tables follow the romanisations in which sources of the period write names: for Cyrillic ALA-LC, BGN/PCGN, ISO 9,
GOST, passports and the German, French, Polish and Hungarian usage; for Chinese pinyin and Wade-Giles. `sounds` is
coarse, one key to look a name up by; `readings` is fine, to judge by: what a word may sound like in each spelling.
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
        (r"^(?:[zc]i|tzu)$", "tzu"),
        (r"^s(?:i|su)$", "szu"),
        (r"^(?:ri|jih)$", "rih"),
        (r"^(?:zh|q|j(?=i|u(?!ng|i)))", "ch"),
        (r"^(ch|sh)ih$", r"\1i"),  # without apostrophes chi, ch'i and chih are one
        (r"^x", "hs"),
        (r"^r(?!h)", "j"),
        (r"^[zc](?!h)", "ts"),
        (r"^b", "p"),
        (r"^d", "t"),
        (r"^g", "k"),
        (r"ong$", "ung"),
        (r"^yi$", "i"),
        (r"^teh$", "te"),
        (r"(?<=[iy])an$", "en"),
        (r"(?<=[iyu])e$", "eh"),
        (r"(?<=k)ui$", "uei"),
        (r"uo$|(?<=[kh])e$", "o"),
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


_CLEAR: Final = (  # what is written so has one sound in most languages
    "shch=Q shh=Q zh=Z sh=S kh=h ts=T tz=T tc=T ce=Te ci=Ti cy=Ti c=k ck=k q=k x=ks ph=f th=t w=v"
    " j=i y=i ou=u oo=u oe=o ue=u ae=e gue=ge gui=gi "
)
_GERMAN: Final = f"{_CLEAR} schtsch=Q tsch=C sch=S ch=h z=T ss=s "
_SPELLINGS: Final = (  # the letters without which a word is not spelt so, and what its letters mean
    ("", f"{_CLEAR} tch=C ch=C"),  # English, ALA-LC, BGN/PCGN, passports
    ("c|j", f"{_CLEAR} ch=h sc=Q c=T"),  # scholarly, Czech
    ("sch|ch|w|z|ss", _GERMAN),
    ("sch|w|ss", f"{_GERMAN} sch=Z"),
    ("s.*w|w.*s|sch", f"{_GERMAN} s=z st=st sk=sk sp=sp"),
    ("ch|j", f"{_CLEAR} chtch=Q tch=C ch=S j=Z dj=Z"),  # French
    ("c|sz", f"{_CLEAR} szcz=Q cz=C sz=S ch=h c=T rz=Z"),  # Polish
    ("cs|sz|zs|gy", f"{_CLEAR} scs=Q cs=C zs=Z sz=s s=S c=T gy=d"),  # Hungarian
    ("x|cz", f"{_CLEAR} x=h cz=T ch=C"),  # GOST 7.79, system B
)
_TAIL: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"S[CT]", "Q"),
        (r"ff$", "v"),
        (r"(?<=[vnk])e$", ""),  # the mute e of French spellings
        (r"io", "e"),  # Solov'ev, Solovyov, Solowjow
        (r"ie", "e"),
        (r"i+$", "i"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> frozenset[str]:
    """Return what a word in plain lower-case letters may sound like, in each of the spellings that it may be in.

    Sounds that a spelling keeps apart are apart: Q, C, S, Z and T are shch, ch, sh, zh and ts.
    """
    found = {_spoken(word, table) for mark, table in _SPELLINGS if re.search(mark, word)}
    for pattern, sound in _TAIL:
        found = {pattern.sub(sound, reading) for reading in found}
    return frozenset(found)


def _spoken(word: str, table: str) -> str:
    letters, sound = _letters(table)
    return letters.sub(lambda match: sound[match[0]], word)


@lru_cache(maxsize=len(_SPELLINGS))
def _letters(table: str) -> tuple[re.Pattern[str], dict[str, str]]:
    sound = dict(pair.split("=") for pair in table.split())
    return re.compile("|".join(sorted(sound, key=len, reverse=True))), sound


def syllables(word: str) -> list[str]:
    """Return the syllables of a Chinese word in plain lower-case letters; none for other words."""
    parts = _SYLLABLE.findall(word)
    return parts if "".join(parts) == word else []


@lru_cache(maxsize=1 << 16)
def chinese(word: str) -> str:
    """Return pinyin or Wade-Giles syllables in one spelling; a word that is neither stays as it is."""
    parts = syllables(word)
    if not parts:
        return word
    for pattern, sound in _CHINESE:
        parts = [pattern.sub(sound, part) for part in parts]
    return "".join(parts)


def skeleton(word: str) -> str:
    """Return the first letter and the consonants of a word by its sounds."""
    return word[:1] + re.sub(r"[aeiou]", "", word[1:])


def alike(one: str, other: str) -> bool:
    """Whether two words in plain letters can be one name: a reading in common, or its consonants and most vowels.

    A woman's form of a surname (Petrova, Petrov) is another surname.
    """
    return one == other or any(_near(a, b) for a in readings(one) for b in readings(other))


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    if skeleton(one) != skeleton(other) or min(len(one), len(other)) < 4 or one.endswith("a") != other.endswith("a"):
        return False
    return Indel.normalized_similarity(one, other) >= 0.75
