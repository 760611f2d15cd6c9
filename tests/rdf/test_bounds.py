import time
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf.bounds import bounds


@pytest.mark.parametrize(
    ("edtf", "begin", "end"),
    [
        ("1956-11-04", "1956-11-04", "1956-11-04"),
        ("1956-02", "1956-02-01", "1956-02-29"),
        ("1957-02", "1957-02-01", "1957-02-28"),
        ("1956", "1956-01-01", "1956-12-31"),
        ("195X", "1950-01-01", "1959-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1956-XX", "1956-01-01", "1956-12-31"),
        ("1956-11-XX", "1956-11-01", "1956-11-30"),
        ("1956-11-1X", "1956-11-10", "1956-11-19"),
        ("1956-02-2X", "1956-02-20", "1956-02-29"),
        ("1956-1X", "1956-10-01", "1956-12-31"),
        ("1956-0X", "1956-01-01", "1956-09-30"),
        ("1956-23", "1956-09-01", "1956-11-30"),
        ("1956-34", "1956-04-01", "1956-06-30"),
        ("1956-02~", "1956-02-01", "1956-02-29"),
        ("1956-11-04?", "1956-11-04", "1956-11-04"),
        ("?1956-11-~04", "1956-11-04", "1956-11-04"),
        ("1956-11-04/1956-11-08", "1956-11-04", "1956-11-08"),
        ("1956-10~/1956-11", "1956-10-01", "1956-11-30"),
        ("../1956", "", "1956-12-31"),
        ("1956/..", "1956-01-01", ""),
        ("/1956", "", "1956-12-31"),
        ("1956/", "1956-01-01", ""),
        ("[1956,1958-02]", "1956-01-01", "1958-02-28"),
        ("{1956-03..1956-05}", "1956-03-01", "1956-05-31"),
        ("[..1956]", "", "1956-12-31"),
        ("1956-11-04T10:00:00Z", "1956-11-04", "1956-11-04"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(edtf: str, begin: str, end: str) -> None:
    assert bounds(edtf) == (begin, end)


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "XXXX",
        "Y170000002",
        "-0044",
        "0000",
        "1956-13",
        "1956-42",
        "1956-02-31",
        "1956-00",
        "autumn",
        "../..",
        "12",
        "[]",
    ],
)
def test_what_gives_no_days_gives_none(edtf: str) -> None:
    assert bounds(edtf) == ("", "")


YEARS = st.integers(1000, 2100)


PLAIN = st.one_of(
    st.dates(date(1000, 1, 1), date(2100, 12, 31)).map(date.isoformat),
    st.builds("{:04}-{:02}".format, YEARS, st.integers(1, 12)),
    YEARS.map(str),
)
OTHER = st.one_of(
    st.builds("{:04}-{:02}".format, YEARS, st.integers(21, 41)),
    st.builds("{:03}X".format, st.integers(100, 209)),
    st.builds("{:02}XX".format, st.integers(10, 20)),
    st.builds("{:04}-{:02}-XX".format, YEARS, st.integers(1, 12)),
    st.builds("{}{}".format, PLAIN, st.sampled_from("~?%")),
)


@given(st.one_of(PLAIN, OTHER))
def test_the_edtf_library_finds_the_same_days(edtf: str) -> None:
    found = parse_edtf(edtf)
    assert bounds(edtf) == tuple(time.strftime("%Y-%m-%d", day) for day in (found.lower_strict(), found.upper_strict()))
