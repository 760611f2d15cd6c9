"""The second stage: each document alone becomes lines of N-Quads, and is checked with what it refers to."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

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

    lines: Path
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
    lines, shared = map_document(
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
    path = _ground.lines / f"{task.number:08}.nq"
    path.write_text("".join(lines), encoding="utf-8")
    tally = Tally()
    tally.add(lines)
    return Mapped(path, shared, tally, tuple(ref(_ground.base, telling.event) for telling in shared.tellings))


def load_texts(readings: Path, keys: Iterable[str]) -> list[Reading]:
    """Return readings that the first stage has put into the cache."""
    found = [cache.load(readings, key) for key in keys]
    return [reading for reading in found if reading is not None]


def prepare_checks(ground: Ground, shared: Facts, known: frozenset[str]) -> None:
    """Lay the ground for checks in this process: what documents share, and all subjects there are outside documents."""
    global _shared_facts, _known
    prepare_mapping(ground)
    _shared_facts, _known = shared, known


def check_record(task: tuple[Path, tuple[str, ...], bool]) -> list[Finding]:
    """Check the lines of one record; the task says where they are, its readings, and whether to be thorough."""
    path, keys, thorough = task
    documents: list[Document] = [reading.document for reading in load_texts(_ground.readings, keys)]
    own = facts_of(triples_of(path.read_text(encoding="utf-8").split("\n")[:-1]))
    part = document_part(documents[0].key, own, _shared_facts)
    texts = {document.sha256: document.text for document in documents}
    return check_part(part, texts, known=_known, base=_ground.base, thorough=thorough)


def triples_of(lines: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    """Take lines of N-Quads that we wrote apart into subject, predicate and object."""
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        yield subject, predicate, rest.rsplit(" ", 2)[0]
