"""Who is who in the corpus: people's decisions, what the documents say, the registry, the links to the authority."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from kg import ids
from kg.build.inputs import authority_of
from kg.build.job import Job
from kg.build.reading import Read
from kg.identity import decisions, registry
from kg.identity.across import Findings, resolve
from kg.identity.authority import open_authority
from kg.identity.linking import link
from kg.model import Decision, Entities, Issue
from kg.rdf.dataset import PROGRAM

Records = dict[str, list[Read]]
"""The texts of each record by its key, sorted; of several texts of one record the preferred stands first."""


@dataclass(frozen=True, slots=True)
class Known:
    """Who is who, the registry as it stands now, what was doubtful, and the machine's links to the authority."""

    entities: Entities
    registry: tuple[registry.Entry, ...]
    doubts: tuple[Issue, ...]
    links: tuple[Decision, ...]


def who_is_who(job: Job, records: Records, cache: Path) -> Known:
    """Resolve the corpus with the decisions beside it; a decision about a name that nothing bears is doubtful."""
    path = job.corpus.folder / decisions.FILENAME
    made = {
        line: replace(d, left=ids.local(job.settings.base, d.left), right=ids.local(job.settings.base, d.right))
        for line, d in decisions.numbered(path).items()
    }
    findings = [texts[0].findings for texts in records.values()]
    entities, entries = resolve(findings, registry=registry.load(job.registry), decisions=list(made.values()))
    borne = decisions.known_names(entities, records)
    doubts = [
        Issue("decision-unknown", f"{path.name}:{line}: nothing is named {name}.", path.name)
        for line, d in made.items()
        for name in decisions.unknown(d, borne)
    ]
    doubts += [
        Issue("decision-unknown", f"{path.name}:{line}: it sets nothing apart, or leaves nothing.", path.name)
        for line, d in made.items()
        if decisions.is_idle(d, entities) and not decisions.unknown(d, borne)
    ]
    doubts += [
        Issue("two-texts", f"{', '.join(t.source for t in texts)} are texts of one record, {key}.", texts[0].source)
        for key, texts in records.items()
        if len(texts) > 1
    ]
    applied = tuple(d for d in made.values() if not decisions.unknown(d, borne))
    entities = replace(entities, decisions=applied)
    return Known(entities, entries, tuple(doubts), _links(job, entities, findings, cache))


def _links(job: Job, entities: Entities, findings: Sequence[Findings], cache: Path) -> tuple[Decision, ...]:
    """Return the links to the authority that the machine accepts or proposes; people's own decisions stand apart."""
    path = authority_of(job)
    if path is None:
        return ()
    with closing(open_authority(path, cache)) as authority:
        return link(entities, findings, authority, who=PROGRAM)
