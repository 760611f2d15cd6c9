"""Places: by list, by the model's word, and where something is in them.

A place inside the name of an organisation is no mention.
"""

import re
from bisect import insort
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kg.extract.lexicon import DEMONYMS, NOT_NAMES, ORGANISATIONS, PLACES, index, occurrences, words
from kg.extract.names import GAP, UPPER, WORD
from kg.extract.shadow import Shadow, shadow
from kg.extract.within import meets, merged
from kg.model import Analysis, Document, Mention, quote
from kg.read.alternatives import alternatives

_HEADS: Final = alternatives(words("places", "heads"))
_WITH_HEAD: Final = re.compile(rf"{GAP}(?:{_HEADS})(?!\w)")
_BEFORE: Final = frozenset(words("places", "heads_before"))
_WORD_BEFORE: Final = re.compile(rf"(?<![\w-])([A-Z][\w-]+){GAP}$")
_LONGEST: Final = 16  # characters of such a word with the gap behind it
_EVENT: Final = re.compile(
    rf"(?:{GAP}[Pp]eace)?{GAP}(?:(?:Crisis|War|Uprising|Revolution|Spring|Blockade|Talks|Airlift|Question|Time)\b"
    r"|(?:[Aa]greements?|[Cc]onference|[Tt]reaty|[Aa]ccords?|[Dd]eclaration|[Pp]act|[Pp]rotocols?)\b)"
)  # the Suez Crisis, the Yalta agreement: an event bears the place's name
_SORT: Final = "city|town|village|river|lake|province|state|region|district|island|peninsula|sea"
_SORT_BEHIND: Final = re.compile(rf"(?:\s+[-–—]\s+|,\s+an?\s+|\s+\((?:an?\s+)?)(?:[a-z]+\s)?({_SORT})\b")
_SORT_BEFORE: Final = re.compile(r"\b(city|town|village|port|island)\s+of\s+(?:the\s+)?$")
_DIRECTION: Final = re.compile(r"(?:North|South)?-?(?:North|South|East|West|east|west)(?:ern)?")
_SHORTEST: Final = 3  # letters of a place that no list knows, or of one in capitals
_PLACED: Final = re.compile(
    r"\b(?:(?<!faith )(?<!trust )(?<!confidence )(?<!interest )(?<!believe )(?<!has )(?<!had )(?P<only_in>[Ii]n|At)"
    r"|[Nn]ear"
    r"|(?:sent|taken|deported|transported|brought|fled|moved|escaped|travel+ed|returned|marched|walked|went)[ \t]to"
    r"|(?:came|arrived|escaped|fled|returned|deported)[ \t]from|left[ \t]for"
    r"|(?:town|village|city|ghetto|camp)[ \t](?:of|in|at)|(?:Jews|people|inhabitants|families)[ \t](?:of|from))"
    rf"{GAP}(?P<name>{WORD}(?:{GAP}{WORD})?)"
    r"(?=[ \t]*(?:[.,;:)\n]|\Z)|[ \t](?:and|or|to|on|in|at|by|for|with|from|was|were|is|are|had|has|who|where|which"
    r"|when|that|until|since|as|the|a|before|after|during|there|they|he|she|we|I)\b)"
)
_LANGUAGES: Final = frozenset({"cyrillic", "esperanto", "flemish", "hebrew", "ladino", "latin", "ruthenian", "yiddish"})
_NEVER: Final = DEMONYMS | ORGANISATIONS | words("organisations", "never")


@dataclass(frozen=True, slots=True)
class _Find:
    start: int
    end: int
    rule: str


@lru_cache(maxsize=1)
def _listed() -> dict[str, tuple[str, ...]]:
    return index(PLACES | {p.upper() for p in PLACES if len(p) > _SHORTEST})


