"""A graph in parts that can be checked one by one: each document with its evidence, then everything else in handfuls.

A part holds its own subjects whole, and of everything they refer to only the types and labels. So the time that shapes
take grows with the number of documents and not faster, and no part needs the whole graph in memory twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from kg.check.facts import Facts
from kg.rdf.vocab import oa, rdf, rdfs, rico

_DOCUMENT: Final = re.compile(r"<(.*?/document/[^/#>]+)")
_HANDFUL: Final = 500
_SHOWN: Final = (rdf.type, rdfs.label, rico.textualValue)  # the spelling is the label of a name


@dataclass(frozen=True, slots=True)
class Part:
    """Subjects that are checked together: `own` are described whole, `around` is what they refer to.

    `beside` describes the texts that the quotations of `own` point to, where it does not do so itself.
    """

    name: str  # the document's IRI, or "" for things that documents share
    own: Facts
    around: Facts
    beside: Facts = field(default_factory=dict)


def parts(facts: Facts) -> Iterator[Part]:
    """Split a graph into parts, documents first, in the order of their IRIs.

    An event belongs to the document that tells of it, because its evidence stands there.
    """
    documents: dict[str, list[str]] = {}
    rest: list[str] = []
    for subject in facts:
        match = _DOCUMENT.match(subject)
        if match:
            documents.setdefault(match[1], []).append(subject)
        else:
            rest.append(subject)
    placed: set[str] = set()
    for name in sorted(documents):
        part = document_part(name, {s: facts[s] for s in documents[name]}, facts)
        placed.update(part.own)
        yield part
    left = iter(s for s in rest if s not in placed)
    while handful := list(islice(left, _HANDFUL)):
        own = {s: facts[s] for s in handful}
        yield Part("", own, _around(own, facts))


def document_part(name: str, own: Facts, shared: Facts, beside: Facts | None = None) -> Part:
    """Return a document's part: its own subjects, the events it tells of, and what they refer to (from `shared`)."""
    told = {
        body: shared[body]
        for described in own.values()
        for body in described.get(oa.hasBody, ())
        if body not in own and rico.Event in shared.get(body, {}).get(rdf.type, ())
    }
    whole = own | told
    return Part(name, whole, _around(whole, shared), beside or {})


def _around(own: Facts, facts: Facts) -> Facts:
    """Return types and labels of what a part refers to."""
    referred = {o for described in own.values() for objects in described.values() for o in objects if o not in own}
    return {term: {p: facts[term][p] for p in _SHOWN if p in facts[term]} for term in sorted(referred) if term in facts}
