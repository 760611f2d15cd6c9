"""What the extractors find in one document: every find with the words that say it and the rule that read them.

People, organisations and places are referred to by the span of their name; who is who is decided later (`kg.identity`).
"""

from dataclasses import dataclass
from typing import Final, Literal

from kg.model.document import Issue, Span

EntityKind = Literal["person", "organisation", "place"]
EventClass = Literal["own", "named", "dated"]
Certainty = Literal["asserted", "reported", "planned", "denied"]
CreatorRole = Literal["author", "editor", "translator"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, organisation or place is named here. The span is the name alone, without title or genitive."""

    span: Span
    kind: EntityKind
    rule: str
    note: str = ""  # the title, office or kind that the text gives right here ("Soviet prime minister"), as written


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression that fixes a calendar date or period; `edtf` is its normalised form.

    `inferred` says that something (a year, a month) was supplied from elsewhere in the document.
    """

    span: Span
    edtf: str
    rule: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a shelfmark: its kind in the archive's own word ("fond", "box") and its number as written."""

    kind: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivalCitation:
    """A reference to a place in an archive, as written and as read.

    `span` is the whole reference. `levels` run from the highest to the lowest; `papka` stands beside them.
    """

    span: Span
    rule: str
    archive: str  # key of the archive: from the table of archives ("aprf"), else a slug of the words
    archive_span: Span | None  # the archive's name, where this reference prints it
    levels: tuple[Level, ...]
    papka: str = ""
    leaf_from: str = ""  # bare number; equal to leaf_to for one leaf
    leaf_to: str = ""
    side: str = ""  # "recto" | "verso", of the last leaf, where marked
    own: bool = False  # this document is kept there
    inferred: bool = False  # archive or upper levels were supplied from elsewhere
    cites: Span | None = None  # the words for the document that is kept there, where the text has them
    note: int | None = None  # index into Analysis.notes


@dataclass(frozen=True, slots=True)
class Creator:
    """Someone who made a cited work; the span is the name in the text (the same span as the person's mention)."""

    role: CreatorRole
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCitation:
    """A reference to a published or presented work, with the fields a bibliography wants. Empty string: not printed.

    `type` is a CSL type: book, chapter, article-journal, article-newspaper, paper-conference, thesis, report or
    manuscript.
    """

    span: Span
    rule: str
    type: str
    title: str = ""
    creators: tuple[Creator, ...] = ()
    container: str = ""  # journal, newspaper, edited book or conference
    publisher: Span | None = None
    place: str = ""
    issued: str = ""  # EDTF
    volume: str = ""
    issue: str = ""
    pages: str = ""  # the pages cited
    note: int | None = None
    translated_title: str = ""  # what the title means, as printed behind it in brackets


@dataclass(frozen=True, slots=True)
class Dispute:
    """A note says that the source is wrong or incomplete: the words that say so."""

    kind: Literal["disputes", "corrects"]
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered note: its number as printed in plain digits, its text, and the place it is called from."""

    number: str
    marker: Span
    body: Span
    rule: str
    anchor: Span | None = None
    disputes: tuple[Dispute, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """An item that the meeting dealt with: place in the text (`order`, from 1) and number as printed are two things."""

    order: int
    number: str  # as printed without its full stop; empty where none is printed
    title: Span
    span: Span  # from the number to the end of the title
    rule: str


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody speaks: the label, the name in it, and the words. `span` runs from the label to the end of the words."""

    order: int  # from 1, unique in the document
    label: Span
    speaker: Span
    utterance: Span
    span: Span
    rule: str
    item: int | None = None  # index into Analysis.agenda


NOT_THERE: Final = frozenset({"absent", "assigned"})
"""Roles that do not make somebody a participant: a task can be given to people who were not there."""


@dataclass(frozen=True, slots=True)
class Participation:
    """Somebody took part in the document's own event in a role.

    Roles: present, absent, chair, speaker, assigned, discussant, invited. `span` is the evidence: name or clause.
    """

    role: str
    person: Span
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class RecordRole:
    """Somebody made or received the document: author, compiler, translator, contributor, addressee."""

    role: str
    agent: Span
    span: Span
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is said to have happened, or is to happen.

    `kind` is one of the closed list of event types (meeting, conversation, sending, speech, visit, decision,
    appointment, agreement, military-action, unrest, publication, arrest, death, other). `actors` are spans of names of
    people and organisations, `places` of places; both are mentions of the same analysis.
    """

    event_class: EventClass
    kind: str
    label: str
    span: Span
    rule: str
    edtf: str = ""
    certainty: Certainty = "asserted"
    actors: tuple[Span, ...] = ()
    places: tuple[Span, ...] = ()
    other_spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that was found in one document. `document` is its key; every tuple is sorted by place in the text."""

    document: str
    date: str = ""  # EDTF of the document, which supplies missing years
    notes: tuple[Note, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    turns: tuple[Turn, ...] = ()
    dates: tuple[DateMention, ...] = ()
    citations: tuple[ArchivalCitation, ...] = ()
    works: tuple[WorkCitation, ...] = ()
    participations: tuple[Participation, ...] = ()
    roles: tuple[RecordRole, ...] = ()
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    suggestions: tuple[Mention, ...] = ()  # what the statistical model proposes, before the rules decide
    issues: tuple[Issue, ...] = ()
