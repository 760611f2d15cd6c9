"""Events: the document's own, those with a name, and those whose clause holds a date."""

import pytest

from kg.model import Event
from tests.extract.conftest import Read

TITLE = "Minutes of the Board, 3 June 1957"


def _told(read: Read, body: str) -> list[Event]:
    return [event for event in read(body, TITLE).events if event.event_class != "own"]


def _one(read: Read, body: str) -> Event:
    (event,) = _told(read, body)
    return event


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The treaty was signed on 4 May 1956.", ["The treaty was signed on 4 May 1956"]),
        ("After the Korean War the port was empty.", ["Korean War"]),
        ("He read the eight points of Director Lind, the night of 4 May 1956.", []),
        (
            "He saw no more than in the statement of the Director, the night of 4 May 1956.",
            ["statement of the Director, the night of 4 May 1956"],
        ),
        ("Brandt’s memorandum to Lind, 4 May 1956, is ibid.", ["Brandt’s memorandum to Lind, 4 May 1956"]),
        ("The port was empty.", []),
        ("See p. 4 of the list.", []),
        ("4 May 1956, is ibid.", []),
        ("He asked what was thought of the date of 4 May 1956.", []),
        ("The time between now and 4 May 1957 is short.", []),
        ("The tolls are kept in conformity with the River Act of 1930.", []),
        ("They came as Bolsheviks, i.e. only in 1921.", ["They came as Bolsheviks, i.e. only in 1921"]),
        ("Telegram 12, 4 May 1956, said that it rained.", ["Telegram 12, 4 May 1956"]),
        ("Lind’s articles on his 4 May 1956 interview are long.", ["his 4 May 1956 interview"]),
        ("He named Pravda, 4 May 1956, p. 2.", []),
        ("It was told on 4 May 1956, and again.", ["It was told on 4 May 1956"]),
        ("The American Congress was asked.", []),
        ("He asked if Brandt came on 4 May 1956.", []),
        ("Whether Brandt came on 4 May 1956, nobody knows.", []),
        ("Had the guild paid in May 1956, nothing would have been lost.", []),
        ("Had the guild paid, nothing would have been lost in May 1956.", []),
        ("Had a talk with Brandt on 4 May 1956.", ["Had a talk with Brandt on 4 May 1956"]),
        ("Should the guild pay in May 1956, all will be well.", []),
        ("Whoever was against it in 1956 may be for it now.", []),
        ("Was the mole closed on 4 May 1956?", []),
        ("It will not be 1914 again.", []),
        ("The tolls were higher than in 1914.", []),
        ("A similar offer made on 4 May 1956 had been refused.", ["A similar offer made on 4 May 1956"]),
        ("The ship that came on 4 May 1956 has left.", ["The ship that came on 4 May 1956"]),
        ("They cut off the credits granted in 1956.", ["credits granted in 1956"]),
        ("They cut off the credits and left in 1956.", ["left in 1956"]),
        ("He had not read it until 4 May 1956 and that was late.", ["He had not read it until 4 May 1956"]),
        ("He holds a letter dated 4 May 1956.", ["a letter dated 4 May 1956"]),
        (
            "At press time, in your letter you request rain until 4 May 1956.",
            ["in your letter you request rain until 4 May 1956"],
        ),
        ("The head of the side in 1946 talks is ill.", ["1946 talks"]),
        ("In 1956 it was 47 per cent.", []),
        ("Today the price is so high.", []),
        ("They withdrew to their positions as of 4 May 1956.", []),
        (
            "They agreed and on 4 May 1956, in the evening, the guild paid.",
            ["on 4 May 1956, in the evening, the guild paid"],
        ),
        ("Brandt said that in 1956, on his way, he met Kern.", ["in 1956, on his way, he met Kern"]),
        ("They had considered his note of 4 May 1956 and left.", ["his note of 4 May 1956"]),
        ("It is noted in a letter to the guild, 4 May 1956.", ["a letter to the guild, 4 May 1956"]),
        (
            "In a letter to the guild, 4 May 1956, Brandt agreed.",
            ["4 May 1956, Brandt agreed"],
        ),
        ("It was frozen at 1956 levels.", []),
        (
            "Only then was the head of the guild removed in 1956.",
            ["Only then was the head of the guild removed in 1956"],
        ),
        ("The price is six times above 31 December 1956.", []),
        ("It is milder compared to 1956.", []),
        ("He refers to his telegram no. 12, 4 May 1956.", ["telegram no. 12, 4 May 1956"]),
        ("He is milder than Director Lind had been on 4 May 1956.", []),
        ("Today I can tell you that it rained.", []),
        ("It ended with the Russo–Danish War of 1956.", ["Russo–Danish War of 1956"]),
        ("We lost all that we had built since the opening in May 1956.", ["opening in May 1956"]),
        (
            "The text of Gustav Lindʼ interview with Kern on 4 May 1956 is printed.",
            ["Gustav Lindʼ interview with Kern on 4 May 1956"],
        ),
        ("He spoke of Agenda 2000 and left.", []),
        ("They stayed in the towns they occupied on 4 May 1956.", ["towns they occupied on 4 May 1956"]),
        ("He left before the congress on 4 May 1956.", ["congress on 4 May 1956"]),
        ("At the congress on 4 May 1956 he spoke.", ["At the congress on 4 May 1956 he spoke"]),
        ("At a meeting held on 4 May 1956, Brandt spoke.", ["At a meeting held on 4 May 1956, Brandt spoke"]),
        ("They stopped on 4 May 1956 at that time of rain.", ["They stopped on 4 May 1956 at that time of rain"]),
        ("They spoke at a press conference at Riga.", []),
        ("It led to Soviet agreement to the tolls.", []),
        ("On Monday morning, 6 May 1957, the guild paid.", ["6 May 1957, the guild paid"]),
        ("As to a meeting on 4 May 1956, he was silent.", []),
        ("It was used with the U.S.S.R. On 4 May 1956 he came.", ["On 4 May 1956 he came"]),
        ("They had on all days since 4 May 1956 asked for it.", ["They had on all days since 4 May 1956 asked for it"]),
        ("He quoted from Lind’s 4 May 1956 letter at length.", ["Lind’s 4 May 1956 letter"]),
        ("It was made on the basis of a pact signed on 4 May 1956.", ["a pact signed on 4 May 1956"]),
        ("On 4 May 1956, after the guild paid, it was opened.", ["On 4 May 1956, after the guild paid, it was opened"]),
        ("They may go at any time after 4 May 1957.", []),
        ("What could be a Government agreement was not.", []),
        ("The Korean War lords and the Korean War debts are forgotten.", []),
    ],
)
def test_named_and_dated_events_are_found(read: Read, body: str, expected: list[str]) -> None:
    assert [event.span.exact.removeprefix("the ") for event in _told(read, body)] == expected


