"""What is asked of a build, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import ISSUES
from kg.settings import Settings

Progress = Callable[[str, int, int], None]
"""Told the stage, how many documents are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build: `workers` 0 means one for each processor, `cache` None keeps nothing.

    `model` is "" for the installed language model, "none" for rules alone, else the folder of a spaCy pipeline.
    `reader` forces one format. `authority` is a file to link to, instead of that of `kg.toml` or the one that ships.
    """

    workers: int = 0
    cache: Path | None = None
    model: str = ""
    reader: str = ""
    authority: Path | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """The folder that settings, decisions and registry lie in, and the source files with their names in it, sorted."""

    folder: Path
    files: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class Job:
    """One build: the corpus with its settings, the registry to start from, where to write, and how."""

    corpus: Corpus
    settings: Settings
    registry: Path
    output: Path
    options: Options
    progress: Progress


@dataclass(frozen=True, slots=True)
class Failed:
    """One file that could not be read, and why."""

    source: str
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: numbers of things, of issues by code, of documents from the cache, and what failed."""

    counts: dict[str, int] = field(default_factory=dict)
    issues: dict[str, int] = field(default_factory=dict)
    failed: tuple[Failed, ...] = ()
    from_cache: int = 0
    unchanged: bool = False

    @staticmethod
    def explained(code: str) -> str:
        """Return what an issue code means."""
        return ISSUES[code]
