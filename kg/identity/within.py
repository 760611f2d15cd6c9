"""Who is who inside one document: the mentions of a person, organisation or place gathered into clusters."""

import re
from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kg.extract.archives import archives
from kg.extract.lexicon import entries
from kg.identity.customs import called
from kg.identity.forms import fold
from kg.identity.generic import whose
from kg.identity.names import Name, called_wife, compatible, fullness, parse
from kg.ids import slug
from kg.model import Analysis, Cluster, Document, EntityKind, Mention
from kg.tables import additions

_ORGANISATION_LISTS: Final = ("igos", "parties", "services", "press", "projects")
_PLACE_LISTS: Final = ("countries", "regions", "cities")
_BETWEEN_ALIASES: Final = re.compile(r"\s*[\[(](?:i\.e\.|also|that is|formerly|=)?\s*")

_DEAR: Final = re.compile(r"\b[Dd]ear\s+\Z")
_SHORT: Final = 8  # code points in which "Dear" and the space after it stand

_PAGE: Final = 3000  # code points in which a body named in full is called by a general name alone

_NOBODY: Final = Name("", ())


@dataclass
class _Group:
    """Mentions gathered so far, and what is known of the name."""

    mentions: list[Mention]
    name: Name = _NOBODY
    wife: bool = False
    titles: set[str] = field(default_factory=set)
    key: str = ""
    starts: list[int] = field(default_factory=list)  # of people: where the mentions begin, in order


def cluster(document: Document, analysis: Analysis) -> tuple[Cluster, ...]:
    """Gather the mentions of one document, in the order of their first mention."""
    kinds: tuple[EntityKind, ...] = ("person", "organisation", "place")
    made = []
    for kind in kinds:
        mentions = [m for m in analysis.mentions if m.kind == kind]
        groups = _people(document.text, mentions) if kind == "person" else _others(kind, mentions)
        made += [_cluster(kind, group) for group in _joined(document.text, kind, groups)]
    return tuple(sorted(made, key=lambda c: (c.mentions[0].start, c.mentions[0].end, c.kind)))


def _cluster(kind: EntityKind, group: _Group) -> Cluster:
    ordered = sorted(group.mentions, key=lambda m: (m.span.start, m.span.end))
    forms = Counter(_form(m) for m in ordered)
    weigh = fullness if kind == "person" else _length
    rank = {form: (*weigh(form), times) for form, times in forms.items()}
    label = max(sorted(rank), key=lambda form: rank[form])
    return Cluster(
        kind=kind,
        label=label,
        forms=tuple(sorted(forms)),
        mentions=tuple(m.span for m in ordered),
        key=group.key,
        notes=tuple(dict.fromkeys(m.note for m in ordered if m.note)),
        guessed=all(m.rule.endswith("/model") for m in ordered),
    )


def _length(form: str) -> tuple[int, int, int, int]:
    return 0, 0, 0, len(form)


def _form(mention: Mention) -> str:
    return " ".join(mention.span.exact.split())


# -----------------------------------------------------------------------------------------------------------------
# people


def _people(text: str, mentions: Sequence[Mention]) -> list[_Group]:
    """Full names first, then bare surnames by the nearest bearer, then forms of address without a surname.

    Mrs. John Miller is nobody called John Miller, and a bare Mrs. Miller none of the others of that surname.
    """
    parsed = [(mention, parse(_form(mention))) for mention in mentions]
    own = _only_of_wives(parsed)
    groups: list[_Group] = []
    of_surname: dict[str, list[_Group]] = {}
    for mention, name in sorted(parsed, key=lambda p: (-_weight(p[1]), p[0].span.start)):
        if name.given and name.surname:
            alike = of_surname.setdefault(name.surname, [])
            wife = called_wife(mention.note) or name in own
            bearers = [g for g in alike if g.wife == wife and compatible(g.name.given, name.given)]
            _put((groups, alike), mention, name, bearers, wife=wife)
    of_given: dict[str, list[_Group]] = {}
    for group in groups:
        for word in filter(None, (group.name.given[0], parse(called(_form(group.mentions[0]).split())).surname)):
            of_given.setdefault(word, []).append(group)
    for mention, name in parsed:
        if not name.given:
            alike = of_surname.setdefault(name.surname, [])
            wife = called_wife(mention.note)
            bearers = [g for g in alike if g.wife == wife]
            if not wife:
                bearers = bearers or [g for g in alike if g.name.given] or of_given.get(name.surname, [])
            bearers = bearers or _addressed(text, mention, groups)
            _put((groups, alike), mention, name, bearers, wife=wife)
    for mention, name in parsed:
        if not name.surname:
            _put((groups,), mention, name, [g for g in groups if g.name.given and compatible(g.name.given, name.given)])
    return groups


