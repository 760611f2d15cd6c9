"""Measure `kg serve`: `python -m kg.dev bench serve [BUILD [SECONDS [CLIENTS]]]`.

The dump of a build is multiplied to a million quads and served. Clients ask questions and open things as fast as they
are answered, one more asks questions without end; then eight heavy questions run at once while the memory is taken.
"""

import asyncio
import json
import os
import re
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path
from statistics import quantiles
from typing import Final
from urllib.parse import quote, urlsplit

from kg.dev import scaled
from kg.dev.corpus import built

QUADS: Final = 1_000_000
TIMEOUT: Final = 30
_ENDLESS: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
_HEAVY: Final = "SELECT ?t ?u (COUNT(*) AS ?n) { ?a a ?t . ?a ?p ?b . ?b a ?u } GROUP BY ?t ?u ORDER BY DESC(?n)"
_QUESTIONS: Final = (
    "ASK { ?p a rico:Person }",
    "SELECT ?p ?n { ?p a rico:Person ; rdfs:label ?n } LIMIT 100",
    "SELECT ?e ?p { ?x a kgo:Participation ; rico:relationHasSource ?e ; rico:relationHasTarget ?p } LIMIT 100",
    "CONSTRUCT { ?d schema:mentions ?p } { ?d schema:mentions ?p } LIMIT 100",
    "SELECT ?d ?t { ?d a rico:Record ; rico:title ?t } ORDER BY ?t LIMIT 20",
)


async def asked(port: int, path: str, accept: str) -> int:
    """Ask once, on a connection of its own, and return the status; 0 where the answer was broken off."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"GET {path} HTTP/1.1\r\nHost: h\r\nAccept: {accept}\r\nConnection: close\r\n\r\n".encode())
        content = await reader.read()
    finally:
        writer.close()
    head, _, body = content.partition(b"\r\n\r\n")
    whole = body.endswith(b"0\r\n\r\n") if b"chunked" in head.lower() else True
    return int(head.split(b" ", 2)[1]) if whole and head else 0


def question(text: str) -> str:
    """Return the path at which a question is asked."""
    return f"/sparql?query={quote(text, safe='')}"


async def client(port: int, number: int, paths: list[str], until: float, took: list[float], got: Counter[int]) -> None:
    """Ask one thing after the other until the time is over."""
    while time.perf_counter() < until:
        number += 1
        began = time.perf_counter()
        got[
            await asked(port, paths[number % len(paths)], ("*/*", "text/html", "text/turtle, */*;q=.1")[number % 3])
        ] += 1
        took.append(time.perf_counter() - began)


def memory(pid: int) -> tuple[int, int, int]:
    """Return what a process and its descendants take: MiB (shared pages counted once), processes, open files."""
    family, kib, files, waiting = 0, 0, 0, [pid]
    while waiting:
        process = Path(f"/proc/{waiting.pop()}")
        with suppress(ProcessLookupError, FileNotFoundError):  # it has ended, or is ending
            for children in process.glob("task/*/children"):
                waiting += [int(child) for child in children.read_text().split()]
            pss = re.search(r"^Pss:\s+(\d+)", (process / "smaps_rollup").read_text(), re.MULTILINE)
            kib += int(pss[1]) if pss else 0
            files += len(list((process / "fd").iterdir()))
            family += 1
    return kib // 1024, family, files


async def measure(named: list[str], seconds: float, clients: int) -> None:
    """Serve, ask, and print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        build, dump = built(named, Path(folder)), Path(folder) / "data.nq.gz"
        scaled.write(build / dump.name, QUADS, dump)
        base = json.loads((build / "manifest.json").read_bytes())["base"]
        command = (sys.executable, "-m", "kg", "serve", str(dump), "--port", "0", "--timeout", str(TIMEOUT))
        cache = os.environ | {"KG_CACHE": folder}
        server = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, env=cache)
        try:
            line = await server.stdout.readline() if server.stdout else b""
            await load(server.pid, urlsplit(line.decode()).port or 0, urlsplit(base).path, seconds, clients)
        finally:
            server.terminate()
            await server.wait()


async def load(pid: int, port: int, root: str, seconds: float, clients: int) -> None:
    """Let the clients ask, then the heavy questions, and print the times and the memory."""
    things = [f"{root}document/examples-900107-c1/", f"{root}person/pavel-voronin-g1/"]
    paths = [*map(question, _QUESTIONS), *things]
    await asyncio.gather(*(asked(port, path, "*/*") for path in paths * 2))
    before = memory(pid)
    took, got, cut, cuts = list[float](), Counter[int](), list[float](), Counter[int]()
    until = time.perf_counter() + seconds
    endless = client(port, 0, [question(_ENDLESS)], until, cut, cuts)
    await asyncio.gather(endless, *(client(port, one, paths, until, took, got) for one in range(clients)))
    await asyncio.sleep(1)
    after = memory(pid)
    centiles = quantiles(took, n=100)
    print(f"{clients} clients, {seconds:g} s: {len(took):,} answers ({len(took) / seconds:.0f} a second), {dict(got)}")
    print(f"ms: median {centiles[49] * 1e3:.0f}, 95 % {centiles[94] * 1e3:.0f}, slowest {max(took) * 1e3:.0f}")
    print(f"without end: {dict(cuts)}, slowest {max(cut):.1f} s (limit {TIMEOUT} s)")
    print(f"before: {before[0]} MiB, {before[1]} processes, {before[2]} files; after: {after}")
    heavy = [asyncio.create_task(asked(port, question(_HEAVY), "*/*")) for _ in range(8)]
    most = 0
    while not all(task.done() for task in heavy):
        most = max(most, memory(pid)[0])
        await asyncio.sleep(0.2)
    print(f"eight at once: {most} MiB at most, {dict(Counter(task.result() for task in heavy))}")


def main(arguments: list[str]) -> int:
    """Measure with the build, seconds and clients named, else with the examples, for 60 s, with 50."""
    seconds, clients = (*arguments[1:], *("60", "50")[len(arguments[1:]) :])
    asyncio.run(measure(arguments, float(seconds), int(clients)))
    return 0
