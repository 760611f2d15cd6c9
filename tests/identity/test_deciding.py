"""What people decide is added and taken back in one step, and nothing decided before is lost."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import KgError, SettingsError
from kg.identity.deciding import add, part_named, undo
from kg.identity.decisions import load
from kg.identity.registry import Entry
from kg.model import Decision

ENTRIES = (
    Entry(name="person/weiss", attested=(("d1", "Weiss"),)),
    Entry(name="person/anna-weiss", attested=(("d2", "A. Weiss"), ("d3", "Anna Weiss"))),
)
KNOWN = {entry.name: entry for entry in ENTRIES}


def decision(right: str = "person/anna-weiss") -> Decision:
    return Decision(left="person/weiss", right=right, verdict="same", who="A. Editor", when="2026-01-02")


def test_a_decision_is_kept_and_the_last_one_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    add(path, decision(), KNOWN)
    add(path, decision("Q42"), KNOWN)
    assert load(path) == (decision(), decision("Q42"))
    assert undo(path, "person/anna-weiss", "person/weiss") == decision()
    assert load(path) == (decision("Q42"),)
    assert [p.name for p in tmp_path.iterdir()] == ["decisions.jsonl"]
    with pytest.raises(KgError, match="holds no decision about"):
        undo(path, "person/weiss", "person/anna-weiss")


@pytest.mark.parametrize(
    ("right", "words"),
    [
        ("person/ana-weiss", r"Nothing is named person/ana-weiss. Did you mean person/anna-weiss"),
        ("person/weiss", "with itself"),
        ("Weiss", "neither a name of the build"),
        ("42", "neither a name of the build"),
    ],
)
def test_an_unknown_name_is_refused_by_name(tmp_path: Path, right: str, words: str) -> None:
    with pytest.raises(KgError, match=words):
        add(tmp_path / "decisions.jsonl", decision(right), KNOWN)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        ("person/anna-weiss/name/A.%20Weiss", "person/anna-weiss", ""),
        ("document/d2", "person/anna-weiss", ""),
        ("document/d2/evidence/10-18-0123456789ab", "person/anna-weiss", ""),
        ("person/anna-weiss/name/B.%20Weiss", "person/anna-weiss", "It is named A. Weiss; Anna Weiss."),
        ("document/d1", "person/anna-weiss", "does not find person/anna-weiss in document/d1"),
        ("document/d1", "person/weiss", "nothing is left of person/weiss"),
        ("document/d1", "person/ana-weiss", "Did you mean person/anna-weiss"),
        ("document/d1", "document/d2", "Nothing is named document/d1"),
    ],
)
def test_a_part_is_decided_on_where_it_is_one(tmp_path: Path, part: str, whole: str, words: str) -> None:
    path = tmp_path / "decisions.jsonl"
    apart = Decision(left=part, right=whole, verdict="different", who="A. Editor", when="2026-01-02")
    if words:
        with pytest.raises(KgError, match=re.escape(words)):
            add(path, apart, KNOWN)
        return
    add(path, apart, KNOWN)
    assert undo(path, whole, part) == apart


def test_a_form_of_a_name_may_be_typed_as_it_is_written() -> None:
    whole = KNOWN["person/anna-weiss"]
    assert part_named("A. Weiss", whole) == "person/anna-weiss/name/A.%20Weiss"
    assert [part_named(words, whole) for words in ("B. Weiss", "Q42")] == ["B. Weiss", "Q42"]


FINE = b'{"left": "person/weiss", "right": "Q1", "verdict": "same", "who": "A", "when": ""}\n'


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"left": 3}', "Expected `str`"),
        (FINE.replace(b"same", b"yes"), "Invalid enum value"),
        (FINE.replace(b'"A"', b'" "'), "who is empty"),
        (FINE.replace(b"Q1", b"person/weiss"), "compared with itself"),
        (FINE.replace(b"Q1", b"Q1\xe9"), "not in UTF-8"),
    ],
)
def test_a_broken_line_is_named_and_the_file_left_alone(tmp_path: Path, line: bytes, why: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes(FINE + line)
    with pytest.raises(SettingsError, match=re.escape("decisions.jsonl:2: ")) as error:
        add(path, decision(), KNOWN)
    assert why in str(error.value)
    assert path.read_bytes() == FINE + line


def test_what_an_editor_puts_before_the_first_line_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "decisions.jsonl").write_bytes(b"\xef\xbb\xbf" + FINE)
    assert len(load(tmp_path / "decisions.jsonl")) == 1
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path)


def test_what_another_service_names_may_be_decided_on(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    add(path, decision("https://example.org/authority/7"), KNOWN)
    assert load(path)[0].right == "https://example.org/authority/7"


def test_the_lines_of_others_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    own = '{"who":"B", "left":"person/weiss","right":"Q7","verdict":"unsure","when":"2026-01-01","note":"see the file"}'
    path.write_text(f"{own}\n\n{own}", encoding="utf-8")
    add(path, decision(), KNOWN)
    assert path.read_text(encoding="utf-8").startswith(f"{own}\n\n{own}\n{{")
    undo(path, "person/weiss", "person/anna-weiss")
    assert path.read_text(encoding="utf-8") == f"{own}\n\n{own}\n"
    undo(path, "Q7", "person/weiss")
    assert path.read_text(encoding="utf-8") == f"{own}\n\n"


def test_many_who_decide_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    made = [decision(f"Q{number}") for number in range(1, 41)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: add(path, one, KNOWN), made))
    assert sorted(d.right for d in load(path)) == sorted(d.right for d in made)
