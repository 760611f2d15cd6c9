"""A small corpus made by hand: two documents that share people, a fond, a work and an event; every kind of find."""

from itertools import chain
from pathlib import Path

import pytest

from kg.extract.archives import archives
from kg.model import (
    AgendaItem,
    Analysis,
    ArchivalCitation,
    Creator,
    DateMention,
    Decision,
    Dispute,
    Document,
    Entities,
    Entity,
    EntityKind,
    Event,
    EventEntity,
    Field,
    Level,
    Mention,
    Note,
    Participation,
    Place,
    RecordRole,
    Span,
    Turn,
    Work,
    WorkCitation,
    quote,
)
from kg.rdf.confidence import Confidence
from kg.rdf.dataset import Tally
from kg.rdf.mapping import map_dataset, map_document, map_entities, map_links
from kg.rdf.page import names_by_document
from kg.rdf.write import write_dumps
from kg.settings import Settings

BASE = "https://archive.example/harbour/"
VERSION = "0.1.0"

MINUTES = """Minutes of the Harbour Committee, 3 May 1951

Source: TsKhSD, f. 7, op. 2, p. 9, d. 15, ll. 4-6ob. Original in Russian. Taken down by O. Ilves. To: A. Tamm.

Present: Comrade Orlov, Ilves. Absent: Tamm.
1. On the breakwater at Port "Nord"
ORLOV: The stones came\tlate.
We wait since 1 May.(1)
2. On the ferry
Orlov spoke for the Harbour Committee. Entrust Tamm.

1 See J. Kask, ed., "Lamps \\ of the North," Tides 4 (1949), pp. 3-5 (Reval: Lantern Press); \
APRF, f. 3, d. 15. The date is wrong.
"""

LETTER = """A. Tamm to Orlov, May 1951

From APRF, f. 3, op. 64, d. 484, l. 12. On 3 May 1951 the committee met. J. Kask, Lamps, p. 9. Article in Dawn, 1950.
"""


def find(text: str, words: str, number: int = 1) -> Span:
    """Return the span of the words where they stand for the nth time."""
    start = -1
    for _ in range(number):
        start = text.index(words, start + 1)
    return quote(text, start, start + len(words))


