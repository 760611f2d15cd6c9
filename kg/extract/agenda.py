"""What a meeting dealt with: the items of its agenda, as listed and as headings of the text.

A list after "Agenda:" and the headings in the text are both items, each where it stands; `order` follows the text,
`number` is what is printed. Headings may be glued to the text on both sides ("…measures.(9)IV. On the Answer to Cde. X
Affirm the text"), or stand alone on numbered and lettered lines ("3. Fisheries", "a) Quotas"). A letter or a report
that a title calls so has points, not an agenda.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.bare_heads import bare_heads
from kg.extract.flat_heads import flat_heads
from kg.extract.heads import heads, number_of, points
from kg.extract.labels import LIST_LABEL, LISTS, OUTCOME, TITLED_LABEL, begins_here, bodies, words_of
from kg.extract.names import TITLE_WORDS
from kg.extract.parties import heading
from kg.model import AgendaItem, Analysis, Document, quote

_NUMBER: Final = r"(?P<number>\d{1,2}|[IVX]{1,5})[.)]"
_LIST: Final = re.compile(
    r"(?:Agenda|AGENDA|Order of the [Dd]ay|Items? (?:on|of) the agenda|Повестка дня)(?: of the (?:meeting|session))?"
    r"[ \t]*:?\**(?=\s*(?:\d|I\.|[-•]))"
)
_LISTED: Final = re.compile(rf"[\s\-–•]*{_NUMBER}[ \t]*(?=[^\W\d_]|[\"“«])")
_CALL: Final = re.compile(r"\(\d{1,3}\)|\[\d{1,3}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_NUMBERED: Final = re.compile(
    r"(?:(?<![\w. \t])|(?<=[\n\f])[ \t]{1,40})(?P<number>\d{1,2}|[IVX]{1,5})\.[ \t]{0,3}(?=[^\W\d_])"
    r"|(?<=[^\W\d_])(?P<glued>\d{1,2})\.[ \t](?=[^\W\d_])"
)
_GOES_ON: Final = re.compile(
    r"(?:[,(–—-]|(?i:\b(?:ll?|pp?|ff?|fols?|leaf|leaves|pages?|box|folder|file|delo|d|op|nos?|vol)\b\.?))"
    r"[ \t]*\r?\n?[ \t]*\Z"
)
"""What a number goes on from: "ll. 68-", "box 7, folder"."""
_KEPT: Final = re.compile(
    r"(?:Obtained|Translat|Transcri|Publish|Contribut|Provided|Reprint|Donated)\w*\s(?:for|by|from|in)\b"
)
_NEXT_NUMBER: Final = re.compile(r"(?P<number>\d{1,2}|(?<![A-Z])[IVX]{1,5})[.)][ \t]?(?=[^\W\d_])")
_LINE_END: Final = re.compile(r"[\r\n]")
_POINT: Final = re.compile(r"\s*(?:\d{1,2}|[IVX]{1,5})[.)]\s")
_MEETING: Final = re.compile(
    r"\b(?:Conversation|Meeting|Minute|Session|Sitting|Plenum|Talk|Discussion|Conference|Negotiation|Consultation)s?\b",
    re.IGNORECASE,
)
_NO_MEETING: Final = re.compile(
    r"[\s\"“‘(\[]*(?:(?:The|A|An|Secret|Top|Coded|Confidential|Final|Draft)\s+){0,3}(?:Report|Letter|Cable|Telegram|Ciphergram"
    r"|Dispatch|Despatch|Airgram|Journal|Diary|Note|Article|Speech|Statement|Decree|Circular)s?\b",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?:On|About|Concerning|Regarding|Questions?[ \t]of|Information[ \t]on|Report[ \t]on|Re:|О|Об)[ \t](?=[^\W_])"
)
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")
_TOKEN: Final = re.compile(r"[ \t]{0,2}(?P<word>[^\W_][\w'’\-/&]*\.?|[\"“”‘’,&])")
_MINOR: Final = words_of("minor")
_FEWEST_SPEAKERS: Final = 3
_FEWEST_WORDS: Final = 2
_LONGEST_ABBREVIATION: Final = 4
_LONGEST_TITLE: Final = 240
_LONGEST_LINE: Final = 140


def agenda(document: Document, analysis: Analysis) -> Analysis:
    """Find the items of the agenda in a record of a meeting."""
    text = document.text
    found: list[AgendaItem] = []
    title = text[slice(*(heading(document) or (0, 0)))]
    for start, end in bodies(document):
        minutes = _is_minutes(text, start, end, _NO_MEETING.match(title) is not None)
        if minutes or (_MEETING.search(title) and not _NO_MEETING.match(title)):
            numbered = heads(text, start, end)
            found += [_item(text, h.number, h.start, h.title, "line") for h in numbered]
            found += [
                _item(text, "", h.start, h.title, "bare") for h in ([] if numbered else bare_heads(text, start, end))
            ]
            topics = [_item(text, h.number, h.start, h.title, "points") for h in points(text, start, end)]
            after = max((item.span.end for item in topics), default=start)
            found += [*topics, *_repeated(text, after, end, topics)]
            found += [_item(text, h.number, h.start, h.title, "flat") for h in flat_heads(text, after, end)]
        if not minutes:
            continue
        listed = list(_list(text, start, end))
        after = max((item.span.end for item in listed), default=start)
        found += [*listed, *_repeated(text, after, end, listed), *_headings(text, start, end)]
    items: list[AgendaItem] = []
    for item in sorted(found, key=lambda item: item.span.start):  # of two that overlap the surer, which was found first
        if not items or item.span.start >= items[-1].span.end:
            items.append(replace(item, order=len(items) + 1))
    return replace(analysis, agenda=tuple(items))


def _is_minutes(text: str, start: int, end: int, report: bool) -> bool:  # noqa: FBT001 - what the title says
    """Say whether the text is the record of a meeting: it lists who took part, has an agenda, or marks who speaks.

    A report may list who took part, and is none.
    """
    lists = not report and any(
        LISTS[" ".join(m["label"].lower().split())] in {"present", "chair", "absent"} and begins_here(text, m.start())
        for m in LIST_LABEL.finditer(text, start, end)
    )
    speakers = sum(1 for _ in TITLED_LABEL.finditer(text, start, end))
    return lists or bool(_LIST.search(text, start, end)) or speakers >= _FEWEST_SPEAKERS


def _item(text: str, number: str, start: int, title: tuple[int, int], rule: str) -> AgendaItem:
    first, last = title
    return AgendaItem(
        order=1, number=number, title=quote(text, first, last), span=quote(text, start, last), rule=f"agenda/{rule}"
    )


# ------------------------------------------------------------------------------------------------------------- the list


def _list(text: str, start: int, end: int) -> Iterator[AgendaItem]:
    """Yield the items listed after "Agenda:": their numbers follow each other."""
    opening = _LIST.search(text, start, end)
    place, wanted = (opening.end(), 1) if opening else (end, 0)
    while (match := _LISTED.match(text, place, end)) and number_of(match["number"]) == wanted:
        first = match.end()
        last = _listed_end(text, first, min(end, first + _LONGEST_TITLE), wanted + 1)
        if last <= first:
            return
        yield _item(text, match["number"], match.start("number"), (first, last), "list")
        call = _CALL.match(text, last)
        place, wanted = (call.end() if call else last), wanted + 1
        while place < end and text[place] in ".; \t":
            place += 1


def _listed_end(text: str, start: int, end: int, following: int) -> int:
    """Return where a listed title ends: at a call, a line's end, the next number or 1, a label; else at `start`."""
    enders = (_CALL, _LINE_END, TITLED_LABEL, LIST_LABEL, OUTCOME)
    stops = [match.start() for pattern in enders if (match := pattern.search(text, start, end))]
    numbers = (m for m in _NEXT_NUMBER.finditer(text, start, end) if number_of(m["number"]) in {following, 1})
    stops += [match.start() for match in numbers][:1]
    if not stops:
        return start
    return start + len(text[start : min(stops)].rstrip(" \t;.,"))


