"""Measurements: `python -m kg.dev bench [NAME…]`. They are compared within one run, since machines differ in speed."""

import importlib
from collections.abc import Mapping
from typing import Final

BENCHES: Final[Mapping[str, str]] = {
    "reading": "kg.dev.bench_reading",
    "build": "kg.dev.bench_build",
}
"""Name -> the module whose `main` measures and prints it."""


def bench(names: list[str]) -> int:
    """Run the measurements named, or all; 2 and the names that exist where one is not known."""
    unknown = [name for name in names if name not in BENCHES]
    if unknown:
        print(f"There is no measurement {', '.join(unknown)}. There are: {', '.join(BENCHES)}.")
        return 2
    for name in names or BENCHES:
        print(f"── {name} " + "─" * (70 - len(name)))
        importlib.import_module(BENCHES[name]).main()
    return 0
