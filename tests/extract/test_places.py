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
        ("They walked down Vienna Street to the river.", ["Vienna Street"]),  # no longer Vienna itself
        ("They live near Tarany. He was sent to Kassa with them.", ["Tarany", "Kassa"]),
        ("In Tarany, the harbor froze; the boat left for Hedvika in May.", ["Tarany", "Hedvika"]),
        ("It is said in Acheson letters, in Yiddish, in Soviet-occupied areas and in May.", []),
        ("He had no confidence in Tarany. The Office is in Order.", []),
        ("Trade with the PR China and North Borneo and northern Italy grew.", ["PR China", "North Borneo", "Italy"]),
    ],
)
def test_places_are_found_outside_other_names(read: Read, body: str, expected: list[str]) -> None:
    assert [m.span.exact for m in read(body).mentions if m.kind == "place"] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Prague - city in Bohemia, was named.", "city"),
        ("The town of Vienna was named.", "town"),
        ("Vienna, a city of music, was named.", "city"),
        ("Vienna, city lights and all.", ""),
        ("Vienna - capital of Austria.", ""),
    ],
)
def test_a_text_says_what_sort_of_place_it_is(read: Read, body: str, expected: str) -> None:
    assert next(m.note for m in read(body).mentions if m.kind == "place") == expected
