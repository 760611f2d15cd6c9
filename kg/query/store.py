"""Open what builds wrote, or any dumps, as a store that answers SPARQL over the union of its graphs."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, cast

from pyoxigraph import QueryBoolean, QuerySolutions, Store

from kg.errors import QueryError
from kg.rdf.parse import opened
from kg.settings import cache_folder

_MANIFEST: Final = "manifest.json"
LARGE: Final = 500_000
"""Statements above which a store on disk pays. In memory, a million take 3-12 s to load at each question and 0.6 GB,
and eight questions at once that read all of it copy 1.8 GB (`bench serve`). On disk it takes 10 s once, then 0.04 s to
open, and questions share it, but those that join much take three to nine times as long (`bench load`)."""
_PACKED: Final = 13  # bytes of a packed dump for a statement, as measured; of a plain one:
_PLAIN: Final = 150
_UNFINISHED: Final = "new-"
_DUMPS: Final = ("data.nq.gz", "data.ttl", "data.jsonld")


@dataclass(frozen=True, slots=True)
class Data:
    """An opened build or dump, or several.

    `base` is what all its own IRIs begin with, `""` if it names no document, or if several are opened whose names would
    look alike without it; `bases` are those of all. `folder` is the build folder, where the texts lie, None for a dump
    by itself and for several; `folders` are those of all.
    """

    path: Path
    store: Store
    base: str
    folder: Path | None
    bases: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()


def open_data(path: Path) -> Data:
    """Open a build folder or a dump, in memory.

    Raises:
        QueryError: there is nothing at `path`, it is neither a build nor a dump, or the file is broken.

    """
    return open_all([path])


def kept() -> Path:
    """Return where the stores on disk are kept."""
    return cache_folder() / "stores"


def open_all(paths: Sequence[Path], kept: Path | None = None) -> Data:
    """Open build folders and dumps as one; all in memory, or, above `LARGE`, in a store on disk that lies below `kept`.

    Raises:
        QueryError: as for `open_data`, or two builds give names under one base from different registries.

    """
    dumps = [dump_of(path) for path in paths]
    _same_names(dumps)
    store = _on_disk(dumps, kept) if kept is not None and _size(dumps) > LARGE else _in_memory(dumps)
    bases = _bases(store)
    folders = tuple(dump.parent for dump in dumps if (dump.parent / _MANIFEST).is_file())
    return Data(
        path=paths[0],
        store=store,
        base=bases[0] if len(bases) == 1 else "",
        folder=folders[0] if len(folders) == len(paths) == 1 else None,
        bases=bases,
        folders=folders,
    )


@cache
def sparql(name: str) -> str:
    """Return the text of a SPARQL file of this package by its path without suffix: `"walk/facts"`."""
    return files("kg.query").joinpath(f"{name}.rq").read_text(encoding="utf-8")


def has_evidence(data: Data) -> bool:
    """Tell whether the data says where in the texts its facts stand (`facts.ttl` does not)."""
    answer = data.store.query(sparql("walk/has-evidence"), use_default_graph_as_union=True)
    return bool(cast("QueryBoolean", answer))


def dump_of(path: Path) -> Path:
    """Return the dump that is meant: the file itself, or of a build folder the one that is quickest to load.

    Raises:
        QueryError: there is nothing at `path`, or it is a folder and no build.

    """
    if not path.exists():
        remedy = (
            "Name a dump that exists." if path.suffix else f"Build first (kg build SOURCE -o {path}), or name a dump."
        )
        raise QueryError(f"There is nothing at {path}. {remedy}")
    return _dump_in(path) if path.is_dir() else path


def _dump_in(folder: Path) -> Path:
    if not (folder / _MANIFEST).is_file():
        raise QueryError(
            f"{folder} is no build: it has no {_MANIFEST}. Build it (kg build SOURCE -o {folder}), or name a dump."
        )
    for name in _DUMPS:
        if (folder / name).is_file():
            return folder / name
    raise QueryError(f"The build {folder} has none of its dumps ({', '.join(_DUMPS)}). Build it again.")


def _in_memory(dumps: Sequence[Path]) -> Store:
    """Stream dumps into a store in memory."""
    store = Store()
    for dump in dumps:
        _load(store, dump)
    return store


def _on_disk(dumps: Sequence[Path], kept: Path) -> Store:
    """Open the store below `kept` that holds just these dumps; it is made the first time that they are asked.

    One is kept for the same files; that of what they held before goes.
    """
    content = hashlib.sha256()
    for dump in dumps:
        with dump.open("rb") as source:
            content.update(hashlib.file_digest(source, "sha256").digest() + dump.suffix.encode())
    names = hashlib.sha256("\n".join(str(dump.resolve()) for dump in dumps).encode())
    place = kept / names.hexdigest()[:16] / content.hexdigest()[:16]
    try:
        if not place.is_dir():
            place.parent.mkdir(parents=True, exist_ok=True)
            before = [old for old in place.parent.iterdir() if not old.name.startswith(_UNFINISHED)]
            with tempfile.TemporaryDirectory(prefix=_UNFINISHED, dir=place.parent, ignore_cleanup_errors=True) as made:
                store = Store(made)
                for dump in dumps:
                    _load(store, dump)
                store.flush()
                del store  # closes it
                with suppress(FileExistsError):  # another process was quicker
                    Path(made).rename(place)
            for old in before:
                shutil.rmtree(old, ignore_errors=True)
        return Store.read_only(str(place))
    except OSError as fault:
        raise QueryError(f"The store at {place} cannot be used: {fault}. Remove that folder, and ask again.") from fault


def _size(dumps: Sequence[Path]) -> int:
    """Return about how many statements the dumps have, from the size of the files."""
    return sum(dump.stat().st_size // (_PACKED if dump.suffix == ".gz" else _PLAIN) for dump in dumps)


def _load(store: Store, dump: Path) -> None:
    """Stream a dump into the store."""
    with opened(dump) as (source, form):
        store.bulk_load(source, form)


def _bases(store: Store) -> tuple[str, ...]:
    """Return what comes before `document/` in the names of the documents, sorted."""
    found = store.query(sparql("walk/bases"), use_default_graph_as_union=True)
    return tuple(sorted(base.value for (base,) in cast("QuerySolutions", found)))


def _same_names(dumps: Sequence[Path]) -> None:
    """Refuse builds whose names may mean different things: one base, and not the same registry."""
    known = dict[str, tuple[Path, bytes]]()
    for folder in (dump.parent for dump in dumps):
        if not (folder / _MANIFEST).is_file():
            continue
        base = json.loads((folder / _MANIFEST).read_bytes()).get("base", "")
        registry = folder / "registry.jsonl"
        given = registry.read_bytes() if registry.is_file() else b""
        first, names = known.setdefault(base, (folder, given))
        if names != given:
            raise QueryError(
                f"{first} and {folder} give names under one base, {base}, from different registries: one name may mean "
                "two things. Build both from one registry, or give them different bases in kg.toml."
            )
