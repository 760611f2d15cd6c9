"""Events that have a name: wars, crises, congresses, treaties. By the shape of the name, and by a short list."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kg.extract.actors import named, places
from kg.extract.certainty import is_after
from kg.extract.lexicon import DEMONYMS
from kg.extract.within import Placed, Stretch, following, holding, meets, merged, once, within
from kg.model import Analysis, Certainty, DateMention, Document, Event, block_at, quote
from kg.read.alternatives import alternatives
from kg.read.date_forms import MONTH

_TABLE: Final[dict[str, str]] = tomllib.loads(Path(__file__).with_name("event_names.toml").read_text("utf-8"))
_LISTED: Final = {
    " ".join(name.split()).casefold(): kind
    for kind, names in _TABLE.items()
    for name in names.replace("\n", "|").split("|")
    if name.strip()
}
_NOUNS: Final = {
    "military-action": "War Wars Campaign Offensive Invasion Battle Siege Landing Landings Blockade",
    "unrest": "Crisis Crises Revolution Uprising Revolt Rebellion Coup Insurrection Mutiny Massacre Riots Incident "
    "Affair",
    "meeting": "Congress Conference Plenum Plenary Summit Symposium Session",
    "agreement": "Treaty Treaties Pact Agreement Agreements Armistice Accord Accords Convention Protocol "
    "Declaration Truce Ceasefire",
}
_KIND: Final = {word.casefold(): kind for kind, words in _NOUNS.items() for word in words.split()}
_NOUN: Final = alternatives(word.title() for word in _KIND if word != "session")
_SMALL: Final = "conference|uprising|revolution|crisis|war|treaty|pact|armistice|agreement|summit|protocol"

_S: Final = r"(?:[ \t\u00a0]{1,3}|[ \t]{0,3}\r?\n[ \t]{0,30})"  # a space, or the break of a line
_UPPER: Final = "A-ZÀ-ÖØ-ÞŠŽČŘĎŤŇĽŁŚŻ"
_W: Final = (
    rf"(?:[{_UPPER}](?:(?<![a-zß-ž])[{_UPPER}]|[^\W\d_{_UPPER}]|(?<![^\W_])\d|[’'–-]|\.(?=[{_UPPER}]\.)){{0,24}}+)"
)
"""A word with a capital; it ends where another word or a number is glued to it."""
_AIMS: Final = rf"[a-zA-Z]{{3,20}}(?:,?{_S}(?:and{_S})?[a-zA-Z]{{3,20}}){{0,5}}?"
_SIDES: Final = rf"(?:the{_S})?{_W}(?:{_S}{_W}){{0,3}}{_S}and{_S}(?:the{_S})?{_W}(?:{_S}{_W}){{0,2}}"
_FIRST: Final = (
    r"(?!(?:The|This|That|These|Those|A|An|Our|Their|His|Her|Its|My|Your|In|At|On|To|Of|For|By|From|With|After|Before|During|Since|Until|And|But|Or"
    r"|As|If|When|While|No|Any|Every|Each|Both|Also|Of|Cde|Comrade|Mr|See|Under|Such|All|Some|Post|Pre|Draft|Second-rate|Civil)\b)"
)
_ORDINAL: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?i:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|twentieth"
    r"|twenty-(?:first|second|third|fourth|fifth|sixth))|[XVI]{1,6}(?:th)?)"
)
_DAY: Final = rf"(?:{MONTH}{_S}\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?{_S}{MONTH})"
_WORDS: Final = rf"(?:{_DAY}{_S}(?:{_W}{_S}){{0,4}}?|(?:\d{{4}}{_S})?{_FIRST}(?!{MONTH}{_S})(?:{_W}{_S}){{1,4}}?)"
_TAIL: Final = rf"{_W}(?:(?:{_S}(?:of|and|for|the|with|in)){{0,2}}{_S}{_W}){{0,6}}(?:,{_S}\d{{4}})?"
_OF: Final = rf"(?:{_S}(?:of|on|for|between|with|in|at|against){_S}(?:the{_S})?{_FIRST}(?!{MONTH}(?![a-z])){_TAIL})"
_EDGE: Final = r"(?<![\w’'–-])"
_BEGINS: Final = rf"(?=[\d{_UPPER}]){_EDGE}"  # with a capital or a number
_END: Final = r"(?![^\W\d]|-)"  # a note's number may be glued
_PATTERNS: Final = tuple(
    (f"named-{rule}", re.compile(pattern))
    for rule, pattern in (
        # Third Congress of the KWP, the 7th Congress, second plenum of the CC
        (
            "ordinal",
            rf"{_EDGE}{_ORDINAL}{_S}(?:(?:{_W}|extraordinary|enlarged|plenary|special){_S}){{0,2}}(?P<noun>(?i:congress|plenum|conference))(?:{_OF}|{_END})",
        ),
        (
            "ordinal",
            rf"{_EDGE}{_ORDINAL}{_S}(?:(?:{_W}|extraordinary|special|regular){_S}){{0,2}}(?P<noun>(?i:session)){_OF}",
        ),
        # Conference on …, Treaty of …, Congress of …
        (
            "of",
            rf"{_EDGE}(?:{_FIRST}{_W}{_S})?(?P<noun>Congress|Conference|Plenum|Treaty|Pact|Agreement|Armistice|Convention|Symposium|Battle|Siege|Declaration){_OF}",
        ),
        # the Suez Crisis, 1956 Hungarian Revolution, January 10 Cease Fire Agreement
        ("pattern", rf"{_BEGINS}{_WORDS}(?P<noun>{_NOUN}){_END}"),
        # Yalta agreement, Hungarian uprising: a proper word and a common noun
        ("common", rf"{_BEGINS}{_WORDS}(?P<noun>{_SMALL}){_END}"),
        # cessation of hostilities Draft Agreement
        ("of", rf"{_EDGE}[a-z]{{4,20}}{_S}of{_S}[a-z]{{4,20}}{_S}(?:Draft{_S})?(?P<noun>Treaty|Agreement|Pact){_END}"),
        # treaty of friendship, alliance and mutual assistance between A and B
        (
            "treaty",
            rf"{_EDGE}(?:\d{{4}}{_S})?(?P<noun>(?i:treaty|pact|agreement)){_S}(?:of|on){_S}{_AIMS}{_S}between{_S}{_SIDES}",
        ),
        # conference in Bratislava
        (
            "place",
            rf"{_EDGE}(?P<noun>[Cc]onference){_S}(?:of{_S}(?:the{_S})?{_W}(?:{_S}{_W}){{0,3}}{_S})?(?:in|at|which{_S}is{_S}to{_S}open{_S}in){_S}{_W}",
        ),
        # the conference “…”
        ("quoted", rf"{_EDGE}(?P<noun>(?i:conference|symposium|congress)){_S}[“\"‘][^“”\"‘’\n]{{8,120}}[”\"’]"),
    )
)
_LIST: Final = re.compile(
    rf"{_EDGE}(?:{alternatives(_LISTED, _S)}){_END}",
    re.IGNORECASE,
)
_GOES_ON: Final = re.compile(
    r"[ \t](?:(?!(?:In|The|On|At|It|He|She|We|I|They)\b)[A-Z][a-z]+|room|hall|party|crimes?"
    r"|criminals?|effort|zone|veterans?|lords?|correspondents?|aims|debts?|industry|production|damages?|losses|dead"
    r"|widows?|orphans?|graves?|memorials?|materials?|communism|bonds|booty|plans?|games|fever|clouds?)\b"
)
"""What makes a name part of a longer one: the War Ministry, the Cold War International History Project."""
_JOINED: Final = re.compile(
    r"(?P<title>[^.;“”\"()]{0,60}[”\"])?[”\"’,\s]*"  # the end of a title in quotation marks
    r"(?:\("  # (14 March)
    r"|(?:(?:which\s+)?(?:was\s+|were\s+)?(?:took\s+place|met|held|signed|concluded|opened|dated)\b[^.;()]{0,60}?"
    r"|of|on|in|from)\s(?:the\s)?(?:\w+\s)?)\s*\Z"
)
_MEETING_ON: Final = re.compile(r"\b(?i:conference|symposium|congress|workshop),?\s[“\"][^“”\"]*\Z")
_SUBJECT: Final = re.compile(r"\b(?:of|on|for|with|and)\s(?:the\s)?\Z")
"""A meeting about a place is not held there: "the Conference on Hungary"."""

_GAP: Final = 110  # code points from a name to its date
_COMING: Final = re.compile(r"\b(?:coming|forthcoming|planned|proposed|future|upcoming)\s+(?:\Z|\w)", re.IGNORECASE)
_TO_COME: Final = re.compile(r"[\s,]*(?:which\s+)?(?:is|are)\s+to\b|[\s,]*will\b")


class _Telling(NamedTuple):
    """A place where an event is named, with the date that belongs to it there."""

    start: int
    end: int
    kind: str
    rule: str
    date: DateMention | None


def named_events(document: Document, analysis: Analysis, own: Sequence[Stretch], now: str) -> list[Event]:
    """Return the events that have a name, each once with all the places that name it.

    `own` stretches tell of the document's own event and are not looked at; `now` is the last day (EDTF) that it
    records.
    """
    text = document.text
    cited: tuple[Placed, ...] = (*analysis.works, *analysis.citations)
    references = merged((r.span.start, r.span.end) for r in cited)
    taken = merged(own)
    tellings: dict[str, list[_Telling]] = {}
    last = 0
    for start, end, kind, rule in sorted(_found(text), key=lambda f: (f[0], -f[1])):
        if (
            start < last
            or meets(taken, start, end)
            or block_at(document, start) in {"citation", "language", "contents"}
        ):
            continue
        date = _date(analysis, text, start, end)
        organisation = any(
            m.kind == "organisation" and m.span.end - m.span.start == end - start
            for m in within(analysis.mentions, start, end)
        )
        if date is None and organisation:
            continue
        dated_meeting = kind == "meeting" and date is not None
        if holding(references, start) and not dated_meeting and not _MEETING_ON.search(text[:start][-_GAP:]):
            continue  # a name in a title is no telling of the event, unless it is the conference's that heard a paper
        last = end
        tellings.setdefault(_key(text[start:end]), []).append(_Telling(start, end, kind, rule, date))
    return [_event(document, analysis, group, now) for group in tellings.values()]


def _found(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield what looks like the name of an event: offsets, kind, rule."""
    for match in _LIST.finditer(text):
        if match[0][0].isupper() and not _GOES_ON.match(text, match.end()):
            yield *match.span(), _LISTED[" ".join(match[0].casefold().split())], "named-listed"
    for rule, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not _GOES_ON.match(text, match.end()) and _says_which(match):
                yield *match.span(), _KIND[match["noun"].casefold()], rule


