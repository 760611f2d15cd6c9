"""What a build is made from: the corpus folder, its files, and a fingerprint that tells of any change."""

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kg import __version__
from kg.build.cache import models, rules_version
from kg.build.job import Corpus, Job
from kg.errors import KgError
from kg.identity import decisions, registry
from kg.identity.starter import STARTER
from kg.publish.folder import manifest_of
from kg.resources import folder
from kg.settings import FILENAME

BESIDE: Final = (FILENAME, decisions.FILENAME, registry.FILENAME)
"""Files of a corpus folder that are about the documents and are none themselves."""

_ABOUT: Final = ("readme", "licence", "license")
_GOLD: Final = ".gold.json"


def corpus_of(sources: Sequence[Path], output: Path) -> Corpus:
    """Return the corpus that the sources make up: one folder is its own corpus folder, files share the nearest one.

    Hidden files, the output folder, readmes, gold files and the files that are about the documents are no sources.

    Raises:
        KgError: a source does not exist, or there is no file to read in any of them.

    """
    absolute = [path.absolute() for source in sources for path in _there(source)]
    top = Path(os.path.commonpath([s if s.is_dir() else s.parent for s in absolute]))
    found = {path for source in absolute for path in _files(source, output.absolute())}
    if not found:
        raise KgError(
            f"There is no document in {', '.join(map(str, sources))}. Name files, or a folder that holds some."
        )
    return Corpus(top, tuple(sorted(((p, p.relative_to(top).as_posix()) for p in found), key=lambda f: f[1])))


def _there(source: Path) -> list[Path]:
    """Return the path, or all that match it where it is a pattern (`letters/*.txt`) that no shell has spelt out.

    `@list.txt` stands for the paths in that file, one a line, seen from its folder.
    """
    if source.exists():
        return [source]
    if source.name.startswith("@"):
        return [path for line in _lines(source.with_name(source.name[1:])) for path in _there(line)]
    matching = sorted(Path(source.anchor or ".").glob(str(source.relative_to(source.anchor))))
    if not matching:
        raise KgError(f"There is nothing at {source}. Check the path.")
    return matching


def _lines(path: Path) -> list[Path]:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"The list {path} cannot be read ({error}). It has a path a line, in UTF-8.") from error
    return [path.parent / line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _files(source: Path, output: Path) -> list[Path]:
    if source.is_file():
        return [source]
    return [
        path
        for path in sorted(source.rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(source).parts)
        and path.name not in BESIDE
        and path.stem.lower() not in _ABOUT
        and not path.name.endswith(_GOLD)
        and not (output in path.parents and output != source)
    ]


def fingerprint(job: Job, registry_content: bytes) -> str:
    """Return a digest of all that a build depends on: sources, what lies beside them, options, registry, program."""
    parts = [__version__, rules_version(), _program_version(), hashlib.sha256(registry_content).hexdigest()]
    parts += [
        job.options.model or models(),
        job.options.reader,
        job.settings.base,
        os.environ.get("SOURCE_DATE_EPOCH", ""),
    ]
    beside = ((job.corpus.folder / name, name) for name in BESIDE)
    for path, name in [*job.corpus.files, *(b for b in beside if b[0].is_file())]:
        parts += [name, _sha256(path)]
    authority = authority_of(job)
    parts.append(_sha256(authority) if authority else "")
    if not job.settings.date:
        parts.append(str(int(newest(job.corpus)) // 86_400))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def unchanged(output: Path, inputs: str) -> bool:
    """Say whether the output was built from these very inputs and all its files are still as they were written."""
    manifest = manifest_of(output)
    if manifest is None or manifest.get("inputs") != inputs:
        return False
    files = manifest.get("files")
    return isinstance(files, dict) and all(_sha256(output / name) == entry["sha256"] for name, entry in files.items())


def registry_of(corpus: Corpus, output: Path, base: str) -> Path:
    """Return the registry to start from: the corpus folder's, else that of the last output if it has the same base."""
    own = corpus.folder / registry.FILENAME
    manifest = manifest_of(output)
    if own.is_file() or manifest is None or manifest.get("base") != base:
        return own
    return output / registry.FILENAME


def authority_of(job: Job) -> Path | None:
    """Return the authority to link to: the one asked for, else that of `kg.toml`, else the one that ships."""
    if job.options.authority:
        return job.options.authority
    named = job.settings.authority
    if named == "none":
        return None
    return job.corpus.folder / named if named else STARTER


def newest(corpus: Corpus) -> float:
    """Return the time at which the newest source file was written, in seconds since 1970."""
    return max(path.stat().st_mtime for path, _ in corpus.files)


def _program_version() -> str:
    """Return a digest of the code and tables behind the rules: mapping, checks, shapes, writers."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.toml"), *folder("shapes").glob("*.ttl")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