def places(document: Document, analysis: Analysis) -> Analysis:
    """Add the places that the text names outside the names of people and organisations and outside shelfmarks."""
    copy = shadow(document.text)
    spans = (*(m.span for m in analysis.mentions), *(c.span for c in analysis.citations))
    taken = merged((span.start, span.end) for span in spans)
    mentions: list[Mention] = []
    for find in [*_by_list(copy.text), *_proposed(analysis, copy), *_by_place(analysis, copy.text)]:
        start, end = copy.to_source(find.start, find.end)
        if not meets(taken, start, end):
            insort(taken, (start, end))
            mentions.append(
                Mention(
                    quote(document.text, start, end), "place", f"places/{find.rule}", _sort(document.text, start, end)
                )
            )
    return replace(
        analysis, mentions=tuple(sorted((*analysis.mentions, *mentions), key=lambda m: (m.span.start, m.span.end)))
    )


def _sort(text: str, start: int, end: int) -> str:
    """Return the word by which the text says right here what sort of place it is, as written."""
    found = _SORT_BEHIND.match(text, end) or _SORT_BEFORE.search(text, max(0, start - _LONGEST), start)
    return found[1] if found else ""


def _by_list(text: str) -> Iterator[_Find]:
    for start, end in occurrences(text, _listed()):
        head = _WITH_HEAD.match(text, end)
        if _EVENT.match(text, end):
            continue
        if text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
            continue
        if (
            text[start - 1 : start] == "-"
            and text[start - 2 : start - 1].isalpha()
            and text[start - 2 : start - 1].islower() is False
        ):
            continue
        before = _WORD_BEFORE.search(text, max(0, start - _LONGEST), start)
        begins = before.start() if before and before[1] in _BEFORE else start
        yield _Find(begins, head.end() if head else end, "list")


def _proposed(analysis: Analysis, copy: Shadow) -> Iterator[_Find]:
    for suggestion in analysis.suggestions:
        if suggestion.kind != "place":
            continue
        start, end = copy.from_source(suggestion.span.start), copy.from_source(suggestion.span.end - 1) + 1
        start += len(re.match(r"(?:[Tt]he\s+|[\"“‘'(*\[]+)*", copy.text[start:end])[0])  # type: ignore[index]
        name = re.sub(r"(?:\s[a-z]+|['’]s|[\"”’'*.,)\]\s])+$", "", copy.text[start:end])
        if (
            _credible(name)
            and not _EVENT.match(copy.text, start + len(name))
            and copy.text[start - 1 : start] not in {"“", "*", '"'}
            and not copy.text.endswith(" by ", 0, start)
            and not re.match(rf"-{UPPER}", copy.text[start + len(name) :][:2])
        ):
            yield _Find(start, start + len(name), "model")


def _by_place(analysis: Analysis, text: str) -> Iterator[_Find]:
    """Yield unknown words that something is in or near, wherever they stand: "near Tarany", "the Tarany mill"."""
    common = _LANGUAGES | {*re.findall(r"(?<![^\W_])[a-z]+", text)}
    people = {s.span.exact for s in analysis.suggestions if s.kind == "person"}
    names = set()
    placed = {match["name"] for match in _PLACED.finditer(text) if not (match["only_in"] and match["name"] in people)}
    for name in placed - PLACES:
        parts = name.split()
        known = {*parts} & (NOT_NAMES | DEMONYMS) or {*map(str.lower, parts)} & common
        if _credible(name) and not known and "-" not in name:
            names.add(name)
    yield from (_Find(start, end, "placed") for start, end in occurrences(text, index(names)))


def _credible(name: str) -> bool:
    parts = name.split()
    if (
        not name
        or not name[0].isupper()
        or name in _NEVER
        or re.search(r"[\d:;<>/@\n*]", name)
        or len(name) < _SHORTEST
    ):
        return False
    if len(parts) == 1 and (re.fullmatch(rf"{UPPER}+", name) or _DIRECTION.fullmatch(name)):
        return False
    return not any(p in NOT_NAMES for p in parts) or bool(re.fullmatch(rf"(?:{WORD}{GAP}){{1,3}}(?:{_HEADS})", name))
