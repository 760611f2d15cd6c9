import gzip
import hashlib
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from kg.errors import QueryError
from kg.query.run import Rows, run
from kg.query.store import Data, has_evidence, open_data

LINE = "<http://localhost/x/document/a-1> <https://www.ica.org/standards/RiC/ontology#title> 'A' .\n"


def build(folder: Path, data: Data, name: str = "data.nq.gz") -> Path:
    """Make a folder that looks like a build of the data."""
    folder.mkdir()
    (folder / "manifest.json").write_text("{}")
    (folder / name).write_bytes(gzip.compress(data.store.dump(format=RdfFormat.N_QUADS) or b""))
    return folder


def test_the_quotes_of_the_test_data_are_true(data: Data, harbour: Path) -> None:
    found = run(
        data,
        "SELECT ?hash ?start ?end ?exact { ?t kgo:sha256 ?hash . ?s oa:hasSource ?t ; oa:hasSelector ?p , ?q . "
        "?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact }",
    )
    assert isinstance(found, Rows)
    assert len(found.rows) > 20
    for row in found.rows:
        sha256, start, end, exact = (getattr(term, "value", "") for term in row)
        text = (harbour / "text" / f"{sha256}.txt").read_bytes()
        assert hashlib.sha256(text).hexdigest() == sha256
        assert text.decode()[int(start) : int(end)] == exact


def test_a_build_folder_opens_by_its_zipped_quads(tmp_path: Path, data: Data) -> None:
    opened = open_data(build(tmp_path / "out", data))
    assert len(opened.store) == len(data.store)
    assert opened.base == "http://localhost:8000/harbour/"
    assert opened.folder == tmp_path / "out"


def test_a_dump_in_a_build_folder_knows_the_folder(tmp_path: Path, data: Data) -> None:
    assert open_data(build(tmp_path / "out", data) / "data.nq.gz").folder == tmp_path / "out"


@pytest.mark.parametrize("name", ["d.ttl", "d.nt", "d.nq", "d.trig", "d.ttl.gz", "d.nt.gz", "d.nq.gz", "d.trig.gz"])
def test_a_dump_opens_by_its_suffix(tmp_path: Path, name: str) -> None:
    text = LINE.replace("'", '"').encode()
    (tmp_path / name).write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
    assert len(open_data(tmp_path / name).store) == 1


def test_json_ld_opens(tmp_path: Path, data: Data) -> None:
    (tmp_path / "d.jsonld").write_bytes(data.store.dump(format=RdfFormat.JSON_LD) or b"")
    assert set(open_data(tmp_path / "d.jsonld").store) == set(data.store)


def test_evidence_is_noticed(tmp_path: Path, data: Data) -> None:
    (tmp_path / "facts.ttl").write_text(LINE)
    assert has_evidence(data)
    assert not has_evidence(open_data(tmp_path / "facts.ttl"))


def test_data_without_documents_has_no_base(tmp_path: Path) -> None:
    (tmp_path / "d.ttl").write_text(LINE)
    assert open_data(tmp_path / "d.ttl").base == ""


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"There is nothing at .*none\. Build first"):
        open_data(tmp_path / "none")
    with pytest.raises(QueryError, match=r"There is nothing at .*none\.ttl\. Name a dump that exists\."):
        open_data(tmp_path / "none.ttl")


def test_a_folder_that_is_no_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"is no build: it has no manifest\.json"):
        open_data(tmp_path)


def test_a_build_without_dumps_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    with pytest.raises(QueryError, match="has none of its dumps"):
        open_data(tmp_path)


@pytest.mark.parametrize("name", ["d.csv", "d", "d.gz", "d.csv.gz", "d.TTL"])
def test_an_unknown_suffix_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(LINE)
    with pytest.raises(QueryError, match=r"cannot be opened as a dump: its name should end in one of \.ttl"):
        open_data(tmp_path / name)


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".nq.gz"])
def test_a_broken_dump_is_named_with_its_line(tmp_path: Path, suffix: str) -> None:
    text = (LINE.replace("'", '"') + "<http://a> <http://b> oops .\n").encode()
    dump = tmp_path / f"d{suffix}"
    dump.write_bytes(gzip.compress(text) if suffix.endswith(".gz") else text)
    with pytest.raises(QueryError, match=rf"d\{suffix} is broken at line 2: "):
        open_data(dump)


def test_broken_json_ld_is_named(tmp_path: Path) -> None:
    (tmp_path / "d.jsonld").write_text('{"@id": ')
    with pytest.raises(QueryError, match=r"d\.jsonld is broken"):
        open_data(tmp_path / "d.jsonld")


@pytest.mark.parametrize("cut", [-10, 5, 12])
def test_a_cut_off_zip_is_broken(tmp_path: Path, cut: int) -> None:
    (tmp_path / "d.nq.gz").write_bytes(gzip.compress(LINE.encode() * 50)[:cut])
    with pytest.raises(QueryError, match=r"d\.nq\.gz is broken"):
        open_data(tmp_path / "d.nq.gz")


def test_a_file_that_is_no_zip_is_broken(tmp_path: Path) -> None:
    (tmp_path / "d.nq.gz").write_text(LINE)
    with pytest.raises(QueryError, match=r"d\.nq\.gz is broken: Not a gzipped file"):
        open_data(tmp_path / "d.nq.gz")
