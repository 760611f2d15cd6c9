"""Measurements: `python -m kg.dev bench [NAME]`. They are compared within one run, since machines differ in speed."""

import importlib
from collections.abc import Mapping
from typing import Final

BENCHES: Final[Mapping[str, str]] = {
    "reading": "kg.dev.bench_reading",
    "build": "kg.dev.bench_build",
    "queries": "kg.dev.bench_queries",
    "serve": "kg.dev.bench_serve",
    "load": "kg.dev.bench_load",
    "linking": "kg.dev.bench_linking",
}
"""Name -> the module whose `main` takes its options, measures, prints, and returns an exit code."""


def bench(arguments: list[str]) -> int:
    """Run the measurement named, with its options, or all of them; 2 and the names that exist if it is not known."""
    if not arguments:
        return max(_run(name, []) for name in BENCHES)
    name, *options = arguments
    if name not in BENCHES:
        print(f"There is no measurement {name}. There are: {', '.join(BENCHES)}.")
        return 2
    return _run(name, options)


def _run(name: str, options: list[str]) -> int:
    print(f"── {name} " + "─" * (70 - len(name)), flush=True)
    code: int = importlib.import_module(BENCHES[name]).main(options)
    return code