@pytest.mark.parametrize(
    ("body", "times"),
    [
        ("The letter of 3 May 1957 is long. He read the letter of 3 May 1957.", [2]),
        ("Lind’s letter of 3 May 1957 is long. He read the letter of 3 May 1957.", [2]),
        ("Mr. Lind’s letter of 3 May 1957 is long. He read Mr. Kern’s letter of 3 May 1957.", [1, 1]),
        ("The letter of 3 May 1957 is long. He read the letter of 4 May 1957.", [1, 1]),
        ("The letter of 3 May 1957 is long. He read the telegram of 3 May 1957.", [1, 1]),
    ],
)
def test_what_one_noun_and_one_day_name_is_one_event(read: Read, body: str, times: list[int]) -> None:
    assert [1 + len(event.other_spans) for event in _told(read, body)] == times


@pytest.mark.parametrize(
    ("body", "edtf"),
    [
        ("They have been here since 1 June 1957.", "1957-06-01/.."),
        ("He had left on 5 May 1957, the day before a truce was signed.", "1957-05-05"),
        ("They met before and after 4 May 1957.", "1957-05-04~"),
        ("It was signed after 4 May 1957.", "1957-05-04/.."),
        ("The meeting was put off until 4 May 1957.", "1957-05-04"),
        ("It was written on 4 May 1957, not on 5 May 1957.", "1957-05-04"),
    ],
)
def test_a_happening_is_of_the_day_that_the_words_say(read: Read, body: str, edtf: str) -> None:
    assert _told(read, body)[0].edtf == edtf


def test_the_day_before_something_happened_dates_that_too(read: Read) -> None:
    found = _told(read, "On 5 May 1957, the day before a truce was signed, he left for Riga.")
    assert "1957-05-06" in {event.edtf for event in found}


