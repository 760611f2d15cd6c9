"""What a corpus folder says about itself in `kg.toml`.

Every key has a default except the base IRI and the title, which are made up from the folder's name (with the issue
`settings-missing`) so that the first build needs no settings at all.
"""

import os
import tomllib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal, get_args

from kg.errors import SettingsError
from kg.ids import slug
from kg.tables import NONE, added

FILENAME: Final = "kg.toml"
Texts = Literal["publish", "withhold"]

_TABLES: Final[dict[str, tuple[str, ...]]] = {
    "dataset": ("base", "title", "description", "publisher", "licence", "date", "languages", "authority"),
    "documents": ("collection", "archive", "rights", "donor", "texts"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one corpus. `base` ends in a slash; `date` is ISO or empty; `made_up`: there was no kg.toml."""

    base: str
    title: str
    description: str = ""
    publisher: str = ""
    licence: str = ""
    date: str = ""
    languages: tuple[str, ...] = ()
    authority: str = ""  # a file to link to, by its path from the corpus folder; "none" links to nothing
    collection: str = ""
    archive: str = ""  # key of the archive that is meant where a shelfmark names none
    rights: str = ""
    donor: str = ""
    texts: Texts = "publish"
    tables: str = NONE  # what is added to the tables of archives and families of shelfmarks (kg.tables)
    made_up: bool = False


def cache_folder() -> Path:
    """Return where what can be made again is kept: `$KG_CACHE`, else `~/.cache/kg`."""
    named = os.environ.get("KG_CACHE")
    return Path(named) if named else Path.home() / ".cache" / "kg"


def load(folder: Path) -> Settings:
    """Read `kg.toml` in a corpus folder, or make settings up from the folder's name.

    Raises:
        SettingsError: the file is no TOML, or a table, key or value in it is not known.

    """
    name = folder.resolve().name or "corpus"
    defaults = Settings(base=f"http://localhost:8000/{slug(name)}/", title=name, collection=slug(name), made_up=True)
    path = folder / FILENAME
    if not path.is_file():
        return defaults
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{path}: this is not readable as TOML ({error}). Correct the line and build again."
        raise SettingsError(msg) from error
    given: dict[str, str | tuple[str, ...]] = {}
    given["tables"] = added(path, tables.pop("families", []), tables.pop("archives", []))
    for table, content in tables.items():
        given |= _read_table(path, table, content)
    return _checked(path, replace(defaults, made_up=False, **given))  # type: ignore[arg-type]


def _read_table(path: Path, table: str, content: object) -> dict[str, str | tuple[str, ...]]:
    """Return the keys of one table, refusing what is not known: a misspelt key must not be dropped in silence."""
    known = _TABLES.get(table)
    if known is None or not isinstance(content, dict):
        tables = ", ".join([*(f"[{t}]" for t in _TABLES), "[[families]]", "[[archives]]"])
        msg = f"{path}: there is no table [{table}]. Known tables: {tables}."
        raise SettingsError(msg)
    result: dict[str, str | tuple[str, ...]] = {}
    for key, value in content.items():
        if key not in known:
            msg = f"{path}: [{table}] has no key {key!r}. Known keys: {', '.join(known)}."
            raise SettingsError(msg)
        result[key] = tuple(map(str, value)) if isinstance(value, list) else str(value)
    return result


def _checked(path: Path, settings: Settings) -> Settings:
    """Return the settings if their values can be used."""
    if not settings.base.startswith(("http://", "https://")) or not settings.base.endswith("/") or "#" in settings.base:
        msg = f"{path}: base = {settings.base!r} must begin with http:// or https://, hold no # and end in a slash."
        raise SettingsError(msg)
    if settings.texts not in get_args(Texts):
        msg = f'{path}: texts = {settings.texts!r} is neither "publish" nor "withhold".'
        raise SettingsError(msg)
    return settings


def build_date(settings: Settings, newest_source: float) -> str:
    """Return the date of the dataset: SOURCE_DATE_EPOCH, else `kg.toml`, else the day of the newest source file."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit() and settings.date:
        return settings.date
    return datetime.fromtimestamp(float(epoch) if epoch.isdigit() else newest_source, UTC).date().isoformat()
