"""An authority file: who and what has an identifier elsewhere, as JSON lines, with an index that opens in milliseconds.

One record a line: qid, label, aliases, alias_lang, kind, birth, death, year, description, p31, sources, identifiers.
A record with a qid names the source of it. The index is one SQLite file, made once from the lines.
"""

import codecs
import gzip
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from io import BufferedReader
from pathlib import Path
from typing import Final

import msgspec

from kg.errors import SettingsError
from kg.identity.jsonl import read_line
from kg.identity.lookup import event_key, name_key, person_name
from kg.ids import is_item

VERSION: Final = 2
"""The version of the index; an index of another version is refused, and made anew from its lines."""

_MAKE_KEYS: Final = (
    *(f"identity/{name}.py" for name in ("authority", "customs", "forms", "lookup", "names", "sounds")),
    *(f"extract/{name}" for name in ("lexicon.py", "person_rules.py", "wordlists.toml", "places.toml")),
)
"""The modules and word lists that keys are made from: an index is good for those it was made with."""

_APPLICATION: Final = 0x6B674175  # "kgAu"
_TO_COME: Final = 2030
_SQLITE: Final = b"SQLite format 3\0"
_ADVICE: Final = "A record is one JSON object a line, with at least a label; where it has a qid, with its sources."


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Somebody or something with an identifier elsewhere. `kind` None is unknown; years are of our calendar.

    `identifiers` are those of other files, by their names ("viaf", "isil", "frus").
    """

    label: str
    qid: str | None = None
    aliases: tuple[str, ...] = ()
    alias_lang: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str | None = None
    birth: int | None = None
    death: int | None = None
    year: int | None = None
    description: str | None = None
    p31: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    identifiers: dict[str, str] = field(default_factory=dict)


def names_of(record: Record) -> tuple[str, ...]:
    """Return label and aliases of a record in all languages, each once, the label first."""
    others = (alias for aliases in record.alias_lang.values() for alias in aliases)
    return tuple(dict.fromkeys((record.label, *record.aliases, *others)))


def life_of(record: Record) -> tuple[int | None, int | None]:
    """Return the years of birth and death; a year that is still to come is a slip of the source, and left out."""
    birth, death = (year if year and year < _TO_COME else None for year in (record.birth, record.death))
    return birth, death


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a file of JSON lines, plain or gzipped.

    Raises:
        SettingsError: the file cannot be read, or a line is no record; the message names file and line.

    """
    decoder = msgspec.json.Decoder(Record)
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _record(decoder, line.removeprefix(codecs.BOM_UTF8), f"{path}:{number}")
    except (OSError, EOFError) as error:
        raise SettingsError(f"{path}: this authority cannot be read ({error}). Name a file of JSON lines.") from error


def _record(decoder: msgspec.json.Decoder[Record], line: bytes, where: str) -> Record:
    record = read_line(decoder, line, where, _ADVICE)
    if record.qid is not None and not is_item(record.qid):
        raise SettingsError(f"{where}: {record.qid!r} is no number of a Wikidata item. It looks like Q42.")
    if record.qid is not None and not record.sources:
        raise SettingsError(f"{where}: {record.qid} stands without its source. {_ADVICE}")
    return record


def dump_records(records: Iterable[Record]) -> str:
    """Return records as JSON lines, empty fields left out."""
    encoder = msgspec.json.Encoder()
    lines = []
    for record in records:
        kept = {key: value for key, value in msgspec.to_builtins(record).items() if value not in (None, (), [], {})}
        lines.append(encoder.encode(kept).decode() + "\n")
    return "".join(lines)


