"""The network is closed to tests, but for this machine."""

import socket
import urllib.request

import pytest


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.org"])
def test_another_machine_is_out_of_reach(host: str) -> None:
    with pytest.raises(RuntimeError, match="tests reach this machine only"):
        socket.create_connection((host, 80), timeout=1)


def test_a_web_address_is_out_of_reach() -> None:
    with pytest.raises(RuntimeError, match=r"asked for example\.org"):
        urllib.request.urlopen("http://example.org/", timeout=1)


def test_this_machine_is_within_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname(), timeout=1):
        pass
