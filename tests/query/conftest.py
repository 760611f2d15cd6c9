"""A small data set with everything the questions ask about, and a real server to ask it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.query.store import Data, open_data
from tests.oxigraph import oxigraph_or_skip

HARBOUR = Path(__file__).parent / "harbour"


@pytest.fixture(scope="session")
def harbour() -> Path:
    """The folder of two invented documents: data.trig, their texts, and expected.json."""
    return HARBOUR


@pytest.fixture(scope="session")
def data() -> Data:
    """The two documents, opened."""
    return open_data(HARBOUR / "data.trig")


@pytest.fixture(scope="session")
def expected() -> dict[str, list[list[str]]]:
    """The rows each question must give, IRIs shortened, unbound values empty, in the order of the question."""
    rows: dict[str, list[list[str]]] = json.loads((HARBOUR / "expected.json").read_text(encoding="utf-8"))
    return rows


@pytest.fixture(scope="session")
def oxigraph() -> Iterator[str]:
    """The address of an empty Oxigraph server on this machine, in memory: it ends with the tests."""
    with oxigraph_or_skip() as url:
        yield url
