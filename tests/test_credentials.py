from pathlib import Path

import pytest

from kg.credentials import credentials
from kg.errors import KgError


def test_a_netrc_file_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_STORE_USER", raising=False)
    (tmp_path / "netrc").write_text("machine a lo gin b\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    with pytest.raises(KgError, match="netrc cannot be read"):
        credentials("a")
    (tmp_path / "netrc").write_text("machine a login b password c\n")
    assert (credentials("a"), credentials("z")) == (("b", "c"), None)


def test_the_environment_goes_before_the_netrc_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netrc").write_text("machine a login b password c\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("KG_STORE_USER", "dba")
    monkeypatch.setenv("KG_STORE_PASSWORD", "")
    assert credentials("a") == ("dba", "")
