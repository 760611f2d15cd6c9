"""What the JSON schemas of the Reconciliation API 0.2 ask for, to read answers by: other fields are refused."""

from typing import Annotated

from msgspec import Meta, Struct

Template = Annotated[str, Meta(pattern=r"\{\{id\}\}")]
Filled = Annotated[str, Meta(min_length=1)]


class Type(Struct, forbid_unknown_fields=True):
    """A type, as manifests and answers name it."""

    id: Filled
    name: Filled


class View(Struct, forbid_unknown_fields=True):
    """A template for addresses."""

    url: Template


class Preview(Struct, forbid_unknown_fields=True):
    """Where previews are, and of which size, in pixels."""

    url: Template
    width: int
    height: int


class Place(Struct, forbid_unknown_fields=True):
    """Where a service is that stands beside the first."""

    service_url: str
    service_path: str


class Suggest(Struct, forbid_unknown_fields=True):
    """The services that complete what is typed."""

    entity: Place
    type: Place
    property: Place


class Extend(Struct, forbid_unknown_fields=True):
    """The service that proposes properties."""

    propose_properties: Place


class Manifest(Struct, rename="camel", forbid_unknown_fields=True):
    """What a service says of itself."""

    versions: list[str]
    name: Filled
    identifier_space: Filled
    schema_space: Filled
    service_version: str
    documentation: str
    default_types: list[Type]
    view: View
    preview: Preview
    suggest: Suggest
    extend: Extend
    batch_size: int


class Feature(Struct, forbid_unknown_fields=True):
    """One part of what a score is made of."""

    id: Filled
    value: float | bool


class Candidate(Struct, forbid_unknown_fields=True):
    """One candidate for a query."""

    id: Filled
    name: Filled
    score: float
    match: bool
    type: list[Type]
    features: list[Feature]
    description: str = ""


class Result(Struct, forbid_unknown_fields=True):
    """The candidates for one query."""

    result: list[Candidate]


class Suggestion(Struct, forbid_unknown_fields=True):
    """A thing, type or property that begins as was typed."""

    id: Filled
    name: Filled
    description: str = ""
    notable: list[Type] = []


class Suggestions(Struct, forbid_unknown_fields=True):
    """All that begin so."""

    result: list[Suggestion]


class Proposals(Struct, forbid_unknown_fields=True):
    """The properties of a type."""

    type: str
    limit: int
    properties: list[Type]


class Column(Struct, forbid_unknown_fields=True):
    """The head of a column of values."""

    id: Filled
    name: Filled
    type: Type | None = None


class Cell(Struct, forbid_unknown_fields=True, rename={"words": "str"}):
    """A value: a thing with id and name, or words."""

    id: str = ""
    name: str = ""
    words: str = ""


class Extension(Struct, forbid_unknown_fields=True):
    """Values of properties."""

    meta: list[Column]
    rows: dict[str, dict[str, list[Cell]]]
