"""Building: source files in, a checked and published output folder out. `pipeline` holds the stages in order."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kg.build.inputs import corpus_of, fingerprint, registry_of, unchanged
from kg.build.job import Job, Options, Progress, Summary
from kg.settings import load

__all__ = ["Options", "Progress", "Summary", "build"]


def _silent(_stage: str, _done: int, _total: int) -> None:
    """Report no progress."""


def build(
    sources: Sequence[Path],
    output: Path,
    options: Options = Options(),  # noqa: B008 (frozen)
    progress: Progress = _silent,
) -> Summary:
    """Build the sources into the output folder, whole or not at all; where nothing changed, nothing is done.

    Raises:
        KgError: nothing could be read, the settings or the output folder cannot be used, or a check failed.

    """
    corpus = corpus_of(sources, output)
    settings = load(corpus.folder)
    corpus = replace(corpus, files=tuple(file for file in corpus.files if file[1] != settings.authority))
    before = registry_of(corpus, output, settings.base)
    job = Job(corpus, settings, before, output, options, progress)
    if unchanged(output, fingerprint(job, before.read_bytes() if before.is_file() else b"")):
        return Summary(unchanged=True)
    from kg.build.pipeline import run  # noqa: PLC0415 (two seconds of patterns, for a build that has something to do)

    return run(job)
