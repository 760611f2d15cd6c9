"""What a reader makes of a file: the untouched text, and what was recognised of its form."""

from dataclasses import dataclass
from typing import Final

from kg.errors import ISSUES

BLOCK_KINDS: Final = ("header", "citation", "summary", "language", "contents", "body", "notes")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text together with its words: `text[start:end] == exact`."""

    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        """Refuse a span whose words cannot be as long as its stretch."""
        if self.start < 0 or self.end - self.start != len(self.exact) or not self.exact:
            raise ValueError(f"a span {self.start}-{self.end} cannot hold {self.exact!r}")


def quote(text: str, start: int, end: int) -> Span:
    """Return the span of `text[start:end]`.

    Raises:
        ValueError: the stretch is empty or lies outside the text.

    """
    return Span(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Issue:
    """Something doubtful that a person may want to look at."""

    code: str
    message: str
    source: str = ""
    span: Span | None = None

    def __post_init__(self) -> None:
        """Refuse a code without an explanation."""
        if self.code not in ISSUES:
            raise ValueError(f"issue code {self.code!r} is not explained in kg.errors.ISSUES")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the page, by kind (one of `BLOCK_KINDS`). Blocks do not overlap and stand in the order of the text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the record as the page prints it.

    `name` is one of: title, date, citation, summary, original-language, language, contents, url, identifier, source
    (the shelfmark or archive a front matter or a page names), rights, donor, author, addressee, translator, compiler,
    contributor (as a front matter names them), texts (publish or withhold). `value` is the normalised value (white
    space folded, date as EDTF, language as BCP 47), `span` the words on the page.
    """

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tag:
    """What a curator says of the whole record, which may stand in no text: a person, a place, a subject, a remark.

    `kind` is person, organisation, place, subject, or the name of the field as the record has it; `pointer` says where
    it stands in the source file (a JSON pointer, RFC 6901; for other formats a path of the same look).
    """

    kind: str
    value: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A name or date that the editor of an encoded text marked: kind is person, organisation, place or date.

    `value` is the EDTF form of a date; `ref` is what the editor refers to, as written (a key of an authority list).
    """

    kind: str
    span: Span
    value: str = ""
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it was read: the untouched text and what the reader recognised of its form."""

    key: str  # unique in a corpus, also the IRI segment: "<collection>-<identifier>"
    collection: str  # named by the reader, else the corpus folder's slug
    identifier: str
    text: str
    sha256: str  # of the text encoded as UTF-8
    source: str  # path of the file, relative to the corpus folder, with forward slashes
    reader: str  # name and version of the reader, e.g. "wilson-page/1"
    language: str  # BCP 47, of this text
    blocks: tuple[Block, ...] = ()
    fields: tuple[Field, ...] = ()
    issues: tuple[Issue, ...] = ()
    tags: tuple[Tag, ...] = ()
    marks: tuple[Mark, ...] = ()
    editor: str = ""  # who marked them, as the header of the encoded text says; empty where it does not


def field_of(document: Document, name: str) -> Field | None:
    """Return the first field of that name, or None where the page prints none."""
    return next((f for f in document.fields if f.name == name), None)


def block_at(document: Document, offset: int) -> str:
    """Return the kind of the block that holds the offset; text between blocks counts as body."""
    return next((b.kind for b in document.blocks if b.start <= offset < b.end), "body")
