"""What published data says about each text, as sheets: read with questions, so that anybody's data can be asked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from operator import attrgetter
from pathlib import PurePosixPath
from typing import Final, cast

from pyoxigraph import Literal, NamedNode

from kg.evaluate.sheet import Find, Sheet
from kg.query.library import question
from kg.query.run import Rows, run
from kg.query.store import Data

Row = Mapping[str, str]
Tables = Mapping[str, tuple[Row, ...]]
"""The rows of a question, by the thing they tell of."""

_KINDS: Final = (("people", "Person"), ("organisations", "CorporateBody"), ("places", "Place"))
_ROLES: Final = frozenset({"author", "addressee", "translator", "compiler"})
_WORK_FIELDS: Final = ("title", "year", "place", "publisher", "container", "volume", "issue", "pages")


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a text that speaks for a thing."""

    span: tuple[int, int]
    text: str
    motive: str
    rule: str


Passages = Mapping[str, tuple[Passage, ...]]
"""The passages of one text in its order, by the thing they speak for."""

Maker = Callable[[Passages], Iterator[Find]]


def texts_by_file(data: Data) -> dict[str, str]:
    """Return the SHA-256 of each text by the name of the file it came from, where only one text has that name."""
    named: dict[str, set[str]] = defaultdict(set)
    for row in _own(data, "files"):
        named[PurePosixPath(row["file"]).name].add(row["text"])
    return {name: min(texts) for name, texts in named.items() if len(texts) == 1}


def answers(data: Data) -> dict[str, Sheet]:
    """Return a sheet for each text of the data, by its SHA-256."""
    evidence = _evidence(data)
    entities = _grouped(_own(data, "entities"))
    names = {body: tuple(dict.fromkeys(row["name"] for row in rows)) for body, rows in entities.items()}
    makers = _makers(data, names) | {name: partial(_mentions, entities, kind) for name, kind in _KINDS}
    notes = _grouped(_own(data, "notes"))
    sheets: dict[str, Sheet] = {}
    for row in _library(data, "documents"):
        sha256 = row["textHash"]
        passages = evidence.get(sha256, {})
        finds = {name: tuple(sorted(make(passages), key=attrgetter("spans"))) for name, make in makers.items()}
        finds["document"] = tuple(_document(row, passages))
        finds["notes"] = tuple(_notes(notes, sha256, passages))
        sheets.setdefault(sha256, Sheet(name=row["document"], sha256=sha256, finds=finds, names=names))
    return sheets


def _makers(data: Data, names: Mapping[str, tuple[str, ...]]) -> dict[str, Maker]:
    """Return, for each class of things with a place in the text, what finds them among the passages of one text."""
    parts = _grouped(_own(data, "parts"))
    units = _grouped(_library(data, "archival-levels"), "unit")
    return {
        "dates": partial(_dates, _grouped(_own(data, "dates"))),
        "citations": partial(_citations, _grouped(_library(data, "archival-citations"), "citation"), units, names),
        "works": partial(_works, _grouped(_own(data, "works")), names),
        "events": partial(_events, _grouped(_own(data, "events"))),
        "turns": partial(_plain, _grouped(_own(data, "turns")), "speaker", "order"),
        "agenda": partial(_plain, _grouped(_own(data, "agenda")), "body", "number"),
        "anchors": partial(_anchors, _grouped(_own(data, "notes"))),
        "participants": partial(_parts, parts, own=True),
        "roles": partial(_parts, parts, own=False),
    }


# ------------------------------------------------------------------------------------------------------ the questions


def _own(data: Data, name: str) -> Iterator[Row]:
    """Ask a question of this package."""
    return _ask(data, files("kg.evaluate").joinpath(f"questions/{name}.rq").read_text(encoding="utf-8"))


def _library(data: Data, name: str) -> Iterator[Row]:
    """Ask a question of the library."""
    return _ask(data, question(name).text)


def _ask(data: Data, text: str) -> Iterator[Row]:
    """Yield the rows as plain strings, without what is unbound."""
    result = cast("Rows", run(data, text))
    for row in result.rows:
        yield {
            name: cast("NamedNode | Literal", term).value
            for name, term in zip(result.variables, row, strict=True)
            if term is not None
        }


def _local(iri: str) -> str:
    """Return the last part of the name of a term."""
    return iri.replace("#", "/").rpartition("/")[2]


