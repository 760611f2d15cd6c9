from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.load.builds import write_build
from tests.oxigraph import oxigraph_or_skip
from tests.running import kg

GRAPHS = {"document/a": ["a"], "entities": ["p"], "dataset": ["@dataset"]}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with oxigraph_or_skip() as address:
        yield address


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return write_build(tmp_path / "output", GRAPHS)


def test_a_load_says_what_it_did_and_how_the_store_is_asked(url: str, output: Path) -> None:
    first = kg("load", url, output)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout == (
        f"3 statements were sent to Oxigraph at {url}; the build has 3.\n"
        "3 graphs went whole, 0 in part, 0 were removed, 0 were there already.\n"
        "How it asks all graphs at once: add union-default-graph to the address of a query, "
        "or start the server with --union-default-graph.\n"
    )
    write_build(output, {"document/a": ["b"], "entities": ["q"], "links": ["l"]})
    told = kg("load", url, output, "--dry-run")
    assert told.stdout == (
        "replace          1  graph/document/a\n"
        "add              1  graph/links\n"
        "change              graph/entities\n"
        "remove              graph/dataset\n"
        f"Nothing was sent. 0 graphs are in Oxigraph at {url} already.\n"
    )
    second = kg("load", url, output)
    assert second.stdout.startswith(
        f"4 statements were sent to Oxigraph at {url}; the build has 3.\n2 graphs went whole, 1 in part, 1 were removed"
    )
    assert "does not see the graphs" in second.stderr, "the description is gone"


def test_a_store_that_was_loaded_in_its_own_way_is_taken_over(url: str, output: Path, tmp_path: Path) -> None:
    kg("load", url, output)
    elsewhere = write_build(tmp_path / "again", GRAPHS | {"links": ["l"]})
    told = kg("load", url, elsewhere, "--adopt")
    assert told.stdout.startswith(
        f"3 graphs of the build are in Oxigraph at {url}; 1 are not there as they should be, and go with the next load."
    )
    assert kg("load", url, elsewhere).stdout.startswith("1 statements were sent")


def test_a_folder_that_is_no_build_is_told(url: str, tmp_path: Path) -> None:
    told = kg("load", url, tmp_path)
    assert told.exit_code == 1
    assert "is no build. Build first" in told.stderr


def test_a_kind_of_store_that_is_not_known_is_wrong_usage() -> None:
    assert kg("load", "http://localhost:1", "--store", "drawer").exit_code == 2
