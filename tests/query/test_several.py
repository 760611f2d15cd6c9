"""Several builds asked together: two archives, each with a base of its own."""

import gzip
import json
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from kg.errors import QueryError
from kg.query import store
from kg.query.library import question
from kg.query.run import Rows, run
from kg.query.store import Data, open_all
from kg.query.things import find, spoken

HARBOUR, QUAY = "http://localhost:8000/harbour/", "http://localhost:8000/quay/"


def build(harbour: Path, folder: Path, base: str, registry: str) -> Path:
    """A build as `kg build` lays it out, of the documents of the harbour under a base of its own."""
    trig = (harbour / "data.trig").read_text(encoding="utf-8").replace(HARBOUR, base)
    folder.mkdir()
    quads = serialize(parse(trig, RdfFormat.TRIG), format=RdfFormat.N_QUADS)
    (folder / "data.nq.gz").write_bytes(gzip.compress(quads or b"", mtime=0))
    (folder / "manifest.json").write_text(json.dumps({"base": base}))
    (folder / "registry.jsonl").write_text(registry)
    return folder


@pytest.fixture(scope="module")
def folders(harbour: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("several")
    return build(harbour, folder / "first", HARBOUR, "1"), build(harbour, folder / "second", QUAY, "2")


@pytest.fixture(scope="module")
def both(folders: tuple[Path, Path]) -> Data:
    return open_all(folders)


def rows(data: Data, name: str) -> list[list[str]]:
    found = run(data, question(name).text)
    assert isinstance(found, Rows)
    return [[spoken(term, data.base) for term in row] for row in found.rows]


def test_names_of_several_builds_stay_whole(both: Data, folders: tuple[Path, Path]) -> None:
    assert (both.base, both.bases, both.folder, both.folders) == ("", (HARBOUR, QUAY), None, folders)


def test_one_person_is_found_in_both_by_the_identity_link(both: Data) -> None:
    found = [(row[1], row[3]) for row in rows(both, "same-person")]
    assert found == [
        (f"{base}person/lindqvist-anna", f"{base}document/harbour-{number}")
        for base in (HARBOUR, QUAY)
        for number in (101, 102)
    ]


def test_one_file_is_found_in_both_by_its_shelfmark(both: Data) -> None:
    across = {(row[0], row[1], row[3]) for row in rows(both, "same-file") if not row[3].startswith(row[1][:27])}
    letters = (f"{HARBOUR}document/harbour-102", f"{QUAY}document/harbour-102")
    assert ("TNA, FO 371/9", *letters) in across
    assert {row[0] for row in across} == {"TNA, FO 371/9", "RGANI, f. 5, op. 30, d. 12", "TsKhSD, f. 5, op. 30, d. 12"}


def test_a_path_that_both_have_must_be_given_whole(both: Data) -> None:
    with pytest.raises(QueryError, match=r"2 builds have person/maas-b\. Name one whole:\n  http://localhost"):
        find(both, "person/maas-b")
    assert find(both, f"{QUAY}person/maas-b").value == f"{QUAY}person/maas-b"


def test_builds_of_one_base_and_two_registries_are_refused(
    harbour: Path, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    other = build(harbour, tmp_path / "other", HARBOUR, "3")
    with pytest.raises(QueryError, match="from different registries"):
        open_all([folders[0], other])
    same = build(harbour, tmp_path / "same", HARBOUR, "1")
    assert open_all([folders[0], same]).base == HARBOUR
    assert open_all([folders[0], harbour / "data.trig"]).base == HARBOUR  # a dump by itself has no registry


def test_large_data_is_kept_in_a_store_on_disk(
    folders: tuple[Path, Path], both: Data, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LARGE", 10)
    first = open_all(folders, tmp_path)
    (place,) = tmp_path.glob("*/*")
    again = open_all(folders, tmp_path)
    assert list(tmp_path.glob("*/*")) == [place]
    assert rows(first, "participants") == rows(again, "participants") == rows(both, "participants")


def test_a_store_of_what_the_files_held_before_goes(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LARGE", 10)
    dump, other = tmp_path / "data.nq.gz", tmp_path / "other.nq.gz"
    kept = tmp_path / "kept"
    for path in (dump, other):
        path.write_bytes((folders[0] / dump.name).read_bytes())
        open_all([path], kept)
    before = set(kept.glob("*/*"))
    dump.write_bytes((folders[1] / dump.name).read_bytes())
    assert open_all([dump], kept).base == QUAY
    assert len(before) == len(set(kept.glob("*/*"))) == 2
    assert len(before & set(kept.glob("*/*"))) == 1


def test_a_store_that_is_damaged_says_what_to_do(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LARGE", 10)
    open_all(folders[:1], tmp_path)
    (place,) = tmp_path.glob("*/*")
    for file in place.iterdir():
        file.unlink()
    with pytest.raises(QueryError, match=r"cannot be used: .* Remove that folder, and ask again"):
        open_all(folders[:1], tmp_path)
