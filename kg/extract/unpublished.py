"""What was never printed, or not for sale: theses, papers read at meetings, manuscripts, working papers.

“Title,” and then the words that say what it is: "Ph.D. diss., Some University, 1998", "paper presented at the
conference “Name,” Place, 3 May 2004", "unpublished manuscript, 1974", "Some Working Paper No. 7, Place, 1999".
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from kg.extract.chicago import creators, limit_after
from kg.extract.kinds import KINDS, NUMBER
from kg.extract.references import ITALIC, QUOTED, Parts, creators_at, folded, pages_after, title_in
from kg.read.calendar import edtf, readings

_BEFORE_KIND: Final = re.compile(r",?\s+\(?")
_STOP: Final = re.compile(r";|(?<=[a-zа-я)\]”\"]{3})\.\s+(?=[^\W\da-z_])|\shttps?:|\n\s*\n")
_NAMED: Final = re.compile(
    r"\s*(?:an?\s|the\s|der\s|einer\s|la\s)?(?P<name>[^\W_][^,;.“”\"„()]{5,120}?)(?=,|\sin\s[A-Z]|\s(?:on|from)\s\d|$)"
)
_PLACE: Final = re.compile(r"[,)”“\"]\s+(?:[^,]{3,60},\s+)?(?P<place>[^\W\da-z_][^,\d]{2,30}?),?\s*$")
_HELD: Final = re.compile(r"\bin\s+(?P<place>[A-Z][^\d,.;]{2,40}?),?\s+(?:on|in|from)\s*$")
_BODY: Final = re.compile(r"\s*[,(]\s*(?P<body>[^\W\d_][^,;()\d]{3,80}?)\s*(?=,|\)|$)")
_UNDATED: Final = re.compile(r",?\s+(?:n\.\s?d\.|undated|o\.\s?[JD]\.|s\.\s?d\.|б\.\s?г\.|b\.\s?d\.)")
_REACH: Final = 260


def papers(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read a title in quotation marks or italics whose kind is told behind it."""
    for title in chain(QUOTED.finditer(flat), ITALIC.finditer(flat)):
        lead = _BEFORE_KIND.match(flat, title.end())
        for kind, pattern in KINDS if lead else ():
            if lead and (said := pattern.match(flat, lead.end())):
                words = title_in(title)
                if paper := _paper(flat, limits, (title.start(), words), kind, said):
                    yield paper
                break


def _paper(flat: str, limits: list[int], title: tuple[int, str], kind: str, said: re.Match[str]) -> Parts | None:
    """Read what follows the words for the kind: the meeting or institution, the place, the date, the pages.

    Without a date (or "n.d.", or the number of a series) it is no reference: “support” given to the cause.
    """
    limit = min(limit_after(limits, said.start()), said.end() + _REACH)
    stop = _STOP.search(flat, said.end(), limit)
    tail = flat[said.end() : stop.start() if stop else limit]
    meeting = QUOTED.search(tail)
    named = meeting.span() if meeting else (0, 0)  # a year in the name of a meeting is not that of the paper
    dated = next((r for r in readings(tail) if r.low.year and not named[0] <= r.start < named[1]), None)
    between = tail[: dated.start] if dated else ""
    container, number = _container(kind, said.group(), tail, between)
    body = _BODY.match(between) if kind == "thesis" else None
    place = (_HELD.search(between) or _PLACE.search(between)) if kind == "paper-conference" else None
    undated = None if dated else _UNDATED.match(tail)
    if not (dated or undated or number[0]):
        return None
    end = said.end() + (dated.end if dated else undated.end() if undated else number[1])
    end, pages = pages_after(flat, end + (flat[end : end + 1] == ")"))
    start, names = creators(flat, limits, title[0])
    return Parts(
        start=start,
        end=end,
        rule=f"works/{kind}-named",
        type=kind,
        title=title[1],
        names=names,
        container=container,
        publisher=(said.end() + body.start("body"), said.end() + body.end("body")) if body else None,
        place=place["place"].strip() if place else "",
        issued=edtf(dated) if dated else "",
        issue=number[0],
        pages=pages,
    )


def _container(kind: str, said: str, tail: str, between: str) -> tuple[str, tuple[str, int]]:
    """Return the meeting or the series, and of a series the number with where it ends in the tail."""
    if kind == "report":
        number = NUMBER.match(tail)
        return said, (number["number"], number.end()) if number else ("", 0)
    if kind != "paper-conference":
        return "", ("", 0)
    quoted = QUOTED.search(between or tail)
    named = _NAMED.match(between)
    return title_in(quoted) if quoted else folded(named["name"]) if named else "", ("", 0)


_BY: Final = re.compile(r"[Pp](?<!\w.)apers?\s+(?:\w+\s+)?(?:presented|delivered|given|read)\s+by\s+")
_AT: Final = re.compile(r"\s+(?:at|to)\s+(?:the|a)\s+(?=[“\"])")
_ON: Final = 120


def unnamed_papers(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read "the papers presented by A and B at the “Conference on C,” which was held in D on 1-2 May 1990"."""
    for lead in _BY.finditer(flat):
        stop = limit_after(limits, lead.start())
        for end, names in creators_at(flat, lead.end(), stop):
            at = _AT.match(flat, end, stop)
            meeting = QUOTED.match(flat, at.end(), stop) if at else None
            if meeting:
                after = flat[meeting.end() : min(stop, meeting.end() + _ON)]
                dated = next((r for r in readings(after) if r.low.year), None)
                held = _HELD.search(after[: dated.start]) if dated else None
                yield Parts(
                    start=lead.start() - 4 * flat.endswith(("the ", "The "), 0, lead.start()),
                    end=meeting.end() + (dated.end if dated else 0),
                    rule="works/conference",
                    type="paper-conference",
                    names=names,
                    container=title_in(meeting),
                    place=held["place"] if held else "",
                    issued=edtf(dated) if dated else "",
                )
                break
