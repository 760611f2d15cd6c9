from pathlib import Path

import pytest

from kg.evaluate.answers import answers
from kg.evaluate.sheet import Sheet
from kg.query.store import open_data


def sheets(data: Path, *more: str, without: str = "") -> dict[str, Sheet]:
    """The sheets of the page, with more triples and without some words."""
    words = data.read_text(encoding="utf-8").replace(without, "") if without else data.read_text(encoding="utf-8")
    data.write_text("\n".join((words, *more)), encoding="utf-8")
    return answers(open_data(data))


def values(sheet: Sheet, name: str) -> list[str]:
    return [find.value for find in sheet.finds[name]]


def test_a_reference_has_its_levels_its_archives_names_and_its_leaves(ferry_data: Path, checksum: str) -> None:
    (find,) = sheets(ferry_data)[checksum].finds["citations"]
    assert find.fields == {
        "archive": ("RGANI", "The Archive"),
        "numbers": ("12", "5", "30", "RGANI, f. 5, op. 30, d. 12"),
        "fond": ("5",),
        "opis": ("30",),
        "delo": ("12",),
        "leaf_from": ("7",),
        "leaf_to": ("9",),
        "side": ("verso",),
    }


def test_a_papka_is_a_level_though_it_is_a_second_parent(ferry_data: Path, checksum: str) -> None:
    papka = "<delo> rico:isDirectlyIncludedIn <papka> . <papka> rico:hasRecordSetType kgo:papka ;"
    papka += ' rico:identifier "163" ; rico:hasOrHadHolder <archive> .'
    (find,) = sheets(ferry_data, papka)[checksum].finds["citations"]
    assert (find.fields["papka"], find.fields["delo"]) == (("163",), ("12",))


def test_a_document_without_an_original_is_its_own(ferry_data: Path, checksum: str) -> None:
    found = sheets(ferry_data, without="schema:translationOfWork <original> ;")[checksum]
    assert values(found, "document") == ["Minutes of the ferry board 3 May 1957", "1957-05-03", "en"]


def test_two_texts_of_one_record_keep_their_passages_apart(ferry_data: Path, checksum: str) -> None:
    other = """<doc> rico:hasOrHadInstantiation <text2> . <text2> a rico:Instantiation ; kgo:sha256 "ff" .
    <x> oa:hasBody <narvik> ; oa:hasTarget <y> ; oa:motivatedBy oa:identifying . <y> oa:hasSource <text2> ;
    oa:hasSelector <z> . <z> oa:start 3 ; oa:end 9 ."""
    found = sheets(ferry_data, other)
    assert [find.spans for find in found["ff"].finds["places"]] == [((3, 9),)]
    assert len(found[checksum].finds["places"]) == 1
    assert found["ff"].finds["people"] == ()


def test_only_words_that_name_somebody_are_a_mention(ferry_data: Path, checksum: str) -> None:
    more = "<x> oa:hasBody <narvik> ; oa:hasTarget <s1> ; oa:motivatedBy oa:describing ."
    assert len(sheets(ferry_data, more)[checksum].finds["places"]) == 1


def test_evidence_that_stands_in_no_text_is_passed_over(ferry_data: Path, checksum: str) -> None:
    more = """<x> oa:hasBody <narvik> ; oa:hasTarget <y> ; oa:motivatedBy oa:identifying .
    <y> oa:hasSource <file> ; oa:hasSelector <z> . <z> a oa:FragmentSelector ."""
    assert len(sheets(ferry_data, more)[checksum].finds["places"]) == 1


@pytest.mark.parametrize("rule", ["kgo:rule", "oa:motivatedBy oa:describing ;"])
def test_rules_and_motives_may_be_missing(rule: str, ferry_data: Path, checksum: str) -> None:
    words = ferry_data.read_text(encoding="utf-8")
    ferry_data.write_text(words.replace(rule, "rdfs:comment" if rule == "kgo:rule" else ""), encoding="utf-8")
    assert len(answers(open_data(ferry_data))[checksum].finds["turns"]) == 2


def test_every_author_and_editor_counts_once_with_all_names(ferry_data: Path, checksum: str) -> None:
    more = '<book> schema:editor <holm> . <lie> rico:hasOrHadAgentName <lie/name> . <lie/name> rdfs:label "K. Lie" .'
    (find,) = sheets(ferry_data, more)[checksum].finds["works"]
    assert sorted(find.fields["names"]) == ["Anna Holm / Holm", "K. Lie / Karin Lie"]
    assert find.fields["title"] == ("Ice and Ferries",)
