"""Identity: what was decided about names, and the links to Wikidata that were accepted. This is the graph of links."""

import re
from collections.abc import Iterable
from typing import Final

from kg import ids
from kg.model import Decision
from kg.rdf.dataset import PROGRAM
from kg.rdf.terms import decimal, ref, string, triples, typed
from kg.rdf.vocab import PREFIXES, dcterms, kgo, prov, rdf, rdfs, schema, void, xsd

_FOREIGN: Final = re.compile(r"[a-z]+://[^\s<>\"{}|\\^`]+")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")


def links(base: str, decisions: Iterable[Decision], tombstones: Iterable[tuple[str, str]] = ()) -> list[str]:
    """Map all decisions, and a schema:sameAs for each "same" with a Wikidata item; the whole is a VoID linkset.

    What was decided for a name that was merged away is published for the name that stands for it.
    """
    heirs = dict(tombstones)
    deciders = {ids.agent(PROGRAM): ""}  # the dataset describes it
    statements: list[str] = []
    accepted = []
    for decision in decisions:
        left, right = (heirs.get(name, name) for name in (decision.left, decision.right))
        if left == right:  # decided to be the same, and one now: the decision is about the two names
            left, right = decision.left, decision.right
        left, right = _thing(base, left), _thing(base, right)
        statements += _decision(base, decision, left, right)
        deciders.setdefault(ids.agent(decision.who), decision.who)
        if decision.verdict == "same" and ids.is_item(ids.bare(decision.right)):
            accepted += triples(left, (schema.sameAs, right))
    for path, who in deciders.items():
        statements += triples(ref(base, path), (rdf.type, prov.Agent), (rdfs.label, string(who))) if who else []
    return statements + accepted + _linkset(base, len(set(accepted)))


def _decision(base: str, decision: Decision, left: str, right: str) -> list[str]:
    path = ids.decision(decision.left, decision.right, decision.who, decision.when)
    return triples(
        ref(base, path),
        (rdf.type, kgo.IdentityDecision),
        (kgo.left, left),
        (kgo.right, right),
        (kgo.verdict, string(decision.verdict)),
        (kgo.score, "" if decision.score is None else decimal(decision.score)),
        (kgo.reason, string(decision.why)),
        (dcterms.source, string(decision.source)),
        (dcterms.date, _when(decision.when)),
        (prov.wasAttributedTo, ref(base, ids.agent(decision.who))),
    )


def _when(words: str) -> str:
    """Return the day, or "" for words that name none; the hour stays in `decisions.jsonl`."""
    day = _DAY.match(words)
    return typed(day[0], xsd.date) if day else ""


def _thing(base: str, name: str) -> str:
    """Return the term of a name of ours, of a Wikidata item ("Q1234"), or of an item elsewhere, by its IRI."""
    number = ids.bare(name)
    if ids.is_item(number):
        return f"<{PREFIXES['wd']}{number}>"
    return f"<{name}>" if _FOREIGN.fullmatch(name) else ref(base, name)


def _linkset(base: str, count: int) -> list[str]:
    return triples(
        ref(base, ids.linkset()),
        (rdf.type, void.Linkset),
        (rdfs.label, string("Links to Wikidata that were accepted")),
        (void.linkPredicate, schema.sameAs),
        (void.subjectsTarget, ref(base, ids.dataset())),
        (void.triples, f'"{count}"^^{xsd.integer}'),
    )
