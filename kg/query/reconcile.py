"""The Reconciliation API over a graph: who or what of it a name in a spreadsheet may mean, with a score and why.

The rules of a name are those by which the graph was made (`kg.identity`): folded names, and for people their sounds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Final

from msgspec import Meta
from rapidfuzz import fuzz, process

from kg.identity.lookup import in_order, name_key
from kg.identity.names import compare, keys
from kg.query.properties import TYPES, Entity, Value, Values, Wanted, likeness
from kg.rdf.vocab import PREFIXES

LIMIT: Final = 10
_LEAST: Final = 70.0  # likeness of 100 below which names have little in common,
_LEAST_OF_PEOPLE: Final = 85.0  # and of people, whose names are compared by their sounds too
_NEAR: Final = 50  # candidates by likeness
_LIKE: Final = 94.0  # at most, for a name that is not the thing's own: never a match by itself
_MATCH: Final = 95.0
_MARGIN: Final = 5.0  # points to the next, for a match
_NAME: Final = 2.0  # how much the name weighs, beside 1 for a property

_SPACES: Final = ("rico", "fabio")
_WORK: Final = "fabio:Expression"

Row = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Condition:
    """A property that a candidate should have: its id, and one value or several."""

    pid: str
    v: Wanted | list[Wanted]

    def values(self) -> Sequence[Wanted]:
        """Return the values, in a list."""
        return self.v if isinstance(self.v, list) else [self.v]


@dataclass(frozen=True, slots=True)
class Query:
    """One query of a batch; what else may stand in it (`type_strict`) is not defined, and says nothing to us."""

    query: str = ""
    type: str | Entity | list[str | Entity] = ""
    limit: Annotated[int, Meta(ge=1)] = LIMIT
    properties: tuple[Condition, ...] = ()

    def fits(self, kind: str) -> bool:
        """Say whether a class is one of those asked for; all are where none is."""
        listed = self.type if isinstance(self.type, list) else [self.type] if self.type else []
        return not listed or kind in {short(each.id if isinstance(each, Entity) else each) for each in listed}


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that can be meant: its IRI, label, class ("rico:Person"), all forms of its name, and where it stands."""

    iri: str
    label: str
    kind: str
    forms: tuple[str, ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """All things of a graph, by the folded forms of their names, and people by the sounds of theirs."""

    base: str
    things: Mapping[str, Thing]
    by_key: Mapping[str, tuple[str, ...]]
    by_sound: Mapping[str, tuple[str, ...]]

    def thing(self, id_: str) -> Thing | None:
        """Return the thing of an id (its IRI without the base) or an IRI."""
        return self.things.get(self.base + id_.removeprefix(self.base))


def names(rows: Iterable[Row], base: str, reach: Iterable[Row] = ()) -> Names:
    """Collect the things below the base from the rows of `walk/names.rq` and `walk/reach.rq`, as JSON gives them."""
    found: dict[str, tuple[str, str, set[str]]] = {}
    for row in rows:
        iri, kind = row["thing"]["value"], short(row["kind"]["value"])
        if iri.startswith(base):
            entry = found.setdefault(iri, (row["label"]["value"], kind, set()))
            entry[2].update(row[part]["value"] for part in ("label", "name") if part in row)
    told = {row["thing"]["value"]: _reach(row) for row in reach if "thing" in row}
    things = {
        iri: Thing(iri, label, kind, tuple(sorted(forms)), told.get(iri, ""))
        for iri, (label, kind, forms) in sorted(found.items())
    }
    by_key: dict[str, dict[str, None]] = {}
    by_sound: dict[str, dict[str, None]] = {}
    for iri, thing in things.items():
        for form in thing.forms:
            by_key.setdefault(name_key(in_order(form)), {})[iri] = None
            for sound in keys(form) if thing.kind == "rico:Person" else ():
                by_sound.setdefault(sound, {})[iri] = None
    by_key.pop("", None)
    return Names(base, things, *({key: tuple(of) for key, of in sorted(by.items())} for by in (by_key, by_sound)))


def _reach(row: Row) -> str:
    """Return in how many documents a thing stands, and of which years."""
    number = int(row["documents"]["value"])
    years = sorted({year for end in ("first", "last") if (year := row[end]["value"][:4]).isdecimal()})
    return ", ".join(filter(None, (f"in {number:,} document{'' if number == 1 else 's'}", "-".join(years))))


def candidates(known: Names, query: Query) -> dict[str, float]:
    """Return the things a name of which comes near the words of a query, with the likeness, 100 for a name of its own.

    A surname alone, and another spelling, is never as much as a name of its own.
    """
    words = query.query
    key = name_key(in_order(words))
    scores = {iri: 100.0 for iri in known.by_key.get(key, ()) if _whole(known.things[iri], words)}
    near = process.extract(key, known.by_key.keys(), scorer=fuzz.token_sort_ratio, limit=_NEAR, score_cutoff=_LEAST)
    for name, like, _ in near:
        for iri in known.by_key[name]:
            if known.things[iri].kind == "rico:Person" and like < _LEAST_OF_PEOPLE:
                continue
            scores[iri] = max(scores.get(iri, 0.0), min(like, _LIKE))
    for iri in {iri for sound in keys(words) for iri in known.by_sound.get(sound, ())}:
        like = max(compare(words, form).score for form in known.things[iri].forms)
        if like:
            scores[iri] = max(scores.get(iri, 0.0), _LIKE * like)
    named = known.thing(words.strip())
    if named:
        scores[named.iri] = 100.0
    return {iri: score for iri, score in scores.items() if query.fits(known.things[iri].kind)}


def _whole(thing: Thing, words: str) -> bool:
    """Whether the words are more than the bare surname of a person."""
    return thing.kind != "rico:Person" or len(words.split()) > 1


def ranked(known: Names, query: Query, found: Mapping[str, float], values: Values) -> list[dict[str, Any]]:
    """Return the answer to a query: the candidates, the best first, and whether the first of them is sure.

    `found` are the things with the likeness of their names (none where the query has no words), `values` those of the
    properties asked for. A property of which nothing is known says nothing; none makes another name a match.
    """
    scored = sorted(_scored(known, query, iri, like, values.get(iri, {})) for iri, like in found.items())
    best = [-score for score, _, _ in scored[:2]]
    clear = len(best) == 1 or (len(best) > 1 and best[0] - best[1] >= _MARGIN)
    sure = clear and best[0] >= _MATCH and scored[0][2].get("name", best[0]) >= _MATCH
    return [
        {
            **shown(known, iri),
            "type": [type_of(known.things[iri].kind)],
            "score": round(-score, 1),
            "match": sure and place == 0,
            "features": [{"id": name, "value": round(value, 1)} for name, value in features.items()],
        }
        for place, (score, iri, features) in enumerate(scored[: query.limit])
    ]


def _scored(
    known: Names, query: Query, iri: str, like: float, values: Mapping[str, Sequence[Value]]
) -> tuple[float, str, dict[str, float]]:
    """Return what to sort by: the score turned round, the IRI; and what the score is made of."""
    features = {"name": like} if query.query.strip() else {}
    weights = {"name": _NAME}
    for wanted in query.properties:
        if values.get(wanted.pid) and wanted.values():
            features[f"property:{wanted.pid}"] = likeness(values[wanted.pid], wanted.values(), known.base)
    weight = sum(weights.get(name, 1.0) for name in features)
    score = sum(value * weights.get(name, 1.0) for name, value in features.items()) / weight if features else 0.0
    return -score, iri, features


def starting(known: Names, prefix: str, start: int) -> list[dict[str, Any]]:
    """Return the things a name of which begins with these letters, or whose id they are; `start` are passed over."""
    key = name_key(prefix)
    named = known.thing(prefix.strip())
    found = dict.fromkeys([named.iri] if named else [])
    found |= dict.fromkeys(iri for name, iris in known.by_key.items() if key and name.startswith(key) for iri in iris)
    return [
        {**shown(known, iri), "notable": [type_of(known.things[iri].kind)]}
        for iri in list(found)[start : start + LIMIT]
    ]


def called(known: Names, words: str) -> list[Thing]:
    """Return the things in a name of which each of these words begins one, in the order of their labels."""
    wanted = name_key(words).split()
    keys_ = [key for key in known.by_key if all(any(part.startswith(w) for part in key.split()) for w in wanted)]
    found = {iri for key in keys_ for iri in known.by_key[key]} if wanted else ()
    return sorted((known.things[iri] for iri in found), key=lambda each: (each.label, each.iri))


def pick(named: Mapping[str, str], prefix: str, start: int) -> list[dict[str, str]]:
    """Return the types or properties (id -> name) whose id or name begins with these letters, in any word."""
    wanted = prefix.strip().lower()
    found = [
        {"id": id_, "name": name}
        for id_, name in named.items()
        if id_.lower().startswith(wanted) or any(w.startswith(wanted) for w in (name.lower(), *name.lower().split()))
    ]
    return found[start : start + LIMIT]


def shown(known: Names, iri: str) -> dict[str, Any]:
    """Return a thing as answers name it."""
    thing = known.things[iri]
    return {"id": iri.removeprefix(known.base), "name": thing.label} | (
        {"description": thing.description} if thing.description else {}
    )


def short(iri: str) -> str:
    """Return a class by its short name: "rico:Person"; all classes of works are one."""
    named = next(
        (f"{name}:{iri.removeprefix(PREFIXES[name])}" for name in _SPACES if iri.startswith(PREFIXES[name])), iri
    )
    return _WORK if named.startswith("fabio:") else named


def type_of(kind: str) -> dict[str, str]:
    """Return a type as answers name it."""
    return {"id": kind, "name": TYPES[kind]}
