"""The process that holds the data in memory and forks workers off, which share it; started by `kg.serve.engine`.

Run as `python -m kg.serve.zygote SOCKET DATA LIMITS`. It first answers one line of JSON, then obeys messages of five
bytes: `+` with a socket brings forth a worker that serves it, `-` with a number ends that worker. When the socket
closes, all end.
"""

import gc
import io
import json
import os
import resource
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from kg.errors import KgError
from kg.query.store import Data, kept, open_all
from kg.serve.answers import Reply, answer
from kg.serve.frames import FORK, KILL, ORDER
from kg.serve.limits import Limits
from kg.serve.look import look
from kg.serve.tasks import Question, Thing
from kg.serve.worker import work


def main(number: str, path: str, limits: str) -> None:
    """Load the data, say so, and bring forth workers until the server goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    control = socket.socket(fileno=int(number))
    try:
        data = open_all([Path(path)], kept())
    except KgError as fault:
        control.sendall(json.dumps({"fault": str(fault)}).encode() + b"\n")
        return
    within = Limits(**json.loads(limits))
    _warm(data, within)
    gc.collect()
    gc.freeze()  # the collector of a worker leaves alone, and so shared, what was there before
    control.sendall(json.dumps({"base": data.base, "statements": len(data.store)}).encode() + b"\n")
    _obey(control, data, within)


def _obey(control: socket.socket, data: Data, limits: Limits) -> None:
    """Fork and end workers as told."""
    children = set[int]()
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, ORDER.size, 1)
        while children:  # a number is free for others only once its child is reaped, which happens here alone
            ended, _ = os.waitpid(-1, os.WNOHANG)
            if not ended:
                break
            children.discard(ended)
        if len(message) < ORDER.size:
            break
        order, child = ORDER.unpack(message)
        if order == FORK:
            children.add(_fork(control, socket.socket(fileno=descriptors[0]), data, limits))
        elif order == KILL and child in children:
            os.kill(child, signal.SIGKILL)
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def _fork(control: socket.socket, connection: socket.socket, data: Data, limits: Limits) -> int:
    """Bring forth a worker that serves the connection, and return its process number."""
    child = os.fork()
    if child:
        connection.close()
        return child
    control.close()
    null = os.open(os.devnull, os.O_RDWR)
    for standard in range(3):  # a worker that runs out of memory would print where
        os.dup2(null, standard)
    os.close(null)
    try:
        work(connection, data, limits)
    finally:  # whatever happens, a child never goes on with its parent's work
        os._exit(0)


def _warm(data: Data, limits: Limits) -> None:
    """Do once what workers do, so that they find all files read and all modules imported."""
    for accept in ("", "text/csv", "application/sparql-results+xml", "text/tab-separated-values"):
        answer(data, Question(text="SELECT * { ?s ?p ?o } LIMIT 1", accept=accept), limits, Reply(io.BytesIO()))
    answer(data, Question(text="ASK {}"), limits, Reply(io.BytesIO()))
    for form in ("html", "turtle", "nt", "jsonld"):
        look(data, Thing(path="", form=form), Reply(io.BytesIO()))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main(*sys.argv[1:])
