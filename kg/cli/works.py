"""`kg works`: the cited works of a build as a bibliography."""

from pathlib import Path

import click

from kg.query.bibliography import WRITERS, entries
from kg.query.store import open_data


@click.command()
@click.argument("data", type=click.Path(path_type=Path), default=Path("output"), metavar="[OUTPUT]")
@click.option("--format", "-f", "form", type=click.Choice(list(WRITERS)), default="csl", help="Default: csl (JSON).")
def works(data: Path, form: str) -> None:
    """Write the cited works as a bibliography: CSL-JSON, BibTeX or RIS.

    OUTPUT is a build folder or a dump, by default "output". Zotero, EndNote and others that keep literature read the
    three formats.

    \b
    Examples:
      kg works output > works.json
      kg works output --format bibtex > works.bib
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
    click.echo(WRITERS[form](entries(open_data(data))), nl=False)
