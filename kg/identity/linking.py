"""Linking to an authority: what the machine accepts, what it proposes, and why.

A link is accepted only where its score reaches `ACCEPT` and stands `MARGIN` above the next candidate; what falls short
is proposed, verdict "unsure". What people decided about an item is never decided again, and what they accepted settles
the matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg import ids
from kg.extract.archives import archives
from kg.identity.across import Findings
from kg.identity.authority import Authority, Record, life_of
from kg.identity.candidates import Candidate, Subject, candidates, words_of
from kg.model import Decision, Entities

ACCEPT: Final = 0.75
MARGIN: Final = 0.1
_PROPOSE: Final = 0.2
_PROPOSALS: Final = 3  # of one thing, at most


@dataclass(slots=True)
class _Around:
    """What is known of the documents: their years, and the words of the things named in each."""

    years: dict[str, int] = field(default_factory=dict)
    words: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


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
    best = ranked[0].score if ranked else 0.0
    rival = ranked[1].score if len(ranked) > 1 else 0.0
    accepted = bool(ranked) and ranked[0].sure and best >= ACCEPT and best - rival >= MARGIN
    for candidate in ranked[:1] if accepted else ranked[:_PROPOSALS]:
        if candidate.score < _PROPOSE:
            return
        yield Decision(
            left=subject.name,
            right=candidate.record.qid or "",
            verdict="same" if accepted else "unsure",
            who=who,
            when="",
            why=_why(candidate, rival if accepted else None),
            source="; ".join(candidate.record.sources),
            score=round(candidate.score, 2),
        )


def _why(candidate: Candidate, rival: float | None) -> str:
    record: Record = candidate.record
    birth, death = life_of(record)
    life = f" ({birth or '?'}-{death or '?'})" if birth or death else ""
    next_best = "" if not rival else f"; the next candidate scores {rival:.2f}"
    return f"{record.label}{life}: {', '.join(candidate.reasons)}{next_best}"


def _subjects(found: Entities, corpus: Sequence[Findings]) -> Iterable[Subject]:
    """Yield what can be linked: people, organisations, places, archives, and events that have a name."""
    around = _Around()
    for findings in corpus:
        if findings.date[:4].isdigit():
            around.years[findings.document] = int(findings.date[:4])
    for entity in found.entities:
        if entity.kind != "person":
            for place in entity.mentions:
                around.words[place.document] |= words_of(entity.label)
    archive_names = {ids.archive(key): (archive.name, *archive.forms) for key, archive in archives().items()}
    events = {f.document: f.events for f in corpus}
    for entity in found.entities:
        documents = sorted({place.document for place in entity.mentions})
        words = {word for note in entity.notes for word in words_of(note)}
        forms = (entity.label, *entity.forms, *archive_names.get(entity.name, ()))
        yield _subject(entity.name, entity.kind, forms, words, documents, around)
    for event in found.events:
        tellings = [events[document][index] for document, index in event.tellings]
        if tellings[0].event_class == "named":
            documents = sorted({document for document, _ in event.tellings})
            yield _subject(event.name, "event", (event.label,), set(), documents, around)


def _subject(
    name: str, kind: str, forms: Iterable[str], words: set[str], documents: Sequence[str], around: _Around
) -> Subject:
    return Subject(
        name=name,
        kind=kind,
        forms=tuple(dict.fromkeys(forms)),
        years=tuple(sorted(around.years[d] for d in documents if d in around.years)),
        offices=frozenset(words),
        company=frozenset(word for d in documents for word in around.words[d]),
    )
