"""Numbered notes, their calls, and the words by which they dispute or correct the source."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "notes", "calls"),
    [
        ("It rained.(1) It shone.(2) ", "Notes\n1 In May.\n2 In June.", {"1": "(1)", "2": "(2)"}),
        ("It rained.[1] It shone.² ", "Notes\n1 In May.\n2 In June.", {"1": "[1]", "2": "²"}),
        ("It rained.(1) Of the carts (2) two.[2] ", "Notes\n1 In May.\n2 In June.", {"1": "(1)", "2": "[2]"}),
        ("It rained.(1) It was (4 VI) hot. ", "Notes\n1 In May.\n2 In June.", {"1": "(1)"}),
        ("It rained.(1)", "Notes1 In May.2 In June.", {"1": "(1)"}),
        ("It rained.[^1] It shone.[^2] ", "\n[^1]: In May.\n[^2]: In June.", {"1": "[^1]", "2": "[^2]"}),
        ("It rained.1 ", "* * *\n\n* Source: Archive, 5. Secret.\n\n1 In May.", {"1": "1"}),
        ("It rained.", "Notes\nNone were made.", {}),
        (
            "It rained in 194371 and on March 1172 (ten days)73 at “A”.74 See No. 405.75 It fell.",
            "71 In May.\n72 In June.\n73 In July.\n74 In March.\n75 In April.",
            {"71": "71", "72": "72", "73": "73", "74": "74", "75": "75"},
        ),
        (
            "It rained.71 It fell by 1.73 metres in 1957.72 So it was.",
            "71 In May.\n72 In June.",
            {"71": "71", "72": "72"},
        ),
        ("May 21, 1957\nIt rained in June 1957.1 It shone.2\n", "1 In May.\n2 In June.", {"1": "1", "2": "2"}),
        (
            "It rained.7 It shone.15 It fell.16\n",
            "7 In May.\n15 In June.\n16 In July.",
            {"7": "7", "15": "15", "16": "16"},
        ),
        ("It rained.7 It shone.8\n", "7 In May.\n8 In June of\n15 days.", {"7": "7", "8": "8"}),
    ],
)
def test_calls_are_found_in_whatever_style(read: Read, body: str, notes: str, calls: dict[str, str]) -> None:
    assert {note.number: note.anchor.exact for note in read(body, notes=notes).notes if note.anchor} == calls


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("There is evidently a mistake here.", ["disputes"]),
        ("The author is mistaken.", ["disputes"]),
        ("The date is erroneously given as May.", ["disputes"]),
        ("The number should read 24.", ["corrects"]),
        ("The correct date is 4 May.", ["corrects"]),
        ("It was in fact never sold.", ["corrects"]),
        ("In this fact lies its beauty.", []),
        ("He made many mistakes in his youth.", []),
        ("The list should be kept.", []),
    ],
)
def test_a_note_that_disputes_or_corrects_says_so(read: Read, words: str, kinds: list[str]) -> None:
    (note,) = read("It rained.(1) ", notes=f"Notes\n1 {words}").notes
    assert [dispute.kind for dispute in note.disputes] == kinds


def test_a_call_stands_behind_a_day_and_not_in_it(read: Read) -> None:
    (note,) = read("May 21, 1957\nIt rained in June 1957.1\n", notes="1 In May.").notes
    assert note.anchor is not None
    assert note.anchor.start > len("May 21, 1957")


def test_a_note_without_a_call_is_an_issue(read: Read) -> None:
    assert "note-without-anchor" in {issue.code for issue in read("It rained. ", notes="Notes\n1 In May.").issues}
