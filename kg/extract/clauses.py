"""Clauses: which part of a sentence says what happened at a date.

No grammar is parsed. A sentence is cut into pieces at punctuation and at the words that open a clause; the piece that
holds the date then takes in its neighbours until it has a verb. Offsets are code points into the untouched text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kg.extract.event_words import finite_verb
from kg.extract.within import Stretch, holding

_SHORT: Final = (
    "Cde Cdes cde cdes comr Comr Comrs comrs Com com Mr Mrs Ms Messrs Dr St No Nos cf vol Vol vols "
    "pp op ed eds cit Gen gen Col Lt Capt Maj Adm Prof "
    "Gov Sen Rep Yu Ya Ye Ch Kh Sh Zh Ts Jr Sr тов гр Tov tov approx Dept dept Jan Feb Mar Apr Jun "
    "Jul Aug Sept Sep Oct "
    "Nov Dec et al i.e e.g U.S U.N U.K a.m p.m art Art ca"
)
_NOT_SHORT: Final = (
    "".join(rf"(?<!\b{re.escape(word)})" for word in sorted(_SHORT.split()))
    + r"(?<!\b[A-ZА-Я])(?<! c)(?<!Cde)(?<!Cdes)"
)
_MARK: Final = rf"(?:(?=\.){_NOT_SHORT}\.(?!(?<=\bno\.)\s\d|(?<=\bnos\.)\s\d)|[!?…])"  # "telegram no. 12"
_SENTENCE: Final = re.compile(
    rf"{_MARK}[\"”’»)\]]{{0,3}}(?=\s|(?<!\d\.)[\[(]?\d|[⁰¹²³⁴-⁹]|\Z)(?!\s{{0,9}}[a-zа-я])"  # or a note's number
    rf"|{_MARK}[\"”»)]{{0,2}}(?=[“\"«(\[]?[A-ZА-Я])"  # glued to the next
    r"|(?<=[A-Z]\.[A-Z])\.(?=\s(?:On|In|The|At|He|She|It|They|This|These|We|But|However|After|Before)\s)"
    r"|\n[ \t]{0,99}\r?\n|\f|(?<=\d)(?=[A-Z][a-z]{2})"  # a paragraph, a page, a number glued to a word
)
_SHORT_LINE: Final = re.compile(r"^[^\n]{1,40}(?P<mark>\n)(?![ \t]{0,20}[a-zа-я])", re.MULTILINE)
"""A line too short to have been broken by the page's width."""

