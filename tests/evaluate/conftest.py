"""A page of our own with its gold, and published data about it that is right here and wrong there."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

TEXT = """Minutes of the Ferry Board, 3 May 1957

Present: Anna Holm, O. Rud, Egil Sand.

1. The ice
Holm: The ferry stopped on 12 April.[1] It lay in Narvik for two weeks.
Rud: I wrote to the Coal Union at once.
Holm: Then we meet again in June.

Translated by Mary Pike

Notes
[1] RGANI, F. 5, Op. 30, D. 12, Ll. 7-9ob; see Karin Lie, Ice and Ferries (Bergen: Fjell, 1961), p. 4.
"""
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
PREFIXES = """
@base <http://localhost:8000/ferry/> .
@prefix cito: <http://purl.org/spar/cito/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix fabio: <http://purl.org/spar/fabio/> .
@prefix kgo: <https://w3id.org/archival-kg/ontology#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix rico: <https://www.ica.org/standards/RiC/ontology#> .
@prefix schema: <https://schema.org/> .
"""
FACTS = f"""
<doc> a rico:Record ; rico:identifier "1" ; rico:title "Minutes of the ferry board 3 May 1957" ;
    kgo:edtf "1957-05-03"^^edtf:EDTF ; schema:inLanguage "en" ; schema:translationOfWork <original> ;
    rico:hasOrHadInstantiation <text> .
<original> schema:inLanguage "no" .
<text> a rico:Instantiation ; kgo:sha256 "{SHA256}" ; dcterms:source "pages/ferry.txt" .
<holm> a rico:Person ; rdfs:label "Anna Holm" ; rico:hasOrHadAgentName <holm/name> .
<holm/name> rdfs:label "Holm" .
<rud> a rico:Person ; rdfs:label "Rud" .
<sand> a rico:Person ; rdfs:label "Sand" .
<pike> a rico:Person ; rdfs:label "Mary Pike" .
<lie> a rico:Person ; rdfs:label "Karin Lie" .
<ice> a rico:Person ; rdfs:label "Ice" .
<board> a rico:CorporateBody ; rdfs:label "Ferry Board" .
<narvik> a rico:Place ; rdfs:label "Narvik" .
<d1> a rico:Date ; kgo:edtf "1957-05-03"^^edtf:EDTF .
<d2> a rico:Date ; kgo:edtf "1957-04"^^edtf:EDTF .
<d3> a rico:Date ; kgo:edtf "1957-06"^^edtf:EDTF .
<meeting> a rico:Event ; rdfs:label "Meeting" ; rico:hasEventType kgo:meeting ; kgo:edtf "1957-05-03"^^edtf:EDTF .
<stop> a rico:Event ; rdfs:label "The ferry stops" ; rico:hasEventType kgo:other ; kgo:edtf "1957-04-12"^^edtf:EDTF .
<present/1> a kgo:Participation ; rico:relationHasSource <meeting> ; rico:relationHasTarget <holm> ;
    rico:relationHasContext kgo:present .
<present/2> a kgo:Participation ; rico:relationHasSource <meeting> ; rico:relationHasTarget <rud> ;
    rico:relationHasContext kgo:present .
<translated> a rico:CreationRelation ; rico:relationHasSource <doc> ; rico:relationHasTarget <pike> ;
    rico:relationHasContext kgo:translator .
<item> a kgo:AgendaItem ; rico:isOrWasSubeventOf <meeting> ; kgo:order 1 ; kgo:number "1" ; rdfs:label "The ice" .
<say/1> a kgo:Statement ; rico:isOrWasPerformedBy <holm> ; kgo:order 1 ; kgo:utterance "…" ; dcterms:source <doc> .
<say/2> a kgo:Statement ; rico:isOrWasPerformedBy <holm> ; kgo:order 2 ; kgo:utterance "…" ; dcterms:source <doc> .
<note> a kgo:EditorialNote ; kgo:number "1" ; kgo:text "…" ; dcterms:isPartOf <doc> .
<reference> a kgo:ArchivalCitation ; cito:hasCitingEntity <doc> ; cito:hasCitedEntity <delo> ; kgo:asWritten "…" ;
    cito:hasCitationCharacterization cito:citesAsEvidence ; kgo:leafFrom "7" ; kgo:leafTo "9" ; kgo:leafSide "verso" .
