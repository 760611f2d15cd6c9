"""What is found in the documents that have gold is as good as `quality.toml` says, or better."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate.evaluation import evaluate, totals
from kg.evaluate.measure import figure
from kg.query.store import open_data

ROOT = Path(__file__).parents[1]
FLOORS: dict[str, Any] = tomllib.loads((ROOT / "tests" / "quality.toml").read_text(encoding="utf-8"))
SETS = {name: entry for name, entry in FLOORS.items() if "build" in entry}


@pytest.mark.parametrize("name", SETS)
def test_no_figure_is_below_its_floor(name: str, request: pytest.FixtureRequest) -> None:
    build = request.getfixturevalue(SETS[name]["build"])
    scores = evaluate([ROOT / path for path in SETS[name]["gold"]], open_data(build))
    assert [each.name for each in scores if each.absent] == []
    measured = {
        (of, label): figure(measure)
        for of, score in totals(scores).items()
        for label, measure in score.measures.items()
    }
    floors = {(of, label): floor for of, labels in SETS[name]["floors"].items() for label, floor in labels.items()}
    below = {
        " ".join(key): (measured.get(key), floor) for key, floor in floors.items() if (measured.get(key) or 0) < floor
    }
    assert not below, f"measured and floor: {below}"


@pytest.mark.parametrize("name", [name for name in SETS if name != "volume"])  # which has citations only
def test_every_class_has_a_floor(name: str) -> None:
    assert set(SETS[name]["floors"]) >= {
        "document",
        "people",
        "places",
        "dates",
        "citations",
        "works",
        "events",
        "notes",
    }
