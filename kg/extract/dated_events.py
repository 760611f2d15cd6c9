"""Happenings whose clause holds a date, or whose name does: "his letter of 3 May", "On 4 May the delegation left"."""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.actors import actors, named, places
from kg.extract.certainty import certainty, is_after, is_state, tells
from kg.extract.clause_labels import clause_label, with_subject
from kg.extract.clause_subjects import inner_clause, subject_of, teller_of
from kg.extract.clauses import clause_at, sentence_at, trimmed
from kg.extract.dated_nouns import noun_with_date
from kg.extract.event_words import event_nouns, finite_verb, kind_of_clause
from kg.extract.within import Placed, Stretch, holding, merged, within
from kg.model import Analysis, DateMention, Document, Event, Span, block_at, quote

_NO_PROSE: Final = frozenset({"header", "citation", "language", "contents"})
_ATOM: Final = re.compile(r"[\w’'.-]+")
_EMPTY: Final = frozenset(
    re.findall(
        r"\w+",
        """
    said says told what that which happened happens follows dated the and for from since until
    before after with are copy ibid not printed text
    """,
    )
)
"""Words of three letters and more that tell no happening by themselves."""

_IMPRINT: Final = re.compile(r"\bpp?\.\s*\d|\b[Vv]ol\.|\beds?\.|\bop\.\s?cit|\b[Ii]bid\b|\bfond\b|https?:")
_POINTER: Final = re.compile(
    r"(?:\bSee\b|[;,(]\s*(?:but\s+)?see\b|\b[Cc]f\."
    r"|\A\W{0,6}For\s+(?:(?:the|a)\s+)?(?:text|correspondence|report|note|memorandum|documentation|previous|further"
    r"|discussion|substance|account)s?\b)[^;]{0,300}\Z"
)
"""Words that point the reader to a document: its date is no happening of the text."""

_CITED: Final = re.compile(r",?\s*(?:pp?\.\s*\d|pages?\s\d)")  # a newspaper's day, with its page
_MEASURE: Final = re.compile(r"\s(?:levels?|prices|figures|standards?|rates?|borders?|frontiers?|lines)\b")  # of 1963
_NO_HAPPENING: Final = re.compile(
    r"\b(?:Act|Acts|Code|Constitution|Charter|Statutes?|Law|Laws|Convention|Regulations)\s+of\s+(?:the\s+)?\Z"
    r"|(?<!bear\sthe\s)(?<!bears\sthe\s)\bdates?\s+of\s+\Z"
    r"|,\s+not\s+(?:(?:on|in|of|at)\s+)?(?:the\s+)?\Z"
    r"|\bbetween\s+(?:now|today|then)\s+and\s+\Z"
    r"|\btime\s+(?:after|before)\s+\Z|\b(?:[Aa]genda|Vision|Project|Programme)\s\Z"
    r"|[a-z]\sas\s+of\s+(?:midnight\s+(?:of\s+)?)?(?:the\s+)?\Z"  # in the positions as of 5 May
    r"|\b(?:as\s+(?:in|on|at|during)|than\s+(?:in|on|at|for|during|had|was|were))\s(?:[\w’'-]+\s){0,6}\Z"  # as in 1955
    r"|\bthan\s(?:[A-Z][\w.]*\s){1,4}(?:had|has|was|did)\s(?:[a-z]+\s){0,2}\Z"
    r"|\b(?:above|below|compared\s(?:to|with))\s(?:the\s)?\Z"
    r"|\b(?i:it|this|there)\s(?:is|was|will|would)\s(?:not\s)?(?:be\s|like\s)?\Z"  # it will not be 1914
)
"""What a date does but date something that happens: "the Tariff Act of 1930", "the date of 5 May"."""

_TORN: Final = re.compile(r"\W*(?:and|but|or)\s")  # what follows a date that belongs to what was before
_SINCE: Final = re.compile(
    r"(?<!day\s)(?<!days\s)(?<!night\s)(?<!week\s)\b"
    r"(?P<word>[Ss]ince|(?<=ed )after|[Uu]ntil|[Uu]p\s+to|[Tt]ill|[Bb]efore|[Pp]rior\s+to)\s+(?:the\s+)?\Z"
)
_AWAY: Final = {"dates/day-before": 1, "dates/next-day": -1}
_CLAUSE_NEXT: Final = re.compile(
    r"\s(?:(?:the|a|an|his|her|its|their)\s|[A-ZÀ-Ž])(?:[\w’'-]+\s){1,8}?(?:was|were|had|[a-z]+ed)\b"
)
_SAME_TIME: Final = re.compile(
    r",?\s(?:(?:morning|afternoon|evening|night)\b)?(?:\sat\s\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?)?,?\s\(?"
)
"""What may stand between a weekday and its date."""
_AROUND: Final = re.compile(r"\bbefore\s+and\s+after\s+(?:the\s+)?\Z", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"\s+that\s")  # "he reported", that: the label says what
_AFTERWARDS: Final = re.compile(r"(?:in|on|at|after|then|later|now|since|meanwhile|finally)\b")
_MANY: Final = 12  # dates; a sentence with more is a table or a list
_LONGEST: Final = 240  # code points of the second half of a sentence
_SELF: Final = re.compile(r"(?<!\.\s)(?<![.\w\[])(?:I(?![.\w’'-])|[Mm]e\b)")


