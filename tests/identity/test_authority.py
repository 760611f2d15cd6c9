"""Files of authorities: records, their index, and the starter that travels with the program."""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.errors import SettingsError
from kg.identity.authority import (
    Authority,
    Record,
    dump_records,
    life_of,
    make_index,
    names_of,
    open_authority,
    read_records,
)
from kg.identity.starter import STARTER

SOURCES = Path(__file__).with_name("starter_sources.csv")
HARBOUR = (
    Record(label="Ada Kestrel", qid="Q900000001", kind="person", birth=1901, death=1977, sources=("invented",)),
    Record(label="Port Sable", qid="Q900000002", aliases=("Sablehaven",), kind="territory", sources=("invented",)),
    Record(label="Bargemen's Union", kind="org", identifiers={"viaf": "000"}),
    Record(label="Sable Crisis of 1957", qid="Q900000003", kind="event", year=1957, sources=("invented",)),
)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    make_index(HARBOUR, tmp_path / "index.sqlite")
    return Authority(tmp_path / "index.sqlite")


def test_each_row_of_the_starter_has_a_source_that_is_known() -> None:
    known = {line.partition(",")[0] for line in SOURCES.read_text(encoding="utf-8").splitlines()[1:]}
    rows = tuple(read_records(STARTER))
    assert len(rows) > 300
    assert [row.label for row in rows if not row.sources or not set(row.sources) <= known] == []
    assert len({row.qid for row in rows}) == len(rows)


@pytest.mark.parametrize("packed", [False, True])
def test_an_authority_opens_from_lines_plain_or_gzipped(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001
    content = dump_records(HARBOUR).encode()
    path = tmp_path / "harbour.jsonl"
    path.write_bytes(gzip.compress(content) if packed else content)
    first = open_authority(path, tmp_path / "cache")
    assert first.records() == HARBOUR
    again = open_authority(path, tmp_path / "cache")
    assert again.path == first.path
    assert open_authority(first.path, tmp_path / "elsewhere").records() == HARBOUR


def test_an_index_made_by_other_word_lists_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "harbour.sqlite"
    make_index(HARBOUR, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE made SET rules = 'other'")
        connection.execute("DELETE FROM name")
    opened = open_authority(path, tmp_path / "cache")
    assert opened.path.parent == tmp_path / "cache"
    assert [record.label for record in opened.named("Port Sable")] == ["Port Sable"]


def test_records_are_found_by_whole_name_by_surname_by_words_and_by_beginning(authority: Authority) -> None:
    assert [r.label for r in authority.named("the sablehaven")] == ["Port Sable"]
    assert [r.label for r in authority.bearing("kestrel")] == ["Ada Kestrel"]
    assert [r.label for r in authority.happening("the 1957 Sable Crisis")] == ["Sable Crisis of 1957"]
    assert [r.label for r in authority.starting("sable", 9)] == ["Port Sable", "Sable Crisis of 1957"]
    assert [r.label for r in authority.item("Q900000001")] == ["Ada Kestrel"]
    assert authority.named("?") == ()
    assert len(authority) == len(HARBOUR)


def test_names_stand_once_with_the_label_first() -> None:
    record = Record(label="A", aliases=("B", "A"), alias_lang={"ru": ("В", "B")})
    assert names_of(record) == ("A", "B", "В")


def test_a_year_to_come_is_no_year_of_death() -> None:
    assert life_of(Record(label="A", birth=1901, death=8131)) == (1901, None)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"label": "A", "qid": "Q1"}', "without its source"),
        ('{"label": "A", "qid": "35314", "sources": ["x"]}', "no number of a Wikidata item"),
        ('{"qid": "Q1", "sources": ["x"]}', "cannot be used"),
        ("{", "cannot be used"),
        ('{"label": "\udce9"}', "not in UTF-8"),
    ],
)
def test_a_line_that_is_no_record_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "broken.jsonl"
    content = '\ufeff{"label": "fine"}\n\n' + line + "\n"
    path.write_text(content, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(SettingsError, match=complaint) as error:
        open_authority(path, tmp_path)
    assert "broken.jsonl:3:" in str(error.value)
    assert list(tmp_path.glob("*.sqlite*")) == []


def test_a_damaged_or_foreign_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.sqlite"
    with pytest.raises(SettingsError, match="There is no authority"):
        open_authority(path, tmp_path)
    make_index(HARBOUR, path)
    content = bytearray(path.read_bytes())
    content[60:64] = b"\0\0\0\x63"  # the version of the index
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="version"):
        open_authority(path, tmp_path)
    path.write_bytes(b"SQLite format 3\0" + b"x" * 200)
    with pytest.raises(SettingsError, match="damaged"):
        open_authority(path, tmp_path)
    path.write_bytes(b"\x1f\x8bno")
    with pytest.raises(SettingsError, match="cannot be read"):
        open_authority(path, tmp_path)
