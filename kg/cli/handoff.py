"""`kg handoff`: links and new people, in the formats in which Wikidata and OpenRefine take them."""

from pathlib import Path

import click

from kg.query.handoff import FORMATS, named, openrefine, quickstatements
from kg.query.store import open_data


@click.command("handoff")
@click.argument("data", default=Path("output"), type=click.Path(path_type=Path))
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True)
def command(data: Path, form: str) -> None:
    """Hand links and new people on, each with its record and quotation.

    DATA is a build folder (output, if none is named) or a dump with evidence. Read what is printed before you send it
    anywhere: a new item is made for every full name of a person that was not linked.

    \b
    Example:
      kg handoff output --format openrefine > people.csv
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    things = named(open_data(data))
    click.echo(quickstatements(things) if form == "quickstatements" else openrefine(things), nl=False)
