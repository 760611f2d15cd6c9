"""What names of organisations are built of: heads ("Ministry of …"), tails ("… Party"), bodies, acronyms."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.extract.archives import archives
from kg.extract.lexicon import DEMONYMS, GIVEN, NOT_NAMES, ORGANISATIONS, PLACES, fold, index, occurrences, words
from kg.extract.names import GAP, NOT_IN_WORD, UPPER, WORD
from kg.extract.person_rules import is_east_asian
from kg.read.alternatives import alternatives
from kg.tables import additions


@dataclass(frozen=True, slots=True)
class Find:
    """A name of an organisation in the repaired text (offsets of the shadow)."""

    start: int
    end: int
    rule: str


def _any(names: Iterable[str]) -> str:
    return f"(?:{alternatives(names, GAP)})"


_HEADS: Final = words("organisations", "heads_of")
_HEAD: Final = _any(_HEADS | {h.upper() for h in _HEADS})
TAILS: Final = words("organisations", "tails")
NEVER: Final = words("organisations", "never") | DEMONYMS | PLACES
_STOP: Final = (
    r"(?!(?:The|President|Chancellor|Chairman|Premier|Minister|Secretary|Ambassador|General|Comrade|Cde|Mr|Dr|Marshal|Prime|Source|Sources"
    r"|Sent|Repeated|Received|OF|THE|IN|AND|FOR|ON)\b)"
)
_CAPITAL: Final = rf"{_STOP}(?:{WORD}(?:['’]s?(?![^\W\d_]))?|{UPPER}{{2,14}}(?:['’]S)?\b(?:\(b\))?|U\.S\.)"
_THE: Final = rf"(?:{GAP}(?:the|THE))?"
_OF: Final = rf"(?:of|for|OF|FOR){_THE}"
_IN: Final = rf"(?:in|IN){_THE}"
_ON: Final = rf"(?:on|ON){_THE}"
_IN_HEAD: Final = r"(?:Embassy|EMBASSY|Legation|LEGATION|Consulate|CONSULATE|Mission|Embassies)"
_ON_HEAD: Final = r"(?:Committee|COMMITTEE|Commission|COMMISSION|Council|COUNCIL)"
_AND: Final = rf"(?:,?{GAP}(?:and|AND|&){GAP})"
_RUN: Final = rf"(?:\d{{4}}{GAP})?{_CAPITAL}(?:(?:{GAP}|{_AND}){_CAPITAL}){{0,5}}"
_PARTY: Final = rf"(?:VKP ?\(b\)|VKP/b/|{UPPER}{{2,7}}(?:\(b\))?)"
_CC: Final = rf"(?:CC|C\.C\.|TsK|ÚV|KC|ЦК|Central{GAP}Committee)"
_PRESIDIUM: Final = (
    r"(?:Presidium|Politburo|Political Bureau|Secretariat|Orgburo|Politbiuro|Prezidiuma?|Sekretariata?"
    r"|Президиума?|Политбюро)"
)
_OF_THE: Final = rf"(?:of{GAP})?(?:the{GAP})?"

_PARTY_BODY: Final = re.compile(
    rf"{NOT_IN_WORD}(?:"
    rf"(?:{_PRESIDIUM}{GAP}{_OF_THE}(?={_CC}))?(?:{_CC}{GAP}{_OF_THE}{_PARTY}|{_PARTY}{GAP}{_CC})(?:{GAP}{_PRESIDIUM})?"
    rf"|{_PARTY}{GAP}{_PRESIDIUM}|{_PRESIDIUM}{GAP}of{GAP}(?:the{GAP})?(?:{_CC}|{_PARTY}))(?!\w)"
)  # CPSU CC Presidium, Politburo of the CC CPSU
_WITH_HEAD: Final = re.compile(
    rf"{NOT_IN_WORD}(?:{_CAPITAL}{GAP}){{0,2}}(?:{_HEAD}{GAP}{_OF}|{_IN_HEAD}{GAP}{_IN}|{_ON_HEAD}{GAP}{_ON})"
    rf"{GAP}{_RUN}(?:{GAP}(?:{_OF}|{_IN}){GAP}{_RUN}){{0,3}}"
)  # Ministry of Foreign Trade of the USSR
_WITH_TAIL: Final = re.compile(rf"{NOT_IN_WORD}(?:{_CAPITAL}{GAP}(?:(?:and|de|&){GAP})?){{1,6}}{_any(TAILS)}(?!\w)")
_GOVERNMENT_OF: Final = re.compile(
    rf"{NOT_IN_WORD}(?:[Gg]overnments?|[Ee]mbassy|[Ll]egation){GAP}of{GAP}(?:the{GAP})?{_any(PLACES)}(?!\w)"
)
_STATE_BODY: Final = re.compile(rf"(?<!\w){_any(words('organisations', 'state_bodies'))}(?![\w-])")
_STATE_BEFORE: Final = re.compile(
    rf"{NOT_IN_WORD}(?:{_any(DEMONYMS)}|{UPPER}{{2,4}}|U\.S\.|U\.N\.|{_any(PLACES)}['’]s?|{WORD}['’]s){GAP}(?:[a-z]+{GAP})?$"
)
_BODIES: Final = re.compile(r"\b(?:governments|embassies|delegations|armies|parties)\b")
_ONE_STATE: Final = re.compile(rf"{NOT_IN_WORD}(?:{_any(DEMONYMS)}|U\.S\.)")
_STATES_BEFORE: Final = re.compile(rf"{_ONE_STATE.pattern}(?:,?{GAP}(?:and{GAP})?{_ONE_STATE.pattern}){{1,6}}{GAP}$")
_ENTERPRISE: Final = re.compile(
    rf"\b[a-z]+{GAP}(?P<name>{WORD})(?:{GAP}\[\?\])?{GAP}(?:plant|concern|works|company|firm|mines|factory)\b"
)
_CAMEL: Final = re.compile(
    rf"{NOT_IN_WORD}(?!Mc|Mac|The)(?=(?:[a-z]*{UPPER}){{3}}){UPPER}{{1,3}}[a-z]{{1,2}}(?:{UPPER}[a-z]{{0,2}}){{1,5}}(?!\w)"
)  # TsKhSD, KChZhD: an acronym of transliterated letters
_BRACKETED: Final = re.compile(rf"[ \t\u00a0]?[(\[](?P<short>{UPPER}(?:[^\W\d_]|[-/]){{1,8}})[)\]]")
_LONG_BEFORE: Final = re.compile(rf"(?:{_CAPITAL}(?:{GAP}(?:(?:of|and|for|de|the|&){GAP}){{0,2}})?){{1,9}}$")
_ENDING_AS_BODIES: Final = tuple(p for p in PLACES if p.split()[-1] in TAILS)  # Soviet Union
_FRONT: Final = re.compile(
    r"(?:(?!(?:People|Women|Men|Children|Worker|Writer)['’])\w+['’]s\b|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth"
    r"|\d+(?:st|nd|rd|th))\b|(?:The|THE|This|That|These|Those|In|At|On|By|From|To|And|Of|For|With|As|When|While|If|But|Since|After|Before|Under"
    r"|See|Our|Your|His|Their|Its|Both|All|Each|Every|No|Any|Some|Former|Present|New|Also|Re|Then|Comrade|Mr|Dr)\b\.?"
    r"|(?:Session|Meeting|Plenum|Congress|Conference|Notes|Record|Minutes|Protocol|Decision|Resolution|Letter|Report|Member|Members|Head|Chief"
    r"|Deputy|Chairman|President|Premier|Minister|Secretary|First Secretary|General Secretary"
    r"|Director|Ambassador|General|Leaders|Leadership"
    rf"|Delegation)\b(?:{GAP}(?:of|from|to|for|by))?){GAP}(?:the{GAP})?"
)  # words that begin a sentence or name an event and do not belong to the organisation
_BETWEEN_TWO: Final = re.compile(rf",?{GAP}(?:and|&){GAP}(?:the{GAP})?")
_CLIQUE: Final = re.compile(r"[”\"’]?\s(?:clique|faction|group)\b")  # the CC clique was none of the Central Committee
_LEFT_REACH: Final = 120  # code points before a bracket in which the long name is looked for


def finds(text: str) -> Iterator[Find]:
    """Yield what lists and rules find in a repaired text; finds may overlap."""
    for start, end in occurrences(text, listed()):
        if not (in_title(text, start, end) or _CLIQUE.match(text, end) or _in_capitals(text, start, end)):
            yield Find(start, end, "list")
    yield from (Find(*match.span(), "party-body") for match in _PARTY_BODY.finditer(text))
    for rule, pattern in (("head", _WITH_HEAD), ("tail", _WITH_TAIL)):
        for match in pattern.finditer(text):
            yield from _cleaned(text, match.start(), match.end(), rule)
    yield from (Find(*match.span(), "state-body") for match in _GOVERNMENT_OF.finditer(text))
    yield from _state_bodies(text)
    for match in _ENTERPRISE.finditer(text):
        if match["name"] not in NEVER | NOT_NAMES:
            yield Find(*match.span("name"), "enterprise")
    yield from (Find(*match.span(), "camel-acronym") for match in _CAMEL.finditer(text))
    yield from _abbreviated(text)


def listed() -> dict[str, tuple[str, ...]]:
    """Return the index of all organisations and archives that are known by name."""
    return _listed(additions())


@lru_cache(maxsize=2)
def _listed(_added: str) -> dict[str, tuple[str, ...]]:
    long_names = (name.upper() for name in ORGANISATIONS if " " in name)
    of_archives = (form for archive in archives().values() for form in (archive.name, *archive.forms))
    return index([*ORGANISATIONS, *long_names, *words("organisations", "bodies"), *of_archives])


def in_title(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a part of words in italics, or opens a quotation: the title of a work."""
    line = text.rfind("\n", 0, start) + 1
    if text.count("*", line, start) % 2:
        return not (text[start - 1] == "*" and text[end : end + 1] == "*")
    return text[start - 1 : start] in {"“", "‘", "„"} and text[end : end + 1] not in {"”", "’", "‘", ",", "."}


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether what looks like an acronym is a common word among words in capitals: THE BOARD OF EELS."""
    return text[start:end].title() in NOT_NAMES and bool(re.match(r"\W+[A-Z]{2}", text[end : end + 5]))


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, ...]]:
    return index(PLACES | {p.upper() for p in PLACES})


def _state_bodies(text: str) -> Iterator[Find]:
    """Yield "Polish government", "Petrov's government", and each part of "French, British and Israeli governments"."""
    for match in _STATE_BODY.finditer(text):
        reach = max(0, match.start() - 60)
        before = _STATE_BEFORE.search(text[reach : match.start()])
        if before:
            yield Find(reach + before.start(), match.end(), "state-body")
    for match in _BODIES.finditer(text):
        reach = max(0, match.start() - 100)
        before = _STATES_BEFORE.search(text[reach : match.start()])
        for state in _ONE_STATE.finditer(text, reach + before.start(), match.start()) if before else ():
            yield Find(state.start(), match.end(), "coordinated")


def _cleaned(text: str, start: int, end: int, rule: str) -> Iterator[Find]:
    """Cut words from the front that only begin a sentence, part two names joined by "and", drop what is generic."""
    joint = next(
        (j for j in _BETWEEN_TWO.finditer(text, start, end) if _is_whole(text[start : j.start()], text[j.end() : end])),
        None,
    )
    if joint:
        yield from _cleaned(text, start, joint.start(), rule)
        yield from _cleaned(text, joint.end(), end, rule)
        return
    while cut := _FRONT.match(text, start, end):
        start = cut.end()
    end = _before_person(text, start, end)
    name = re.sub(r"['’]s$", "", text[start:end])
    if name not in NEVER and name not in TAILS and " " in name and not name.endswith(_ENDING_AS_BODIES):
        yield Find(start, start + len(name), rule)


def _is_whole(left: str, right: str) -> bool:
    """Whether both sides of an "and" are names by themselves, the right one ending as a name of a body ends."""
    ends_as_body = any(right.endswith(tail) for tail in TAILS)
    left_last = left.rsplit(maxsplit=1)[-1].removesuffix("s")
    return ends_as_body and (
        left_last in TAILS or left_last in {"Partie", "Communist", "Nationalist"} or right in TAILS
    )


def _before_person(text: str, start: int, end: int) -> int:
    """Return where a name ends that ran on into a person's: "Government of China Li Weihan"."""
    for place_start, place_end in occurrences(text[start:end], _places()):
        rest = text[start + place_end : end].strip()
        if place_start and rest and (is_east_asian(rest) or fold(rest.split()[0]) in GIVEN):
            return start + place_end
    return end


