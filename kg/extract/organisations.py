"""Organisations: archives and publishers that other finds point to, the lists, the rules, and the model's word."""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import GIVEN, NOT_NAMES, PLACES, fold
from kg.extract.names import INITIAL, LOWER, NOT_IN_WORD, TITLE_WORDS, TITLES, UPPER, WORD
from kg.extract.organisation_rules import NEVER, TAILS, Find, finds, in_title
from kg.extract.person_acts import NEAR
from kg.extract.person_rules import is_east_asian
from kg.extract.shadow import Shadow, joins, shadow
from kg.extract.within import meets, merged
from kg.model import Analysis, Document, Mention, quote

_NO_BODY: Final = frozenset(
    {
        "Expedition",
        "Reservoir",
        "Loan",
        "Campaign",
        "Plan",
        "Question",
        "Treaty",
        "Agreement",
        "Conference",
        "Crisis",
        "War",
    }
    | {
        "Line",
        "Policy",
        "Doctrine",
        "Law",
        "Act",
        "Era",
        "Revolution",
        "Evidence",
        "Declaration",
        "Memorandum",
        "Report",
    }
    | {"Prize", "Day", "Province", "Authorities", "Groups", "Affairs"}
    | {"Project", "Program", "Programme", "Script", "Travel", "Restrictions", "Clique"}
)
"""Last words of what the model takes for an organisation and is none."""

_INITIALS: Final = re.compile(rf"(?!U\.)(?:{INITIAL}\s){{1,3}}(?:{WORD}|{UPPER}+)")  # P. I. PETROV
_NOBLE: Final = re.compile(r"(?:^|\s)(?:[Dd]e|[Vv]on|[Vv]an|[Dd]u|[Dd]i)\s[^\s]+$")  # Brun de Favre
_OFFICE_OF: Final = re.compile(
    r"\b(?:Secretary|Minister|Director|Chief|Head|Commissioner|Chairman)\s(?:of|for)\s(?:the\s)?\Z"
)
_PERSON_BEFORE: Final = re.compile(
    rf"(?:{TITLES}|{NOT_IN_WORD}(?!U\.)(?:{INITIAL} ?){{1,3}}|{NOT_IN_WORD}(?P<given>{WORD}))[ \t]?$"
)
_NEAR_BEFORE: Final = re.compile(rf"\b(?:{NEAR}) $")
_GLOSSED: Final = re.compile(r"(.{6,}?) ?\((\w{2,10})\)")  # Central Archive (CA): two names
_SERIES: Final = re.compile(r",? (?:[Vv]ol|[Nn]o|pp?)\.")  # a series or a periodical that the lists do not know
_CAPITALS: Final = re.compile(
    rf"{UPPER}{{5,}}(?: {UPPER}+)+(?= \S*{LOWER})"
)  # a word, not the letters of a body's name
_LEAD: Final = re.compile(r"(?:[Tt]he\s+|[\"“‘'(*\[]+)*")
_TRAIL: Final = re.compile(r"(?:['’]s|[\"”’'*.,)\]\s])+$")


def organisations(document: Document, analysis: Analysis) -> Analysis:
    """Add the organisations that the text names; works give their publishers, shelfmarks their archives."""
    copy = shadow(document.text)
    closed = merged(copy.inside(citation.span) for citation in analysis.citations)
    ours = _without_surnames(copy.text, [*finds(copy.text), *_proposed(analysis, copy)])
    free = (_in_capitals(copy.text, f) for f in ours if not meets(closed, f.start, f.end))
    mentions = []
    for find in _chosen([*_decided(analysis, copy), *free]):
        start, end = copy.to_source(find.start, find.end)
        if document.text.count("[", start, end) < document.text.count("]", start, end):
            continue  # half of "[The State] Bank"
        mentions.append(Mention(quote(document.text, start, end), "organisation", f"organisations/{find.rule}"))
    return replace(
        analysis, mentions=tuple(sorted((*analysis.mentions, *mentions), key=lambda m: (m.span.start, m.span.end)))
    )


def _without_surnames(text: str, found: Sequence[Find]) -> Iterator[Find]:
    """Leave out what bears a person's name: the lists' "Duma" where the text has an Ambassador Duma, and no article."""
    single = [f for f in found if f.rule == "list" and re.fullmatch(WORD, text[f.start : f.end])]
    surnames = {text[f.start : f.end] for f in single if _behind_a_name(text, f.start)}
    for find in found:
        bare = text[find.start : find.end] in surnames and not text[
            max(0, find.start - 4) : find.start
        ].lower().endswith("the ")
        if not bare and not (find.rule == "model" and _NEAR_BEFORE.search(text, max(0, find.start - 40), find.start)):
            yield find


