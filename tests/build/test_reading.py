"""What becomes of a file on which a rule breaks."""

from pathlib import Path

import pytest

from kg.build import reading
from kg.model import Analysis, Document


def _breaks(_document: Document, _analysis: Analysis) -> Analysis:
    raise LookupError("no such place")


def test_a_rule_that_breaks_stops_the_build_and_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "letter.txt"
    page.write_text("The ferry was late.", encoding="utf-8")
    monkeypatch.setattr(reading, "extractors", lambda _model: (_breaks,))
    with pytest.raises(LookupError, match="no such place") as raised:
        reading.read_file(page, page.name, reading.How(tmp_path, "letters", model="none"))
    assert raised.value.__notes__ == [
        "letter.txt brought out a fault of kg. Leave it out to read the others, and report it."
    ]
