"""Who took part in the document's own event, and how: present, absent, chair, invited, speaker, discussant, assigned.

Lists after a label ("Present: Cdes. A, B and C"), people in brackets after an item's heading, people given a task
("D and E are to …", "charges Cde. F to …"), those who speak, and those whom `kg.extract.meetings` finds.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.attendance import lines_of_names
from kg.extract.labels import LIST_LABEL, LISTS, begins_here, bodies
from kg.extract.meetings import meetings
from kg.extract.namelists import NAME_LIST, names_at
from kg.extract.names import NAME, NOT_IN_WORD
from kg.extract.parties import bare_name
from kg.extract.roles import roles
from kg.model import Analysis, Document, Participation, quote

_TASKS: Final = {
    # speech is no task: "Cde. A is to say that …" tells what he will say
    "task": re.compile(
        rf"{NOT_IN_WORD}(?P<names>{NAME_LIST})[ \t]+(?:is|are)[ \t]+to[ \t]+(?!(?:say|speak|blame|be)\b)(?=[a-z])"
    ),
    "charge": re.compile(
        r"\b(?:[Cc]harges?|[Ii]nstructs?|[Ee]ntrusts?|[Cc]ommissions?|[Aa]ssigns?|[Tt]asks?|[Oo]bliges?|[Oo]rders|[Dd]irects"
        rf"|[Dd]elegates?|[Aa]ppoints?|[Aa]uthori[sz]es?|[Rr]equests)[ \t]+(?P<names>{NAME_LIST})[ \t]+(?:to|with)\b"
    ),
    "task-of": re.compile(
        r"\b(?:[Tt]o[ \t]+be[ \t]+(?:watched[ \t]+over|written|drafted|prepared|supervised|carried[ \t]+out|done"
        r"|submitted|drawn[ \t]+up|checked|edited|signed)[ \t]+by|[Rr]esponsible|[Rr]esponsibility"
        rf"|[Cc]arried[ \t]+out[ \t]+by)[ \t]*:?[ \t]*(?P<names>{NAME_LIST})"
    ),
}
_WERE_PRESENT: Final = re.compile(
    r"(?<![A-Za-z])(?:(?:Also|Those|The[ \t]following)[ \t])?"
    r"(?:[Pp]resent|[Ii]n[ \t]attendance|[Tt]aking[ \t]part|[Pp]articipating)"
    r"(?:[ \t](?:at|in|from|on)[ \t][^.,:;\n]{3,60}?)?[ \t](?:were|was|are)\b,?[ \t]*:?[ \t]*"
)
"""A list of those present as a sentence: "Also present were, on the Polish side, …"."""
_FOLLOWING: Final = re.compile(
    r"\b[Tt]he[ \t]following(?:[ \t][a-z]+){0,3}?[ \t]"
    r"(?:took[ \t]part|participated|attended|were[ \t](?:also[ \t])?present)[^:\n.]{0,60}:[ \t]*"
)
_CHAIRED: Final = re.compile(
    r"\b(?:was|is)[ \t](?:opened[ \t]and[ \t])?(?:chaired|presided[ \t]over)[ \t]by[ \t]"
    r"|\bin[ \t]the[ \t]chair(?:[ \t]was)?[ \t,:]+(?=[A-Z])"
)

_IN_CHAIR: Final = re.compile(rf"(?P<name>{NAME})(?:,[^()\n]{{0,20}})?[ \t]*\([Ii]n[ \t]the[ \t][Cc]hair\)")
_UNDERSIGNED: Final = re.compile(r"\bthe[ \t]undersigned\b")
_IN_BRACKETS: Final = re.compile(r"[ \t]*(?:\(\d{1,3}\))?[ \t]*\((?=[^()]{3,300}\))")


def participants(document: Document, analysis: Analysis) -> Analysis:
    """Find who took part in the document's own event."""
    text = document.text
    found = [*_headings(text, analysis), *_speakers(analysis), *meetings(document, analysis)]
    for start, end in bodies(document):
        found += [
            *_lists(text, start, end),
            *_lines(text, start, end),
            *_told_present(text, start, end),
            *_in_chair(text, start, end),
        ]
        if _UNDERSIGNED.search(text, start, end):
            makers = [role.agent for role in roles(document, analysis).roles if role.role == "author"]
            found += [Participation("present", maker, maker, "participants/undersigned") for maker in makers]
        if analysis.agenda or analysis.turns:  # elsewhere "A is to …" tells of plans, not of decisions
            ends = [item.span.end for item in analysis.agenda]
            found += _tasks(text, start, end, ends)
    once = {(part.person.start, part.role): part for part in reversed(found)}
    return replace(analysis, participations=tuple(once[key] for key in sorted(once)))


def _lists(text: str, start: int, end: int) -> Iterator[Participation]:
    """Yield those listed after a label."""
    for match in LIST_LABEL.finditer(text, start, end):
        if begins_here(text, match.start()):
            role = LISTS[" ".join(match["label"].lower().split())]
            for name in names_at(text, match.end(), end):
                span = quote(text, *name)
                yield Participation(role, span, span, "participants/list")


def _lines(text: str, start: int, end: int) -> Iterator[Participation]:
    """Yield those to whom a list gives a line each."""
    for role, name in lines_of_names(text, start, end):
        yield Participation(role, quote(text, *name), quote(text, *name), "participants/lines")


def _told_present(text: str, start: int, end: int) -> Iterator[Participation]:
    """Yield those whom a sentence lists as present."""
    for role, pattern in (("present", _WERE_PRESENT), ("present", _FOLLOWING), ("chair", _CHAIRED)):
        for match in pattern.finditer(text, start, end):
            for name in names_at(text, match.end(), end)[: 1 if role == "chair" else None]:
                span = quote(text, *name)
                yield Participation(role, span, span, "participants/sentence")


def _in_chair(text: str, start: int, end: int) -> Iterator[Participation]:
    """Yield those whom a list marks as in the chair."""
    for match in _IN_CHAIR.finditer(text, start, end):
        if name := bare_name(text, *match.span("name")):
            span = quote(text, *name)
            yield Participation("chair", span, span, "participants/lines")


def _headings(text: str, analysis: Analysis) -> Iterator[Participation]:
    """Yield those who stand in brackets after the heading of an item: they discussed it."""
    for item in analysis.agenda:
        if match := _IN_BRACKETS.match(text, item.span.end):
            for name in names_at(text, match.end(), text.index(")", match.end())):
                span = quote(text, *name)
                yield Participation("discussant", span, span, "participants/heading")


def _tasks(text: str, start: int, end: int, headings: list[int]) -> Iterator[Participation]:
    """Yield those who are given something to do; a list does not begin in the heading before it."""
    for rule, pattern in _TASKS.items():
        for match in pattern.finditer(text, start, end):
            first, last = match.span("names")
            for name in names_at(text, max([first, *(each for each in headings if first < each < last)]), last):
                yield Participation("assigned", quote(text, *name), quote(text, *match.span()), f"participants/{rule}")


def _speakers(analysis: Analysis) -> Iterator[Participation]:
    """Yield those who speak, at each of their labels."""
    for turn in analysis.turns:
        yield Participation("speaker", turn.speaker, turn.label, "participants/speaker")
