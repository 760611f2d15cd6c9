import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import LoadError
from kg.load.changes import JOURNAL, OPEN, Held, State, difference, locked, plan, quads, shared, state_of, survey

BASE = "http://localhost:8000/pier/"
URL = "http://127.0.0.1:7878"


def graph(name: str) -> str:
    return f"{BASE}graph/{name}"


def packed(path: Path, lines: list[str]) -> Path:
    path.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode()))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("changes")


@given(before=st.sets(st.text("abč", min_size=1, max_size=3)), after=st.sets(st.text("abč", min_size=1, max_size=3)))
def test_a_difference_is_all_that_one_has_and_the_other_has_not(
    before: set[str], after: set[str], folder: Path
) -> None:
    old, new = packed(folder / "old.gz", sorted(before)), packed(folder / "new.gz", sorted(after))
    changes = list(difference(old, new))
    assert sorted(line[:-1] for sign, line in changes if sign == "-") == sorted(before - after)
    assert sorted(line[:-1] for sign, line in changes if sign == "+") == sorted(after - before)


def test_lines_that_are_not_sorted_are_refused(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="not sorted"):
        list(difference(packed(tmp_path / "a.gz", ["b", "a"]), packed(tmp_path / "b.gz", [])))


def test_a_line_without_a_graph_of_the_build_is_refused() -> None:
    with pytest.raises(LoadError, match="no graph of this build"):
        list(quads([b"<a:a> <a:b> <a:c> .\n"], BASE))


def test_a_survey_counts_each_graph_and_keeps_the_lines_of_shared_ones(tmp_path: Path) -> None:
    names = ("document/a", "entities", "document/a", "links")
    lines = [f'<a:{n}> <a:b> "x > {n}"@en <{graph(name)}> .\n'.encode() for n, name in enumerate(names)]
    found = survey(lines, BASE, tmp_path)
    assert {name: held.triples for name, held in found.items()} == {
        graph("document/a"): 2,
        graph("entities"): 1,
        graph("links"): 1,
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["entities.nt.gz", "links.nt.gz"]
    assert gzip.decompress((tmp_path / "links.nt.gz").read_bytes()) == b'<a:3> <a:b> "x > 3"@en .\n'


@pytest.mark.parametrize(
    ("name", "expected"),
    [("entities", True), ("dataset", True), ("document/a", False), ("evidence/a", False)],
)
def test_graphs_of_one_document_are_not_shared(name: str, *, expected: bool) -> None:
    assert shared(graph(name), BASE) is expected


def test_a_plan_trusts_its_memory_only_as_far_as_the_store_agrees(tmp_path: Path) -> None:
    names = ("same", "other", "shrunk", "lost", "open", "new")
    state = State(tmp_path, {graph(name): Held("1", 5) for name in (*names[:4], "gone")} | {graph("open"): OPEN})
    build = {graph(name): Held("2" if name == "other" else "1", 5) for name in names}
    stored = {graph("same"): 5, graph("other"): 5, graph("shrunk"): 4, graph("open"): 5, graph("gone"): 5}
    todo = plan(build, state, stored)
    assert todo.whole == {graph(name) for name in ("other", "shrunk", "lost", "open", "new")}
    assert todo.absent == {graph("lost"), graph("new")}
    assert (todo.gone, todo.unchanged, todo.partly) == ((graph("gone"),), 1, ())
    state.kept(graph("other")).write_bytes(b"")
    assert plan(build, state, stored).partly == (graph("other"),)


def test_what_is_noted_is_remembered_but_for_a_line_that_broke_off(tmp_path: Path) -> None:
    with locked(tmp_path / "output", URL) as state:
        state.note("a", Held("1", 2))
        state.note("b", Held("2", 3))
        state.note("a", None)
        with (state.folder / JOURNAL).open("a") as journal:
            journal.write('["c", {"dig')
    assert state_of(tmp_path / "output", URL).graphs == {"b": Held("2", 3)}
    with locked(tmp_path / "output", URL) as state:
        state.note("d", OPEN)
    assert state_of(tmp_path / "output", URL).graphs == {"b": Held("2", 3), "d": OPEN}
    assert state_of(tmp_path / "output", URL + "/other").graphs == {}


def test_two_loads_into_one_store_do_not_meet(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "output", URL),
        pytest.raises(LoadError, match="just being loaded"),
        locked(tmp_path / "output", URL),
    ):
        pass


def test_a_place_where_nothing_can_be_remembered_is_named(tmp_path: Path) -> None:
    (tmp_path / ".output.loaded").write_text("")
    with pytest.raises(LoadError, match="cannot be remembered"), locked(tmp_path / "output", URL):
        pass
