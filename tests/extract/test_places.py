"""Places, and words that look like one."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The train from Vienna to Prague was late.", ["Vienna", "Prague"]),
        ("Moscow decided.", ["Moscow"]),
        ("The Suez Crisis was long.", []),
        ("The Soviet and Chinese guests sang.", []),
        ("He was at the Embassy of Poland.", []),
    ],
)
def test_places_are_found_outside_other_names(read: Read, body: str, expected: list[str]) -> None:
    assert [m.span.exact for m in read(body).mentions if m.kind == "place"] == expected
