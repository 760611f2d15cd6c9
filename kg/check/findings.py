"""What a check found wrong, put so that the person who has to mend it can see what and where."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from kg.check.facts import Facts, value, values, words
from kg.rdf.vocab import dcterms, oa, rdfs, rico

Kind = Literal["shape", "quotation", "dangling", "undeclared"]

ADVICE: Final[dict[Kind, str]] = {
    "shape": "Correct the source, the decision or the rule that this comes from, and build again.",
    "quotation": "The text was changed after it was read, or the place is wrong. Build again from the source.",
    "dangling": "Something points to a name that nothing describes. Build again; if it stays, this is a fault of kg.",
    "undeclared": "Use a term of ontology/, or declare this one there.",
}
"""What to do about each kind of finding."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a check objects to: a term, and the term to look for the passage from, where that is another one."""

    kind: Kind
    thing: str
    message: str
    passage: str = ""
    severity: str = "Violation"
    shape: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """A fault as it is told. `label` is the thing's name, `quote` the passage that speaks of it, `source` its file."""

    kind: Kind
    severity: str  # "Violation" stops publication; "Warning" and "Info" are only reported
    thing: str  # an IRI
    label: str
    message: str
    quote: str = ""
    source: str = ""
    shape: str = ""


def findings(faults: Iterable[Fault], own: Facts, around: Facts) -> list[Finding]:
    """Return the faults of a part with the names, passages and files of what they are about, sorted."""
    faults = list(faults)
    evidence = _evidence(own) if faults else {}
    return sorted(_finding(fault, own, around, evidence) for fault in faults)


def _finding(fault: Fault, own: Facts, around: Facts, evidence: dict[str, str]) -> Finding:
    passage = fault.passage or fault.thing
    target = evidence.get(passage, passage)
    exact = next((words(e) for s in values(own, target, oa.hasSelector) for e in values(own, s, oa.exact)), "")
    return Finding(
        kind=fault.kind,
        severity=fault.severity,
        thing=fault.thing.strip("<>"),
        label=_label(fault.thing, own) or _label(fault.thing, around) or _whole(fault.thing, own),
        message=fault.message,
        quote=exact,
        source=words(value(own, value(own, target, oa.hasSource) or target, dcterms.source)),
        shape=fault.shape,
    )


def _label(thing: str, facts: Facts) -> str:
    return words(value(facts, thing, rdfs.label) or value(facts, thing, rico.title))


def _whole(thing: str, own: Facts) -> str:
    """Return "part of …" for a part that has no name of its own: the nearest thing around it that has."""
    for cut in reversed([match.start() for match in re.finditer("[/#]", thing)]):
        if label := _label(f"{thing[:cut]}>", own):
            return f"part of {label}"
    return ""


def _evidence(facts: Facts) -> dict[str, str]:
    """Return, for everything that a passage speaks of and for the parts of evidence, the first passage (a target)."""
    found: dict[str, str] = {}
    for subject, described in facts.items():
        for target in described.get(oa.hasTarget, ())[:1]:
            for term in (subject, *described.get(oa.hasBody, ()), *values(facts, target, oa.hasSelector)):
                found.setdefault(term, target)
    return found
