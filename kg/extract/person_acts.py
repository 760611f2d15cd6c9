"""Where what is said of somebody shows that a name is a person's: who tells me something, whom I ask, whose wife it is.

What people alone do and are counts for any name. A government, a newspaper and a capital say and think things, too; but
those are known by name, so that of a word on no list even that somebody `said` it tells a person.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.lexicon import DEMONYMS, GIVEN, NOT_NAMES, ORGANISATIONS, PLACES, fold
from kg.extract.names import BEGINS_NAME, GAP, NAME, OFFICE, TITLES, UPPER, WORD
from kg.read.alternatives import alternatives

_NAME: Final = rf"(?P<name>{WORD})"
_ASIDE: Final = rf"(?:{GAP}(?:of|from|in){GAP}[^.,;:()\n]{{3,50}}?|,[^.,;:()\n]{{3,60}},|{GAP}\([^().\n]{{3,40}}\))?"
_DOES: Final = (
    r"(?:(?:had[ \t])?(?:told|asked|informed|showed|handed|assured|reminded|warned|advised|congratulated|telephoned"
    r"|interrupted|instructed|received|invited|helped|accompanied|beat)[ \t](?:me|us|him|her)"
    r"|(?:said|replied|complained|explained|whispered|remarked|confided|admitted|came[ \t]up)"
    r"[ \t]to[ \t](?:me|us|him|her)"
    r"|(?:had[ \t])?(?:smiled|laughed|nodded|shrugged|sighed|interjected|exclaimed|stood[ \t]up|got[ \t]up"
    r"|fell[ \t]asleep|spoke|spoken|died|dined|lunched)"
    r"|was[ \t](?:born|arrested|shot|executed|hanged|imprisoned|rehabilitated|wounded)|himself|herself|and[ \t]I)\b"
)
_SAYS: Final = (
    r"(?:said|says|replied|answered|asked|remarked|wondered|recalled|observed|thought|thinks|believed|believes|added"
    r"|continued|insisted|objected|complained|admitted|explained|told|mentioned|promised|refused|declined|doubted|wrote"
    r"|criti[cz]i[sz]ed|knew|knows|feared|hoped|agreed|disagreed)"
)
_OWN: Final = (  # he had lost his head
    r"(?:(?:had|has|is|was|will|would|then|also|still|again)[ \t]){0,2}[a-z]+(?<!of)(?<!with)[ \t](?:his|her)[ \t]"
)
_BELONGINGS: Final = (
    "car|speech|remarks?|opinion|words|house|apartment|flat|room|death|life|health|illness|arrest|suicide|funeral|hands?"
    "|face|eyes|voice|memoirs|biography|birthday|driver|aide|successor|predecessor|envoy|deputy|secretary|letter|visit"
    "|office|speech|assistant|interpreter"
)
_CLAUSE: Final = r"(?:that|whether|because|whom|which|if|when|since|although|though|what|how|why|who)"
_DID: Final = (
    "had|has|would|will|could|should|might|was|is|wants|wanted|intends|intended|came|went|met|received|did|does"
)
_WITH: Final = r"(?:conversation|talk|interview|audience|lunch|dinner|breakfast|quarrel|correspondence)[ \t]with"
_ASKED: Final = (
    r"(?:told|asked|informed|instructed|reminded|assured|thanked|congratulated|begged|warned)[ \t](?P<name>{name})[ \t]"
    r"(?:that|to|of|about|for|whether|if|why|how|what|not)\b"
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
_NEVER: Final = NOT_NAMES | PLACES | ORGANISATIONS
_CAPITALISED: Final = re.compile(rf"(?<![\w-])({UPPER}[\w'’-]+)[ \t]$")
_LONGEST: Final = 30  # code points of a word
_POWER: Final = "[Gg]overnment|[Rr]egime|[Cc]abinet|clique|junta|administration|family|faction"
_ACTS: Final = (
    re.compile(
        rf"{BEGINS_NAME}(?<!\b[Ii]n )(?<!\b[Aa]t ){_NAME}"
        rf"(?:['’]s?{GAP}(?:{_KIN})\b|{_IN_OFFICE}|{_ASIDE}{GAP}{_DOES})"
    ),
    re.compile(rf"(?<![A-Za-z])(?:I|[Ww]e){GAP}(?:(?:then|also|again){GAP})?{_DONE_TO}{GAP}{_NAME}"),
    re.compile(rf"(?i:{_BY}){_NAME}"),
    re.compile(
        rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir){GAP}(?:[a-z]+{GAP}){{0,2}}(?:{NEAR}),?{GAP}(?P<name>{NAME})"
    ),
    re.compile(rf"\bby{GAP}the{GAP}name{GAP}of{GAP}(?P<name>{NAME})"),
    re.compile(rf"\b{_SOMEBODY}{GAP}(?:named|called){GAP}(?P<name>{NAME})"),
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

_WOULD_ACT: Final = (
    re.compile(
        rf"{BEGINS_NAME}(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Ff]rom )(?<!\b[Tt]he )(?<!\b[Tt]o )(?<!\b[Oo]f ){_NAME}"
        rf"(?:{_ASIDE}{GAP}(?:had{GAP})?{_SAYS}\b|{_ASIDE}{GAP}{_OWN})"
    ),
    re.compile(rf"{BEGINS_NAME}(?<!\b[Ii]n )(?<!\b[Aa]t ){_NAME}['’]s?{GAP}(?:{_BELONGINGS})\b"),
    re.compile(rf"[,?!.][”\"’']?{GAP}(?:said|asked|replied|answered|remarked|added|continued){GAP}{_NAME}(?=[,.;:\n])"),
    re.compile(rf"\b{_CLAUSE}{GAP}{_NAME}{GAP}(?:{_DID})\b"),
    re.compile(rf"\b{_WITH}{GAP}{_NAME}(?![ \t]{UPPER}|-)"),
    re.compile(rf"\b{_ASKED.format(name=WORD)}"),
)
"""What bodies and places do, too, so that it tells of no word that the lists know or that stands in small letters."""


def acts(text: str) -> Iterator[tuple[int, int]]:
    """Yield the names, in a repaired text, of those who do what only people do, or to whom it is done."""
    small = frozenset(re.findall(r"(?<![^\W_])[a-z]+", text))
    for pattern in (*_ACTS, *_WOULD_ACT):
        for match in pattern.finditer(text):
            for group in filter(match.group, pattern.groupindex):
                place = match.span(group)
                if _may_be_name(match[group]) and (pattern in _ACTS or _is_unknown(text, *place, small)):
                    yield place


def _may_be_name(name: str) -> bool:
    """Refuse what the lists know to be something else, and what nobody can speak: Kmt."""
    return bool(re.search(r"[aeiouyаеёиоуыэюя]", fold(name).lower())) and not {name, *name.split()} & _NEVER


def _is_unknown(text: str, start: int, end: int, small: frozenset[str]) -> bool:
    """Whether a word is no common one and no part of a longer name: the Yalta Conference."""
    words = text[start:end].split("-")
    before = _CAPITALISED.search(text, max(0, start - _LONGEST), start)
    alone = before is None or before[1] in NOT_NAMES or fold(before[1]) in GIVEN
    return alone and not any(word in NOT_NAMES or word.lower() in small for word in words)
