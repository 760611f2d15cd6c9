"""Triples in the order of their subjects, as the checks look at them.

Terms are strings as N-Triples writes them (`<iri>`, `"words"`, `"3"^^<…>`), so that they compare with the constants of
`kg.rdf.vocab`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from kg.rdf.vocab import rdf, rico

Facts = dict[str, dict[str, list[str]]]
"""Subject -> predicate -> objects."""

_ESCAPE: Final = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([tbnrf"\'\\]))')
_PLAIN_ESCAPES: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


def facts_of(triples: Iterable[tuple[str, str, str]]) -> Facts:
    """Put triples in order."""
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in triples:
        facts[subject][predicate].append(value)
    return facts


def values(facts: Facts, subject: str, predicate: str) -> list[str]:
    """Return all objects of a subject and predicate."""
    return facts.get(subject, {}).get(predicate, [])


def value(facts: Facts, subject: str, predicate: str) -> str:
    """Return the first object of a subject and predicate, or an empty string."""
    return next(iter(values(facts, subject, predicate)), "")


def base_of(facts: Facts) -> str:
    """Return what comes before `document/` in the name of the first record, or "" where there is none."""
    records = (s for s, described in facts.items() if rico.Record in described.get(rdf.type, ()))
    return next((r[1:].partition("document/")[0] for r in records if "document/" in r), "")


def words(term: str) -> str:
    """Return what a literal says (an escaped line end becomes one), or the IRI of another term, without brackets."""
    if not term.startswith('"'):
        return term.strip("<>")
    return _ESCAPE.sub(_unescaped, term[1 : term.rindex('"')])


def _unescaped(match: re.Match[str]) -> str:
    short, long, plain = match.groups()
    return _PLAIN_ESCAPES[plain] if plain else chr(int(short or long, 16))


def as_triples(facts: Facts) -> str:
    """Return facts as N-Triples, in their order."""
    return "".join(
        f"{s} {p} {o} .\n" for s, described in facts.items() for p, objects in described.items() for o in objects
    )
