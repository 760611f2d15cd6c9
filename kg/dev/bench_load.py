"""Measure `kg load` and the stores behind it: `python -m kg.dev bench load [BUILD]`.

A build is copied until there are a million triples (`kg.dev.scaled`). Each store is loaded, loaded again, loaded after
one document has changed; then each question of the library is asked for 100 rows, the best of three. Virtuoso's own
bulk loader is measured as well.
"""

import gzip
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import urlencode

from kg.dev import scaled
from kg.dev.corpus import built
from kg.dev.servers import PASSWORD, oxigraph, oxigraph_binary, virtuoso
from kg.errors import LoadError
from kg.load.client import Client
from kg.load.load import Options, load
from kg.query.library import names, question
from kg.query.run import run
from kg.query.store import open_data
from kg.rdf.vocab import PREFIXES

TRIPLES: Final = 1_000_000
_DUMP: Final = "data.nq.gz"
_TIMES: Final = 3
_PATIENCE: Final = 20  # seconds that a server has for a question
_LIMITED: Final = re.compile(r"\bLIMIT\s+\d+\s*$")

Figures = dict[str, str]
"""What was measured -> how long it took, as it is printed."""


def main(arguments: list[str]) -> int:
    """Measure and print a table in Markdown."""
    os.environ |= {"KG_STORE_USER": "dba", "KG_STORE_PASSWORD": PASSWORD}
    with TemporaryDirectory() as folder:
        build = built(arguments, Path(folder))
        lines = sorted(line.decode() for line in scaled.lines(build / _DUMP, TRIPLES))
        changed = one_changed(lines)
        print(f"{len(lines):,} quads; {len(set(changed) ^ set(lines))} differ after a change\n")
        columns = _measured(build / "manifest.json", (_packed(lines), _packed(changed)), Path(folder))
    _print(columns)
    return 0


def one_changed(lines: Sequence[str]) -> list[str]:
    """Return the quads with another word in the facts of one document, and in one thing that documents share."""
    changed = list(lines)
    for graph in ("/graph/document/", "/graph/entities>"):
        index = next(index for index, line in enumerate(changed) if graph in line and '" <' in line)
        changed[index] = changed[index].replace('" <', ' again" <')
    return sorted(changed)


def _measured(manifest: Path, dumps: tuple[bytes, bytes], place: Path) -> dict[str, Figures]:
    """Return the figures of each store that is installed."""
    build = place / "million"
    build.mkdir()
    shutil.copy(manifest, build)
    (build / _DUMP).write_bytes(dumps[0])
    columns = {"embedded": _embedded(build)}
    oxigraphs = {"Oxigraph, in memory": None, "Oxigraph, on disk": place / "oxigraph"}
    for title, where in oxigraphs.items():
        if binary := oxigraph_binary():
            with oxigraph(binary, where) as url:
                columns[title] = _loaded(url, build, dumps) | _asked(url, "/query?union-default-graph&")
    if binary := shutil.which("virtuoso-t"):
        for name in ("virtuoso", "bulk"):
            (place / name).mkdir()
        with virtuoso(binary, place / "virtuoso") as (url, _):
            columns["Virtuoso"] = _loaded(url, build, dumps) | _asked(url, "/sparql?")
        with virtuoso(binary, place / "bulk") as (url, sql):
            bulk = {"first load": _timed(partial(_bulk, sql, dumps[0], place / "bulk"))}
            bulk["taken over (--adopt)"] = _timed(partial(_load, url, build, adopt=True))
            columns["Virtuoso, its own loader"] = bulk
    return columns


def _loaded(url: str, build: Path, dumps: tuple[bytes, bytes]) -> Figures:
    """Load for the first time, again, after a change, and back."""
    figures = {}
    for what, dump in zip(("first load", "nothing changed", "one document changed"), (dumps[0], *dumps), strict=True):
        (build / _DUMP).write_bytes(dump)
        began = time.perf_counter()
        sent = _load(url, build)
        figures[what] = f"{_seconds(time.perf_counter() - began)} ({sent:,} quads)"
    (build / _DUMP).write_bytes(dumps[0])
    _load(url, build)
    return figures


def _load(url: str, build: Path, *, adopt: bool = False) -> int:
    return load(url, build, Options(adopt=adopt), lambda *_: None).sent


def _bulk(sql: int, dump: bytes, folder: Path) -> None:
    """Let Virtuoso read the dump itself, as docs/load.md shows."""
    (folder / "data.nq.gz").write_bytes(dump)
    commands = f"ld_dir('{folder}', 'data.nq.gz', 'urn:unused');\nrdf_loader_run();\ncheckpoint;\n"
    isql = shutil.which("isql-vt") or "isql"
    told = subprocess.run([isql, str(sql), "dba", PASSWORD], input=commands, text=True, capture_output=True, check=True)
    if "***" in told.stdout + told.stderr:
        raise RuntimeError(told.stdout + told.stderr)


def _embedded(build: Path) -> Figures:
    """Open the dump in this process, and ask it."""
    began = time.perf_counter()
    data = open_data(build)
    figures = {"first load": _seconds(time.perf_counter() - began)}
    return figures | {name: _best(partial(run, data, text)) for name, text in _questions().items()}


def _asked(url: str, path: str) -> Figures:
    """Ask a server every question."""
    known = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    headers = {"Accept": "application/sparql-results+json"}
    with closing(Client(url, timeout=_PATIENCE, waits=())) as client:

        def ask(text: str) -> None:
            client.ask("GET", path + urlencode({"query": known + text}), headers=headers, what="a question")

        return {name: _best(partial(ask, text)) for name, text in _questions().items()}


def _questions() -> dict[str, str]:
    """Return the questions of the library, each for 100 rows at most."""
    texts = {name: question(name).text.rstrip() for name in names()}
    return {name: text if _LIMITED.search(text) else f"{text}\nLIMIT 100" for name, text in texts.items()}


def _best(ask: Callable[[], object]) -> str:
    """Return the shortest time of a few in milliseconds, of one where that is long."""
    times: list[float] = []
    while len(times) < _TIMES and sum(times) < 1:
        began = time.perf_counter()
        try:
            ask()
        except LoadError:
            return f"over {_PATIENCE} s"
        times.append(time.perf_counter() - began)
    return f"{min(times) * 1e3:,.1f} ms"


def _timed(step: Callable[[], object]) -> str:
    began = time.perf_counter()
    step()
    return _seconds(time.perf_counter() - began)


def _seconds(number: float) -> str:
    return f"{number:.1f} s"


def _packed(lines: Sequence[str]) -> bytes:
    return gzip.compress("".join(lines).encode(), 1)


def _print(columns: dict[str, Figures]) -> None:
    """Print what was measured as a table, a column for each store."""
    print(f"| | {' | '.join(columns)} |\n|---|{'--:|' * len(columns)}")
    for what in dict.fromkeys(what for figures in columns.values() for what in figures):
        print(f"| {what} | {' | '.join(figures.get(what, '') for figures in columns.values())} |")
