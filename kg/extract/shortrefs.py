"""Short references in notes, which stand for a work that is cited in full elsewhere.

"Author, op. cit., p. 5", "Author, *Short Title*, 5", "ibid., p. 5", "Author 1990", "Author 175 f."; `kg.extract.works`
finds the work that each stands for.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.footnotes import NO_MONTH, NOTE_PAGES, SURNAMES, heads, parts_of
from kg.extract.names import UPPER, WORD
from kg.extract.references import IDEM, QUOTE, YEAR, Name, Parts

RULES: Final = ("works/ibid", "works/short", "works/short-known", "works/author-year")
"""The rules whose finds need another work to be complete."""

_BEFORE: Final = (
    r"(?:op\.?\s?cit\.?|loc\.?\s?cit\.?|a\.\s?a\.\s?O\.|i\.\s?m\.|id\.|ibid(?:em|\.)?|[Уу]к(?:аз)?\.\s?соч\.|ukaz\.\s?soch\."
    r"|\((?:oben|vorige)\s[^()]{1,12}\)|\((?:wie|siehe|s\.|see|viz|как)\s(?:oben,?\s)?(?:Anm\.|Fn\.|Fußn\.|note|n\.|pozn\.|прим\.)\s?\d+\)|(?:supra|above),?\sn(?:ote|\.)\s?\d+)"
)
_SHORT_QUOTE: Final = QUOTE.replace("(?P<title>", "(?P<qt>").replace("(?P<inner>", "(?P<qi>")
_SHORT: Final = re.compile(
    rf"(?<!\w)(?!(?:See|Cf|Vgl|Siehe|Compare|Also|In|And)\b){SURNAMES}(?:\s{UPPER}\.){{0,2}},?\s+(?:{_SHORT_QUOTE},?\s+|\*(?P<qs>[^*]{{3,90}})\*,?\s+)?{_BEFORE}(?:\s*\({YEAR}\))?"
    rf"(?:,?\s+n(?:ote|\.)\s?\d+)?(?:\.?(?=\s[СC]\.\s?\d))?{NOTE_PAGES}"
)
_TITLED: Final = re.compile(
    rf"(?:{SURNAMES}|(?P<idem>{IDEM.pattern})),\s+(?:\*(?P<italic>[^*]{{3,90}})\*|{QUOTE}|(?P<bare>{UPPER}[^\d;,.“\"*]{{3,60}}?)),?\s+"
    r"(?:pp?\.|[SsСс]\.|str\.)?\s?(?P<pages>(?:ch(?:ap)?s?\.\s)?\d{1,4}(?:[-–]\d{1,4})?)(?=[.;,)]|$)"
)
_AUTHOR_YEAR: Final = re.compile(
    rf"(?<!\w){NO_MONTH}{SURNAMES},?\s(?P<year>{YEAR})[a-z]?"
    rf"(?:,\s(?:insbesondere\s)?(?:S|pp?|s)\.\s?|:\s?(?=\d)){NOTE_PAGES}"
)
_KNOWN: Final = re.compile(
    rf"(?<![\w/]){NO_MONTH}{SURNAMES}\s(?:(?P<year>{YEAR})[a-z]?(?!\d)"
    r"|(?:[IVX1]{1,4}\s)?(?P<pages>\d{1,4}\sff?\.?(?!\w)))"
)
_JOINED: Final = re.compile(
    rf"(?<![\w/])(?P<short>{WORD}(?:/{WORD}){{1,4}}),?\s(?P<year>{YEAR})[a-z]?(?!\d){NOTE_PAGES}"
)
_IBID: Final = re.compile(
    rf"(?<!\w)(?:[Ii]bid(?:em|\.)?|[Ii]d\.(?!,\s+[*“\"])|[Ee]bd\.?|[Ee]benda|[Tt]am zhe|[Тт]ам же|[Uu]o\.)"
    rf"(?:\.?(?=\s[СC]\.\s?\d))?{NOTE_PAGES}"
)


def short(flat: str, start: int, end: int) -> Iterator[Parts]:
    """Read what says itself that it is short: "Author, op. cit., p. 5", "Author, *Short Title*, 5", "ibid., p. 5"."""
    for match in _SHORT.finditer(flat, start, end):
        yield parts_of(match, "works/short", match["qt"] or match["qi"] or match["qs"] or "", flat)
    for _, beginnings in heads(flat, start, end):
        for at in beginnings:
            if titled := _TITLED.match(flat, at, end):
                title = titled["italic"] or titled["title"] or titled["inner"] or titled["bare"]
                found = parts_of(titled, "works/short", title, flat)
                idem = (Name("author", *titled.span("idem")),) if titled["idem"] else found.names
                yield replace(found, names=idem)
                break
    for match in _JOINED.finditer(flat, start, end):
        yield parts_of(match, "works/author-year", "", flat)
    for match in _IBID.finditer(flat, start, end):
        yield Parts(start=match.start(), end=match.end(), rule="works/ibid", type="book", pages=match["pages"] or "")


def known(flat: str, start: int, end: int) -> Iterator[Parts]:
    """Read "Author 1976" and "Author 175 f.", which stand for a work only where the text cites one in full."""
    for pattern in (_AUTHOR_YEAR, _KNOWN):
        for match in pattern.finditer(flat, start, end):
            yield parts_of(match, "works/short-known", "", flat)