@pytest.mark.parametrize(
    ("body", "certainty"),
    [
        ("On 4 May 1957 the board proposed to the guild that the mole be closed.", "asserted"),
        ("The board proposed that the mole be closed on 4 May 1957.", "planned"),
        ("On 4 May 1957 Brandt said he would come.", "asserted"),
        ("On 4 July 1957 Brandt will come.", "planned"),
        ("Brandt did not come on 4 May 1957.", "denied"),
        ("Brandt said that Kern came on 4 May 1957.", "reported"),
        ("After the exchange of notes on the loan, it was paid on 4 May 1957.", "asserted"),
        ("Brandt hoped an answer could be made on 4 July 1957.", "planned"),
        ("In order to close the mole, Brandt came on 4 May 1957.", "asserted"),
        ("He notes that it was paid on 4 May 1957.", "reported"),
        ("The masters were ordered to pay by 4 May 1957.", "planned"),
        ("The board considered closing the mole on 4 May 1957.", "planned"),
        ("Brandt called on 4 May 1957 to express hope for peace.", "asserted"),
        ("The plan for 4 May 1957 has failed.", "asserted"),
        ("He told of a meeting to be held on 4 May 1957.", "planned"),
        ("Brandt is leaving for Riga on 4 May 1957.", "planned"),
        ("Brandt promised to give an answer by 4 May 1957.", "planned"),
        ("Brandt promised on 4 May 1957 to give an answer.", "asserted"),
        ("The ship, which had been due on 4 May 1957, is lost.", "planned"),
        ("The visit was first proposed by Kern on 4 May 1957.", "asserted"),
        ("Brandt points out that in May 1957 it was closed early.", "reported"),
        ("Brandt did not expect a vote until May 1957.", "planned"),
        ("Brandt said that it rained. Kern had gone to Riga on 4 May 1957.", "reported"),
        ("Brandt went home. Kern had gone to Riga on 4 May 1957.", "asserted"),
        ("Brandt said that it rained. Kern went to Riga on 4 May 1957.", "asserted"),
        ("Brandt asked on 4 May 1957 for goods to be sent.", "asserted"),
        ("I ask for coal by 4 July 1957.", "planned"),
        ("The ministers were supposed to meet on 4 May 1957.", "planned"),
        ("It was closed due to his coming on 4 May 1957.", "asserted"),
        ("Brandt anticipates arrests from 4 July 1957.", "planned"),
        ("Brandt began by stating that the board had met on 4 May 1957.", "reported"),
        ("I refer to the list and to enclose two letters signed 4 May 1957.", "asserted"),
        ("Brandt will tell it when he visits Riga in July 1957.", "planned"),
        ("The board has agreed (2) to redraft the rules by May 1957.", "planned"),
        ("The board agreed to begin talks in August 1957.", "planned"),
        ("The board agreed to begin talks in May 1957.", "asserted"),
        ("I have the honor to report that Kern came on 4 May 1957.", "asserted"),
        ("Brandt left before the congress on 4 July 1957.", "planned"),
        ("The board gave consideration to closing it on 4 May 1957.", "planned"),
        ("They told it in strong words, and the mole was closed on 4 May 1957.", "asserted"),
        ("Brandt said he had come on 4 May 1957.", "reported"),
        ("Brandt told him the mole was closed on 4 May 1957.", "reported"),
        ("Some masters say that the strike began on 4 May 1957.", "reported"),
        ("Brandt denied that he had met Kern on 4 May 1957.", "denied"),
        ("Brandt refuted the claim that the mole was closed on 4 May 1957.", "denied"),
        ("The strike failed to begin on 4 May 1957.", "denied"),
        ("The guests had been expected to arrive on 4 May 1957.", "planned"),
        ("Brandt had wanted to go to Riga in May 1957.", "planned"),
        ("Brandt is going to Riga on 4 July 1957.", "planned"),
        ("The congress will have to be postponed until 4 July 1957.", "planned"),
        ("The board invited the guests for 4 July 1957.", "planned"),
        ("Request Brandt be informed by 4 July 1957.", "planned"),
        ("In your letter you request that the doctors remain until 4 July 1957.", "planned"),
        ("The board asked that the mole be closed on 4 May 1957.", "planned"),
        ("Brandt hopes that we could provide coal before 4 July 1957.", "planned"),
        ("Because of the order to the fleet it was closed on 4 May 1957.", "asserted"),
    ],
)
def test_certainty_is_that_of_the_verb_with_the_date(read: Read, body: str, certainty: str) -> None:
    assert {event.certainty for event in _told(read, body)} == {certainty}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("In May 1956 the guild called a meeting against the tolls.", "meeting"),
        ("In May 1956 the guild called the tolls a shame.", "speech"),
        ("In May 1956 the copy came to the War Department.", "visit"),
        ("From 1931 to 1934 the mole was in the hands of the guild.", "other"),
        ("The guild appeared in May 1956.", "other"),
        ("In 1952 the United States closed the port.", "other"),
        ("Brandt visited the port in May 1956.", "visit"),
        ("It was transmitted to Riga in May 1956.", "sending"),
        ("Brandt found the port empty in May 1956.", "other"),
        ("The guild was founded in May 1956.", "decision"),
        ("Kern was released in May 1956.", "arrest"),
        ("The report was released in May 1956.", "publication"),
        ("Brandt called at the port in May 1956.", "visit"),
        ("A strike was called for 4 May 1956.", "unrest"),
        ("Brandt is going to Riga in July 1957.", "visit"),
        ("The guild is going to have a meeting in July 1957.", "meeting"),
        ("The board elected on 4 May 1957 will leave on 5 July 1957.", "visit"),
        ("After the war plans were drawn up in 1956.", "other"),
        ("The guild reached a third of its aim in May 1956.", "other"),
        ("The guild came forward with an aim in May 1956.", "other"),
        ("He called by appointment in May 1956.", "visit"),
        ("It was destroyed in May 1956.", "military-action"),
        ("The fire which destroyed it in May 1956 was put out.", "other"),
        ("Kern was received by Mr. Brandt in May 1956.", "conversation"),
        ("The list was received in May 1956.", "sending"),
        ("The guild kept both states apart in May 1956.", "other"),
        ("He gave an aide-memoire on talks in May 1956.", "sending"),
        ("Brandt said he had gone to Riga in May 1956.", "visit"),
    ],
)
def test_the_kind_is_that_of_the_telling_word(read: Read, body: str, kind: str) -> None:
    assert _told(read, body)[-1].kind == kind


