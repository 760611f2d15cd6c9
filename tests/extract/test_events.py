"""Events: the document's own, those with a name, and those whose clause holds a date."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The treaty was signed on 4 May 1956.", ["The treaty was signed on 4 May 1956"]),
        ("After the Korean War the port was empty.", ["Korean War"]),
        ("The port was empty.", []),
        ("See p. 4 of the list.", []),
    ],
)
def test_named_and_dated_events_are_found(read: Read, body: str, expected: list[str]) -> None:
    found = [
        event.span.exact.removeprefix("the ")
        for event in read(body, "Minutes of the Board, 3 June 1957").events
        if event.event_class != "own"
    ]
    assert found == expected


def test_a_diary_may_have_no_entries(read: Read) -> None:
    (own,) = read("It rained all the time.", "From the Diary of a Consul").events
    assert own.span.exact == "From the Diary of a Consul"
