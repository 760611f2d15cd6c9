"""The pages that people read: the start, one thing, the answer to a question. Plain HTML, no scripts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final
from urllib.parse import quote, urlsplit

from jinja2 import DictLoader, Environment
from pyoxigraph import NamedNode, Quad, Triple

from kg import ids
from kg.query import library
from kg.query.evidence import quotes
from kg.query.run import Rows, Term, run
from kg.query.store import Data, sparql
from kg.query.things import short, spoken
from kg.rdf.vocab import dcterms, kgo, rdf, rdfs, rico

MOST: Final = 200
"""Passages, and values of one property, that a page shows; the graph has all."""


def _term(constant: str) -> NamedNode:
    return NamedNode(constant[1:-1])


_LABELS: Final = (_term(rdfs.label), _term(rico.title), _term(rico.textualValue))
_TITLE: Final = _term(dcterms.title)
_TYPE: Final = _term(rdf.type)
_KINDS: Final = (
    ("documents", rico.Instantiation),
    ("people", rico.Person),
    ("organisations", rico.CorporateBody),
    ("places", rico.Place),
    ("meetings and other events", rico.Event),
    ("archival citations", kgo.ArchivalCitation),
    ("citations of works", kgo.WorkCitation),
    ("statements of speakers", kgo.Statement),
)
_WORDS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_PAST: Final = re.compile(r"\bor (?:had|was|were)\b ?")

_TEMPLATES: Final = {
    file.name: file.read_text(encoding="utf-8") for file in files("kg.serve").joinpath("templates").iterdir()
}
_PAGES: Final = Environment(loader=DictLoader(_TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
_QUESTIONS: Final = tuple(library.question(name) for name in library.names())
"""All files are read at once: a worker can open none."""


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A term as a page shows it: words, and the address they lead to, `""` where there is none."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """What one property says: its words, its name, the first of its values, and how many there are."""

    words: str
    property: str
    values: Sequence[Value]
    count: int


@lru_cache(maxsize=1)
def home(data: Data) -> str:
    """Return the start page: what there is, where to ask, what may be asked, and the documents.

    It takes a third of a second a million quads, and so is made once, by the process that the workers come from.
    """
    found = run(data, sparql("walk/documents"))
    rows = found.rows if isinstance(found, Rows) else ()
    counts = [(words, sum(1 for _ in data.store.quads_for_pattern(None, _TYPE, _term(kind)))) for words, kind in _KINDS]
    titles = data.store.quads_for_pattern(NamedNode(ids.iri(data.base, "dataset")), _TITLE, None) if data.base else ()
    return _PAGES.get_template("home.html").render(
        title=min((spoken(quad.object, "") for quad in titles), default="Linked data"),
        base=data.base,
        root=root(data),
        counts=[(words, count) for words, count in counts if count],
        statements=len(data.store),
        questions=_QUESTIONS,
        dumps=data.folder is not None,
        documents=[_value(data, document) for document, _ in rows if document is not None],
    )


def thing(data: Data, about: NamedNode, referring: Iterable[Quad], heir: Term | None) -> str:
    """Return the page of a thing: what is said of it, what refers to it, and the passages that speak for it."""
    said = [quad.triple for quad in data.store.quads_for_pattern(about, None, None)]
    passages = quotes(data, about)
    types = sorted({plain(str(triple.object)[1:-1]) for triple in said if triple.predicate == _TYPE})
    return _PAGES.get_template("thing.html").render(
        iri=about.value,
        root=root(data),
        label=_label(data, about) or short(about.value, data.base),
        types=types,
        facts=_groups(data, ((triple.predicate, triple.object) for triple in said if triple.predicate != _TYPE)),
        referring=_groups(data, ((quad.predicate, quad.subject) for quad in referring)),
        quotes=passages[:MOST],
        passages=len(passages),
        heir=_value(data, heir) if heir is not None else None,
    )


def table(data: Data, text: str, header: Sequence[str], rows: Iterator[Sequence[Term | None]]) -> Iterator[str]:
    """Yield, part by part, the page of an answer; the first row is found before anything is yielded."""
    first = next(rows, None)
    cells = ([_value(data, term) for term in row] for row in _again(first, rows))
    yield from _PAGES.get_template("answer.html").generate(
        text=text, link=f"/sparql?query={quote(text, safe='')}", root=root(data), header=header, rows=cells
    )


def preview(*, label: str, kind: str, description: str, others: Sequence[str], quotes: Sequence[str], link: str) -> str:
    """Return a small page of a thing: what it is, its other names, words that name it, and the way to its own page."""
    return _PAGES.get_template("preview.html").render(
        label=label, kind=kind, description=description, others=others, quotes=quotes, link=link
    )


def root(data: Data) -> str:
    """Return the path at which the base is served: what the links of pages begin with."""
    return urlsplit(data.base).path or "/"


def names(data: Data, term: Term | None) -> Iterator[Triple]:
    """Yield what a thing is called."""
    if isinstance(term, NamedNode):
        for property_ in _LABELS:
            yield from (quad.triple for quad in data.store.quads_for_pattern(term, property_, None))


def plain(iri: str) -> str:
    """Return the name of a property or class as words: `…#hasOrHadParticipant` is "has participant"."""
    name = re.split(r"[#/]", iri)[-1]
    words = " ".join(word if word.isupper() else word.lower() for word in _WORDS.findall(name))
    return _PAST.sub("", words) or iri


def _again(
    first: Sequence[Term | None] | None, rest: Iterator[Sequence[Term | None]]
) -> Iterator[Sequence[Term | None]]:
    if first is not None:
        yield first
        yield from rest


def _groups(data: Data, said: Iterable[tuple[NamedNode, Term]]) -> list[Group]:
    """Return what is said property by property, in the order of their words."""
    found: dict[str, set[Term]] = {}
    for property_, other in said:
        if property_ not in _LABELS:
            found.setdefault(property_.value, set()).add(other)
    return sorted((_group(data, iri, others) for iri, others in found.items()), key=lambda g: (g.words, g.property))


def _group(data: Data, iri: str, others: set[Term]) -> Group:
    """Return the values of one property, sorted by their words."""
    values = sorted({_value(data, other) for other in sorted(others, key=str)[:MOST]})
    return Group(words=plain(iri), property=short(iri, data.base), values=values, count=len(others))


def _value(data: Data, term: Term | None) -> Value:
    """Return a term as pages show it."""
    iri = term.value if isinstance(term, NamedNode) else ""
    ours = bool(data.base) and iri.startswith(data.base)
    address = f"{root(data)}{ids.local(data.base, iri)}" if ours else iri if iri.startswith("http") else ""
    return Value(_label(data, term) or spoken(term, data.base), address)


def _label(data: Data, term: Term | None) -> str:
    """Return what a thing is called, `""` where it has no name."""
    return min((spoken(triple.object, data.base) for triple in names(data, term)), default="")
