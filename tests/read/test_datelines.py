"""The date that a plain letter, telegram or paper prints of itself."""

import pytest

from kg.model import Document, field_of
from kg.read import Source, read_source


def date_of(text: str) -> str | None:
    document: Document = read_source(Source("papers/17.txt", text.encode(), "corpus"))
    field = field_of(document, "date")
    return field.value if field else None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Date: 14.V.1957", "1957-05-14"),
        ("DATE: October 29, 1957", "1957-10-29"),
        ("**Date:** 14 May 1957", "1957-05-14"),
        ("To: Harbour Office   Date: 14 May 1957", "1957-05-14"),
        ("Date of conversation: May 1957", "1957-05"),
        ("Dated the 3rd of May, 1957", "1957-05-03"),
        ("Datum: 4.5.57", "1957-05-04"),
        ("Дата: 5 мая 1957 г.", "1957-05-05"),
        ("Port Albert, the 3rd of May, 1957.", "1957-05-03"),
        ("Varna, 4.VI.1957", "1957-06-04"),
        ("Gdynia, dnia 4 maja 1957 r.", "1957-05-04"),
        ("Rostock, den 5. Mai 1957", "1957-05-05"),
        ("V Děčíně dne 5. května 1957", "1957-05-05"),
        ("Constanța, 7 aprilie 1957", "1957-04-07"),
        ("Szeged, 1957. október 23.", "1957-10-23"),
        ("1957. október 23.", "1957-10-23"),
        ("1957. V. 12.", "1957-05-12"),
        ("г. Керчь, 5 мая 1957 года", "1957-05-05"),
        ("Le Havre, le 1er février 1957", "1957-02-01"),
        ("Varna, May 4, 1957—5 p.m.", "1957-05-04"),
        ("Received at 5 p.m.", None),
        ("Subject: our talk of 3 May 1957", None),
        ("Your letter No. 12 of 3.5.1957", None),
        ("File 3.5.1957", None),
        ("Varna, 41.VI.1957", None),
        ("Update: 14.5.1957", None),
    ],
)
def test_a_line_of_the_head_may_date_the_paper(line: str, date: str | None) -> None:
    assert date_of(f"HARBOUR OFFICE\nNo. 1605\n{line}\n\nThe mole was seen to.\n\nTarn\n") == date


def test_a_label_counts_before_a_date_in_the_subject_and_a_dateline_before_a_title() -> None:
    assert date_of("Talk of 3 May 1957\nRef: yours of 1 May 1957\nDate: 4 May 1957\n\nThe mole.") == "1957-05-04"
    assert date_of("Talk of 3 May 1957\n\nVarna, 5 May 1957\n\nThe mole.") == "1957-05-05"
    assert date_of("Talk of 3 May 1957\n\nThe mole.") == "1957-05-03"


def test_a_letter_may_be_dated_at_its_foot_before_the_notes() -> None:
    foot = "\n\nWith greetings,\nIvo Tarn\nVarna, 5 May 1957\n"
    body = "Dear friend,\n\nthe mole was seen to on 2 May 1956.\n\n" * 5
    assert date_of(body + foot) == "1957-05-05"
    assert date_of(f"{body}{foot}\nNotes\n1. So he did, on\n7 June 1958\n") == "1957-05-05"


def test_a_date_in_running_text_is_not_that_of_the_paper() -> None:
    text = (
        "Dear friend,\n\nThe mole was seen to.\n\nIt had been built before.\n\nI came on 3 May 1957 and left.\n\nTarn\n"
    )
    assert date_of(text) is None
