"""Hold gold files against published data, text by text and all together."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from math import sqrt
from pathlib import Path
from typing import Final

from kg.errors import KgError
from kg.evaluate import gold
from kg.evaluate.answers import answers, texts_by_file
from kg.evaluate.measure import Score, Scores, added, figure
from kg.evaluate.people import score_mentions, who_is_who
from kg.evaluate.references import score_citations, score_works
from kg.evaluate.sheet import CLASSES, Sheet
from kg.evaluate.structure import (
    score_agenda,
    score_anchors,
    score_document,
    score_notes,
    score_participants,
    score_roles,
    score_turns,
)
from kg.evaluate.times import score_dates, score_events
from kg.query.store import Data

_Z: Final = 1.96  # standard deviations on either side of the mean that hold 95 %


def evaluate(paths: Iterable[Path], data: Data) -> tuple[Scores, ...]:
    """Return the scores of each text of the gold files; a text that the data lacks has everything missed.

    Raises:
        KgError: a gold file cannot be read, or the data has none of the texts.

    """
    texts = texts_by_file(data)
    sheets = [sheet for path in gold.files(paths) for sheet in gold.read(path, texts)]
    known = answers(data)
    if not any(sheet.sha256 in known for sheet in sheets):
        raise KgError(
            f"{data.path} has none of the texts that the gold is about (they are known by the SHA-256 of their text). "
            "Build those texts first, or name another build with --output."
        )
    return tuple(_scores(sheet, known.get(sheet.sha256)) for sheet in sheets)


def totals(scores: Iterable[Scores]) -> dict[str, Score]:
    """Return the scores of all texts together, by class, in the order of the report."""
    together = tuple(scores)
    spoken_of = [name for name in CLASSES if any(name in each.by_class for each in together)]
    return {name: added(each.by_class[name] for each in together if name in each.by_class) for name in spoken_of}


def ranges(scores: tuple[Scores, ...]) -> dict[str, dict[str, tuple[float, float]]]:
    """Return the least and greatest figure of each measure when one text at a time is left out, by class.

    A wide range says that the figure hangs on one text.
    """
    figures: dict[str, dict[str, list[float]]] = {}
    for left_out in range(len(scores) if len(scores) > 1 else 0):
        for name, score in totals(scores[:left_out] + scores[left_out + 1 :]).items():
            for label, measure in score.measures.items():
                if (value := figure(measure)) is not None:
                    figures.setdefault(name, {}).setdefault(label, []).append(value)
    return {
        name: {label: (min(values), max(values)) for label, values in labels.items()}
        for name, labels in figures.items()
    }


def calibration(scores: Iterable[Scores]) -> dict[str, tuple[int, int]]:
    """Return for each rule how many of its finds are right, and how many were judged."""
    judged = [each for score in totals(scores).values() for each in score.judged if each[0]]
    cases, right = Counter(rule for rule, _ in judged), Counter(rule for rule, good in judged if good)
    return {rule: (right[rule], cases[rule]) for rule in sorted(cases)}


def wilson(right: int, cases: int) -> float:
    """Return the lower bound of a share that a sample shows, with 95 % on either side (Wilson 1927)."""
    if not cases:
        return 0.0
    p, square = right / cases, _Z * _Z
    spread = _Z * sqrt(p * (1 - p) / cases + square / (4 * cases * cases))
    return max(0.0, (p + square / (2 * cases) - spread) / (1 + square / cases))


def confidence_table(rules: Mapping[str, tuple[int, int]]) -> str:
    """Return the table of confidences as `kg.rdf.confidence` reads it."""
    lines = [
        "# How far each rule can be trusted: the lower bound (Wilson, 95 %) of the share of its finds that gold files",
        "# confirm, and the number of cases. Written by `kg evaluate --calibrate`, never by hand.",
        "",
    ]
    lines += [
        f'"{rule}" = {{ bound = {wilson(right, cases):.3f}, cases = {cases} }}'
        for rule, (right, cases) in rules.items()
    ]
    return "\n".join(lines) + "\n"


def _scores(sheet: Sheet, found: Sheet | None) -> Scores:
    """Score one text in the classes that the gold speaks of."""
    other = found or Sheet(name="", sha256=sheet.sha256, finds={})
    same = who_is_who(sheet, other)
    scorers: dict[str, Callable[[Sheet, Sheet], Score]] = {
        "document": score_document,
        "roles": partial(score_roles, same=same),
        **{name: partial(score_mentions, name=name) for name in ("people", "organisations", "places")},
        "dates": score_dates,
        "citations": score_citations,
        "works": score_works,
        "events": score_events,
        "turns": partial(score_turns, same=same),
        "agenda": score_agenda,
        "notes": score_notes,
        "anchors": score_anchors,
        "participants": partial(score_participants, same=same),
    }
    by_class = {name: scorers[name](sheet, other) for name in CLASSES if name in sheet.finds}
    return Scores(name=sheet.name, sha256=sheet.sha256, by_class=by_class, absent=found is None)
