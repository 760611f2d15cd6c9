"""How a worker's answer comes over its socket: frames of one kind and any length, each known whole or not at all."""

import struct
from typing import Final, Literal

Kind = Literal[b"h", b"d", b"e", b"l", b"x"]

HEAD: Final = b"h"  # JSON: the status, and what the HTTP headers need
DATA: Final = b"d"  # a piece of the body
END: Final = b"e"  # the body is whole, and the worker ready for the next task
LAST: Final = b"l"  # the body is whole, and the worker goes
BROKEN: Final = b"x"  # the body must not pass for whole: a limit was reached half way

PREFIX: Final = struct.Struct("!cI")
"""What comes before each frame: its kind and its length in bytes."""


def frame(kind: bytes, content: bytes = b"") -> bytes:
    """Return a frame as it is sent."""
    return PREFIX.pack(kind, len(content)) + content
