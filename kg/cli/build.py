"""`kg build`: documents in, linked data out."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import click

from kg.build import Options, Progress, Summary, build
from kg.settings import cache_folder

_COUNTED = (
    ("documents", "documents read"),
    ("people", "people"),
    ("organisations", "organisations"),
    ("places", "places"),
    ("mentions", "places where one of them is named"),
    ("dates", "dates"),
    ("archival citations", "references to archives"),
    ("archival units", "archival units in them"),
    ("works", "cited works"),
    ("events", "events"),
    ("statements", "statements of speakers"),
    ("notes", "notes"),
    ("agenda items", "agenda items"),
    ("quads", "statements in the graph"),
)


@click.command("build")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", default=Path("output"), show_default=True, type=click.Path(path_type=Path), help="Where to write."
)
@click.option("--workers", default=0, show_default="one for each processor", help="How many processes read at a time.")
@click.option("--no-cache", is_flag=True, help="Read everything anew, and keep nothing.")
@click.option("--fast", is_flag=True, help="Do without the language model: fewer people, places and organisations.")
@click.option("--model", type=click.Path(path_type=Path), help="The folder of a spaCy pipeline to use instead of ours.")
@click.option("--authority", type=click.Path(path_type=Path), help="A file to link to, instead of ours or kg.toml's.")
@click.option("--reader", default="", metavar="NAME", help="Read every file in this format, whatever it looks like.")
def command(  # noqa: PLR0913 - one for each option
    sources: tuple[Path, ...],
    output: Path,
    workers: int,
    *,
    no_cache: bool,
    fast: bool,
    model: Path | None,
    reader: str,
    authority: Path | None,
) -> None:
    """Read documents, check what they say, and publish it as linked data.

    SOURCES are files, folders of files, patterns such as 'letters/*.txt', zip or tar archives,
    and lists of all these (@list.txt: a path a line). A folder may hold kg.toml, decisions.jsonl and registry.jsonl.

    \b
    Example:
      kg build examples -o output
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    if fast and model:
        raise click.UsageError("--fast does without a model, and --model names one. Choose.")
    options = Options(
        workers=workers,
        cache=None if no_cache else cache_folder(),
        model="none" if fast else str(model or ""),
        reader=reader,
        authority=authority,
    )
    started = perf_counter()
    with _progress() as progress:
        summary = build(sources, output, options, progress)
    _tell(summary, output, perf_counter() - started)
    if summary.failed:
        raise SystemExit(1)


@contextmanager
def _progress() -> Iterator[Progress]:
    """Yield what reports progress: a bar where a person watches, nothing where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console  # noqa: PLC0415  only where it is seen
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bars  # noqa: PLC0415

    columns = (TextColumn("{task.description:<8}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield progress


def _tell(summary: Summary, output: Path, seconds: float) -> None:
    """Say on stdout what was found and written, on stderr what is doubtful."""
    if summary.unchanged:
        click.echo(f"Nothing has changed since {output} was built ({seconds:.1f} s).")
    else:
        width = max(len(f"{summary.counts.get(key, 0):,}") for key, _ in _COUNTED)
        for key, words in _COUNTED:
            if summary.counts.get(key):
                click.echo(f"{summary.counts[key]:>{width},}  {words}")
        click.echo(f"Written to {output} in {seconds:.1f} s ({summary.from_cache} of the documents from the cache).")
    for code, number in sorted(summary.issues.items()):
        click.echo(f"{number} × {code}: {summary.explained(code)}", err=True)
    if summary.issues:
        click.echo(f"Each doubtful place is listed in {output / 'report' / 'issues.html'}.", err=True)
    for failed in summary.failed:
        click.echo(f"Not read: {failed.message}", err=True)
