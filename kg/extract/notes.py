"""Numbered notes, the places they are called from, and the words by which they dispute or correct the source.

Notes may run together in one stream ("…30-31).2 The date"), and their markers may change style half way: a digit, a
superscript, a number in brackets. So all markers that could be one are collected, and the best chain of rising numbers
through them is taken; calls in the text likewise. A number that breaks the chain ("of the lorries (7) two") is none.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from kg.model import Analysis, Dispute, Document, Issue, Note, Span, quote

_SIGNS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN_DIGITS: Final = str.maketrans(_SIGNS, "0123456789")
_SIGN: Final = rf"(?P<sign>[{_SIGNS}]{{1,3}})"
_BRACKET: Final = r"\[(?P<caret>\^)?(?P<bracket>\d{1,3}[a-z]?)\](?!\()(?(caret):?)"  # Markdown: [^1], [^1]:
_HEADING: Final = re.compile(
    r"[^\d\n⁰¹²³⁴⁵⁶⁷⁸⁹\[]{0,60}?[Nn][Oo][Tt][Ee][Ss]:?\**|Примечания:?|Anmerkungen:?", re.IGNORECASE
)
_UNNUMBERED: Final = re.compile(r"(?:\s*\*(?:[ \t]*\*)*[ \t]*(?:Source:[^\n]*)?)+\s*")
"""A line of stars, and the note without a number that says where the document is kept: "* Source: …"."""

_MARKER: Final = re.compile(
    rf"{_SIGN}|{_BRACKET}|(?:(?<=[.!?\"”’)\]»>*sS:])|(?<=\n)[ \t]{{0,20}})"
    r"(?P<plain>\d{1,3}[a-z]?)(?:[.)]?[ \t\u00a0]+(?=\S)|(?=[^\W\d_]))"
)
_CALL: Final = re.compile(
    rf"\((?P<round>\d{{1,3}})\)|{_BRACKET}|{_SIGN}|(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?”\"’)\]])"
    r"|(?<=[\d)\]”\"’…][.,;:…])|(?<=[.,…][)\]”\"’])|(?<=\b(?:1[89]|20)\d\d))"
    r"(?P<glued>\d{1,3})(?=[\s.,;:!?)”\"—]|[A-Z]|\Z)"
)
_AFTER_DAY: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?[ \t]\d\d?(?P<glued>\d{1,3})(?=[\s.,;:)\]])"
    r"(?!,?\s(?:1[89]|20)\d\d)"
)  # March 1131, and not March 11, 1957
_SENTENCE_END: Final = re.compile(r"(?:(?<=\w\w[.!?])|(?<=[)\]”\"’][.!?])|(?<=[.!?][”\"’)]))\s+")
_REACH: Final = 4  # how far a chain of markers may jump
_GAP: Final = 0.9  # what a wide gap costs
_LARGEST: Final = 1024
_JOINED: Final = 0.6  # the weight of a call that is joined to a number
_SURE: Final = 0.9  # the weight of a call that stands as one in another style than the rest

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

Style = Literal["sign", "bracket", "plain", "round", "glued"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that could be a note's marker or a call: its place, its number (and letter), and how sure it looks."""

    start: int
    end: int
    number: int
    letter: str
    style: Style
    weight: float


def notes(document: Document, analysis: Analysis) -> Analysis:
    """Find the numbered notes in the blocks of notes, with their calls in the body."""
    text = document.text
    bodies = [(b.start, b.end) for b in document.blocks if b.kind in {"header", "body"}] or [(0, len(text))]
    found: list[Note] = []
    for block in document.blocks:
        if block.kind == "notes":
            found += _notes_in(text, block.start, block.end, _called(text, bodies))
    calls, strays = _calls(text, bodies, {n.number for n in found})
    seen: set[str] = set()
    placed = []
    for note in found:
        anchor = None if note.number in seen else calls.get(note.number)
        seen.add(note.number)
        placed.append(replace(note, anchor=anchor))
    return replace(analysis, notes=tuple(placed), issues=(*analysis.issues, *_issues(document, placed, strays)))


