"""Linking to an authority: what the machine accepts, what it proposes, and why.

A link is accepted only where its score reaches `ACCEPT` and stands `MARGIN` above the next candidate; what falls short
is proposed, verdict "unsure". What people decided about an item is never decided again, and what they accepted settles
the matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from kg import ids
from kg.extract.archives import archives
from kg.identity.across import Findings
from kg.identity.around import look_around
from kg.identity.authority import Authority, Record, life_of
from kg.identity.candidates import candidates
from kg.identity.names import called_wife
from kg.identity.rivals import lead
from kg.identity.subject import Candidate, Subject, words_of
from kg.identity.within import listed_names
from kg.model import Decision, Entities

ACCEPT: Final = 0.75
MARGIN: Final = 0.1
_PROPOSE: Final = 0.2
_PROPOSALS: Final = 3  # of one thing, at most


def link(found: Entities, corpus: Sequence[Findings], authority: Authority, *, who: str) -> tuple[Decision, ...]:
    """Return what the machine decides about the things of a corpus and the items of an authority, sorted by name.

    `who` is the name of the machine. A record without a qid is no target: there is nothing to link to.
    """
    settled = _settled(found)
    made = [
        decision
        for subject in _subjects(found, corpus)
        for decision in _decide(subject, authority, settled.get(subject.name, {}), who)
    ]
    return tuple(sorted(made, key=lambda d: (d.left, d.right)))


def _settled(found: Entities) -> dict[str, dict[str, str]]:
    """Return what people said of each thing and item; what they said of a name given up holds for its heir."""
    heirs = dict(found.tombstones)
    settled: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for decision in found.decisions:
        left, right = (heirs.get(name, name) for name in (decision.left, decision.right))
        settled[left][right] = decision.verdict
        settled[right][left] = decision.verdict
    return settled


def _decide(subject: Subject, authority: Authority, settled: dict[str, str], who: str) -> Iterable[Decision]:
    if any(verdict == "same" and "/" not in item for item, verdict in settled.items()):
        return
    ranked = [c for c in candidates(subject, authority) if c.record.qid not in settled]
    accepted = ranked[0] if ranked and not _against(ranked[0], ranked) else None
    for candidate in _told(ranked, accepted):
        yield Decision(
            left=subject.name,
            right=candidate.record.qid or "",
            verdict="same" if candidate is accepted else "unsure",
            who=who,
            when="",
            why=_why(candidate, ranked),
            source="; ".join(candidate.record.sources),
            score=round(candidate.score, 2),
        )


def _against(candidate: Candidate, ranked: Sequence[Candidate]) -> list[str]:
    """Return why a candidate is not accepted: the doubts about its name, too low a score, others too near."""
    against = list(candidate.doubts)
    if candidate.score < ACCEPT:
        against.append(f"the score is below {ACCEPT}")
    if any(round(lead(candidate, other), 4) < MARGIN for other in ranked if other is not candidate):
        against.append(f"another candidate is not {MARGIN} behind")
    return against


def _told(ranked: Sequence[Candidate], accepted: Candidate | None) -> list[Candidate]:
    """Return what to publish: the likeliest, or the one accepted and those whose very name is among our forms.

    So "Sablia" is linked to the country, and "People's Republic of Sablia" in the same documents proposes the state.
    """
    if accepted is None:
        return [candidate for candidate in ranked[:_PROPOSALS] if candidate.score >= _PROPOSE]
    others = [c for c in ranked[1:] if c.label in c.keys - accepted.keys and c.score >= _PROPOSE]
    return [accepted, *others[: _PROPOSALS - 1]]


def _why(candidate: Candidate, ranked: Sequence[Candidate]) -> str:
    record: Record = candidate.record
    birth, death = life_of(record)
    life = f" ({birth or '?'}-{death or '?'})" if birth or death else ""
    against = _against(candidate, ranked)
    rest = [f"not accepted: {', '.join(against)}"] if against else []
    if not against and len(ranked) > 1:
        rest = [f"the next candidate scores {ranked[1].score:.2f}"]
    return "; ".join((f"{record.label}{life}: {', '.join(candidate.reasons)}", *rest))


def _subjects(found: Entities, corpus: Sequence[Findings]) -> Iterable[Subject]:
    """Yield what can be linked: people, organisations, places, archives, and events that have a name."""
    around = look_around(found, corpus)
    archive_names = {ids.archive(key): (archive.name, *archive.forms) for key, archive in archives().items()}
    for entity in found.entities:
        yield Subject(
            name=entity.name,
            kind=entity.kind,
            forms=tuple(dict.fromkeys((entity.label, *entity.forms, *archive_names.get(entity.name, ())))),
            years=around.years_of({place.document for place in entity.mentions}),
            offices=frozenset(word for note in entity.notes for word in words_of(note)),
            company=around.company(entity.mentions),
            called=frozenset(note.casefold() for note in entity.notes),
            also=() if entity.kind == "person" else listed_names(entity.kind, entity.label),
            wife=any(map(called_wife, entity.notes)),
            guessed=all(place in around.guessed for place in entity.mentions),
            doubtful=around.doubtful(entity.mentions),
        )
    events = {f.document: f.events for f in corpus}
    for event in found.events:
        tellings = [events[document][index] for document, index in event.tellings]
        if tellings[0].event_class == "named":
            years = around.years_of({document for document, _ in event.tellings})
            yield Subject(name=event.name, kind="event", forms=(event.label,), years=years)
