"""Who speaks: the turns of a record that marks them by "Cde. X—", "Comrade X:" or "X:".

A turn runs from its label to the next label, agenda heading or resolution; a new paragraph without a label goes on
with it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.labels import BARE_LABEL, LIST_LABEL, LISTS, OUTCOME, TITLED_LABEL, begins_here, bodies, words_of
from kg.extract.namelists import NAME_LIST
from kg.extract.names import LIST_TITLE, OFFICE, TITLE_WORDS
from kg.extract.parties import bare_name
from kg.model import Analysis, Document, Turn, quote

_NO_SPEAKERS: Final = words_of("no_speakers")
_TOGETHER: Final = re.compile(rf"{LIST_TITLE}[ \t]+{NAME_LIST}[ \t]*:")  # several speak with one voice: no turn of one
_LINE_START: Final = re.compile(r"(?:^|[\n\f\r])[ \t\u00a0]*\Z")
_OFFICE: Final = re.compile(OFFICE, re.IGNORECASE)
_FEWEST: Final = 3  # bare labels that a document must have before they count


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    name: tuple[int, int]
    rule: str


def turns(document: Document, analysis: Analysis) -> Analysis:
    """Find the turns of speech, each with the agenda item under which it stands."""
    text = document.text
    found: list[Turn] = []
    for start, end in bodies(document):
        labels = _labels(text, start, end, {item.span.end for item in analysis.agenda})
        stops = sorted(
            [label.start for label in labels]
            + [item.span.start for item in analysis.agenda]
            + [m.start() for m in OUTCOME.finditer(text, start, end) if begins_here(text, m.start())]
            + [m.start() for m in _TOGETHER.finditer(text, start, end) if begins_here(text, m.start())]
            + [end]
        )
        for label in labels:
            last = stops[bisect_left(stops, label.end)]
            first = label.end
            while first < last and text[first].isspace():
                first += 1
            last = first + len(text[first:last].rstrip())
            if first < last:
                item = bisect_right(analysis.agenda, label.start, key=lambda item: item.span.end) - 1
                found.append(
                    Turn(
                        order=len(found) + 1,
                        label=quote(text, label.start, label.end),
                        speaker=quote(text, *label.name),
                        utterance=quote(text, first, last),
                        span=quote(text, label.start, last),
                        rule=label.rule,
                        item=item if item >= 0 else None,
                    )
                )
    return replace(analysis, turns=tuple(found))


def _labels(text: str, start: int, end: int, heading_ends: set[int]) -> list[_Label]:
    """Return the labels in order: those with a title, and bare names where the document uses them again and again."""
    labels = [
        _Label(m.start(), m.end(), m.span("name"), "turns/title")
        for m in TITLED_LABEL.finditer(text, start, end)
        if (begins_here(text, m.start()) or m.start() in heading_ends) and _speaks(m)
    ]
    taken = {label.name[1] for label in labels} | {m.end("label") for m in LIST_LABEL.finditer(text, start, end)}
    bare = [m for m in BARE_LABEL.finditer(text, start, end) if m.end("name") not in taken and _may_be_bare(text, m)]
    counts = Counter(m["name"].casefold() for m in bare)
    if sum(counts.values()) >= _FEWEST and sum(n for n in counts.values() if n > 1) * 2 >= sum(counts.values()):
        known = {text[slice(*label.name)].casefold() for label in labels}
        labels += [
            _Label(m.start("bold") if m["bold"] else m.start("name"), m.end(), m.span("name"), "turns/name")
            for m in bare
            if counts[m["name"].casefold()] > 1
            or m["name"].casefold() in known
            or _LINE_START.search(text[max(0, m.start() - 40) : m.start()])
        ]
    return sorted(labels, key=lambda label: label.start)


def _speaks(match: re.Match[str]) -> bool:
    """Refuse a body ("General Government:"), and a dash after an office: "President X — who had come"."""
    if bare_name(match["name"], 0, len(match["name"])) is None:
        return False
    return match["sign"] in {":", None} or match["title"].rstrip(".").casefold() in {
        "cde",
        "comrade",
        "com",
        "comr",
        "tov",
        "тов",
        "т",
        "mr",
        "mrs",
        "dr",
    }


def _may_be_bare(text: str, match: re.Match[str]) -> bool:
    """Say whether a name and a colon stand where a speaker's label may, and hold no word that opens something else."""
    words = match["name"].casefold().rstrip(".")
    if (
        words in LISTS
        or words.split()[0] in _NO_SPEAKERS
        or words in {w.casefold() for w in TITLE_WORDS}
        or _OFFICE.fullmatch(words)
    ):
        return False
    if bare_name(match["name"], 0, len(match["name"])) != (0, len(match["name"])):
        return False  # a place, a body, an office
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(_LINE_START.search(before)) or before.rstrip(" \t")[-1:] in set('.!?…)”"')
