"""FRUS documents as copied text."""

import pytest

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
    "text", ["Files of the mission\n\nThe harbour is closed.", "1. The first point\n\n2. The second"]
)
def test_other_texts_are_left_to_other_readers(text: str) -> None:
    assert read_source(Source("d.txt", text.encode(), "c")).reader == "plain-text/1"


def test_numbered_paragraphs_with_text_after_them_are_no_notes() -> None:
    text = FRUS.replace("7 Not printed.", "7 Ships sailed.").replace("8 See", "Nothing else.\n\nSee")
    document = read_source(Source("d.txt", text.encode(), "c"))
    assert all(b.kind != "notes" for b in document.blocks)
