"""A small build that is served on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.serve.limits import Limits
from tests.serve.serving import TOMBSTONE, Site, serving, write_build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour documents as a build, with a name that was given up."""
    return write_build(tmp_path_factory.mktemp("serve") / "out", TOMBSTONE)


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The harbour documents, served with the limits of every day."""
    with serving(built, Limits()) as site:
        yield site


@pytest.fixture(scope="session")
def strict(built: Path) -> Iterator[Site]:
    """The same with limits that are soon reached."""
    with serving(built, Limits(seconds=1, rows=3000, memory=24, at_once=2, patience=1, body=2000)) as site:
        yield site