SAYING: Final = (
    "said|says|stated|believes|believed|thinks|thought|knew|claimed|told me|told us|told him|told her|told them"
    "|informed me|informed him|informed us|feared|hoped|hopes|heard|confirmed|noted|replied|remarked|learned|answered"
)
TELLING: Final = f"{SAYING}|told|informed|reported|indicated|added|recalled|explained|mentioned"
_AFTER_SAYING: Final = "|".join(rf"(?<=\b{words})" for words in SAYING.split("|"))
"""Behind these words a clause may begin without "that"."""
_CUT: Final = re.compile(
    r";|(?<!\d):(?!\d)|--|—|(?<=\s)[–-](?=\s)|\((?=[^()]{18})|(?<=[^()]{18})\)|(?<![\w)])\d{1,2}\)(?=\s)"
    r"|,(?=[”\"]?\s)"
    r"|\s(?=(?:(?:in|to|by|for|of|from|at|on|under|with|through|during|after|before)\s)?(?:which|whom)\s)"
    rf"|(?:{_AFTER_SAYING})\s(?!(?:that|to|and|in|on|at|so|of|about)\s)"
    r"|\s(?=(?:who|whose|where|when|while|whereas|because|although|though|since|after|before|until|as|if|but|and|or|what|how|why|whether)\s|that[\s,])"
)
_STRONG: Final = frozenset(";:—–-()")
_PAUSE: Final = re.compile(r"[,;:()—]")
_RELATIVE: Final = re.compile(r"(?:which|who|that)\s", re.IGNORECASE)
_TO_SAY: Final = re.compile(
    r"\bto\s(?:report|say|state|add|note|confirm|announce|point\sout|learn|hear|inform\s\w+)\Z|\b(?:note|reports|claims|states|notes|requests|demands|hopes|plans|replies)\Z"
)
_THAT_TIME: Final = re.compile(
    r"that\s(?:time|day|date|year|month|week|moment|night|period|end|effect|respect|regard|point|purpose|reason|way|case)\b"
)
_HE_DOES: Final = re.compile(r"[a-z]+\s(?:he|she|it)\s[a-z]+s\s")  # "when he visits Riga"
_HELD: Final = re.compile(
    r"\s*(?:At|In|During|With|Under)\s(?:[\w’'-]+\s){1,6}?(?:held|signed|issued|published|delivered|made|given)\s(?:in\s\w+\s)?on\s\Z"
)
"""A piece that opens a sentence and has a participle for its only verb: "At a meeting held on 4 May"."""
_SAID: Final = re.compile(rf"\b(?:{TELLING}|points?\sout|pointed\sout)\b[^,;:]{{0,40}}\Z")
_AND_THEN: Final = re.compile(r"(?:and|but)\s(?:then\s)?(?:on|in|at|by)\s(?:the\s)?")
_UP_TO_DATE: Final = re.compile(r"(?:since|after|before|until)\s(?:the\s)?")
_ANTECEDENT: Final = re.compile(
    r"(?<![\w’'-])(?:[A-ZÀ-Ž][\w.-]*['’]s?\s[\w’'-]+|(?i:the|a|an|this|that|his|her|its|their|our|my|your|other)\s(?:[\w’'-]+\s){0,7}[\w’'-]+|[A-ZÀ-Ž][\w’'-]*(?:\s[A-ZÀ-Ž][\w’'-]*){0,3}|[a-z][\w’'-]{3,})\Z"
)
_LOOSE: Final = re.compile(r"(?:,\d{1,3}(?=\s)|[,\s⁰¹²³⁴-⁹])*\Z")  # before "which"; a note may be called there
_JOINED: Final = re.compile(r"\s(?:of|dated|from|on|in)\Z")
_SUBORDINATE: Final = re.compile(r"\s*(?:who|which|whose|where|after|when|because|since|although|while|as|if)\s")
_ADVERBIAL: Final = re.compile(r"\W{0,3}(?:\w+\W+){0,3}\Z")
_LONG: Final = 320  # code points; a longer clause says too much to be evidence of one happening
_WINDOW: Final = 800  # code points of a sentence that are looked at on each side of a date


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; `strong`: the mark before it divides clauses; `verb` is where its verb begins, or -1."""

    start: int
    end: int
    strong: bool
    verb: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause; `verb` says whether it has one."""

    start: int
    end: int
    verb: bool


def sentence_marks(text: str, bounds: Iterable[int], closed: Sequence[Stretch]) -> list[Stretch]:
    """Return the marks that end sentences, in order: where each begins, and where the next sentence begins.

    `bounds` are offsets that no sentence crosses; no sentence ends inside one of the `closed` stretches (merged), such
    as dates.
    """
    found = {(0, 0), (len(text), len(text)), *((b, b) for b in bounds)}
    found |= {m.span() for m in _SENTENCE.finditer(text) if not _in_closed(closed, m.start())}
    found |= {m.span("mark") for m in _SHORT_LINE.finditer(text) if not _in_closed(closed, m.start("mark"))}
    return sorted(found)


def _in_closed(closed: Sequence[Stretch], offset: int) -> bool:
    """Say whether the offset lies in a closed stretch, its last character apart: "Feb." may end a sentence."""
    stretch = holding(closed, offset)
    return stretch is not None and stretch[0] < offset < stretch[1] - 1


def sentence_at(marks: Sequence[Stretch], start: int, end: int) -> Stretch:
    """Return the sentence that holds a stretch, at most a window around it."""
    i = bisect_right(marks, (start, 1 << 60)) - 1
    while i > 0 and marks[i][1] > start:
        i -= 1
    j = min(bisect_left(marks, (end - 1, 0), lo=i + 1), len(marks) - 1)
    return max(marks[i][1], start - _WINDOW), min(max(marks[j][1], end), end + _WINDOW)


