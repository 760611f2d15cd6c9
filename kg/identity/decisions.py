"""The decisions of people about identity: `decisions.jsonl`, one decision a line, replayed at every build."""

from pathlib import Path
from typing import Final

from kg.identity.jsonl import lines, read_lines
from kg.model import Decision

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
