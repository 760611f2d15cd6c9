"""The report of an evaluation: lines for people, plain values for machines."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from kg.evaluate.evaluation import ranges, totals
from kg.evaluate.measure import Measure, Score, Scores, f1, precision, recall
from kg.evaluate.sheet import Find

Ranges = Mapping[str, Mapping[str, tuple[float, float]]]
"""The least and greatest figure of each measure, by class."""

_SHOWN: Final = 100  # characters of the words of a find that a line shows
_NAME: Final = 28  # characters of the name of a file
_HEAD: Final = ("", "", "precision", "recall", "F1", "right", "gold", "found")


def table(scores: Mapping[str, Score], left_out: Ranges | None = None) -> str:
    """Return the measures of all classes as a table, one line each; a last column can say `ranges`."""
    rows = [
        _HEAD,
        *(_row(name, label, each) for name, score in scores.items() for label, each in score.measures.items()),
    ]
    if left_out:
        lasts = [_range(left_out.get(name, {}).get(label)) for name, each in scores.items() for label in each.measures]
        rows = [(*row, last) for row, last in zip(rows, ["one text left out", *lasts], strict=True)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column <= 1 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def faults(scores: Iterable[Scores], limit: int | None) -> Iterator[str]:
    """Yield lines with what was missed, wrong, and false in each class, at most `limit` of each kind."""
    together = tuple(scores)
    for name in totals(together):
        lines: dict[str, list[str]] = {"missed": [], "wrong": [], "false": []}
        for each in together:
            if name in each.by_class:
                score = each.by_class[name]
                lines["missed"] += [f"{_short(each.name)} {_told(find)}" for find in score.missed]
                lines["wrong"] += [
                    f"{_short(each.name)} {_told(one)} ← {_told(two)} ({why})" for one, two, why in score.wrong
                ]
                lines["false"] += [f"{_short(each.name)} {_told(find)}" for find in score.false]
        for kind, told in lines.items():
            if told:
                yield f"\n{name}, {kind}: {len(told)}"
                yield from (f"  {line}" for line in told[:limit])
                if limit is not None and len(told) > limit:
                    yield f"  … and {len(told) - limit} more (--misses {len(told)})"


def plain(scores: tuple[Scores, ...]) -> dict[str, Any]:
    """Return everything as values that JSON knows."""
    return {
        "total": {name: _measures(score) for name, score in totals(scores).items()},
        "one_text_left_out": ranges(scores),
        "files": [
            {
                "file": each.name,
                "sha256": each.sha256,
                "absent": each.absent,
                "classes": {name: _measures(score) | _faults(score) for name, score in each.by_class.items()},
            }
            for each in scores
        ],
    }


def _row(name: str, label: str, measure: Measure) -> tuple[str, ...]:
    """Return the cells of one line: figures where they mean something."""
    right = measure.correct if measure.found and not measure.gold else measure.recalled
    both = measure.gold and measure.found
    return (
        name,
        label,
        _figure(precision(measure)),
        _figure(recall(measure)),
        _figure(f1(measure) if both else None),
        f"{right:g}" if right == int(right) else f"{right:.1f}",
        f"{measure.gold:g}",
        f"{measure.found:g}",
    )


def _range(ends: tuple[float, float] | None) -> str:
    return f"{_figure(ends[0])}-{_figure(ends[1])}" if ends else _figure(None)


def _figure(value: float | None) -> str:
    """Return a share with three digits, a dash where there is none."""
    return "–" if value is None else f"{value:.3f}"


def _short(name: str) -> str:
    """Return as much of a file's name as tells it from others."""
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _told(find: Find) -> str:
    """Return a find as a person reads it: place, words, and what is said of it."""
    place = f"{find.spans[0][0]}-{find.spans[0][1]} " if find.spans else ""
    words = " ".join(find.text.split())
    words = f"{words[:_SHOWN]}…" if len(words) > _SHOWN else words
    value = f" = {find.value}" if find.value and find.value not in words else ""
    return f"{place}“{words}”{value}{f' [{find.rule}]' if find.rule else ''}"


def _measures(score: Score) -> dict[str, Any]:
    """Return the measures of a class."""
    return {
        "measures": {
            label: {
                "precision": precision(each),
                "recall": recall(each),
                "f1": f1(each),
                "recalled": each.recalled,
                "gold": each.gold,
                "correct": each.correct,
                "found": each.found,
            }
            for label, each in score.measures.items()
        }
    }


def _faults(score: Score) -> dict[str, Any]:
    """Return the finds of a class that are not right."""
    return {
        "missed": [_plain_find(find) for find in score.missed],
        "wrong": [{"gold": _plain_find(a), "found": _plain_find(b), "fault": why} for a, b, why in score.wrong],
        "false": [_plain_find(find) for find in score.false],
    }


def _plain_find(find: Find) -> dict[str, Any]:
    """Return a find as values."""
    return {
        "spans": [list(span) for span in find.spans],
        "text": find.text,
        "thing": find.thing,
        "value": find.value,
        "fields": {key: list(value) for key, value in find.fields.items() if value},
        "rule": find.rule,
    }
