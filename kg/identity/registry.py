"""The registry: every name that was ever given, what it was given for, and what became of it.

A name is given once. At the next build a thing gets the name of the entry with which it shares most of its attested
forms (the same form in the same document), so that new documents, better rules and merges do not rename anything.
A merged name stays as a tombstone that points to the name that stands for it.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.identity.jsonl import lines, read_lines
from kg.ids import entity, unique

FILENAME: Final = "registry.jsonl"
_SHORT: Final = 19  # characters of a form that may be told of a text that is withheld
_HIDDEN: Final = re.compile(r"…[0-9a-f]{12}\Z")

Attestation = tuple[str, str]
"""Where a name is attested: the document's key, and the form as it stands there (white space folded)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One name with its attestations; `merged_into` names the entry that stands for it since a merge."""

    name: str
    attested: tuple[Attestation, ...]
    merged_into: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A thing that needs a name: kind (first segment of the path), label for a new name, and its attestations.

    `never` are names that people decided are not its own, whatever it is attested by.
    """

    kind: str
    label: str
    attested: tuple[Attestation, ...]
    never: frozenset[str] = frozenset()


def load(path: Path) -> tuple[Entry, ...]:
    """Read a registry file; no file means that no names were given yet.

    Raises:
        SettingsError: a line is no entry; the message names file and line.

    """
    return tuple(read_lines(path, Entry, "Restore the registry from its last good copy.").values())


def dump(entries: Iterable[Entry]) -> str:
    """Return the registry as JSON lines, sorted by name."""
    ordered: list[Entry] = sorted(entries, key=lambda e: e.name)
    return lines(ordered)


def assign(candidates: Sequence[Candidate], registry: Iterable[Entry]) -> tuple[list[str], tuple[Entry, ...]]:
    """Give every candidate a name, in their order, and return the names with the registry as it stands afterwards.

    A candidate takes the entry of its kind with which it shares most attestations; each entry serves one candidate.
    Entries that a candidate shares attestations with, and that serve nobody else, were merged into it and become
    tombstones.
    """
    entries = {e.name: e for e in registry}
    shared = _overlaps(candidates, entries)
    names: list[str] = [""] * len(candidates)
    served: set[str] = set()
    living_first = sorted(shared, key=lambda s: (-s[0], bool(entries[s[1]].merged_into), s[1], s[2]))
    for _, name, index in living_first:
        if not names[index] and name not in served:
            names[index] = name
            served.add(name)
    for index, candidate in enumerate(candidates):
        names[index] = names[index] or unique(entity(candidate.kind, candidate.label), entries)
        entries.setdefault(names[index], Entry(name=names[index], attested=()))
    for _, name, index in shared:
        if name not in served:
            entries[name] = replace(entries[name], merged_into=names[index])
    for name, candidate in zip(names, candidates, strict=True):
        known = set(entries[name].attested) | set(candidate.attested)
        entries[name] = replace(entries[name], attested=tuple(sorted(known)), merged_into="")
    return names, tuple(entries.values())


def _overlaps(candidates: Sequence[Candidate], entries: dict[str, Entry]) -> list[tuple[int, str, int]]:
    """Return (number of shared attestations, entry's name, candidate's index) for all that share any."""
    bearers: defaultdict[tuple[str, Attestation], list[str]] = defaultdict(list)
    for entry in entries.values():
        kind = entry.name.partition("/")[0]
        for attested in entry.attested:
            bearers[kind, attested].append(entry.name)
    counts: defaultdict[tuple[str, int], int] = defaultdict(int)
    for index, candidate in enumerate(candidates):
        for attested in candidate.attested:
            for form in dict.fromkeys((attested, _hidden(attested))):
                for name in bearers[candidate.kind, form]:
                    counts[name, index] += 1
    return [(count, name, index) for (name, index), count in counts.items() if name not in candidates[index].never]


def hidden(registry: Iterable[Entry], documents: Container[str]) -> tuple[Entry, ...]:
    """Return the registry without the longer forms in withheld documents; a digest lets them be known again."""
    return tuple(
        replace(e, attested=tuple(sorted({_hidden(a) if a[0] in documents else a for a in e.attested})))
        for e in registry
    )


def is_attested(attestation: Attestation, attested: Container[Attestation]) -> bool:
    """Say whether an attestation is among others, whole or told by its beginning and a digest."""
    return attestation in attested or _hidden(attestation) in attested


def is_cut(form: str) -> bool:
    """Say whether a form is told by its beginning and a digest alone."""
    return bool(_HIDDEN.search(form))


def _hidden(attested: Attestation) -> Attestation:
    """Return an attestation with the beginning and a digest of a form that is no short name."""
    document, form = attested
    if len(form) <= _SHORT or is_cut(form):
        return attested
    return document, f"{form[: _SHORT - 1].rstrip()}…{hashlib.sha256(form.encode()).hexdigest()[:12]}"


def tombstones(registry: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """Return (name, name that stands for it) for all merged names, following chains to their end."""
    onward = {e.name: e.merged_into for e in registry if e.merged_into}

    def end(name: str) -> str:
        seen = {name}
        while name in onward and onward[name] not in seen:
            name = onward[name]
            seen.add(name)
        return name

    return tuple(sorted((name, end(name)) for name in onward))
