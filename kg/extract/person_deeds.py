"""Where an unknown word does what people do, and bodies and places as well: who said, had gone, wrote to somebody.

A government, a newspaper and a capital do all that, too; but those are known by name. So it tells a person of a word
that is on no list, stands nowhere in small letters, and is no part of a longer name.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.lexicon import DEMONYMS, GIVEN, NOT_NAMES, PLACES, fold
from kg.extract.names import BEGINS_NAME, GAP, NOT_IN_WORD, OFFICE_NAMES, UPPER, WORD
from kg.extract.person_acts import ASIDE, LISTED, has_vowel
from kg.extract.sentences import at_sentence_start, small_words

_NAME: Final = rf"(?P<name>(?:(?:{WORD}{GAP})?(?:[Dd]e|[Vv]on|[Vv]an){GAP})?{WORD})"
_SAYS: Final = (
    "said|says|replied|answered|asked|remarked|wondered|recalled|observed|thought|thinks|believed|believes|added|continued"
    "|insisted|objected|complained|admitted|explained|told|mentioned|promised|refused|declined|doubted|wrote|knew|knows"
)
_DOES: Final = (
    "had|has|would|will|could|should|might|(?:was|is)(?! (?:in|at|on|near|under|between|taken|captured|occupied) )"
    "|did|does|wants|intends|came|comes|went|goes|met|sat|stood|sent|took|takes|gave|gives|brought|left|kept|keeps"
    "|spoke|speaks|lost|led|held|made|saw|began|got|put|read|ran|fell|felt|found|forbade|chose|drew|threw|hid|paid|bought|sold|rose|won|let|laughs|smiles|repeats|supports|lives"
    "|understands|writes|insists|claims|promises|hopes|fears|[a-z]{3,}ed"
)
_OWN: Final = (  # he had lost his head
    r"(?:(?:had|has|is|was|will|would|then|also|still|again)[ \t]){0,2}[a-z]+(?<!of)(?<!with)[ \t](?:his|her)[ \t]"
)
_BELONGINGS: Final = (
    "car|speech|remarks?|opinion|words|house|apartment|flat|room|death|life|health|illness|arrest|suicide|funeral|hands?"
    "|face|eyes|voice|memoirs|biography|birthday|driver|aide|successor|predecessor|envoy|deputy|secretary|letter|visit"
    "|office|assistant|interpreter|text|article|book|draft|report|picture|proposal|idea|question|answer"
)
_TALKS: Final = (
    r"(?:conversation|talk(?:ed)?|interview|audience|lunch|dinner|breakfast|quarrel(?:led)?|correspondence|intervened?"
    r"|speak|spoken?|discuss(?:ed)?(?:[ \t](?:it|this|the[ \t]matter))?|(?:dis)?agreed?|meet|met|dined?|together|along"
    r"|acquainted|open|frank)[ \t]with"
    r"|(?:talk(?:ed|s)?|spoke|speak|wrote|written|write|complained|appealed|listen(?:ed)?|explained|apologi[sz]ed|replied)"
    r"(?:[ \t][a-z]+){0,2}[ \t]to"
)
_TOLD: Final = (
    rf"(?:told|asked|[Aa]sk|[Tt]ell|[Rr]emind|[Tt]hank|informed|instructed|reminded|assured|thanked|congratulated|begged|warned){GAP}{_NAME}{GAP}"
    r"(?:that|to|of|about|for|whether|if|why|how|what|not)\b"
)
_MAIL: Final = r"(?:letter|note|message|telegram|cable|greeting|word|call|invitation|gift)s?[ \t](?:from|to)"
_ACTS: Final = (
    re.compile(rf"{BEGINS_NAME}{_NAME}{ASIDE}{GAP}(?:had{GAP})?(?:{_SAYS})\b"),
    re.compile(rf"{BEGINS_NAME}{_NAME}{ASIDE}{GAP}{_OWN}"),
    re.compile(rf"{BEGINS_NAME}{_NAME}['’]s?{GAP}(?:{_BELONGINGS})\b"),
    re.compile(rf"[,?!.][”\"’']?{GAP}(?:said|asked|replied|answered|remarked|added|continued){GAP}{_NAME}(?=[,.;:\n])"),
    re.compile(rf"\b(?:{_TALKS}){GAP}{_NAME}(?![ \t]{UPPER}|-)"),
    re.compile(rf"\b{_TOLD}"),
    re.compile(rf"(?<=[a-z,;]) {_NAME},{GAP}(?:who|whom|whose)\b"),
    re.compile(rf"\bdoes{GAP}{_NAME}{GAP}[a-z]+[?,]"),
)
_DOES_ANYTHING: Final = (re.compile(rf"{BEGINS_NAME}{_NAME}{ASIDE}{GAP}(?:{_DOES})\b"),)
_PAIR: Final = (
    re.compile(rf"{BEGINS_NAME}{_NAME}{GAP}and{GAP}(?P<other>{WORD}){GAP}(?:have|were|are|{_DOES}|{_SAYS})\b"),
    re.compile(rf"\bwith{GAP}{_NAME}{GAP}and{GAP}(?P<other>{WORD})(?=[ \t][a-z]|[.,;])"),
)
"""Two unknown words: that the second has a capital within a sentence says that both are names."""
_SHAPED_ACTS: Final = (re.compile(rf"\b{_MAIL}{GAP}{_NAME}(?![ \t]{UPPER}|-)"),)
_FOR: Final = re.compile(rf"{NOT_IN_WORD}(?P<post>{WORD}(?: {WORD})?) for {_NAME}(?=[,.;\n])")  # Pass Oslo for Lind
_NO_SUBJECT: Final = re.compile(
    r"\b(?:the|an?|of|in|at|from|to|by|with|for|on|near|between|into|via|under|against|through|towards?|across|around"
    r"|outside|inside|within|its|this|these|those|over)[ \t]$",
    re.IGNORECASE,
)
"""Not "after" and "before": what acts behind them acts."""
_BESIDE: Final = re.compile(rf"{NOT_IN_WORD}({WORD})(?: and|,) $")
_SUBJECT: Final = re.compile(rf"{GAP}(?:{_DOES}|{_SAYS})\b")
_SHAPED: Final = re.compile(
    r"\w(?:[oe]va?|sk[iy]|skii|skij|szky|enko|chuk|vich|wicz|icz|tz|escu|eanu|shvili|dze|yan|berg|stein|mann|meyer"
    r"|[bdlrtvz]ny|\w{3}in)$"
)
_COMMON: Final = re.compile(
    r"(?:ions?|ists?|isms?|ments?|ness|it(?:y|ies)|ants|ents|ers|ors|ings?|ed|ly|body|one|ever|ship|ance|ence|istic|dom"
    r"|ure|ees|ians|als|[’'](?:ve|ll|re|m|d))$"
)
"""How common words end: Omissions, Peasants, Management, Everyone."""
_INSIDE: Final = re.compile(rf"(?<=[a-z,;][ ]){WORD}")
_CAPITALISED: Final = re.compile(rf"(?<![\w-])({UPPER}[\w'’-]+)[ \t]$")
_LONGEST: Final = 30  # code points of a word
_OFFICES: Final = frozenset(OFFICE_NAMES)


def deeds(text: str) -> Iterator[tuple[int, int]]:
    """Yield the unknown words of a repaired text that act as people do.

    At the beginning of a sentence any word has a capital: there it must be shaped as a surname, or stand within another
    sentence, too; where somebody says something, no ending of common words is enough.
    """
    small = small_words(text)
    inside = {m[0] for m in _INSIDE.finditer(text)}
    for match in (match for pattern in _PAIR for match in pattern.finditer(text)):
        places = match.span("name"), match.span("other")
        if all(_is_unknown(text, *place, small) for place in places) and not _is_governed(text, match.start()):
            yield from places
    for patterns in (_ACTS, _DOES_ANYTHING, _SHAPED_ACTS, (_FOR,)):
        for match in (match for pattern in patterns for match in pattern.finditer(text)):
            name, place = match["name"], match.span("name")
            if (patterns is _SHAPED_ACTS and not is_shaped(name)) or not _is_unknown(text, *place, small):
                continue
            if patterns[0] is _FOR and not {match["post"], match["post"].split()[-1]} & PLACES:
                continue
            if place[0] == match.start() and _is_governed(text, place[0]):
                continue
            known = (
                is_shaped(name)
                or name in inside
                or (patterns is _ACTS and not _COMMON.search(name) and name[-1] != "s")
            )
            if known or not at_sentence_start(text, place[0]):
                yield place


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether a verb follows, and nothing stands before that a place or a thing might stand behind."""
    return _SUBJECT.match(text, end) is not None and not _is_governed(text, start)


def is_shaped(name: str) -> bool:
    """Whether a word ends as surnames do, or has letters of no English word."""
    return not name.replace("’", "").isascii() or _SHAPED.search(fold(name)) is not None


def _is_governed(text: str, start: int) -> bool:
    beside = _BESIDE.search(text, max(0, start - _LONGEST), start)
    return _NO_SUBJECT.search(text, max(0, start - 10), start) is not None or bool(beside and beside[1] in PLACES)


def _is_unknown(text: str, start: int, end: int, small: frozenset[str]) -> bool:
    """Whether a word is no common one, none of the lists, and no part of a longer name: the Yalta Conference."""
    name = text[start:end]
    words = name.split("-")
    before = _CAPITALISED.search(text, max(0, start - _LONGEST), start)
    alone = (
        before is None
        or fold(before[1]) in GIVEN
        or (before[1] in NOT_NAMES - DEMONYMS and at_sentence_start(text, before.start()))
    )
    common = name in LISTED or any(word in NOT_NAMES or word.lower() in small | _OFFICES for word in words)
    plain = _COMMON.search(name) is None or is_shaped(name)
    return alone and not common and plain and has_vowel(name)
