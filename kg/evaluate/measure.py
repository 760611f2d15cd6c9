"""What a comparison gives: counts that can be added up over texts, and the finds that were missed or wrong."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.sheet import Find

Sides = tuple[Sequence[Find], Sequence[Find]]
"""What the gold asks for, and what the data gives."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Recalled of `gold`, and correct of `found`. Where only one side is asked for, the other has 0 of 0."""

    recalled: float = 0
    gold: float = 0
    correct: float = 0
    found: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one class did on one text, or on several together.

    `missed` is what the gold has and the data lacks, `false` what the data has beside the gold, `wrong` what stands at
    the right place and says something else, with a word on what that is. `judged` says of each find of the data, by the
    rule that made it, whether it was right.
    """

    measures: Mapping[str, Measure]
    missed: tuple[Find, ...] = ()
    false: tuple[Find, ...] = ()
    wrong: tuple[tuple[Find, Find, str], ...] = ()
    judged: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The scores of one text, by class; `name` is the text's file, `absent` says that the data does not have it."""

    name: str
    sha256: str
    by_class: Mapping[str, Score]
    absent: bool = False


def even(hits: float, gold: float, found: float) -> Measure:
    """Return the measure where each hit counts once on either side."""
    return Measure(hits, gold, hits, found)


def share(right: float, of: float) -> Measure:
    """Return the measure of so many right among so many that were asked for."""
    return Measure(recalled=right, gold=of)


def precision(measure: Measure) -> float | None:
    """Return the share of what was found that is right, None where nothing was found or it was not asked for."""
    return measure.correct / measure.found if measure.found else None


def recall(measure: Measure) -> float | None:
    """Return the share of the gold that was found, None where there was nothing to find."""
    return measure.recalled / measure.gold if measure.gold else None


def f1(measure: Measure) -> float | None:
    """Return the harmonic mean of precision and recall; 0 where one side is empty and the other is not."""
    if not measure.gold and not measure.found:
        return None
    first, second = precision(measure) or 0, recall(measure) or 0
    return 2 * first * second / (first + second) if first + second else 0.0


def figure(measure: Measure) -> float | None:
    """Return the one number that a measure comes to: F1 where both sides are asked for, else the share of the one."""
    if measure.gold and measure.found:
        return f1(measure)
    return recall(measure) if measure.gold else precision(measure)


def compared(
    main: str,
    sides: Sides,
    right: Iterable[tuple[Find, Find]],
    wrong: Iterable[tuple[Find, Find, str]] = (),
    others: Mapping[str, Measure] | None = None,
) -> Score:
    """Return the score of a class whose main measure counts the pairs that are right.

    A find in no pair, right or wrong, was missed (of those asked for) or is false (of those given).
    """
    asked, given = sides
    right, wrong = tuple(right), tuple(wrong)
    good = {id(other) for _, other in right}
    paired = {id(find) for each in (*right, *wrong) for find in each[:2]}
    return Score(
        measures={main: even(len(right), len(asked), len(given)), **(others or {})},
        missed=tuple(find for find in asked if id(find) not in paired),
        false=tuple(find for find in given if id(find) not in paired),
        wrong=wrong,
        judged=tuple((find.rule, id(find) in good) for find in given),
    )


def added(scores: Iterable[Score]) -> Score:
    """Return the scores of several texts as one."""
    together = tuple(scores)
    names = dict.fromkeys(name for score in together for name in score.measures)
    return Score(
        measures={name: _sum(score.measures.get(name, Measure()) for score in together) for name in names},
        missed=tuple(find for score in together for find in score.missed),
        false=tuple(find for score in together for find in score.false),
        wrong=tuple(pair for score in together for pair in score.wrong),
        judged=tuple(each for score in together for each in score.judged),
    )


def _sum(measures: Iterable[Measure]) -> Measure:
    """Add up counts."""
    rows = [(measure.recalled, measure.gold, measure.correct, measure.found) for measure in measures]
    return Measure(*(sum(column) for column in zip(*rows, strict=True)))
