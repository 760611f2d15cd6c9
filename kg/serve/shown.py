"""Terms of the data as pages show them: in words, with the address they lead to."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from pyoxigraph import NamedNode, Triple

from kg import ids
from kg.query.run import Term
from kg.query.store import Data
from kg.query.things import short, spoken, term
from kg.rdf.vocab import kgo, rdfs, rico

MOST: Final = 200
"""Passages, and values of one property, that a page shows; the graph has all."""


_LABELS: Final = (term(rdfs.label), term(rico.title), term(rico.textualValue), term(kgo.reason))
_WORDS: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_PAST: Final = re.compile(r"\bor (?:had|was|were)\b ?")
_DECIDED: Final = (term(kgo.left).value, term(kgo.right).value)
_HAS: Final = re.compile(r"(?:(.+) )?has (.+)")


@dataclass(frozen=True, slots=True, order=True)
class Value:
    """A term as a page shows it: words, and the address they lead to, `""` where there is none."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """What properties of the same words say: these, their names, the first of the values, and how many there are."""

    words: str
    property: str
    values: Sequence[Value]
    count: int


def root(data: Data) -> str:
    """Return the path at which the base is served: what the links of pages begin with."""
    return urlsplit(data.base).path or "/"


def has_files(data: Data) -> bool:
    """Say whether a build with its files is served, and not a dump alone."""
    return data.folder == data.path


def names(data: Data, thing: Term | None) -> Iterator[Triple]:
    """Yield what a thing is called."""
    if isinstance(thing, NamedNode):
        for property_ in _LABELS:
            yield from (quad.triple for quad in data.store.quads_for_pattern(thing, property_, None))


def label(data: Data, thing: Term | None) -> str:
    """Return what a thing is called, `""` where it has no name."""
    return min((spoken(triple.object, data.base) for triple in names(data, thing)), default="")


def value(data: Data, thing: Term | None) -> Value:
    """Return a term as pages show it; terms of ours are words alone, since nothing answers at their addresses yet."""
    words = spoken(thing, data.base)
    if words.startswith("kgo:") and isinstance(thing, NamedNode):
        return Value(plain(thing.value), "")
    iri = thing.value if isinstance(thing, NamedNode) else words if re.fullmatch(r"https?://\S+", words) else ""
    ours = bool(data.base) and iri.startswith(data.base)
    address = f"{root(data)}{ids.local(data.base, iri)}" if ours else iri if iri.startswith("http") else ""
    kind, _, path = words.partition("/")
    document, _, part = path.partition("/")
    if ours and kind == "document" and part:
        words = f"{part.replace('/', ' ')} · {document}"
    return Value(label(data, thing) or words, address)


def plain(iri: str) -> str:
    """Return the name of a property or class as words: `…#hasOrHadParticipant` is "has participant"."""
    name = re.split(r"[#/]", iri)[-1]
    words = " ".join(word if word.isupper() else word.lower() for word in _WORDS.findall(name))
    return _PAST.sub("", words) or iri


def back(iri: str) -> str:
    """Return a property in words as its value has it: `…#hasOrHadParticipant` is "participant of"."""
    if iri in _DECIDED:
        return "decisions about it"
    words = plain(iri)
    if has := _HAS.fullmatch(words):
        return " ".join(filter(None, (has[2], "of", has[1])))
    return f"{words} it" if words.split()[0].endswith("s") else f"{words} of"


def groups(data: Data, said: Iterable[tuple[NamedNode, Term]], *, backwards: bool = False) -> list[Group]:
    """Return what is said property by property, in the order of their words; the names of the thing are left out."""
    in_words = back if backwards else plain
    found: dict[str, tuple[set[str], set[Term]]] = {}
    for property_, other in said:
        if property_ not in _LABELS:
            named, others = found.setdefault(in_words(property_.value), (set(), set()))
            named.add(short(property_.value, data.base))
            others.add(other)
    return [_group(data, words, *found[words]) for words in sorted(found)]


def _group(data: Data, words: str, named: set[str], others: set[Term]) -> Group:
    """Return the values of one property, sorted by their words."""
    values = sorted({value(data, other) for other in sorted(others, key=str)[:MOST]})
    return Group(words=words, property=", ".join(sorted(named)), values=values, count=len(others))