def _issues(document: Document, found: list[Note], strays: list[Span]) -> Iterator[Issue]:
    for note in found:
        if note.anchor is None:
            yield Issue(
                "note-without-anchor",
                f"Note {note.number} is called from no place that was found.",
                document.source,
                note.marker,
            )
    for span in strays:
        yield Issue(
            "anchor-without-note", f"{span.exact} looks like a call, but there is no such note.", document.source, span
        )


# ------------------------------------------------------------------------------------------------------------ the notes


def _called(text: str, bodies: list[tuple[int, int]]) -> frozenset[int]:
    """Return the numbers that stand in the text as calls do: a note of such a number may follow over a wide gap."""
    calls = (_mark(call) for body in bodies for call in _CALL.finditer(text, *body))
    return frozenset(call.number for call in calls if call)


def _notes_in(text: str, start: int, end: int, called: frozenset[int]) -> Iterator[Note]:
    """Yield the notes of one block."""
    heading = _HEADING.match(text, start, end) or _UNNUMBERED.match(text, start, end)
    start = heading.end() if heading else start
    chain = _chain([m for m in map(_mark, _MARKER.finditer(text, start, end)) if m], start, text, called)
    for mark, following in zip(chain, [*chain[1:], None], strict=False):  # an empty chain has no pairs
        first, last = mark.end, following.start if following else end
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield Note(
                number=f"{mark.number}{mark.letter}",
                marker=quote(text, mark.start, mark.end),
                body=quote(text, first, last),
                rule=f"notes/{mark.style}",
                disputes=tuple(_disputes(text, first, last)),
            )


def _mark(match: re.Match[str]) -> Mark | None:
    style: Style = match.lastgroup  # type: ignore[assignment]
    words = match[style].translate(_PLAIN_DIGITS)
    digits = words.rstrip("abcdefghijklmnopqrstuvwxyz")
    end = match.end(style) if style == "plain" else match.end()
    if style == "plain" and match[0].rstrip()[-1:] in {".", ")"}:
        end += 1
    start = match.start() if style in {"bracket", "round"} else match.start(style)
    return Mark(start, end, int(digits), words[len(digits) :], style, 1.0) if int(digits) else None


def _chain(marks: list[Mark], start: int, text: str, called: frozenset[int]) -> list[Mark]:
    """Return the best chain of rising numbers that begins with the first mark, if that stands where the notes begin."""
    if not marks or text[start : marks[0].start].strip():
        return []
    best: dict[int, tuple[float, int]] = {}
    before: list[int] = []
    for index, mark in enumerate(marks):
        before.append(-1)
        options = _predecessors(best, mark, marks)
        if not options and mark.number in called and text[mark.start - 1 : mark.start] == "\n":
            options = [(score - _GAP, at) for number, (score, at) in best.items() if number < mark.number]
        if not options and index:
            continue
        score, at = max(options, default=(0.0, -1), key=lambda option: (option[0], -option[1]))
        score += 1.0 + 0.2 * (mark.style != "plain") + 0.1 * (at >= 0 and marks[at].style == mark.style)
        if score > best.get(mark.number, (0.0, -1))[0]:
            best[mark.number] = (score, index)
            before[index] = at
    at = max(best.values(), key=lambda option: (option[0], -option[1]))[1]
    chain = []
    while at >= 0:
        chain.append(marks[at])
        at = before[at]
    return chain[::-1]


def _predecessors(best: dict[int, tuple[float, int]], mark: Mark, marks: list[Mark]) -> list[tuple[float, int]]:
    """Return the chains that the mark may continue: from the number before, over a gap, or from its own, lettered."""
    options = []
    for step in range(1, _REACH):
        if mark.number - step in best:
            score, at = best[mark.number - step]
            options.append((score - 0.4 * (step - 1), at))
    if mark.number in best and mark.letter > marks[best[mark.number][1]].letter:
        options.append(best[mark.number])
    return options


# ------------------------------------------------------------------------------------------------------------ the calls


