"""How long the questions of the library take over a million statements (`python -m kg.dev bench queries [BUILD]`)."""

import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.dev import scaled
from kg.dev.corpus import built
from kg.query.library import Question, names, question
from kg.query.run import Rows, Term, run
from kg.query.store import Data, open_all

STATEMENTS: Final = 1_000_000
LIMIT: Final = 100
SLOW: Final = 0.1  # seconds
ROUNDS: Final = 3


@dataclass(frozen=True, slots=True)
class Timing:
    """One way of asking a question.

    `parameter` is the one that was set (`""`: none, only the first `LIMIT` rows are asked for), `rows` what came, `all`
    what the question gives with nothing set.
    """

    question: str
    parameter: str
    rows: int
    all: int
    seconds: float


def main(options: list[str]) -> int:
    """Print a table of all questions over a build (by default the examples, built without the model), scaled."""
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder) / "large.nq.gz"
        count = scaled.write(built(options, Path(folder)) / "data.nq.gz", STATEMENTS, large)
        begin = time.perf_counter()
        data = open_all([large])
        print(f"{count:,} statements in memory after {time.perf_counter() - begin:.1f} s; best of {ROUNDS}, in ms\n")
    print(f"{'question':20} {'set':12} {'rows':>7} {'ms':>8}")
    timings = list[Timing]()
    for timing in (each for name in names() for each in _timings(data, question(name))):
        timings.append(timing)
        shown = timing.parameter or f"LIMIT {LIMIT}"
        print(f"{timing.question:20} {shown:12} {timing.rows:7} {timing.seconds * 1000:8.1f}", flush=True)
    _sum_up("with a parameter set", [timing for timing in timings if timing.parameter])
    _sum_up(f"with LIMIT {LIMIT}", [timing for timing in timings if not timing.parameter])
    return 0


def _sum_up(how: str, timings: list[Timing]) -> None:
    """Print how many of the timings are quick, and why the others are not."""
    quick = sum(timing.seconds < SLOW for timing in timings)
    print(f"\n{how}: {quick} of {len(timings)} under {SLOW * 1000:.0f} ms ({quick / len(timings):.0%})")
    for timing in timings:
        if timing.seconds >= SLOW:
            why = (
                f"that value fits {timing.rows:,} rows"
                if timing.parameter
                else f"all {timing.all:,} rows are sorted first"
            )
            print(f"  {timing.question} {timing.parameter}: {timing.seconds * 1000:.0f} ms; {why}")


def _timings(data: Data, asked: Question) -> Iterator[Timing]:
    """Time a question with each of its parameters set to a value from the middle of its rows, and with LIMIT."""
    found = run(data, asked.text)
    if not isinstance(found, Rows):
        raise TypeError(f"{asked.name} is no SELECT")
    for parameter in asked.parameters:
        column = found.variables.index(parameter.name)
        values = [term for row in found.rows if (term := row[column]) is not None]
        if values:
            yield _best(data, asked, asked.text, {parameter.name: values[len(values) // 2]}, len(found.rows))
    yield _best(data, asked, f"{asked.text}LIMIT {LIMIT}", {}, len(found.rows))


def _best(data: Data, asked: Question, text: str, values: Mapping[str, Term], total: int) -> Timing:
    """Return the best of some rounds."""
    times, rows = list[float](), 0
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        found = run(data, text, values)
        times.append(time.perf_counter() - begin)
        rows = len(found.rows) if isinstance(found, Rows) else 0
    return Timing(asked.name, next(iter(values), ""), rows, total, min(times))
