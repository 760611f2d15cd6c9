"""Nouns for events with their dates: "the letter of P. Petrov of 3 May", "the 1956 crises", "telegram 12, 3 May"."""

import re
from typing import Final

from kg.extract.event_words import event_nouns, finite_verb
from kg.extract.within import Stretch
from kg.model import Span

_JOIN: Final = re.compile(
    r"(?:\s(?:No\.\s*\d+|of|with|between|to|by|from|in|at|about|for|and|the|his|her|[A-ZÀ-Ž][\w’'.-]*|from[A-Z][\w.]*|[a-z-]++)){0,12}?"
    r"(?P<join>\s*\(\s*"
    r"|,?\s(?:on\s)?the\s(?:night|evening|morning|afternoon)\sof\s"
    r"|\s(?:of|dated|from|on|in|for|held\son|during|under)\s(?:the\s)?"
    r"|,?\s(?:dated\s)?)\Z"
)
_DETERMINER: Final = re.compile(
    r"(?<![\w’'-])(?P<whose>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur|[Yy]our"
    r"|(?:[A-ZÀ-Ž][\w.-]*\s)?[A-ZÀ-Ž][\w.-]*['’ʼ]s?"  # P. Lind's
    r"|[Tt]he|[Tt]his|that|a|an|no)\s"
    r"(?P<rest>(?:(?!(?:of|to|in|on|at|by|for|from|with|that|the|and|his|her|its|their|my|our|your)\s)[\w’'-]+\s){0,4})\Z"
)
_OTHER_TIME: Final = re.compile(r"\b(?:before|after|until|since|following|about|of|from)\s\Z", re.IGNORECASE)
"""Before a noun whose day is not that of what is told: "he left before the congress on 4 May"."""
_AFTER: Final = re.compile(r"\s(?:after|before|since|until|than)\s|\sand(?:\sthe)?\Z")
_TOLD_BY: Final = re.compile(r"\b(?:I|we|you|they|to)\s\Z", re.IGNORECASE)
_ARTICLES: Final = frozenset({"the", "this", "that", "a", "an", "no"})
_NUMBERED: Final = re.compile(
    r"(?:[A-Z][\w’'-]*(?:['’]s?|ʼs)?\s)?(?:[Tt]elegram|[Aa]irgram|[Dd]es?patch|[Cc]ircular|Emb?tel|Deptel|Contel)s?\s+(?:[Nn]os?\.\s+)?\d{1,6},?\s+\Z"
)
"""A message by its number: "Telegram 1265, 13 November"."""

_BEFORE: Final = re.compile(
    r"(?<![\w’'-])(?:the|this|his|her|its|their|my|our|your|[A-ZÀ-Ž][\w.-]*['’ʼ]s?)\s\Z", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<![\w’'-])(?:during|after|before|since|in|of|at|for)\s\Z")  # "during 1946 talks"
_BESIDE: Final = 40
_NEAR: Final = 120  # code points before a date in which the noun stands that it dates


def noun_with_date(text: str, sentence: int, date: Span) -> tuple[int, int, str] | None:
    """Return where a noun for an event stands with its date, and the kind of event; None where none is dated so."""
    low = max(sentence, date.start - _NEAR)
    return _date_first(text, low, date) or _noun_first(text, low, date, sentence) or _numbered(text, low, date)


def _noun_first(text: str, low: int, date: Span, sentence: int) -> tuple[int, int, str] | None:
    for first, last, kind in reversed(list(event_nouns(text, low, date.start))):
        whose = _DETERMINER.search(text[low:first])
        join = _JOIN.match(text[last : date.start])
        if whose is None or join is None or finite_verb(text, last, last + join.start("join")) >= 0:
            continue
        if _AFTER.search(text, last, last + join.start("join")) or _TOLD_BY.search(
            text, low, first
        ):  # "your letter you request that", a verb
            continue
        start = low + whose.start()
        if finite_verb(text, *_before_last(low + whose.start("rest"), whose["rest"], start)) >= 0:
            continue
        link = join["join"].strip()
        owned = whose["whose"].lower() not in _ARTICLES
        if (
            owned
            or link.startswith(("(", "of", "dated", "under", "the ", "on the ", ", the "))
            or (link in {"on", "in"} and _OTHER_TIME.search(text[low:start]))
            or (link == "," and kind == "sending" and text[sentence:start].strip() not in {"In", "in"})
        ):
            return start, date.end + (link == "(" and text[date.end : date.end + 1] == ")"), kind
    return None


def _before_last(begins: int, words: str, start: int) -> Stretch:
    """Return the stretch before the last word between determiner and noun; that word may be a participle."""
    return start, begins + len(words.rsplit(maxsplit=1)[0]) if len(words.split()) > 1 else start


def _date_first(text: str, low: int, date: Span) -> tuple[int, int, str] | None:
    year = _YEAR.search(text[low : date.start]) if re.fullmatch(r"\d{4}", date.exact) else None
    if before := _BEFORE.search(text[low : date.start]) or year:
        for first, last, kind in event_nouns(text, date.end, date.end + _BESIDE):
            if (
                re.fullmatch(r"\s(?:[\w’'-]+\s){0,2}", text[date.end : first])
                and finite_verb(text, date.end, first) < 0
            ):
                return (date.start if year else low + before.start()), last, kind
    return None


def _numbered(text: str, low: int, date: Span) -> tuple[int, int, str] | None:
    message = _NUMBERED.search(text[low : date.start])
    return (low + message.start(), date.end, "sending") if message else None