def _calls(text: str, stretches: list[tuple[int, int]], numbers: set[str]) -> tuple[dict[str, Span], list[Span]]:
    """Return the place of each call by number, and what looks like a call of a note that is not there."""
    by_style: dict[Style, list[Mark]] = {"round": [], "bracket": [], "sign": [], "glued": []}
    for start, end in stretches:
        for match in _CALL.finditer(text, start, end):
            if mark := _mark(match):
                by_style[mark.style].append(replace(mark, weight=_weight(text, mark)))
        for match in _AFTER_DAY.finditer(text, start, end):
            by_style["glued"] += [
                Mark(at, match.end("glued"), int(text[at : match.end("glued")]), "", "glued", _JOINED)
                for at in (match.start("glued"), match.start("glued") - 1)
                if text[at - 1].isdigit() and text[at] != "0"
            ]
    by_style["glued"].sort(key=lambda mark: mark.start)
    chains = [(_rising([m for m in marks if f"{m.number}{m.letter}" in numbers]), marks) for marks in by_style.values()]
    chain, marks = max(chains, key=lambda pair: sum(m.weight for m in pair[0]))
    if not chain:
        return {}, []
    strays = [m for m in marks if m.weight == 1 and f"{m.number}{m.letter}" not in numbers and m.style != "glued"]
    near = [m for m in strays if chain[0].number - _REACH < m.number < chain[-1].number + _REACH]
    others = [mark for style, some in by_style.items() if style != chain[0].style for mark in some]
    chain = _filled(chain, others, numbers)
    return {f"{m.number}{m.letter}": quote(text, m.start, m.end) for m in chain}, [
        quote(text, m.start, m.end) for m in near
    ]


def _filled(chain: list[Mark], others: list[Mark], numbers: set[str]) -> list[Mark]:
    """Return the chain with the calls it lacks, or has no better than "of the lorries (7) two", in another style.

    Such a call stands between its neighbours.
    """
    better = {mark.number for mark in others if mark.weight >= _SURE}
    result = [mark for mark in chain if mark.weight >= _SURE or mark.number not in better]
    for mark in sorted(others, key=lambda m: (-m.weight, m.start)):
        at = bisect_left(result, mark.start, key=lambda m: m.start)
        low = result[at - 1].number if at else 0
        high = result[at].number if at < len(result) else _LARGEST
        if mark.weight >= _SURE and low < mark.number < high and f"{mark.number}{mark.letter}" in numbers:
            result.insert(at, mark)
    kept = {mark.number for mark in result}
    return sorted([*result, *(mark for mark in chain if mark.number not in kept)], key=lambda m: m.start)


def _weight(text: str, mark: Mark) -> float:
    """Return how much a number looks like a call: glued to the word before it, after a sentence, or in mid sentence."""
    before = text[max(0, mark.start - 3) : mark.start]
    if mark.style == "glued" and re.search(r"\d[.,;:]?\Z", before):
        return _JOINED  # "405.6" may be a number
    if before and not before[-1].isspace():
        return 1.0
    if before.rstrip()[-1:] in set('.!?:"”’)'):
        return 0.9
    return 0.2


def _rising(marks: list[Mark]) -> list[Mark]:
    """Return the heaviest chain of marks whose numbers rise (a Fenwick tree of the best chain below each number)."""
    tree: list[tuple[float, int]] = [(0.0, -1)] * _LARGEST
    before: list[int] = []
    best = (0.0, -1)
    for index, mark in enumerate(marks):
        position, below = mark.number - 1, (0.0, -1)
        while position > 0:
            below = max(below, tree[position], key=lambda option: option[0])
            position -= position & -position
        before.append(below[1])
        here = (below[0] + mark.weight, index)
        best = max(best, here, key=lambda option: option[0])
        position = mark.number
        while position < _LARGEST:
            tree[position] = max(tree[position], here, key=lambda option: option[0])
            position += position & -position
    chain = []
    at = best[1]
    while at >= 0:
        chain.append(marks[at])
        at = before[at]
    return chain[::-1]


# --------------------------------------------------------------------------------------------------------- the disputes


def _disputes(text: str, start: int, end: int) -> Iterator[Dispute]:
    """Yield the sentences of a note that call the source wrong (disputes) or put something right (corrects)."""
    bounds = [start, *(m.end() for m in _SENTENCE_END.finditer(text, start, end)), end]
    for first, last in pairwise(bounds):
        for kind, pattern in (("disputes", _DISPUTES), ("corrects", _CORRECTS)):
            if pattern.search(text, first, last):
                words = text[first:last].rstrip()
                yield Dispute(kind, quote(text, first, first + len(words)), f"notes/{kind}")  # type: ignore[arg-type]
                break
