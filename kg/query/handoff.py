"""Links and new people for Wikidata: QuickStatements, or a table for OpenRefine; each with record and quotation.

QuickStatements V1 is tab-separated, a statement a line, its reference behind it. Sources: Help:QuickStatements and the
parsers of its versions 2 and 3 (quickstatements.php, parsers/v1.py), which know no escape in a quoted text and take
the outer quotation marks off; Help:Sources for the properties of references (P854 reference URL, P1683 quotation).
P973 (described at URL) has addresses as its values, P31 Q5 says that somebody is a human being.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg import ids
from kg.identity.names import fullness
from kg.query.evidence import whole_words
from kg.query.run import Rows, run
from kg.query.store import Data, sparql
from kg.rdf.vocab import PREFIXES

FORMATS: Final = ("quickstatements", "openrefine")
_HUMAN: Final = "Q5"
_INSTANCE_OF: Final = "P31"
_DESCRIBED_AT: Final = "P973"
_COLUMNS: Final = ("name", "type", "wikidata", "iri", "record", "quotation", "language", "perhaps", "new")
_LONGEST: Final = 200  # characters of a quotation


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something, the items it was linked to ("Q42"), and where it is first named: record and words.

    `perhaps` are items that were proposed and not decided on; `language` is that of the record, by its primary subtag.
    """

    iri: str
    label: str
    kind: str
    record: str
    quotation: str
    language: str
    items: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


def named(data: Data) -> tuple[Named, ...]:
    """Return all that is named, in the order of the IRIs.

    Raises:
        QueryError: the data cannot be asked.

    """
    first: dict[str, Named] = {}
    items: dict[str, dict[str, None]] = {}
    for entity, kind, label, item, document, url, language, _, prefix, exact, suffix in _rows(data, "handoff"):
        iri = _text(entity)
        if iri not in first:
            record, kind_ = _text(url) or _text(document), _text(kind).removeprefix(PREFIXES["rico"])
            tag = _text(language).partition("-")[0].lower() or "und"
            before, after = whole_words(_text(prefix), _text(suffix))
            words = " ".join(f"{before}{_text(exact)}{after}".split())[:_LONGEST]
            first[iri] = Named(iri, _text(label), kind_, record, words, tag)
        if item and (number := _item(_text(item))):
            items.setdefault(iri, {})[number] = None
    perhaps: dict[str, dict[str, None]] = {}
    for left, _, right, *_ in _rows(data, "proposals"):
        if number := _item(_text(right)):
            perhaps.setdefault(_text(left), {})[number] = None
    return tuple(
        replace(one, items=tuple(items.get(iri, ())), perhaps=tuple(perhaps.get(iri, ()))) for iri, one in first.items()
    )


def is_new(thing: Named) -> bool:
    """Say whether this is a person whom an item can be made for: a full name, and no item that it may have already."""
    return thing.kind == "Person" and fullness(thing.label)[:2] >= (1, 1) and not thing.items and not thing.perhaps


def quickstatements(things: Iterable[Named]) -> str:
    """Return commands: of what is linked, where it is described; of people who are not, a new item."""
    lines: list[tuple[str, ...]] = []
    for thing in things:
        reference = ("S854", _quoted(thing.record), "S1683", f"{thing.language}:{_quoted(thing.quotation)}")
        lines += [(item, _DESCRIBED_AT, _quoted(thing.iri), *reference) for item in thing.items]
        if is_new(thing):
            lines += [
                ("CREATE",),
                ("LAST", f"L{thing.language if thing.language != 'und' else 'en'}", _quoted(thing.label)),
                ("LAST", _INSTANCE_OF, _HUMAN, *reference),
                ("LAST", _DESCRIBED_AT, _quoted(thing.iri), *reference),
            ]
    return "".join("\t".join(line) + "\n" for line in lines)


def openrefine(things: Iterable[Named]) -> str:
    """Return a table of all that is named, linked or not, to be reconciled further in OpenRefine."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for thing in things:
        linked, perhaps = "; ".join(thing.items), "; ".join(thing.perhaps)
        told = (thing.record, thing.quotation, thing.language, perhaps, "yes" if is_new(thing) else "")
        writer.writerow((thing.label, thing.kind, linked, thing.iri, *told))
    return table.getvalue()


def _rows(data: Data, walk: str) -> Iterable[tuple[object, ...]]:
    answer = run(data, sparql(f"walk/{walk}"))
    return answer.rows if isinstance(answer, Rows) else ()


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _item(iri: str) -> str:
    """Return the number of an item of Wikidata, "" for anything else."""
    number = ids.bare(iri)
    return number if ids.is_item(number) else ""


def _quoted(text: str) -> str:
    """Return a text in quotation marks, on one line, those inside it typographic.

    A straight one inside could end the text too early; version 3 reads the typographic ones as straight again.
    """
    return f'"{" ".join(text.replace(chr(34), chr(0x201D)).split())}"'
