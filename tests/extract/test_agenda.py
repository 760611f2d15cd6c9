"""Items of the agenda, and numbered lines that are none."""

import pytest

from tests.extract.conftest import Read

MEETING = "Meeting of the Harbour Board"
LISTED = "Agenda:\n1. Cranes\n2. Coal\n\nThe board met."


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (MEETING, LISTED, ["1 Cranes", "2 Coal"]),
        (MEETING, "1. Cranes\nTwo stand still.\n2. Coal\nThere is none.", ["1 Cranes", "2 Coal"]),
        (MEETING, "It met.1. CranesTwo of them stand still.2. CoalThere is none.", ["1 Cranes", "2 Coal"]),
        (MEETING, "1. Cranes: two stand still.\n2. Coal: there is none.", ["1 Cranes", "2 Coal"]),
        (
            MEETING,
            "1. Cranes\nThey stand.\na) Old\nRust.\nb) New\nPaint.\n2. Coal\nNone.",
            ["1 Cranes", "a Old", "b New", "2 Coal"],
        ),
        (MEETING, "1. Cranes\n2. Coal\n3. Ropes\nThese were bought.", []),
        (
            MEETING,
            (
                "Topics of the talk:\n1. cranes,\n2. coal of 3. May 1957\n3rd ropes\nIt rained.\n\n"
                "1. Cranes\nTwo stand.\n2. Coal of 3. May 1957\nNone."
            ),
            ["1 cranes", "2 coal of 3. May 1957", "3rd ropes", "1 Cranes", "2 Coal of 3. May 1957"],
        ),
        (MEETING, "He proposed:\n1. new cranes\n2. more coal\n3. no ropes\nIt rained.", []),
        (
            MEETING,
            "It met. 1. Cranes of the port The board said so. 2. Coal Mr. Lind had none. 3. Ropes They are old.",
            ["1 Cranes of the port", "2 Coal", "3 Ropes"],
        ),
        (MEETING, "We ask for three things: 1. The cranes are old. 2. The coal is wet. 3. They have no ropes.", []),
        (MEETING, "It has four parts: 1) The Cranes 2) The Coal 3) The Ropes 4) The Rest. The board said so.", []),
        (
            MEETING,
            "1. Cranes of May 1957 The board said so. 3. Coal (wet. dry) KL asks why. 5) Ropes They are old.",
            ["1 Cranes of May 1957", "3 Coal (wet. dry)", "5 Ropes"],
        ),
        (
            MEETING,
            "It met.1. Cranes of May 1957The board said so.2. Coal (wet, dry)They saw it.3. RCPNone of them came.",
            ["1 Cranes of May 1957", "2 Coal (wet, dry)", "3 RCP"],
        ),
        (MEETING, "It met. 1. Cranes The board said so. 6. Coal Mr. Lind had none. 12. Ropes They are old.", []),
        (MEETING, "## 1. Cranes\n\nTwo stand still.\n\n## 2. Coal\n\nNone.", ["1 Cranes", "2 Coal"]),
        (MEETING, "1. The cranes stand still.\n2. There is no coal.", []),
        (MEETING, "1. Cranes\nTwo stand still.", []),
        (MEETING, "Present: Cdes. Lind, Elm\n\nHarbour Archive, f. 3, d. 9, ll. 68-\n70. Papers on Coal of Elm\n", []),
        (MEETING, "Present: Cdes. Lind, Elm\n\nIt was put off.\n70. Obtained for the Harbour Institute\n", []),
        (
            MEETING,
            "Present: Cdes. Lind, Elm\n\nIt was put off.\n7. Papers on Coal of Elm\n",
            ["7 Papers on Coal of Elm"],
        ),
        ("Report on the Harbour", "1. Cranes\nTwo stand still.\n2. Coal\nThere is none.", []),
        ("Letter on the Meeting", "1. Cranes\nTwo stand still.\n2. Coal\nThere is none.", []),
    ],
)
def test_items_are_found_where_the_record_of_a_meeting_marks_them(
    read: Read, title: str, body: str, expected: list[str]
) -> None:
    assert [f"{item.number} {item.title.exact}" for item in read(body, title).agenda] == expected


LONG = "The board heard the harbour master on this at some length and put the matter off until the ice is gone."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [LONG, "Cranes", LONG, "Coal (wet. dry)", LONG, "The Ropes of 1957", LONG],
            ["Cranes", "Coal (wet. dry)", "The Ropes of 1957"],
        ),
        (["It met:", "**Cranes**", LONG, "## Coal", LONG, "Ropes[1]", LONG], ["Cranes", "Coal", "Ropes"]),
        ([LONG, "Cranes", LONG, "Coal", LONG], []),  # two lines may stand so by chance
        ([LONG, "Mr. Lind", LONG, "Mr. Moss", LONG, "Mr. Elm", LONG], []),
        ([LONG, "LIND", LONG, "MOSS", LONG, "LIND", LONG, "MOSS", LONG], []),  # who speaks
        ([LONG, "They had seen it", LONG, "It should go", LONG, "He said no", LONG], []),
        ([LONG, "Cranes:", LONG, "cranes", LONG, "Cranes, and", LONG], []),
        ([LONG, "Cranes", "Coal", "Ropes", LONG], []),
        ([LONG[:90], LONG[:75], LONG[:88]] * 4, []),  # a paragraph broken into lines
    ],
)
def test_lines_without_a_number_may_head_paragraphs(read: Read, lines: list[str], expected: list[str]) -> None:
    wide = f"{LONG} {LONG}" if lines[0] != LONG[:90] else LONG[:90]
    assert [item.title.exact for item in read("\n".join([*lines, wide]), MEETING).agenda] == expected
    assert not read("\n".join([*lines, wide]), "A Letter").agenda
