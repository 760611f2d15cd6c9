"""A child of the process that holds the data: answers one task after the other, each within its limits.

The kernel keeps the limits, since the store cannot be interrupted from within: an alarm that nobody catches ends a
worker that takes too long, a bound on private memory ends one that wants too much, and no file or socket can be opened.
Whoever waits for the answer then sees its socket close before the last frame.
"""

import json
import os
import resource
import signal
import socket
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from kg.query.store import Data
from kg.serve.answers import Reply, answer
from kg.serve.frames import BROKEN, DATA, END, HEAD, LAST, frame
from kg.serve.limits import Limits
from kg.serve.look import look
from kg.serve.tasks import Fault, Question, Thing, load

_MIB: Final = 1 << 20
_PAGE: Final = os.sysconf("SC_PAGESIZE")
_STATM: Final = Path("/proc/self/statm")
_PLAIN: Final = "text/plain; charset=utf-8"
_OURS: Final = "The server failed at this question, by a fault of its own. Its log says where; other questions go on."


def work(connection: socket.socket, data: Data, limits: Limits) -> None:
    """Answer tasks until the other side closes the connection, or much memory has gathered."""
    _confine(_private() + limits.memory * _MIB, connection.fileno() + 1)
    with suppress(BrokenPipeError, ConnectionResetError), connection:  # the server has lost interest
        serve(connection, data, limits)


def serve(connection: socket.socket, data: Data, limits: Limits) -> None:
    """Answer tasks, each within the time that it may take."""
    with connection.makefile("rb") as tasks, connection.makefile("wb") as out:
        _send(out, HEAD, json.dumps({"pid": os.getpid()}).encode())
        for line in tasks:
            signal.setitimer(signal.ITIMER_REAL, limits.seconds)
            end = _answer(data, load(line), limits, out)
            out.flush()
            signal.setitimer(signal.ITIMER_REAL, 0)
            tired = _taken() > limits.memory * _MIB // 2
            _send(out, LAST if tired and end == END else end)
            if tired:
                return


def _answer(data: Data, task: Question | Thing, limits: Limits, out: IO[bytes]) -> bytes:
    """Answer one task, and return the frame it ends in."""
    reply = Reply(out)
    ended = b""
    try:
        if isinstance(task, Question):
            answer(data, task, limits, reply)
        else:
            look(data, task, reply)
        reply.send()
        ended = END
    except Fault as fault:
        ended = _failed(reply, fault)
    except MemoryError:
        ended = _failed(reply, Fault(500, f"The question needs more than the {limits.memory} MiB that it may use."))
    finally:
        if not ended:  # a fault of ours, of which the worker dies: whoever asked need not search for theirs
            _send(out, LAST if _failed(reply, Fault(500, _OURS)) == END else BROKEN)
    return ended


def _failed(reply: Reply, fault: Fault) -> bytes:
    """Tell the fault by its status, or break off an answer that has begun."""
    if reply.begun:
        return BROKEN
    reply.head(fault.status, _PLAIN)
    reply.out.write(frame(DATA, f"{fault.why}\n".encode()))
    return END


def _send(out: IO[bytes], kind: bytes, content: bytes = b"") -> None:
    out.write(frame(kind, content))
    out.flush()


def _confine(memory: int, files: int) -> None:
    """Bound what this process may take: bytes of private memory, and descriptors of open files."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))


def _private() -> int:
    """Return the bytes of private memory that this process has been promised, 0 where the system does not say."""
    return int(_STATM.read_text().split()[5]) * _PAGE if _STATM.exists() else 0


def _taken() -> int:
    """Return about how many bytes this process has made its own since it was forked.

    The store counts who reads what, so that reading alone copies pages which all workers shared: each is a fault.
    """
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt * _PAGE
