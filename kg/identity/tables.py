"""Authority records from tables that people keep: a CSV or TSV file, or the export of a project in OpenRefine."""

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from kg.errors import SettingsError
from kg.identity.authority import Record
from kg.ids import bare, is_item

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "qid": ("qid", "item", "wikidata", "wikidata id", "entity", "id"),
    "label": ("label", "name", "title", "preferred name"),
    "aliases": ("aliases", "alias", "other names", "also known as"),
    "kind": ("kind", "type"),
    "birth": ("birth", "born", "date of birth"),
    "death": ("death", "died", "date of death"),
    "year": ("year", "date"),
    "description": ("description",),
    "sources": ("sources", "source"),
    "viaf": ("viaf", "viaf id"),
    "isil": ("isil",),
    "frus": ("frus",),
}
"""What a column means, by the names it may have; case does not count. Columns of other names are left alone."""

_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_KINDS: Final = {
    **dict.fromkeys(("human", "people", "q5"), "person"),
    **dict.fromkeys(("organisation", "organization", "corporate body", "institution", "archive"), "org"),
    **dict.fromkeys(("place", "city", "town", "village"), "location"),
}
"""What people call a kind, and what it is called here; other words stay as they are."""

_MORE: Final = "this row has more cells than the first line. A cell with a comma in it stands in quotation marks."
_IDENTIFIERS: Final = ("viaf", "isil", "frus")


def read_table(path: Path) -> Iterator[Record]:
    """Yield the records of a table; several aliases or sources in one cell stand apart by semicolons.

    A row that names no source has the file as its source. A row without a name is passed over if it is empty.

    Raises:
        SettingsError: the file is no table in UTF-8, has no column of names, or a row cannot be used.

    """
    if not path.is_file():
        raise SettingsError(f"There is no table at {path}. Name a file of CSV or TSV.")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            header = file.readline()
            file.seek(0)
            rows = csv.DictReader(file, delimiter=max("\t;,", key=header.count))  # as the first line has it
            columns = _columns(path, rows.fieldnames or ())
            for row in rows:
                if any(row.get(None) or ()):  # cells beyond the named ones
                    raise SettingsError(f"{path}:{rows.line_num}: {_MORE}")
                found = {field: (row.get(column) or "").strip() for field, column in columns.items()}
                if any(found.values()):
                    yield _record(f"{path}:{rows.line_num}", path.name, found)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: this table cannot be read ({error}). Save it as CSV in UTF-8.") from error


def _columns(path: Path, header: object) -> dict[str, str]:
    names = {str(name).strip().lower(): str(name) for name in header} if isinstance(header, (list, tuple)) else {}
    columns = {
        field: names[name] for field, known in _COLUMNS.items() if (name := next((k for k in known if k in names), ""))
    }
    if "label" not in columns:
        raise SettingsError(f"{path}:1: no column is called label or name. Name the columns in the first line.")
    return columns


def _record(where: str, source: str, found: Mapping[str, str]) -> Record:
    item = bare(found.get("qid", ""))
    if item and not is_item(item):
        raise SettingsError(f"{where}: {item!r} is no number of a Wikidata item. It looks like Q42; leave it empty.")
    if not found["label"]:
        raise SettingsError(f"{where}: this row has no name.")
    return Record(
        label=found["label"],
        qid=item or None,
        aliases=_parts(found.get("aliases", "")),
        kind=_KINDS.get(found.get("kind", "").lower(), found.get("kind", "").lower()) or None,
        birth=_year(found.get("birth", "")),
        death=_year(found.get("death", "")),
        year=_year(found.get("year", "")),
        description=found.get("description") or None,
        sources=_parts(found.get("sources", "")) or (source,),
        identifiers={name: found[name] for name in _IDENTIFIERS if found.get(name)},
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _year(cell: str) -> int | None:
    year = _YEAR.search(cell)
    return int(year[0]) if year else None