def make_index(records: Iterable[Record], path: Path) -> int:
    """Write an index, whole or not at all, and return the number of records in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.new-{os.getpid()}")
    encoder = msgspec.json.Encoder()
    try:
        connection = sqlite3.connect(new)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("CREATE TABLE made (rules TEXT NOT NULL)")
        connection.execute("INSERT INTO made VALUES (?)", (_rules(),))
        connection.execute("CREATE TABLE record (id INTEGER PRIMARY KEY, qid TEXT, json BLOB NOT NULL)")
        connection.execute("CREATE TABLE name (key TEXT, record INTEGER, PRIMARY KEY (key, record)) WITHOUT ROWID")
        number = 0
        for number, record in enumerate(records, start=1):
            connection.execute("INSERT INTO record VALUES (?, ?, ?)", (number, record.qid, encoder.encode(record)))
            connection.executemany("INSERT INTO name VALUES (?, ?)", ((key, number) for key in _keys(record)))
        connection.execute("CREATE INDEX qids ON record (qid)")
        connection.commit()
        connection.close()
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return number


def _keys(record: Record) -> list[str]:
    """Return the keys of a record, sorted: "=" a whole name, "~" a surname, "#" the words of an event."""
    names = names_of(record)
    keys = {f"={key}" for name in names if (key := name_key(name))}
    if record.kind in ("person", None):
        keys |= {f"~{key}" for name in names if (key := person_name(name).surname)}
    if record.kind != "person":
        keys |= {f"#{key}" for name in names if (key := event_key(name))}
    return sorted(keys)


class Authority:
    """An open index. It keeps a file open until `close`; what it is asked for it reads from there."""

    def __init__(self, path: Path) -> None:
        """Open an index.

        Raises:
            SettingsError: the file is no index of ours, or of another version.

        """
        self.path = path
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        self._decoder = msgspec.json.Decoder(Record)
        try:
            application, version = (self._number(f"PRAGMA {name}") for name in ("application_id", "user_version"))
        except sqlite3.DatabaseError as error:
            self.close()
            raise SettingsError(f"{path}: this index is damaged ({error}). Make it anew from its lines.") from error
        if application != _APPLICATION or version != VERSION:
            self.close()
            raise SettingsError(
                f"{path}: this is no authority index of version {VERSION}. Make it anew from its lines."
            )

    @property
    def rules(self) -> str:
        """The digest of the rules and word lists that made its keys."""
        return str(self._connection.execute("SELECT rules FROM made").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __len__(self) -> int:
        """Return the number of records."""
        return self._number("SELECT count(*) FROM record")

    def named(self, name: str) -> tuple[Record, ...]:
        """Return the records of which a name is this one as a whole, in the order of the file."""
        return self._under(f"={name_key(name)}")

    def bearing(self, surname: str) -> tuple[Record, ...]:
        """Return the people who may bear a surname (as `kg.identity.lookup.person_name` gives it)."""
        return self._under(f"~{surname}")

    def happening(self, name: str) -> tuple[Record, ...]:
        """Return the events whose name has these words, in any order."""
        return self._under(f"#{event_key(name)}")

    def starting(self, words: str, limit: int) -> tuple[Record, ...]:
        """Return the records a name of which starts with the words."""
        key = f"={name_key(words)}"
        return self._records(
            "SELECT json FROM record WHERE id IN (SELECT DISTINCT record FROM name WHERE key >= ? AND key < ? LIMIT ?)",
            (key, f"{key}\U0010ffff", limit),
        )

    def item(self, qid: str) -> tuple[Record, ...]:
        """Return the records of a Wikidata item."""
        return self._records("SELECT json FROM record WHERE qid = ? ORDER BY id", (qid,))

    def records(self) -> tuple[Record, ...]:
        """Return all records in the order of the file."""
        return self._records("SELECT json FROM record ORDER BY id", ())

    def _under(self, key: str) -> tuple[Record, ...]:
        question = "SELECT json FROM name JOIN record ON record.id = name.record WHERE key = ? ORDER BY record.id"
        return self._records(question, (key,)) if len(key) > 1 else ()

    def _records(self, question: str, given: tuple[object, ...]) -> tuple[Record, ...]:
        return tuple(self._decoder.decode(blob) for (blob,) in self._connection.execute(question, given))

    def _number(self, question: str) -> int:
        return int(self._connection.execute(question).fetchone()[0])


def open_authority(path: Path, cache: Path) -> Authority:
    """Open an authority: an index, or JSON lines, of which an index is made once and kept in the cache folder.

    Of an index whose keys other rules or word lists made, one is made anew in the cache folder from its records.

    Raises:
        SettingsError: there is no such file, or it is no authority; the message names file and line.

    """
    if not path.is_file():
        raise SettingsError(f"There is no authority at {path}. Check the path.")
    with path.open("rb") as file:
        if file.read(len(_SQLITE)) == _SQLITE:
            given = Authority(path)
            if given.rules == _rules():
                return given
            with closing(given):
                return _kept(given.records, file, cache)
        return _kept(lambda: read_records(path), file, cache)


def _kept(records: Callable[[], Iterable[Record]], file: BufferedReader, cache: Path) -> Authority:
    """Open the index of a file that lies in the cache folder, made first where there is none or it is damaged."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()[:16]
    index = cache / f"authority-{digest}-{_rules()}.sqlite"
    if index.is_file():
        with suppress(SettingsError):  # a damaged one is made anew, as everything in the cache is
            return Authority(index)
    make_index(records(), index)
    return Authority(index)


@lru_cache(maxsize=1)
def _rules() -> str:
    """Return a digest of what makes keys."""
    here = Path(__file__).parents[1]
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in _MAKE_KEYS)).hexdigest()[:8]
