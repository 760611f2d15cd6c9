"""A person decides: decisions appended to `decisions.jsonl`, or taken back, never losing what was decided before.

The lines of others stay as they are, to the letter; the file is replaced in one step, by one process at a time.
"""

import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from kg import ids
from kg.errors import KgError
from kg.identity.decisions import dump, numbered, part_and_whole
from kg.identity.parts import attests, attests_more
from kg.identity.registry import Entry
from kg.ids import is_item
from kg.model import Decision

_TOLD: Final = 8  # forms of a name in a message


def add(path: Path, decision: Decision, known: Mapping[str, Entry]) -> None:
    """Append a decision to the file.

    `known` are the names that may be decided on; an item of Wikidata ("Q1234"), or what another service names by its
    IRI, may stand on either side, and beside a thing a part of it (`kg.identity.parts`).

    Raises:
        KgError: a name is unknown, or both are the same; the message says which.
        SettingsError: a line of the file is no decision; the file stays as it is.

    """
    if decision.left == decision.right:
        raise KgError(f"{decision.left} cannot be compared with itself. Name two things.")
    part, whole = part_and_whole(decision)
    if whole in known:
        _check_part(part, known[whole], decision.verdict)
    for name in (whole,) if whole else (decision.left, decision.right):
        if "://" in name or is_item(name):
            continue
        if "/" in name and name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5)
            hint = f" Did you mean {', '.join(near)}?" if near else ""
            raise KgError(f"Nothing is named {name}.{hint} Take names from the build that you decide on.")
        if "/" not in name:
            raise KgError(
                f"{name} is neither a name of the build (person/…), nor a Wikidata item (Q1234),"
                " nor a form of the other one's name."
            )
    with _alone(path):
        numbered(path)
        before = path.read_bytes() if path.is_file() else b""
        _replace(path, before + (b"\n" if before and not before.endswith(b"\n") else b"") + dump((decision,)).encode())


def _check_part(part: str, whole: Entry, verdict: str) -> None:
    if not whole.attested:
        raise KgError(f"{whole.name} comes from the table of archives, and its names with it. Change those in kg.toml.")
    if not attests(whole, part):
        named = "; ".join(sorted({form for _, form in whole.attested})[:_TOLD])
        raise KgError(f"The build does not find {whole.name} in {part}. It is named {named}.")
    if verdict == "different" and not attests_more(whole, part):
        raise KgError(f"Without {part} nothing is left of {whole.name}. Name one mention, by the IRI of its evidence.")


def part_named(words: str, whole: Entry | None) -> str:
    """Return the name of a form, where the words are one that a thing bears; else the words as they are."""
    borne = whole is not None and any(form == words for _, form in whole.attested)
    return ids.name_form(whole.name, words) if whole and borne else words


def undo(path: Path, left: str, right: str) -> Decision:
    """Take back the last decision about two names, in whichever order they were given; return it.

    Raises:
        KgError: nothing was decided about them.

    """
    with _alone(path):
        for line, made in reversed(numbered(path).items()):
            if {made.left, made.right} == {left, right}:
                lines = path.read_bytes().split(b"\n")
                _replace(path, b"\n".join((*lines[: line - 1], *lines[line:])))
                return made
    raise KgError(f"{path} holds no decision about {left} and {right}.")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let no other process of ours change the file meanwhile; the lock is on its folder, and leaves nothing behind."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _replace(path: Path, content: bytes) -> None:
    """Write the file anew beside the old one, and put it in its place in one step."""
    new = path.with_name(f".{path.name}.new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if path.is_file():
        new.chmod(path.stat().st_mode & 0o777)
    new.replace(path)
