"""Who took part and how, and names in a record that took no part."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Present: Cdes. Novotna, K. Brandt (ill) and Weiss",
            ["present Novotna", "present K. Brandt", "present Weiss"],
        ),
        ("Absent: Cde. Hajek\nChair: Cde. Weiss", ["absent Hajek", "chair Weiss"]),
        ("Invited: M. Sommer; Guests: L. Kern", ["invited M. Sommer", "invited L. Kern"]),
        (
            "Also present were, on the Polish side, the interpreter M. Kolb and Attaché Fuchs.",
            ["present M. Kolb", "present Fuchs"],
        ),
        ("Cde. Novotna: Agreed.\nCde. Brandt is to order chains.", ["speaker Novotna", "assigned Brandt"]),
        ("Cde. Novotna: Agreed.\nThe board instructs Cde. Weiss to write.", ["speaker Novotna", "assigned Weiss"]),
        (
            "PARTICIPANTS\n\nThe Minister\n\nMr. Brandt, Cook\n\nEva Kern\n\nUSSR\n\nIvan Orlov\n\nDATES\n\nMax Hall",
            ["present Brandt", "present Eva Kern", "present Ivan Orlov"],
        ),
        ("Participants\nMr. Hale opened the talk, and nobody heard.", []),
        ("Cde. Brandt is to order chains.", []),
        ("Those present were tired. The present Consul Brandt was not.", []),
        ("At present: nobody.", []),
    ],
)
def test_lists_sentences_and_tasks_name_those_who_took_part(read: Read, body: str, expected: list[str]) -> None:
    assert [f"{part.role} {part.person.exact}" for part in read(body).participations] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Orlov, Kern and Lind, as well as the interpreter Max Hall, took part.",
            ["Orlov", "Kern", "Lind", "Max Hall"],
        ),
        ("Cde. Brandt took part in the conversation from our side.", ["Brandt"]),
        ("Cde. Brandt attended the talks.", ["Brandt"]),
        ("In 1946 Cde. Brandt took part in the talks with the Poles.", []),
        ("Cde. Brandt was present at the congress of 1952.", []),
    ],
)
def test_those_of_another_meeting_took_no_part(read: Read, body: str, expected: list[str]) -> None:
    found = [p.person.exact for p in read(body, "Conversation between Jonas Petraitis and Rudolf Amsel").participations]
    assert found == ["Jonas Petraitis", "Rudolf Amsel", *expected]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Conversation between Jonas Petraitis and Consul Rudolf Amsel", ["Jonas Petraitis", "Rudolf Amsel"]),
        ("Record of the Meeting with Rudolf Amsel on 3 June 1957", ["Rudolf Amsel"]),
        ("Conference of the River States in Vienna", []),
        ("Meeting of the Foreign Ministers", []),
    ],
)
def test_a_title_names_the_two_sides(read: Read, title: str, expected: list[str]) -> None:
    assert [part.person.exact for part in read("They met.", title).participations] == expected