def _only_of_wives(parsed: Sequence[tuple[Mention, Name]]) -> set[Name]:
    """Return the full names of which half bear a wife's title here, and none another one: they are her own."""
    times = Counter(name for _, name in parsed if name.given)
    titled = Counter((name, called_wife(mention.note)) for mention, name in parsed if name.given and mention.note)
    return {name for name, count in times.items() if 2 * titled[name, True] >= count and not titled[name, False]}


def _addressed(text: str, mention: Mention, groups: Sequence[_Group]) -> list[_Group]:
    """Return the one whose initial a salutation spells out: "Dear Anna" is A. Weiss, if no other name begins so."""
    if not _DEAR.search(text, max(0, mention.span.start - _SHORT), mention.span.start):
        return []
    given = (fold(_form(mention)),)
    alike = [g for g in groups if g.name.given and len(g.name.given[0]) == 1 and compatible(g.name.given[:1], given)]
    return alike if len(alike) == 1 else []


def _weight(name: Name) -> int:
    return sum(len(part) for part in name.given)


def _put(
    lists: Sequence[list[_Group]], mention: Mention, name: Name, bearers: Sequence[_Group], *, wife: bool = False
) -> None:
    """Add a mention to the one of several bearers that fits best: same title, else nearest before, else nearest."""
    title = mention.note.casefold()
    if not bearers:
        new = _Group([mention], name, wife, {title} if title else set(), starts=[mention.span.start])
        for groups in lists:
            groups.append(new)
        return
    best = min(bearers, key=lambda g: (0 if title and title in g.titles else 1, *_distance(g, mention)))
    best.mentions.append(mention)
    insort(best.starts, mention.span.start)
    if title:
        best.titles.add(title)
    if _weight(name) > _weight(best.name):
        best.name = name


def _distance(group: _Group, mention: Mention) -> tuple[int, int]:
    start = mention.span.start
    i = bisect_right(group.starts, start)
    return (0, start - group.starts[i - 1]) if i else (1, group.starts[0] - start)


# -------------------------------------------------------------------------------------------------- organisations,
# places


@lru_cache(maxsize=4)
def _keys(kind: EntityKind, _added: str) -> dict[str, tuple[str, ...]]:
    """Return for every folded form the keys of the listed things that bear it."""
    found: dict[str, list[str]] = {}
    lists = ("organisations", _ORGANISATION_LISTS) if kind == "organisation" else ("places", _PLACE_LISTS)
    if kind == "organisation":
        for item in archives().values():
            for form in {_key(form) for form in (item.name, *item.forms)}:
                if item.key not in found.setdefault(form, []):
                    found[form].append(item.key)
    kept = {form: keys[0] for form, keys in found.items() if len(keys) == 1}  # an archive is not a second organisation
    for names in entries(lists[0], *lists[1]):
        key = next((kept[_key(form)] for form in names if _key(form) in kept), slug(names[0]))
        for form in map(_key, names):
            if key not in found.setdefault(form, []):
                found[form].append(key)
    return {form: tuple(keys) for form, keys in found.items()}


def listed_names(kind: EntityKind, form: str) -> tuple[str, ...]:
    """Return all names of the listed organisation or place that bears a form; none where two do, or none does."""
    keys = _keys(kind, additions()).get(_key(form), ())
    names = _names(kind, additions()) if len(keys) == 1 else {}
    return names.get(keys[0], ()) if names else ()


