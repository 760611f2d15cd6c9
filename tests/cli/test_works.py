import json
from pathlib import Path

import pytest

from tests.running import kg

DATA = str(Path(__file__).parents[1] / "query" / "harbour" / "data.trig")


@pytest.mark.parametrize(
    ("words", "begins"),
    [((), "[\n"), (("--format", "bibtex"), "@book{lamps-of-the-north-1949,\n"), (("-f", "ris"), "TY  - BOOK\n")],
)
def test_a_bibliography_is_printed_in_the_format_asked_for(words: tuple[str, ...], begins: str) -> None:
    done = kg("works", DATA, *words)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(begins)


def test_csl_is_json() -> None:
    (lamps,) = json.loads(kg("works", DATA).stdout)
    assert lamps["editor"] == [{"family": "Berg", "given": "Ida"}]


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    done = kg("works", tmp_path / "absent")
    assert done.exit_code == 1
    assert "Build first" in done.stderr