def _minutes() -> tuple[Document, Analysis]:
    t = MINUTES
    document = Document(
        key="demo-1",
        collection="demo",
        identifier="1",
        text=t,
        sha256="a1" * 32,
        source="minutes/one.txt",
        reader="page/1",
        language="en",
        fields=(
            Field("title", "Minutes of the Harbour Committee", find(t, "Minutes of the Harbour Committee")),
            Field("date", "1951-05-03", find(t, "3 May 1951")),
            Field("original-language", "ru", find(t, "Russian")),
            Field("summary", "What came late.", find(t, "The stones came\tlate.")),
        ),
    )
    orlov, ilves, tamm = find(t, "Orlov"), find(t, "Ilves", 2), find(t, "Tamm", 2)
    committee = find(t, "Harbour Committee", 2)
    kask, press = find(t, "J. Kask"), find(t, "Lantern Press")
    analysis = Analysis(
        document="demo-1",
        date="1951-05-03",
        notes=(
            Note(
                number="1",
                marker=quote(t, t.index("1 See"), t.index("1 See") + 1),
                body=quote(t, t.index("See J."), len(t) - 1),
                rule="notes/numbered",
                anchor=find(t, "(1)"),
                disputes=(Dispute("corrects", find(t, "The date is wrong."), "notes/wrong"),),
            ),
            Note(number="", marker=find(t, "Taken"), body=find(t, "down by"), rule="notes/unnumbered"),
        ),
        agenda=(
            AgendaItem(
                1,
                "1",
                find(t, 'On the breakwater at Port "Nord"'),
                find(t, '1. On the breakwater at Port "Nord"'),
                "agenda/n",
            ),
            AgendaItem(2, "", find(t, "On the ferry"), find(t, "2. On the ferry"), "agenda/n"),
        ),
        turns=(
            Turn(
                1,
                find(t, "ORLOV:"),
                find(t, "ORLOV"),
                find(t, "The stones came\tlate.\nWe wait since 1 May."),
                find(t, "ORLOV: The stones came\tlate.\nWe wait since 1 May."),
                "turns/capitals",
                0,
            ),
            Turn(
                2,
                find(t, "Orlov spoke"),
                find(t, "Orlov", 2),
                find(t, "for the"),
                find(t, "Orlov spoke for the"),
                "turns/x",
            ),
        ),
        dates=(
            DateMention(find(t, "3 May 1951"), "1951-05-03", "dates/day"),
            DateMention(find(t, "1 May."), "1951-05-01", "dates/day", inferred=True),
        ),
        citations=(
            ArchivalCitation(
                span=find(t, "TsKhSD, f. 7, op. 2, p. 9, d. 15, ll. 4-6ob"),
                rule="shelfmarks/soviet",
                archive="tskhsd",
                archive_span=find(t, "TsKhSD"),
                levels=(Level("fond", "7"), Level("opis", "2"), Level("delo", "15")),
                papka="9",
                leaf_from="4",
                leaf_to="6",
                side="verso",
                own=True,
            ),
            ArchivalCitation(
                span=find(t, "APRF, f. 3, d. 15"),
                rule="shelfmarks/soviet",
                archive="aprf",
                archive_span=find(t, "APRF"),
                levels=(Level("fond", "3"), Level("delo", "15")),
                inferred=True,
                note=0,
            ),
        ),
        works=(
            WorkCitation(
                span=find(t, 'J. Kask, ed., "Lamps \\ of the North," Tides 4 (1949), pp. 3-5 (Reval: Lantern Press)'),
                rule="works/article",
                type="article-journal",
                title="Lamps \\ of the North",
                creators=(Creator("author", kask), Creator("editor", kask)),
                container="Tides",
                publisher=press,
                place="Reval",
                issued="1949",
                volume="4",
                issue="2",
                pages="3-5",
                translated_title="Lamps in Translation",
                note=0,
            ),
        ),
        participations=(
            Participation("present", orlov, orlov, "participants/list"),
            Participation("present", ilves, ilves, "participants/list"),
            Participation("absent", tamm, find(t, "Absent: Tamm"), "participants/absent"),
            Participation("speaker", find(t, "ORLOV"), find(t, "ORLOV"), "participants/turn"),
            Participation("speaker", find(t, "Orlov", 2), find(t, "Orlov", 2), "participants/turn"),
            Participation("assigned", find(t, "Tamm", 3), find(t, "Entrust Tamm"), "participants/assigned"),
        ),
        roles=(
            RecordRole("compiler", find(t, "O. Ilves"), find(t, "Taken down by O. Ilves"), "roles/compiler"),
            RecordRole("addressee", find(t, "A. Tamm"), find(t, "To: A. Tamm"), "roles/to"),
        ),
        mentions=(
            Mention(find(t, "O. Ilves"), "person", "people/initials"),
            Mention(find(t, "A. Tamm"), "person", "people/initials"),
            Mention(orlov, "person", "people/title"),
            Mention(ilves, "person", "people/list"),
            Mention(tamm, "person", "people/list"),
            Mention(find(t, "ORLOV"), "person", "people/label"),
            Mention(find(t, "Orlov", 2), "person", "people/propagated"),
            Mention(committee, "organisation", "organisations/list"),
            Mention(find(t, "Tamm", 3), "person", "people/propagated"),
            Mention(find(t, "TsKhSD"), "organisation", "organisations/archive"),
            Mention(kask, "person", "people/initials"),
            Mention(press, "organisation", "organisations/press"),
            Mention(find(t, "Reval"), "place", "places/list"),
        ),
        events=(
            Event(
                event_class="own",
                kind="meeting",
                label="Session of the Harbour Committee, 3 May 1951",
                span=find(t, "Minutes of the Harbour Committee, 3 May 1951"),
                rule="events/own",
                edtf="1951-05-03",
                actors=(committee,),
                places=(find(t, "Reval"),),
                other_spans=(find(t, "Harbour Committee", 2),),
            ),
        ),
    )
    return document, analysis


def _letter() -> tuple[Document, Analysis]:
    t = LETTER
    document = Document(
        key="demo-2",
        collection="demo",
        identifier="2",
        text=t,
        sha256="b2" * 32,
        source="letters/two.txt",
        reader="plain/1",
        language="en",
    )
    kask = find(t, "J. Kask")
    analysis = Analysis(
        document="demo-2",
        date="1951-05",
        dates=(DateMention(find(t, "3 May 1951"), "1951-05-03", "dates/day"),),
        citations=(
            ArchivalCitation(
                span=find(t, "APRF, f. 3, op. 64, d. 484, l. 12"),
                rule="shelfmarks/soviet",
                archive="aprf",
                archive_span=find(t, "APRF"),
                levels=(Level("fond", "3"), Level("opis", "64"), Level("delo", "484")),
                leaf_from="12",
                leaf_to="12",
                own=True,
            ),
        ),
        works=(
            WorkCitation(
                span=find(t, "J. Kask, Lamps, p. 9"),
                rule="works/short",
                type="article-journal",
                title="Lamps",
                creators=(Creator("author", kask),),
                pages="9",
            ),
            WorkCitation(
                span=find(t, "Article in Dawn, 1950"),
                rule="works/untitled",
                type="article-newspaper",
                container="Dawn",
                issued="1950",
            ),
        ),
        roles=(RecordRole("author", find(t, "A. Tamm"), find(t, "A. Tamm to"), "roles/from"),),
        mentions=(
            Mention(find(t, "A. Tamm"), "person", "people/initials"),
            Mention(find(t, "Orlov"), "person", "people/propagated"),
            Mention(kask, "person", "people/initials"),
        ),
        events=(
            Event(
                event_class="own",
                kind="sending",
                label="Letter of May 1951",
                span=find(t, "A. Tamm to Orlov, May 1951"),
                rule="events/own",
                edtf="1951-05",
                actors=(find(t, "A. Tamm"),),
            ),
            Event(
                event_class="dated",
                kind="meeting",
                label="the committee met",
                span=find(t, "On 3 May 1951 the committee met"),
                rule="events/dated",
                edtf="1951-05-03",
                certainty="reported",
                actors=(find(t, "Orlov"),),
            ),
        ),
    )
    return document, analysis


