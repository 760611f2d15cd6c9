"""Links and new people for Wikidata: QuickStatements, or a table for OpenRefine; each with record and quotation.

QuickStatements V1 is tab-separated, a statement a line, its reference behind it (S854 the address, S1683 the words).
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from kg.ids import WIKIDATA
from kg.query.run import Rows, run
from kg.query.store import Data, sparql
from kg.rdf.vocab import PREFIXES

FORMATS: Final = ("quickstatements", "openrefine")
_HUMAN: Final = "Q5"
_INSTANCE_OF: Final = "P31"
_DESCRIBED_AT: Final = "P973"
_COLUMNS: Final = ("name", "type", "wikidata", "iri", "record", "quotation")
_LONGEST: Final = 200  # characters of a quotation


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something, the items it was linked to ("Q42"), and where it is first named: record and words."""

    iri: str
    label: str
    kind: str
    items: tuple[str, ...]
    record: str
    quotation: str


def named(data: Data) -> tuple[Named, ...]:
    """Return all that is named, in the order of the IRIs.

    Raises:
        QueryError: the data cannot be asked.

    """
    answer = run(data, sparql("walk/handoff"))
    rows = answer.rows if isinstance(answer, Rows) else ()
    first: dict[str, Named] = {}
    items: dict[str, dict[str, None]] = {}
    for entity, kind, label, item, document, url, _, prefix, exact, suffix in rows:
        iri, words = _text(entity), " ".join(f"{_text(prefix)}{_text(exact)}{_text(suffix)}".split())
        first.setdefault(
            iri, Named(iri, _text(label), _text(kind), (), _text(url) or _text(document), words[:_LONGEST])
        )
        if item:
            items.setdefault(iri, {})[_item(_text(item))] = None
    return tuple(
        Named(n.iri, n.label, n.kind.removeprefix(PREFIXES["rico"]), tuple(items.get(n.iri, ())), n.record, n.quotation)
        for n in first.values()
    )


def quickstatements(things: Iterable[Named]) -> str:
    """Return commands: of what is linked, where it is described; of people who are not, a new item."""
    lines: list[tuple[str, ...]] = []
    for thing in things:
        reference = ("S854", _quoted(thing.record), "S1683", f"en:{_quoted(thing.quotation)}")
        lines += [(item, _DESCRIBED_AT, _quoted(thing.iri), *reference) for item in thing.items]
        if not thing.items and thing.kind == "Person" and " " in thing.label:  # a bare surname makes no item
            lines += [
                ("CREATE",),
                ("LAST", "Len", _quoted(thing.label)),
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
        writer.writerow((thing.label, thing.kind, "; ".join(thing.items), thing.iri, thing.record, thing.quotation))
    return table.getvalue()


def _text(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _item(iri: str) -> str:
    for prefix in WIKIDATA:
        iri = iri.removeprefix(prefix)
    return iri


def _quoted(text: str) -> str:
    """Return a text in quotation marks; those inside it become single ones, for the format knows no escape."""
    return f'"{text.replace(chr(34), chr(39))}"'
