"""How long our clients wait, and who they say they are."""

import time
from email.utils import formatdate

import pytest

from kg.errors import QueryError
from kg.query.polite import agent, pause


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, 4),
        ("", 4),
        ("7", 7),
        (" 7 ", 7),
        ("0", 0),
        ("soon", 4),
        ("-3", 4),
        ("²", 4),
        ("1.5", 4),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 1),
        ("Wed, 21 Oct 2015 07:28:00 -0000", 1),
    ],
)
def test_a_server_is_waited_for_as_long_as_it_asks(header: str | None, seconds: float) -> None:
    assert pause(header, 2) == seconds


def test_a_date_to_come_is_waited_for() -> None:
    header = formatdate(time.clock_gettime(time.CLOCK_REALTIME) + 60, usegmt=True)
    assert 55 <= pause(header, 0) <= 60


def test_a_server_that_asks_for_an_hour_is_not_asked_again() -> None:
    with pytest.raises(QueryError, match="left alone for 3,600 seconds"):
        pause("3600", 0)


def test_the_name_carries_a_contact_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_CONTACT", raising=False)
    assert agent().startswith("archival-kg/")
    monkeypatch.setenv("KG_CONTACT", "reader@example.org\n")
    assert agent().endswith("(reader@example.org)")
