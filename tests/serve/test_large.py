"""Large data is served from a store on disk, which many questions at once read without copying it."""

import gzip
from pathlib import Path

import pytest

from kg.query.store import LARGE, kept
from kg.serve.limits import Limits
from tests.serve.serving import TOMBSTONE, Site, serving, write_build

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
COMMENT = b"#" * 99 + b"\n"
BYTES = 14  # of a packed dump, to be taken for one more statement


def test_large_data_is_served_from_a_store_on_disk(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    built = write_build(tmp_path / "out", TOMBSTONE)
    with (built / "data.nq.gz").open("ab") as dump:
        dump.write(gzip.compress(COMMENT * (LARGE * BYTES // len(COMMENT)), compresslevel=0))
    with serving(built, Limits(at_once=3)) as large:
        for _ in range(5):
            assert large.query(COUNT).text == site.query(COUNT).text
        assert (
            large.ask("/harbour/person/lindqvist-anna/index.ttl").text
            == site.ask("/harbour/person/lindqvist-anna/index.ttl").text
        )
    assert len(list(kept().glob("*/*/CURRENT"))) == 1


def test_small_data_leaves_nothing_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "cache"))
    with serving(write_build(tmp_path / "out", TOMBSTONE), Limits(at_once=1)) as small:
        assert small.query("ASK {}").status == 200
    assert not kept().exists()
