"""Files of JSON lines that people and builds keep; every complaint names file and line."""

import codecs
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
        SettingsError: the file cannot be read, or a line is no such record; the message names file and line, says why,
            and gives the advice.

    """
    if not path.exists():
        return {}
    try:
        content = path.read_bytes().removeprefix(codecs.BOM_UTF8)  # some editors of Windows put it first
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}). {advice}") from error
    decoder = msgspec.json.Decoder(kind)
    numbered = enumerate(content.split(b"\n"), start=1)
    return {number: read_line(decoder, line, f"{path}:{number}", advice) for number, line in numbered if line.strip()}


def read_line(decoder: msgspec.json.Decoder[Record], line: bytes, where: str, advice: str) -> Record:
    """Read one record.

    Raises:
        SettingsError: the line is none; the message says where, why, and gives the advice.

    """
    try:
        return decoder.decode(line)
    except msgspec.DecodeError as error:
        raise SettingsError(f"{where}: this line cannot be used ({error}). {advice}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{where}: this line cannot be used, for it is not in UTF-8. {advice}") from error


def lines(records: Iterable[object]) -> str:
    """Return records as JSON lines, in their order."""
    return "".join(json.dumps(msgspec.to_builtins(r), ensure_ascii=False) + "\n" for r in records)
