"""Across documents: which clusters, works and events of different documents are the same thing.

Organisations and places meet by their canonical key or folded label, people by surname and compatible given names
(`kg.identity.bearers`), works by title and year, named events by their name. What people decided wins over all of this.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg import ids
from kg.extract.archives import archives
from kg.identity.bearers import Bearer, same_bearers
from kg.identity.context import by_context, offices_of
from kg.identity.decisions import part_and_whole
from kg.identity.forms import fold
from kg.identity.generic import is_generic
from kg.identity.groups import Groups
from kg.identity.merges import Member, explain_merges
from kg.identity.names import called_wife, fullness, parse
from kg.identity.parts import Apart, moved_forms, set_apart
from kg.identity.proposals import propose
from kg.identity.registry import Attestation, Candidate, Entry, assign, tombstones
from kg.model import Cluster, Decision, Entities, Entity, Event, EventEntity, Place, Work, WorkCitation


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What identity needs to know of one document: its key, its date (EDTF), and what is named in it."""

    document: str
    date: str
    clusters: tuple[Cluster, ...]
    works: tuple[WorkCitation, ...]
    events: tuple[Event, ...]


def resolve(
    corpus: Sequence[Findings],
    *,
    registry: Iterable[Entry] = (),
    decisions: Sequence[Decision] = (),
) -> tuple[Entities, tuple[Entry, ...]]:
    """Decide who and what is the same in a corpus, and name it all; return it with the registry as it now stands."""
    registry = tuple(registry)
    corpus = sorted(corpus, key=lambda f: f.document)
    agents = _agents(corpus, registry, decisions)
    works = _works(corpus)
    events = _events(corpus)
    named = [group for group in agents.groups if not _archive_name(group)]
    candidates = [
        *(Candidate(kind=g[0][1].kind, label=_wish(g), attested=_attested(g), never=agents.never(g)) for g in named),
        *(_work_candidate(corpus, g) for g in works),
        *(_event_candidate(corpus, g) for g in events),
    ]
    names, registry = assign(candidates, registry)
    given = iter(names)
    entities = [_entity(_archive_name(g) or next(given), g) for g in agents.groups]
    splits = tuple(agents.splits(entities))
    return (
        Entities(
            entities=tuple(sorted(entities, key=lambda e: e.name)),
            works=tuple(sorted((_work(corpus, next(given), g) for g in works), key=lambda w: w.name)),
            events=tuple(sorted((_event(corpus, next(given), g) for g in events), key=lambda e: e.name)),
            decisions=tuple(decisions),
            proposals=propose(entities, years_of(corpus), (*decisions, *(told for _, told in splits))),
            merges=tuple(
                d for e, g in zip(entities, agents.groups, strict=True) for d in explain_merges(e, g, agents.told)
            ),
            splits=splits,
            tombstones=tuple(sorted((*tombstones(registry), *moved_forms(splits, entities).items()))),
        ),
        registry,
    )


def years_of(corpus: Iterable[Findings]) -> dict[str, int]:
    """Return the years of the documents that have a date, by their keys."""
    return {f.document: int(f.date[:4]) for f in corpus if f.date[:4].isdecimal()}


# ----------------------------------------------------------------------------------------- people, organisations,
# places


@dataclass(frozen=True, slots=True)
class _Agents:
    """The clusters of the corpus in groups, each group one thing; why members joined for their context; the splits."""

    groups: list[list[Member]]
    told: dict[Member, str]
    kept_from: dict[Member, frozenset[str]]
    by: list[tuple[Decision, list[Member]]]

    def never(self, group: Sequence[Member]) -> frozenset[str]:
        """Return the names that a group cannot bear, since people set it apart from what bears them."""
        return frozenset().union(*(self.kept_from.get(member, frozenset()) for member in group))

    def splits(self, entities: Sequence[Entity]) -> Iterator[tuple[Decision, Decision]]:
        """Yield each decision that set something apart, and the same about the names of what it set apart."""
        names = {m: e.name for e, group in zip(entities, self.groups, strict=True) for m in group}
        for decision, members in self.by:
            _, whole = part_and_whole(decision)
            for name in sorted({names[member] for member in members}):
                yield decision, replace(decision, left=name, right=whole)


