"""The authority that travels with the program: where it lies, told without loading what reads it."""

from pathlib import Path
from typing import Final

STARTER: Final = Path(__file__).with_name("starter.jsonl")
"""The core of 1945-1991, facts only, each with its source."""
