"""What all tests share: the documents beside the project, builds of what has gold, and a closed network."""

import hashlib
import json
import sys
from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]

settings.register_profile("kg", deadline=None, derandomize=True)  # the same examples at every run, on any machine
settings.load_profile("kg")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents, gold and queries beside the project; the test is skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared beside the project")
    return folder


@pytest.fixture(scope="session")
def examples_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the examples. Nobody writes into it."""
    return _built([ROOT / "examples"], tmp_path_factory.mktemp("examples"))


@pytest.fixture(scope="session")
def shared_build(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of all documents of ../shared that have gold. Nobody writes into it."""
    sums, pages = set(), set()
    for path in sorted((shared / "gold").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(gold, list):
            pages |= {(path.name.partition(".")[0], entry["file"]) for entry in gold}
        else:
            sums.add(gold["document"]["sha256"])
    texts = [path for path in shared.rglob("*.txt") if hashlib.sha256(path.read_bytes()).hexdigest() in sums]
    texts += [shared / "corpus" / folder / name for folder, name in pages]
    return _built(sorted(texts), tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="session")
def seed_build(shared: Path, shared_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the document that this project was asked for. Nobody writes into it."""
    return _built([shared / "seed"], tmp_path_factory.mktemp("seed"), cache=shared_build.parent / "cache")


def _built(sources: Sequence[Path], folder: Path, cache: Path | None = None) -> Path:
    """Build with the language model; what another build has read already comes from its cache."""
    from kg.build import Options, build  # noqa: PLC0415 - most tests need no build

    build(sources, folder / "output", Options(cache=cache or folder / "cache"))
    return folder / "output"


def _is_loopback(host: object) -> bool:
    if not isinstance(host, str) or host in {"", "localhost"}:
        return True  # no host at all, or this one
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _closed_network(event: str, arguments: tuple[object, ...]) -> None:
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a path is a socket of this machine
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if not _is_loopback(host):
        raise RuntimeError(f"a test asked for {host}: tests reach this machine only")


sys.addaudithook(_closed_network)
