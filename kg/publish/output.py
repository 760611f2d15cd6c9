"""Everything that a build leaves in its folder, in the places that `output/README.md` names."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg import __version__
from kg.check import report
from kg.check.findings import Finding
from kg.identity import decisions, registry
from kg.model import Analysis, Decision, Document, Issue
from kg.publish import issues as doubtful
from kg.publish.coverage import coverage_page, used_stretches
from kg.publish.folder import GENERATOR, MANIFEST
from kg.rdf.dataset import Dump
from kg.rdf.document import title_of
from kg.rdf.mapping import map_distributions
from kg.rdf.write import write_dumps, write_turtle
from kg.settings import Settings

_MEDIA_TYPES: Final = {
    "data.nq.gz": ("application/n-quads", "application/gzip"),
    "data.ttl": ("text/turtle", ""),
    "facts.ttl": ("text/turtle", ""),
    "data.jsonld": ("application/ld+json", ""),
    "links.ttl": ("text/turtle", ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What is to be written. `lines` are all quads in order, `dataset` those that describe the dataset."""

    settings: Settings
    inputs: str
    lines: Iterable[str]
    dataset: Sequence[str]
    pages: Iterable[tuple[Document, Analysis]]
    registry: Sequence[registry.Entry]
    decisions: Sequence[Decision]
    issues: Sequence[Issue]
    findings: Sequence[Finding]
    counts: dict[str, int]


def write_output(folder: Path, output: Output) -> None:
    """Write all of it. The manifest comes last: it holds the size and checksum of every other file."""
    base = output.settings.base
    write_dumps(output.lines, base, folder)
    dumps = [_dump(folder / name, *kinds) for name, kinds in _MEDIA_TYPES.items()]
    write_turtle(sorted({*output.dataset, *map_distributions(base, dumps)}), base, folder / "dataset.ttl")
    _write(folder / registry.FILENAME, registry.dump(output.registry))
    _write(folder / decisions.FILENAME, decisions.dump(tuple(output.decisions)))
    _write_report(folder / "report", output)
    for document, analysis in output.pages:
        _write_page(folder, document, analysis)
    _write_manifest(folder, output)


def _write_report(folder: Path, output: Output) -> None:
    title = output.settings.title
    _write(folder / "validation.html", report.as_html(output.findings, title))
    _write(folder / "validation.ttl", report.as_turtle(output.findings, output.settings.base))
    _write(folder / "issues.jsonl", doubtful.as_json_lines(output.issues))
    _write(folder / "issues.html", doubtful.as_html(output.issues, title))


def _write_page(folder: Path, document: Document, analysis: Analysis) -> None:
    """Write a text as evidence points into it, and the view of what no rule used of it."""
    _write(folder / "text" / f"{document.sha256}.txt", document.text)
    page = coverage_page(document, used_stretches(document, analysis), title_of(document))
    _write(folder / "report" / "coverage" / f"{document.sha256[:12]}.html", page)


def _write_manifest(folder: Path, output: Output) -> None:
    files = {path.relative_to(folder).as_posix(): _facts(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    manifest: dict[str, Any] = {
        "generator": GENERATOR,
        "version": __version__,
        "base": output.settings.base,
        "title": output.settings.title,
        "inputs": output.inputs,
        "counts": output.counts,
        "files": files,
        "written": sorted({name.partition("/")[0] for name in files} | {MANIFEST}),
    }
    _write(folder / MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")


def _dump(path: Path, media_type: str, compression: str) -> Dump:
    facts = _facts(path)
    return Dump(path.name, media_type, facts["bytes"], facts["sha256"], compression)


def _facts(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}


def _write(path: Path, text: str) -> None:
    """Write a text exactly: no line end is translated."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
