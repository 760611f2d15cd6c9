"""What the words of a clause leave to others: who did it, who says so, and which of two happenings has the date.

"The talks began on 3 May and were broken off on 7 May", "Lind said that he had come on 3 May", "the bridge built in
1950 was closed".
"""

import re
from collections.abc import Sequence
from typing import Final

from kg.extract.clauses import SAYING, TELLING, antecedent, pieces, trimmed
from kg.extract.event_words import finite_verb, kind_of_clause
from kg.extract.within import Stretch, holding
from kg.model import Span, quote

_ADVERBS: Final = re.compile(
    r"(?:(?:also|then|later|thereafter|subsequently|soon|finally|only|still|already|again|never|not|even|[a-z]+ly)\s)*"
)
_PREPOSITION: Final = "in|on|at|by|to|from|after|before|during|until|for|with|without|despite|upon|following|according"
_ADVERBIAL: Final = re.compile(rf"(?:{_PREPOSITION})\b", re.IGNORECASE)
_BESIDE: Final = re.compile(
    rf"(?:{_PREPOSITION}|since|when|while"
    r"|where|which|who|whom|whose|because|although|though|as|if|however|therefore|moreover|meanwhile|later|today"
    r"|yesterday|led|headed)\b",
    re.IGNORECASE,
)
"""Words that open a piece which is no subject: an adverbial, a relative clause, a participle."""
_ON: Final = re.compile(r"(?:on|in|by|at|from|since|during)\s(?:the\s)?", re.IGNORECASE)
_GAP: Final = re.compile(r"[\s,]*")
_PRONOUN: Final = re.compile(r"(?:he|she)\s")
_SAYS_AT_END: Final = re.compile(
    rf"\b(?:{SAYING})(?:\s(?:me|us|him|her|them))?,?\s*\Z"
    rf"|\b(?:{TELLING})\b[^,;:]{{0,40}}\sthat\s*\Z",
    re.IGNORECASE,
)
_LONGEST: Final = 90  # code points of a subject that a label can bear
_FOLLOWS: Final = re.compile(r"\s(?:also\s|already\s|not\s|then\s)?\Z")
_REDUCED: Final = re.compile(
    r"(?<=\s)(?P<noun>(?:the|an?|his|her|its|their|our|your|my|some|any|another|two|three|several)\s(?:(?!(?:of|to|on|with|for|in)\s)[\w’'-]+\s){1,5}?)"
    r"(?P<participle>[a-z]{3,}ed|made|held|sent|given|taken|written|brought|built|lost|shot|drawn|begun|set\sup)\s"
    r"(?:(?:in|at|to|from|for)\s(?:[\w’'.-]+\s){1,3}?)?(?:(?:on|in|by|since)\s(?:the\s)?)?\Z"
)
_AUXILIARY: Final = re.compile(r"\b(?:had|has|have|was|were|is|are)\s(?:(?:on|in|at|for|since|by|during)\s[\w\s]*)?\Z")
_CONTACT: Final = re.compile(
    r"(?<=\s)(?:the|those|all|an?)\s(?:[\w’'-]+\s){1,3}?(?:they|he|she|we|it)\s(?:had\s)?[a-z]+ed\s(?:(?:on|in|by|since)\s(?:the\s)?)?\Z"
)
"""A thing and what was done to it: "the towns they occupied on 4 May"."""
_TO_BE: Final = re.compile(
    r"(?<=\s)(?:the|an?|another|their|our|his)\s(?:(?!(?:of|to|on|with|for|in)\s)[\w’'-]+\s){1,4}?to\s"
    r"(?:be\s(?:held|made|given|sent|[a-z]+ed)|take\splace|open|begin)\s(?:(?:in|at)\s[A-Z]\w+\s)?"
    r"(?:(?:on|in|by)\s(?:the\s)?)?\Z"
)
"""Something that is to be: "about a meeting to be held on 4 May"."""
_NOBODY: Final = frozenset({"there", "it", "this", "that", "what"})
_DOING: Final = frozenset({"visit", "conversation", "speech"})  # kinds whose verbs are active: "returned to Riga"
_PASSIVE: Final = re.compile(r"(?:[a-z]+ly\s)?[a-z]+ed\s(?:by|on|in|at|from|to|of|for|about|outside|near|during)\b")
_OF_IT: Final = re.compile(r"(?:[a-z’'-]+\s){1,2}(?:of|on|for|to|with|against)\s\Z")
_APPOSED: Final = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+,\s*\Z")  # what stands behind a name and a comma
_WHO: Final = re.compile(r"\s(?:who|which|that)(?:\s[a-z]+)?\s*\Z")
_SUBJECT_NEXT: Final = re.compile(r"\b(?:he|she|it|they|we|I|who|which)\s\Z")  # "he yesterday learned"
_TURNED: Final = re.compile(
    r"\b(?:was|were|is|are|had|has|have)\s(?:(?!(?:[a-z]+ed|[a-z]+en|made|held|sent|set|put|built)\b)[\w’'-]+\s){0,6}\Z"
)
"""An auxiliary before its subject: "only then was the head of the guild removed"."""
_NO_NOUN: Final = re.compile(
    r"\b(?:was|were|is|are|be|been|being|had|has|have|and|or|not|who|which|that|to|of|he|she|they|it|I|we|you|also"
    r"|[a-z]+ly)\s\Z"
)