@lru_cache(maxsize=4)
def _names(kind: EntityKind, added: str) -> dict[str, tuple[str, ...]]:
    lists = ("organisations", _ORGANISATION_LISTS) if kind == "organisation" else ("places", _PLACE_LISTS)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for names in entries(lists[0], *lists[1]):
        for key in _keys(kind, added)[_key(names[0])][:1]:
            found[key] += names
    return {key: tuple(names) for key, names in found.items()}


def _key(form: str) -> str:
    """Return the key of a listed form: of another alphabet as it is written, for "Praga" need not be "Прага"."""
    return _plain(form) if re.search("[A-Za-z]", form) else form.casefold()


def _plain(form: str) -> str:
    return re.sub(r"^the ", "", " ".join(fold(form).split())) or form.casefold()


def _others(kind: EntityKind, mentions: Sequence[Mention]) -> list[_Group]:
    """One group for each listed thing or form; an acronym of two listed things goes by the other forms present."""
    of_form = _keys(kind, additions())
    listed = [of_form.get(_key(_form(m))) or of_form.get(_plain(_form(m)), ()) for m in mentions]
    certain = {keys[0] for keys in listed if len(keys) == 1}
    groups: dict[str, _Group] = {}
    for mention, keys in zip(mentions, listed, strict=True):
        likely = keys if len(keys) < 2 else tuple(p for p in keys if p in certain)
        key = likely[0] if len(likely) == 1 else ""
        group = groups.setdefault(key or _plain(_form(mention)), _Group([], key=key))
        group.mentions.append(mention)
    return list(groups.values())


def _joined(text: str, kind: EntityKind, groups: Sequence[_Group]) -> list[_Group]:
    """Join groups where the text itself says so: one name followed by the other in brackets."""
    place = {(m.span.start, m.span.end): number for number, group in enumerate(groups) for m in group.mentions}
    leader = list(range(len(groups)))
    for left, right in _aliases(text, sorted(place)):
        first, second = _root(leader, place[left]), _root(leader, place[right])
        if kind == "place" and _is_part(text[left[1] : right[0]], groups[first].key, groups[second].key):
            continue
        if not (groups[first].key and groups[second].key and groups[first].key != groups[second].key):
            leader[max(first, second)] = min(first, second)
    merged: dict[int, _Group] = {}
    for number, group in enumerate(groups):
        _take(merged.setdefault(_root(leader, number), _Group([])), group)
    return _named_in_short(list(merged.values())) if kind == "organisation" else list(merged.values())


def _take(group: _Group, other: _Group) -> None:
    group.mentions += other.mentions
    group.key = group.key or other.key


def _named_in_short(groups: Sequence[_Group]) -> list[_Group]:
    """Join bodies of general names with the one that the document named in full not far before."""
    ordered = sorted(groups, key=_start)
    short = whose([sorted(set(map(_form, group.mentions))) for group in ordered])
    gone = {number for number, full in short.items() if _start(ordered[number]) - _start(ordered[full]) <= _PAGE}
    for number in gone:
        _take(ordered[short[number]], ordered[number])
    return [group for number, group in enumerate(ordered) if number not in gone]


def _start(group: _Group) -> int:
    return min(mention.span.start for mention in group.mentions)


def _is_part(between: str, key: str, other: str) -> bool:
    """Say whether brackets hold a part of a listed place, or what an unknown one lies in: "Brodek (Poland)".

    Square brackets are an editor's, who gives another name, if it is not that of a country.
    """
    return bool(key) != bool(other) and ("(" in between or other in _countries())


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(slug(entry[0]) for entry in entries("places", "countries"))


def _root(leader: Sequence[int], number: int) -> int:
    while leader[number] != number:
        number = leader[number]
    return number


def _aliases(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield pairs of neighbours such as "Formosa [Taiwan]" and "Long Name (LN)"."""
    for left, right in pairwise(spans):
        between = text[left[1] : right[0]] if left[1] <= right[0] else ""
        after = text[right[1] : right[1] + 1]
        if _BETWEEN_ALIASES.fullmatch(between) and (
            after in {"]", ")"} or (after == "," and text[slice(*right)].isupper())  # "(LN, a club)"
        ):
            yield left, right
