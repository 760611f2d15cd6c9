"""The `kg` command: a table of commands, each imported only when it is asked for, so that help is instant."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final

import click

from kg import __version__
from kg.errors import KgError

COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "build": ("kg.cli.build:command", "Read documents, check what they say, and publish it as linked data."),
    "query": ("kg.cli.query:query", "Ask a question of builds, dumps or a SPARQL endpoint."),
    "queries": ("kg.cli.query:queries", "List the questions of the library."),
    "explain": ("kg.cli.query:explain", "Walk a thing back to the sentences that speak of it."),
    "works": ("kg.cli.works:works", "Write the cited works as a bibliography: CSL-JSON, BibTeX or RIS."),
    "evaluate": ("kg.cli.evaluate:evaluate", "Score a build against gold files that people made."),
    "decide": ("kg.cli.decide:decide", "Say that two names mean the same, or different things."),
    "review": ("kg.cli.decide:review", "Go through proposed pairs with their sentences, and decide."),
    "load": ("kg.cli.load:command", "Load a build into a triplestore; what it holds already stays there."),
    "authority": ("kg.cli.authority:authority", "Look into an authority, search it, or grow one."),
    "handoff": ("kg.cli.handoff:command", "Hand links and new people on, each with its record and quotation."),
    "serve": ("kg.cli.serve:command", "Serve a build over HTTP: SPARQL, and each thing at its own address."),
    "validate": ("kg.cli.validate:command", "Check linked data: shapes, quotations, dangling names, undeclared terms."),
}
"""Name of a command -> where it is (`module:function`) and its one line of help, in the order they are listed."""


class LazyGroup(click.Group):
    """A group that knows its commands by name and line of help, and imports the one that is run."""

    def __init__(self, *args: Any, table: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:  # noqa: ANN401 - click's own
        """Take `table` as COMMANDS has it; the rest is click's."""
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import and return the command, or None for a name that the table lacks."""
        if cmd_name not in self.table:
            return None
        module, _, attribute = self.table[cmd_name][0].partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.table[cmd_name][0]} is not a click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the list of commands from the table, importing none."""
        if self.table:
            with formatter.section("Commands"):
                formatter.write_dl([(name, text) for name, (_, text) in self.table.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run the command; a fault that the user can mend ends in its plain message and exit code 1."""
        try:
            return super().invoke(ctx)
        except KgError as fault:
            raise click.ClickException(str(fault)) from fault


@click.group(cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kg")
def main() -> None:
    """Turn archival documents into linked data: people, events, citations and works, each with the words that say it.

    \b
    Example:
      kg build examples -o output
    """  # noqa: D301 - \b is click's mark for a paragraph to leave as it is
