"""Numbered heads in a text whose lines were joined by blanks: "… in May. 2. Ferries in the Sound The minister said …".

Where no line ends such a head, the sentence that follows it does.
"""

import re
from itertools import pairwise
from typing import Final

from kg.extract.heads import JOINT, LETTERS, REACH, Head, number_of
from kg.extract.names import NAME, TITLES

_LONGEST_TITLE: Final = 200
_FEWEST: Final = 3
_MARK: Final = re.compile(
    r"(?:(?<=[.!?:)\]”\"’]\s)|(?<=[.!?:)\]”\"’])|(?<=\n))(?P<number>\d{1,2}(?:st|nd|rd|th)|(?:\d{1,2}|[IVX]{1,5})(?=[.)]))"
    r"[.)]?\s?(?=[^\W\d_])"
    r"|(?<=\s)(?P<letter>[a-h])\)\s(?=[^\W\d_])"
)
_SUBPOINT: Final = re.compile(r"\sa\)\s")
_LINE_END: Final = re.compile(rf"[ \t]*:?[ \t]*\n|{JOINT}")  # or joined: "the SoundThe"
_VERB: Final = (
    r"(?:(?:also|then|again|once[ ]again|further|basically|[a-z]+ly)\s)?"
    r"(?:[a-z]{2,}(?<!ne)(?<!se)ed|said|asks?|says?|was|were|is|are|has|had|have|began|thought|saw|made|told|gave|spoke|took|put|held"
    r"|knew|felt|went|came|wrote|drew|brought|met|sees|will|would|could|can|may|might|must|should|does|did)\b"
)
_REPORTS: Final = (
    r"(?:address|stress|express)es|says|asks|notes|adds|agrees|answers|replies|thanks|wants|hopes|points|raises|refers|recalls"
    r"|reports|explains|emphasi[sz]es|underlines|mentions|describes|informs|proposes|suggests|confirms|welcomes|believes|thinks|warns"
)
_SURE: Final = re.compile(
    rf"(?:(?:The|Both|Our|This|These|No|All|Some|In|On|At|As|With|After|Before|During|Since|For|From)\s(?:[\w'’()-]+,?\s){{0,6}}?|(?:He|She|It|They|We|I|There)\s"
    rf"|(?:{TITLES})\s(?:{NAME})\s){_VERB}"
)
SENTENCE: Final = re.compile(rf"(?:{NAME}|[A-Z]{{2,5}})\s(?:{_VERB}|(?:{_REPORTS})\b)")
_ASIDE: Final = re.compile(r"\([^()]*\)")
_TELLS: Final = re.compile(
    r"[.!?;]\s|\b(?:the|a|an|of|and|to|in)$|\b(?:should|must|will|shall|would|can|may|might|was|were|has|have|had)\b"
)


def flat_heads(text: str, start: int, end: int) -> list[Head]:
    """Return the heads in a stretch: three at least, rising from 1 with small gaps; no points of a list."""
    titled = [
        (mark, last)
        for mark in _MARK.finditer(text, start, end)
        if (last := _title_end(text, mark.end(), min(end, mark.end() + _LONGEST_TITLE)))
    ]
    points = {
        mark.start()
        for (one, last), (other, _) in pairwise(titled)
        if other["number"] and not text[last : other.start()].strip(" :;,\r\n")
        for mark in (one, other)
    }
    chain: list[Head] = []
    number, letter = 0, ""
    for mark, last in titled:
        sign = mark["number"] or mark["letter"]
        value = number_of(sign) if mark["number"] else 0
        wanted = (
            number < value <= number + (REACH if number else 1)
            if value
            else sign == (chr(ord(letter) + 1) if letter else "a")
        )
        if wanted and mark.start() not in points:
            number, letter = (value, "") if value else (number, sign)
            chain.append(Head(sign, mark.start(), (mark.end(), last)))
    return chain if sum(head.number not in LETTERS for head in chain) >= _FEWEST else []


def _title_end(text: str, start: int, end: int) -> int:
    """Return where a head ends, before the sentence that follows it; 0 where none does."""
    found = [
        (match.end(), order, word.start())
        for word in re.finditer(r"(?<!\S)[A-Z]", text[start:end])
        for order, pattern in enumerate((_SURE, SENTENCE))
        if (match := pattern.match(text, start + word.start()))
    ]
    if found and min(found)[2] == 0:
        return 0  # a point in a sentence of its own
    line = _LINE_END.search(text, start, end)
    point = _SUBPOINT.search(text, start, line.start() if line else end) or line
    if not found and not point:
        return 0
    first = min(min(found)[2] if found else end, point.start() - start if point else end)
    title = text[start : start + first].rstrip(" \t:")
    return start + len(title) if not _TELLS.search(_ASIDE.sub("", title)) else 0