def _in_capitals(text: str, find: Find) -> Find:
    """End a body in capitals where they end: copied pages join the next line to it, "MINISTRY OF TRADE Budapest"."""
    capitals = _CAPITALS.match(text, find.start, find.end)
    return replace(find, end=capitals.end()) if capitals else find


def _behind_a_name(text: str, start: int) -> bool:
    """Whether a title, an initial or a given name stands right before."""
    before = _PERSON_BEFORE.search(text, max(0, start - 40), start)
    return before is not None and (not before["given"] or fold(before["given"]) in GIVEN)


def _decided(analysis: Analysis, copy: Shadow) -> Iterator[Find]:
    spans = [("archive", c.archive_span) for c in analysis.citations] + [
        ("publisher", w.publisher) for w in analysis.works
    ]
    for rule, span in spans:
        if span is None or span.exact in PLACES:
            continue
        start, end = copy.inside(span)
        glossed = _GLOSSED.fullmatch(copy.text[start:end])
        if glossed:
            yield Find(start, start + glossed.end(1), rule)
            yield Find(start + glossed.start(2), start + glossed.end(2), rule)
        else:
            yield Find(start, end, rule)


def _proposed(analysis: Analysis, copy: Shadow) -> Iterator[Find]:
    """Yield what the model takes for an organisation, less what the lists know to be something else."""
    votes = Counter((_TRAIL.sub("", s.span.exact), s.kind) for s in analysis.suggestions)
    for suggestion in analysis.suggestions:
        if suggestion.kind != "organisation":
            continue
        start, end = copy.inside(suggestion.span)
        lead = _LEAD.match(copy.text, start, end)
        start = lead.end() if lead else start
        name = _TRAIL.sub("", copy.text[start:end])
        outvoted = votes[name, "organisation"] < max(votes[name, "person"], votes[name, "place"])
        if (
            _credible(name)
            and not _names_a_holder(copy.text, start, name)
            and not outvoted
            and not any(joins(copy, start, start + len(name)))
            and not in_title(copy.text, start, end)
            and not _SERIES.match(copy.text, start + len(name))
        ):
            yield Find(start, start + len(name), "model")


def _names_a_holder(text: str, start: int, name: str) -> bool:
    """Whether the words tell an office and end with who holds it: "Secretary of [Defense Lind]"."""
    *office, holder = name.split()
    return (
        bool(office)
        and _OFFICE_OF.search(text[max(0, start - 40) : start]) is not None
        and NOT_NAMES.issuperset(office)
        and holder not in NOT_NAMES | TAILS
    )


def _credible(name: str) -> bool:
    parts = name.split()
    if not parts or name in NEVER or not name[0].isupper() or re.search(r"[\d⁰¹²³⁴-⁹:;<>/@\n*,]|-\s", name):
        return False
    if (
        parts[0].endswith("ing")
        or parts[-1][0].islower()
        or parts[0] in TITLE_WORDS
        or parts[-1] in _NO_BODY
        or is_east_asian(name)
    ):
        return False
    if len(parts) == 1:
        return re.fullmatch(rf"{UPPER}{{3,7}}", name) is not None and re.fullmatch(r"[IVXLC]+", name) is None
    if fold(parts[0]) in GIVEN or _INITIALS.fullmatch(name) or (_NOBLE.search(name) and parts[-1] not in PLACES):
        return False
    return not all(p in NOT_NAMES or p in PLACES or p in {"of", "the", "and"} for p in parts)


def _chosen(found: Iterable[Find]) -> list[Find]:
    """Keep the longest of what overlaps; parts of one coordination ("French and British governments") may."""

    def together(one: Find, other: Find) -> bool:
        return one.rule == other.rule == "coordinated" and one.end == other.end

    kept: list[Find] = []
    order = sorted(
        set(found),
        key=lambda f: (f.rule == "model", f.rule not in {"archive", "publisher"}, f.start - f.end, f.start, f.rule),
    )
    longest = max((find.end - find.start for find in order), default=0)
    for find in order:
        first, last = (bisect_left(kept, at, key=_start) for at in (find.start - longest, find.end))
        if all(other.end <= find.start or together(find, other) for other in kept[first:last]):
            insort(kept, find, key=_start)
    return sorted(kept, key=lambda f: (f.start, f.end))


def _start(find: Find) -> int:
    return find.start
