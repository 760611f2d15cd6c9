"""Where the folders that travel with the program lie: beside `kg/` in a checkout, in `kg/_data/` once installed."""

from pathlib import Path
from typing import Final, Literal

_PACKAGE: Final = Path(__file__).parent


def folder(name: Literal["ontology", "shapes"]) -> Path:
    """Return the folder of that name, the installed one before the one of a checkout."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
