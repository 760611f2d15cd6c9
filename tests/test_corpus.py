"""All documents beside the project can be read, whatever stands in them: no rule breaks on a page nobody looked at."""

from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from kg.build.job import Failed
from kg.build.reading import How, read_file


def test_every_document_of_the_corpus_is_read_or_refused_in_words(shared: Path, tmp_path: Path) -> None:
    files = sorted(path for path in (shared / "corpus").rglob("*") if path.is_file())
    how = How(tmp_path, "corpus", model="none")
    with ProcessPoolExecutor(2) as pool:
        read = list(pool.map(partial(_is_read, how=how), files, chunksize=4))
    assert sum(read) > len(files) / 2  # the rest are tables and notices, which are refused


def _is_read(path: Path, how: How) -> bool:
    """Say whether some document of a file was read; an error of a rule is raised, and names the file."""
    return any(not isinstance(each, Failed) for each in read_file(path, path.name, how))
