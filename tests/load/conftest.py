"""Builds made by hand, real stores on this machine, and a go-between that fails when it is told to."""

import shutil
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.dev import servers
from tests.load.between import Between, Handler
from tests.loopback import answering
from tests.oxigraph import oxigraph_or_skip

CAP = 20_000  # rows after which our Virtuoso cuts a result


@pytest.fixture(autouse=True)
def _no_password(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Passwords come from the test alone, not from who runs it."""
    for name in ("KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))


@pytest.fixture(scope="session")
def oxigraph_server() -> Iterator[str]:
    with oxigraph_or_skip() as url:
        yield url


@pytest.fixture
def oxigraph(oxigraph_server: str) -> str:
    """The address of an empty Oxigraph."""
    urllib.request.urlopen(urllib.request.Request(f"{oxigraph_server}/store", method="DELETE")).close()  # noqa: S310
    return oxigraph_server


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Virtuoso with name and password "dba"."""
    binary = shutil.which("virtuoso-t")
    if binary is None:
        pytest.skip("needs Virtuoso 7: apt-get install virtuoso-opensource")
    with servers.virtuoso(binary, tmp_path_factory.mktemp("virtuoso"), CAP) as (url, _):
        yield url


@pytest.fixture
def between(oxigraph: str) -> Iterator[Between]:
    """A go-between before an empty Oxigraph; it fails as soon as it is told how."""
    server = Between(("127.0.0.1", 0), Handler)
    server.store = oxigraph.removeprefix("http://")
    server.requests = []
    with answering(server):
        yield server