def _abbreviated(text: str) -> Iterator[Find]:
    """Yield long names that stand before their acronym in brackets, and the acronym wherever it stands."""
    shorts = set()
    for match in _BRACKETED.finditer(text):
        left = _LONG_BEFORE.search(text[max(0, match.start() - _LEFT_REACH) : match.start()])
        place = _first_letter(left[0], match["short"]) if left else None
        if left is None or place is None:
            continue
        yield Find(match.start() - len(left[0]) + place, match.start(), "acronym")
        if match["short"] not in PLACES:
            shorts.add(match["short"])
    yield from (Find(start, end, "acronym") for start, end in occurrences(text, index(shorts)))


def _first_letter(name: str, short: str) -> int | None:
    """Return where in a run of words the name begins that the acronym shortens; None where it shortens none."""
    capitals = [(m.start(), m[0][0]) for m in re.finditer(r"[^\W\d_]+", name) if m[0][0].isupper()]
    letters = [letter for letter in short if letter.isupper()]
    for number, (place, first) in enumerate(capitals):
        initials = [letter for _, letter in capitals[number:]]
        shared = sum(letter in initials for letter in letters)
        if first == letters[0] and 2 <= len(initials) <= len(letters) + 1 and 2 * shared > len(letters):
            return place
    return None
