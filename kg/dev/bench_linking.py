"""How long resolving and linking take, against the authority beside the project or that which ships.

Resolving 50,000 names across documents is measured once more in a process of its own, with its peak memory.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

import msgspec

from kg.dev import checked
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


def main(options: list[str]) -> int:
    """Name fifty things of the authority in each of a thousand documents; resolve and link them; 1 if it is slow.

    Where folders of documents are named, tell what becomes there of the items whose bearers are known.
    """
    path = COLD_WAR if COLD_WAR.is_file() else STARTER
    if options:
        return checked.tell([Path(option) for option in options], path)
    with tempfile.TemporaryDirectory() as cache:
        began = perf_counter()
        open_authority(path, Path(cache)).close()
        print(f"making the index of {path.name}, once: {perf_counter() - began:.1f} s")
        began = perf_counter()
        authority = open_authority(path, Path(cache))
        print(f"opening it again, {len(authority):,} entities: {perf_counter() - began:.4f} s")
        try:
            corpus = _corpus(authority.records())
            slow = _measure(corpus, authority)
        finally:
            authority.close()
    command = [sys.executable, "-c", f"from {__name__} import resolve_alone; resolve_alone()"]
    names = msgspec.msgpack.encode(corpus)
    print(subprocess.run(command, input=names, stdout=subprocess.PIPE, check=True).stdout.decode().strip())
    return slow


def resolve_alone() -> None:
    """Resolve the names that come from the standard input; print the time and the peak memory of this process."""
    corpus = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=list[Findings])
    before = _peak()
    began = process_time()
    found, _ = resolve(corpus)
    took = process_time() - began
    names = sum(len(cluster.mentions) for findings in corpus for cluster in findings.clusters)
    print(f"{names:,} names into {len(found.entities):,} things, in a process of its own: {took:.1f} s,", end=" ")
    print(f"{_peak():,.0f} MiB at most, {before:,.0f} of them before it began")


def _peak() -> float:
    """Return the most memory that this process ever had, in MiB; getrusage would count its parent's as well."""
    status = Path("/proc/self/status").read_text("utf-8")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


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
