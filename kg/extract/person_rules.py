"""Where the words around a name say that it is a person's: titles, lists, initials, offices, given names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.lexicon import ALSO_SURNAMES, EAST_ASIAN, GIVEN, NOT_NAMES, ORGANISATIONS, PLACES, fold
from kg.extract.names import (
    BEGINS_NAME,
    BRACKETED_NAME,
    GAP,
    INITIAL,
    INITIALS_NAME,
    LETTER,
    LIST_TITLE,
    NAME,
    NOT_IN_WORD,
    OFFICE,
    TITLED_NAME,
    TITLES,
    UPPER,
    WORD,
)
from kg.extract.person_acts import acts
from kg.extract.person_deeds import deeds
from kg.extract.sentences import at_sentence_start

_SHORTEST: Final = 2  # letters of a name: Fu, Ye
_SHORTEST_CAPITALS: Final = 3
_LONGEST_CODE: Final = 4


@dataclass(frozen=True, slots=True)
class Find:
    """A name in the repaired text (offsets of the shadow)."""

    start: int
    end: int
    rule: str


_ANY_NAME: Final = rf"(?:{BRACKETED_NAME}|{NAME})"
_LIST_NAME: Final = rf"(?:{TITLES}{GAP})?(?P<name>{_ANY_NAME})(?:['’]s)?(?:{GAP}\([^()\n]{{1,40}}\))?"
_LIST_ITEM: Final = re.compile(_LIST_NAME)
_LIST_JOIN: Final = re.compile(r"[ \t\u00a0]*(?:[,;]|,?[ \t\u00a0]+(?:and|und|et|&|и))[ \t\u00a0]+(?:and[ \t\u00a0]+)?")
_LIST: Final = re.compile(rf"{LIST_TITLE}[ \t\u00a0]*(?={UPPER})")
_INITIALS: Final = re.compile(rf"{BEGINS_NAME}(?:{BRACKETED_NAME}|{INITIALS_NAME}(?:{GAP}{WORD})?)")
_CAPITAL_INITIALS: Final = re.compile(
    rf"{BEGINS_NAME}(?:{INITIAL}[ \t\u00a0]{{0,2}}){{1,4}}{UPPER}{{3,24}}(?!{LETTER}|['’])"
)
_NO_SURNAME: Final = re.compile(r"[ .\u00a0](?:[IVXLC]{2,}|[JS]r)\.?$")  # "B.VIII" is a section
PRONOUN: Final = re.compile(r"\b(?:do|did|am|was|have|had|can|could|will|would|shall|should|may|might|than|as|nor) $")
"""What stands before "I." at the end of a sentence, which is nobody's initial: "Neither do I. Leave it."."""
_TRAILING: Final = re.compile(rf"{BEGINS_NAME}{WORD}{GAP}{UPPER}\.{GAP}?{UPPER}\.(?!{GAP}?{UPPER})")
_OFFICE: Final = re.compile(rf"{NOT_IN_WORD}{OFFICE}(?:{GAP}|,{GAP}(?:Cde\.|Comrade|Mr\.)?{GAP}?)(?P<name>{_ANY_NAME})")
_OFFICE_OF: Final = re.compile(
    rf"(?i:{NOT_IN_WORD}{OFFICE}){GAP}(?:of|in|to|for|at|on){GAP}[^.,;:()\n]{{2,70}}?,{GAP}(?P<name>{_ANY_NAME})(?=[,.;:)]|{GAP}[a-z])"
)
_MINISTER_OF: Final = re.compile(
    rf"{TITLES}{GAP}(?:of|to|for|in){GAP}(?P<rest>(?:(?:the|of|and|for|in|{WORD}|[A-Z]{{2,6}}){GAP}){{1,8}}{WORD}(?:{GAP}{WORD})?)"
)
_POST: Final = re.compile(
    r"\b(?:Consul(?:[- ]General)?|Ambassador|Chargé|Charge|Minister|Secretary(?: of [A-Z][a-z]+)?"
    r"|Counselor|Representative|Attaché|Commissioner|Adviser|Advisor|Director"
    rf"|Chief|Chairman|President|Delegate|Envoy)(?:\s(?:in|at|to|of|for)\s[^().;:\n]{{2,50}})?\s{{0,3}}\(\s{{0,2}}(?P<name>{_ANY_NAME})\s{{0,2}}\)"
)  # the Consul at Petrovsk (Ivanov): the heading of a despatch
_GIVEN: Final = re.compile(
    rf"{NOT_IN_WORD}(?!(?:The|In|At|On|To|For|From|By|With|When|And|But|As|If|After|Before|While|That|Since){GAP}){NAME}"
)
_PATRONYMIC: Final = re.compile(
    rf"{BEGINS_NAME}{WORD}{GAP}(?:{WORD}(?<=vich)|{WORD}(?<=ovna)|{WORD}(?<=evna)|{WORD}(?<=вич))"
)
_ONSET, _CODA = r"[bcdfghjklmnpqrstvwxyz]{0,2}'?[hy]?", r"(?:ng|nh|ch|[nrlkmpth])?"
_SYLLABLES: Final = re.compile(
    rf"(?:{_ONSET}[aeiouüw]{{1,3}}{_CODA}(?![aeiou])){{1,2}}(?:-{_ONSET}[aeiouüy]{{1,3}}{_CODA})?", re.IGNORECASE
)
"""Syllables of Chinese, Korean and Vietnamese given names: Enlai, En-lai, Il-sung."""

