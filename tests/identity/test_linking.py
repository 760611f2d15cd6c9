"""Links to an authority: what is accepted, what is only proposed, and what stays local."""

import csv
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from kg.identity.across import Findings
from kg.identity.authority import Authority, Record, make_index, open_authority
from kg.identity.linking import link
from kg.model import Decision, Entities, Entity, Event, EventEntity, Place, Span

S = ("one", "two", "three", "four")
RECORDS = (
    Record(
        label="Ada Kestrel",
        qid="Q901",
        aliases=("Ada Ivanovna Kestrel",),
        kind="person",
        birth=1901,
        death=1977,
        sources=S,
    ),
    Record(label="Ada Kestrel", qid="Q902", kind="person", birth=1960, sources=S),
    Record(label="Boris Merle", qid="Q903", kind="person", sources=("one",)),
    Record(label="Carl Wren", qid="Q904", kind="person", birth=1900, death=1980, sources=S),
    Record(label="Conrad Wren", qid="Q905", kind="person", birth=1900, death=1980, sources=S),
    Record(label="Boris Ladoga", qid="Q906", kind="person", birth=1900, death=1980, sources=S),
    Record(label="Marshland", qid="Q951", kind="country", description="state since 1991", sources=S),
    Record(label="Sablia", qid="Q911", kind="country", description="state in the marshes", sources=S),
    Record(
        label="People's Republic of Sablia",
        qid="Q912",
        aliases=("Sablia",),
        kind="country",
        description="former state, 1946-1989",
        sources=S,
    ),
    Record(label="Central Committee", qid="Q921", sources=S),
    Record(label="Bargemen's Party", qid="Q922", kind="party", aliases=("BPS",), sources=S),
    Record(label="Harbour Courier", qid="Q923", p31=("daily newspaper",), sources=S),
    Record(label="Sable Crisis of 1957", qid="Q931", kind="event", year=1957, sources=S),
    Record(label="Port Sable", kind="territory", identifiers={"viaf": "0"}),
    Record(label="Sablehaven", qid="Q941", kind="territory", sources=S),
    Record(label="Sablehaven", qid="Q942", kind="location", sources=S),
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    path = tmp_path_factory.mktemp("authority") / "index.sqlite"
    make_index(RECORDS, path)
    return Authority(path)


def linked(
    authority: Authority, kind: str, label: str, *decisions: Decision, year: str = "1957", also: tuple[str, ...] = ()
) -> dict[str, str]:
    """Link one entity of one document; return verdict by item."""
    entity = Entity(name="thing/x", kind=kind, label=label, forms=also or (label,), mentions=(Place("d", 0, 4),))  # type: ignore[arg-type]
    found = Entities(entities=(entity,), works=(), events=(), decisions=decisions)
    corpus = [Findings(document="d", date=year, clusters=(), works=(), events=())]
    return {d.right: d.verdict for d in link(found, corpus, authority, who="machine")}


@pytest.mark.parametrize(
    ("kind", "label", "expected"),
    [
        ("person", "Ada Kestrel", {"Q901": "same"}),  # her namesake was not born yet
        ("person", "Kestrel, Ada", {"Q901": "same"}),
        ("person", "A. I. Kestrel", {"Q901": "same"}),
        ("person", "Kestrel", {"Q901": "unsure"}),  # a bare surname is never enough
        ("person", "Boris Merle", {"Q903": "unsure"}),  # one source, no dates
        ("person", "C. Wren", {"Q904": "unsure", "Q905": "unsure"}),
        ("person", "Dora Wren", {}),
        ("organisation", "Bargemen's Party", {"Q922": "same"}),
        ("organisation", "BPS", {"Q922": "unsure"}),
        ("organisation", "Central Committee", {"Q921": "unsure"}),
        ("organisation", "the Harbour Courier", {"Q923": "same"}),
        ("organisation", "Sablehaven", {}),  # another kind of thing
        ("place", "Sablehaven", {"Q941": "unsure", "Q942": "unsure"}),
        ("place", "Port Sable", {}),  # known, but without a number to link to
        ("place", "Nowhere", {}),
    ],
)
def test_a_name_is_linked_proposed_or_left(
    authority: Authority, kind: str, label: str, expected: dict[str, str]
) -> None:
    assert linked(authority, kind, label) == expected


def test_a_state_is_that_of_the_year(authority: Authority) -> None:
    assert linked(authority, "place", "Sablia", year="1957") == {"Q912": "same"}
    assert linked(authority, "place", "Sablia", year="1930") == {"Q911": "same"}


@pytest.mark.parametrize(("verdict", "expected"), [("same", {}), ("different", {}), ("unsure", {})])
def test_what_people_decided_is_not_decided_again(authority: Authority, verdict: str, expected: dict[str, str]) -> None:
    decision = Decision(left="thing/x", right="Q922", verdict=verdict, who="R", when="2026-01-01")  # type: ignore[arg-type]
    assert linked(authority, "organisation", "Bargemen's Party", decision) == expected


def test_a_named_event_is_linked_with_its_reasons(authority: Authority) -> None:
    span = Span(0, 4, "1957")
    event = Event(event_class="named", kind="unrest", label="1957 Sable Crisis", span=span, rule="r")
    dated = Event(event_class="dated", kind="unrest", label="Sable Crisis of 1957", span=span, rule="r")
    found = Entities(
        entities=(),
        works=(),
        events=(
            EventEntity(name="event/a", label=event.label, tellings=(("d", 0),)),
            EventEntity(name="event/b", label=dated.label, tellings=(("d", 1),)),
        ),
    )
    corpus = [Findings(document="d", date="1958-01", clusters=(), works=(), events=(event, dated))]
    (decision,) = link(found, corpus, authority, who="machine")
    assert (decision.left, decision.right, decision.verdict, decision.source) == (
        "event/a",
        "Q931",
        "same",
        "one; two; three; four",
    )
    assert "name agrees" in decision.why
    early = [Findings(document="d", date="1950", clusters=(), works=(), events=(event, dated))]
    assert link(found, early, authority, who="machine") == ()


READ = Path(__file__).with_name("links_read.csv")
COLD_WAR = Path(__file__).parents[3] / "shared" / "authority" / "coldwar.jsonl.gz"


def test_links_read_against_their_documents_keep_their_measure(tmp_path: Path) -> None:
    """Each row was accepted in a build of six collections: a document, forms, years, the item, a verdict.

    The verdicts: for all rows but one, up to three passages for each form of the name were read in the documents that
    name it (beside the item's label and description; no second reader). "wrong": the passages mean something else.
    "mixed": some do, since two bearers are one thing in the build, or two states of one name. The goal of 98 right in a
    hundred is not reached: of the 337 links accepted 317 are right, 9 mixed and 11 wrong.
    """
    if not COLD_WAR.is_file():
        pytest.skip(f"there is no authority to measure on at {COLD_WAR}")
    with READ.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    entities: list[Entity] = []
    findings: list[Findings] = []
    events: list[EventEntity] = []
    for number, row in enumerate(rows):
        name, forms = f"{row['kind']}/{number}", tuple(row["forms"].split("; "))
        keys = [f"{number}-{year}" for year in row["years"].split() or [""]]
        findings += [Findings(document=k, date=k.partition("-")[2], clusters=(), works=(), events=()) for k in keys]
        if row["kind"] == "event":
            told = Event(event_class="named", kind="other", label=forms[0], span=Span(0, 1, "1"), rule="r")
            findings[-1] = replace(findings[-1], events=(told,))
            events.append(EventEntity(name=name, label=forms[0], tellings=((keys[-1], 0),)))
            continue
        places = tuple(Place(key, 0, 1) for key in keys)
        entities.append(Entity(name=name, kind=row["kind"], label=forms[0], forms=forms, mentions=places))  # type: ignore[arg-type]
    found = Entities(entities=tuple(entities), works=(), events=tuple(events))
    authority = open_authority(COLD_WAR, tmp_path)
    accepted = {d.left: d.right for d in link(found, findings, authority, who="machine") if d.verdict == "same"}
    authority.close()
    verdicts = Counter(
        row["verdict"] if accepted[name] == row["qid"] else "wrong"
        for number, row in enumerate(rows)
        if (name := f"{row['kind']}/{number}") in accepted
    )
    assert verdicts.total() >= 330
    assert verdicts["right"] / verdicts.total() >= 0.94
    assert verdicts["wrong"] / verdicts.total() <= 0.033


def test_a_state_is_not_spoken_of_before_it_was_there(authority: Authority) -> None:
    assert linked(authority, "place", "Marshland", year="1995") == {"Q951": "same"}
    assert linked(authority, "place", "Marshland", year="1957") == {}


def test_a_mixture_of_relatives_is_only_proposed(authority: Authority) -> None:
    mixed = linked(authority, "person", "Boris Ladoga", also=("Boris Ladoga", "Clara Ladoga", "Ladoga"))
    assert mixed == {"Q906": "unsure"}
    assert linked(authority, "person", "Boris Ladoga", also=("Boris Ladoga", "B. Ladoga", "Ladoga")) == {"Q906": "same"}
