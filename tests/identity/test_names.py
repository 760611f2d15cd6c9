"""Names are compared by what they sound like, and near misses stay apart."""

import pytest

from kg.identity.names import compare, fold, key, keys, parse

SAME = [
    ("Khrushchev", "Хрущёв"),
    ("Khrushchev", "Chruschtschow"),
    ("Khrushchev", "Chruszczow"),
    ("Khrushchev", "Hruscsov"),
    ("Khrushchev", "Khrouchtchev"),
    ("N. S. Khrushchev", "Nikita Sergeevich Khrushchev"),
    ("Khrushchev, Nikita S.", "N.S. Khrushchev"),
    ("Vyshinskii", "Vyshinsky"),
    ("Vyshinskij", "Wyschinski"),
    ("Andrei Gromyko", "Андрей Громыко"),
    ("Elyutin", "Yelyutin"),
    ("Jeljutin", "Елютин"),
    ("Gor'kii", "Gorky"),
    ("Malenkov", "Malenkow"),
    ("Chebrikov", "Tschebrikow"),
    ("Chebrikov", "Tchebrikov"),
    ("Furtseva", "Furzewa"),
    ("János Kádár", "Kádár János"),
    ("Imre Nagy", "Nagy Imre"),
    ("Kadar", "János Kádár"),
    ("Zhou Enlai", "Chou En-lai"),
    ("Zhou", "Chou En-lai"),
    ("Mao Zedong", "Mao Tse-tung"),
    ("Mao Zedong", "毛泽东"),
    ("Deng Xiaoping", "Teng Hsiao-p'ing"),
    ("Müller", "Mueller"),
    ("J[ohn] Miller", "John Miller"),
]
APART = [
    ("Malin", "Malinin"),
    ("Imre Nagy", "Imre Horváth"),
    ("Kim Il Sung", "Kim Jong Il"),
    ("Ivan Petrov", "Ivan Petrenko"),
    ("N. S. Petrov", "N. V. Petrov"),
    ("Anna Petrova", "Anna Petrov"),
    ("Anna Weiss", "Maria Weiss"),
    ("Zhou Enlai", "Zhou Yang"),
    ("Serov", "Sedov"),
    ("Novikov", "Novak"),
    ("Karl Marx", "Karl Marks-Engels"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_name_are_alike(left: str, right: str) -> None:
    likeness = compare(left, right)
    assert likeness.score >= 0.6, likeness
    assert likeness == compare(right, left)
    assert set(keys(left)) & set(keys(right))


@pytest.mark.parametrize(("left", "right"), APART)
def test_near_misses_stay_apart(left: str, right: str) -> None:
    assert compare(left, right).score == 0
    assert compare(left, right).reasons


def test_a_bare_surname_says_less_than_initials_and_these_less_than_a_full_name() -> None:
    scores = [
        compare("Anna Maria Weiss", form).score for form in ("Weiss", "A. Weiss", "Anna Weiss", "Anna Maria Weiss")
    ]
    assert scores == sorted(set(scores))


@pytest.mark.parametrize(("form", "folded"), [("Dubček", "dubcek"), ("Gor'kii", "gorkii"), ("Хрущёв", "khrushchev")])
def test_folding_leaves_plain_letters(form: str, folded: str) -> None:
    assert fold(form) == folded


def test_a_form_without_a_surname_has_no_key() -> None:
    assert key("Nikita Sergeevich") == ""
    assert parse("Nikita Sergeevich").given == ("nikita", "sergeevich")
