"""A person decides: decisions appended to `decisions.jsonl`, or taken back, never losing what was decided before."""

import os
from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path

from kg.errors import KgError
from kg.identity.decisions import dump, load
from kg.model import Decision


def add(path: Path, decision: Decision, known: Collection[str]) -> None:
    """Append a decision to the file, which is replaced in one step.

    `known` are the names that may be decided on; an item of Wikidata ("Q1234") may stand on either side.

    Raises:
        KgError: a name is unknown, or both are the same; the message says which.
        SettingsError: a line of the file is no decision; the file stays as it is.

    """
    if decision.left == decision.right:
        raise KgError(f"{decision.left} cannot be compared with itself. Name two things.")
    for name in (decision.left, decision.right):
        if "/" in name and name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5)
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            raise KgError(f"Nothing is named {name}.{hint} Take names from the build that you decide on.")
        if "/" not in name and not name.removeprefix("Q").isdecimal():
            raise KgError(f"{name} is neither a name of the build (person/…) nor a Wikidata item (Q1234).")
    _replace(path, (*load(path), decision))


def undo(path: Path, left: str, right: str) -> Decision:
    """Take back the last decision about two names, in whichever order they were given; return it.

    Raises:
        KgError: nothing was decided about them.

    """
    made = list(load(path))
    for index in reversed(range(len(made))):
        if {made[index].left, made[index].right} == {left, right}:
            taken = made.pop(index)
            _replace(path, tuple(made))
            return taken
    raise KgError(f"{path} holds no decision about {left} and {right}.")


def _replace(path: Path, decisions: tuple[Decision, ...]) -> None:
    """Write the file anew beside the old one, and put it in its place in one step."""
    new = path.with_name(f".{path.name}.new")
    with new.open("w", encoding="utf-8", newline="\n") as file:
        file.write(dump(decisions))
        file.flush()
        os.fsync(file.fileno())
    if path.is_file():
        new.chmod(path.stat().st_mode & 0o777)
    new.replace(path)
