"""`kg handoff`: links and new people, in the formats in which Wikidata and OpenRefine take them."""

import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import click

from kg.query.handoff import FORMATS, is_new, named, openrefine, quickstatements
from kg.query.store import open_data

_PRIVATE: Final = re.compile(r"localhost|127\.0\.0\.1|(?:.*\.)?example\.(?:org|com|net)")


@click.command("handoff")
@click.argument("data", default=Path("output"), type=click.Path(path_type=Path))
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), default=FORMATS[0], show_default=True)
def command(data: Path, form: str) -> None:
    """Hand links and new people on, each with its record and quotation.

    DATA is a build folder (output, if none is named) or a dump with evidence. Read what is printed before you send it
    anywhere: a new item is made for every full name of a person that was not linked, unless an item was proposed and
    nobody has decided on it yet (kg review).

    \b
    Example:
      kg handoff output --format openrefine > people.csv
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    opened = open_data(data)
    things = named(opened)
    new, perhaps = sum(map(is_new, things)), sum(bool(thing.perhaps) and not thing.items for thing in things)
    linked = sum(bool(thing.items) for thing in things)
    click.echo(
        f"{linked:,} linked, {new:,} new people, {perhaps:,} with proposed items that wait for kg review", err=True
    )
    if _PRIVATE.fullmatch(urlsplit(opened.base).hostname or "localhost"):
        click.echo(f"Nobody else can open {opened.base}. Set base in kg.toml before you send this.", err=True)
    click.echo(quickstatements(things) if form == "quickstatements" else openrefine(things), nl=False)