_ANY_OF_THEM: Final = frozenset(
    re.findall(r"\w+", "Peace Trade Press Government State Loan Economic Military Cultural Commercial Basic")
)
"""Words before a noun that do not tell one event from another."""


def _says_which(match: re.Match[str]) -> bool:
    """Say whether the words before the noun tell one event from another: not "Party Congress", "CCP Congress"."""
    if match.string[: match.start()][-6:].casefold() == "press ":
        return False
    before = match.string[match.start() : match.start("noun")].split()
    if match.end() > match.end("noun") or not before:
        return True
    if match["noun"].casefold() in {"congress", "plenum", "conference", "plenary", "convention"} and all(
        w.isupper() or w in {"Party", "National"} for w in before
    ):
        return False
    if match["noun"].casefold() == "congress" and (before[-1] in DEMONYMS or before[-1].strip(".") in {"US", "U.S"}):
        return False  # the American Congress sits for years
    if match["noun"] == "agreement" and before[-1] in DEMONYMS:
        return False  # "Soviet agreement" to something
    return not before[-1].endswith(("'s", "’s")) and before[-1] not in _ANY_OF_THEM


_NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        1,
    )
} | {"twentieth": "20"}


def _key(words: str) -> str:
    """Return what two names of one event share: no case or articles, ordinals as numbers, bodies as initials."""
    parts = [w for w in words.replace("’", "'").split() if w.casefold() != "the"]
    if "of" in parts:
        body = parts[parts.index("of") + 1 :]
        if len(body) > 1 and all(w[0].isupper() for w in body):
            parts = [*parts[: parts.index("of") + 1], "".join(w[0] for w in body)]
    return " ".join(_NUMBERS.get(w.casefold(), re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", w.casefold())) for w in parts)


def _date(analysis: Analysis, text: str, start: int, end: int) -> DateMention | None:
    """Return the date in a name, or the one joined to it: "(22 IV)", "signed on 14 March"."""
    after = following(analysis.dates, end)
    if after and after.span.start - end < _GAP and _JOINED.match(text[end : after.span.start]):
        return after
    return next(iter(within(analysis.dates, start, end)), None)


def _event(document: Document, analysis: Analysis, tellings: list[_Telling], now: str) -> Event:
    text = document.text
    first = tellings[0]
    spans = [quote(text, t.start, _end(text, t)) for t in tellings]
    mentions = [m for s in spans for m in named(s, analysis.mentions)]
    dates = [t.date.edtf for t in tellings if t.date]
    return Event(
        event_class="named",
        kind=first.kind,
        label=" ".join(text[first.start : first.end].split()),
        span=spans[0],
        rule=f"events/{first.rule}",
        edtf=dates[0] if dates else "",
        certainty=_certainty(document, first, now),
        actors=once(m.span for m in mentions if m.kind != "place"),
        places=once(
            p
            for p in places(mentions)
            if first.kind != "meeting" or not _SUBJECT.search(text[max(0, p.start - 20) : p.start])
        ),
        other_spans=tuple(spans[1:]),
    )


def _end(text: str, telling: _Telling) -> int:
    """Return where a name ends with its date, the bracket around the date included."""
    end = max(telling.end, telling.date.span.end if telling.date else 0)
    return end + (end > telling.end and text[end : end + 1] == ")" and "(" in text[telling.end : end])


def _certainty(document: Document, telling: _Telling, now: str) -> Certainty:
    """Say whether the event is still to come, where it is first named."""
    text, edtf = document.text, telling.date.edtf if telling.date else ""
    late = block_at(document, telling.start) == "body" and is_after(edtf, now)
    coming = _COMING.search(text[max(0, telling.start - 20) : telling.start]) or _COMING.match(
        text[telling.start : telling.end]
    )
    return "planned" if late or coming or _TO_COME.match(text, telling.end) else "asserted"