_STATES: Final = re.compile(
    r"(?:[UЮ]\.?S|U\.?N|U\.?K|D\.?C|U\.?S\.?S\.?R|(?-i:[ap])\.?(?-i:m)|P\.?S|N\.?B|No|Nr|St)\.?$", re.IGNORECASE
)
_TOKEN: Final = re.compile(rf"\[?{LETTER}[^\s\[\],]*\]?(?:\[[^\s\]]*\])?[^\s\[\],]*")
_DAY_BEFORE: Final = re.compile(r"\d(?:st|nd|rd|th)?[ \t\u00a0]$")
_MONTHS: Final = frozenset({"April", "May", "June", "August"})  # that are given names, too
_PLACE_BEFORE: Final = re.compile(rf"({WORD}){GAP}(?={INITIAL})")
_PERSONAL: Final = re.compile(
    rf"{NOT_IN_WORD}(?:Mrs?|Ms|Miss|M[mr]e|Sir|Lady|Lord|Dr|Herr|Frau|Comrade|comrade|Cde|cde|Com|Gen|Col|Maj|Capt)"
    rf"\.?{GAP}?$"
)
"""Titles that stand before a surname and before no office, as "Mr." may; "Mr. Secretary" is told by the word."""
_TITLE_BEFORE: Final = re.compile(rf"{TITLES}[ \t]?$")
_DOCTRINE: Final = re.compile(r"....(?:isms?|ists?)$")


