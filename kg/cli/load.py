"""`kg load`: a build into a triplestore."""

from pathlib import Path

import click

from kg.cli.progress import bars
from kg.load.load import Loaded, Options, load
from kg.load.stores import STORES


@click.command("load")
@click.argument("url")
@click.argument("output", default=Path("output"), type=click.Path(path_type=Path))
@click.option(
    "--store",
    type=click.Choice([store.name for store in STORES]),
    help="What kind of store it is, where that is not found out by itself.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long the store may stay silent.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be sent.")
@click.option("--adopt", is_flag=True, help="Send nothing: the store read data.nq.gz in its own way; remember that.")
def command(url: str, output: Path, store: str | None, timeout: float, *, dry_run: bool, adopt: bool) -> None:
    """Load a build into a triplestore; what it holds already stays there.

    URL is the root of the server, or of one dataset in it where it has several. OUTPUT is the build folder (output, if
    none is named). A name and password are taken from KG_STORE_USER and KG_STORE_PASSWORD, or from ~/.netrc; a token
    from KG_STORE_TOKEN.

    \b
    Example:
      kg load http://localhost:7878 output
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    with bars() as progress:
        done = load(url, output, Options(store or "", timeout, dry_run=dry_run, adopt=adopt), progress)
    if dry_run:
        _foretell(done)
        return
    if adopt:
        click.echo(
            f"{done.plan.unchanged} graphs of the build are in {done.store.title} at {done.address}; "
            f"{len(done.build) - done.plan.unchanged} are not there as they should be, and go with the next load."
        )
    else:
        _tell(done)
    _how_it_asks(done)


def _foretell(done: Loaded) -> None:
    """Say what a load would do, graph by graph."""
    base = _base(done)
    for graph in sorted(done.plan.whole):
        word = "add" if graph in done.plan.absent else "replace"
        click.echo(f"{word:<8} {done.build[graph].triples:>9,}  {graph.removeprefix(base)}")
    for graph in done.plan.partly:
        click.echo(f"{'change':<8} {'':>9}  {graph.removeprefix(base)}")
    for graph in done.plan.gone:
        click.echo(f"{'remove':<8} {'':>9}  {graph.removeprefix(base)}")
    click.echo(f"Nothing was sent. {done.plan.unchanged} graphs are in {done.store.title} at {done.address} already.")


def _tell(done: Loaded) -> None:
    """Say what was done."""
    plan, total = done.plan, sum(held.triples for held in done.build.values())
    click.echo(f"{done.sent:,} statements were sent to {done.store.title} at {done.address}; the build has {total:,}.")
    click.echo(
        f"{len(plan.whole)} graphs went whole, {len(plan.partly)} in part, {len(plan.gone)} were removed, "
        f"{plan.unchanged} were there already."
    )


def _how_it_asks(done: Loaded) -> None:
    """Say how the store is asked, and what to beware of."""
    click.echo(f"How it asks all graphs at once: {done.store.told}.")
    if not done.joined:
        click.echo("Asked so, it does not see the graphs that were loaded.", err=True)
    if done.capped:
        click.echo(
            f"It cuts results after {done.capped:,} rows without a word"
            + (f": {done.store.caps}." if done.store.caps else "."),
            err=True,
        )
    for graph, sent, stored in done.differing:
        click.echo(f"It counts {stored:,} statements in {graph}, of {sent:,} that were sent.", err=True)


def _base(done: Loaded) -> str:
    """Return what the names of all graphs begin with."""
    return next((graph.partition("graph/")[0] for graph in done.build), "")
