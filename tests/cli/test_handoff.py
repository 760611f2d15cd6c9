"""`kg handoff`: links and new people with their references."""

import csv
from pathlib import Path

from click.testing import CliRunner

from kg.cli import main

HARBOUR = Path(__file__).parents[1] / "query" / "harbour" / "data.trig"
BASE = "http://localhost:8000/harbour/"


def handoff(path: Path, form: str) -> str:
    result = CliRunner().invoke(main, ["handoff", str(path), "--format", form])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_links_and_new_people_become_commands_with_references(tmp_path: Path) -> None:
    linked = tmp_path / "linked.trig"
    link = "<person/lindqvist-anna> <https://schema.org/sameAs> <http://www.wikidata.org/entity/Q900000001> .\n"
    linked.write_text(HARBOUR.read_text(encoding="utf-8") + link, encoding="utf-8")
    lines = [line.split("\t") for line in handoff(linked, "quickstatements").splitlines()]
    (described,) = [line for line in lines if line[0] == "Q900000001"]
    assert described[1:3] == ["P973", f'"{BASE}person/lindqvist-anna"']
    assert described[3] == "S854"
    assert "Lindqvist" in described[6]
    new = lines.index(["LAST", "Len", '"Pavel Orlov"'])
    assert lines[new - 1] == ["CREATE"]
    assert lines[new + 1][:4] == ["LAST", "P31", "Q5", "S854"]
    assert all(line.count('"') in (0, 2) for row in lines for line in row)


def test_a_table_for_openrefine_names_record_and_words() -> None:
    rows = list(csv.DictReader(handoff(HARBOUR, "openrefine").splitlines()))
    anna = next(row for row in rows if row["iri"] == f"{BASE}person/lindqvist-anna")
    assert (anna["name"], anna["type"], anna["wikidata"]) == ("Anna Lindqvist", "Person", "Q999000001")
    assert anna["record"]
    assert "Lindqvist" in anna["quotation"]
