"""How server, zygote and workers speak.

A worker's answer comes over its socket in frames of one kind and any length, each known whole or not at all. The zygote
gets orders of one length.
"""

import struct
from typing import Final

HEAD: Final = b"h"  # JSON: the status, and what the HTTP headers need
DATA: Final = b"d"  # a piece of the body
END: Final = b"e"  # the body is whole, and the worker ready for the next task
LAST: Final = b"l"  # the body is whole, and the worker goes
BROKEN: Final = b"x"  # the body must not pass for whole: a limit was reached half way

PREFIX: Final = struct.Struct("!cI")
"""What comes before each frame: its kind and its length in bytes."""

ORDER: Final = struct.Struct("!cI")
"""An order to the zygote: what to do, and with which process."""
FORK: Final = b"+"  # bring forth a worker that serves the socket which comes with the order
KILL: Final = b"-"  # end the worker of that number


def frame(kind: bytes, content: bytes = b"") -> bytes:
    """Return a frame as it is sent."""
    return PREFIX.pack(kind, len(content)) + content
