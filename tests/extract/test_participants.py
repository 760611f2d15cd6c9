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
        (
            "Also present: Comrade Lind, Attaché, and Comrade Weiss, head of the Fish Office; Mr. Kern, Attaché.",
            ["present Lind", "present Weiss", "present Kern"],
        ),
        ("Participants in the talk were also: Comrade Lind, Attaché; Mrs. Weiss.", ["present Lind", "present Weiss"]),
        (
            (
                "From the Kingdom of Norway:\nEva Lind, Minister of Fish\nCol.-Gen. Jan Kern, Harbor Master\n\n"
                "From Denmark: A. Weiss, B. Brandt\nThe Polish delegation: Max Hall, Jan Orlov."
            ),
            [f"present {n}" for n in ("Eva Lind", "Jan Kern", "A. Weiss", "B. Brandt", "Max Hall", "Jan Orlov")],
        ),
        ("Present:\nMr. Lind (in the Chair)\nMr. Kern", ["chair Lind", "present Lind", "present Kern"]),
        ("The following comrades took part: Eva Lind, Jan Kern.", ["present Eva Lind", "present Jan Kern"]),
        ("Present (Danish side): Vice Ministers Lind and Kern", ["present Lind", "present Kern"]),
        ("From Denmark: Lind sends eels. From Comrade Lind:\nEva Kern", []),
        ("Present: Comrade Lind, head of the office, said Mr. Weiss", ["present Lind"]),
        ("Participants\nMr. Hale opened the talk, and nobody heard.", []),
        ("Cde. Brandt is to order chains.", []),
        ("Those present were tired. The present Consul Brandt was not.", []),
        ("At present: nobody.", []),
        (
            (
                "PARTICIPANTS\n\nUS The Minister\n\nMr. Lind, Second Secretary, Embassy\n\nEUR—Mr. Kern\n\n\n\n"
                "USSR Chairman Orlov\n\nMr. Brandt and Mr. Weiss (State)\n\n\n\nMr. Lind said that he had come."
            ),
            ["present Lind", "present Kern", "present Orlov", "present Brandt", "present Weiss"],
        ),
        (
            "## Present\n\n- Eva Lind, chair\n- The Minister of Ferries\n\n## Absent\n* Jan Kern\n",
            ["present Eva Lind", "absent Jan Kern"],
        ),
        ("**Present**\nEva Lind\n**Invited:** Jan Kern", ["present Eva Lind", "invited Jan Kern"]),
        ("Participants:\n\nListed on Page 4\n\nIt rained.", []),
        ("Present\nEva Lind\n: I thank you.", []),
        ("The present\nMinister Lind was tired.", []),
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
        (
            "Conversation between the Consul of Norway in the Delta, Jonas Petraitis, and Mr. Amsel",
            ["Jonas Petraitis", "Amsel"],
        ),
        ("Conversation between Jonas Petraitis and Consul Rudolf Amsel", ["Jonas Petraitis", "Rudolf Amsel"]),
        ("Record of the Meeting with Rudolf Amsel on 3 June 1957", ["Rudolf Amsel"]),
        ("Conference of the River States in Vienna", []),
        ("Meeting of the Foreign Ministers", []),
    ],
)
def test_a_title_names_the_two_sides(read: Read, title: str, expected: list[str]) -> None:
    assert [part.person.exact for part in read("They met.", title).participations] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Eva Lind of the Swedish delegation showed me a map.", ["Eva Lind"]),
        ("Orlov, Kern and I had lunch.", ["Orlov", "Kern"]),
        ("A walk along the quay with the Swedish observer, Eva Lind.", ["Eva Lind"]),
        ("From our side there were V. Orlov and, from the Ministry of Rivers, J. Kern.", ["V. Orlov", "J. Kern"]),
        ("The conference was opened on 3 May by J. Kern.", ["J. Kern"]),
        ("Kern, who was late, sat by the door; Orlov proposed a toast.", ["Kern", "Orlov"]),
        ("Orlov (of the port) spoke first.", ["Orlov"]),
        ("In 1946 Orlov took part in other talks. Kern is said to be a poet.", []),
        ("A walk through the town with an umbrella.", []),
    ],
)
def test_a_diary_tells_who_was_met(read: Read, body: str, expected: list[str]) -> None:
    parts = read(body, "From the Diary of a Consul, 3 May 1957").participations
    assert [part.person.exact for part in parts if part.rule != "meetings/narrator"] == expected


def test_what_is_no_diary_tells_of_others(read: Read) -> None:
    assert (
        read("Orlov, Kern and I had lunch. The conference was opened by J. Kern.", "Letter to a Friend").participations
        == ()
    )


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Cable from Consul Orlov on Meeting with Eva Lind", "I asked when it would rain.", ["Eva Lind", "Orlov"]),
        ("Memorandum of Conversation with Eva Lind, by Max Orlov", "It rained.", ["Eva Lind", "Max Orlov"]),
        ("Cable from Consul Orlov on Meeting with Eva Lind", "It rained.", ["Eva Lind"]),
        ("Report from Consul Orlov on the Harbor", "I asked when it would rain.", []),
    ],
)
def test_who_tells_of_his_talk_took_part_in_it(read: Read, title: str, body: str, expected: list[str]) -> None:
    assert sorted({part.person.exact for part in read(body, title).participations}) == expected


def test_who_was_received_in_minutes_is_not_who_met(read: Read) -> None:
    body = "The guests were in Riga and were received by J. Kern."
    assert read(body, "Minutes of the Board, 3 June 1957").participations == ()
    assert read("I was received by J. Kern.", "From the Diary of a Consul, 3 May 1957").participations
