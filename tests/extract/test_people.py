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
        ("He wrote toBRANDT.", []),  # in capitals alone it may be an acronym
        ("Mr. Brandt wrote.BRANDTReceived at noon.", ["Brandt", "BRANDT"]),
        ("Neither do I. Leave him alone.", []),
        ("Ambassador to Hungary P. I. Orlov came.", ["P. I. Orlov"]),
        ("Mr. David wore the Order of David and a Star of David.", ["David"]),
        ("The plan of Mr. Goss – Kern to wait failed; Moscow – Berlin is the line.", ["Goss", "Kern"]),
        ("Witold Zarzecki and Dragutin Perić sat down.", ["Witold Zarzecki", "Dragutin Perić"]),
        ("Mr. Day met Comrade Heo Dam and J. Steel.", ["Day", "Heo Dam", "J. Steel"]),
        ("Mr. Secretary read of the Dam, the Lind Fund and the Steel Plant on May Day.", []),
        ("On 9 August Mr. Lind came.", ["Lind"]),
        ("Then M. Brun, M. Favre and M. Roux left; Mr. Lind stayed.", ["Brun", "Favre", "Roux", "Lind"]),
        ("Then M. Brun, J. Favre and M. Roux left.", ["M. Brun", "J. Favre", "M. Roux"]),
        ("Uncle Ferko knew Oberscharführer Kern and Reb Hersh.", ["Ferko", "Kern", "Hersh"]),
        ("Comrade Orlov and Zelenka left; Luvsan and Comrade Orlov wept.", ["Orlov", "Zelenka", "Luvsan", "Orlov"]),
        ("Near Tarany and Comrade Orlov's farm it rained.", ["Orlov"]),
        (
            "Reply to Mr. Lind Brandt spoke. Mr. Lind knew V. N. Brandt and Mr. Brandt.",
            ["Lind", "Brandt", "Lind", "V. N. Brandt", "Brandt"],
        ),
        ("Mr. Orlov saw Mr. Kern. Orlov, Matern, and Kern left.", ["Orlov", "Kern", "Orlov", "Matern", "Kern"]),
        ("Sir John Steel came, and Steel spoke of the Steel Plant.", ["John Steel", "Steel"]),
        ("Comrade He Ying came. He ate. He Ying left.", ["He Ying", "He Ying"]),
        ("Mr. Lind-Brandt came, and Lind sat down.", ["Lind-Brandt", "Lind"]),
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("In the evening Zaleska of the Board of Trade complained to me.", ["Zaleska"]),
        ("I dined with Tarrant; later Zaleska and I walked.", ["Tarrant", "Zaleska"]),
        ("It was opened on 3 May by Tarrant.", ["Tarrant"]),
        ("The Tarrant cabinet fell, and the Kmt regime with it.", ["Tarrant"]),
        ("It is known to Tarrant's wife.", ["Tarrant"]),
        ("As ever Tarrant, the British consul, was late.", ["Tarrant"]),
        ("On the quay two Czechs, Hrabec and Malina, sang.", ["Hrabec", "Malina"]),
        ("Dear Ronald,\nyou ask for news.", ["Ronald"]),
        ("I send a copy of this letter to Tarrant in Oslo.", ["Tarrant"]),
        ("Paris told us nothing. Everybody told me so. Nobody laughed.", []),
        ("The Ukrainian government and the Provisional Government fell.", []),
        ("In Oslo, the British consul, a tall man, was late.", []),
        ("Dear Sir,\nwe send two rivers, the Oder and the Elbe.", []),
        ("I told Congress. The Embassy himself", []),
        ("Then Zaleska, he wrote, had lost her way, and Mohács's car was late.", ["Zaleska", "Mohács"]),
        ("It is known that Zaleska had refused.", ["Zaleska"]),
        ("This was ten years after Mohács called for it.", ["Mohács"]),
        ("He had a long talk with Zaleska in Oslo and asked Mohács to wait.", ["Zaleska", "Mohács"]),
        ("“Never,” said Zaleska.", ["Zaleska"]),
        ("My sister Gitl and a girl by the name of Edita slept.", ["Gitl", "Edita"]),
        ("The powers met; it is known that Powers had refused. Peasants said no.", []),
        ("At the Oslo Conference in May they asked Oslo to wait. Management thought so, too.", []),
        ("Hotel prices rose, and Zaleska left; what does Mohács think?", ["Zaleska", "Mohács"]),
        ("Mohácsi spoke with Zaleska and wrote to Kern.", ["Mohácsi", "Zaleska", "Kern"]),
        ("It came with a letter from Zaleski. Pass Oslo for Brandt, Riga for Kern.", ["Zaleski", "Brandt", "Kern"]),
        ("Zaleska and Mohács were late; he came with Kern and Lind.", ["Zaleska", "Mohács", "Kern", "Lind"]),
        (
            "He sent it to Zaleska, who wept. A Dane named Kern paid, and Brun de Favre had slept.",
            ["Zaleska", "Kern", "Brun de Favre"],
        ),
        ("Oslo and Riga were late; he came with Bread and Butter; bread and butter, who knows.", []),
        ("Omissions followed. Contacts of the Embassy told more. The Spanish Inquisition burned it.", []),
        (
            "In any deal Aeroflot is bound to win. That Advisor would go. I’ve said so. The United Kingdom left.",
            [],
        ),
        ("Everyone between Oslo and Tarany will say so. The Tarany Jews left; Tarany was far.", []),
        ("It is known that Pravda had refused, that Oslo would pay and that Govt was late.", []),
    ],
)
def test_who_does_what_only_people_do_is_a_person(read: Read, body: str, expected: list[str]) -> None:
    assert [m.span.exact for m in read(body).mentions if m.kind == "person"] == expected
