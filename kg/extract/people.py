"""People: the names that other finds point to, the rules' and the model's, and every further place of a name."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from kg.extract.lexicon import (
    ALSO_SURNAMES,
    EAST_ASIAN,
    GIVEN,
    NOT_AFTER,
    NOT_NAMES,
    ORGANISATIONS,
    PLACES,
    fold,
    index,
    occurrences,
)
from kg.extract.names import GAP, INITIAL, NAME, NOT_IN_WORD, TITLES, UPPER, WORD
from kg.extract.offices import office_before
from kg.extract.person_deeds import is_shaped
from kg.extract.person_model import NEVER, before_place, credible, proposed, without_places
from kg.extract.person_rules import Find, finds, is_east_asian, is_month, trimmed
from kg.extract.sentences import at_sentence_start, small_words
from kg.extract.shadow import Shadow, shadow
from kg.extract.within import meets, merged
from kg.model import Analysis, Document, Mention, Span, quote

_INITIALS_BEFORE: Final = re.compile(rf"{NOT_IN_WORD}(?:{INITIAL}[ \t\u00a0]{{0,2}}){{1,4}}$")
_WORD_BEFORE: Final = re.compile(rf"{NOT_IN_WORD}({WORD}){GAP}$")
_WORDS: Final = re.compile(r"\w+")
_THING_OF: Final = re.compile(r"\b(?:Stars?|Medal|Church|Feast|(?<![Bb]y )Order) of (?:St\.? )?$")  # the Order of Lenin
_SINGLE: Final = re.compile(rf"({UPPER})\.[ \t]{{1,2}}(?={WORD}$|{WORD}(?! ?{UPPER}))")
_FEWEST_MESSIEURS: Final = 3
_UNBROKEN: Final = re.compile(r"[\w-]+")
_DOUBLE: Final = re.compile(rf"({UPPER}\w+)[-–]({UPPER}\w+)")
_JOINED: Final = re.compile(rf"({UPPER}\w+) ({UPPER}\w+)")
_LATE: Final = {
    "people/deeds": 1,
    "people/given-name": 1,
    "people/model": 2,
    "people/propagated": 3,
}  # of finds alike, the earlier rule is named


_BY_SHAPE: Final = frozenset({"people/given-name", "people/east-asian", "people/model"})


def people(document: Document, analysis: Analysis) -> Analysis:
    """Add the people that the text names. Names that turns, participations, roles and works point to come first."""
    copy = shadow(document.text)
    mentioned = {(m.span.start, m.span.end) for m in analysis.mentions}
    seeds = [
        Find(*copy.inside(s), "people/pointed-to") for s in _pointed_to(analysis) if (s.start, s.end) not in mentioned
    ]
    closed = merged(copy.inside(s) for s in _closed(analysis))

    def is_open(find: Find) -> bool:
        return not meets(closed, find.start, find.end) and not _THING_OF.search(
            copy.text, max(0, find.start - 12), find.start
        )

    ours = (f for f in (*finds(copy.text), *proposed(analysis, copy)) if is_open(f) and not _of_a_place(copy.text, f))
    ours = (f for f in ours if f.rule != "people/deeds" or credible(copy.text[f.start : f.end]))
    own = _without_extra_words(copy.text, [replace(f, end=before_place(copy, f.start, f.end)) for f in ours])
    chosen = _chosen([*seeds, *_split(copy.text, without_places(copy.text, seeds, own))])
    chosen = _chosen([*chosen, *filter(is_open, _propagated(copy.text, chosen))])
    places = {s.span.exact for s in analysis.suggestions if s.kind == "place" and not is_shaped(s.span.exact)}
    more = _chosen([*chosen, *filter(is_open, _coordinated(copy.text, chosen, places))])
    chosen = _chosen([*more, *filter(is_open, _propagated(copy.text, more))]) if len(more) > len(chosen) else chosen
    chosen = _without_monsieur(copy.text, chosen)
    ends = [0, *(find.end for find in chosen)]
    mentions = [_mention(document.text, copy, find, after) for find, after in zip(chosen, ends, strict=False)]
    return replace(
        analysis, mentions=tuple(sorted((*analysis.mentions, *mentions), key=lambda m: (m.span.start, m.span.end)))
    )


def _pointed_to(analysis: Analysis) -> Iterator[Span]:
    yield from (turn.speaker for turn in analysis.turns)
    yield from (part.person for part in analysis.participations)
    yield from (role.agent for role in analysis.roles)
    yield from (creator.span for work in analysis.works for creator in work.creators)


def _closed(analysis: Analysis) -> Iterator[Span]:
    """Yield where no person can be named: in shelfmarks and organisations, but for "Petrov's government"."""
    yield from (citation.span for citation in analysis.citations)
    for mention in analysis.mentions:
        if mention.kind == "organisation" and not re.search(r"(?:['’]s? [a-z]+| [Gg]overnment)$", mention.span.exact):
            yield mention.span


def _mention(text: str, copy: Shadow, find: Find, after: int) -> Mention:
    start, end = copy.to_source(find.start, find.end)
    if find.rule != "people/pointed-to" and "]" in text[start:end] and "[" not in text[start:end]:
        start -= text[start - 1 : start] == "["  # "[Imre] Petrov"
    return Mention(quote(text, start, end), "person", find.rule, office_before(copy.text, find.start, after))


def _of_a_place(text: str, find: Find) -> bool:
    """Whether a name that no title stands before is a part of another: "Ning Po Road"."""
    follows = re.match(r"[ \t](\w+)", text[find.end : find.end + 24])
    return find.rule in _BY_SHAPE and follows is not None and follows[1] in NOT_AFTER


def _without_extra_words(text: str, found: Sequence[Find]) -> list[Find]:
    """Cut "Imre Petrov Confirm" and German "Otto Petrovs" to the name that stands by itself elsewhere in the text."""
    names = {text[f.start : f.end] for f in found}
    surnames = {name.split()[-1] for name in names}
    cut = []
    for find in found:
        *before, last = text[find.start : find.end].split()
        shorter = " ".join(before)
        if last.endswith("s") and last[:-1] in surnames and before and fold(before[-1]) in GIVEN:
            cut.append(replace(find, end=find.end - 1))
        elif (
            shorter in names and len(before) > 1 and fold(last) not in GIVEN and not is_east_asian(f"{shorter} {last}")
        ):
            cut.append(replace(find, end=find.start + len(shorter)))
        else:
            cut.append(find)
    return cut


def _without_monsieur(text: str, found: Sequence[Find]) -> list[Find]:
    """Cut the "M." before names where it stands for Monsieur: before three surnames, and few other initials do."""
    single = [(m[1], m.end(), f) for f in found if (m := _SINGLE.match(text, f.start, f.end))]
    french = {text[end : f.end] for initial, end, f in single if initial == "M"}
    others = {text[f.start : f.end] for initial, _, f in single if initial != "M"}
    if len(french) < _FEWEST_MESSIEURS or len(french) < _FEWEST_MESSIEURS * len(others):
        return list(found)
    starts = {f: end for initial, end, f in single if initial == "M" and f.rule != "people/pointed-to"}
    return [replace(f, start=starts[f], rule="people/title") if f in starts else f for f in found]


def _split(text: str, found: Sequence[Find]) -> Iterator[Find]:
    """Take "Petrov-Ivanov" for two people where both names stand by themselves elsewhere in the text.

    "Petrov Ivanov" are two that the page joined, too, where Ivanov bears initials elsewhere.
    """
    alone = set(_UNBROKEN.findall(text))
    names = {text[f.start : f.end] for f in found}
    lettered = {name.rsplit(maxsplit=1)[-1] for name in names if re.match(INITIAL, name)}
    for find in found:
        parts = _DOUBLE.fullmatch(text[find.start : find.end])
        joined = _JOINED.fullmatch(text[find.start : find.end])
        if parts and {*parts.groups()} <= PLACES:
            continue  # "Hunan-Hubei"
        if parts and ({*parts.groups()} <= alone or {*parts.groups()} <= EAST_ASIAN):
            yield from _halves(find, parts)
        elif joined and {*joined.groups()} <= names and joined[2] in lettered and fold(joined[1]) not in GIVEN:
            yield from _halves(find, joined)
        else:
            yield find


def _halves(find: Find, parts: re.Match[str]) -> Iterator[Find]:
    yield replace(find, end=find.start + parts.end(1))
    yield replace(find, start=find.start + parts.start(2))


def _chosen(found: Iterable[Find]) -> list[Find]:
    """Keep what other finds point to, then the longest of what overlaps, by the surest rule."""
    kept: list[Find] = []
    for find in sorted(
        set(found),
        key=lambda f: (f.rule != "people/pointed-to", f.start - f.end, f.start, _LATE.get(f.rule, 0), f.rule),
    ):
        at = bisect_left(kept, find.end, key=_start)
        if not at or kept[at - 1].end <= find.start:
            insort(kept, find, key=_start)
    return kept


def _start(find: Find) -> int:
    return find.start


def _forms(text: str, found: Iterable[Find]) -> set[str]:
    """Return the forms under which the people found may stand elsewhere: whole names and surnames, folded."""
    forms = set()
    for find in found:
        name = fold(text[find.start : find.end]).rstrip(".")
        parts = [p for p in name.replace("[", " ").replace("]", "").split() if not re.fullmatch(rf"(?:{INITIAL})+", p)]
        if not parts:
            continue
        forms.add(name)
        forms.add(parts[0] if is_east_asian(" ".join(parts)) else re.sub(rf"^(?:{INITIAL})+", "", parts[-1]))
        if (double := _DOUBLE.fullmatch(parts[-1])) and double[1] not in GIVEN:
            forms.add(double[1])  # of Petrov-Ivanov often Petrov alone
    forms |= {f.upper() for f in forms if len(f) > 3}
    never = NEVER - {name for name in ORGANISATIONS if name.isalpha() and name.istitle()}  # "Duma": elsewhere closed
    small = small_words(text)
    common = NOT_NAMES - {name for name in ALSO_SURNAMES if name.lower() not in small}  # "Steel" alone is Sir John
    return {f for f in forms if len(f) > 1 and f not in never and f not in common and f[0].isupper()}


def _propagated(text: str, found: Sequence[Find]) -> Iterator[Find]:
    """Yield the other places where a name that was found stands."""
    plain = fold(text)
    all_words = set(_WORDS.findall(plain))
    for start, end in occurrences(plain, index(_forms(text, found))):
        name = plain[start:end]
        if plain[start - 1 : start] == "-" and (
            plain[start - 2 : start - 1].islower() and not _name_before(plain, start)
        ):
            continue
        follows = re.match(r"(?:['’]s)?[ \t](\w+)", plain[end : end + 24])
        if follows and follows[1] in NOT_AFTER:
            continue
        if re.match(r"-[a-z]", plain[end : end + 2]):
            continue
        if at_sentence_start(plain, start) and all_words.issuperset(_WORDS.findall(name.lower())):
            continue  # a word that also stands in small letters
        yield Find(_with_given_name(plain, start), end, "people/propagated")


def _name_before(text: str, start: int) -> bool:
    """Whether the word before a hyphen begins with a capital."""
    return re.search(r"(?<![\w-])[A-ZÀ-Ž]\w+-$", text[max(0, start - 30) : start]) is not None


def _with_given_name(text: str, start: int) -> int:
    """Return where a name begins when initials or a given name stand before the surname at `start`."""
    before = text[max(0, start - 40) : start]
    match = _INITIALS_BEFORE.search(before)
    if match is None:
        match = _WORD_BEFORE.search(before)
        if match is None or match[1] not in GIVEN or is_month(before, match.start(), match[1]):
            return start
    return start - (len(before) - match.start())


_NEXT: Final = re.compile(
    rf"(?P<join>,[ \t]+(?:and[ \t]+)?|[ \t]+and[ \t]+)(?P<name>{NAME})(?=,(?! (?:Vol|No|vol|no|pp?)\.)"
    rf"|[ \t]+and|[.;)]|[ \t]+[a-z])"
)
_PAIR: Final = re.compile(
    rf"[ \t](?:[–-]|and)[ \t](?P<name>{WORD})(?=[ \t][a-z]|[.,;)]|['’]s)"
)  # "of Petrov – Ivanov", "Petrov and Ivanov came"
_PAIR_BEFORE: Final = re.compile(
    rf"(?:(?<=[a-z,;] )|(?<![\w-]){UPPER}[a-z]+ )(?P<name>(?:{WORD} )?{WORD})[ \t]and[ \t](?:{TITLES}[ \t])?$"
)
_PLACED: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear) $")
_REACH: Final = 40


def _coordinated(text: str, found: Sequence[Find], places: set[str]) -> Iterator[Find]:
    """Yield the unknown names in a row of at least two known ones: "Petrov, Ivanov, and Sidorov".

    Beside a single one, too, if the model takes the name for no place: "Petrov and Ivanov came".
    """
    ends = {find.start: find.end for find in found}
    for find in found:
        following = _NEXT.match(text, find.end)
        run = 1
        while following and following.start("name") in ends:
            run += 1
            following = _NEXT.match(text, ends[following.start("name")])
        beyond = _NEXT.match(text, following.end("name")) if following else None
        if following and (run > 1 or (beyond and beyond.start("name") in ends)):
            yield from _unknown(text, following)
        for pair in (
            _PAIR.match(text, find.end),
            _PAIR_BEFORE.search(text, max(0, find.start - _REACH), find.start),
        ):
            if pair and pair.start("name") not in ends and pair["name"] not in places and not _is_placed(text, pair):
                yield from _unknown(text, pair)


def _is_placed(text: str, pair: re.Match[str]) -> bool:
    """Whether something is in what the pattern found, or near it."""
    return _PLACED.search(text, max(0, pair.start("name") - 6), pair.start("name")) is not None


def _unknown(text: str, match: re.Match[str]) -> Iterator[Find]:
    stretch = trimmed(text, *match.span("name"))
    if stretch and credible(text[slice(*stretch)]):
        yield Find(*stretch, "people/coordination")
