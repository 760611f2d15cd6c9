"""A server that never ends its answers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer

from tests.loopback import Quiet, answering


@contextmanager
def dripping() -> Iterator[str]:
    """Give the address of a server that answers drop by drop, without end, until the block ends."""
    stop = threading.Event()

    class Drops(Quiet):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            try:
                while not stop.wait(0.02):
                    self.wfile.write(b" ")
            except OSError:
                return

        do_POST = do_GET

    with answering(HTTPServer(("127.0.0.1", 0), Drops)) as url:
        try:
            yield f"{url}/"
        finally:
            stop.set()
