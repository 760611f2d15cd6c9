import pytest

from kg.read.values import edtf_of, fold, language_code


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("November 4, 1956", "1956-11-04"),
        ("July 06, 1949", "1949-07-06"),
        ("17 May 1961", "1961-05-17"),
        ("May 1961", "1961-05"),
        ("Nov. 1967", "1967-11"),
        ("1961", "1961"),
        ("1961-05-17", "1961-05-17"),
        ("1961-05", "1961-05"),
        ("1950s", "195X"),
        ("circa 1950", "1950~"),
        ("September 21, [19]46", "1946-09-21"),
        ("May 8, 1956 - May 11, 1956", "1956-05-08/1956-05-11"),
        ("1952-1953", "1952/1953"),
    ],
)
def test_a_printed_date_becomes_edtf(words: str, edtf: str) -> None:
    assert edtf_of(words) == edtf


@pytest.mark.parametrize("words", ["", "Undated", "31 June 1961", "February 30, 1950", "1961-13", "1955s", "12", "May"])
def test_what_is_no_date_gives_none(words: str) -> None:
    assert edtf_of(words) is None


@pytest.mark.parametrize(
    ("name", "code"), [("Russian", "ru"), ("Serbo-Croatian", "sh"), (" chinese ", "zh"), ("de", "de"), ("Elvish", None)]
)
def test_a_language_has_its_tag_or_none(name: str, code: str | None) -> None:
    assert language_code(name) == code


def test_white_space_is_folded() -> None:
    assert fold(" a \n\tb  c ") == "a b c"
