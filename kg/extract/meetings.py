"""Who met, where no list says so: the two sides in a title, and the people whom a record tells of meeting.

"Record of Conversation between A and B", "Meeting with C", "A's Meeting with B"; in a diary or a record, "I received
…", "was visited by …", "D told me", "E and F took part", and the narrator himself.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.labels import bodies
from kg.extract.namelists import NAME_LIST, flat, names_at
from kg.extract.names import NAME, NOT_IN_WORD, TITLES
from kg.extract.parties import bare_name, heading, people_in
from kg.extract.roles import roles
from kg.model import Analysis, Document, Participation, quote
from kg.read.date_forms import MONTH

_KIND: Final = (
    r"(?:[Cc]onversations?|CONVERSATION|[Mm]eetings?|[Tt]alks?|[Cc]onference|[Dd]iscussions?|[Ii]nterview|[Nn]egotiations|[Aa]udience"
    r"|[Rr]eception|[Cc]onsultations?)"
)
_BETWEEN: Final = re.compile(
    rf"(?:(?P<whose>[^,:;]{{2,80}}?)['’]s?\]?\s+(?:[A-Z]\w+\s+)?)?{_KIND}\s+(?:[a-z]+\s+)?(?:[Bb]etween|of|[Ww]ith)\s+"
)
_TAIL: Final = re.compile(
    r"\s*(?:\[|,\s[“‘\"']|\(Excerpt|\s(?:on|at|about|re|concerning|regarding|for|during|held|in\s+the)\s(?=\w)|,\s(?:at|on|in|held)\s|,\s\d)"
)
_RECORD: Final = re.compile(
    r"\b(?:[Jj]ournal|JOURNAL|[Dd]iary|DIARY|[Rr]ecord of|[Mm]emorandum of|[Nn]otes? (?:on|of|from)|[Mm]inutes of"
    r"|[Rr]eport (?:on|of|about|from) (?:the|a) (?:Conference|Congress|Session|Meeting|Talks|Negotiations))\b"
)

_WE: Final = r"(?<![A-Za-z])(?:I|[Ww]e)[ \t](?:also[ \t]|then[ \t]|again[ \t]|today[ \t])?"
_MET: Final = (
    r"(?:received|visited|saw|met[ \t]with|met|called[ \t]on|talked[ \t](?:to|with)|spoke[ \t](?:to|with)"
    r"|had[ \t]an?[ \t](?:\w+[ \t])?(?:talk|conversation|meeting)[ \t]with)[ \t]"
)
_OFFICE_OF: Final = (
    rf"(?:the[ \t])?(?:(?:{TITLES})[ \t]of[ \t](?:the[ \t])?[A-Z]\w+(?:[ \t][A-Z]\w+)??[ \t](?={NAME}))?"
)
_TELLS: Final = (
    r"(?:(?:told|asked|informed|handed|showed|gave|reminded|answered|assured|congratulated|thanked|interrupted|invited)"
    r"[ \t](?:me|us)"
    r"|(?:reported|said|replied|complained|explained|came|came[ \t]up|spoke|objected)[ \t]to[ \t](?:me|us)|and[ \t]I)\b"
)
_SHARED: Final = r"(?:walk|talk|drive|lunch|luncheon|dinner|supper|breakfast|game)"
_NAMES: Final = (
    rf"{NOT_IN_WORD}(?P<names>{NAME_LIST})(?:,[^.;,]{{3,60}},|,|[ \t](?:of|from)[ \t][^.;,:]{{3,50}}?"
    r"|[ \t]\([^().]{3,40}\))?[ \t]"
)
_FIRST_PERSON: Final = (
    re.compile(_WE + _MET + _OFFICE_OF),
    re.compile(
        r"(?:\b(?:I|[Ww]e|[Tt]oday)[ \t]|(?<=[.\n])\s?)(?:[Ww]as|[Ww]ere|had[ \t]been)[ \t]"
        r"(?:visited|received|met)[ \t]by[ \t]"
    ),
    re.compile(_NAMES + _TELLS),
    re.compile(rf"\b[Aa][ \t]{_SHARED}[ \t](?:[a-z]+[ \t]){{0,4}}with[ \t]"),
    re.compile(_NAMES + r"(?:sat|stood[ \t]up|was[ \t]silent|proposed[ \t]a[ \t]toast|took[ \t]the[ \t]floor)\b"),
    re.compile(r"\b(?:[Ff]rom|[Oo]n)[ \t](?:our|their)[ \t]side[ \t](?:there[ \t])?(?:was|were)[ \t]"),
)
_CONVERSATION_WITH: Final = re.compile(
    rf"\b{_KIND}[ \t](?:with[ \t](?:me|us)|took[ \t]place[ \t]with)"
    rf"(?:[ \t]on[ \t][\w ]{{3,30}}?)?[ \t](?=[A-Zc])(?!{MONTH})"
)
_THIS: Final = rf"(?:[ \t](?:(?:in|at)[ \t])?(?:the|this|our)[ \t]{_KIND})?(?=[ \t]*(?:[.;,)\n]|\Z|from\b|on[ \t]))"
_SESSION: Final = r"(?:conference|congress|session|meeting|sitting|negotiations|talks|discussion|plenum)"
_TOOK_PART: Final = (
    re.compile(
        rf"{NOT_IN_WORD}(?P<names>{NAME_LIST}(?:,?[ \t]as[ \t]well[ \t]as[ \t](?:the[ \t])?(?:[a-z]+[ \t])?{NAME})?)"
        r",?[ \t](?:also[ \t]|both[ \t])?"
        rf"(?:took[ \t]part|participated|attended|(?:were|was)[ \t](?:also[ \t])?present){_THIS}"
    ),  # here; "took part in the talks with the Poles" tells of another meeting
    re.compile(
        rf"\b[Tt]he[ \t]{_SESSION}[ \t]was[ \t](?:opened|closed|chaired|led|attended|addressed)"
        r"(?:[ \t](?:on|at)[ \t][^.,;]{1,20}?)?[ \t]by[ \t]"
    ),
    re.compile(
        _NAMES
        + r"spoke[ \t](?:first|last|next|again|once|twice|three|four|five|after|before|against|for|in[ \t]favou?r)\b"
    ),
)
_SELF: Final = re.compile(
    r"(?<![\w.“\"])I[ \t]"
    r"(?:said|asked|replied|answered|told|thanked|remarked|noted|explained|informed|promised|received)\b"
)
_BY_ITS_AUTHOR: Final = re.compile(r"\b(?:Record|Memorandum|Memcon|Notes?|Minutes) of [^,]{0,60}?,? by\s")
_YEAR_BEFORE: Final = re.compile(r"\b[Ii]n[ \t](?:\w+[ \t])?\d{4},?[ \t]\Z")  # "In 1946 A took part in other talks"


def meetings(document: Document, analysis: Analysis) -> Iterator[Participation]:
    """Yield the people whom the title or the telling of a conversation shows to be present."""
    yield from _title(document)
    title = heading(document)
    record = title is not None and bool(_RECORD.search(document.text, *title) or _BETWEEN.search(document.text, *title))
    patterns: dict[str, tuple[re.Pattern[str], ...]] = {
        "met": _FIRST_PERSON if record and not analysis.turns else (),
        "conversation": (_CONVERSATION_WITH,),
        "took-part": _TOOK_PART if record else (),
    }
    told = [part for rule, some in patterns.items() for pattern in some for part in _told(document, rule, pattern)]
    yield from told
    if any(part.rule in {"meetings/met", "meetings/conversation"} for part in told) or (
        title is not None
        and _BETWEEN.search(document.text, *title)
        and (_BY_ITS_AUTHOR.search(document.text, *title) or _narrates(document, analysis))
    ):
        for role in roles(document, analysis).roles:
            if role.role == "author":
                yield Participation("present", role.agent, role.agent, "meetings/narrator")


def _narrates(document: Document, analysis: Analysis) -> bool:
    """Say whether somebody tells of the meeting as "I", where no turns show others to say so."""
    return not analysis.turns and any(_SELF.search(document.text, start, end) for start, end in bodies(document))


def _title(document: Document) -> Iterator[Participation]:
    """Yield the people between whom the title says there was a conversation or meeting."""
    title = heading(document)
    match = _BETWEEN.search(document.text, *title) if title else None
    if title is None or match is None:
        return
    tails = [*(tail.start() for tail in _TAIL.finditer(document.text, match.end() + 2, title[1])), title[1]]
    rows = (people_in(document.text, match.end(), tail) for tail in tails)  # "the Consul in the Delta, A, and B"
    names = next(filter(None, rows), [])
    if match["whose"]:
        names = [*people_in(document.text, *match.span("whose")), *names]
    for name in names:
        span = quote(document.text, *name)
        yield Participation("present", span, span, "meetings/title")


def _told(document: Document, rule: str, pattern: re.Pattern[str]) -> Iterator[Participation]:
    """Yield the people named by the pattern's group, or right after it, in the body."""
    text = document.text
    for start, end in bodies(document):
        for match in pattern.finditer(flat(text), start, end):
            if _YEAR_BEFORE.search(text, max(0, match.start() - 24), match.start()):
                continue
            stretch = match.span("names") if "names" in pattern.groupindex else (match.end(), end)
            for first, last in names_at(text, *stretch):
                if name := bare_name(text, first, last):
                    yield Participation(
                        "present",
                        quote(text, *name),
                        quote(text, match.start(), max(match.end(), last)),
                        f"meetings/{rule}",
                    )