@dataclass(frozen=True, slots=True)
class _Page:
    """What the search for happenings needs of a page."""

    document: Document
    analysis: Analysis
    marks: Sequence[Stretch]
    closed: Sequence[Stretch]  # the dates
    now: str  # the last day (EDTF) that the document tells of as past


def dated_events(
    document: Document, analysis: Analysis, taken: Sequence[Stretch], marks: Sequence[Stretch], now: str
) -> list[Event]:
    """Return what is said to have happened at each date of the prose that no `taken` stretch holds.

    `marks` end the sentences; `now` is the last day (EDTF) of what the document records.
    """
    references: tuple[Placed, ...] = (*analysis.works, *analysis.citations)
    barred = merged([*taken, *((r.span.start, r.span.end) for r in references)])
    page = _Page(document, analysis, marks, merged((d.span.start, d.span.end) for d in analysis.dates), now)
    found: dict[Stretch, Event] = {}
    for date, after in zip(analysis.dates, [*analysis.dates[1:], None], strict=False):
        weekday = not re.search(r"\d", date.span.exact)
        if after and weekday and _SAME_TIME.fullmatch(document.text, date.span.end, after.span.start):
            continue  # "on Monday morning, 26 June": the second says it better
        if block_at(document, date.span.start) not in _NO_PROSE and not holding(barred, date.span.start):
            for event in _told(page, date):
                found.setdefault((event.span.start, event.span.end), event)
    return _once(list(found.values()))


def _once(found: list[Event]) -> list[Event]:
    """Make those one that are called by one noun and one day, unless different people did it: "his letter of 3 May".

    And those clauses that tell by one verb and one day what the same people did.
    """
    kept: dict[tuple[str, str, int], Event] = {}
    for place, event in enumerate(found):
        alone = "", "", place
        word = _noun_of(event) if event.rule == "events/dated-noun" else _verb_of(event)
        key = (word, event.edtf, -1) if word else alone
        first = kept.setdefault(key, event)
        ours, theirs = ({span.exact for span in each.actors} for each in (first, event))
        if first is event:
            continue
        if ours <= theirs or theirs <= ours:
            spans = (*first.other_spans, event.span)
            fuller = first.actors if theirs <= ours else event.actors
            kept[key] = replace(first, actors=fuller, places=first.places or event.places, other_spans=spans)
        else:
            kept[alone] = event
    return list(kept.values())


def _noun_of(event: Event) -> str:
    """Return the noun that an event is called by."""
    words = event.span.exact
    return next((words[a:b].casefold() for a, b, _ in reversed(list(event_nouns(words, 0, len(words))))), "")


def _verb_of(event: Event) -> str:
    """Return the verb, certainty and people of a clause of a day, where people did it; "" where none can be told."""
    words, people = event.span.exact, sorted(span.exact for span in event.actors)
    verb = _ATOM.search(words, max(finite_verb(words, 0, len(words)), 0))
    if not people or event.kind == "other" or len(event.edtf) < len("1957-05-03") or verb is None:
        return ""
    return " ".join([event.kind, verb[0], event.certainty, *people])


def _told(page: _Page, date: DateMention) -> list[Event]:
    """Return what is told to have happened at a date."""
    low, high = sentence_at(page.marks, date.span.start, date.span.end)
    before, after = page.document.text[low : date.span.start], page.document.text[date.span.end : date.span.end + 20]
    if (
        _CITED.match(after)
        or _MEASURE.match(after)
        or len(within(page.analysis.dates, low, high)) > _MANY
        or _POINTER.search(before)
        or _NO_HAPPENING.search(before)
    ):
        return []
    if named_by := noun_with_date(page.document.text, low, date.span):
        return [_event(page, date, *named_by, "dated-noun")]
    event = _clausal(page, date)
    return [event, *_coordinate(page, date, event)] if event else []


def _clausal(page: _Page, date: DateMention) -> Event | None:
    """Read the clause that holds the date."""
    text = page.document.text
    sentence = sentence_at(page.marks, date.span.start, date.span.end)
    clause = clause_at(text, date.span.start, date.span.end, sentence, page.closed)
    earlier = within(page.analysis.dates, clause.start, date.span.start)
    noun = next(event_nouns(text, earlier[-1].span.end if earlier else clause.start, clause.end), None)
    words = text[clause.start : clause.end]
    if (not clause.verb and (noun is None or _IMPRINT.search(words))) or not tells(
        text, sentence[0], clause.start, clause.end, (date.span.start, date.span.end)
    ):
        return None
    rest = text[clause.start : date.span.start] + text[date.span.end : clause.end]
    if all(len(word) < 3 or word in _EMPTY for word in _ATOM.findall(rest)) or _TORN.match(rest):
        return None
    told_of = clause.start, clause.end
    if noun is None and is_state(text, *told_of) and _kind(page, *told_of) == "other":
        return None
    low, high = inner_clause(text, clause.start, clause.end, (date.span.start, date.span.end))
    inside = (low, high) != (clause.start, clause.end)
    told = earlier[-1].span.end if earlier else low  # "the council elected on 4 May will meet on 5 May"
    tells_of = told if low < told and finite_verb(text, told, date.span.start) >= 0 else low
    return _event(page, date, low, high, _kind(page, tells_of, high), "dated-clause", whole=inside)


