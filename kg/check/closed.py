"""Nothing points into the void: names under our base that nothing describes, and terms that no vocabulary declares."""

from collections.abc import Container, Iterator

from kg.check.facts import Facts
from kg.check.findings import Fault
from kg.rdf.declared import DECLARED, compact
from kg.rdf.vocab import rdf


def dangling(facts: Facts, known: Container[str], base: str) -> Iterator[Fault]:
    """Yield a fault for every object under `base` that is neither a subject here nor among the `known` subjects."""
    mine = f"<{base}"
    for subject, described in facts.items():
        for predicate, objects in described.items():
            for value in objects:
                if value.startswith(mine) and value not in facts and value not in known:
                    yield Fault(
                        "dangling", subject, f"{compact(predicate)} points to {value}, which nothing describes."
                    )


def undeclared(facts: Facts) -> Iterator[Fault]:
    """Yield a fault for every property, class and datatype that is not declared, once for each term."""
    used: dict[str, str] = {}
    for subject, described in facts.items():
        for predicate, objects in described.items():
            used.setdefault(predicate, subject)
            for value in objects:
                if predicate == rdf.type:
                    used.setdefault(value, subject)
                elif value.startswith('"') and value.endswith(">"):
                    used.setdefault(value[value.rindex('"') + 3 :], subject)
    for term in sorted(used):
        if term not in DECLARED:
            message = f"The term {compact(term)} is declared in no vocabulary of ontology/."
            yield Fault("undeclared", used[term], message)
