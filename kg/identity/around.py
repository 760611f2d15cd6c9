"""What the documents say around a thing: their years, what is named near it, and how sure it is that it is named."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.identity.across import Findings, years_of
from kg.identity.names import parse
from kg.identity.subject import words_of
from kg.model import Cluster, Entities, Place

_NEAR: Final = 1000  # characters before and behind
_CLEARLY: Final = 3  # times as often in full as all others of the surname


@dataclass(slots=True)
class Around:
    """What is known of the mentions of a corpus, to be asked about those of one thing."""

    years: dict[str, int] = field(default_factory=dict)  # of documents
    named: dict[str, list[tuple[int, str]]] = field(default_factory=dict)  # places and organisations by offset
    guessed: set[Place] = field(default_factory=set)  # named here by the language model's word alone
    open: set[Place] = field(default_factory=set)  # a surname alone, where several bear it

    def years_of(self, documents: Iterable[str]) -> tuple[int, ...]:
        """Return the years of documents, sorted."""
        return tuple(sorted(self.years[d] for d in documents if d in self.years))

    def company(self, mentions: Iterable[Place]) -> frozenset[str]:
        """Return the words of the places and organisations that are named near."""
        labels = set()
        for place in mentions:
            near = self.named.get(place.document, [])
            first = bisect_left(near, (place.start - _NEAR, ""))
            last = bisect_left(near, (place.end + _NEAR, ""))
            labels |= {label for offset, label in near[first:last] if offset != place.start}
        return frozenset(word for label in labels for word in words_of(label))

    def doubtful(self, mentions: Sequence[Place]) -> bool:
        """Whether most mentions are surnames alone that could be somebody else's."""
        return 2 * sum(place in self.open for place in mentions) > len(mentions)


def look_around(found: Entities, corpus: Sequence[Findings]) -> Around:
    """Gather what linking needs to know of the documents."""
    around = Around(years=years_of(corpus))
    named: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for entity in found.entities:
        if entity.kind != "person":
            for place in entity.mentions:
                named[place.document].append((place.start, entity.label))
    around.named = {document: sorted(near) for document, near in named.items()}
    for findings in corpus:
        around.guessed |= {p for c in findings.clusters if c.guessed for p in _places(findings.document, c)}
        around.open |= set(_open(findings))
    return around


def _places(document: str, cluster: Cluster) -> Iterable[Place]:
    return (Place(document, m.start, m.end) for m in cluster.mentions)


def _open(findings: Findings) -> Iterable[Place]:
    """Yield the places of surnames alone in a document that also names others of it in full, not much less often."""
    people = [
        (parse(c.label).surname, [parse(m.exact) for m in c.mentions], c) for c in findings.clusters if _is_named(c)
    ]
    full = Counter[str]()
    for surname, names, _ in people:
        full[surname] += sum(bool(name.given) for name in names)
    for surname, names, cluster in people:
        own = sum(bool(name.given) for name in names)
        if own < _CLEARLY * (full[surname] - own):
            alone = (m for name, m in zip(names, cluster.mentions, strict=True) if not name.given)
            yield from (Place(findings.document, mention.start, mention.end) for mention in alone)


def _is_named(cluster: Cluster) -> bool:
    return cluster.kind == "person" and bool(parse(cluster.label).given)
