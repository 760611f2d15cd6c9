"""The first stage: each file alone becomes a reading, or is taken from the cache where nothing changed."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from kg.build import cache
from kg.build.cache import Reading
from kg.build.job import Failed
from kg.errors import ReadError
from kg.extract import EXTRACTORS, Extractor, analyse
from kg.extract.models import english
from kg.extract.suggestions import asking, suggestions
from kg.identity.across import Findings
from kg.identity.within import cluster
from kg.model import Issue
from kg.read import Source, parts, read_source
from kg.tables import NONE, use

_FAULTS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What a rule raises that breaks on a text: a fault of ours, which stops the build and names the file."""


@dataclass(frozen=True, slots=True)
class How:
    """How to read: where readings are kept, a reader to force, and the language model.

    `model` is "" for the installed one, "none" for rules alone, else the folder of a spaCy pipeline.
    """

    cache: Path
    collection: str
    reader: str = ""
    model: str = ""
    tables: str = NONE  # what kg.toml adds to the tables of archives and shelfmarks


@dataclass(frozen=True, slots=True)
class Read:
    """One file that was read: where its reading lies, and small facts about it."""

    key: str  # of the reading in the cache
    document: str
    sha256: str  # of the text
    source: str
    reader: str
    characters: int
    findings: Findings
    issues: tuple[Issue, ...]
    counts: dict[str, int]
    from_cache: bool
    texts: str = ""  # publish or withhold, where the document says so itself


def read_file(path: Path, name: str, how: How) -> list[Read | Failed]:
    """Read all documents in one file (most hold one). `name` is its path in the corpus; a bad part fails alone."""
    try:
        content = path.read_bytes()
    except OSError as error:
        return [Failed(name, f"{name}: this file cannot be opened ({error.strerror}).")]
    return [
        Failed(name, str(part)) if isinstance(part, ReadError) else read_part(part, how)
        for part in parts(Source(name, content, how.collection), how.reader or None)
    ]


def read_part(source: Source, how: How) -> Read | Failed:
    """Read and analyse one source, or take its reading from the cache."""
    use(how.tables)
    key = cache.key(source.data, source.path, how.collection, how.reader, how.model or cache.models(), how.tables)
    reading = cache.load(how.cache, key)
    known = reading is not None
    if reading is None:
        try:
            reading = make_reading(source, how)
        except ReadError as error:
            return Failed(source.path, str(error))
        except _FAULTS as fault:
            fault.add_note(f"{source.path} brought out a fault of kg. Leave it out to read the others, and report it.")
            raise
        cache.save(how.cache, key, reading)
    document, analysis = reading.document, reading.analysis
    return Read(
        key=key,
        document=document.key,
        sha256=document.sha256,
        source=document.source,
        reader=document.reader,
        characters=len(document.text),
        findings=Findings(
            document=document.key,
            date=analysis.date,
            clusters=reading.clusters,
            works=analysis.works,
            events=analysis.events,
        ),
        issues=(*document.issues, *analysis.issues),
        counts={
            "mentions": len(analysis.mentions),
            "dates": len(analysis.dates),
            "archival citations": len(analysis.citations),
            "statements": len(analysis.turns),
            "notes": len(analysis.notes),
            "agenda items": len(analysis.agenda),
        },
        from_cache=known,
        texts=next((field.value for field in document.fields if field.name == "texts"), ""),
    )


def make_reading(source: Source, how: How) -> Reading:
    """Read a source, find what it says, and tell apart who is named in it."""
    document = read_source(source, how.reader or None)
    analysis = analyse(document, extractors(how.model))
    return Reading(document, analysis, cluster(document, analysis))


@lru_cache(maxsize=1)
def extractors(model: str) -> tuple[Extractor, ...]:
    """Return the extractors with the language model that was asked for.

    Raises:
        ReadError: there is no pipeline in the folder.

    """
    if not model:
        return EXTRACTORS
    if model == "none":
        return tuple(e for e in EXTRACTORS if e is not suggestions)
    try:
        recogniser = english(Path(model))
    except OSError as error:
        raise ReadError(f"{model} holds no spaCy pipeline that can be loaded. Name its folder.") from error
    if recogniser is None:
        raise ReadError(f"The pipeline {model} needs a package that is not installed.")
    asked = asking(recogniser)
    return tuple(asked if e is suggestions else e for e in EXTRACTORS)