<archive> a rico:CorporateBody ; rdfs:label "The Archive" ; rico:hasOrHadAgentName <archive/name> .
<archive/name> rdfs:label "RGANI" .
<fond> rico:hasRecordSetType kgo:fond ; rico:identifier "5" ; rico:hasOrHadHolder <archive> .
<opis> rico:hasRecordSetType kgo:opis ; rico:identifier "30" ; rico:hasOrHadHolder <archive> ;
    rico:isDirectlyIncludedIn <fond> .
<delo> rico:hasRecordSetType kgo:delo ; rico:identifier "12" ; rico:hasOrHadHolder <archive> ;
    rico:isDirectlyIncludedIn <opis> ; kgo:shelfmark "RGANI, f. 5, op. 30, d. 12" .
<book-citation> a kgo:WorkCitation ; cito:hasCitingEntity <doc> ; cito:hasCitedEntity <book> ; kgo:citedPages "4" .
<book> a fabio:Book ; dcterms:title "Ice and Ferries" ; schema:author <lie> ; schema:datePublished "1962" ;
    kgo:publisherPlace "Bergen" .
"""


def span(words: str, nth: int = 1) -> tuple[int, int]:
    """Return the place of the nth time that these words stand in the text."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def evidence() -> str:
    """Return the annotations: body, words, which time, rule, and what for."""
    end = len(TEXT) - 1
    turns = [TEXT[span("Holm: The ferry")[0] : span("\nRud: ")[0]], TEXT[span("Rud: I")[0] : span("\nHolm: Then")[0]]]
    rows = [
        ("doc", "Minutes of the Ferry Board, 3 May 1957", 1, "page/title", "describing"),
        ("holm", "Anna Holm", 1, "people/list", "identifying"),
        ("holm", "Holm", 2, "people/label", "identifying"),
        ("holm", "Holm", 3, "people/label", "identifying"),
        ("rud", "Rud", 1, "people/list", "identifying"),  # the gold has "O. Rud"
        ("sand", "Egil Sand", 1, "people/list", "identifying"),
        ("pike", "Mary Pike", 1, "people/list", "identifying"),
        ("lie", "Karin Lie", 1, "people/list", "identifying"),
        ("ice", "Ice", 1, "people/model", "identifying"),  # nobody
        ("board", "Ferry Board", 1, "organisations/list", "identifying"),
        ("narvik", "Narvik", 1, "places/list", "identifying"),
        ("d1", "3 May 1957", 1, "dates/day", "identifying"),
        ("d2", "12 April", 1, "dates/day", "identifying"),  # without its day
        ("d3", "June", 1, "dates/month", "identifying"),
        ("meeting", "Minutes of the Ferry Board", 1, "events/own", "describing"),
        ("stop", "The ferry stopped on 12 April", 1, "events/dated", "describing"),
        ("present/1", "Anna Holm", 1, "participants/list", "describing"),
        ("present/2", "Rud", 1, "participants/list", "describing"),
        ("translated", "Mary Pike", 1, "roles/by", "describing"),
        ("item", "1. The ice", 1, "agenda/numbered", "describing"),
        ("say/1", turns[0], 1, "turns/label", "describing"),
        ("say/2", turns[1], 1, "turns/label", "describing"),  # another speaker
        ("note", TEXT[span("[1] RGANI")[0] : end], 1, "notes/numbered", "describing"),
        ("note", "[1]", 1, "notes/anchor", "commenting"),
        ("reference", "RGANI, F. 5, Op. 30, D. 12, Ll. 7-9ob", 1, "citations/soviet", "describing"),
        ("book-citation", "Karin Lie, Ice and Ferries (Bergen: Fjell, 1961)", 1, "works/book", "describing"),
    ]
    lines = []
    for number, (body, words, nth, rule, motive) in enumerate(rows):
        start, stop = span(words, nth)
        lines.append(
            f"<e{number}> oa:hasBody <{body}> ; oa:hasTarget <s{number}> ; oa:motivatedBy oa:{motive} ;"
            f' kgo:rule "{rule}" .'
            f"<s{number}> oa:hasSource <text> ; oa:hasSelector <p{number}> , <q{number}> ."
            f"<p{number}> oa:start {start} ; oa:end {stop} . <q{number}> oa:exact {json.dumps(words)} ."
        )
    return "\n".join(lines)


