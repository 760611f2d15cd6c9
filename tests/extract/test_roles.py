"""Who made and who received a document, and names near its head and foot that did neither."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Letter from Arvid Lind to Tomas Orlov", "I write.", ["author Arvid Lind", "addressee Tomas Orlov"]),
        ("Ciphergram No. 12, from Lind (Riga) to Orlov", "I write.", ["author Lind", "addressee Orlov"]),
        (
            "Memorandum From the Secretary for Baltic Affairs (Kern) to President Lind",
            "I write.",
            ["author Kern", "addressee Lind"],
        ),
        ("Note on Eels", "Dear Mr. Orlov,\nI write.", ["addressee Orlov"]),
        (
            "Note on Eels",
            "Riga, 20 March 1959To the Office of Fish, Comrade Eva LindThe eels are few.",
            ["addressee Eva Lind"],
        ),
        ("Note on Eels", "The eels are few.\n(Lind)\n", ["author Lind"]),
        ("Note on Eels", "The eels are few.\nEva Lind\nHead of the Fish Department", ["author Eva Lind"]),
        ("Note on Eels", "The eels are few.\nRecorded by Eva Lind.", ["compiler Eva Lind"]),
        ("Note on Eels", "Drafted by Lind on 3 May.", ["compiler Lind"]),
        ("Note on Eels", "To Comrade Eva Lind, Minister of Fish\nThe eels are few.", ["addressee Eva Lind"]),
        ("Note on Eels", "Fish Office and Comrade Lind:\nThe eels are few.", ["addressee Lind"]),
        (
            "Note on Eels",
            "Sender: Mr. Lind\nTo: Consul Kern, Oslo\nThe eels are few.",
            ["author Lind", "addressee Kern"],
        ),
        ("Note on Eels", "by Eva Lind, Oslo\nThe eels are few.", ["author Eva Lind"]),
        ("Note on Eels", "They are few.\nE. Lind\n\ncc: Comrade Kern\n", ["author E. Lind", "addressee Kern"]),
        ("Note on Eels", "They are few.\nCONSUL IN OSLO\nE. LIND\n\nOne copy.\n", ["author E. LIND"]),
        ("Note on Eels", "It was recorded by Eva Lind.", ["compiler Eva Lind"]),
        ("Note on Eels", "They came:\nGVN\nPresident Jan Kern\nThey ate.", []),
        ("Note on Eels", "From: Oslo\nTo: Riga\nThe eels are few.", []),
        ("Note on Eels", "The eels are few.\n\nEva Lind m.p.\n", ["author Eva Lind"]),
        (
            "Note on Eels",
            "The eels are few.\nA. B. Lind\n19/4\nSo I think, too.\nC. Kern\n20th April\n",
            ["author A. B. Lind", "author C. Kern"],
        ),
        (
            "Note on Eels",
            "They are few.\nDistribution:\n1x Comrade Lind\n1x Fish Office, Comrade Kern\n1x Embassy\n",
            ["addressee Lind", "addressee Kern"],
        ),
        (
            "Note on Eels",
            "They are few.\nObtained by Eva Lind and translated by Jan Kern.",
            ["contributor Eva Lind", "translator Jan Kern"],
        ),
        ("Note on Eels", "They were obtained by Eva Lind. Noted Kern's eels. Copies to:\nChancery, Riga", []),
        ("Note on Eels", "To the left of the gate, Comrade Kern had a stall.", []),
        ("Note on Eels", "The eels (Lind counted them) are few.", []),
        ("Note on Eels", "A dear friend, Eva Lind, came.", []),
    ],
)
def test_title_head_and_foot_say_who_wrote_to_whom(read: Read, title: str, body: str, expected: list[str]) -> None:
    assert [f"{role.role} {role.agent.exact}" for role in read(body, title).roles] == expected