def _kind(page: _Page, start: int, end: int) -> str:
    """Return the kind of event of a clause; what names say ("War Department", "United States") does not count."""
    words = list(page.document.text[start:end])
    for mention in within(page.analysis.mentions, start, end):
        words[mention.span.start - start : mention.span.end - start] = "·" * (mention.span.end - mention.span.start)
    return kind_of_clause("".join(words))


def _coordinate(page: _Page, date: DateMention, first: Event) -> list[Event]:
    """Read the second half of "On 4 May, A left for Moscow, and B took over": the date stands for both."""
    text = page.document.text
    _, high = sentence_at(page.marks, date.span.start, date.span.end)
    join = re.match(r",\s+and\s+", text[first.span.end : high])
    if join is None or text[first.span.start : date.span.start].strip() not in {"On", "In", "on", "in"}:
        return []
    start = first.span.end + join.end()
    end = re.compile(r"[;:.]").search(text, start, high)
    low, last = trimmed(text, start, end.start() if end else high)
    verb = finite_verb(text, low, last)
    if (
        verb - low < 2
        or _AFTERWARDS.match(text, low)
        or within(page.analysis.dates, low, last)
        or last - low > _LONGEST
    ):
        return []
    return [_event(page, date, low, last, _kind(page, low, last), "dated-coordinate")]


def _event(page: _Page, date: DateMention, start: int, end: int, kind: str, rule: str, *, whole: bool = False) -> Event:
    text, analysis = page.document.text, page.analysis
    sentence = sentence_at(page.marks, date.span.start, date.span.end)
    late = block_at(page.document, start) == "body" and is_after(date.edtf, page.now)
    span = quote(text, start, end)
    noun = rule == "dated-noun"
    teller = None if noun else teller_of(text, start, sentence, page.closed)
    subject = None if noun else subject_of(text, start, end, sentence, page.closed)
    stop = sentence[1] if _GOES_ON.match(text, end) and not noun else end
    label = clause_label(text, teller.start if teller else start, stop, date, whole=whole or noun)
    where = start, end, (date.span.start, date.span.end)
    names = list(named(span, analysis.mentions))
    doers = [m for who in (subject, teller) if who for m in named(who, analysis.mentions) if m.kind != "place"]
    return Event(
        event_class="dated",
        kind=kind,
        label=with_subject(label, subject.exact, text[subject.end : start]) if subject else label,
        span=span,
        rule=f"events/{rule}",
        edtf=_open(page, date),
        certainty="planned" if noun and late else certainty(text, start if noun else sentence[0], *where, late=late),
        actors=tuple(sorted({*_speaker(page, start, end), *actors([*doers, *names])})),
        places=places(names),
    )


def _open(page: _Page, date: DateMention) -> str:
    """Return when it happened: the date, open at an end where the text says "since" or "until".

    "On 5 May, the day before a truce was signed": the truce is of the 6th.
    """
    text = page.document.text
    before = text[max(0, date.span.start - 80) : date.span.start]
    if (days := _AWAY.get(date.rule)) and before.endswith(", "):
        apposed = [d.edtf for d in within(page.analysis.dates, date.span.start - 40, date.span.start - 1)]
        if apposed[-1:] == [date.edtf] and _CLAUSE_NEXT.match(text, date.span.end):
            return (dt.date.fromisoformat(date.edtf) + dt.timedelta(days)).isoformat()
    if _AROUND.search(before) and date.edtf[-1].isdigit() and "/" not in date.edtf:
        return f"{date.edtf}~"
    word = _SINCE.search(before[-20:]) or _SINCE.match(f"{date.span.exact.split()[0]} ")
    if (
        word is None
        or "/" in date.edtf
        or (
            re.search(r"(?:\bnot?\b|n['’]t\b|\b(?:postpone|adjourn|defer|delay|put\soff)[a-z]*\b)[^.]{0,60}\Z", before)
            and word["word"].lower() == "until"
        )
    ):
        return date.edtf
    return f"{date.edtf}/.." if word["word"].lower() in {"since", "after"} else f"../{date.edtf}"


def _speaker(page: _Page, start: int, end: int) -> list[Span]:
    """Return who "I" is in a clause: the speaker of the turn, else the author of the document."""
    if block_at(page.document, start) != "body" or not _SELF.search(page.document.text[start:end]):
        return []
    turns = page.analysis.turns
    if turns:
        i = bisect_right(turns, start, key=lambda t: t.utterance.start) - 1
        return [turns[i].speaker] if i >= 0 and start < turns[i].utterance.end else []
    return [r.agent for r in page.analysis.roles if r.role == "author"][:1]
