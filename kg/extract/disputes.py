"""The words by which a note says that its source is wrong (disputes), or puts something right (corrects)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.model import Dispute, quote

_SENTENCE_END: Final = re.compile(r"(?:(?<=\w\w[.!?])|(?<=[)\]”\"’][.!?])|(?<=[.!?][”\"’)]))\s+")
_ADVERB: Final = r"(?:\s+(?:evidently|clearly|probably|apparently|obviously|possibly|presumably|perhaps|likely|here))?"
_TEXTUAL: Final = (
    r"(?:mistakes?|errors?|omissions?|slips?|misprints?|typos?|inaccuracy|inaccuracies|contradictions?|lapsus)"
)
_DISPUTES: Final = re.compile(
    rf"\bthere\s+(?:is|was|seems\s+to\s+be|must\s+be|may\s+be){_ADVERB}\s+(?:an?\s+|some\s+)?(?:\w+\s+)?{_TEXTUAL}\b"
    rf"|\b{_TEXTUAL}\s+(?:in|of)\s+(?:the\s+)?(?:\w+['’]s?\s+)?(?:original|text|document|notes?|transcript|record|manuscript|source|dating|translation)\b"
    rf"|\b(?:is|are|was|were){_ADVERB}\s+(?:mistaken|wrong|in\s+error|incorrect|inaccurate|erroneous|untrue|misdated|mistranslated|misspelled|misidentified)\b"
    r"|\b(?:erroneously|incorrectly|mistakenly|wrongly|falsely)\s+(?:\w+ed|given|written|spelt|refers?|states?|gives?|says?|calls?|writes?|has)\b"
    r"|\b(?:misdated|misprint|misdates|misquotes|misstates|misidentifies|confuses|exaggerates)\b"
    r"|\b(?:do|does)\s+not\s+make\s+sense\b",
    re.IGNORECASE,
)
_CORRECTS: Final = re.compile(
    r"\b(?:should|ought\s+to)\s+(?:be\s+)?read\b|\bshould\s+be\s+dated\b|\bthe\s+correct\s+(?:date|name|spelling|figure|number|title|reading|form|place|year)\b"
    r"|\b(?<!this\s)in\s+(?:actual\s+)?fact,?\s+(?:[\w'’]+\s+){0,12}?(?:only|not|never|until|before|after|already|later|earlier)\b"
    r"|\bin\s+reality\b|\bcorrectly:",
    re.IGNORECASE,
)


def disputes(text: str, start: int, end: int) -> Iterator[Dispute]:
    """Yield the sentences of a note that call the source wrong (disputes) or put something right (corrects)."""
    bounds = [start, *(m.end() for m in _SENTENCE_END.finditer(text, start, end)), end]
    for first, last in pairwise(bounds):
        for kind, pattern in (("disputes", _DISPUTES), ("corrects", _CORRECTS)):
            if pattern.search(text, first, last):
                words = text[first:last].rstrip()
                yield Dispute(kind, quote(text, first, first + len(words)), f"notes/{kind}")  # type: ignore[arg-type]
                break
