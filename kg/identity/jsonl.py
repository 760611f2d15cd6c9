"""Files of JSON lines that people and builds keep; every complaint names file and line."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import msgspec

from kg.errors import SettingsError

Record = TypeVar("Record")


def read_lines(path: Path, kind: type[Record], advice: str) -> dict[int, Record]:
    """Read all records of a file by the numbers of their lines, in order; no file, and an empty line, hold none.

    Raises:
        SettingsError: a line is no such record; the message names file and line, says why, and gives the advice.

    """
    records: dict[int, Record] = {}
    if not path.is_file():
        return records
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(path.read_bytes().split(b"\n"), start=1):
        if line.strip():
            try:
                records[number] = decoder.decode(line)
            except msgspec.DecodeError as error:
                raise SettingsError(f"{path}:{number}: this line cannot be used ({error}). {advice}") from error
    return records


def lines(records: Iterable[object]) -> str:
    """Return records as JSON lines, in their order."""
    return "".join(json.dumps(msgspec.to_builtins(r), ensure_ascii=False) + "\n" for r in records)
