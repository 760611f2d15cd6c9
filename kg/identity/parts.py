"""Parts of a thing that people say are not of it: a form of its name, its mentions in one document, or one mention.

What is set apart no rule joins again with the thing, nor with others for the name alone: it stands by itself, with what
was set apart from the same thing, until people decide more. So a wrong merge is split, and stays so at every build.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg import ids
from kg.identity.decisions import DOCUMENT, part_and_whole
from kg.identity.merges import Member
from kg.identity.names import fullness
from kg.identity.registry import Attestation, Entry, is_attested, tombstones
from kg.model import Cluster, Decision, Entity, Span


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


def attests(entry: Entry, part: str) -> bool:
    """Say whether a thing was ever found under this form of its name, or in this document."""
    document = DOCUMENT.fullmatch(part)
    if document:
        return any(document[1] == ids.document(key) for key, _ in entry.attested)
    return any(part == ids.name_form(entry.name, form) for _, form in entry.attested)


def attests_more(entry: Entry, part: str) -> bool:
    """Say whether something is left of a thing without a part of it: another document, or one that says more."""
    document = DOCUMENT.fullmatch(part)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for key, form in entry.attested:
        forms[key].append(form)
    if document:
        return bool(document[2]) or any(document[1] != ids.document(key) for key in forms)
    return any(part != ids.name_form(entry.name, max(called, key=fullness)) for called in forms.values())


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
        taken = _taken(members, part, entries[whole], bearers)
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
) -> set[int]:
    """Return the numbers of the members that a part is, or has; one that is so in part becomes two.

    Where nothing would be left of the thing, and nothing of it is missing from the corpus, it stays as it is.
    """
    kind, attested = whole.name.partition("/")[0], frozenset(whole.attested)
    alike = [(i, *member) for i, member in enumerate(members) if member[1].kind == kind]
    own = [found for found in alike if is_attested((found[1], found[2].label), attested)]
    spans = {index: _spans(part, whole.name, document, cluster) for index, document, cluster in own}
    taken = {index for index, _, cluster in own if len(spans[index]) == len(cluster.mentions)}
    if len(taken) == len(own) and {key for key, _ in attested} <= {document for _, document, _ in own}:
        return set()
    heirs = {whole.name}.union(*(bearers[kind, (key, cluster.label)] for i, key, cluster in own if i in taken))
    for index, document, cluster in own:
        if spans[index] and index not in taken:
            members[index] = (document, _only(cluster, [m for m in cluster.mentions if m not in spans[index]]))
            members.append((document, replace(_only(cluster, spans[index]), notes=())))
            taken.add(len(members) - 1)
    called = (found for found in alike if found[0] not in spans and part == ids.name_form(whole.name, found[2].label))
    taken |= {i for i, key, cluster in called if bearers.get((kind, (key, cluster.label)), set()) <= heirs}
    return taken


def _spans(part: str, whole: str, document: str, cluster: Cluster) -> list[Span]:
    """Return the mentions of a member that a part has."""
    of_document = DOCUMENT.fullmatch(part)
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
