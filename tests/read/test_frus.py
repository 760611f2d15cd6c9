"""FRUS documents as copied text."""

import pytest

from kg.extract import EXTRACTORS, analyse
from kg.model import field_of
from kg.read import Source, read_source
from tests.read.pages import FRUS


def test_a_copied_page_gives_heading_date_file_number_and_notes() -> None:
    document = read_source(Source("frus/d12.txt", FRUS.encode(), "c"))
    assert document.key == "frus-frus-d12"
    assert {f.name: f.value for f in document.fields} == {
        "source": "Harbour Mission Files, Lot 11–D99",
        "title": (
            "Notes on Meeting Between General Hale and Mr. Tomas Brink at No. 3 Quay Road, Port Albert, "
            "March 2, 1946, 9 a.m."
        ),
        "date": "1946-03-02",
    }
    notes = next(b for b in document.blocks if b.kind == "notes")
    assert FRUS[notes.start : notes.end].startswith("7 Not printed.")


LATER = """21. Memorandum From the Consul (Pike) to Secretary of Fisheries HaleSource

Port Albert, February 3, 1961, 4:30 p.m.

SUBJECT

Eels

The quota of January 5 was kept.1 It is low.

Pike2

* * *

* Source: Department of State, Central Files, 611.61/2-361. Secret. Drafted by Pike.

1 Not found.

3 See Document 22.
"""


def test_a_page_of_a_later_volume_gives_its_heading_and_says_where_it_is_kept() -> None:
    document = read_source(Source("frus/d21.txt", LATER.encode(), "c"))
    assert document.reader == "frus-text/1"
    assert {f.name: f.value for f in document.fields} == {
        "title": "Memorandum From the Consul (Pike) to Secretary of Fisheries Hale",
        "date": "1961-02-03",
        "source": "Department of State, Central Files, 611.61/2-361",
    }
    notes = next(b for b in document.blocks if b.kind == "notes")
    assert LATER[notes.start : notes.end].startswith("* * *\n\n* Source:")


def test_an_editorial_note_bears_no_date() -> None:
    text = "103. Editorial Note\n\nIn a report sent to President Hale on June 28, 1961, the mole was called unsafe.\n"
    document = read_source(Source("d103.txt", text.encode(), "c"))
    assert {f.name: f.value for f in document.fields} == {"title": "Editorial Note"}
    assert analyse(document, [e for e in EXTRACTORS if e.__name__ != "suggestions"]).events[0].event_class == "dated"


def test_a_heading_and_a_dateline_that_a_copy_broke_are_read_whole() -> None:
    text = (
        "893.00/4–146: Telegram\n \n[Document 9]\n \nThe Consul at Varna\n (\nPike\n) \nto the Secretary of State\n31\n"
        " \n[\nVarna\n,] April 1, 1946.\n \nI saw the mole.\n"
    )
    document = read_source(Source("d.txt", text.encode(), "c"))
    assert {f.name: f.value for f in document.fields if f.name != "source"} == {
        "title": "The Consul at Varna (Pike) to the Secretary of State",
        "date": "1946-04-01",
    }


def test_a_call_behind_the_heading_is_no_part_of_it() -> None:
    text = (
        "893.00/4–146: Telegram\n\nThe Consul at Varna (Pike) to the Secretary of State31\n\nVarna, "
        "April 1, 1946.\n\nNone.\n\n31 Supra.\n"
    )
    document = read_source(Source("d.txt", text.encode(), "c"))
    title = field_of(document, "title")
    assert title is not None
    assert title.value == "The Consul at Varna (Pike) to the Secretary of State"
    assert [b.kind for b in document.blocks] == ["header", "body", "notes"]


@pytest.mark.parametrize(
    "text",
    [
        "Files of the mission\n\nThe harbour is closed.",
        "1. The first point\n\n2. The second",
        "1. Report on the mole of the northern harbour\n\nThe mole is broken, and of its stones few are left.",
        "12. Notes\n\nPort Albert, March 2, 1946",
    ],
)
def test_other_texts_are_left_to_other_readers(text: str) -> None:
    assert read_source(Source("d.txt", text.encode(), "c")).reader == "plain-text/1"


def test_numbered_paragraphs_with_text_after_them_are_no_notes() -> None:
    text = FRUS.replace("7 Not printed.", "7 Ships sailed.").replace("8 See", "Nothing else.\n\nSee")
    document = read_source(Source("d.txt", text.encode(), "c"))
    assert all(b.kind != "notes" for b in document.blocks)


@pytest.mark.parametrize(("number", "first"), [(7, "7 Not printed."), (6, "15 See")])
def test_a_copy_may_lack_some_notes_where_the_text_calls_the_others(number: int, first: str) -> None:
    text = (
        f"{LATER.partition('* * *')[0].replace('Eels', 'Eels7')}{number} Not printed.\n\n15 See p. 3.\n\n16 See p. 4.\n"
    )
    document = read_source(Source("frus/d22.txt", text.encode(), "c"), "frus-text")
    notes = next(b for b in document.blocks if b.kind == "notes")
    assert text[notes.start : notes.end].startswith(first)
