"""Open what a build wrote, or any dump, as a store in memory that answers SPARQL over the union of its graphs."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, cast

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, Store

from kg.errors import QueryError
from kg.rdf.parse import opened

_MANIFEST: Final = "manifest.json"
_DUMPS: Final = ("data.nq.gz", "data.ttl", "data.jsonld")


@dataclass(frozen=True, slots=True)
class Data:
    """An opened build or dump.

    `base` is what all its own IRIs begin with, `""` if it names no document; `folder` is the build folder, where the
    texts lie, None for a dump by itself.
    """

    path: Path
    store: Store
    base: str
    folder: Path | None


def open_data(path: Path) -> Data:
    """Open a build folder or a dump.

    Raises:
        QueryError: there is nothing at `path`, it is neither a build nor a dump, or the file is broken.

    """
    dump = dump_of(path)
    store = Store()
    _load(store, dump)
    folder = dump.parent if (dump.parent / _MANIFEST).is_file() else None
    return Data(path=path, store=store, base=_base(store), folder=folder)


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


def _load(store: Store, dump: Path) -> None:
    """Stream a dump into the store."""
    with opened(dump) as (source, form):
        store.bulk_load(source, form)


def _base(store: Store) -> str:
    """Return what comes before `document/` in the name of a document, `""` without one."""
    solutions = store.query(sparql("walk/base"), use_default_graph_as_union=True)
    for (document,) in cast("QuerySolutions", solutions):
        return str(cast("NamedNode", document).value).partition("document/")[0]
    return ""
