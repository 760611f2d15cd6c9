"""Why forms of a name in several documents stand for one thing: each a decision of the machine, with its reasons.

A decision compares a form of a name with the thing that bears it. They are published for people to look at and to
contradict; a build never replays them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kg import ids
from kg.identity.forms import fold
from kg.identity.names import compare
from kg.identity.proposals import MACHINE
from kg.model import Cluster, Decision, Entity

Member = tuple[str, Cluster]
"""A document's key and one of its clusters."""

_ALONE: Final = "nobody else of the name could be meant"


def explain_merges(entity: Entity, members: Sequence[Member], told: Mapping[Member, str]) -> Iterator[Decision]:
    """Yield a decision for each form of a thing that several documents name; `told` is what the context said."""
    if len({document for document, _ in members}) < 2:
        return
    for form in entity.forms:
        bearing = [member for member in members if form in member[1].forms]
        reasons, score = _person(entity, form, bearing, told) if entity.kind == "person" else _other(form, bearing)
        count = len({document for document, _ in bearing})
        yield Decision(
            left=ids.name_form(entity.name, form),
            right=entity.name,
            verdict="same",
            who=MACHINE,
            when="",
            why="; ".join((*reasons, f"in {count} document{'s' if count > 1 else ''}")),
            score=score,
        )


def _person(
    entity: Entity, form: str, bearing: Sequence[Member], told: Mapping[Member, str]
) -> tuple[list[str], float | None]:
    fullest = [member for member in bearing if member[1].label == form]
    if not fullest:
        return [f"its document names {bearing[0][1].label} more fully"], None
    likeness = compare(form, entity.label)
    if not likeness.score:
        return ["the names do not agree, but people decided so"], None
    reasons = [f"beside {entity.label}: {', '.join(likeness.reasons)}"] if form != entity.label else ["the same name"]
    by_context = sorted({told[member] for member in fullest if member in told})
    return [*reasons, *(by_context or [_ALONE])], likeness.score


def _other(form: str, bearing: Sequence[Member]) -> tuple[list[str], float | None]:
    cluster = bearing[0][1]
    if cluster.key:
        return ["a list of names has it for this thing"], None
    if fold(form) == fold(cluster.label):
        return ["the same name, but for accents and capitals"], None
    return [f"its document sets it beside {cluster.label} as another name"], None
