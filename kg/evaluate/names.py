"""How well mentions of people are put together: a table of mentions with the person each is known to mean."""

import csv
import gzip
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from math import comb
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.identity.bearers import Bearer, same_bearers
from kg.identity.groups import Groups

_COLUMNS: Final = ("person", "name", "volume", "year")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameScores:
    """Pairwise precision, recall and F1, and B³ (precision, recall, F1), each from 0 to 1; and what was counted."""

    mentions: int
    people: int
    found: int
    precision: float
    recall: float
    f1: float
    b3_precision: float
    b3_recall: float
    b3_f1: float


def evaluate_names(path: Path) -> NameScores:
    """Put the mentions of a table together as a build would, and score that against the people they are known to mean.

    The table is CSV, plain or gzipped, with the columns person, name, volume (its document) and year (may be empty).

    Raises:
        KgError: the file cannot be read, or lacks a column; the message names it.

    """
    rows = _rows(path)
    bearers = [
        Bearer(
            index=index,
            label=row["name"],
            document=row["volume"],
            year=int(row["year"]) if row["year"].isdecimal() else None,
        )
        for index, row in enumerate(rows)
    ]
    groups = Groups(len(rows))
    for one, other in same_bearers(bearers):
        groups.join(one, other)
    found = {index: number for number, group in enumerate(groups.all()) for index in group}
    return score([row["person"] for row in rows], [found[index] for index in range(len(rows))])


def score(known: Sequence[Hashable], found: Sequence[Hashable]) -> NameScores:
    """Score one partition of mentions against another; both name the group of each mention, in the same order."""
    both = Counter(zip(known, found, strict=True))
    people, groups = Counter(known), Counter(found)
    together, known_pairs, found_pairs = (_pairs(counts) for counts in (both, people, groups))
    precision, recall = _share(together, found_pairs), _share(together, known_pairs)
    b3_precision = _share(sum(n * n / groups[group] for (_, group), n in both.items()), len(known))
    b3_recall = _share(sum(n * n / people[person] for (person, _), n in both.items()), len(known))
    return NameScores(
        mentions=len(known),
        people=len(people),
        found=len(groups),
        precision=precision,
        recall=recall,
        f1=_f1(precision, recall),
        b3_precision=b3_precision,
        b3_recall=b3_recall,
        b3_f1=_f1(b3_precision, b3_recall),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        content = path.read_bytes()
        text = (gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise KgError(f"{path} cannot be read as a table of names ({error}). Give a CSV file in UTF-8.") from error
    reader = csv.DictReader(text.splitlines())
    missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise KgError(f"{path}:1: there is no column {', '.join(missing)}. The columns are {', '.join(_COLUMNS)}.")
    rows: list[dict[str, str]] = []
    for row in reader:
        if None in row or None in row.values():
            raise KgError(f"{path}:{reader.line_num}: this line has not as many fields as the first. Mend the table.")
        rows.append(row)
    return rows


def _pairs(counts: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(comb(n, 2) for n in counts.values())


def _share(part: float, whole: int) -> float:
    return part / whole if whole else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