def _agents(corpus: Sequence[Findings], registry: Sequence[Entry], decisions: Sequence[Decision]) -> _Agents:
    """Put together the clusters of the corpus that are one thing."""
    named = ((f.document, cluster) for f in corpus for cluster in f.clusters)
    members, apart = set_apart(named, registry, decisions)
    kept_from = apart.kept_from(registry)
    decided = _decided(members, registry, decisions, apart)
    groups = Groups(len(members), apart=decided["different"])
    for one, other in decided["same"]:
        groups.join(one, other)
    keyed: dict[tuple[str, str, frozenset[str]], int] = {}
    for index, (_, cluster) in enumerate(members):
        if cluster.kind != "person" and not is_generic(cluster):
            key = cluster.kind, cluster.key or fold(cluster.label), kept_from.get(index, frozenset())
            groups.join(keyed.setdefault(key, index), index)
    people = _bearers(corpus, members, kept_from)
    for one, other in same_bearers(people.values()):
        groups.join(one, other)
    open_groups = [[people[i] for i in group] for group in groups.all() if group[0] in people]
    told = {}
    for merge in by_context(open_groups):
        if groups.join(merge.one, merge.other):
            told[members[merge.one]] = merge.why
    return _Agents(
        groups=[[members[i] for i in group] for group in groups.all()],
        told=told,
        kept_from={members[i]: names for i, names in kept_from.items()},
        by=[(decision, [members[i] for i in sorted(taken)]) for decision, taken in apart.by],
    )


def _bearers(
    corpus: Sequence[Findings], members: Sequence[Member], kept_from: Mapping[int, frozenset[str]]
) -> dict[int, Bearer]:
    """Return the people among the members by their number, with what their documents say around them."""
    years = years_of(corpus)
    named: defaultdict[str, set[str]] = defaultdict(set)
    for document, cluster in members:
        if cluster.kind == "person" and (name := parse(cluster.label)).given:
            named[document].add(f"{name.given[0][0]} {name.surname}")
    return {
        index: Bearer(
            index=index,
            label=cluster.label,
            document=document,
            year=years.get(document),
            wife=any(map(called_wife, cluster.notes)),
            offices=offices_of(cluster.notes),
            company=frozenset(
                name for name in named[document] if not name.endswith(f" {parse(cluster.label).surname}")
            ),
            kept_from=kept_from.get(index, frozenset()),
        )
        for index, (document, cluster) in enumerate(members)
        if cluster.kind == "person"
    }


