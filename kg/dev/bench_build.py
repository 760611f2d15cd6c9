"""How long a build takes: the first page in a new process, a rebuild, all that comes after reading, a book."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from kg.dev.corpus import ROOT, copies, long_text

COPIES = 30


def main(_options: list[str]) -> int:
    """Build one page, then a corpus of copies of the examples twice: the second time all readings are at hand."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        seed = next(iter((ROOT.parent / "shared" / "seed").glob("*.txt")), None)
        page = seed or copies(place / "one", 1)[0]
        print(f"one page, new process, nothing cached: {_build(page, place / 'first', place / 'cache')[0]:.2f} s")
        print(f"the same, nothing changed:             {_build(page, place / 'first', place / 'cache')[0]:.2f} s")
        print(f"kg --help:                             {_run('--help')[0]:.2f} s")
        copies(place / "many", COPIES)
        _build(place / "many", place / "out", place / "cache")
        after, cpu, said = _build(place / "many", place / "again", place / "cache")
        quads = int(
            next(line for line in said.splitlines() if "statements in the graph" in line).split()[0].replace(",", "")
        )
        long, long_cpu, _ = _build(long_text(place / "long.txt", 5_000_000), place / "book", place / "cache", "--fast")
        print(f"{quads:,} quads after extraction: {after:.1f} s, {cpu:.1f} CPU-s, {quads / cpu:,.0f} quads/CPU-s")
        most = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"a text of 5 MB, --fast:                {long:.1f} s, {long_cpu:.1f} CPU-s")
        print(f"no process of all these took over      {most:,.0f} MiB")
    return 0


def _build(source: Path, output: Path, cache: Path, *options: str) -> tuple[float, float, str]:
    return _run("build", str(source), "-o", str(output), *options, cache=cache)


def _run(*arguments: str, cache: Path | None = None) -> tuple[float, float, str]:
    """Return wall seconds, CPU seconds of all processes, and what was printed."""
    begun, before = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
    environment = os.environ | {"KG_CACHE": str(cache)} if cache else dict(os.environ)
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments], capture_output=True, text=True, check=True, env=environment
    )
    after = getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - begun, cpu, done.stdout
