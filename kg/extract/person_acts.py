"""Where what is said of somebody shows that a name is a person's: who tells me something, whom I ask, whose wife it is.

Only what people alone do and are counts: a government, a newspaper and a capital say and propose things, too.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.lexicon import DEMONYMS, NOT_NAMES, ORGANISATIONS, PLACES, fold
from kg.extract.names import BEGINS_NAME, GAP, NAME, OFFICE, TITLES, UPPER, WORD
from kg.read.alternatives import alternatives

_NAME: Final = rf"(?P<name>{WORD})"
ASIDE: Final = rf"(?:{GAP}(?:of|from|in){GAP}[^.,;:()\n]{{3,50}}?|,[^.,;:()\n]{{3,60}},|{GAP}\([^().\n]{{3,40}}\))?"
_DOES: Final = (
    r"(?:(?:had[ \t])?(?:told|asked|informed|showed|handed|assured|reminded|warned|advised|congratulated|telephoned"
    r"|interrupted|instructed|received|invited|helped|accompanied|beat)[ \t](?:me|us|him|her)"
    r"|(?:said|replied|complained|explained|whispered|remarked|confided|admitted|came[ \t]up)"
    r"[ \t]to[ \t](?:me|us|him|her)"
    r"|(?:had[ \t])?(?:smiled|laughed|nodded|shrugged|sighed|interjected|exclaimed|stood[ \t]up|got[ \t]up"
    r"|fell[ \t]asleep|spoke|spoken|died|dined|lunched)"
    r"|was[ \t](?:born|arrested|shot|executed|hanged|imprisoned|rehabilitated|wounded)|himself|herself|and[ \t]I)\b"
)
_DONE_TO: Final = (
    r"(?:told|asked|informed|thanked|advised|reminded|telephoned|warned|assured|interrupted|congratulated|handed|invited"
    r"|(?:dined|lunched|spoke|talked|breakfasted|walked|shook[ \t]hands)[ \t]with"
    r"|(?:said|replied|explained|repeated|spoke)[ \t]to)"
)
_BY: Final = (
    r"\b(?:opened|closed|chaired|accompanied|deciphered|typed|transcribed|interpreted|recorded|taken[ \t]down)"
    rf"(?:{GAP}on{GAP}[^.,;:()\n]{{1,20}}?)?{GAP}by{GAP}"
)
_KIN: Final = (
    "wife|husband|widow|brother|sister|son|daughter|father|mother|grandson|granddaughter|nephew|niece|uncle|aunt|cousin"
)
NEAR: Final = f"{_KIN}|friend|neighbou?r|colleague|helper|companion|fianc[ée]e?|boyfriend|landlady|landlord|godfather"
_SOMEBODY: Final = r"(?:man|woman|girl|boy|lady|gentleman|Jew|Jewess|person|fellow)"
_DEMONYM: Final = rf"(?:{alternatives(DEMONYMS)})"
_IN_OFFICE: Final = (  # A, the British consul, …
    rf",{GAP}(?:the|an?|our|then|former){GAP}(?:(?:{_DEMONYM}|[a-z]+){GAP}){{0,3}}{OFFICE}"
    rf"(?:,|{GAP}(?:of|in|for|at)\b)"
)
_NUMBER: Final = r"(?:two|three|four|five|six|several|other)"
LISTED: Final = NOT_NAMES | PLACES | ORGANISATIONS
"""Words of the lists that an act makes no person."""
_POWER: Final = "[Gg]overnment|[Rr]egime|[Cc]abinet|clique|junta|administration|family|faction"
_ACTS: Final = (
    re.compile(
        rf"{BEGINS_NAME}(?<!\b[Ii]n )(?<!\b[Aa]t ){_NAME}"
        rf"(?:['’]s?{GAP}(?:{_KIN})\b|{_IN_OFFICE}|{ASIDE}{GAP}{_DOES})"
    ),
    re.compile(rf"(?<![A-Za-z])(?:I|[Ww]e){GAP}(?:(?:then|also|again){GAP})?{_DONE_TO}{GAP}{_NAME}"),
    re.compile(rf"(?i:{_BY}){_NAME}"),
    re.compile(
        rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir){GAP}(?:[a-z]+{GAP}){{0,2}}(?:{NEAR}),?{GAP}(?P<name>{NAME})"
    ),
    re.compile(rf"\bby{GAP}the{GAP}name{GAP}of{GAP}(?P<name>{NAME})"),
    re.compile(rf"\b(?:{_SOMEBODY}|{_DEMONYM}){GAP}(?:named|called){GAP}(?P<name>{NAME})"),
    re.compile(rf"\b(?:[Ff]amily|[Mm]arried{GAP}couple){GAP}{_NAME}(?![ \t]{UPPER})"),
    re.compile(rf"\b[Tt]he{GAP}{_NAME}(?<!ian)(?<!ese)(?<!ish)(?<!al){GAP}(?:{_POWER})\b"),
    re.compile(rf"(?<=[a-z;—][ ]){_NAME},{GAP}(?:my|his|her|our|their){GAP}[a-z]+(?:{GAP}[a-z]+)?,"),
    re.compile(rf"\b{_NUMBER}{GAP}(?:{_DEMONYM}|[a-z]+s),{GAP}(?P<name>{NAME}){GAP}and{GAP}(?P<other>{NAME})[,;.]"),
    re.compile(
        rf"\b[Cc]op(?:y|ies){GAP}(?:of{GAP}(?:this|the|my|it)[a-z \t]{{0,30}}?{GAP})?to{GAP}"
        rf"{_NAME}{GAP}(?:in|at)\b"
    ),
    re.compile(rf"\b[Cc]op(?:y|ies)(?:{GAP}to)?:{GAP}{_NAME}(?:,{GAP}(?P<other>{WORD}))?(?=[.,;\n])"),
    re.compile(
        rf"^[ \t]*(?:My{GAP})?Dear{GAP}(?:{TITLES}{GAP}?)?(?P<name>{NAME})[ \t]*[,:!]",
        re.MULTILINE,
    ),
)


def acts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the names, in a repaired text, of those who do what only people do, or to whom it is done."""
    for pattern in _ACTS:
        for match in pattern.finditer(text):
            for group in filter(match.group, pattern.groupindex):
                if has_vowel(match[group]) and not {match[group], *match[group].split()} & LISTED:
                    yield match.span(group)


def has_vowel(name: str) -> bool:
    """Whether a name can be spoken, and is no "Kmt"."""
    return re.search(r"[aeiouyаеёиоуыэюя]", fold(name).lower()) is not None
