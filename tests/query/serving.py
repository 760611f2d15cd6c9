"""A server that never ends its answers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer


@contextmanager
def dripping() -> Iterator[str]:
    """Give the address of a server that answers drop by drop, without end, until the block ends."""
    stop = threading.Event()

    class Drops(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            try:
                while not stop.wait(0.02):
                    self.wfile.write(b" ")
            except OSError:
                return

        do_POST = do_GET  # noqa: N815 - as the server calls it

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Drops) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            stop.set()
            server.shutdown()
            thread.join()
