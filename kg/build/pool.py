"""The same work for many documents, in this process or in several; results come in the order of the tasks."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from typing import Any, TypeVar

from kg.build.job import Progress

Task = TypeVar("Task")
Result = TypeVar("Result")
_A_MESSAGE = 16  # tasks that travel to a process together, so that the way there costs little


def map_all(
    stage: str,
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    *,
    workers: int,
    progress: Progress,
    prepare: Callable[..., None] | None = None,
    given: tuple[Any, ...] = (),
) -> list[Result]:
    """Return the result of each task. `prepare` is called with `given` once in every process before any work."""
    workers = min(workers or cpu_count() or 1, len(tasks))
    results: list[Result] = []
    progress(stage, 0, len(tasks))

    def gather(done: Result) -> None:
        results.append(done)
        progress(stage, len(results), len(tasks))

    if workers <= 1:
        if prepare:
            prepare(*given)
        for task in tasks:
            gather(work(task))
        return results
    chunk = max(1, min(_A_MESSAGE, len(tasks) // (workers * 4)))
    with ProcessPoolExecutor(workers, initializer=prepare, initargs=given) as pool:
        for done in pool.map(work, tasks, chunksize=chunk):
            gather(done)
    return results
