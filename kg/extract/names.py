"""What a personal name looks like, and the titles that stand before one.

The patterns are shared by everything that meets names: participants, speaker labels, roles, cited works, people. They
are plain strings to build larger patterns from, and a few compiled ones. A name is the name alone: initials and given
names belong to it, titles and a genitive ('s) do not. The patterns hold no look-behind, so that a name glued to the
word before it ("fromCde. Malin") can still be read; callers that search in running text add `NOT_IN_WORD`.

All repetitions are bounded or possessive: matching from one place takes time in proportion to the name.
"""

import re
import tomllib
from pathlib import Path
from typing import Final

from kg.read.alternatives import alternatives

_TABLE: Final = tomllib.loads(Path(__file__).with_name("titles.toml").read_text("utf-8"))


_ALPHABETS: Final = (
    (0x41, 0x17F),
    (0x1A0, 0x1B0),
    (0x218, 0x21B),
    (0x386, 0x3CE),
    (0x400, 0x45F),
    (0x490, 0x491),
    (0x1EA0, 0x1EF9),
)
"""Latin (with the letters of Europe, Romania and Vietnam), Greek, Cyrillic. Each letter makes every pattern slower."""


def _letters(wanted: str) -> str:
    """Return the upper or lower case letters of our alphabets, as the inside of a character class, in ranges."""
    codes = [c for first, last in _ALPHABETS for c in range(first, last + 1) if getattr(chr(c), f"is{wanted}")()]
    starts = [c for c in codes if c - 1 not in codes]
    ends = [c for c in codes if c + 1 not in codes]
    return "".join(chr(s) if s == e else f"{chr(s)}-{chr(e)}" for s, e in zip(starts, ends, strict=True))


def _words(key: str) -> tuple[str, ...]:
    return tuple(
        sorted({w.strip() for w in _TABLE[key].replace("\n", "|").split("|")} - {""}, key=lambda w: (-len(w), w))
    )


def _any(key: str) -> str:
    return f"(?:{alternatives(_words(key), GAP)})"


UPPER: Final = f"[{_letters('upper')}]"
LOWER: Final = f"[{_letters('lower')}]"
LETTER: Final = r"[^\W\d_²³¹⁰-₉]"  # raised digits count as letters elsewhere; here they call notes
NOT_IN_WORD: Final = f"(?<!{LETTER})(?<!{LETTER}['’-])"  # put before a name that is searched in running text
BEGINS_NAME: Final = f"(?={UPPER}|[dl]['’]){NOT_IN_WORD}"  # the same, which most letters fail at once
WORD_END: Final = rf"(?!{LETTER}|\d)"

GAP: Final = r"[ \t\u00a0]{1,3}"  # between two words of a line
# an apostrophe inside a name (O'Neill, P'eng, Kuz'min, Solov'ev), never the genitive
_APOSTROPHE: Final = rf"['’ʼ‘`ʹ](?!s(?!{LETTER}))(?={LETTER})"
_INNER_CAPITAL: Final = r"(?:Mc|Mac|O['’]|[DdLl]['’]|De|Di|Du|La|Le|Van|Fitz|Ben|Vander)?"
_BRACKETED_REST: Final = rf"{UPPER}\[{LOWER}{{1,20}}\.?\]"  # J[ohn], A[pollon]
PLAIN_WORD: Final = rf"{_INNER_CAPITAL}{UPPER}(?:{LOWER}|{_APOSTROPHE})++"
WORD: Final = (
    rf"(?:{PLAIN_WORD}(?:\[{LOWER}{{1,12}}\]{LOWER}{{0,12}})?"
    rf"(?:[-‐‑](?:{_INNER_CAPITAL}{UPPER}|{LOWER})(?:{LOWER}|{_APOSTROPHE})++){{0,3}}{WORD_END})"
)
"""One given name or surname: Malin, Ágnes, O'Neill, McCloy, Hsiao-p'ing, Jean-Paul, Хрущёв, Pet[r]ov."""

