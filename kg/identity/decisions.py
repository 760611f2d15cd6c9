"""The decisions of people about identity: `decisions.jsonl`, one decision a line, replayed at every build."""

import re
from collections.abc import Container, Iterable
from pathlib import Path
from typing import Final

from kg import ids
from kg.errors import SettingsError
from kg.identity.jsonl import lines, read_lines
from kg.model import Decision, Entities

FILENAME: Final = "decisions.jsonl"
_ADVICE: Final = "A decision is one JSON object with left, right, verdict (same, different or unsure), who and when."

DOCUMENT: Final = re.compile(r"(document/[^/]+)(?:/evidence/(\d+)-(\d+)-\w+)?")
"""The name of a document, or of a mention in it by its evidence (from, to)."""


def load(path: Path) -> tuple[Decision, ...]:
    """Read all decisions of a file, in the order in which they were made; no file means no decisions.

    Raises:
        SettingsError: a line is no decision, or not one about two things; the message names file and line.

    """
    return tuple(numbered(path).values())


def numbered(path: Path) -> dict[int, Decision]:
    """Read all decisions of a file by the numbers of their lines; otherwise as `load`."""
    made = read_lines(path, Decision, _ADVICE)
    for line, decision in made.items():
        if not all(map(str.strip, (decision.left, decision.right, decision.who))):
            raise SettingsError(f"{path}:{line}: left, right or who is empty. {_ADVICE}")
        if decision.left == decision.right:
            raise SettingsError(f"{path}:{line}: {decision.left} is compared with itself. {_ADVICE}")
    return made


def dump(decisions: tuple[Decision, ...]) -> str:
    """Return decisions as JSON lines, in the order in which they were made."""
    return lines(decisions)


def part_and_whole(decision: Decision) -> tuple[str, str]:
    """Return the part and the thing that a decision is about, in whichever order they stand; ("", "") for others."""
    for part, whole in ((decision.left, decision.right), (decision.right, decision.left)):
        if is_part(part, whole):
            return part, whole
    return "", ""


def is_part(name: str, whole: str) -> bool:
    """Say whether a name is that of a form of a thing's name, of a document, or of a mention (its evidence)."""
    form = name.startswith(ids.name_form(whole, "")) and name != ids.name_form(whole, "")
    return form or bool(DOCUMENT.fullmatch(name) and "/" in whole and not DOCUMENT.fullmatch(whole))


def known_names(found: Entities, documents: Iterable[str]) -> frozenset[str]:
    """Return all names of a build that may be decided on: of things, merged ones too, of their forms, of documents."""
    named = {e.name for e in found.entities} | {name for name, _ in found.tombstones}
    forms = {ids.name_form(entity.name, form) for entity in found.entities for form in entity.forms}
    parts = {name for made, _ in found.splits for name in (made.left, made.right)}
    return frozenset(named | forms | parts | set(map(ids.document, documents)))


def is_idle(decision: Decision, found: Entities) -> bool:
    """Say whether a decision that should set a part of a thing apart found nothing to set apart, or left nothing."""
    made = {made for made, _ in found.splits}
    return decision.verdict == "different" and bool(part_and_whole(decision)[0]) and decision not in made


def unknown(decision: Decision, known: Container[str]) -> list[str]:
    """Return the names in a decision that nothing bears; an item of Wikidata and an IRI of others are no such names."""
    named = (decision.left, decision.right)
    return [name for name in named if name not in known and "://" not in name and not ids.is_item(name)]
