"""The names of things as people read and type them."""

import re
from typing import Final, cast

from anyascii import anyascii
from pyoxigraph import Literal, NamedNode, QuerySolutions
from rapidfuzz import fuzz

from kg.errors import QueryError
from kg.query.run import Term
from kg.query.store import Data, sparql
from kg.rdf.vocab import PREFIXES

_IRI: Final = re.compile(r"[a-z][a-z0-9+.-]*://[^\s<>\"{}|\\^`]+", re.IGNORECASE)
_LOCAL: Final = re.compile(r"[\w-]+")
_WORD: Final = re.compile(r"\w+")
_NEAR: Final = 3
_LIKENESS: Final = 60  # of 100; below it the names that come nearest have little in common


def term(constant: str) -> NamedNode:
    """Return a constant of the vocabulary as a term."""
    return NamedNode(constant[1:-1])


def short(iri: str, base: str) -> str:
    """Return an IRI as people read it: the path below `base`, else `prefix:name`, else whole."""
    if base and iri.startswith(base) and iri != base:
        return iri.removeprefix(base)
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and _LOCAL.fullmatch(iri.removeprefix(namespace)):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def spoken(term: Term | None, base: str) -> str:
    """Return a term as people read it, `""` for none."""
    if isinstance(term, NamedNode):
        return short(term.value, base)
    if isinstance(term, Literal):
        return term.value
    return "" if term is None else str(term)


def find(data: Data, words: str) -> NamedNode:
    """Return the IRI for a full IRI (`<>` or not), `prefix:name`, a path below the base (`person/…`) or a name.

    A name is a label, whatever the case, or else another form of the name, whatever its accents.
    A full IRI and `prefix:name` are taken as they are, whether the data has them or not.

    Raises:
        QueryError: nothing is called so (the message lists what comes near), or several things are (it lists them).

    """
    plain = words.strip().removeprefix("<").removesuffix(">")
    whole = _whole(plain)
    if whole is not None:
        return whole
    paths = [base + plain for base in (data.bases or (data.base,)) if _IRI.fullmatch(base + plain)]
    there = [path for path in map(NamedNode, paths) if occurs(data, path)]
    if len(there) == 1:
        return there[0]
    if there:
        listed = "".join(f"\n  {thing.value}" for thing in there)
        raise QueryError(f"{len(there)} builds have {plain}. Name one whole:{listed}")
    return _labelled(data, words.strip())


def named(words: str) -> NamedNode:
    """Return the IRI for a full IRI (`<>` or not) or `prefix:name`: what can be told without looking into data.

    Raises:
        QueryError: the words are neither.

    """
    whole = _whole(words.strip().removeprefix("<").removesuffix(">"))
    if whole is None:
        raise QueryError(f"An endpoint takes IRIs whole or as prefix:name, not {words}.")
    return whole


def _whole(plain: str) -> NamedNode | None:
    """Return the IRI that is written out or with a known prefix, None for other words."""
    if _IRI.fullmatch(plain):
        return NamedNode(plain)
    prefix, colon, name = plain.partition(":")
    return NamedNode(PREFIXES[prefix] + name) if colon and prefix in PREFIXES and _LOCAL.fullmatch(name) else None


def occurs(data: Data, thing: NamedNode) -> bool:
    """Tell whether anything is said of the thing, or with it."""
    store = data.store
    found = (store.quads_for_pattern(thing, None, None), store.quads_for_pattern(None, None, thing))
    return any(next(quads, None) is not None for quads in found)


def _labelled(data: Data, words: str) -> NamedNode:
    """Return the one thing of that label, whatever the case, else the one that bears the name in some form."""
    solutions = cast("QuerySolutions", data.store.query(sparql("walk/labels"), use_default_graph_as_union=True))
    labels = [(cast("NamedNode", thing), label.value, own.value == "true") for thing, label, own in solutions]
    own = dict.fromkeys(thing for thing, label, own in labels if own and label.casefold() == words.casefold())
    found = list(own or dict.fromkeys(thing for thing, label, _ in labels if _key(label) == _key(words)))
    if len(found) == 1:
        return found[0]
    if found:
        listed = "".join(f"\n  {short(thing.value, data.base)}" for thing in found)
        raise QueryError(f"{len(found)} things are called {words}. Name one by its path:{listed}")
    wanted, near = _key(words), dict[NamedNode, tuple[float, str]]()
    for thing, label, _ in labels:
        shown = short(thing.value, data.base) if "/" in words else label
        near[thing] = max(near.get(thing, (0.0, "")), (_likeness(wanted, _key(shown)), shown))
    best = sorted(near, key=lambda thing: (-near[thing][0], thing.value))[:_NEAR]
    told = [f"\n  {near[t][1]}  ({short(t.value, data.base)})" for t in best if near[t][0] >= _LIKENESS]
    raise QueryError(f"Nothing is called {words} in {data.path}." + (f" Near it:{''.join(told)}" if told else ""))


def _key(name: str) -> str:
    """Return a name without case, accents and punctuation."""
    return " ".join(_WORD.findall(anyascii(name).casefold()))


def _likeness(wanted: str, name: str) -> float:
    """Return how near a name comes, of 100: by the words that both have, and by the letters of the whole."""
    return (fuzz.token_set_ratio(wanted, name) + fuzz.ratio(wanted, name)) / 2
