"""Parts of a thing that people say are not of it: a form of its name, its mentions in one document, or one mention.

What is set apart no rule joins again with the thing, nor with others of the name: it stands by itself, with what was
set apart from the same thing, until people decide more. So a wrong merge is split, and stays split at every build.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kg import ids
from kg.identity.merges import Member
from kg.identity.names import fullness
from kg.identity.registry import Attestation, Entry, is_attested, tombstones
from kg.model import Cluster, Decision, Entity, Span

_DOCUMENT: Final = re.compile(r"(document/[^/]+)(?:/evidence/(\d+)-(\d+)-\w+)?")


@dataclass(slots=True)
class Apart:
    """What was set apart: of each thing the members, by their numbers, and by which decision each."""

    of: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    by: list[tuple[Decision, set[int]]] = field(default_factory=list)

    def kept_from(self, registry: Iterable[Entry]) -> dict[int, frozenset[str]]:
        """Return for each member set apart the names that it never bears: those of the thing, in life and merged."""
        heirs = dict(tombstones(registry))
        alike: defaultdict[str, set[str]] = defaultdict(set)
        for name in {*heirs, *heirs.values(), *self.of}:
            alike[heirs.get(name, name)].add(name)
        found: defaultdict[int, set[str]] = defaultdict(set)
        for whole, members in self.of.items():
            for index in members:
                found[index] |= alike[heirs.get(whole, whole)]
        return {index: frozenset(names) for index, names in found.items()}


def part_and_whole(decision: Decision) -> tuple[str, str]:
    """Return the part and the thing that a decision is about, in whichever order they stand; ("", "") for others."""
    for part, whole in ((decision.left, decision.right), (decision.right, decision.left)):
        if is_part(part, whole):
            return part, whole
    return "", ""


def is_part(name: str, whole: str) -> bool:
    """Say whether a name is that of a form of a thing's name, of a document, or of a mention (its evidence)."""
    form = name.startswith(ids.name_form(whole, "")) and name != ids.name_form(whole, "")
    return form or bool(_DOCUMENT.fullmatch(name) and "/" in whole and not _DOCUMENT.fullmatch(whole))


def attests(entry: Entry, part: str) -> bool:
    """Say whether a thing was ever found under this form of its name, or in this document."""
    document = _DOCUMENT.fullmatch(part)
    if document:
        return any(document[1] == ids.document(key) for key, _ in entry.attested)
    return any(part == ids.name_form(entry.name, form) for _, form in entry.attested)


def attests_more(entry: Entry, part: str) -> bool:
    """Say whether something is left of a thing without a part of it."""
    document = _DOCUMENT.fullmatch(part)
    if document:
        return bool(document[2]) or any(document[1] != ids.document(key) for key, _ in entry.attested)
    return any(part != ids.name_form(entry.name, form) for _, form in entry.attested)


def set_apart(
    members: Iterable[Member], registry: Sequence[Entry], decisions: Iterable[Decision]
) -> tuple[list[Member], Apart]:
    """Return the members, those in two that are not of one thing as a whole, and which of them were set apart.

    A form of a name takes with it all of whom a document calls by nothing fuller, also in documents that are new; of
    others, the mentions that read so.
    """
    members, apart = list(members), Apart()
    entries = {entry.name: entry for entry in registry}
    bearers = _bearers(registry)
    for decision in decisions:
        part, whole = part_and_whole(decision)
        if decision.verdict != "different" or whole not in entries:
            continue
        taken = set(_taken(members, part, entries[whole], bearers))
        apart.of[whole] |= taken
        apart.by.append((decision, taken))
    return members, apart


def moved_forms(splits: Iterable[tuple[Decision, Decision]], entities: Iterable[Entity]) -> dict[str, str]:
    """Return the names of forms that a thing lost by decisions, each with what stands for it now."""
    forms = {entity.name: frozenset(entity.forms) for entity in entities}
    moved: dict[str, str] = {}
    for made, told in splits:
        part, whole = part_and_whole(made)
        for form in sorted(forms[told.left] - forms.get(whole, frozenset())):
            if part == ids.name_form(whole, form):
                moved.setdefault(part, ids.name_form(told.left, form))
    return moved


def _bearers(registry: Iterable[Entry]) -> Mapping[tuple[str, Attestation], set[str]]:
    found: defaultdict[tuple[str, Attestation], set[str]] = defaultdict(set)
    for entry in registry:
        for attestation in entry.attested:
            found[entry.name.partition("/")[0], attestation].add(entry.name)
    return found


def _taken(
    members: list[Member], part: str, whole: Entry, bearers: Mapping[tuple[str, Attestation], set[str]]
) -> Iterator[int]:
    """Yield the numbers of the members that a part is, or has; one that is so in part becomes two."""
    kind, attested = whole.name.partition("/")[0], frozenset(whole.attested)
    heirs = {whole.name}
    new = []
    for index, (document, cluster) in enumerate(tuple(members)):
        if cluster.kind != kind:
            continue
        if not _is_of(document, cluster, attested):
            if part == ids.name_form(whole.name, cluster.label):
                new.append(index)
            continue
        spans = _spans(part, whole.name, document, cluster)
        if len(spans) == len(cluster.mentions):
            heirs |= bearers.get((kind, (document, cluster.label)), set())
            yield index
        elif spans:
            members[index] = (document, _only(cluster, [m for m in cluster.mentions if m not in spans]))
            members.append((document, replace(_only(cluster, spans), notes=())))
            yield len(members) - 1
    for index in new:
        document, cluster = members[index]
        if bearers.get((kind, (document, cluster.label)), set()) <= heirs:
            yield index


def _is_of(document: str, cluster: Cluster, attested: Collection[Attestation]) -> bool:
    return is_attested((document, cluster.label), attested)


def _spans(part: str, whole: str, document: str, cluster: Cluster) -> list[Span]:
    """Return the mentions of a member that a part has."""
    of_document = _DOCUMENT.fullmatch(part)
    if of_document and of_document[1] != ids.document(document):
        return []
    if of_document and of_document[2]:
        start, end = int(of_document[2]), int(of_document[3])
        return [m for m in cluster.mentions if m.start < end and start < m.end]
    if of_document or part == ids.name_form(whole, cluster.label):
        return list(cluster.mentions)
    return [m for m in cluster.mentions if part == ids.name_form(whole, _form(m))]


def _only(cluster: Cluster, spans: Sequence[Span]) -> Cluster:
    forms = tuple(sorted(set(map(_form, spans))))
    label = cluster.label if cluster.label in forms else max(forms, key=fullness)
    return replace(cluster, label=label, forms=forms, mentions=tuple(spans))


def _form(mention: Span) -> str:
    return " ".join(mention.exact.split())
