"""What a check found wrong, put so that the person who has to mend it can see what and where."""

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


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault. `thing` is an IRI, `label` its name, `quote` the passage that says it, `source` the file of that."""

    kind: Kind
    severity: str  # "Violation" stops publication; "Warning" and "Info" are only reported
    thing: str
    label: str
    message: str
    quote: str = ""
    source: str = ""
    shape: str = ""


def finding(
    facts: Facts, bodies: dict[str, list[str]], *, kind: Kind, thing: str, message: str, **more: str
) -> Finding:
    """Make a finding about a thing (a term), looking up what it is called and the passage that speaks of it.

    `bodies` leads from a thing to the annotations that have it as body.
    """
    annotation = next(iter(bodies.get(thing, [thing])))
    target = value(facts, annotation, oa.hasTarget) or annotation
    text = value(facts, target, oa.hasSource) or target
    exact = next((words(e) for s in values(facts, target, oa.hasSelector) for e in values(facts, s, oa.exact)), "")
    label = value(facts, thing, rdfs.label) or value(facts, thing, rico.title)
    return Finding(
        kind=kind,
        severity=more.get("severity", "Violation"),
        thing=thing.strip("<>"),
        label=words(label),
        message=message,
        quote=exact,
        source=words(value(facts, text, dcterms.source)),
        shape=more.get("shape", ""),
    )


def bodies_of(facts: Facts) -> dict[str, list[str]]:
    """Return, for everything that has evidence, its annotations."""
    bodies: dict[str, list[str]] = {}
    for subject, described in facts.items():
        for body in described.get(oa.hasBody, ()):
            bodies.setdefault(body, []).append(subject)
    return bodies
