"""How far a rule can be trusted: its precision on the gold files (lower Wilson bound), measured and never typed.

The table is `kg/extract/confidence.toml`; `kg evaluate --calibrate` writes it. A rule that is missing there, or that
was right or wrong in fewer than ten cases, is "unmeasured".
"""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.rdf.terms import decimal, string

PATH: Final = Path(__file__).parents[1] / "extract" / "confidence.toml"
ENOUGH: Final = 10
UNMEASURED: Final = "unmeasured"
_TINY: Final = 1e-9  # 0.29 * 100 is 28.999…


@dataclass(frozen=True, slots=True)
class Confidence:
    """The lower bound of a rule's precision (0 to 1), and the number of cases that it was measured on."""

    bound: float
    cases: int


def load(path: Path = PATH) -> dict[str, Confidence]:
    """Read the table: rule -> confidence. Each line is `"people/title" = { bound = 0.931, cases = 57 }`."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {rule: Confidence(float(entry["bound"]), int(entry["cases"])) for rule, entry in table.items()}


def confidence_term(table: Mapping[str, Confidence], rule: str) -> str:
    """Return the literal for a rule: a decimal of at most two places, cut off and not rounded up, or "unmeasured"."""
    entry = table.get(rule)
    if entry is None or entry.cases < ENOUGH:
        return string(UNMEASURED)
    return decimal(math.floor(entry.bound * 100 + _TINY) / 100)
