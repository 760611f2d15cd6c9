"""A real Oxigraph server for the tests that need one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kg.dev import servers


@contextmanager
def oxigraph_or_skip() -> Iterator[str]:
    """Run an empty server in memory and yield its address; the test is skipped where it is not installed."""
    binary = servers.oxigraph_binary()
    if binary is None:
        pytest.skip("needs the Oxigraph server: pip install oxigraph")
    with servers.oxigraph(binary) as url:
        yield url
