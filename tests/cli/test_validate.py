"""`kg validate` on a build, and on builds from which something was taken away."""

import gzip
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.running import kg

Lines = list[str]
KGO = "https://w3id.org/archival-kg/ontology#"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
START = "<http://www.w3.org/ns/oa#start>"
END = "<http://www.w3.org/ns/oa#end>"
CITED = "<http://purl.org/spar/cito/hasCitedEntity>"


def without(predicate: str, subject: str = "") -> Callable[[Lines], Lines]:
    def change(lines: Lines) -> Lines:
        return [line for line in lines if not (f" {predicate} " in line and subject in line.split(" ", 1)[0])]

    return change


def turned_round(lines: Lines) -> Lines:
    """Give one span the end that lies before its start."""
    number = next(i for i, line in enumerate(lines) if f" {END} " in line)
    lines[number] = re.sub(r'"\d+"', '"0"', lines[number], count=1)
    return lines


def another_word(lines: Lines) -> Lines:
    number = next(i for i, line in enumerate(lines) if "/ns/oa#exact> " in line)
    lines[number] = re.sub(r'"(.*)"', '"something else"', lines[number], count=1)
    return lines


CHANGES = {
    "labels of people": (without(LABEL, "/person/"), "A person must have exactly one label"),
    "hashes of texts": (without(f"<{KGO}sha256>"), "A text must have exactly one SHA-256"),
    "starts of selectors": (without(START), "A position must have exactly one start"),
    "cited entities": (without(CITED), "must point to exactly one"),
    "a span turned round": (turned_round, "a whole number below its end"),
    "a quotation that is not there": (another_word, "not 'something else'"),
}


@pytest.fixture
def broken(examples_build: Path, tmp_path: Path) -> Callable[[Callable[[Lines], Lines]], Path]:
    """A copy of the examples' quads, with texts beside it, after a change."""

    def make(change: Callable[[Lines], Lines]) -> Path:
        with gzip.open(examples_build / "data.nq.gz", "rt", encoding="utf-8") as quads:
            lines = change(quads.read().splitlines())
        (tmp_path / "data.nq").write_text("\n".join(lines) + "\n", encoding="utf-8")
        shutil.copytree(examples_build / "text", tmp_path / "text")
        return tmp_path / "data.nq"

    return make


@pytest.mark.parametrize("name", ["", "data.ttl", "data.jsonld", "data.nq.gz"])
def test_a_build_and_each_of_its_dumps_pass(examples_build: Path, name: str) -> None:
    result = kg("validate", examples_build / name)
    assert result.exit_code == 0, result.output
    assert "No faults" in result.stdout


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_taken_away_is_missed(broken: Callable[[Callable[[Lines], Lines]], Path], name: str) -> None:
    change, word = CHANGES[name]
    result = kg("validate", broken(change))
    assert result.exit_code == 1
    assert word in result.stdout
    assert "What to do" in result.stdout


def test_json_lists_each_finding(broken: Callable[[Callable[[Lines], Lines]], Path]) -> None:
    findings = json.loads(kg("validate", broken(another_word), "--json").stdout)
    assert [finding["severity"] for finding in findings] == ["Violation"]


def test_the_report_can_be_a_page(broken: Callable[[Callable[[Lines], Lines]], Path], tmp_path: Path) -> None:
    kg("validate", broken(another_word), "--html", str(tmp_path / "report.html"))
    assert "something else" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_file_without_texts_beside_it_says_what_was_not_checked(examples_build: Path, tmp_path: Path) -> None:
    shutil.copy(examples_build / "data.ttl", tmp_path)
    result = kg("validate", tmp_path / "data.ttl")
    assert result.exit_code == 0
    assert "quotations were not compared" in result.stderr
