"""A name is given once and kept."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SettingsError
from kg.identity.registry import Candidate, Entry, assign, dump, load, tombstones


def person(label: str, *attested: tuple[str, str]) -> Candidate:
    return Candidate(kind="person", label=label, attested=attested)


def test_a_name_stays_when_documents_are_added() -> None:
    (name,), registry = assign([person("Anna Weiss", ("d1", "Anna Weiss"))], ())
    names, _ = assign(
        [
            person("A. Weiss", ("d0", "A. Weiss")),
            person("Anna Maria Weiss", ("d1", "Anna Weiss"), ("d2", "Anna Maria Weiss")),
        ],
        registry,
    )
    assert name == "person/anna-weiss"
    assert names == ["person/a-weiss", "person/anna-weiss"]


def test_two_people_of_one_label_get_two_names() -> None:
    names, _ = assign([person("Jan Novák", ("d1", "Jan Novák")), person("Jan Novak", ("d2", "Jan Novak"))], ())
    assert names == ["person/jan-novak", "person/jan-novak-2"]


def test_a_merged_name_becomes_a_tombstone_that_points_on() -> None:
    names, registry = assign(
        [person("Weiss", ("d1", "Weiss")), person("Anna Weiss", ("d2", "Anna Weiss"), ("d3", "Weiss"))], ()
    )
    together, merged = assign([person("Anna Weiss", ("d1", "Weiss"), ("d2", "Anna Weiss"), ("d3", "Weiss"))], registry)
    assert together == ["person/anna-weiss"]
    assert tombstones(merged) == (("person/weiss", "person/anna-weiss"),)
    again, unchanged = assign([person("Anna Weiss", ("d1", "Weiss"), ("d2", "Anna Weiss"), ("d3", "Weiss"))], merged)
    assert (again, dump(unchanged)) == (together, dump(merged))
    apart, split = assign(
        [person("Weiss", ("d1", "Weiss")), person("Anna Weiss", ("d2", "Anna Weiss"), ("d3", "Weiss"))], merged
    )
    assert apart == names
    assert tombstones(split) == ()


def test_a_name_whose_document_is_gone_is_not_given_to_another() -> None:
    _, registry = assign([person("Anna Weiss", ("d1", "Anna Weiss"))], ())
    names, _ = assign([person("Anna Weiss", ("d9", "Anna Weiss"))], registry)
    assert names == ["person/anna-weiss-2"]


def test_a_place_does_not_take_the_name_of_a_person() -> None:
    _, registry = assign([person("Molotov", ("d1", "Molotov"))], ())
    names, _ = assign([Candidate(kind="place", label="Molotov", attested=(("d1", "Molotov"),))], registry)
    assert names == ["place/molotov"]


def test_chains_of_tombstones_lead_to_their_end() -> None:
    entries = [
        Entry(name="person/a", attested=(), merged_into="person/b"),
        Entry(name="person/b", attested=(), merged_into="person/c"),
    ]
    assert tombstones(entries) == (("person/a", "person/c"), ("person/b", "person/c"))


def test_a_broken_line_is_named_with_its_file_and_number(tmp_path: Path) -> None:
    path = tmp_path / "registry.jsonl"
    path.write_text('{"name": "person/a", "attested": []}\n{"name": 3}\n')
    with pytest.raises(SettingsError, match=r"registry.jsonl:2: "):
        load(path)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.lists(st.tuples(st.sampled_from("12"), st.text(max_size=3)), min_size=1)),
        max_size=6,
    )
)
def test_what_is_written_is_read_back(people: list[tuple[str, list[tuple[str, str]]]]) -> None:
    names, registry = assign([person(label, *attested) for label, attested in people], ())
    assert len(set(names)) == len(people)
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "registry.jsonl"
        path.write_text(dump(registry), encoding="utf-8")
        assert sorted(load(path), key=lambda e: e.name) == sorted(registry, key=lambda e: e.name)
