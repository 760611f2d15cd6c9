"""`kg evaluate`: how good a build is, by gold files that people made."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from kg.evaluate import encoded
from kg.evaluate.evaluation import calibration, confidence_table, ranges, totals
from kg.evaluate.evaluation import evaluate as evaluated
from kg.evaluate.measure import Scores
from kg.evaluate.names import evaluate_names
from kg.evaluate.report import faults, plain, table
from kg.query.store import open_data
from kg.rdf import confidence

_LIMIT = 5


@click.command()
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help="The build, or a dump, that is judged.",
)
@click.option("--by-file", is_flag=True, help="A table for each text as well.")
@click.option(
    "--misses",
    type=click.IntRange(min=0),
    default=_LIMIT,
    show_default=True,
    metavar="N",
    help="List at most N of what was missed, wrong and false in each class.",
)
@click.option("--json", "as_json", is_flag=True, help="Everything as one JSON object.")
@click.option(
    "--names",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.csv",
    help="Score instead how mentions are put together, on a table of known people (person, name, volume, year).",
)
@click.option("--calibrate", is_flag=True, help="Write how far each rule can be trusted, for the next build.")
def evaluate(
    gold: tuple[Path, ...],
    output: Path,
    misses: int,
    names: Path | None,
    *,
    by_file: bool,
    as_json: bool,
    calibrate: bool,
) -> None:
    """Score a build against gold files that people made.

    GOLD names files (*.gold.json, *.citations.json) or folders of them, or TEI files (*.xml).

    A text is found in the build by the SHA-256 of its words; one that is not there counts as missed throughout. A TEI
    file needs no build: the names and dates that its editor marked are held against what is found in its bare text.

    \b
    Example:
      kg evaluate examples/gold --output output --misses 3
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    if names:
        _names(names, as_json=as_json)
        return
    if not gold:
        raise click.UsageError("Name gold files to score a build, or a table with --names.")
    marked = [path for path in gold if path.suffix.lower() == encoded.SUFFIX]
    others = [path for path in gold if path not in marked]
    scores = (*(evaluated(others, open_data(output)) if others else ()), *encoded.score_encoded(marked))
    for each in scores:
        if each.absent:
            click.echo(f"{each.name} is not in {output}: all that stands in it counts as missed.", err=True)
    if as_json:
        click.echo(json.dumps(plain(scores), ensure_ascii=False, indent=2))
    else:
        _show(scores, misses, by_file=by_file)
    if calibrate:
        rules = calibration(scores)
        confidence.PATH.write_text(confidence_table(rules), encoding="utf-8", newline="\n")
        click.echo(f"{len(rules)} rules measured: {confidence.PATH}", err=True)


def _names(path: Path, *, as_json: bool) -> None:
    """Print how well the mentions of a table are put together."""
    scores = evaluate_names(path)
    if as_json:
        click.echo(json.dumps(asdict(scores), indent=2))
        return
    click.echo(f"{scores.mentions:,} mentions of {scores.people:,} people, put together as {scores.found:,}")
    click.echo(f"pairs  precision {scores.precision:.3f}  recall {scores.recall:.3f}  F1 {scores.f1:.3f}")
    click.echo(f"B³     precision {scores.b3_precision:.3f}  recall {scores.b3_recall:.3f}  F1 {scores.b3_f1:.3f}")


def _show(scores: tuple[Scores, ...], misses: int, *, by_file: bool) -> None:
    """Print the tables, and what was not right."""
    if by_file:
        for each in scores:
            click.echo(f"{each.name}\n{table(each.by_class)}\n")
    click.echo(f"{len(scores)} {'text' if len(scores) == 1 else 'texts'}\n{table(totals(scores), ranges(scores))}")
    if misses:
        for line in faults(scores, misses):
            click.echo(line)
