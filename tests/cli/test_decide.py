"""People decide on the command line, and at the terminal with both sides before them."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from kg.identity.decisions import load
from tests.running import kg


def test_a_decision_is_made_and_taken_back(examples_build: Path, tmp_path: Path) -> None:
    pair = ("person/andrei-gromyko", "person/janos-kadar")
    made = kg(
        "decide", *pair, "different", "--who", "A. Editor", "--why", "Two men", "-o", examples_build, "-f", tmp_path
    )
    assert made.exit_code == 0, made.output
    (decision,) = load(tmp_path / "decisions.jsonl")
    assert (decision.left, decision.right, decision.verdict, decision.why) == (*pair, "different", "Two men")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", decision.when)
    assert kg("decide", *pair, "--undo", "-o", examples_build, "-f", tmp_path).exit_code == 0
    assert load(tmp_path / "decisions.jsonl") == ()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("person/nobody", "person/janos-kadar", "same", "--who", "A"), "Nothing is named person/nobody"),
        (("person/andrei-gromyko", "person/janos-kadar", "same"), "--who"),
    ],
)
def test_what_cannot_be_decided_is_said(
    words: tuple[str, ...], said: str, examples_build: Path, tmp_path: Path
) -> None:
    result = kg("decide", *words, "-o", examples_build, "-f", tmp_path)
    assert result.exit_code != 0
    assert said in result.output


def test_a_folder_that_is_not_there_is_named(examples_build: Path, tmp_path: Path) -> None:
    result = kg("review", "--who", "A", "-o", examples_build, "-f", tmp_path / "no" / "decisions.jsonl")
    assert "There is no folder" in result.output


def test_a_review_shows_sentences_and_keeps_what_was_decided(examples_build: Path, tmp_path: Path) -> None:
    words = ("review", "--who", "A. Editor", "-o", examples_build, "-f", tmp_path)
    first = kg(*words, keys="z\nk\ns\nOne office\nz\nd\n\nq\n")
    assert first.exit_code == 0, first.output
    assert re.search("not (merged|accepted): ", first.output)
    assert re.search(r"…[^\n]*\[[^\n]+\]", first.output)
    (decision,) = load(tmp_path / "decisions.jsonl")
    assert (decision.verdict, decision.who) == ("different", "A. Editor")
    count = int(re.findall(r"1 of (\d+)", first.output)[0])
    again = kg(*words, keys="q\n")
    assert f"1 of {count - 1}" in again.output


def test_what_the_machine_put_together_is_reviewed_and_split(examples_build: Path, tmp_path: Path) -> None:
    words = ("review", "--merges", "--who", "A. Editor", "-o", examples_build, "-f", tmp_path)
    shown = kg(*words, keys="d\nAnother man\nq\n")
    assert shown.exit_code == 0, shown.output
    (decision,) = load(tmp_path / "decisions.jsonl")
    assert decision.left.startswith(f"{decision.right}/name/")
    assert decision.verdict == "different"
    left, right = decision.left, decision.right
    assert kg("decide", right, left, "--undo", "-o", examples_build, "-f", tmp_path).exit_code == 0
    form = unquote(left.rpartition("/")[2])
    typed = kg("decide", form, right, "different", "--who", "A", "-o", examples_build, "-f", tmp_path)
    assert typed.exit_code == 0, typed.output
    assert [d.left for d in load(tmp_path / "decisions.jsonl")] == [left]


def test_the_candidates_of_a_service_are_reviewed_too(examples_build: Path, tmp_path: Path) -> None:
    proposals = tmp_path / "proposals.jsonl"
    candidate = {"left": "person/janos-kadar", "verdict": "unsure", "who": "Items", "when": "", "why": "a candidate"}
    rights = ("Q900000001", "https://example.org/authority/7")
    proposals.write_text("".join(json.dumps(candidate | {"right": right}) + "\n" for right in rights), encoding="utf-8")
    words = ("review", "--who", "A", "-o", examples_build, "-f", tmp_path, "--proposals", proposals)
    count = int(re.findall(r"1 of (\d+)", kg(*words, keys="q\n").output)[0])
    shown = kg(*words, keys="k\n" * (count - 2) + "d\nNot he\ns\n\n")
    assert shown.exit_code == 0, shown.output
    assert "https://example.org/authority/7" in shown.output
    assert [(d.right, d.verdict) for d in load(tmp_path / "decisions.jsonl")] == [
        ("Q900000001", "different"),
        ("https://example.org/authority/7", "same"),
    ]
    assert "no proposals at" in kg(*words[:-1], tmp_path / "none").output
