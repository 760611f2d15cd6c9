"""What is served: a build or a dump with its files, replaced by the next build as soon as that is there."""

import asyncio
import hashlib
import json
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from kg.errors import KgError
from kg.publish.folder import MANIFEST
from kg.serve.engine import Engine, Reply, start
from kg.serve.limits import Limits
from kg.serve.tasks import Fault, Question, Thing

_EVERY: Final = 1.0  # seconds between two looks for a new build
_log: Final = logging.getLogger("uvicorn.error")

Stamp = tuple[int, int, int]


class Server:
    """The data that is served at the moment, and the way to the next."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Serve what lies at `path`, once `open` has read it."""
        self.path = path
        self.limits = limits
        self.slots = asyncio.Semaphore(limits.at_once)
        self.engine: Engine
        self.files: Mapping[str, Any] = {}
        self.version = ""
        self._stamp: Stamp = (0, 0, 0)

    async def open(self) -> None:
        """Read the data.

        Raises:
            KgError: it cannot be opened; what was served before still is.

        """
        stamp = self._look()
        engine = await start(self.path, self.limits)
        manifest = self.path / MANIFEST
        content = manifest.read_bytes() if manifest.is_file() else repr(stamp).encode()
        self.engine, self._stamp = engine, stamp
        self.files = json.loads(content).get("files", {}) if manifest.is_file() else {}
        self.version = hashlib.sha256(content).hexdigest()[:16]

    async def watch(self) -> None:
        """Open each new build as it comes, and the old one again should its process die."""
        refused: Stamp | None = None
        while True:
            await asyncio.sleep(_EVERY)
            stamp, dead = self._look(), self.engine.process.returncode is not None
            if (stamp in {self._stamp, refused, (0, 0, 0)}) and not dead:
                continue
            old = self.engine
            try:
                await self.open()
            except (KgError, OSError, ValueError) as fault:
                refused = stamp
                _log.warning("What lies at %s now cannot be served: %s", self.path, fault)
            else:
                old.retire()
                _log.warning("%s was built anew; it is served from now on.", self.path)

    @asynccontextmanager
    async def ask(self, task: Question | Thing) -> AsyncIterator[Reply]:
        """Give a task to a worker as soon as there is one to spare.

        Raises:
            Fault: there was none in time, or it was ended by its limits before it answered.

        """
        try:
            await asyncio.wait_for(self.slots.acquire(), self.limits.patience)
        except TimeoutError as fault:
            raise Fault(503, "All workers are busy. Ask again in a while.") from fault
        try:
            async with self.engine.ask(task) as reply:
                yield reply
        finally:
            self.slots.release()

    async def close(self) -> None:
        """End all that was started."""
        self.engine.close()
        await self.engine.process.wait()

    def root(self) -> str:
        """Return the path of the base IRI."""
        return urlsplit(self.engine.base).path or "/"

    def text(self, path: str) -> str:
        """Return the published text that the page at this path is about, `""` for the page of anything else."""
        folder, _, key = path.rpartition("/")
        named = (name for name in self.files if key and folder.endswith("/text") and name.startswith(f"text/{key}"))
        name = next(named, "")
        return (self.path / name).read_bytes().decode() if name else ""

    def etag(self, *parts: str) -> str:
        """Return the tag of an answer that depends on the data and the parts alone."""
        return f'"{hashlib.sha256(chr(0).join((self.version, *parts)).encode()).hexdigest()[:24]}"'

    def _look(self) -> Stamp:
        """Return what tells one build from the next; zeros where there is none at the moment."""
        try:
            status = (self.path / MANIFEST if self.path.is_dir() else self.path).stat()
        except OSError:
            return (0, 0, 0)
        return status.st_ino, status.st_mtime_ns, status.st_size