def gold() -> dict[str, Any]:
    """Return what a careful reader writes down."""

    def entry(words: str, nth: int = 1, **more: object) -> dict[str, object]:
        start, end = span(words, nth)
        return {"start": start, "end": end, "text": words, **more}

    def event(words: str, kind: str, edtf: str) -> dict[str, object]:
        return entry(words, edtf=edtf) | {"class": kind}

    def named(thing: str, *mentions: dict[str, object], **more: object) -> dict[str, object]:
        return {"id": thing, "name": mentions[0]["text"], "mentions": list(mentions), **more}

    def turn(speaker: str, label: str, nth: int, last: str) -> dict[str, object]:
        start, end = span(label, nth)[0], span(last)[1]
        return {"speaker": speaker, "label_start": start, "utterance_end": end, "text": TEXT[start:end]}

    return {
        "document": {
            "path": "ferry.txt",
            "sha256": SHA256,
            "title": "Minutes of the Ferry Board, 3 May 1957",
            "date": "1957-05-03",
            "original_language": "Norwegian",
            "authors": ["holm"],
            "addressees": [],
            "translator": "pike",
            "compiler": None,
        },
        "persons": [
            named(
                "holm", *(entry(w, n) for w, n in (("Anna Holm", 1), ("Holm", 2), ("Holm", 3))), roles=["participant"]
            ),
            named("rud", entry("O. Rud"), entry("Rud", 2), roles=["participant", "speaker"]),
            named("sand", entry("Egil Sand"), roles=["participant"]),
            named("pike", entry("Mary Pike"), roles=["translator"]),
            named("lie", entry("Karin Lie"), roles=["author_of_cited_work"]),
        ],
        "organisations": [named("board", entry("Ferry Board")), named("union", entry("Coal Union"))],
        "places": [named("narvik", entry("Narvik"))],
        "dates": [
            entry("3 May 1957", edtf="1957-05-03"),
            entry("12 April", edtf="1957-04-12"),
            entry("two weeks", edtf=None),
            entry("June", edtf="1957-06"),
            entry("1961", edtf="1961"),
        ],
        "archival_citations": [
            entry(
                "RGANI, F. 5, Op. 30, D. 12, Ll. 7-9ob",
                fields={
                    "repository": "RGANI",
                    "fond": "5",
                    "opis": "30",
                    "delo": "12",
                    "listy": "7-9ob",
                    "leaf_from": "7",
                    "leaf_to": "9",
                    "side": "verso",
                },
            )
        ],
        "cited_works": [
            entry("Minutes of the Ferry Board", id="self", csl={"type": "book", "title": "Minutes"}),
            entry(
                "Karin Lie, Ice and Ferries (Bergen: Fjell, 1961), p. 4",
                id="lie1961",
                csl={
                    "type": "book",
                    "author": [{"family": "Lie", "given": "Karin"}],
                    "title": "Ice and Ferries",
                    "publisher-place": "Bergen",
                    "publisher": "Fjell",
                    "issued": "1961",
                    "page": "4",
                },
            ),
        ],
        "events": [
            event("Minutes of the Ferry Board, 3 May 1957", "own", "1957-05-03"),
            event("The ferry stopped on 12 April", "dated", "1957-04-12"),
            event("Then we meet again in June", "dated", "1957-06"),
        ],
        "speech_turns": [
            turn("holm", "Holm: The", 1, "two weeks."),
            turn("rud", "Rud: I", 1, "at once."),
            turn("holm", "Holm: Then", 1, "in June."),
        ],
        "agenda": [{"label": "1.", "title": "The ice", "start": span("1. The")[0], "title_end": span("The ice")[1]}],
        "notes": [{"n": 1, "marker_start": span("[1]", 2)[0], "end": len(TEXT) - 1, "text": "…"}],
        "note_anchors": [entry("[1]", n=1)],
    }


@pytest.fixture
def checksum() -> str:
    """The SHA-256 of the page's text."""
    return SHA256


@pytest.fixture
def ferry_data(tmp_path: Path) -> Path:
    """The published data about the page."""
    path = tmp_path / "data.ttl"
    path.write_text(PREFIXES + FACTS + evidence(), encoding="utf-8")
    return path


@pytest.fixture
def ferry_gold(tmp_path: Path) -> Path:
    """The gold of the page."""
    path = tmp_path / "ferry.gold.json"
    path.write_text(json.dumps(gold()), encoding="utf-8")
    return path


@pytest.fixture
def ferry_list(tmp_path: Path) -> Path:
    """The page's archival citations as a list, with one from a page that was never published."""
    listed = [{"file": "ferry.txt", **each} for each in gold()["archival_citations"]]
    listed.append(
        {"file": "lost.txt", "start": 0, "end": 8, "text": "ZZ, F. 1", "fields": {"repository": "ZZ", "fond": "1"}}
    )
    path = tmp_path / "pages.citations.json"
    path.write_text(json.dumps(listed), encoding="utf-8")
    return path
