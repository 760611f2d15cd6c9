"""People, and words in capitals that are nobody."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Yesterday Comrade Brandt came.", ["Brandt"]),
        ("It came fromCde. Brandt.", ["Brandt"]),
        ("He read Brandt's letter to Mr. Brandt.", ["Brandt", "Brandt"]),
        ("The paper of V. N. Orlov was read.", ["V. N. Orlov"]),
        ("A[leksei] Orlov and Tan [Tang] Enbo sat down.", ["A[leksei] Orlov", "Tan [Tang] Enbo"]),
        ("Cdes. Brandt, Weiss and Kern left.", ["Brandt", "Weiss", "Kern"]),
        ("Prime Minister Lind spoke; LIND was tired.", ["Lind", "LIND"]),
        ("The Marxists of Riga read Pravda.", []),
        ("It ended.\nV. Purging the files.", []),
        ("Of barges see section B.VIII below.", []),
        ("[Imre] Orlov and Mr. Lind, Director, EUR, came to No. 5 Li Hai Road.", ["[Imre] Orlov", "Lind"]),
        ("The Minister of the Interior read Doc. 12 and Tab A.", []),
    ],
)
def test_people_are_found_by_what_stands_around_their_names(read: Read, body: str, expected: list[str]) -> None:
    assert [m.span.exact for m in read(body).mentions if m.kind == "person"] == expected


def test_a_title_is_kept_beside_the_name(read: Read) -> None:
    (mention,) = (m for m in read("Yesterday Prime Minister Lind spoke.").mentions if m.kind == "person")
    assert mention.note == "Prime Minister"


def test_an_office_is_his_before_whom_it_stands(read: Read) -> None:
    found = read("Consul Anton Lind and Eva Kern wrote to President Max Hall, who sided with the Orlov group.")
    assert [(m.span.exact, m.note) for m in found.mentions if m.kind == "person"] == [
        ("Anton Lind", "Consul"),
        ("Eva Kern", ""),
        ("Max Hall", "President"),
    ]
