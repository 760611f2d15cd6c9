"""From a thing to the words that speak for it, step by step through the store: one join would take a second a million.

The way back is that of the contract's questions: an annotation has the thing as its body, or what refers to the thing
(a participation, citation, statement, event, note …); its target is a stretch of a text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import NamedNode, Store

from kg.query.run import Term
from kg.query.store import Data
from kg.query.things import short, spoken, term
from kg.rdf.evidence import CONTEXT
from kg.rdf.vocab import cito, kgo, oa, rdfs, rico, schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a text that speak for the thing, with who read them there.

    `about` is what the words were read as: the thing itself, or what refers to it (a statement, a citation …), `via`
    the property by which it does. `start` and `end` are code points into the text, half-open; None, and no words,
    where the evidence is no stretch of a text. `span` names the stretch; `file` is where the text lies, below the build
    folder (there or not), "" for a text that is `withheld`: of that the words are cut with "…", and nothing around them
    is told.
    """

    annotation: str
    about: str
    about_label: str
    via: str
    document: str
    title: str
    span: str
    file: str
    withheld: bool
    start: int | None
    end: int | None
    prefix: str
    exact: str
    suffix: str
    rule: str
    confidence: str

    @property
    def around(self) -> tuple[str, str]:
        """The whole words before and after, white space folded."""
        return whole_words(self.prefix, self.suffix)


def whole_words(before: str, after: str) -> tuple[str, str]:
    """Return what stands around a quotation with white space folded, and without the words that were cut."""
    before = _CUT_FIRST.sub("", before) if len(before) >= CONTEXT else before
    after = _CUT_LAST.sub("", after) if len(after) >= CONTEXT else after
    return _SPACE.sub(" ", before), _SPACE.sub(" ", after)


_SPACE: Final = re.compile(r"\s+")
_CUT_FIRST: Final = re.compile(r"^\S+(?=\s)")
_CUT_LAST: Final = re.compile(r"(?<=\s)\S+$")
_BODY: Final = term(oa.hasBody)
_SELECTORS: Final = {"start": oa.start, "end": oa.end, "exact": oa.exact, "prefix": oa.prefix, "suffix": oa.suffix}
_CITED: Final = term(cito.hasCitedEntity)
_FORM: Final = term(kgo.nameForm)
_SHORTCUTS: Final = frozenset(map(term, (schema.mentions, cito.cites)))
"""What says in one triple that which the referring things say with evidence."""
_UPWARDS: Final = tuple(
    map(term, (rico.isDirectlyIncludedIn, rico.hasOrHadHolder, schema.author, schema.editor, schema.translator))
)
"""From what can be cited to what it lies in or who made it: a citation of the one speaks for the other too."""


def quotes(data: Data, thing: NamedNode) -> tuple[Quote, ...]:
    """Return the words that speak for the thing, each with what it was read as, in the order of documents and texts."""
    store = data.store
    found = {
        (note, about): via for about, via in _speaking(store, thing).items() for note in _from(store, _BODY, about)
    }
    for note in (thing, *_from(store, _FORM, thing)):
        for about in _to(store, note, oa.hasBody):
            found.setdefault((note, about), _BODY if note == thing else _FORM)
    read = (_quote(data, note, about, via) for (note, about), via in found.items())
    return tuple(
        sorted(read, key=lambda quote: (quote.document, quote.start or 0, quote.end or 0, quote.about, quote.via))
    )


def passages(data: Data, fact: NamedNode) -> tuple[Quote, ...]:
    """Return the words that say one fact (the thing that was read, or the annotation itself), in the order of texts."""
    notes = _from(data.store, _BODY, fact)
    read = [_quote(data, note, fact, _BODY) for note in notes]
    read += [_quote(data, fact, about, _BODY) for about in _to(data.store, fact, oa.hasBody)]
    return tuple(sorted(read, key=lambda quote: (quote.document, quote.start or 0, quote.end or 0, quote.annotation)))


def stretches(data: Data, text: NamedNode) -> dict[tuple[int, int], set[NamedNode]]:
    """Return the stretches of a text that say something, each (start, end) with the things it was read as."""
    found: dict[tuple[int, int], set[NamedNode]] = {}
    for span in _from(data.store, term(oa.hasSource), text):
        ends = _words(data, span)
        if {"start", "end"} <= ends.keys():
            read = (
                body
                for note in _from(data.store, term(oa.hasTarget), span)
                for body in _to(data.store, note, oa.hasBody)
            )
            named = {body for body in read if isinstance(body, NamedNode)}
            if named:
                found.setdefault((int(ends["start"]), int(ends["end"])), set()).update(named)
    return found


def _words(data: Data, span: Term | None) -> dict[str, str]:
    """Return what the selectors of a stretch say, by their names."""
    return {
        name: spoken(said, data.base)
        for selector in _to(data.store, span, oa.hasSelector)
        for name, property_ in _SELECTORS.items()
        if (said := next(_to(data.store, selector, property_), None)) is not None
    }


def _speaking(store: Store, thing: NamedNode) -> dict[Term, NamedNode]:
    """Return the thing and all that refers to it or cites what lies in it, each with the property by which it does."""
    speaking: dict[Term, NamedNode] = {thing: _BODY}
    for quad in store.quads_for_pattern(None, None, thing):
        if quad.predicate not in _SHORTCUTS:
            speaking.setdefault(quad.subject, quad.predicate)
    waiting, below = [thing], {thing}
    while waiting:
        above = waiting.pop()
        deeper = [part for upwards in _UPWARDS for part in _from(store, upwards, above) if part not in below]
        below.update(deeper)
        waiting += deeper
    for cited in below:
        for citation in _from(store, _CITED, cited):
            speaking.setdefault(citation, _CITED)
    return speaking


def _quote(data: Data, note: NamedNode, about: Term, via: NamedNode) -> Quote:
    """Read one annotation."""

    def say(subject: Term | None, predicate: str) -> str:
        return spoken(next(_to(data.store, subject, predicate), None), data.base)

    span = next(_to(data.store, note, oa.hasTarget), None)
    text = next(_to(data.store, span, oa.hasSource), None)
    documents = _from(data.store, term(rico.hasOrHadInstantiation), text) if isinstance(text, NamedNode) else []
    sha256 = say(text, kgo.sha256)
    withheld = bool(sha256) and not say(text, schema.contentUrl)
    words = _words(data, span)
    return Quote(
        annotation=spoken(note, data.base),
        about=spoken(about, data.base),
        about_label=say(about, rdfs.label),
        via=short(via.value, data.base),
        document=spoken(documents[0], data.base) if documents else "",
        title=say(documents[0], rico.title) if documents else "",
        span=spoken(span, data.base),
        file="" if withheld or not sha256 else f"text/{sha256}.txt",
        withheld=withheld,
        start=int(words["start"]) if "start" in words else None,
        end=int(words["end"]) if "end" in words else None,
        prefix=words.get("prefix", ""),
        exact=words.get("exact", ""),
        suffix=words.get("suffix", ""),
        rule=say(note, kgo.rule),
        confidence=say(note, kgo.confidence),
    )


def _from(store: Store, predicate: NamedNode, thing: Term) -> list[NamedNode]:
    """Return what has the thing as a value of the property."""
    subjects = (quad.subject for quad in store.quads_for_pattern(None, predicate, thing))
    return [subject for subject in subjects if isinstance(subject, NamedNode)]


def _to(store: Store, subject: Term | None, constant: str) -> Iterator[Term]:
    """Yield the values of a thing's property."""
    if isinstance(subject, NamedNode):
        yield from (quad.object for quad in store.quads_for_pattern(subject, term(constant), None))
