"""The server's side of the workers: starts the process that holds the data, hands out tasks, streams the answers."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Final

from kg.errors import KgError
from kg.serve.frames import BROKEN, DATA, END, FORK, HEAD, KILL, ORDER, PREFIX
from kg.serve.limits import Limits
from kg.serve.tasks import Fault, Question, Thing, dump

_START: Final = 4096  # bytes of the line that tells of the data


class BrokenOffError(Exception):
    """An answer that has begun cannot be ended: a limit was reached, or its worker died."""


@dataclass(frozen=True, slots=True)
class _Worker:
    pid: int
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter


@dataclass(slots=True)
class Reply:
    """What a worker answers: the head of the answer, and its body piece by piece; `end` is the frame it ended in."""

    status: int
    type: str
    location: str
    reader: asyncio.StreamReader
    end: bytes = b""

    async def body(self) -> AsyncIterator[bytes]:
        """Yield the pieces of the body.

        Raises:
            BrokenOffError: the worker broke off, or was ended by its limits.

        """
        while not self.end:
            try:
                kind, content = await _frame(self.reader)
            except (asyncio.IncompleteReadError, ConnectionError) as fault:
                raise BrokenOffError from fault
            if kind == BROKEN:
                raise BrokenOffError
            if kind == DATA:
                yield content
            else:
                self.end = kind


class Engine:
    """One opened build or dump, and the workers that answer from it."""

    def __init__(self, process: asyncio.subprocess.Process, control: socket.socket, about: Any, limits: Limits) -> None:  # noqa: ANN401 - a line of JSON
        """Take what `start` has brought up."""
        self.process = process
        self.control = control
        self.base: str = about["base"]
        self.statements: int = about["statements"]
        self.limits = limits
        self.idle: list[_Worker] = []
        self.busy = 0
        self.retired = False

    @asynccontextmanager
    async def ask(self, task: Question | Thing) -> AsyncIterator[Reply]:
        """Give a task to a worker; it is ended if the block is left before the body has been read to its end.

        Raises:
            Fault: the worker was ended by its limits before it answered.

        """
        self.busy += 1
        worker: _Worker | None = None
        try:
            worker = self.idle.pop() if self.idle else await self._hire()
            reply = await self._answer(worker, task)
            yield reply
            if reply.end == END:
                self.idle.append(worker)
                worker = None
        finally:
            if worker:
                self._end(worker)
            self.busy -= 1
            if self.retired and not self.busy:
                self.close()

    def retire(self) -> None:
        """End the workers and the data behind them as soon as the last answer is given."""
        self.retired = True
        if not self.busy:
            self.close()

    def close(self) -> None:
        """End all of it now."""
        self.control.close()
        for worker in self.idle:
            worker.writer.close()
        self.idle.clear()

    async def _hire(self) -> _Worker:
        """Have a new worker brought forth."""
        ours, theirs = socket.socketpair()
        with ExitStack() as undone, theirs:
            undone.callback(ours.close)
            try:
                socket.send_fds(self.control, [ORDER.pack(FORK, 0)], [theirs.fileno()])
                theirs.close()
                reader, writer = await asyncio.open_connection(sock=ours)
                undone.callback(writer.close)
                _, content = await _frame(reader)
            except (asyncio.IncompleteReadError, OSError) as fault:
                raise Fault(503, "The data is being exchanged. Ask again.") from fault
            undone.pop_all()
        return _Worker(json.loads(content)["pid"], reader, writer)

    def _end(self, worker: _Worker) -> None:
        worker.writer.close()
        with suppress(OSError):  # the process that holds the data may be gone itself
            self.control.send(ORDER.pack(KILL, worker.pid))

    async def _answer(self, worker: _Worker, task: Question | Thing) -> Reply:
        """Send the task and wait for the head of the answer."""
        started = monotonic()
        worker.writer.write(dump(task))
        try:
            kind, content = await _frame(worker.reader)
        except (asyncio.IncompleteReadError, ConnectionError) as fault:
            if monotonic() - started >= self.limits.seconds:
                raise Fault(503, f"The question takes longer than the {self.limits.seconds:g} s it may.") from fault
            most = f"{self.limits.memory} MiB that it may use"
            raise Fault(500, f"The question was ended; most likely it needs more than the {most}.") from fault
        if kind != HEAD:
            raise BrokenOffError
        head = json.loads(content)
        return Reply(head["status"], head["type"], head["location"], worker.reader)


async def start(path: Path, limits: Limits) -> Engine:
    """Open a build or a dump in a process of its own.

    Raises:
        KgError: it cannot be opened.

    """
    ours, theirs = socket.socketpair()
    with theirs:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "kg.serve.zygote", str(theirs.fileno()), str(path), json.dumps(asdict(limits))),
            pass_fds=[theirs.fileno()],
            stdin=asyncio.subprocess.DEVNULL,
        )
    ours.settimeout(0)
    async with AsyncExitStack() as undone:
        undone.push_async_callback(_killed, process)
        undone.callback(ours.close)
        line = await asyncio.get_running_loop().sock_recv(ours, _START)
        about = json.loads(line or b'{"fault": "The process that should hold the data has died."}')
        if "fault" in about:
            raise KgError(about["fault"])
        undone.pop_all()
    return Engine(process, ours, about, limits)


async def _killed(process: asyncio.subprocess.Process) -> None:
    """End a process that did not come up, or whose start was given up."""
    with suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def _frame(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Read one frame: its kind and content."""
    kind, length = PREFIX.unpack(await reader.readexactly(PREFIX.size))
    return kind, await reader.readexactly(length)
