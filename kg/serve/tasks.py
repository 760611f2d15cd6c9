"""What the server asks of a worker, and what goes wrong with it, as they travel between the two."""

import json
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A SPARQL question; without graphs over the union of all. `accept` is the client's header."""

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    accept: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing of the data, by its path below the base, in one format; `""` only asks whether there is such a thing.

    `text` is what the page of a text shows: a worker can open no file.
    """

    path: str
    form: str = ""
    text: str = ""


class Fault(Exception):  # noqa: N818 - it is an answer like another, with a status
    """What the client is told instead of an answer: an HTTP status, and why in plain words."""

    def __init__(self, status: int, why: str) -> None:
        """Take the status and the words."""
        super().__init__(why)
        self.status = status
        self.why = why


def dump(task: Question | Thing) -> bytes:
    """Return a task as one line."""
    return json.dumps({"is": type(task).__name__, **asdict(task)}).encode() + b"\n"


def load(line: bytes) -> Question | Thing:
    """Return the task of a line."""
    fields: dict[str, Any] = json.loads(line)
    kind = fields.pop("is")
    plain: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()}
    return Question(**plain) if kind == "Question" else Thing(**plain)
