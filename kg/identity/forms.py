"""The words of a form of a name: without titles and suffixes, with the initials apart."""

import re
from typing import Final

from anyascii import anyascii

from kg.extract.lexicon import PLACES
from kg.extract.lexicon import fold as without_accents
from kg.identity.customs import plain

_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
TOKEN: Final = re.compile(r"[^\s.,\[\]()]+\.?")
_BRACKETED_REST: Final = re.compile(r"(?<=\w)\[(\w+)\.?\]")  # J[ohn]: the editor completed an initial
SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
TITLES: Final = re.compile(  # ranks and honours, and the words inside them
    "gen(eral(issimo)?)?|lt|lieutenant|maj(or)?|brig(adier)?|col(onel)?|capt(ain)?|commander|cdr|commodore|sgt|sergeant"
    "|adm(iral)?|vice|rear|marshal|army|air|force|fleet|chief|usaf?|usn|usmc|ret|retired|then|later|of|the|and"
    "|sir|lord|lady|dame|baron(ess)?|count(ess)?|viscount|earl|duke|prince(ss)?|king|queen|emperor|sultan|sha?ikh|sheikh"
    "|dr|prof(essor)?|mrs?|ms|miss|herr|frau|monsieur|madame|comrade|cde|tov|hrh|hon(orable)?"
    "|ambassador|president|secretary|minister|senator|congressman|rev(erend)?|cardinal|(arch)?bishop|father"
)


def fold(form: str) -> str:
    """Return a name in plain lower-case letters: accents, apostrophes and hyphens gone, Cyrillic transliterated."""
    return re.sub(r"[^a-z0-9 ]", "", anyascii(without_accents(form)).lower())


def untitled(words: list[str]) -> list[str]:
    """Return the words without the ranks and titles before the name; of a name that is but one title, all of them."""
    if not words:
        return words
    start = next((i for i, word in enumerate(words) if not TITLES.fullmatch(fold(word))), 0)
    if words[start] in PLACES and len(words) > start + 2 and words[start + 1].endswith("."):
        start += 1  # "to Hungary P. I. Petrov": the place belongs to the title before
    return words[start:]


def words_of(form: str) -> list[str]:
    """Return the words and initials of a name, without Jr. and the like."""
    latin = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", anyascii(form)) if _HAN.search(form) else plain(form)
    found = [w for w in TOKEN.findall(_BRACKETED_REST.sub(r"\1", latin)) if fold(w).strip() not in {"", *SUFFIXES}]
    return [
        part
        for word in found
        for part in (re.findall(r"[^.\-]+\.", word) if re.fullmatch(r"(?:\w{1,4}\.-?){2,}", word) else [word])
    ]
