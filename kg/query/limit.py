"""A limit of time for what cannot be interrupted from within: the engine answers in a process that can be ended."""

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeVar, cast

from kg.errors import KgError, QueryError

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what `work` returns (it must pickle), done by a forked process that is ended after `seconds`.

    Raises:
        QueryError: the time is over, or the process ended without an answer (as when memory runs out).
        KgError: what `work` raised.

    """
    context = multiprocessing.get_context("fork")  # it takes `work` with it as it is
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(sender, work), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(seconds):
            raise QueryError(
                f"The question took longer than {seconds:g} s and was ended. Ask for less, or give it longer."
            )
        outcome = receiver.recv()
    except EOFError as fault:
        raise QueryError("The question ended without an answer; there may be too little memory for it.") from fault
    finally:
        process.kill()
        process.join()
    if isinstance(outcome, KgError):
        raise outcome
    return cast("T", outcome)


def _answer(sender: Connection, work: Callable[[], object]) -> None:
    """Do the work in the child, and send what came of it."""
    try:
        outcome = work()
    except KgError as fault:
        outcome = fault
    sender.send(outcome)


@contextmanager
def interruptible() -> Iterator[None]:
    """Let Ctrl-C end the program at once: while the engine works, Python would not hear of it."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