def _place(key: str, span: Span) -> Place:
    return Place(key, span.start, span.end)


def _entities(minutes: Analysis, letter: Analysis) -> Entities:
    bearers: dict[str, tuple[EntityKind, str, list[tuple[str, str, int]]]] = {
        "person/orlov": (
            "person",
            "Orlov",
            [("demo-1", "Orlov", 1), ("demo-1", "ORLOV", 1), ("demo-1", "Orlov", 2), ("demo-2", "Orlov", 1)],
        ),
        "person/ilves": ("person", "O. Ilves", [("demo-1", "O. Ilves", 1), ("demo-1", "Ilves", 2)]),
        "person/tamm": (
            "person",
            "A. Tamm",
            [("demo-1", "A. Tamm", 1), ("demo-1", "Tamm", 2), ("demo-1", "Tamm", 3), ("demo-2", "A. Tamm", 1)],
        ),
        "person/kask": ("person", "J. Kask", [("demo-1", "J. Kask", 1), ("demo-2", "J. Kask", 1)]),
        "organisation/harbour-committee": ("organisation", "Harbour Committee", [("demo-1", "Harbour Committee", 2)]),
        "organisation/lantern-press": ("organisation", "Lantern Press", [("demo-1", "Lantern Press", 1)]),
        "archive/tskhsd": ("organisation", "TsKhSD", [("demo-1", "TsKhSD", 1)]),
        "place/reval": ("place", "Reval", [("demo-1", "Reval", 1)]),
    }
    texts = {"demo-1": MINUTES, "demo-2": LETTER}
    return Entities(
        entities=tuple(
            Entity(
                name=name,
                kind=kind,
                label=label,
                forms=tuple(sorted({words for _, words, _ in places})),
                mentions=tuple(_place(key, find(texts[key], words, n)) for key, words, n in places),
                notes=("Comrade",) if name == "person/orlov" else (),
            )
            for name, (kind, label, places) in sorted(bearers.items())
        ),
        works=(
            Work(name="work/dawn-1950", best=letter.works[1], document="demo-2", citations=(("demo-2", 1),)),
            Work(name="work/lamps", best=minutes.works[0], document="demo-1", citations=(("demo-1", 0), ("demo-2", 0))),
        ),
        events=(
            EventEntity(name="event/letter", label="Letter of May 1951", tellings=(("demo-2", 0),)),
            EventEntity(
                name="event/session", label="Session of the Harbour Committee", tellings=(("demo-1", 0), ("demo-2", 1))
            ),
        ),
        decisions=(
            Decision(
                left="person/orlov",
                right="Q42",
                verdict="same",
                who="Mari Kivi",
                when="2024-05-01",
                why="Same man",
                score=0.97,
            ),
            Decision(left="person/old", right="Q43", verdict="same", who="Mari Kivi", when="2024-05-02T10:00:00Z"),
            Decision(left="person/tamm", right="person/kask", verdict="different", who="Mari Kivi", when="spring"),
        ),
        tombstones=(("person/old", "person/kask"),),
    )


@pytest.fixture(scope="session")
def documents() -> tuple[tuple[Document, Analysis], ...]:
    """The two documents, with what is found in them."""
    return _minutes(), _letter()


@pytest.fixture(scope="session")
def entities(documents: tuple[tuple[Document, Analysis], ...]) -> Entities:
    """Who and what is in them."""
    return _entities(documents[0][1], documents[1][1])


@pytest.fixture(scope="session")
def lines(documents: tuple[tuple[Document, Analysis], ...], entities: Entities) -> tuple[str, ...]:
    """All of it as sorted lines of N-Quads."""
    licence = "https://licence.example/by/4.0/"
    settings = Settings(base=BASE, title="The harbour", publisher="Harbour Museum", licence=licence)
    names = names_by_document(entities)
    measured = {"people/title": Confidence(0.9349, 30), "people/list": Confidence(0.9, 9)}
    written: list[str] = []
    shares = []
    for document, analysis in documents:
        own, share = map_document(BASE, document, analysis, names[document.key], version=VERSION, confidence=measured)
        written += chain(*own)
        shares.append(share)
    written += map_entities(BASE, entities, names, shares, archives()) + map_links(BASE, entities)
    tally = Tally()
    tally.add(written)
    written += map_dataset(settings, "2024-06-01", VERSION, tally)
    return tuple(sorted(written))


@pytest.fixture(scope="session")
def dumps(lines: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the dumps of the example."""
    folder = tmp_path_factory.mktemp("dumps")
    write_dumps(lines, BASE, folder)
    return folder