@pytest.mark.parametrize(
    ("body", "actors", "places"),
    [
        (
            "On 4 May 1956 the Ambassador of Poland in Riga, Max Hall, went to Vienna.",
            ["Max Hall"],
            ["Vienna"],
        ),
        ("On 4 May 1956 UN Secretary-General Max Hall spoke in Prague.", ["Max Hall"], ["Prague"]),
        ("On 4 May 1956 the UN met in Prague.", ["UN"], ["Prague"]),
        ("On 4 May 1956 Max Hall of the Ministry of Fish spoke.", ["Max Hall"], []),
        ("On 4 May 1956 Max Hall opened “Poland and the UN” aloud.", ["Max Hall"], []),
        ("On 4 May 1956 the members of the Politburo met.", ["Politburo"], []),
    ],
)
def test_who_somebody_is_is_no_actor_and_no_place(read: Read, body: str, actors: list[str], places: list[str]) -> None:
    event = _one(read, body)
    assert [span.exact for span in event.actors] == actors
    assert [span.exact for span in event.places] == places


def test_the_first_lines_tell_of_the_meeting_that_is_recorded(read: Read) -> None:
    found = read(
        "On the evening of 3 June 1957 I received Otto Brandt. He had come from Riga on 1 June 1957.",
        "Record of Conversation with Otto Brandt, 3 June 1957",
    ).events
    assert [(e.event_class, e.edtf, len(e.other_spans)) for e in found] == [
        ("own", "1957-06-03", 1),
        ("dated", "1957-06-01", 0),
    ]


