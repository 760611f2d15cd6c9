import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.evaluate.gold import files, printed_title, read


def rewritten(path: Path, part: str, value: object) -> Path:
    entry = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(entry | {part: value}), encoding="utf-8")
    return path


def cited(path: Path, fields: dict[str, Any], **more: object) -> dict[str, tuple[str, ...]]:
    entry = {"start": 0, "end": 9, "text": "ZZ, F. 1", "fields": fields, **more}
    (sheet,) = read(rewritten(path, "archival_citations", [entry]), {})
    return dict(sheet.finds["citations"][0].fields)


def test_a_folder_means_its_gold_files_sorted(ferry_gold: Path, ferry_list: Path) -> None:
    ferry_gold.with_name("notes.json").write_text("{}", encoding="utf-8")
    assert files([ferry_gold.parent, ferry_gold]) == (ferry_gold, ferry_list)


def test_a_path_without_gold_is_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere.gold.json"):
        with pytest.raises(KgError, match=f"no gold file at {path}"):
            files([path])


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("{", "no JSON"),
        ("{}", "not written as gold files are: KeyError 'document'"),
        ("7", "not written as gold files are"),
        ('[{"start": 1}]', "KeyError 'file'"),
    ],
)
def test_a_broken_gold_file_is_named_with_its_fault(tmp_path: Path, words: str, fault: str) -> None:
    path = tmp_path / "broken.gold.json"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(KgError, match="broken") as raised:
        read(path, {})
    assert fault in str(raised.value)


def test_a_gold_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="cannot be read: Is a directory"):
        read(tmp_path, {})


def test_levels_that_the_gold_lacks_must_be_lacking(ferry_gold: Path) -> None:
    fields = cited(ferry_gold, {"repository": "ZZ", "fond": "1", "listy": "4", "leaf_from": "4", "leaf_to": "4"})
    assert fields == {
        "archive": ("ZZ",),
        "fond": ("1",),
        "opis": (),
        "delo": (),
        "papka": (),
        "leaf_from": ("4",),
        "leaf_to": ("4",),
        "side": (),
    }


def test_of_a_damaged_reference_only_what_was_read_is_asked_for(ferry_gold: Path) -> None:
    assert cited(ferry_gold, {"repository": "ZZ", "fond": "1"}, damaged="torn") == {"archive": ("ZZ",), "fond": ("1",)}


def test_of_other_systems_the_numbers_are_asked_for_and_no_archive_that_is_not_written(ferry_gold: Path) -> None:
    fields = cited(ferry_gold, {"repository": None, "levels": {"series": "A 1", "parts": [2, 3]}, "box": "7"})
    assert fields == {"numbers": ("A 1", "2", "3", "7"), "leaf_from": (), "leaf_to": (), "side": ()}


@pytest.mark.parametrize(
    ("csl", "words", "inherited", "title"),
    [
        ({"title": "Ice and Ferries"}, "Lie, ICE and Ferries, p. 4", (), "Ice and Ferries"),
        ({"title": "Ice and Ferries"}, "Lie, op. cit., p. 4", ("title",), "Ice and Ferries"),
        ({"title": "Minutes", "container-title": "Harbour News"}, "Harbour News 7", (), "Harbour News"),
        ({"event-title": "Ice Congress"}, "a paper at the Ice Congress", (), "Ice Congress"),
        ({"volume": "9"}, "vol. 9", (), ""),
    ],
)
def test_the_containers_title_is_asked_where_none_is_printed(
    csl: dict[str, str], words: str, inherited: tuple[str, ...], title: str
) -> None:
    assert printed_title(csl, words, inherited) == title


def test_extras_count_on_neither_side(ferry_gold: Path) -> None:
    place = {"start": 0, "end": 9, "text": "ZZ Office"}
    union = {"id": "zz", "mentions": [place], "elliptic": True}
    (sheet,) = read(rewritten(ferry_gold, "organisations", [union]), {})
    assert [find.optional for find in sheet.finds["organisations"]] == [True]
    work = {**place, "csl": {"title": "ZZ"}, "implicit": True}
    (sheet,) = read(rewritten(ferry_gold, "cited_works", [work, {**work, "implicit": False, "id": "self"}]), {})
    assert [find.optional for find in sheet.finds["works"]] == [True, True]
    (sheet,) = read(rewritten(ferry_gold, "dates", [{**place, "edtf": None}]), {})
    assert [find.optional for find in sheet.finds["dates"]] == [True]


def test_attendance_is_kept_beside_the_roles(ferry_gold: Path) -> None:
    person = {"id": "a", "name": "A", "roles": ["participant", "mentioned"], "attendance": "chair", "mentions": []}
    (sheet,) = read(rewritten(ferry_gold, "persons", [person]), {})
    assert [find.value for find in sheet.finds["participants"]] == ["present", "chair"]
