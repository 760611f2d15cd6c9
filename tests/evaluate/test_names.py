"""Mentions put together are scored by pairs and by B³."""

import gzip
import json
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.evaluate.names import evaluate_names, score
from tests.running import kg

ROOT = Path(__file__).parents[2]
TABLE = """person,name,volume,year
1,"Weiss, Anna",v1,1951
1,"Weiss, Anna M.",v2,1953
1,Dr. Anna Weiss,v3,
2,"Weiss, Otto",v1,1951
2,"Weiss, Otto",v2,1990
"""


def test_pairs_and_b3_are_counted_as_defined() -> None:
    scores = score("aabb", [1, 1, 1, 2])
    assert (scores.precision, scores.recall) == (1 / 3, 1 / 2)
    assert scores.b3_precision == pytest.approx(2 / 3)
    assert scores.b3_recall == 0.75


def test_a_table_is_scored_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "names.csv.gz"
    path.write_bytes(gzip.compress(TABLE.encode()))
    scores = evaluate_names(path)
    assert (scores.mentions, scores.people, scores.found) == (5, 2, 3)
    assert (scores.precision, scores.recall) == (1, 0.75)
    shown = kg("evaluate", "--names", path)
    assert "precision 1.000" in shown.output
    as_json = kg("evaluate", "--names", path, "--json")
    assert json.loads(as_json.output) == asdict(scores)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"person,name\n", r":1: there is no column volume, year"),
        (b"person,name,volume,year\n1,Weiss\n", r":2: this line"),
        (b"\x1f\x8bno", "cannot be read"),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    with pytest.raises(KgError, match=words):
        evaluate_names(path)


def test_gold_or_a_table_is_asked_for() -> None:
    assert kg("evaluate").exit_code == 2


def test_known_people_are_put_together_as_well_as_before(shared: Path) -> None:
    floors = tomllib.loads((ROOT / "tests/evaluate/names.toml").read_text(encoding="utf-8"))
    scores = asdict(evaluate_names(shared / "corpus/people/name-variants.csv.gz"))
    assert {name: scores[name] for name in floors if scores[name] < floors[name]} == {}
