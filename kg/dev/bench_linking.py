"""How long resolving and linking take in one process, against the authority beside the project or that which ships."""

import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

from kg.identity.across import Findings, resolve
from kg.identity.authority import Authority, Record, open_authority
from kg.identity.linking import link
from kg.identity.starter import STARTER
from kg.model import Cluster, EntityKind, Span

COLD_WAR: Final = Path(__file__).parents[3] / "shared" / "authority" / "coldwar.jsonl.gz"
DOCUMENTS: Final = 1000
GOAL: Final = 60.0  # seconds of one core, for resolving and linking
_PEOPLE: Final = 30  # named in one document
_OTHERS: Final = 20  # places and organisations named in one document


def main(_options: list[str]) -> int:
    """Name fifty things of the authority in each of a thousand documents; resolve and link them; 1 if it is slow."""
    path = COLD_WAR if COLD_WAR.is_file() else STARTER
    with tempfile.TemporaryDirectory() as cache:
        began = perf_counter()
        open_authority(path, Path(cache)).close()
        print(f"making the index of {path.name}, once: {perf_counter() - began:.1f} s")
        began = perf_counter()
        authority = open_authority(path, Path(cache))
        print(f"opening it again, {len(authority):,} entities: {perf_counter() - began:.4f} s")
        try:
            return _measure(_corpus(authority.records()), authority)
        finally:
            authority.close()


def _measure(corpus: list[Findings], authority: Authority) -> int:
    began = process_time()
    found, _ = resolve(corpus)
    resolved = process_time()
    made = link(found, corpus, authority, who="bench")
    done = process_time()
    mentions = sum(len(cluster.mentions) for findings in corpus for cluster in findings.clusters)
    accepted = sum(decision.verdict == "same" for decision in made)
    print(f"resolving {len(corpus):,} documents, {mentions:,} names: {resolved - began:.1f} s of one core")
    print(f"linking {len(found.entities):,} things, {accepted:,} links of {len(made):,}: {done - resolved:.1f} s")
    print(f"together {done - began:.1f} s; the goal is under {GOAL:.0f} s")
    return int(done - began >= GOAL)


def _corpus(records: tuple[Record, ...]) -> list[Findings]:
    people = [r for r in records if r.kind in {"person", None}]
    others = [r for r in records if r.kind not in {"person", None}]
    return [_document(number, people, others) for number in range(DOCUMENTS)]


def _document(number: int, people: list[Record], others: list[Record]) -> Findings:
    """Name people and others, some in every document and most in few, each by its label."""
    named = [people[(number * 7 + step * step * 13) % len(people)] for step in range(_PEOPLE)]
    named += [others[(number * 5 + step * step * 17) % len(others)] for step in range(_OTHERS)]
    clusters = []
    for at, label in enumerate(dict.fromkeys(r.label for r in named)):
        kind: EntityKind = "person" if at < _PEOPLE else "organisation" if at % 2 else "place"
        span = Span(at * 100, at * 100 + len(label), label)
        clusters.append(Cluster(kind=kind, label=label, forms=(label,), mentions=(span,)))
    return Findings(
        document=f"d{number:04}", date=str(1945 + number % 40), clusters=tuple(clusters), works=(), events=()
    )