INITIAL: Final = (
    rf"(?:(?:Shch|Dzh|Dz|Dj|Gh|Gj|Lj|Nj|Rz|Cz|Xh|Yu|Ya|Ye|Yo|Ju|Ja|Kh|Zh|Sh|Ch|Ts|Sz|Cs|Gy|Zs|Ph|Th|St|Дж|{UPPER})\.(?:-{UPPER}\.)?"
    rf"|{_BRACKETED_REST})"
)
"""One initial: V., Yu., J.-P., A[pollon]."""

PARTICLE: Final = (
    r"(?:de la|de las|de los|von und zu|von der|van der|van den|van de|de|del|della|dela|di|da|das|do"
    r"|dos|du|d['’]|den|der|ten|ter|te|von|van"
    r"|zu|zum|zur|af|av|al|el|ul|ud|ed|as|bin|bint|ibn|ben|abu|Abu|bey|Bey|Pasha|Ó|Ní)"
)
_PARTICLE_WORD: Final = rf"(?:{PARTICLE}{GAP}|(?:[aAeEuU][lLdsrtnz]|[aA]sh|[aA]d|[aA]t)[-‐‑]|d['’])"
_SUFFIX: Final = rf"(?:,?{GAP}(?:Jr\.?|Sr\.?|III?|IV){WORD_END})?"
_BRACKETED: Final = rf"\[{WORD}\]"  # Tan [Tang] Enbo; two words in brackets are a name of their own

NAME: Final = (
    rf"(?:{INITIAL}[ \t\u00a0]{{0,2}}){{0,4}}{_PARTICLE_WORD}?{WORD}"
    rf"(?:{GAP}(?:{INITIAL}[ \t\u00a0]{{0,2}}){{0,3}}(?:{_BRACKETED}|{_PARTICLE_WORD}?{WORD})){{0,4}}{_SUFFIX}"
)
"""One personal name in mixed case: initials, given names, particles, surname, bracketed parts, in any order."""

INITIALS_NAME: Final = rf"(?:{INITIAL}[ \t\u00a0]{{0,2}}){{1,4}}{_PARTICLE_WORD}?{WORD}"
"""A name that begins with initials: V. N. Malin, J[ohn] C[arter] V[incent] needs `BRACKETED_NAME`."""

BRACKETED_NAME: Final = rf"{_BRACKETED_REST}(?:{GAP}{_BRACKETED_REST}){{1,4}}"
"""A name written as initials that an editor completed: J[ohn] C[arter] V[incent]."""

CAPITALS_NAME: Final = (
    rf"(?:{INITIAL}[ \t\u00a0]{{0,2}}){{0,4}}{UPPER}{{2,24}}(?:[-'’ \t\u00a0]{UPPER}{{2,24}}){{0,3}}{WORD_END}"
)
"""A name in capitals, as in signatures: MALIN, V. N. MALIN, TAN ENBO. Matches acronyms too: check with lists."""

TITLE: Final = rf"(?:{_any('glued')}|{NOT_IN_WORD}{_any('before_one')})"
"""One title or office before one name, as written before it ("Cde.", "Prime Minister")."""

TITLES: Final = rf"{TITLE}(?:[ \t\u00a0]*{TITLE}){{0,3}}"
"""Titles in a row: "Comrade General", "Prof. Dr."."""

LIST_TITLE: Final = rf"(?:{_any('glued_many')}|{NOT_IN_WORD}{_any('before_many')})"
"""A title before several names: "Cdes.", "Generals"."""

OFFICE_NAMES: Final = _words("offices")
OFFICE: Final = _any("offices")
"""An office in lower case, as it stands before a name in apposition ("prime minister")."""

TITLED_NAME: Final = re.compile(rf"(?P<title>{TITLES}),?[ \t\u00a0]*(?P<name>{BRACKETED_NAME}|{NAME}|{CAPITALS_NAME})")
"""A title and the name after it; the title may be glued to the word before it and to the name."""

TITLE_WORDS: Final = frozenset(w for key in ("glued", "glued_many", "before_one", "before_many") for w in _words(key))
"""Every title as a word, to tell titles from names."""
