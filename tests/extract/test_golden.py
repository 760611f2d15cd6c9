"""Golden folders: a source of our own for each group of rules, and all that is found in it, near misses included."""

import json
from pathlib import Path

import pytest

from kg.extract import EXTRACTORS, analyse
from kg.model import Analysis, ArchivalCitation, WorkCitation
from kg.read import read

GOLDEN = Path(__file__).parents[1] / "golden"
WITHOUT_MODEL = tuple(step for step in EXTRACTORS if step.__name__ != "suggestions")


def shape(analysis: Analysis) -> dict[str, list[list[str]]]:
    """Return what was found, by kind, in short."""
    return {
        "agenda": [[item.number, item.title.exact] for item in analysis.agenda],
        "turns": [[turn.speaker.exact, turn.utterance.exact] for turn in analysis.turns],
        "people": [[mention.span.exact] for mention in analysis.mentions if mention.kind == "person"],
        "participants": [[part.role, part.person.exact] for part in analysis.participations if part.role != "speaker"],
        "roles": [[role.role, role.agent.exact] for role in analysis.roles],
        "calls": [[note.number, f"{note.anchor.start} {note.anchor.exact}"] for note in analysis.notes if note.anchor],
        "shelfmarks": [_shelfmark(citation) for citation in analysis.citations],
        "dates": [[date.edtf, date.span.exact] for date in analysis.dates],
        "works": [_work(work) for work in analysis.works],
        "disputes": [
            [note.number, dispute.kind, dispute.span.exact] for note in analysis.notes for dispute in note.disputes
        ],
    }


def _shelfmark(citation: ArchivalCitation) -> list[str]:
    """Return the words, the archive, each level, and the leaves."""
    papka = [f"papka {citation.papka}"] if citation.papka else []
    leaves = [f"leaves {citation.leaf_from}-{citation.leaf_to} {citation.side}".strip()] if citation.leaf_from else []
    levels = [f"{level.kind} {level.number}" for level in citation.levels]
    return [citation.span.exact, citation.archive, *levels, *papka, *leaves]


def _work(work: WorkCitation) -> list[str]:
    """Return the words, the type, the makers with their roles, title, container, place, publisher, date and pages."""
    makers = [f"{creator.role} {creator.span.exact}" for creator in work.creators]
    publisher = work.publisher.exact if work.publisher else ""
    return [
        work.span.exact,
        work.type,
        *makers,
        work.title,
        work.container,
        work.place,
        publisher,
        work.issued,
        work.pages,
    ]


@pytest.mark.parametrize("name", sorted(folder.name for folder in GOLDEN.iterdir()))
def test_a_golden_source_gives_what_is_expected_and_no_more(name: str) -> None:
    expected = json.loads((GOLDEN / name / "expected.json").read_text(encoding="utf-8"))
    document = read(GOLDEN / name / "source.txt", root=GOLDEN, collection="golden")
    found = shape(analyse(document, WITHOUT_MODEL))
    assert {kind: found[kind] for kind in expected} == expected
