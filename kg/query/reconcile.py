"""The Reconciliation API over a graph: who or what of it a name in a spreadsheet may mean, with a score and why.

The rules of a name are those by which the graph was made (`kg.identity`): folded names, surnames, given names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz, process

from kg.identity.lookup import name_key, person_name
from kg.rdf.vocab import PREFIXES

TYPES: Final[Mapping[str, str]] = {
    "rico:Person": "person",
    "rico:CorporateBody": "organisation",
    "rico:Place": "place",
    "rico:Event": "event",
}
"""Class of a thing -> what it is called."""

_LIMIT: Final = 10
_LEAST: Final = 70.0  # likeness of 100 below which names have little in common
_MATCH: Final = 95.0
_MARGIN: Final = 5.0  # points to the next, for a match


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that can be meant: its IRI, label, class ("rico:Person") and the keys of all its names."""

    iri: str
    label: str
    kind: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """All things of a graph by the keys of their names."""

    base: str
    things: Mapping[str, Thing]
    by_key: Mapping[str, tuple[str, ...]]


def names(rows: Iterable[Mapping[str, Mapping[str, str]]], base: str) -> Names:
    """Collect the things below the base from the rows of `walk/names.rq`, as SPARQL's JSON gives them."""
    found: dict[str, tuple[str, str, set[str]]] = {}
    for row in rows:
        iri, kind = row["thing"]["value"], _short(row["kind"]["value"])
        if iri.startswith(base):
            entry = found.setdefault(iri, (row["label"]["value"], kind, set()))
            texts = (row[part]["value"] for part in ("label", "name") if part in row)
            entry[2].update(key for text in texts if (key := name_key(text)))
    things = {iri: Thing(iri, label, kind, tuple(sorted(keys))) for iri, (label, kind, keys) in sorted(found.items())}
    by_key: dict[str, list[str]] = {}
    for iri, thing in things.items():
        for key in thing.keys:
            by_key.setdefault(key, []).append(iri)
    return Names(base, things, {key: tuple(iris) for key, iris in sorted(by_key.items())})


def manifest(service: str, known: Names) -> dict[str, Any]:
    """Describe the service at its address, as versions 0.1 and 0.2 want it."""
    return {
        "versions": ["0.1", "0.2"],
        "name": "archival-kg",
        "identifierSpace": known.base,
        "schemaSpace": PREFIXES["rico"],
        "view": {"url": f"{known.base}{{{{id}}}}"},
        "defaultTypes": [_type(kind) for kind in TYPES],
        "suggest": {"entity": {"service_url": service, "service_path": "/suggest"}},
    }


def reconcile(known: Names, query: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Answer one query ({"query": ..., "type": ..., "limit": ...}) with candidates, the best first.

    Raises:
        ValueError: the query has no words, or its limit is no number.

    """
    words = query.get("query")
    if not isinstance(words, str) or not words.strip():
        raise ValueError("A query needs the words to look for.")
    limit = query.get("limit", _LIMIT)
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise ValueError("The limit of a query is a number from 1.")
    wanted = _wanted(query.get("type"))
    scores = _scores(known, words)
    ranked = sorted((-score, iri) for iri, score in scores.items() if not wanted or known.things[iri].kind in wanted)
    sure = bool(ranked) and -ranked[0][0] >= _MATCH and (len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= _MARGIN)
    return [
        {
            "id": iri.removeprefix(known.base),
            "name": known.things[iri].label,
            "type": [_type(known.things[iri].kind)],
            "score": round(-score, 1),
            "match": sure and place == 0,
            "features": [{"id": "name", "value": round(-score, 1)}],
        }
        for place, (score, iri) in enumerate(ranked[:limit])
    ]


def suggest(known: Names, prefix: str) -> dict[str, Any]:
    """Return the things a name of which begins with these letters."""
    start = name_key(prefix)
    found = dict.fromkeys(iri for key, iris in known.by_key.items() if start and key.startswith(start) for iri in iris)
    things = [known.things[iri] for iri in list(found)[:_LIMIT]]
    return {
        "result": [{"id": t.iri.removeprefix(known.base), "name": t.label, "notable": [_type(t.kind)]} for t in things]
    }


def _scores(known: Names, words: str) -> dict[str, float]:
    """Return the likeness of each thing that comes near, 100 for a name of its own."""
    key = name_key(words)
    scores = dict.fromkeys(known.by_key.get(key, ()), 100.0)
    near = process.extract(key, known.by_key.keys(), scorer=fuzz.token_sort_ratio, limit=50, score_cutoff=_LEAST)
    for name, likeness, _ in near:
        for iri in known.by_key[name]:
            scores[iri] = max(scores.get(iri, 0.0), min(likeness, _MATCH - 1))
    surname = person_name(words).surname
    for iri in known.by_key.get(surname, ()):
        scores[iri] = max(scores.get(iri, 0.0), _LEAST)
    return scores


def _wanted(kinds: object) -> frozenset[str]:
    """Return the classes asked for, by their short names; empty for any."""
    listed = kinds if isinstance(kinds, list) else [kinds] if kinds else []
    ids = [kind.get("id") if isinstance(kind, dict) else kind for kind in listed]
    return frozenset(_short(str(kind)) for kind in ids)


def _short(iri: str) -> str:
    return f"rico:{iri.removeprefix(PREFIXES['rico'])}" if iri.startswith(PREFIXES["rico"]) else iri


def _type(kind: str) -> dict[str, str]:
    return {"id": kind, "name": TYPES[kind]}