@pytest.mark.parametrize(
    ("title", "places"),
    [
        ("Conversation in Riga with Otto Brandt", ["Riga"]),
        ("Letter from Otto Brandt (Riga) to Eva Kern on Poland", ["Riga"]),
        ("Letter from Otto Brandt to Eva Kern, ‘Poland and the Eels’", []),
        ("Statement of Otto Brandt Opposing the Visit of the Minister to Poland", []),
        ("Telegram From the Consul in Poland to the Ministry of Fish", ["Poland"]),
    ],
)
def test_what_a_title_is_about_is_no_place_of_it(read: Read, title: str, places: list[str]) -> None:
    own = read("They write.", title).events[0]
    assert [span.exact for span in own.places] == places


def test_a_diary_may_have_no_entries(read: Read) -> None:
    (own,) = read("It rained all the time.", "From the Diary of a Consul").events
    assert own.span.exact == "From the Diary of a Consul"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Memorandum From the Press Secretary (Kern) to President Lind", "sending"),
        ("Press Release on Eels", "publication"),
        ("Memorandum of Conversation", "conversation"),
        ("Editorial Note", ""),
    ],
)
def test_a_title_tells_what_the_record_is(read: Read, title: str, kind: str) -> None:
    found = read("They write.", title).events
    assert [event.kind for event in found] == ([kind] if kind else [])


def test_another_conversation_of_the_body_is_not_the_records_own(read: Read) -> None:
    body = (
        "The Minister told of the conversation of Consul Kern with Director Lind, who wanted an answer by 20 May 1957."
    )
    own = read(body, "Memorandum of Conversation").events[0]
    assert (own.event_class, own.span.exact, own.edtf) == ("own", "Memorandum of Conversation", "")


def test_i_in_brackets_is_not_the_author(read: Read) -> None:
    title = "Letter from Otto Brandt to Eva Kern"
    acted = [read(f"On 4 May 1956 {word} wrote to Riga.", title).events[-1].actors for word in ("I", "[I]")]
    assert [[span.exact for span in spans] for spans in acted] == [["Otto Brandt"], []]


@pytest.mark.parametrize(
    ("body", "label"),
    [
        ("The talks began well and were broken off on 7 May 1957.", "The talks … were broken off"),
        ("The doctors, led by Brandt, left on 7 May 1957.", "The doctors … left on 7 May 1957"),
        ("The consul, in a talk on 7 May 1957, agreed.", "The consul, in a talk on 7 May 1957, agreed"),
        ("Brandt said that he had come on 7 May 1957.", "Brandt said that he had come"),
        ("They read the note, which was received on 7 May 1957.", "The note, which was received"),
        ("They resumed talks, which had been broken off on 7 May 1957.", "Talks, which had been broken off"),
        ("It was taken on the night of 7 May 1957.", "It was taken on the night of 7 May 1957"),
        ("It was sent to Riga late on 7 May 1957.", "It was sent to Riga"),
        ("They read the credits granted in May 1957.", "The credits granted in May 1957"),
        ("They spoke of Brandt’s visit, which began on 7 May 1957.", "Brandt’s visit, which began"),
        ("In May 1957, when it rained, the guild paid.", "When it rained, the guild paid"),
        ("In May 1957’s plan we have set a goal.", "In May 1957’s plan we have set a goal"),
        ("The consul, who was in Riga, returned to Oslo on 7 May 1957.", "The consul … returned to Oslo"),
        ("It was about the boat “Eel”, detained by the guard on 7 May 1957.", "Eel … detained by the guard"),
        ("They are based on the Law, enacted on 7 May 1957.", "The Law, enacted on 7 May 1957"),
        ("The board led it under Kern (arrested in the port on 7 May 1957).", "Kern, arrested in the port"),
        ("The consul issued a note which was read on 7 May 1957.", "A note which was read"),
        ("On 7 May 1957 Brandt said that all was well.", "Brandt said that all was well"),
        ("He read the order for fees dated 7 May 1957.", "The order for fees dated 7 May 1957"),
        ("[Consul] Brandt left on 7 May 1957.", "[Consul] Brandt left"),
        ("A rule was issued under which all must pay by 7 May 1957.", "All must pay"),
    ],
)
def test_a_label_is_a_clause_that_can_be_read_alone(read: Read, body: str, label: str) -> None:
    assert label in {event.label for event in _told(read, body)}


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Mr. Brandt came to Riga and met Mr. Kern on 7 May 1957.", {"Brandt", "Kern"}),
        ("Mr. Brandt said that he had met Mr. Kern on 7 May 1957.", {"Brandt", "Kern"}),
        ("Mr. Brandt said that it was closed on 7 May 1957.", set()),
        ("Mr. Brandt reported to the guild that he had come on 7 May 1957.", {"Brandt"}),
    ],
)
def test_who_did_it_may_stand_before_the_clause(read: Read, body: str, names: set[str]) -> None:
    assert {actor.exact for event in _told(read, body) for actor in event.actors} == names


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("The guild stopped a U.S. convoy on 7 May 1957.", []),
        ("The guild came to the U.S. on 7 May 1957.", ["U.S."]),
        ("France accepted it on 7 May 1957.", []),
        ("The meeting in France was held on 7 May 1957.", ["France"]),
        ("On 7 May 1957 the guild sent a note proposing talks in Paris.", []),
    ],
)
def test_a_state_that_tells_whose_a_thing_is_is_no_place_of_it(read: Read, body: str, places: list[str]) -> None:
    assert [place.exact for event in _told(read, body) for place in event.places] == places