def clause_at(text: str, start: int, end: int, sentence: Stretch, closed: Sequence[Stretch]) -> Clause:
    """Return the clause of the sentence that holds the date at `start`-`end`."""
    parts = pieces(text, *sentence, closed)
    here = max((i for i, p in enumerate(parts) if p.start <= start), default=0)
    first = last = here
    if parts[here].verb < 0:
        first, last = _with_verb(text, parts, here, start, closed)
    first = _with_subject(parts, first)
    low, high = parts[first].start, max(parts[last].end, end)
    if high - low > _LONG:
        low, high = parts[here].start, max(parts[here].end, end)
    if high - low > _LONG:
        low, high = max(low, start - _LONG // 2), min(high, end + _LONG // 2)
    low, high = trimmed(text, low, high)
    low -= 5 * (text[low - 5 : low] == "that " and finite_verb(text, low, high) == low)  # "work that was begun"
    return Clause(
        min(_antecedent(text, sentence[0], low, closed), start),
        max(high, end),
        any(p.verb >= 0 for p in parts[first : last + 1]),
    )


def pieces(text: str, start: int, end: int, closed: Sequence[Stretch]) -> list[Piece]:
    """Cut a sentence; a cut at a mere word stands only where both sides have a verb."""
    found: list[Piece] = []
    low, strong = start, True
    for match in _CUT.finditer(text, start, end):
        if _in_closed(closed, match.start()) or (holding(closed, match.start()) and match[0] in "()"):
            continue
        if match[0].isspace() and not _joins_clauses(text, low, match, end, closed):
            continue
        if text[low : match.start()].strip():
            found.append(Piece(low, match.start(), strong, _verb_in(text, low, match.start(), closed)))
            strong = match[0][-1] in _STRONG
        else:
            strong = True
        low = match.end()
    if text[low:end].strip() or not found:
        found.append(Piece(low, end, strong, finite_verb(text, low, end)))
    return found


def _verb_in(text: str, start: int, end: int, closed: Sequence[Stretch]) -> int:
    """Return where the verb of a piece begins; -1 for none, and for "At a meeting held on 4 May"."""
    date = holding(closed, end - 1)
    if date and date[1] == end and _HELD.fullmatch(text, start, date[0]):
        return -1
    return finite_verb(text, start, end)


def _joins_clauses(text: str, low: int, gap: re.Match[str], end: int, closed: Sequence[Stretch]) -> bool:
    """Say whether the word behind a gap opens a clause: verbs stand on both sides, no date behind it."""
    if _THAT_TIME.match(text, gap.end()):
        return False
    up_to = _UP_TO_DATE.match(text, gap.end())
    if holding(closed, up_to.end() if up_to else gap.end()):
        return False
    then = _AND_THEN.match(text, gap.end())
    if then and (date := holding(closed, then.end())):  # "and on 4 May, in the evening, he left"
        return finite_verb(text, low, gap.start()) >= 0 and finite_verb(text, date[1], end) >= 0
    if _SAID.search(text[low : gap.start()]) and text.startswith("that", gap.end()):
        return finite_verb(text, gap.end(), end) >= 0  # "he said that in May, on his way, he met …"
    left = finite_verb(text, low, gap.start()) >= 0 or _TO_SAY.search(text[low : gap.start()])
    return bool(left and _verb_soon(text, gap.end(), end))


def _verb_soon(text: str, start: int, end: int) -> bool:
    """Say whether a verb follows before the next mark of punctuation."""
    stop = _PAUSE.search(text, start, end)
    return bool(_HE_DOES.match(text, start)) or finite_verb(text, start, stop.start() if stop else end) >= 0


def _with_verb(text: str, pieces: list[Piece], here: int, date: int, closed: Sequence[Stretch]) -> tuple[int, int]:
    """Widen a piece without a verb: to the right where the date opens the clause, else to the left if possible."""
    opens = _ADVERBIAL.fullmatch(text, pieces[here].start, date) and (
        here == 0 or pieces[here].strong or pieces[here - 1].verb >= 0
    )
    right, left = _reach(text, pieces, here, 1, closed), _reach(text, pieces, here, -1, closed)
    if right is not None and (opens or left is None):
        return here, right
    if left is None:
        left = here
        while left and not pieces[left].strong and pieces[here].end - pieces[left - 1].start < _LONG // 2:
            left -= 1
    return left, here


def _reach(text: str, pieces: list[Piece], here: int, step: int, closed: Sequence[Stretch]) -> int | None:
    """Return the next piece with a verb in a direction and no date of its own, if no strong mark stands between."""
    i, passed = here, None
    while 0 <= i + step < len(pieces) and not pieces[i + 1 if step > 0 else i].strong:
        i += step
        if pieces[i].verb < 0:
            continue
        if step > 0 and _SUBORDINATE.match(text, pieces[i].start):
            passed = passed or i
            continue
        dated = step > 0 and holding(
            closed,
            pieces[i].start
            + len(text[pieces[i].start : pieces[i].end])
            - len(text[pieces[i].start : pieces[i].end].lstrip()),
        )
        if not dated:
            return i
        passed = passed or i
    return passed


def _with_subject(pieces: list[Piece], first: int) -> int:
    """Take in what stands before the verb in pieces of its own: "The adviser, P. Petrov, reported"."""
    while (
        first
        and 0 <= pieces[first].verb - pieces[first].start < 3
        and not pieces[first].strong
        and pieces[first - 1].verb < 0
    ):
        first -= 1
        if first and not pieces[first].strong and pieces[first - 1].verb < 0:
            first -= 1
    return first


def _antecedent(text: str, low: int, start: int, closed: Sequence[Stretch]) -> int:
    """Return where the words begin that a relative clause is about: "a note, which was received this morning"."""
    if not _RELATIVE.match(text, start):
        return start
    end = max(low, start - 12)
    loose = _LOOSE.search(text[end:start])
    end += loose.start() if loose else 0
    if date := holding(closed, end - 1):  # "your letter of 4 May, which"
        end = low + len(text[low : date[0]].rstrip())
        joined = _JOINED.search(text, max(low, end - 8), end)
        end = joined.start() if joined else end
    words = text[max(low, end - 80) : end]
    found = antecedent(words)
    return end - len(words) + found if found >= 0 else start


def antecedent(words: str) -> int:
    """Return where the thing begins that ends some words, behind any verb in them; -1 where there is none."""
    begins = 0
    while (found := _ANTECEDENT.search(words, begins)) and (verb := finite_verb(found[0], 0, len(found[0]))) >= 0:
        begins = found.start() + verb + 1
    return found.start() if found else -1


_LEADING: Final = re.compile(
    r"(?:\d{1,3}\s+(?=(?:an?|the|which|who|and|he|she|it|they|[a-z]+ed)\s)|[\s\ufeff,;:—–)\]”\"»*.⁰¹²³⁴-⁹-]|\d{1,2}\)|\(\d{1,3}\)|\[\d{1,3}\]|(?:and|but|or|that)\s)+",
    re.IGNORECASE,
)
_TRAILING: Final = re.compile(r"(?:[\s,;:—–*.!?(\[⁰¹²³⁴-⁹-]|\(\d{1,3}\)|\[\d{1,3}\]|\s(?:and|but|or))+\Z")
_TAIL: Final = 16  # code points at the end in which marks and a note's number stand


def trimmed(text: str, start: int, end: int) -> Stretch:
    """Return a stretch without the marks and joining words at its ends; at least one character stays."""
    lead = _LEADING.match(text, start, end)
    if lead and lead.end() < end:
        start = lead.end()
    low = max(start, end - _TAIL)
    tail = _TRAILING.search(text[low:end])
    return start, max(low + tail.start() if tail else end, start + 1)