def inner_clause(text: str, start: int, end: int, date: Stretch) -> Stretch:
    """Return what is told inside a clause about the thing that the date belongs to, else the clause.

    "A similar offer made on 4 May had been rejected" and "the ship that came on 4 May has left" tell of the making
    and the coming on that day; "they cut off the credits granted last year" tells of the granting.
    """
    after = finite_verb(text, date[1], end)
    if (
        finite_verb(text, start, date[0]) >= 0
        and after >= 0
        and _FOLLOWS.fullmatch(text[date[1] : after])
        and not re.match(r"\W*(?:on|in|at)\b", text[start : date[0]], re.IGNORECASE)
        and not _SUBJECT_NEXT.search(text, start, date[0])
        and not (text[after:end].split(maxsplit=1)[0].endswith("ed") and _AUXILIARY.search(text[start : date[0]]))
    ):
        return start, date[1]
    if coming := _TO_BE.search(text, start, date[0]):
        return coming.start(), date[1]
    contact = _CONTACT.search(text, start, date[0])
    if contact and finite_verb(text, start, contact.start()) >= 0:
        return contact.start(), date[1]
    reduced = _REDUCED.search(text, start, date[0])
    if (
        reduced
        and not _NO_NOUN.search(reduced["noun"])
        and finite_verb(text, *reduced.span("noun")) < 0
        and finite_verb(text, start, reduced.start()) >= 0
        and not _TURNED.search(text[start : reduced.start()])
    ):
        return reduced.start(), date[1]
    return start, end


def subject_of(text: str, start: int, end: int, sentence: Stretch, closed: Sequence[Stretch]) -> Span | None:
    """Return the subject of a clause that begins with its verb, from before it in the sentence."""
    verb = finite_verb(text, start, end)
    opening = _past(_ADVERBS, text, _opening(text, start, end, closed))
    aside = _ADVERBIAL.match(text, opening) and text[opening:verb].rstrip().endswith(",")  # "in the evening, left"
    if verb < 0 or (opening < verb and not aside):
        return None
    passive = _PASSIVE.match(text, start) if start == verb else None
    if passive and kind_of_clause(passive[0]) not in _DOING and (owner := _just_before(text, sentence[0], start)):
        return owner
    for piece in reversed([p for p in pieces(text, *sentence, closed) if p.end <= start]):
        low, high = trimmed(text, piece.start, piece.end)
        begins = _opening(text, low, high, closed)
        apposed = not piece.strong and _APPOSED.search(text[max(sentence[0], low - 40) : low])
        relative = _WHO.search(text[begins : max(piece.verb, begins)])
        if apposed and (piece.verb < 0 or relative) and not _BESIDE.match(text, low):
            continue  # what it is said of stands before it
        if piece.verb < 0 and not _BESIDE.match(text, low):
            found = low, high
        elif relative:
            found = begins, begins + relative.start()
        elif piece.verb >= 0 and begins < piece.verb and not _BESIDE.match(text, begins):
            found = begins, begins + len(text[begins : piece.verb].rstrip())
        elif piece.strong:
            return None
        else:
            continue
        told = 1 < found[1] - found[0] < _LONGEST and text[slice(*found)].lower() not in _NOBODY
        return quote(text, *found) if told else None
    return None


def _just_before(text: str, low: int, start: int) -> Span | None:
    """Return the thing that a participle behind a comma or in brackets tells of: "the law, enacted on 4 May"."""
    low = max(low, start - 80)
    words = text[low:start].rstrip()
    if words[-1:] not in {",", "("}:
        return None
    words = words.rstrip(" ,(”\"’'")
    begins = antecedent(words)
    if begins < 0:
        return None
    wider = _OF_IT.search(words[:begins]) if words[begins].isupper() else None
    return quote(text, low + (wider.start() if wider else begins), low + len(words))


def _opening(text: str, start: int, end: int, closed: Sequence[Stretch]) -> int:
    """Return where a clause begins behind the date that opens it: "On 4 May the …"."""
    date = holding(closed, _past(_ON, text, start))
    return start if date is None or date[1] >= end else _past(_GAP, text, date[1])


def _past(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where what the pattern matches at an offset ends; the offset where it matches nothing."""
    match = pattern.match(text, start)
    return match.end() if match else start


def teller_of(text: str, start: int, sentence: Stretch, closed: Sequence[Stretch]) -> Span | None:
    """Return the words before that say who tells of himself: "Lind", of "Lind said that he …"."""
    if not _PRONOUN.match(text, start):
        return None
    before = [p for p in pieces(text, *sentence, closed) if p.end <= start]
    if not before or before[-1].verb < 0 or not _SAYS_AT_END.search(text, before[-1].start, start):
        return None
    low, _ = trimmed(text, before[-1].start, start)
    return quote(text, low, before[-1].verb) if low < before[-1].verb and start - low < _LONGEST else None
