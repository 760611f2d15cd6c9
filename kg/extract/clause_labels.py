"""What a happening is called: its clause in one line, without the date that opens or closes it."""

import re
from typing import Final

from kg.extract.event_words import finite_verb
from kg.model import DateMention

_LONGEST: Final = 110  # code points
_OPENING: Final = re.compile(
    r"(?:(?:(?:(?:in|to|by|for|of|from|at|on|under|with|through|during|after|before)\s+)?(?:which|whom)|regarding"
    r"|concerning|(?:of\s+(?:this|that|the\s+same)\s+year,)|(?:as\s+(?:to|for)|based\s+on|according\s+to|in\s+accordance\s+with|pursuant\s+to|accordingly)|who|that|when|while|whereas|because(?!\s+of)|although|though|if|as|then|and|but|what|how|why|where"
    r"|since(?!\s(?:the|then|that|his|her|its|their|\d|[A-Z])))\s+)+(?=\S+\s\S)",
    re.IGNORECASE,
)
"""Words that join a clause to another: by itself it can do without them."""
_SUBORDINATE: Final = re.compile(r"(?:when|while|whereas|because|although|though|if|as|since)\s", re.IGNORECASE)
_PREPOSITION: Final = re.compile(
    r"(?:^|\s)(?:(?:late|early)\s)?(?:on|in|by|at|from|since|until|before|after|during|for|dated|around|about|under"
    r"|as\s+of)(?:\s+the)?(?:\s+(?:last|next))?\s*\Z|\s(?:last|next)\s*\Z",
    re.IGNORECASE,
)
_NEEDED: Final = re.compile(
    r"\b(?:of|than|and|or|to|between|with|as|within|over|like|till|including|later|earlier)(?:\sthe)?\s*\Z"
)
"""Words before a date that say nothing without it: "in the spring of 1956"."""
_HOUR: Final = re.compile(
    r"\A(?:morning|afternoon|evening|night)\s(?=[A-Z][a-z])|\A(?:(?:morning|afternoon|evening|night)\s)?(?:at\s)?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?,?\s+"
)
_NOTE: Final = re.compile(
    r"(?<=[,”\"]\s)\d{1,3}\s(?=[a-z]+ed\s|had\s|was\s|were\s)|(?<=\d),\d{1,2}(?=\swhich\b)|[⁰¹²³⁴-⁹]+|(?<=[a-z]{3})\d{1,3}(?=[\s,])"
)
"""The number of a note called in the middle of a clause."""


def clause_label(text: str, start: int, end: int, date: DateMention, *, whole: bool = False) -> str:
    """Return the clause in a line; its date is left out where it opens or closes it or stands in brackets.

    `whole`: the words need their date: "the credits granted last year".
    """
    before, after = text[start : max(start, date.span.start)], text[min(end, date.span.end) : end]
    bare = _PREPOSITION.sub(" ", before)
    closes = not after.strip(" ,.)]") and not _NEEDED.search(before)
    words = text[start:end]
    if whole:
        pass
    elif before.rstrip().endswith("(") and after.startswith(")"):
        words = before.rstrip()[:-1] + after[1:]
    elif start <= date.span.start and (closes or not bare.strip(" ,")) and not after.startswith(("'s", "’s")):
        words = f"{bare} {after}"
    words = _in_line(words)
    opens = _OPENING.match(words)
    if opens and not (_SUBORDINATE.match(words) and _main_clause(words)):
        words = _in_line(words[opens.end() :])
    if words.count(" ") < 2:
        words = _in_line(text[start:end])
    words = shortened(words, _LONGEST)
    return words[:1].upper() + words[1:]


def _main_clause(words: str) -> bool:
    """Say whether a clause follows behind a subordinate one: "when it rained, the guild paid"."""
    _, comma, rest = words.partition(", ")
    return bool(comma) and finite_verb(rest, 0, len(rest)) >= 0


def _in_line(words: str) -> str:
    """Return words in one line, without marks of emphasis, numbers of notes and loose marks at the ends."""
    line = " ".join(_NOTE.sub("", words.replace("*", "")).split()).strip(" ,;:.")
    line = _HOUR.sub("", line)
    line = line[1:] if line[:1] in "[]" and line.count("[") != line.count("]") else line
    line = line[:-1] if line[-1:] == "[" else line
    line = line.replace("] ", " ", 1) if line.count("]") > line.count("[") else line
    return re.sub(r"\s+([,;:.)])", r"\1", line.strip(" ,;:."))


def with_subject(label: str, subject: str, gap: str) -> str:
    """Return the label of a clause with its subject and what is between them: "The talks … were broken off"."""
    join = ", " if gap.strip(" \n") in {",", "("} else " … "
    words = shortened(f"{_in_line(subject)}{join}{label[:1].lower()}{label[1:]}", _LONGEST)
    return words[:1].upper() + words[1:]


def shortened(words: str, longest: int) -> str:
    """Return words of at most about so many code points, cut behind a whole one."""
    return words if len(words) <= longest else words[:longest].rsplit(" ", 1)[0].rstrip(" ,;:(") + "…"
