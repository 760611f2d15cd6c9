"""What one request may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What each request may take, and how many may at a time; a request that needs more is ended.

    `memory` is what a question may use besides the data itself, which all share.
    """

    seconds: float = 30.0  # from the question to its last byte
    rows: int = 1_000_000  # rows, or triples of a graph
    memory: int = 150  # MiB
    at_once: int = 8  # questions worked on; the others wait
    patience: float = 30.0  # seconds that a request waits for its turn
    body: int = 1_000_000  # bytes of a request