def _repeated(text: str, start: int, end: int, listed: list[AgendaItem]) -> Iterator[AgendaItem]:
    """Yield the headings that repeat a listed item: its number and words, in whatever case, or a line of the words."""
    for item in listed:
        words = r"\s{1,4}".join(map(re.escape, _ASIDE.sub("", item.title.exact).split())) + r"(?:\s*\([^()\n]*\))?"
        number = rf"(?P<number>{re.escape(item.number)})[.)]?[ \t]*"
        pattern = re.compile(
            rf"{number}(?P<words>{words})|^[ \t]*(?P<line>{words})[ \t]*:?$", re.IGNORECASE | re.MULTILINE
        )
        if match := pattern.search(text, start, end):
            group = "words" if match["words"] else "line"
            yield _item(
                text,
                match["number"] or "",
                match.start("number" if match["number"] else "line"),
                match.span(group),
                "heading",
            )
            start = match.end()


# --------------------------------------------------------------------------------------------------------- the headings


def _headings(text: str, start: int, end: int) -> Iterator[AgendaItem]:
    """Yield headings in capitalised words, numbered or opened by "On …", and numbered lines that stand alone."""
    for match in _NUMBERED.finditer(text, start, end):
        number, group = (match["number"], "number") if match["number"] else (match["glued"], "glued")
        place = match.start(group)
        if (
            not begins_here(text, place)
            or _GOES_ON.search(text, max(0, place - 40), place)
            or _KEPT.match(text, match.end())
        ):
            continue
        line = _whole_line(text, place, match.end(), end)
        title = _title(text, match.end(), end) or line
        if title:
            yield _item(text, number, place, title, "numbered")
    for match in _OPENING.finditer(text, start, end):
        before = text[match.start() - 1] if match.start() else "\n"
        glued = before in "\n\f" or not (before.isspace() or before.isalnum() or before in "\"“‘'(—–-")
        if glued and (title := _title(text, match.start(), end)):
            yield _item(text, "", match.start(), title, "opening")


