"""Customs of naming that the order of words does not tell: Arabic articles, two surnames in Spanish, Korean spellings.

Word lists are general: what each language writes before a name, its commonest given names and families.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kg.extract.lexicon import EAST_ASIAN
from kg.extract.lexicon import fold as without_accents
from kg.identity.sounds import chinese, syllables

_ARTICLE: Final = re.compile(r"(?<![\w-])(?:[ae](?:[lnrstdz]|sh)|ul|[AE]l)-(?=[A-Z])")  # al-Said, es-Said, El-Sadat
_SERVANT: Final = re.compile(r"\bAbd(?:[ -]?[aeu][lnrstdz]|[ -][ae]sh)?[ -](?=[A-Z])")
_SPANISH: Final = frozenset(
    re.findall(
        r"\w+",
        """
    adolfo alberto alejandro alfonso alfredo alvaro anibal antonio arturo augusto aureliano belisario bernardo camilo
    carlos cesar clodomiro diego domingo eduardo emilio enrique ernesto esteban eugenio fernando fidel francisco
    gabriel galo gerardo gonzalo guillermo gustavo hernan humberto ignacio isaias ismael jacobo jaime javier jesus
    joaquin jorge jose juan julio laureano leonel leopoldo lorenzo luis manuel marcos maria mariano mario mateo mauricio
    maximiliano miguel nicanor octavio osvaldo oswaldo pablo pedro rafael ramiro ramon raul ricardo roberto rodolfo
    rodrigo rogelio romulo ruben salvador santiago sergio tiburcio tomas
    """,
    )
)
_TWO: Final = 2
_SHORT_FAMILIES: Final = frozenset({"bo", "he", "rao", "si"})  # which are words of other languages too
_BETWEEN: Final = frozenset({"de", "del", "la", "las", "los", "y", "e", "i"})
_KOREAN: Final = {
    spelling: sound
    for families in (
        "kim gim",
        "park pak bak bahk",
        "le lee yi ri rhee",
        "choe choi",
        "chon chun jeon",
        "no roh noh rho",
        "paek baek paik baik",
        "kwon gwon",
        "yun yoon",
        "mun moon",
        "shin sin",
    )
    for sound in families.split()[:1]
    for spelling in families.split()
}
"""Korean families in the romanisations of McCune and Reischauer, of the two states, and of custom."""

_VIETNAMESE: Final = frozenset(
    re.findall(
        r"\w+", "bui cao dang dinh do doan duong ha ho hoang huynh lam le ly mai ngo nguyen pham phan tran truong vo vu"
    )
)
_KOREAN_SOUNDS: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"yeou?|you", "yo"),
        (r"w[ou]o?(?![aeiou])|oo|eo|eu|u(?!i)", "o"),
        (r"ae|ai|oe|oi|ay", "e"),
        (r"ee|[uy]i", "i"),
        (r"kk|gg?", "k"),
        (r"tt|d", "t"),
        (r"pp|b", "p"),
        (r"tch|jj?|ch", "c"),
        (r"ssh?|sh", "s"),
        (r"r", "l"),
        (r"(.)\1+", r"\1"),
    )
)
_SYLLABLE: Final = re.compile(
    "(?:kk|tt|pp|ss|ch|sh|jj|[hkg]w|[bcdghjklmnprstwy])?[aeiouyw]{1,3}(?:ng|[klmnpt])?(?![aeiou])", re.IGNORECASE
)


def plain(form: str) -> str:
    """Return a form without the Arabic articles before its words, and with one spelling of "servant of"."""
    return _SERVANT.sub("Abd ", _ARTICLE.sub("", form))


def korean_family(word: str) -> str:
    """Return the sound of a Korean family's name in plain lower-case letters; "" for what is none."""
    return _KOREAN.get(word, "")


def called(words: Sequence[str]) -> str:
    """Return the word by which the bearer of a Vietnamese name is called, its last: President Thieu; "" for others."""
    vietnamese = len(words) > _TWO and without_accents(words[0]).lower() in _VIETNAMESE
    return words[-1] if vietnamese else ""


def is_korean(words: Sequence[str]) -> bool:
    """Say whether a name is a Korean family's with two syllables behind: Pak Hon-yong, Lee Joo Yeon."""
    given = [part for word in words[1:] for part in word.replace("'", "").split("-")]
    return bool(korean_family(words[0].lower()) and len(given) == _TWO and all(map(_SYLLABLE.fullmatch, given)))


def is_chinese(words: Sequence[str]) -> bool:
    """Say whether a name is a Chinese family's with two syllables behind: Nieh Jung-chen, Bo Yibo."""
    if len(words) != _TWO:
        return False
    family, given = (word.lower().replace("'", "") for word in words)
    known = chinese(family) in _families() if "-" in given else family in _SHORT_FAMILIES
    return known and len(syllables(given.replace("-", ""))) == _TWO


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    """Return the families that extraction knows, and those it does not dare to know, in one spelling."""
    return frozenset(chinese(without_accents(name).lower()) for name in (*EAST_ASIAN, *_SHORT_FAMILIES))


def korean(word: str) -> str:
    """Return a Korean given name in plain lower-case letters in one spelling: Song-chol, Sung-chul."""
    for pattern, sound in _KOREAN_SOUNDS:
        word = pattern.sub(sound, word)
    return word


def is_spanish(given: str) -> bool:
    """Say whether a given name in plain lower-case letters is Spanish: behind it stand the surnames of both parents."""
    return given in _SPANISH


def parents(surname: Sequence[str]) -> list[str]:
    """Return the father's and the mother's surname, of the words behind Spanish given names or before a comma."""
    return [part for word in surname for part in word.split("-") if part.lower() not in _BETWEEN][:2]
