"""Dates: every form with its EDTF, what is supplied, what is relative, and what only looks like a date."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import dates
from kg.model import Analysis, DateMention
from tests.extract.conftest import Read, document

ENGLISH = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
RUSSIAN = (
    *("января", "февраля", "марта", "апреля", "мая", "июня", "июля"),
    *("августа", "сентября", "октября", "ноября", "декабря"),
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def found(text: str, own: str = "") -> tuple[DateMention, ...]:
    """Read the dates of a text whose document is of the day `own`."""
    page = document(text)
    return dates(page, Analysis(document="t-1", date=own)).dates


def values(text: str, own: str = "") -> list[str]:
    return [mention.edtf for mention in found(text, own)]


FORMS = [
    ("on 4 March 1957", "1957-03-04"),
    ("on the 4th of March, 1957", "1957-03-04"),
    ("On March 4, 1957 they left", "1957-03-04"),
    ("March 4th, 1957", "1957-03-04"),
    ("1957-03-04", "1957-03-04"),
    ("4.3.1957", "1957-03-04"),
    ("04.03.57", "1957-03-04"),
    ("4.III.1957", "1957-03-04"),
    ("4 III 57", "1957-03-04"),
    ("4/III/57", "1957-03-04"),
    ("23/10/1957", "1957-10-23"),
    ("10/23/1957", "1957-10-23"),
    ("4 марта 1957 г.", "1957-03-04"),
    ("4 marta 1957 g.", "1957-03-04"),
    ("1957. március 4.", "1957-03-04"),
    ("4. März 1957", "1957-03-04"),
    ("4 mars 1957", "1957-03-04"),
    ("4 March [1957]", "1957-03-04"),
    ("March 1957", "1957-03"),
    ("в марте 1957 года", "1957-03"),
    ("summer 1957", "1957-22"),
    ("the autumn of 1957", "1957-23"),
    ("the 1950s", "195X"),
    ("circa 1957", "1957~"),
    ("1957-1959", "1957/1959"),
    ("of 15th Sept. 57 on rivers", "1957-09-15"),
    ("4-III-1957", "1957-03-04"),
    ("23-10-1957", "1957-10-23"),
    ("4. marts 1957", "1957-03-04"),
    ("4 oktober 1957", "1957-10-04"),
    ("on Nov. 9th/10th, 1957", "1957-11-09/1957-11-10"),
    ("from the 12th to the 13th of March 1957", "1957-03-12/1957-03-13"),
    ("the winter of 1957/58", "1957-24"),
    ("on the eve of 1 March 1957", "1957-02-28"),
    ("1957–59", "1957/1959"),
    ("25-29 March 1957", "1957-03-25/1957-03-29"),
    ("March 25-29, 1957", "1957-03-25/1957-03-29"),
    ("from 23 March to 4 April 1957", "1957-03-23/1957-04-04"),
    ("20./21. November 1997", "1997-11-20/1997-11-21"),
    ("16/17 March 1957", "1957-03-16/1957-03-17"),
    ("[before 4 March 1957]", "../1957-03-04"),
    ("[after March 1957]", "1957-03/.."),
    ("not later than 4 March 1957", "../1957-03-04"),
    ("не ранее 4 марта 1957 г.", "1957-03-04/.."),
    ("before 4 March 1957", "1957-03-04"),  # in a sentence the day itself is named
    ("between 30 December 1957 and 4 January 1958", "1957-12-30/1958-01-04"),
    ("23 December to 4 January 1958", "1957-12-23/1958-01-04"),
    ("in 1957", "1957"),
    ("on 29 February 1956", "1956-02-29"),
    ("1957. V. 12.", "1957-05-12"),
    ("March 4th, '57", "1957-03-04"),
    ("March 4 [5?], 1957", "1957-03-04"),
    ("March 4 [ 5 ], 1957", "1957-03-04"),
    ("March 4, 1957: the mole", "1957-03-04"),
    ("March 4, [19]57", "1957-03-04"),
    ("3 (16) July 1903", "1903-07-16"),
    ("14 (1) November 1903", "1903-11-14"),
    ("25 October (7 November) 1917", "1917-11-07"),
    ("3/16 July 1903", "1903-07-16"),
    ("3/16 July 1957", "1957-07-03/1957-07-16"),  # days of a ferry
    ("Circa 1957", "1957~"),
    ("in the fifties", "195X"),
    ("in the early fifties", "195X"),
    ("in the '50s", "195X"),
    ("in den fünfziger Jahren", "195X"),
    ("in den 50er Jahren", "195X"),
    ("3/XII-57", "1957-12-03"),
    ('on "4" March 1957', "1957-03-04"),
    ("5. jul 1957", "1957-07-05"),
    ("v srpnu 1957", "1957-08"),
    ("Na jaře 1957", "1957-21"),
    ("Весной 1957 г.", "1957-21"),
    ("в феврале—марте 1957 г.", "1957-02/1957-03"),
    ("в 50-е годы", "195X"),
    ("v 50. letech", "195X"),
    ("Im Sommer 1957", "1957-22"),
    ("осенью 1957 г.", "1957-23"),
    ("from the 28th of June until the 3rd of July 1957", "1957-06-28/1957-07-03"),
    ("Between April and July 1957", "1957-04/1957-07"),
    ("in '57", "1957"),
    ("in the mid-1950s", "195X"),
    ("at Christmas 1957", "1957"),
    ("in April-June, 1957", "1957-04/1957-06"),
    ("it was in 1957-58. They", "1957/1958"),
]


@pytest.mark.parametrize(("text", "edtf"), FORMS)
def test_a_date_is_read_in_all_its_forms(text: str, edtf: str) -> None:
    assert values(f"It was {text}; so it stayed.") == [edtf]


NOT = [
    "a 12-year period",
    "No. 1957 of the list",
    "pp. 1901-1950",
    "1957 tons of salt",
    "He may march in April's place, may he not?",
    "at 10:30",
    "31.11.1957",
    "the ratio 4/5",
    "$1957",
    "room 1957",
    "point 4.3.2 of the plan",
    "https://example.org/1957/03/04",
    "5 I think",
    "5. I think so",
    "30 February 1957",
    "31 April",
    "30./31. June 1957",
    "the 3rd category of the 20th Congress",
    "on the 41st day, of the 12th battalion",
    "by the New Year celebrations",
    "the 31st ult. ultimatum of some 12 inst",
    "a frost of 4-5-1957 metres",
    "the last summers and every winter",
    "the eve of the congress",
    "a man in his late fifties",
    "fifties of the crew",
    "Ferrytel 1957",
    "at kilometre 1957 of the river",
    "1957 apartments",
    "at 1957 North Mole Street",
    "1600 hours",
    "there were 1957 boats",
    "of salt 1957 mules are to come",
    "mit 1957 Mann",
    "всего 1957 листов",
    "dopis č. 1957",
    "Article 1957",
    "it gave 2029 souls",
    "the programme Vision 2000",
    "the Agenda 2000 of the ferries",
    "lady March im Garten",
    "in mars and mai",
    "had 1957 void votes",
    "see telegrams 1689 and 1702",
    "Decree 1957",
    "11 '57",
    "the last week of the month",
    "Ferrytel 1703 [1704]",
    "point 18. 10. of the list",
    "Tomorrow will tell",
    "the same month and the following year",
]


@pytest.mark.parametrize("text", NOT)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert values(text, "1957-03-04") == []


RELATIVE = [
    ("He left yesterday.", "1957-03-03"),
    ("We meet tomorrow.", "1957-03-05"),
    ("He left the day before yesterday.", "1957-03-02"),
    ("He left three days ago.", "1957-03-01"),
    ("He left two weeks ago.", "1957-02-18"),
    ("He left a month ago.", "1957-02"),
    ("He left last year.", "1956"),
    ("He left last June.", "1956-06"),
    ("He left on Sunday.", "1957-03-03"),
    ("We meet next Sunday.", "1957-03-10"),
    ("We finish by Sunday.", "1957-03-10"),
    ("We meet a week from today.", "1957-03-11"),
    ("He slept. Today he left.", "1957-03-04"),
    ("On this day he left.", "1957-03-04"),
    ("He had come the night before.", "1957-03-03"),
    ("In the past year he left.", "1956"),
    ("We meet on the 6th.", "1957-03-06"),
    ("We meet from the 6th to the 9th of next month.", "1957-04-06/1957-04-09"),
    ("It has been so since the New Year.", "1957-01-01"),
    ("It has been so since Christmas.", "1956-12-25"),
    ("your letter of the 1st inst.", "1957-03-01"),
    ("your letter of 15th ult.", "1957-02-15"),
    ("he comes on the 10th proximo", "1957-04-10"),
    ("in the autumn of last year", "1956-23"),
    ("it was built last summer", "1956-22"),
    ("it opens this summer", "1957-22"),
    ("Yesterday he left.", "1957-03-03"),
    ("He left day before yesterday evening.", "1957-03-02"),
    ("He left on the 28th.", "1957-02-28"),
    ("Gestern kam er.", "1957-03-03"),
    ("Вчера он ушел.", "1957-03-03"),
    ("В прошлом году он ушел.", "1956"),
    ("In the present year he left.", "1957"),
    ("Last night he left.", "1957-03-03"),
    ("by the morning of the 2nd tanks stood there", "1957-03-02"),
    ("he said on the 2nd that it was so", "1957-03-02"),
    ("bridge closed at midnight of 2nd.", "1957-03-02"),
    ("In the coming year it opens", "1958"),
    ("he left last week", "1957-02-25/1957-03-03"),
    ("the note of the 5. d. M. is lost", "1957-03-05"),
    ("письмо от 5 с.м. утрачено", "1957-03-05"),
]


@pytest.mark.parametrize(("text", "edtf"), RELATIVE)
def test_relative_words_are_measured_from_the_day_of_the_document(text: str, edtf: str) -> None:
    (mention,) = found(text, "1957-03-04")
    assert (mention.edtf, mention.inferred) == (edtf, True)
    assert values(text) == []  # a document of no known day


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("They met on 28 February 1957. The following day they left.", "1957-03-01"),
        ("They met on 1 March 1957. The day before they had left.", "1957-02-28"),
        ("They met on 1 March 1957, and on that day they left.", "1957-03-01"),
        ("They met on 1 March 1957. Three days later they left.", "1957-03-04"),
        ("They met on 1 March 1957.\n\nThey left the next day.", "1957-03-02"),  # as a story goes on
        ("They met in March 1957 and on the 9th they left.", "1957-03-09"),
        ("They met on 1 March 1957 and left on the 9th of the same month.", "1957-03-09"),
        ("They met in March 1957. In the same month they left.", "1957-03"),
        ("They met in March 1957. Two months earlier they had left.", "1957-01"),
        ("They met in March 1957. The following year they left.", "1958"),
        ("They met in September 1957 and left in February.", "1958-02"),
        ("They met in September 1957 and heard that it had burned in February.", "1957-02"),
        ("The ferry of September 1957 and its crew of February.", "1957-02"),
    ],
)
def test_other_relative_words_are_measured_from_the_date_named_last(text: str, edtf: str) -> None:
    assert values(text)[1:] == [edtf]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("She left on Thursday and was in Ruse the same evening.", "1957-02-28"),  # the day of the document is a Monday
        ("She left yesterday. Two days later we heard of it.", "1957-03-05"),
        ("It was signed on 2 March and holds from 1 July. He had it the next day.", "1957-03-03"),  # the past goes on
        ("They met on 1 March. He is to come.\n\nSend the papers by noon on the following day.", "1957-03-05"),
    ],
)
def test_what_counts_from_a_day_may_count_from_one_that_is_relative(text: str, last: str) -> None:
    assert values(text, "1957-03-04")[-1] == last


@pytest.mark.parametrize("words", ["the same day", "the following day", "The day before", "three days later"])
@pytest.mark.parametrize("told", [", 9 March 1957", " (9 March 1957)", ", on 9 March 1957"])
def test_a_date_beside_relative_words_says_which_day_they_mean(words: str, told: str) -> None:
    assert values(f"He came on 1 March 1957. He left, {words}{told}.")[1:] == ["1957-03-09", "1957-03-09"]


def test_a_day_is_not_carried_into_another_paragraph() -> None:
    assert values("They met on 1 March 1957.\n\nThree days later they left.") == ["1957-03-01"]


@pytest.mark.parametrize(
    ("text", "own", "edtf"),
    [
        ("They left on 2 March.", "1957-03-04", "1957-03-02"),
        ("They left on 30 December.", "1957-01-04", "1956-12-30"),  # a text looks back
        ("The toll falls from 1 July.", "1957-03-04", "1957-07-01"),  # but sets a term for what comes
        ("No action. A. B. C., 3/3.", "1957-03-04", "1957-03-03"),
        ("They left on (2 III).", "1957-03-04", "1957-03-02"),
        ("On 5 May 1961 they met, and on 9 May they left.", "1970-01-01", "1961-05-09"),
    ],
)
def test_a_missing_year_is_supplied_and_said_to_be(text: str, own: str, edtf: str) -> None:
    last = found(text, own)[-1]
    assert (last.edtf, last.inferred) == (edtf, True)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The order of 13 October of the previous year stands.", "1956-10-13"),
        ("They met in May 1950 and on 13 October of the same year.", "1950-10-13"),
        ("They met in May 1950 and on 13 October of the following year.", "1951-10-13"),
        ("They met in May 1950 and on 13 October of the year.", "1950-10-13"),
        ("It was so until June of last year.", "1956-06"),
        ("It will be so from June of this year.", "1957-06"),
        ("On 2 March last he left.", "1957-03-02"),
        ("On 2 March\nof this year he left.", "1957-03-02"),
        ("Im Januar war er da.", "1957-01"),
        ("Im Januar dieses Jahres war er da.", "1957-01"),
        ("В январе он ушел.", "1957-01"),
        ("W styczniu był tam.", "1957-01"),
        ("Die Note vom 5. Mai v. J. fehlt.", "1956-05-05"),
        ("Die Note vom 5. 10. d. J. fehlt.", "1957-10-05"),
        ("В ноябре 1950 г. он ушел. 8-9 декабря с.г. он был там.", "1957-12-08/1957-12-09"),
        ("В ноябре 1950 г. он ушел. 8-9 февраля он был там.", "1957-02-08/1957-02-09"),
        ("On 5 March last he left.", "1956-03-05"),
        ("In March last he left.", "1956-03"),
    ],
)
def test_a_year_may_be_told_by_its_distance_from_another(text: str, last: str) -> None:
    assert values(text, "1957-03-04")[-1] == last


def test_without_any_year_the_day_is_kept_and_told() -> None:
    text = "They left on 2 March."
    page = document(text)
    analysis = dates(page, Analysis(document="t-1"))
    assert [mention.edtf for mention in analysis.dates] == ["XXXX-03-02"]
    assert [issue.code for issue in analysis.issues] == ["date-without-year"]


@pytest.mark.parametrize("text", ["30 February 1957", "February 30, 1957", "31 апреля 1957 г.", "1957-02-30"])
def test_a_day_the_calendar_has_not_is_told_and_not_made_a_month(text: str) -> None:
    source = f"They met on {text}, they say."
    page = document(source)
    analysis = dates(page, Analysis(document="t-1", date="1957-03-04"))
    assert analysis.dates == ()
    assert [(issue.code, issue.span and text.startswith(issue.span.exact)) for issue in analysis.issues] == [
        ("date-impossible", True)
    ]


def test_a_year_is_not_carried_over_the_number_of_a_note_glued_to_the_sentence() -> None:
    text = "The office was renamed in January 2005.[2]9 March is the day of the reply."
    assert values(text, "1957-03-12") == ["2005-01", "1957-03-09"]


DAYS = st.dates(min_value=dt.date(1800, 1, 1), max_value=dt.date(2030, 12, 31))


@given(DAYS)
def test_what_was_written_as_a_day_is_read_as_that_day(day: dt.date) -> None:
    month = day.month - 1
    written = (
        day.isoformat(),
        f"{day.day} {ENGLISH[month]} {day.year}",
        f"{ENGLISH[month]} {day.day}, {day.year}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {RUSSIAN[month]} {day.year} г.",
        f"{day.day}.{ROMAN[month]}.{day.year}",
    )
    assert [values(f"It was on {words}; and so on.") for words in written] == [[day.isoformat()]] * len(written)


@given(DAYS, st.integers(1, 300))
def test_an_interval_is_read_from_its_first_to_its_last_day(first: dt.date, length: int) -> None:
    last = first + dt.timedelta(length)
    ends = [f"{day.day} {ENGLISH[day.month - 1]} {day.year}" for day in (first, last)]
    assert values(f"It went from {ends[0]} to {ends[1]}.") == [f"{first.isoformat()}/{last.isoformat()}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ice broke in January.\n\n2. The pilots were paid.", ["1961-01"]),
        ("He left on 1 March.\n\n16 April\n\nHe came.", ["1961-03-01", "1961-04-16"]),
        ("It rained in March. 2 barges sank.", ["1961-03"]),
        ("It rained on Sept. 2, 1957.", ["1957-09-02"]),
    ],
)
def test_what_opens_the_next_paragraph_is_no_day_of_the_month_before_it(text: str, expected: list[str]) -> None:
    assert values(text, "1961-05-20") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was moved from 15 May to 14 May.", ["1961-05-15", "1961-05-14"]),
        ("From June 1957 to March 1957 the mill stood still.", ["1957-06", "1957-03"]),
        ("The week of 28 December to 3 January was quiet.", ["1960-12-28/1961-01-03"]),
    ],
)
def test_a_span_never_ends_before_it_begins(text: str, expected: list[str]) -> None:
    assert values(text, "1961-05-20") == expected


@given(st.text(alphabet="0123456789./-–()[]’ \nIVX of the March марта мая May to and", max_size=200))
def test_spans_quote_the_text_in_order(text: str) -> None:
    mentions = found(text, "1957-03-04")
    assert [m.span.exact for m in mentions] == [text[m.span.start : m.span.end] for m in mentions]
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1946 he spoke, and in April of the\nsame year he died.", ["1946", "1946-04"]),
        ("As my 1605 of 2 May says (copy sent as 1628).", ["1957-05-02"]),
        ("The church of 1605 was burnt in 1628, and rebuilt (1640).", ["1605", "1628", "1640"]),
        ("1891. Dear friend, it rains.", []),
        ("1956. A dry year.", ["1956"]),
        ("It was so in 1891. Nobody knew.", ["1891"]),
        ("They will meet in July, or better in September.", ["1957-07", "1957-09"]),
        ("He came to the 3rd and 4th plenums.", []),
        ("He came on the 3rd and 4th of June.", ["1957-06-03/1957-06-04"]),
        ("He came on the 3rd and left.", ["1957-05-03"]),
    ],
)
def test_numbers_of_telegrams_and_of_plenums_are_no_dates(text: str, expected: list[str]) -> None:
    assert values(text, "1957-05-10") == expected


def test_a_text_without_a_date_of_its_own_goes_on_in_the_year_named_last() -> None:
    assert values("On 4 May 1957 he came.\n\nOn 6 May he left.\n\nIn 1958 he wrote.") == [
        "1957-05-04",
        "1957-05-06",
        "1958",
    ]


def test_the_call_of_a_note_is_no_part_of_a_year(read: Read) -> None:
    notes = "Notes\n1 In ice.\n2 In snow.\n"
    read_dates = read(
        "They came on May 5, 19581 and left on December 262, by sea.\n", "Report, 3 March 1959", notes
    ).dates
    assert [(date.edtf, date.span.exact) for date in read_dates][1:] == [
        ("1958-05-05", "May 5, 1958"),
        ("1958-12-26", "December 26"),
    ]
