import json

import pytest

from kg.errors import ReadError
from kg.model import Document
from kg.read import Source, read_source

RECORD = {
    "title": "Letter from Rosa Elm",
    "date": "3 May 1944",
    "source": "SHA, f. 1, op. 2, d. 3",
    "record_id": "17",
    "text_body": "Send coal. We are cold.",
    "summary": "She asks for coal.",
    "associated_people": ["Elm, Rosa", "Tarn, Ivo"],
    "subjects": [{"name": "Coal/Coke"}],
}


def read(**changes: object) -> Document:
    record = {key: value for key, value in {**RECORD, **changes}.items() if value is not None}
    return read_source(Source("r.json", json.dumps(record).encode(), "records"))


def test_a_record_is_read_with_all_its_fields() -> None:
    document = read()
    assert {f.name: f.value for f in document.fields} == {
        "title": "Letter from Rosa Elm",
        "date": "1944-05-03",
        "source": "SHA, f. 1, op. 2, d. 3",
        "summary": "She asks for coal.",
    }
    assert document.identifier == "17"


def test_what_stands_in_no_text_is_a_tag_with_its_pointer() -> None:
    tags = {(tag.kind, tag.value, tag.pointer) for tag in read(people=None).tags}
    assert ("person", "Elm, Rosa", "/associated_people/0") in tags
    assert ("subject", "Coal/Coke", "/subjects/0/name") in tags


def test_a_record_of_the_archive_is_laid_out_as_its_page() -> None:
    document = read(url="https://digitalarchive.wilsoncenter.org/document/990017", original_language="Polish")
    assert document.identifier == "990017"
    assert [block.kind for block in document.blocks][-1] == "body"


def test_a_record_without_text_is_an_error() -> None:
    with pytest.raises(ReadError, match="holds no text"):
        read(text_body=" ")
