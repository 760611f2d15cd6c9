"""What people decide is added and taken back in one step, and nothing decided before is lost."""

from pathlib import Path

import pytest

from kg.errors import KgError, SettingsError
from kg.identity.deciding import add, undo
from kg.identity.decisions import load
from kg.model import Decision

KNOWN = ("person/weiss", "person/anna-weiss")


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
    ],
)
def test_an_unknown_name_is_refused_by_name(tmp_path: Path, right: str, words: str) -> None:
    with pytest.raises(KgError, match=words):
        add(tmp_path / "decisions.jsonl", decision(right), KNOWN)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_line_is_named_and_the_file_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('{"left": 3}\n')
    with pytest.raises(SettingsError, match=r"decisions.jsonl:1: "):
        add(path, decision(), KNOWN)
    assert path.read_text() == '{"left": 3}\n'