def test_what_is_told_twice_of_a_day_is_one_event(read: Read) -> None:
    body = "On 7 May 1957 Mr. Brandt met Mr. Kern. {} Mr. Brandt met Mr. Kern on 7 May 1957 in the port."
    assert [len(event.other_spans) for event in _told(read, body.format("It rained."))] == [1]
    assert len(_told(read, body.replace("in the port", "and Mr. Lind").format(""))) == 2


def test_the_wife_of_somebody_is_not_he(read: Read) -> None:
    assert not [a for e in _told(read, "The wife of Mr. Brandt came on 7 May 1957.") for a in e.actors]


def test_the_first_sentence_of_a_record_tells_who_met(read: Read) -> None:
    body = "On Monday morning, 3 June 1957, the consul met with Mr. Hans Brandt; Mr. Otto Kern took notes."
    found = read(body, "Memorandum of Conversation, 3 June 1957").events
    assert [(e.kind, [a.exact for a in e.actors]) for e in found] == [("conversation", ["Hans Brandt", "Otto Kern"])]


def test_who_took_it_down_on_a_day_did_that_once(read: Read) -> None:
    body = "It rained.\n\nRecord made by Mr. Brandt on 7 May 1957.\n"
    found = read(body, "Memorandum of Conversation, 3 June 1957").events
    assert [e.edtf for e in found if e.span.exact.startswith("Record")] == ["1957-05-07"]


@pytest.mark.parametrize(
    ("title", "kind", "label"),
    [
        (
            "Fish Bureau, 'Main Points of Meeting Between A. Lind and B. Kern'",
            "meeting",
            "Meeting Between A. Lind and B. Kern",
        ),
        (
            "From the Journal of A. Lind, 'Record of a Conversation with B. Kern'",
            "conversation",
            "Conversation with B. Kern",
        ),
        ("Cable from A. Lind, 'Record of a Conversation with B. Kern'", "sending", ""),
        ("Speech by A. Lind at the Meeting of the Guilds", "speech", ""),
        ("Minutes of the Board", "meeting", ""),
        ("Protocol No. 4 of the Board", "meeting", ""),
        ("Protocol on the Tolls", "other", ""),
    ],
)
def test_an_own_event_is_called_by_the_title_of_the_talk(read: Read, title: str, kind: str, label: str) -> None:
    own = read("It rained.", title).events[0]
    assert (own.kind, own.label) == (kind, label or title)


def test_a_line_of_prose_is_no_title(read: Read) -> None:
    assert read("Names of rivers.\n\nIf you wish to send me a letter about it, I would welcome this.").events == ()


def test_a_page_that_begins_with_a_comma_has_no_event_of_its_own(read: Read) -> None:
    assert read(" ,\nRivers and lakes\n").events == ()


def test_who_was_present_and_what_was_discussed_need_a_meeting_of_the_page(read: Read) -> None:
    body = "\nPresent: Comrades Lind, Kern.\n\nAgenda:\n1. Eels\n2. Locks\n\nComrade Lind: Yes.\n\nComrade Kern: No.\n"
    record, note = read(body, "Minutes of the Board"), read(body, "Editorial Note")
    assert record.participations
    assert None not in [turn.item for turn in record.turns]
    assert (note.participations, note.agenda) == ((), ())
    assert [turn.item for turn in note.turns] == [None, None]
