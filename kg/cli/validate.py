"""`kg validate`: the checks of a build, on a build folder or on any file of RDF."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from kg.check.check import check_all
from kg.check.facts import base_of, facts_of
from kg.check.report import as_html, as_text, stops
from kg.query.store import dump_of
from kg.rdf.parse import triples


@click.command("validate")
@click.argument("data", default=Path("output"), type=click.Path(path_type=Path))
@click.option("--thorough", is_flag=True, help="Let pySHACL check everything, not only what looks wrong and a sample.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write the report as a page to this file too."
)
@click.option("--json", "as_json", is_flag=True, help="Print the findings as one JSON array.")
def command(data: Path, *, thorough: bool, html: Path | None, as_json: bool) -> None:
    """Check linked data: shapes, quotations, dangling names, undeclared terms.

    DATA is a build folder (output, if none is named) or a file in Turtle, N-Triples, N-Quads, TriG or JSON-LD.

    \b
    Example:
      kg validate output/data.ttl
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    dump = dump_of(data)
    facts = facts_of(sorted(triples(dump)))
    texts = _texts(dump.parent / "text")
    if texts is None:
        click.echo(f"No texts lie beside {data}, so quotations were not compared with them.", err=True)
    findings = sorted(check_all(facts, texts, base=base_of(facts), thorough=thorough))
    if html:
        html.write_text(as_html(findings, data.name), encoding="utf-8")
    click.echo(
        json.dumps([asdict(f) for f in findings], ensure_ascii=False) if as_json else as_text(findings), nl=as_json
    )
    if stops(findings):
        raise SystemExit(1)


def _texts(folder: Path) -> dict[str, str] | None:
    """Return the published texts by their SHA-256, or None where there are none."""
    if not folder.is_dir():
        return None
    return {path.stem: path.read_bytes().decode() for path in sorted(folder.glob("*.txt"))}
