"""The decisions of people about identity: `decisions.jsonl`, one decision a line, replayed at every build."""

from collections.abc import Container, Iterable
from pathlib import Path
from typing import Final

from kg import ids
from kg.identity.jsonl import lines, read_lines
from kg.model import Decision, Entities

FILENAME: Final = "decisions.jsonl"
_ADVICE: Final = "A decision is one JSON object with left, right, verdict (same, different or unsure), who and when."


def load(path: Path) -> tuple[Decision, ...]:
    """Read all decisions of a file, in the order in which they were made; no file means no decisions.

    Raises:
        SettingsError: a line is no decision; the message names file and line.

    """
    return tuple(numbered(path).values())


def numbered(path: Path) -> dict[int, Decision]:
    """Read all decisions of a file by the numbers of their lines; otherwise as `load`."""
    return read_lines(path, Decision, _ADVICE)


def dump(decisions: tuple[Decision, ...]) -> str:
    """Return decisions as JSON lines, in the order in which they were made."""
    return lines(decisions)


def known_names(found: Entities, documents: Iterable[str]) -> frozenset[str]:
    """Return all names of a build that may be decided on: of things, merged ones too, of their forms, of documents."""
    named = {e.name for e in found.entities} | {name for name, _ in found.tombstones}
    forms = {ids.name_form(entity.name, form) for entity in found.entities for form in entity.forms}
    parts = {name for made, _ in found.splits for name in (made.left, made.right)}
    return frozenset(named | forms | parts | set(map(ids.document, documents)))


def unknown(decision: Decision, known: Container[str]) -> list[str]:
    """Return the names in a decision that nothing bears; an item of Wikidata and an IRI of others are no such names."""
    named = (decision.left, decision.right)
    return [name for name in named if name not in known and "://" not in name and not ids.is_item(name)]
