"""Bearers of one name in several documents: joined where nobody else can be meant."""

from kg.identity.bearers import Bearer, same_bearers


def bearers(*told: tuple[str, str, int]) -> list[tuple[int, int]]:
    return same_bearers(
        Bearer(index=index, label=label, document=document, year=year)
        for index, (label, document, year) in enumerate(told)
    )


def test_a_document_that_keeps_two_of_one_name_apart_is_passed_over() -> None:
    pairs = bearers(
        ("Anna Weiss", "d1", 1951), ("Anna Weiss", "d2", 1952), ("Anna Weiss", "d2", 1952), ("Anna Weiss", "d3", 1953)
    )
    assert pairs == [(0, 3)]


def test_names_that_sound_alike_in_no_spelling_are_two() -> None:
    assert bearers(("Ivan Zhukov", "d1", 1951), ("Ivan Chukov", "d2", 1952)) == []
    assert set(bearers(("Ivan Zhukov", "d1", 1951), ("Iwan Schukow", "d2", 1952))) == {(0, 1)}
