import hashlib
import json
from pathlib import Path

import pytest

from kg.rdf import confidence
from tests.running import kg

HARBOUR = Path(__file__).parents[1] / "query" / "harbour"


def of_people(path: Path, name: str, text: str, *people: str) -> Path:
    """Write a gold file about a text that asks for people alone, each at the first place where the name stands."""
    empty: tuple[str, ...] = (
        "organisations",
        "places",
        "dates",
        "archival_citations",
        "cited_works",
        "events",
        "speech_turns",
    )
    empty += ("agenda", "notes", "note_anchors")
    persons = [
        {
            "id": person.lower(),
            "name": person,
            "roles": [],
            "mentions": [{"start": text.index(person), "end": text.index(person) + len(person), "text": person}],
        }
        for person in people
    ]
    document = {"path": name, "sha256": hashlib.sha256(text.encode()).hexdigest(), "title": "", "date": ""}
    path.write_text(
        json.dumps({"document": document, "persons": persons} | {part: [] for part in empty}), encoding="utf-8"
    )
    return path


@pytest.fixture
def data() -> Path:
    """The data about two invented documents."""
    return HARBOUR / "data.trig"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Gold for one of them: two people are there, one is not found in the data."""
    text = next(path for path in sorted(HARBOUR.rglob("*.txt")) if "PRESENT" in path.read_text(encoding="utf-8"))
    return of_people(
        tmp_path / "harbour.gold.json", "harbour.txt", text.read_text(encoding="utf-8"), "Lindqvist", "Fjord"
    )


def test_a_table_and_what_was_missed_are_printed(gold: Path, data: Path) -> None:
    result = kg("evaluate", gold, "--output", data)
    assert result.exit_code == 0
    assert result.stdout.startswith("1 text\n")
    assert [line.split()[:4] for line in result.stdout.splitlines() if line.startswith("people         overlap")] == [
        ["people", "overlap", "0.200", "0.500"]
    ]
    assert "people, missed: 1\n  harbour.txt " in result.stdout
    assert "“Fjord”" in result.stdout


def test_nothing_is_listed_where_none_is_asked_for(gold: Path, data: Path) -> None:
    assert "missed" not in kg("evaluate", gold, "-o", data, "--misses", 0).stdout


def test_each_file_may_have_its_table(gold: Path, data: Path) -> None:
    assert kg("evaluate", gold, "-o", data, "--by-file", "--misses", 0).stdout.startswith("harbour.txt\n")


def test_json_has_everything(gold: Path, data: Path) -> None:
    result = json.loads(kg("evaluate", gold, "-o", data, "--json").stdout)
    assert result["total"]["people"]["measures"]["overlap"]["recall"] == 0.5


def test_a_text_that_the_build_lacks_is_named_and_counts(gold: Path, data: Path, tmp_path: Path) -> None:
    lost = of_people(tmp_path / "lost.gold.json", "lost.txt", "Nobody", "Nobody")
    result = kg("evaluate", gold, lost, "-o", data, "--misses", 0)
    assert "lost.txt is not in" in result.stderr
    assert "2 texts" in result.stdout


def test_a_tei_file_is_judged_without_a_build(tmp_path: Path) -> None:
    path = tmp_path / "report.xml"
    body = '<p>On <date when="1944-04-02">2 April 1944</date> they left.</p>'
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>', "utf-8")
    result = kg("evaluate", path, "-o", tmp_path / "none", "--misses", 0, "--json")
    assert json.loads(result.stdout)["total"]["dates"]["measures"]["value"]["f1"] == 1


def test_calibration_writes_the_table_that_builds_read(
    gold: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confidence, "PATH", tmp_path / "confidence.toml")
    result = kg("evaluate", gold, "-o", data, "--misses", 0, "--calibrate")
    table = confidence.load(tmp_path / "confidence.toml")
    assert f"{len(table)} rules measured" in result.stderr
    assert table["people/list"].cases == 2


def test_a_gold_file_that_is_not_there_is_a_plain_message(data: Path, tmp_path: Path) -> None:
    result = kg("evaluate", tmp_path / "none.gold.json", "-o", data)
    assert result.exit_code == 1
    assert "There is no gold file at" in result.stderr
