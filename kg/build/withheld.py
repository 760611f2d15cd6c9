"""Between mapping and checks: the lines of records whose texts are withheld are cut to what may be told of them."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from kg.build.job import Job
from kg.build.mapping import Ground, Mapped, load_texts, merged
from kg.build.pool import map_all
from kg.build.reading import Read
from kg.errors import ISSUES
from kg.model import Issue
from kg.publish.withhold import Heads, heads, said, to_cut, withheld
from kg.rdf.dataset import Tally

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Task:
    """The batches of lines of a record, and the keys of its readings. What is written goes into the first batch."""

    batches: tuple[Path, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Ground:
    """The cache of readings, what is told whatever happens, what can be cut, and what was decided to be cut."""

    readings: Path
    fixed: Heads
    cuttable: Heads
    cut: frozenset[str] = frozenset()


_ground: _Ground


def withheld_records(reads: Iterable[Read], texts: str) -> frozenset[str]:
    """Return the keys of the records that are withheld: by what a text says of itself, else by `texts` of the corpus.

    A record is withheld with any of its texts, and with it every record that has the very same text.
    """
    reads = tuple(reads)
    hidden = {read.sha256 for read in reads if (read.texts or texts) == "withhold"}
    return frozenset(read.document for read in reads if read.sha256 in hidden)


def withhold(
    job: Job,
    ground: Ground,
    records: Mapping[str, Sequence[Read]],
    mapped: Sequence[Mapped],
    shared: Sequence[str],
    keys: Collection[str],
) -> tuple[list[Mapped], list[str]]:
    """Cut the lines of the records with these keys, and what all share of their words; return both as they are now."""
    if not keys:
        return list(mapped), list(shared)
    places = [number for number, key in enumerate(records) if key in keys]
    texts = list(records.values())
    tasks = [_Task(mapped[n].lines, tuple(text.key for text in texts[n])) for n in places]
    fixed, cuttable = said(shared)
    first = _all(job, _cut_alone, tasks, _Ground(ground.readings, heads(fixed), heads(cuttable)))
    fixed |= {stem for found, _ in first for stem in found}
    cuttable |= {stem for _, found in first for stem in found}
    tasks = [replace(task, batches=task.batches[:1]) for task in tasks]
    second = _all(job, _cut_across, tasks, _Ground(ground.readings, heads(fixed), heads(cuttable - fixed)))
    cut = frozenset(stem for found in second for stem in found)
    tallies = _all(job, _write, tasks, _Ground(ground.readings, {}, {}, cut))
    now = list(mapped)
    for number, tally in zip(places, tallies, strict=True):
        now[number] = replace(mapped[number], lines=mapped[number].lines[:1], tally=tally)
    return now, sorted(set(withheld(shared, cut, shared=True)))


def _all(job: Job, work: Callable[[_Task], Result], tasks: Sequence[_Task], ground: _Ground) -> list[Result]:
    workers, progress = job.options.workers, job.progress
    return map_all("withhold", work, tasks, workers=workers, progress=progress, prepare=_prepare, given=(ground,))


def unquoted(issues: Iterable[Issue], sources: Collection[str]) -> list[Issue]:
    """Return issues so that those of the withheld sources say where, and quote nothing."""
    return [_without_words(issue) if issue.source in sources else issue for issue in issues]


def _without_words(issue: Issue) -> Issue:
    where = f" At {issue.span.start}-{issue.span.end}." if issue.span else ""
    return replace(issue, message=f"{ISSUES[issue.code]}{where} The text is withheld.", span=None)


def _prepare(ground: _Ground) -> None:
    """Lay the ground in this process."""
    global _ground  # noqa: PLW0603  a worker process is told once, not with every task
    _ground = ground


def _cut_alone(task: _Task) -> tuple[set[str], set[str]]:
    """Cut what one record says to its tenth; return what it still says: words that must stand, and others."""
    lines = list(merged(task.batches))
    fixed, cuttable = said(lines)
    always = heads(fixed.union(*_ground.fixed.values()))
    lines = list(withheld(lines, to_cut(_texts(task), always, _ground.cuttable, heads(cuttable))))
    task.batches[0].write_text("".join(lines), encoding="utf-8", newline="\n")
    return said(lines)


def _cut_across(task: _Task) -> frozenset[str]:
    """Return what must be cut everywhere, since other records that are withheld say words of this one's text too."""
    return to_cut(_texts(task), _ground.fixed, _ground.cuttable)


def _write(task: _Task) -> Tally:
    """Write the lines as they are to be published, and count them."""
    lines = sorted(set(withheld(merged(task.batches), _ground.cut)))
    task.batches[0].write_text("".join(lines), encoding="utf-8", newline="\n")
    tally = Tally()
    tally.add(lines)
    return tally


def _texts(task: _Task) -> list[str]:
    return [reading.document.text for reading in load_texts(_ground.readings, task.keys)]
