"""Builds made by hand."""

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

BASE = "http://localhost:8000/pier/"

Graphs = Mapping[str, Sequence[str]]


def write_build(folder: Path, graphs: Graphs) -> Path:
    """Write what a load reads of a build: graphs by the end of their names, each with values for triples.

    A value with @ before it stands for what has that path.
    """
    folder.mkdir(exist_ok=True)
    lines = sorted(
        f'<{BASE}{_path(name, value)}> <{BASE}says> "{value}" <{BASE}graph/{name}> .\n'
        for name, values in graphs.items()
        for value in values
    )
    (folder / "data.nq.gz").write_bytes(gzip.compress("".join(lines).encode()))
    (folder / "manifest.json").write_text(json.dumps({"generator": "archival-kg", "base": BASE}))
    return folder


def _path(name: str, value: str) -> str:
    return value[1:] if value.startswith("@") else f"{name}/{quote(value)}"
