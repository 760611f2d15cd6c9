"""The tables of archives and of families of shelfmarks: those of the project, and what a corpus adds in `kg.toml`.

Its additions are text (JSON, keys sorted), so that they travel to other processes and are part of the key of a cached
page. `use` says which additions count in this process; the tables compiled from them are cached under that text.
"""

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from kg.errors import SettingsError
from kg.ids import slug

Table = Literal["families", "archives"]

NONE: Final = ""
"""No additions."""

_FOLDER: Final = Path(__file__).with_name("extract")
_NAME: Final[Mapping[Table, str]] = {"families": "name", "archives": "key"}
_KINDS: Final[Mapping[type, str]] = {str: "words in quotation marks", bool: "true or false", list: "a list"}
_FAMILY: Final[Mapping[str, type]] = {
    "name": str,
    "levels": list,
    "leaves": list,
    "verso": list,
    "bare_leaves": bool,
    "alone": str,
    "archive": str,
    "path": bool,
    "named": str,
    "experimental": bool,
}
_LEVEL: Final[Mapping[str, type]] = {"kind": str, "before": list, "after": list, "bare": str, "value": str}
_ARCHIVE: Final[Mapping[str, type]] = {
    "key": str,
    "name": str,
    "forms": list,
    "country": str,
    "family": str,
    "successor": str,
    "since": str,
    "source": str,
    "keeps_numbers": bool,
}
_PATTERNS: Final = ("bare", "value", "alone")
_used = {"additions": NONE}


def use(additions: str) -> None:
    """Let these additions (what `added` returned) count in this process from now on."""
    _used["additions"] = additions


def additions() -> str:
    """Return the additions that count in this process."""
    return _used["additions"]


@cache
def table(name: Table, added: str) -> Mapping[str, Any]:
    """Return a table by name or key: the project's, with additions after it or in the place of an entry."""
    shipped = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    return {**shipped, **json.loads(added or "{}").get(name, {})}


def added(path: Path, families: object, archives: object) -> str:
    """Return the additions of a `kg.toml`: its `[[families]]` and `[[archives]]`.

    Raises:
        SettingsError: an entry lacks a field, or has one that is not known or cannot be used.

    """
    own = {"families": _entries(path, "families", families), "archives": _entries(path, "archives", archives)}
    if not any(own.values()):
        return NONE
    result = json.dumps(own, ensure_ascii=False, sort_keys=True)
    for key, entry in own["archives"].items():
        _check_archive(f"{path}: [[archives]] {key}", entry, result)
    for name, entry in own["families"].items():
        _check_family(f"{path}: [[families]] {name}", entry, result)
    return result


def _entries(path: Path, name: Table, given: object) -> dict[str, dict[str, Any]]:
    if not isinstance(given, list):
        raise SettingsError(f"{path}: write [[{name}]] with two brackets on each side; there may be several.")
    found: dict[str, dict[str, Any]] = {}
    known = _FAMILY if name == "families" else _ARCHIVE
    for number, entry in enumerate(given, 1):
        key = entry.get(_NAME[name], "")
        where = f"{path}: [[{name}]] {key or f'number {number}'}"
        if not key or slug(str(key)) != key:
            raise SettingsError(f"{where}: {_NAME[name]} must be there, in small letters, digits and hyphens.")
        if key in found:
            raise SettingsError(f"{where}: this {_NAME[name]} is given twice. Choose another for one of them.")
        _check_fields(where, entry, known)
        found[key] = {field: value for field, value in entry.items() if field != _NAME[name]}
    return found


def _check_fields(where: str, entry: Mapping[str, Any], known: Mapping[str, type]) -> None:
    for field, value in entry.items():
        if field not in known:
            raise SettingsError(f"{where}: there is no field {field!r}. Known fields: {', '.join(known)}.")
        if not isinstance(value, known[field]):
            raise SettingsError(f"{where}: {field} must be {_KINDS[known[field]]}.")
        if isinstance(value, list) and field != "levels" and not all(isinstance(v, str) and v for v in value):
            raise SettingsError(f"{where}: {field} must be a list of words in quotation marks, none empty.")
        if field in _PATTERNS:
            _check_pattern(f"{where}: {field}", str(value))


def _check_pattern(where: str, pattern: str) -> None:
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise SettingsError(f"{where} = {pattern!r} is no regular expression ({error}).") from error
    if compiled.groups:
        raise SettingsError(f"{where} = {pattern!r} holds brackets that keep what they match: write (?:…) for (…).")


def _check_family(where: str, entry: Mapping[str, Any], result: str) -> None:
    if not entry.get("levels"):
        raise SettingsError(f"{where}: levels must list at least one level, such as {{ kind, before = [label] }}.")
    for number, level in enumerate(entry["levels"], 1):
        place = f"{where}: level {number}"
        if not isinstance(level, dict):
            raise SettingsError(f"{place} must be a table such as {{ kind = …, before = [label] }}.")
        _check_fields(place, level, _LEVEL)
        if not level.get("kind") or not (level.get("before") or level.get("after") or level.get("bare")):
            raise SettingsError(f"{place} needs kind, and one of before, after and bare.")
    if "alone" in entry and entry.get("archive") not in table("archives", result):
        raise SettingsError(f"{where}: alone needs archive, the key of an archive of the table.")


def _check_archive(where: str, entry: dict[str, Any], result: str) -> None:
    for field in ("name", "family"):
        if not entry.get(field):
            raise SettingsError(f"{where}: {field} must be there.")
    families = table("families", result)
    if entry["family"] not in families:
        known = ", ".join(families)
        raise SettingsError(f"{where}: family = {entry['family']!r} is not known. Known families: {known}.")
    if entry.get("successor"):
        if entry["successor"] not in table("archives", result):
            raise SettingsError(f"{where}: successor = {entry['successor']!r} is no key of an archive of the table.")
        if not (entry.get("since") and entry.get("source")):
            raise SettingsError(f"{where}: a successor needs since (the year) and source (who says so).")
