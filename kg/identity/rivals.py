"""Candidates beside each other: what it says that others bear the same name, or that nobody does."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.identity.authority import Record, names_of
from kg.identity.lookup import name_key
from kg.identity.sorts import is_region
from kg.identity.subject import Candidate, Part, Subject, told
from kg.identity.things import ABBREVIATION, OWN_NAME, is_obscure
from kg.identity.times import stood

_FAR_BETTER: Final = 2.5  # times as many sources
_PROMINENT: Final = 6  # sources of what is far better known than its namesakes, at least

_REGION: Final = "another item has the name, and nothing near speaks for this region"


def lead(best: Candidate, rival: Candidate) -> float:
    """Return how far a candidate is ahead of another one; a little more fame does not tell namesakes apart."""
    ahead = best.score - rival.score
    namesakes = best.name == rival.name and not _far_better_known(best, rival)
    return ahead - max(0.0, best.known - rival.known) if namesakes else ahead


def among(candidate: Candidate, scored: Sequence[Candidate], subject: Subject) -> Candidate:
    """Add what follows from the other items that a name of a place, an organisation or an event may mean."""
    rivals = [other for other in scored if other is not candidate]
    namesakes = [other for other in rivals if min(other.name, candidate.name) >= OWN_NAME]
    parts: list[Part] = []
    if not rivals and len(candidate.record.sources) > 1 and _is_no_chance(candidate, subject):
        parts.append((0.08, "nothing else has this name"))
    elif namesakes and all(_far_better_known(candidate, other) for other in namesakes):
        parts.append((0.1, "by far the best known of this name"))
    if any(other.keys > candidate.keys for other in rivals):
        parts.append((-0.1, "another item has all our names for it"))
    present = (other for other in rivals if not _is_past(other.record))
    if _is_past(candidate.record) and any(_far_better_known(other, candidate) for other in present):
        parts.append((-0.1, "a former state of unknown years, and a better known one has the name"))
    shared = any(not other.keys.isdisjoint(candidate.keys) for other in rivals)
    doubts = [_REGION] * (shared and is_region(candidate.record) and is_obscure(subject, candidate.record))
    score = max(0.0, min(1.0, candidate.score + sum(points for points, _ in parts)))
    reasons = (*candidate.reasons, *map(told, parts))
    return replace(candidate, score=score, reasons=reasons, doubts=(*candidate.doubts, *doubts))


def _is_no_chance(candidate: Candidate, subject: Subject) -> bool:
    """Whether it says something that no other item has the name: not of names that mean much which none recorded.

    What a place is called in other languages is often the name of another place as well, unless the name only adds what
    it is ("State of Sablia"); an abbreviation says something where a list of ours has it, and means the same.
    """
    if candidate.name >= OWN_NAME or not candidate.keys:
        return True
    if subject.kind == "place":
        own = set(candidate.label.split())
        return any(own <= set(key.split()) or set(key.split()) <= own for key in candidate.keys)
    if any(len(key) > ABBREVIATION for key in candidate.keys):
        return True
    spelt_out = {key for key in map(name_key, subject.also) if len(key) > ABBREVIATION}
    return bool(subject.also) and (not spelt_out or not spelt_out.isdisjoint(map(name_key, names_of(candidate.record))))


def _is_past(record: Record) -> bool:
    return "historical country" in record.p31 and not stood(record)


def _far_better_known(one: Candidate, other: Candidate) -> bool:
    known, rival = len(one.record.sources), len(other.record.sources)
    return known >= _PROMINENT and known >= _FAR_BETTER * rival
