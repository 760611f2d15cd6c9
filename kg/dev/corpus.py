"""Texts to measure on: the examples, copied under new numbers, and the real pages beside the project, if any."""

from pathlib import Path
from typing import Final

from kg.build import Options, build

ROOT: Final = Path(__file__).parents[2]


def copies(folder: Path, number: int) -> list[Path]:
    """Write `number` copies of each example page into a folder; each has a first line of its own, so none is cached."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for copy in range(number):
        for page in pages():
            path = folder / f"{page.stem}-{copy:05}{page.suffix}"
            text = page.read_bytes().decode()
            for old in range(900_101, 900_108):  # the numbers of the examples' pages
                text = text.replace(str(old), f"{old + 1_000 * (copy + 1)}")
            path.write_text(text, encoding="utf-8", newline="")
            written.append(path)
    return written


def pages() -> list[Path]:
    """Return the example pages."""
    return sorted(path for path in (ROOT / "examples").glob("*.txt") if not path.name.startswith("README"))


def long_text(path: Path, size: int) -> Path:
    """Write the last example page again and again until the file has `size` characters; return where."""
    page = pages()[-1].read_text(encoding="utf-8")
    path.write_text("\n\n".join([page] * (size // len(page) + 1))[:size], encoding="utf-8")
    return path


def built(named: list[str], folder: Path) -> Path:
    """Return the build to measure on: the first one named, else the examples, built here without the model."""
    if named:
        return Path(named[0])
    build([ROOT / "examples"], folder / "output", Options(model="none"))
    return folder / "output"


def real() -> list[Path]:
    """Return the real pages of text beside the project; none where they are not there."""
    shared = ROOT.parent / "shared"
    return sorted(
        [*shared.glob("seed/*.txt"), *shared.glob("corpus/wilson-text/*.txt"), *shared.glob("corpus/written/*.txt")]
    )