def finds(text: str) -> Iterator[Find]:
    """Yield what the rules find in a repaired text; finds may overlap."""
    yield from _titled(text)
    yield from _listed(text)
    yield from _with_initials(text)
    yield from _in_office(text)
    yield from _at_post(text)
    yield from _by_given_name(text)
    yield from _acting(text)


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the part of a stretch that can be a name, cut before the first word that is none."""
    place = _PLACE_BEFORE.match(text, start, end)
    start = place.end() if place and place[1] in PLACES else start  # to Hungary P. I. Petrov
    last = start
    mixed = False  # a word in small letters was met: capitals behind it are an acronym
    for match in _TOKEN.finditer(text, start, end):
        word = match[0].strip("[]'’.,")
        if re.fullmatch(INITIAL, match[0]):
            continue
        if (
            match.start() == start
            and word in EAST_ASIAN & NOT_NAMES
            and _TITLE_BEFORE.search(text, max(0, start - 40), start)
        ):
            continue  # Comrade He Ying
        if word in ALSO_SURNAMES and not text[match.end() : end].strip() and _is_surname(text, start, match.start()):
            last = match.end()
            break
        capitals = len(word) > 1 and word.isupper() and "." not in match[0]
        if (
            word in NOT_NAMES
            or _DOCTRINE.search(word)
            or word.capitalize() in NOT_NAMES
            or (capitals and (mixed or len(word) < _SHORTEST_CAPITALS))
        ):
            break
        mixed = mixed or not capitals
        last = match.end()
    last = start + len(text[start:last].rstrip(" \t\u00a0,"))
    name = text[start:last]
    if len(name) < _SHORTEST or name in PLACES or re.fullmatch(rf"(?:{INITIAL}\s*)+", name):
        return None
    if name in ORGANISATIONS and not (
        name.isalpha() and name.istitle() and _TITLE_BEFORE.search(text, max(0, start - 40), start)
    ):
        return None
    return start, last


def _is_surname(text: str, start: int, place: int) -> bool:
    """Whether what stands before a common word makes a surname of it: Mr. Day, J. Day, John Day."""
    if place == start:
        return _PERSONAL.search(text, max(0, start - 30), start) is not None
    before = text[start:place].rsplit(maxsplit=1)[-1]
    return (
        bool(re.fullmatch(INITIAL, before))
        or fold(before) in GIVEN
        or (fold(before) in EAST_ASIAN and text[start:place].split() == [before])
    )


def is_month(text: str, start: int, word: str) -> bool:
    """Whether a word that may be a given name is a month here: on 9 August Petrov came."""
    return word in _MONTHS and _DAY_BEFORE.search(text, max(0, start - 6), start) is not None


def is_east_asian(name: str) -> bool:
    """Whether a name is built like a Chinese, Korean or Vietnamese one: a known family name, then syllables."""
    first, *rest = fold(name.title() if name.isupper() else name).split()
    return (
        first in EAST_ASIAN
        and 1 <= len(rest) <= 2
        and all(_SYLLABLES.fullmatch(part) for part in rest)
        and "." not in name
    )


def _cut(text: str, start: int, end: int, rule: str) -> Iterator[Find]:
    stretch = trimmed(text, start, end)
    if stretch:
        yield Find(*stretch, rule)


def _titled(text: str) -> Iterator[Find]:
    for match in TITLED_NAME.finditer(text):
        apart = text[match.end("title")] == ","
        if apart and match["name"].isupper() and len(match["name"]) <= _LONGEST_CODE:
            continue  # "Mr. Brun, Director, EUR": the code of an office
        yield from _cut(text, *match.span("name"), "people/title")
    for match in _MINISTER_OF.finditer(text):
        tokens = [(m.start(), m[0]) for m in re.finditer(r"\S+", match["rest"])]
        known = [
            n
            for n, (_, word) in enumerate(tokens)
            if word in NOT_NAMES or word in PLACES or not word[0].isupper() or word.isupper()
        ]
        if known and known[-1] + 1 < len(tokens):
            start = match.start("rest") + tokens[known[-1] + 1][0]
            yield from _cut(text, start, match.end("rest"), "people/office")


def _listed(text: str) -> Iterator[Find]:
    for match in _LIST.finditer(text):
        place: int | None = match.end()
        while place is not None:
            item = _LIST_ITEM.match(text, place)
            if item is None:
                break
            found = trimmed(text, *item.span("name"))
            if found is None:
                break
            yield Find(*found, "people/list")
            join = _LIST_JOIN.match(text, item.end()) if found[1] == item.end("name") else None
            place = join.end() if join else None


def _with_initials(text: str) -> Iterator[Find]:
    for pattern in (_INITIALS, _CAPITAL_INITIALS, _TRAILING):
        for match in pattern.finditer(text):
            initials = re.match(rf"(?:{INITIAL}[ \t]{{0,2}})*", match[0])
            lead = initials[0].strip() if initials else ""
            if _STATES.fullmatch(lead.replace(" ", "")) or _NO_SURNAME.search(match[0]):
                continue
            if lead == "I." and PRONOUN.search(text, max(0, match.start() - 10), match.start()):
                continue
            if (
                lead.count(".") == 1
                and "[" not in lead
                and at_sentence_start(text, match.start())
                and text[match.start() - 1 : match.start()] != "("
                and not (text.startswith(": ", match.start() - 2) and text[match.end() : match.end() + 1] in {",", ";"})
            ):
                continue  # "V. Purging": more likely the number of an item
            yield from _cut(text, *match.span(), "people/initials")


def _in_office(text: str) -> Iterator[Find]:
    for match in _OFFICE.finditer(text):
        yield from _cut(text, *match.span("name"), "people/office")
    for match in _OFFICE_OF.finditer(text):
        if len(match["name"].split()) > 1:
            yield from _cut(text, *match.span("name"), "people/office")


def _at_post(text: str) -> Iterator[Find]:
    for match in _POST.finditer(text):
        yield from _cut(text, *match.span("name"), "people/post")


def _by_given_name(text: str) -> Iterator[Find]:
    for match in _GIVEN.finditer(text):
        words = match[0].split()
        if len(words) < 2:
            continue
        if is_month(text, match.start(), words[0]):
            continue
        if (
            fold(words[0].strip("[]")) in GIVEN
            and (words[1] not in NOT_NAMES or (words[1] in ALSO_SURNAMES and len(words) == len(words[:2])))
            and " ".join(words[:2]) not in PLACES
        ):
            yield from _cut(text, *match.span(), "people/given-name")
            continue
        if any(word.startswith("[") for word in words) and fold(words[0]) in EAST_ASIAN:
            yield from _cut(text, *match.span(), "people/east-asian")
            continue
        for count in (2,) if "-" in words[1] else (3, 2):
            name = " ".join(words[:count])
            if (
                len(words) >= count
                and is_east_asian(name)
                and not set(words[:count]) & NOT_NAMES - (ALSO_SURNAMES & {words[-1]})
                and name not in PLACES
            ):
                end = match.start() + len(re.match(r"\S+" + r"\s+\S+" * (count - 1), match[0])[0])  # type: ignore[index]
                yield Find(match.start(), end, "people/east-asian")
                break
    for match in _PATRONYMIC.finditer(text):
        yield from _cut(text, *match.span(), "people/patronymic")


def _acting(text: str) -> Iterator[Find]:
    small = frozenset(re.findall(r"(?<![^\W_])[a-z]+", text))
    for start, end in acts(text):
        if not (at_sentence_start(text, start) and text[start:end].lower() in small):
            yield from _cut(text, start, end, "people/acts")
    for start, end in deeds(text):
        yield from _cut(text, start, end, "people/deeds")
