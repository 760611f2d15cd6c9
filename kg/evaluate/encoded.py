"""Judge what is found in a bare text by what the editor of its TEI marked in it: people, places, organisations, dates.

No build is asked, since a build of the TEI has the editor's marks among its finds. The text is read again as
plain text, without its markup, and analysed. The header's lines stand before it, as a person would copy them; they are
not judged.
An editor marks by rules of their own (an office as a person, "the country" as a place) and leaves much unmarked, so no
figure here reaches 1. Beside the plain figures people have one, `named`, without the marks that hold no name (as
"Delegate" and "the Prime Minister"). Where dates are left unmarked only the recall says anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.evaluate.measure import Score, Scores
from kg.evaluate.people import score_mentions
from kg.evaluate.sheet import Find, Sheet
from kg.evaluate.times import score_dates
from kg.extract import EXTRACTORS, Extractor, analyse
from kg.extract.parties import people_in
from kg.model import Document, Span
from kg.read import Source, parts, read_source, tei

SUFFIX: Final = ".xml"
_KINDS: Final = {"people": "person", "organisations": "organisation", "places": "place"}


def score_encoded(paths: Iterable[Path], extractors: tuple[Extractor, ...] = EXTRACTORS) -> tuple[Scores, ...]:
    """Return the scores of each text in encoded files; one in which nothing is marked is left out.

    Raises:
        KgError: a file cannot be opened, or is no TEI.

    """
    return tuple(_scores(document, extractors) for path in paths for document in _documents(path) if document.marks)


def _documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a file."""
    try:
        source = Source(path.name, path.read_bytes(), "gold")
    except OSError as fault:
        raise KgError(f"{path} cannot be read: {fault.strerror or fault}.") from fault
    for part in parts(source):
        document = read_source(part) if isinstance(part, Source) else None
        if document is None or document.reader != tei.NAME:
            raise KgError(f"{path} is no gold: it is no TEI, in which names or dates can be marked.")
        yield document


def _scores(document: Document, extractors: tuple[Extractor, ...]) -> Scores:
    """Score what is found behind the header of a text, its markup taken away."""
    start = next((block.start for block in document.blocks if block.kind == "body"), 0)
    source = Source(f"{document.source}.txt", document.text.encode(), document.collection)
    bare = replace(read_source(source, "plain-text"), language=document.language)
    analysis = analyse(bare, extractors)
    names = [(mark.kind, _find(mark.span)) for mark in document.marks]
    mentions = [(mention.kind, _find(mention.span, rule=mention.rule)) for mention in analysis.mentions]
    asked = {name: [find for kind, find in names if kind == wanted] for name, wanted in _KINDS.items()}
    given = {name: [find for kind, find in mentions if kind == wanted] for name, wanted in _KINDS.items()}
    asked["dates"] = [_find(mark.span, mark.value) for mark in document.marks if mark.kind == "date"]
    given["dates"] = [_find(date.span, date.edtf, date.rule) for date in analysis.dates]
    gold, found = (
        Sheet(
            name=document.source,
            sha256=bare.sha256,
            finds={name: tuple(find for find in each if find.spans[0][0] >= start) for name, each in side.items()},
        )
        for side in (asked, given)
    )
    by_class = {name: _score_names(gold, found, name) for name in _KINDS} | {"dates": score_dates(gold, found)}
    return Scores(name=document.source, sha256=bare.sha256, by_class=by_class)


def _score_names(gold: Sheet, found: Sheet, name: str) -> Score:
    """Score one kind of names by their places alone, since nobody says who is who."""
    score = score_mentions(gold, found, name)
    measures = {label: score.measures[label] for label in ("strict", "overlap")}
    if name == "people":
        marks = tuple(replace(f, optional=not people_in(f.text, 0, len(f.text))) for f in gold.finds[name])
        named = replace(gold, finds={**gold.finds, name: marks})
        measures["named"] = score_mentions(named, found, name).measures["overlap"]
    return replace(score, measures=measures)


def _find(span: Span, value: str = "", rule: str = "") -> Find:
    """Return the find of a stretch."""
    return Find(spans=((span.start, span.end),), text=span.exact, value=value, rule=rule)
