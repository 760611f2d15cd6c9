"""How our clients treat the servers of others: who asks, which refusals are worth another try, how long to wait."""

import os
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPResponse
from typing import Final

from kg import __version__
from kg.errors import QueryError

TRIES: Final = 5
BUSY: Final = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT: Final = 300.0
_MOST: Final = 50_000_000  # bytes of one answer
_PIECE: Final = 65_536


def agent() -> str:
    """Return who asks, as a server's keepers want to know it: the program, and `$KG_CONTACT` (an address) if set."""
    contact = " ".join(os.environ.get("KG_CONTACT", "").split())
    return f"archival-kg/{__version__} ({contact or 'contact: see the package'})"


def pause(header: str | None, attempt: int) -> float:
    """Return the seconds to wait: what `Retry-After` asks (seconds or a date), else one, two, four and so on.

    Raises:
        QueryError: the server asks for longer than anybody waits at a terminal.

    """
    seconds = _asked(header.strip()) if header else None
    if seconds is None:
        return float(2**attempt)
    if seconds > _LONGEST_WAIT:
        raise QueryError(f"The server asks to be left alone for {seconds:,.0f} seconds. What came before is kept.")
    return seconds


def _asked(header: str) -> float | None:
    if header.isdecimal():
        return float(header)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    now = datetime.fromtimestamp(time.clock_gettime(time.CLOCK_REALTIME), UTC)
    return max(1.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())


def read(reply: HTTPResponse, url: str, timeout: float) -> bytes:
    """Read an answer that is neither endless nor given drop by drop.

    Raises:
        QueryError: it is longer than any answer to what we ask.
        TimeoutError: it takes longer than `timeout` seconds.

    """
    content, until = bytearray(), time.perf_counter() + timeout
    while piece := reply.read1(_PIECE):
        content += piece
        if len(content) > _MOST:
            raise QueryError(f"{url} answers more than {_MOST:,} bytes. Nothing that was asked for is as long.")
        if time.perf_counter() > until:
            raise TimeoutError
    return bytes(content)