def _grouped(rows: Iterable[Row], key: str = "body") -> Tables:
    """Group rows by the thing they tell of."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[key]].append(row)
    return {thing: tuple(group) for thing, group in groups.items()}


def _evidence(data: Data) -> dict[str, Passages]:
    """Return the passages of every text, by its SHA-256."""
    texts: dict[str, dict[str, list[Passage]]] = defaultdict(lambda: defaultdict(list))
    for row in _own(data, "evidence"):
        passage = Passage(
            span=(int(row["start"]), int(row["end"])),
            text=row.get("exact", ""),
            motive=_local(row.get("motive", "")),
            rule=row.get("rule", ""),
        )
        texts[row["text"]][row["body"]].append(passage)
    return {
        text: {body: tuple(dict.fromkeys(passages)) for body, passages in bodies.items()}
        for text, bodies in texts.items()
    }


# ---------------------------------------------------------------------------------------------------- rows to finds


def _told(tables: Tables, passages: Passages) -> Iterator[tuple[str, tuple[Row, ...], tuple[Passage, ...]]]:
    """Yield the things that the text speaks of, with what is said of them and the passages."""
    for body, places in passages.items():
        if body in tables:
            yield body, tables[body], places


def _document(row: Row, passages: Passages) -> Iterator[Find]:
    """Yield title, date and language of the original; a document without an original is its own.

    The passage that says one is known by the last part of its rule ("…/title").
    """
    said = {place.rule.rpartition("/")[2]: place for place in reversed(passages.get(row["document"], ()))}
    original = "original-language" if "originalLanguage" in row else "language"
    language = row.get("originalLanguage") or row.get("language", "")
    for name, value, rule in (
        ("title", row["title"], "title"),
        ("date", row.get("edtf", ""), "date"),
        ("language", language, original),
    ):
        if value:
            place = said.get(rule)
            yield Find(
                spans=(place.span,) if place else (),
                thing=name,
                value=value,
                text=f"{name}: {value}",
                rule=place.rule if place else "",
            )


def _mentions(entities: Tables, kind: str, passages: Passages) -> Iterator[Find]:
    """Yield the places where people, organisations or places are named: one for each span and entity."""
    for body, rows, places in _told(entities, passages):
        if any(_local(row["class"]) == kind for row in rows):
            spans = {place.span: place for place in reversed(places) if place.motive == "identifying"}
            for span, place in spans.items():
                yield Find(spans=(span,), text=place.text, thing=body, rule=place.rule)


def _dates(dates: Tables, passages: Passages) -> Iterator[Find]:
    """Yield the places where dates are named."""
    for _, rows, places in _told(dates, passages):
        for place in places:
            yield Find(spans=(place.span,), text=place.text, value=rows[0]["edtf"], rule=place.rule)


def _citations(
    citations: Tables, units: Tables, names: Mapping[str, tuple[str, ...]], passages: Passages
) -> Iterator[Find]:
    """Yield the archival citations with the levels of the unit, its archive's names, and the leaves."""
    for _, rows, places in _told(citations, passages):
        row = rows[0]
        levels = units.get(row["unit"], ())
        fields: dict[str, tuple[str, ...]] = {
            "archive": tuple(dict.fromkeys(name for level in levels for name in names.get(level["archive"], ()))),
            "numbers": tuple(dict.fromkeys((*(level["identifier"] for level in levels), row["shelfmark"]))),
            "leaf_from": (row.get("leafFrom", ""),),
            "leaf_to": (row.get("leafTo", ""),),
            "side": (row.get("side", ""),),
        }
        for level in levels:
            kind = _local(level["levelType"])
            fields[kind] = tuple(dict.fromkeys((*fields.get(kind, ()), level["identifier"])))
        yield Find(spans=(places[0].span,), text=places[0].text, fields=fields, rule=places[0].rule)


def _works(works: Tables, names: Mapping[str, tuple[str, ...]], passages: Passages) -> Iterator[Find]:
    """Yield the citations of works. `names` has one entry for each author and editor: all their names together."""
    for _, rows, places in _told(works, passages):
        fields = {key: tuple(dict.fromkeys(row[key] for row in rows if key in row)) for key in _WORK_FIELDS}
        agents = dict.fromkeys(row["agent"] for row in rows if "agent" in row)
        fields["names"] = tuple(" / ".join(names.get(agent, ())) for agent in agents)
        yield Find(spans=(places[0].span,), text=places[0].text, fields=fields, rule=places[0].rule)


def _events(events: Tables, passages: Passages) -> Iterator[Find]:
    """Yield the events that the text tells of, each with all its passages."""
    for body, rows, places in _told(events, passages):
        yield Find(
            spans=tuple(place.span for place in places),
            text=places[0].text,
            thing=body,
            value=rows[0].get("edtf", ""),
            rule=places[0].rule,
        )


def _plain(tables: Tables, thing: str, value: str, passages: Passages) -> Iterator[Find]:
    """Yield things with one passage, and the columns that say who is meant and what is compared."""
    for _, rows, places in _told(tables, passages):
        yield Find(
            spans=(places[0].span,),
            text=places[0].text,
            thing=rows[0][thing],
            value=rows[0].get(value, ""),
            rule=places[0].rule,
        )


def _anchors(notes: Tables, passages: Passages) -> Iterator[Find]:
    """Yield the places that notes are called from."""
    for _, rows, places in _told(notes, passages):
        for place in places:
            if place.motive == "commenting":
                yield Find(spans=(place.span,), text=place.text, value=rows[0]["number"], rule=place.rule)


def _notes(notes: Tables, sha256: str, passages: Passages) -> Iterator[Find]:
    """Yield the numbered notes of the document, in the order of the text where they have a place in it."""
    for body, rows in notes.items():
        if any(row["text"] == sha256 for row in rows):
            places = [place for place in passages.get(body, ()) if place.motive != "commenting"]
            yield Find(
                spans=tuple(place.span for place in places[:1]),
                text=places[0].text if places else rows[0]["number"],
                value=rows[0]["number"],
                rule=places[0].rule if places else "",
            )


def _parts(parts: Tables, passages: Passages, *, own: bool) -> Iterator[Find]:
    """Yield who took part in the document's own event, or else who made and received the document."""
    for _, rows, places in _told(parts, passages):
        row, place, role = rows[0], places[0], _local(rows[0]["role"])
        if (_local(row["kind"]) == "Participation") == own and (own or role in _ROLES):
            yield Find(
                spans=(place.span,), text=f"{role}: {place.text}", thing=row["person"], value=role, rule=place.rule
            )
