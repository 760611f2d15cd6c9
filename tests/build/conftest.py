"""A corpus of two small pages, and builds of it without the language model."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import Options, Summary, build

PAGE = """March 4, 1957
**Notes from the Session of the Board on 4 March 1957**

Citation:

"Notes from the Session of the Board on 4 March 1957", March 4, 1957, Example Digital Archive, RGANI, F. {fond}, Op. 2,
D. 3, Ll. 4-5. \\ <https://example.org/document/{number}>

Original Language:

Russian

Contents:

Translation - English

Notes from the Session of the Board on 4 March 1957. Those Taking Part: Anna Weiss, Brandl, Castel. On the Barges(1)\
Cde. Brandl—they lie in the harbour. Cde. Weiss—let them lie until 6 March.(2)Translator's Notes1 The barges are those
of \\ RGANI, F. {fond}, Op. 2, D. 9, L. 1ob.2 They left on 7 March 1957.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus folder with settings and two pages."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "kg.toml").write_text(
        '[dataset]\nbase = "https://example.org/barges/"\ntitle = "Barges"\ndate = "2026-01-02"\n'
    )
    for number in (1, 2):
        (folder / f"page-{number}.txt").write_text(PAGE.format(number=100 + number, fond=30 + number), encoding="utf-8")
    return folder


Build = Callable[..., Summary]


@pytest.fixture
def built(corpus: Path, tmp_path: Path) -> Build:
    """Build the corpus, or other sources, into `tmp_path / "output"`."""

    def run(*sources: Path, output: Path | None = None, **options: object) -> Summary:
        chosen = Options(**{"workers": 1, "cache": tmp_path / "cache", "model": "none", **options})  # type: ignore[arg-type]
        return build(sources or (corpus,), output or tmp_path / "output", chosen)

    return run
