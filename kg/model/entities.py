"""Who and what is named, inside one document (`Cluster`) and across the corpus, and what people decided about it."""

from dataclasses import dataclass, field
from typing import Literal

from kg.model.analysis import EntityKind, WorkCitation
from kg.model.document import Issue, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The mentions of one person, organisation or place inside one document.

    `label` is the fullest form in the text, `forms` all of them (white space folded, sorted). `key` is the canonical
    key of a listed organisation, place or archive ("ussr", "aprf"), empty for all others. `guessed`: only the language
    model says that these names are of this kind.
    """

    kind: EntityKind
    label: str
    forms: tuple[str, ...]
    mentions: tuple[Span, ...]
    key: str = ""
    notes: tuple[str, ...] = ()
    guessed: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One mention inside the corpus: the document's key and the offsets of the name."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organisation or place across the corpus.

    `name` is the registry name and the path of the IRI ("person/nikolai-bulganin"; an archive is "archive/aprf").
    `label` is a form that the documents use; `forms` are all of them, white space folded, sorted.
    """

    name: str
    kind: EntityKind
    label: str
    forms: tuple[str, ...]
    mentions: tuple[Place, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A cited work across the corpus: one description for all its citations (document key, index in Analysis.works)."""

    name: str
    best: WorkCitation  # the fullest citation; fields come from it
    document: str  # where `best` stands
    citations: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntity:
    """An event across the corpus: its registry name and all that tell of it (document key, index in events)."""

    name: str
    label: str
    tellings: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Somebody decided that two names mean the same thing, or different things, or that it cannot be said."""

    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    who: str
    when: str
    why: str = ""
    source: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """Who and what is in the corpus, and which names were given.

    `decisions` are people's, `proposals` pairs that they should decide on, `merges` say why the forms of a name in
    several documents are one thing. `splits` are decisions that set a part of a thing apart: as they were made,
    and as they are told, of the name that the part bears now.
    """

    entities: tuple[Entity, ...]
    works: tuple[Work, ...]
    events: tuple[EventEntity, ...]
    decisions: tuple[Decision, ...] = ()
    proposals: tuple[Decision, ...] = ()
    merges: tuple[Decision, ...] = ()
    splits: tuple[tuple[Decision, Decision], ...] = ()
    tombstones: tuple[tuple[str, str], ...] = ()  # (name that was merged away, name that stands for it)
    issues: tuple[Issue, ...] = field(default=())
