"""Whom the machine did not dare to merge: people whose names agree, each pair with a score and the reasons.

They are published as decisions "unsure", for people to decide, and are never replayed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from kg.identity.names import Likeness, called_wife, compare, key
from kg.model import Decision, Entity

MACHINE: Final = "archival-kg"
"""Who decided, where nobody did but the program."""

_MOST: Final = 5  # proposals for one person: the likeliest
_COMPANY: Final = 0.05  # what each person named with both adds to the score, at most twice
_YEARS_APART: Final = 15


def propose(
    entities: Iterable[Entity], years: Mapping[str, int], decisions: Sequence[Decision]
) -> tuple[Decision, ...]:
    """Return pairs of people who may be one, in a fixed order: by falling score.

    `years` holds the year of each dated document; `decisions` are people's: what they decided is not proposed again.
    """
    people = sorted((e for e in entities if e.kind == "person"), key=lambda e: e.name)
    decided = {frozenset((d.left, d.right)) for d in decisions}
    company = _company(people)
    blocks: defaultdict[str, list[Entity]] = defaultdict(list)
    for person in people:
        blocks[key(person.label)].append(person)
    proposals = [
        _proposal(one, other, likeness, years, company)
        for block in sorted(filter(None, blocks))
        for one, other in combinations(blocks[block], 2)
        if frozenset((one.name, other.name)) not in decided and (likeness := compare(one.label, other.label)).score
    ]
    return tuple(_likeliest(proposals))


def _proposal(
    one: Entity, other: Entity, likeness: Likeness, years: Mapping[str, int], company: Mapping[str, frozenset[str]]
) -> Decision:
    documents = [{place.document for place in person.mentions} for person in (one, other)]
    reasons = list(likeness.reasons)
    score = likeness.score
    if roles := sorted({note.casefold() for note in one.notes} & {note.casefold() for note in other.notes}):
        reasons.append(f"both are called {roles[0]}")
        score += _COMPANY
    if met := company[one.name] & company[other.name]:
        reasons.append(f"named with both: {len(met)} others")
        score += _COMPANY * min(len(met), 2)
    if both := sorted(documents[0] & documents[1]):
        reasons.append(f"not merged: {both[0]} names both and keeps them apart")
        score /= 2
    elif any(map(called_wife, one.notes)) != any(map(called_wife, other.notes)):
        reasons.append("not merged: one is called Mrs. or the like, and may bear a husband's name")
        score /= 2
    elif (gap := _gap(documents, years)) > _YEARS_APART:
        reasons.append(f"not merged: {gap} years lie between their documents")
        score /= 2
    else:
        reasons.append("not merged: somebody else could be meant as well, or the name says too little")
    return Decision(
        left=one.name,
        right=other.name,
        verdict="unsure",
        who=MACHINE,
        when="",
        why="; ".join(reasons),
        score=round(min(score, 0.99), 2),
    )


def _gap(documents: Sequence[set[str]], years: Mapping[str, int]) -> int:
    """Return the years between the nearest two documents of two people; 0 where one has no dated document."""
    left, right = ([years[d] for d in found if d in years] for found in documents)
    return min((abs(a - b) for a in left for b in right), default=0)


def _company(people: Sequence[Entity]) -> dict[str, frozenset[str]]:
    """Return for each person's name the names of all who are mentioned in the same documents."""
    present: defaultdict[str, set[str]] = defaultdict(set)
    for person in people:
        for place in person.mentions:
            present[place.document].add(person.name)
    return {
        person.name: frozenset().union(*(present[place.document] for place in person.mentions)) - {person.name}
        for person in people
    }


def _likeliest(proposals: Iterable[Decision]) -> list[Decision]:
    """Return the proposals by falling score, at most a few for each person, which then say how many more there are."""
    ordered = sorted(proposals, key=lambda d: (-(d.score or 0), d.left, d.right))
    total = Counter(name for proposal in ordered for name in (proposal.left, proposal.right))
    count = Counter[str]()
    kept = []
    for proposal in ordered:
        if count[proposal.left] < _MOST and count[proposal.right] < _MOST:
            kept.append(proposal)
            count.update((proposal.left, proposal.right))
    return [_with_others(proposal, total, count) for proposal in kept]


def _with_others(proposal: Decision, total: Counter[str], told: Counter[str]) -> Decision:
    """Say in the reasons how many pairs of either person are not told."""
    names = (proposal.left, proposal.right)
    more = [f"{total[name] - told[name]} more of {name}" for name in names if total[name] > told[name]]
    return replace(proposal, why="; ".join((proposal.why, f"not told: {', '.join(more)}"))) if more else proposal
