"""The second stage: each document alone becomes lines of N-Quads, and is checked with what it refers to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import merge
from pathlib import Path

from kg import ids
from kg.build import cache
from kg.build.cache import Reading
from kg.check.check import check_part
from kg.check.facts import Facts, facts_of
from kg.check.findings import Finding
from kg.check.parts import document_part
from kg.model import Document
from kg.rdf.confidence import Confidence
from kg.rdf.dataset import Tally
from kg.rdf.mapping import map_document
from kg.rdf.page import Names
from kg.rdf.shared import Shared
from kg.rdf.terms import ref


@dataclass(frozen=True, slots=True)
class Ground:
    """What all documents are mapped on."""

    base: str
    version: str
    readings: Path  # the cache
    lines: Path  # the folder for the lines of each document
    confidence: dict[str, Confidence]
    rights: str = ""
    donor: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """One record: its number in the build, the keys of its readings (the first gives the facts), and its names."""

    number: int
    keys: tuple[str, ...]
    names: Names


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the rest of the build needs to know of a mapped document."""

    lines: tuple[Path, ...]  # sorted in each, all facts in the first
    shared: Shared
    tally: Tally
    told: tuple[str, ...]  # the events that it tells of, as terms


_ground: Ground
_shared_facts: Facts
_known: frozenset[str]


def prepare_mapping(ground: Ground) -> None:
    """Lay the ground in this process."""
    global _ground  # noqa: PLW0603  a worker process is told once, not with every task
    _ground = ground


def map_record(task: Task) -> Mapped:
    """Map one record and write its lines."""
    first, *others = load_texts(_ground.readings, task.keys)
    batches, shared = map_document(
        _ground.base,
        first.document,
        first.analysis,
        task.names,
        version=_ground.version,
        confidence=_ground.confidence,
        other_texts=[other.document for other in others],
        rights=_ground.rights,
        donor=_ground.donor,
    )
    tally, paths = Tally(), []
    for number, lines in enumerate(batches):
        path = _ground.lines / f"{task.number:08}-{number:04}.nq"
        path.write_text("".join(lines), encoding="utf-8", newline="\n")
        tally.add(lines)
        paths.append(path)
    return Mapped(tuple(paths), shared, tally, tuple(ref(_ground.base, telling.event) for telling in shared.tellings))


def load_texts(readings: Path, keys: Iterable[str]) -> list[Reading]:
    """Return readings that the first stage has put into the cache."""
    found = [cache.load(readings, key) for key in keys]
    return [reading for reading in found if reading is not None]


def prepare_checks(ground: Ground, shared: Facts, known: frozenset[str]) -> None:
    """Lay the ground for checks in this process: what documents share, and all subjects there are outside documents."""
    global _shared_facts, _known
    prepare_mapping(ground)
    _shared_facts, _known = shared, known


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A batch of a record's lines, the first batch with the facts, the record's readings, whether to be thorough."""

    lines: Path
    first: Path
    keys: tuple[str, ...]
    thorough: bool


def check_lines(task: Unchecked) -> list[Finding]:
    """Check a batch of the lines of a record."""
    documents = _documents(_ground.readings, task.keys)
    own = facts_of(triples_of(_lines(task.lines)))
    beside = facts_of(triples_of(_beside(task.first, documents))) if task.lines != task.first else {}
    part = document_part(documents[0].key, own, _shared_facts, beside)
    texts = {document.sha256: document.text for document in documents}
    return check_part(part, texts, known=_known, base=_ground.base, thorough=task.thorough)


@lru_cache(maxsize=1)  # all batches of a record come one after the other
def _documents(readings: Path, keys: tuple[str, ...]) -> list[Document]:
    return [reading.document for reading in load_texts(readings, keys)]


def _beside(first: Path, documents: Iterable[Document]) -> Iterator[str]:
    """Yield of a record's first lines what all evidence points to: the texts and their editor."""
    paths = [path for d in documents for path in (ids.text(d.key, d.sha256), ids.editor(d.key))]
    subjects = tuple(f"{ref(_ground.base, path)} " for path in paths)
    return (line for line in _lines(first) if line.startswith(subjects))


def merged(batches: Sequence[Path]) -> Iterator[str]:
    """Yield the lines of a record in order."""
    return merge(*map(_lines, batches))


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8", newline="\n") as file:
        yield from file


def triples_of(lines: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Take lines of N-Quads that we wrote apart into subject, predicate and object."""
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        yield subject, predicate, rest.rsplit(" ", 2)[0]
