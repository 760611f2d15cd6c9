"""All checks of a part, and of a whole graph."""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain

from kg.check.closed import dangling, undeclared
from kg.check.facts import Facts, as_triples
from kg.check.findings import Fault, Finding, findings
from kg.check.parts import Part, parts
from kg.check.quotes import wrong_quotes
from kg.check.shacl import sampled, violations
from kg.rdf.declared import compact


def check_part(
    part: Part, texts: Mapping[str, str] | None, *, known: Container[str], base: str, thorough: bool
) -> list[Finding]:
    """Check one part: shapes, quotations, dangling names (`known` are the subjects elsewhere), undeclared terms."""
    described = part.own | part.beside
    faults = chain(
        _against_shapes(part, thorough=thorough),
        wrong_quotes(described, texts),
        dangling(described, known, base),
        undeclared(part.own),
    )
    return findings(faults, part.own, part.around)


def check_all(
    facts: Facts, texts: Mapping[str, str] | None, *, base: str, known: Iterable[str] = (), thorough: bool = False
) -> Iterable[Finding]:
    """Check a whole graph part by part; pySHACL sees every part that fails, and one in `SAMPLE` of the others."""
    everywhere = {*facts, *known}
    for number, part in enumerate(parts(facts)):
        yield from check_part(
            part, texts, known=everywhere, base=base, thorough=thorough or sampled(number, _size(part))
        )


def _size(part: Part) -> int:
    return sum(len(objects) for described in part.own.values() for objects in described.values())


def _against_shapes(part: Part, *, thorough: bool) -> Iterator[Fault]:
    """Yield what the shapes say about a part's own subjects; of what stands around it only types are there."""
    for violation in violations(as_triples(part.own) + as_triples(part.around), thorough=thorough):
        if violation.focus in part.own:
            yield Fault(
                "shape",
                violation.focus,
                violation.message,
                severity=violation.severity,
                shape=compact(violation.shape),
            )
