"""Turns of speech, and colons and dashes that open none."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Cde. Novotna—It rains.Cde. Brandt—It shone.", ["Novotna: It rains.", "Brandt: It shone."]),
        ("Comrade Li Wei: It rains.\nComrade Brandt: No.", ["Li Wei: It rains.", "Brandt: No."]),
        ("Ilves: It rains.\nTamm: No.\nIlves: Yes.", ["Ilves: It rains.", "Tamm: No.", "Ilves: Yes."]),
        (
            "**Ilves:** It *rains*.\n\n**Tamm**: No.\n\n## Fish\n\n**Ilves:** Yes.\n\n**Mr. Orlov:** So?",
            ["Ilves: It *rains*.", "Tamm: No.", "Ilves: Yes.", "Orlov: So?"],
        ),
        ("**Ilves** came: it rained. **Note:** none. **Tamm** too: no.", []),
        ("General Government (of Poland): It rains.", []),
        ("Cde. Brandt: It rains.\nAnd it will.\nBoth sides then left.", ["Brandt: It rains.\nAnd it will."]),
        ("Cde. Brandt: It rains.\nResolution: To wait.", ["Brandt: It rains."]),
        ("Present: Ilves, Tamm\nNote: none.\nSubject: rain.", []),
        ("President Brandt — who had come by train — was tired.", []),
        ("Cdes. Brandt and Weiss: We agree.", []),
    ],
)
def test_a_turn_runs_from_its_label_to_what_ends_it(read: Read, body: str, expected: list[str]) -> None:
    assert [f"{turn.speaker.exact}: {turn.utterance.exact}" for turn in read(body).turns] == expected


def test_a_turn_knows_its_item_of_the_agenda(read: Read) -> None:
    body = "Cde. Brandt: Good day.\n1. Cranes\nCde. Weiss: Two.\n2. Coal\nCde. Brandt: None."
    assert [turn.item for turn in read(body, "Meeting of the Board").turns] == [None, 0, 1]
