"""The output folder: one build at a time, written beside the old one and swapped in whole.

While a build runs it writes into `.NAME.new` beside the output folder and holds `.NAME.lock`. Where the file system can
exchange two folders in one step, it does; elsewhere the old folder becomes `.NAME.old` for a moment, and the next start
puts right whatever a crash left between. Either way a reader finds the old output whole, or the new one.
"""

import ctypes
import errno
import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kg.errors import OutputError

MANIFEST: Final = "manifest.json"
GENERATOR: Final = "archival-kg"
KEPT: Final = "README.md"
"""The one file that is carried over from build to build: git keeps it in `output/`."""

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2  # from <linux/fs.h>
_CANNOT_EXCHANGE: Final = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)


@contextmanager
def replacing(output: Path) -> Iterator[tuple[Path, Path]]:
    """Yield two empty folders: one that takes the place of `output` when the block ends well, and one to work in.

    Raises:
        OutputError: another build holds the folder, it is not ours, or it cannot be replaced.

    """
    output = output.absolute()
    _refuse_mount(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    with _locked(output):
        recover(output)
        refuse_foreign(output)
        new, work = _beside(output, "new"), _beside(output, "work")
        new.mkdir()
        work.mkdir()
        try:
            yield new, work
            if (output / KEPT).is_file():
                shutil.copy2(output / KEPT, new / KEPT)
            swap(output, new)
        finally:
            shutil.rmtree(new, ignore_errors=True)
            shutil.rmtree(work, ignore_errors=True)


def recover(output: Path) -> None:
    """Put right what a crash left: bring the old folder back where no output stands, and clear what is left over."""
    old = _beside(output, "old")
    if old.is_dir() and not output.exists():
        old.rename(output)
    for left_over in (old, _beside(output, "new"), _beside(output, "work")):
        if left_over.exists():
            shutil.rmtree(left_over)


def manifest_of(output: Path) -> dict[str, object] | None:
    """Return the manifest of a folder that a build of ours wrote, None for any other."""
    try:
        manifest = json.loads((output / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return manifest if isinstance(manifest, dict) and manifest.get("generator") == GENERATOR else None


def refuse_foreign(output: Path) -> None:
    """Refuse to replace a folder, or files in it, that no build of ours wrote.

    Raises:
        OutputError: it is a file, holds no manifest of ours, or holds other things beside what the build wrote.

    """
    if not output.exists():
        return
    if not output.is_dir():
        raise OutputError(f"{output} is a file. Name a folder for the output.")
    there = {p.name for p in output.iterdir() if not p.name.startswith(".")} - {KEPT}
    manifest = manifest_of(output)
    if there and manifest is None:
        raise OutputError(f"{output} holds files that no build wrote ({_some(there)}). Name an empty or a new folder.")
    written = manifest.get("written") if manifest else ()
    foreign = there - set(written if isinstance(written, list) else ()) - {MANIFEST}
    if foreign:
        raise OutputError(
            f"{output} holds, beside the last build, {_some(foreign)}. Move that elsewhere and build again."
        )


def swap(output: Path, new: Path) -> None:
    """Put `new` in the place of `output`; afterwards `new` is gone or holds the old content."""
    if not output.exists():
        new.rename(output)
    elif not _exchange(output, new):
        old = _beside(output, "old")
        output.rename(old)
        new.rename(output)
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; return False where the system cannot.

    Raises:
        OutputError: the system can, but not with these folders.

    """
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OutputError(f"{one} cannot be replaced: {os.strerror(code)}. Check its permissions, or name another folder.")


@contextmanager
def _locked(output: Path) -> Iterator[None]:
    """Hold the lock of an output folder; the lock file is gone afterwards."""
    path = _beside(output, "lock")
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
    except OSError as error:
        raise OutputError(f"{output.parent} cannot be written ({error.strerror}). Name another folder.") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(
                f"Another build is writing {output}. Wait until it has ended, then build again."
            ) from None
        if not path.exists() or not os.path.samestat(os.fstat(descriptor), path.stat()):
            raise OutputError(f"Another build has just ended in {output}. Build again.")
        try:
            yield
        finally:
            path.unlink(missing_ok=True)
    finally:
        os.close(descriptor)


def _refuse_mount(output: Path) -> None:
    if output.is_mount():
        raise OutputError(
            f"{output} is a mount point and cannot be replaced. Name a folder inside it: {output / 'output'}."
        )


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f".{output.name}.{what}")


def _some(names: set[str]) -> str:
    shown = sorted(names)
    return ", ".join(shown[:3]) + (f" and {len(shown) - 3} more" if len(shown) > 3 else "")
