"""Archival documents into linked data: people, events, citations and works, each fact tied to the words that say it."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from kg.query.notebook import Build

__version__ = "0.1.0"


def open(*paths: str | Path) -> "Build":  # noqa: A001 - read as kg.open
    """Open a build for Python: `kg.open("output").query("participants")`, `.graph`, `.dataframe(…)`; several as one.

    Raises:
        kg.errors.QueryError: there is no build or dump, it is broken, or two builds cannot be asked together.

    """
    return cast("Build", import_module("kg.query.notebook").open_builds(paths or ("output",)))  # slow to import