def _title(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the stretch of capitalised words from `start`, or None where they are too few to be a heading.

    Where a sentence follows without a stop ("…About Imre Toth Affirm the text"), its first word is given back, with the
    title before a name ("…on Norway Cde. Berg is to").
    """
    words: list[tuple[int, int]] = []
    place, sentence = start, False
    end = min(end, start + _LONGEST_TITLE)
    while match := _TOKEN.match(text, place, end):
        word = match["word"]
        if any(pattern.match(text, match.start("word"), end) for pattern in (TITLED_LABEL, LIST_LABEL)):
            break
        if word[0].islower() and word not in _MINOR:
            sentence = True
            break
        stop = word.endswith(".") and not _abbreviates(text, match.end("word"), word)
        words.append((match.start("word"), match.end("word") - stop))
        place = match.end()
        if stop:
            break
    if sentence:
        words = _give_back(text, words)
    while words and text[slice(*words[-1])].lower().rstrip(",") in _MINOR | {"", ","}:
        words.pop()
    capitals = [w for w in words if text[w[0]].isupper()]
    if len(capitals) < 2 or len(words) < 3:
        return None
    return words[0][0], words[-1][1]


def _abbreviates(text: str, end: int, word: str) -> bool:
    """Say whether a full stop belongs to an abbreviation: a short word or a title before a blank and a capital."""
    rest = text[end : end + 2]
    short = len(word) <= _LONGEST_ABBREVIATION or word in TITLE_WORDS
    return short and rest[:1] == " " and (rest[1:].isupper() or rest[1:].isdigit())


def _give_back(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the words without the beginning of the sentence that follows the heading."""
    while words:
        while words and text[words[-1][0]].islower():
            words = words[:-1]
        words = words[:-1]
        while words and text[slice(*words[-1])] in TITLE_WORDS:
            words = words[:-1]
        if not words or text[slice(*words[-1])] not in {"and", ","}:
            return words
    return words


def _whole_line(text: str, number: int, start: int, end: int) -> tuple[int, int] | None:
    """Return a title that fills the rest of its line, where the number begins the line and no full stop ends it."""
    before = text[max(0, number - 20) : number].rstrip(" \t")
    stop = text.find("\n", start, min(end, start + _LONGEST_LINE))
    if before[-1:] not in {"\n", "\f", ""} or stop < 0:
        return None
    words = text[start:stop].rstrip()
    if len(words.split()) < _FEWEST_WORDS or words[-1] in ".;:,?!" or _POINT.match(text, stop):
        return None  # a sentence, or one of the points of a list
    return start, start + len(words)