def _decided(
    members: Sequence[Member], registry: Sequence[Entry], decisions: Sequence[Decision], apart: Apart
) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Return by verdict the pairs of members that people decided on, told by the attestations of the names."""
    bearing: defaultdict[tuple[str, Attestation], list[int]] = defaultdict(list)
    for index, (document, cluster) in enumerate(members):
        for form in cluster.forms:
            bearing[cluster.kind, (document, form)].append(index)
    attested = {e.name: e.attested for e in registry}

    def bearers(name: str) -> list[int]:
        kind = name.partition("/")[0]
        return sorted({i for a in attested.get(name, ()) for i in bearing[kind, a]} - apart.of.get(name, set()))

    pairs: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for whole, taken in apart.of.items():
        pairs["different"] += [(one, other) for one in sorted(taken) for other in bearers(whole)]
    for decision in decisions:
        left, right = bearers(decision.left), bearers(decision.right)
        pairs[decision.verdict] += [(one, other) for one in left for other in right if one != other]
    return pairs


def _archive_name(group: Sequence[Member]) -> str:
    """Return the name of an archive, which comes from its key and not from the registry; "" for all others."""
    keys = (cluster.key for _, cluster in group if cluster.kind == "organisation")
    return next((ids.archive(key) for key in keys if key in archives()), "")


def _attested(group: Sequence[Member]) -> tuple[Attestation, ...]:
    return tuple(sorted({(document, form) for document, cluster in group for form in cluster.forms}))


def _wish(group: Sequence[Member]) -> str:
    """Return what a new name is made from: the key of a listed thing, else the label."""
    return next((cluster.key for _, cluster in group if cluster.key), "") or _label(group)


def _label(group: Sequence[Member]) -> str:
    """Return the form to show: of a person the fullest, of anything else the commonest; then the longest."""
    counts = Counter(" ".join(m.exact.split()) for _, cluster in group for m in cluster.mentions)
    if group[0][1].kind == "person":
        return max(counts, key=lambda form: (*fullness(form), counts[form], form))
    return max(counts, key=lambda form: (counts[form], len(form), form))


def _entity(name: str, group: Sequence[Member]) -> Entity:
    return Entity(
        name=name,
        kind=group[0][1].kind,
        label=_label(group),
        forms=tuple(sorted({form for _, cluster in group for form in cluster.forms})),
        mentions=tuple(
            sorted(Place(document, m.start, m.end) for document, cluster in group for m in cluster.mentions)
        ),
        notes=tuple(sorted({note for _, cluster in group for note in cluster.notes})),
    )


# --------------------------------------------------------------------------------------------------------- works,
# events

_Index = tuple[int, int]  # a document of the corpus, and one of its works or events


def _works(corpus: Sequence[Findings]) -> list[list[_Index]]:
    """Return the citations of works in groups: one title and year, or one container, year and makers, is one work."""
    groups: defaultdict[tuple[str, ...], list[_Index]] = defaultdict(list)
    for d, findings in enumerate(corpus):
        for i, work in enumerate(findings.works):
            makers = "" if work.title else " ".join(c.span.exact for c in work.creators)
            groups[fold(work.title or work.container), work.issued[:4], fold(makers)].append((d, i))
    return list(groups.values())


def _work_candidate(corpus: Sequence[Findings], group: Sequence[_Index]) -> Candidate:
    attested = {(corpus[d].document, _work_label(corpus[d].works[i])) for d, i in group}
    return Candidate(kind="work", label=_work_label(_best(corpus, group)[1]), attested=tuple(sorted(attested)))


def _work_label(work: WorkCitation) -> str:
    return work.title or work.container or work.span.exact[:80]


def _best(corpus: Sequence[Findings], group: Sequence[_Index]) -> tuple[str, WorkCitation]:
    """Return the citation that says most about the work, with its document."""
    d, i = max(group, key=lambda g: (_fullness(corpus[g[0]].works[g[1]]), -g[0], -g[1]))
    return corpus[d].document, corpus[d].works[i]


def _fullness(work: WorkCitation) -> int:
    parts = (work.title, work.translated_title, work.container, work.place, work.issued, work.volume, work.issue)
    return sum(map(bool, (*parts, work.publisher))) + len(work.creators)


def _work(corpus: Sequence[Findings], name: str, group: Sequence[_Index]) -> Work:
    document, best = _best(corpus, group)
    return Work(
        name=name, best=best, document=document, citations=tuple(sorted((corpus[d].document, i) for d, i in group))
    )


def _events(corpus: Sequence[Findings]) -> list[list[_Index]]:
    """Return the tellings of events in groups: events with a name meet by it, all others stand alone."""
    groups: defaultdict[tuple[str, ...], list[_Index]] = defaultdict(list)
    for d, findings in enumerate(corpus):
        for i, event in enumerate(findings.events):
            alone = () if event.event_class == "named" else (findings.document, str(i))
            groups[event.event_class, fold(event.label), *alone].append((d, i))
    return list(groups.values())


def _event_candidate(corpus: Sequence[Findings], group: Sequence[_Index]) -> Candidate:
    tellings = [(corpus[d].document, corpus[d].events[i]) for d, i in group]
    attested = {(document, f"{event.label} {event.edtf}".strip()) for document, event in tellings}
    return Candidate(kind="event", label=tellings[0][1].label, attested=tuple(sorted(attested)))


def _event(corpus: Sequence[Findings], name: str, group: Sequence[_Index]) -> EventEntity:
    d, i = group[0]
    tellings = tuple(sorted((corpus[d].document, i) for d, i in group))
    return EventEntity(name=name, label=corpus[d].events[i].label, tellings=tellings)
