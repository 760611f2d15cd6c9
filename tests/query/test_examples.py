"""Questions that historians ask, answered from the invented documents of the examples."""

from pathlib import Path

import pytest

from kg.query.library import bind, question
from kg.query.run import Rows, run
from kg.query.store import Data, open_data
from kg.query.things import find, spoken

TRADE = "Meeting of the Foreign Trade Commission of the CC KSČ, 27 February 1958"
JOURNAL, SESSION, LETTER = "document/examples-900105", "document/examples-900101", "document/examples-900107"

ROWS: list[tuple[str, dict[str, str], dict[str, str]]] = [
    ("present-together", {}, {"name": "Brabec", "otherName": "Drahota", "eventLabel": TRADE}),
    (
        "said-on-items",
        {"document": SESSION},
        {"name": "Vorontsov", "order": "3", "itemLabel": "On the Barges at Komarom"},
    ),
    ("said-on-items", {}, {"utterance": "you would believe him if he sank them."}),
    ("citing-unit", {"unit": "archive/aprf/f3"}, {"document": JOURNAL, "shelfmark": "APRF, f. 3, op. 64, d. 912"}),
    ("citing-unit", {"unit": "archive/aprf/f3/op64/d912"}, {"document": SESSION}),
    (
        "citing-work",
        {},
        {"workTitle": "Billiger zum Schwarzen Meer", "document": "document/examples-900106", "pages": "5"},
    ),
    ("people-by-meeting", {}, {"eventLabel": TRADE, "begin": "1958-02-27"}),
    ("timeline", {"person": "Andrei Gromyko"}, {"begin": "1958-02-22", "type": "kgo:sending"}),
    ("named-together", {"person": "Andrei Gromyko"}, {"otherName": "János Kádár"}),
    ("documents-between", {"from": "1958-02-21", "to": "1958-02-27"}, {"document": SESSION, "date": "1958-02-21"}),
    (
        "works-most-cited",
        {},
        {"title": "Dunajské spory: plavba a politika 1948-1962", "citations": "4", "documents": "3"},
    ),
    ("archives-together", {"archive": "archive/avprf"}, {"otherLabel": "MNL OL", "documents": "4"}),
    ("unlinked-people", {}, {"name": "Ernst Liebscher"}),
    ("about-document", {"document": SESSION}, {"kind": "rico:Person", "label": "Vorontsov"}),
    ("about-document", {"document": SESSION, "kind": "kgo:Statement"}, {"document": SESSION}),
    (
        "disputes",
        {},
        {"document": JOURNAL, "how": "cito:disputes", "asWritten": "The ambassador is mistaken by three days."},
    ),
    ("documents-naming", {"entity": "Andrei Gromyko"}, {"document": JOURNAL}),
    ("correspondence", {}, {"authorName": "Hugh Penhallow", "addresseeName": "R. A. Thornbury", "document": LETTER}),
    ("same-file", {"shelfmark": "APRF, f. 3, op. 64, d. 912"}, {"document": SESSION, "other": JOURNAL}),
    ("same-person", {"wikidata": "wd:Q184267"}, {"name": "Andrei Gromyko", "document": JOURNAL}),
]


@pytest.fixture(scope="module")
def examples(examples_build: Path) -> Data:
    return open_data(examples_build)


def asked(data: Data, name: str, given: dict[str, str]) -> list[dict[str, str]]:
    values = dict(bind(question(name), given, lambda words: find(data, words)))
    found = run(data, question(name).text, values)
    assert isinstance(found, Rows)
    spoken_rows = ([spoken(term, data.base) for term in row] for row in found.rows)
    return [dict(zip(found.variables, row, strict=True)) for row in spoken_rows]


@pytest.mark.parametrize(("name", "given", "row"), ROWS)
def test_the_examples_answer(examples: Data, name: str, given: dict[str, str], row: dict[str, str]) -> None:
    assert any(row.items() <= found.items() for found in asked(examples, name, given))


def test_what_is_linked_needs_no_decision(examples: Data) -> None:
    unlinked = {row["name"] for row in asked(examples, "unlinked-people", {})}
    assert not unlinked & {"Andrei Gromyko", "János Kádár", "Walter Ulbricht"}


def test_documents_between_leaves_out_the_others(examples: Data) -> None:
    dates = [row["date"] for row in asked(examples, "documents-between", {"from": "1958-03-01"})]
    assert dates == sorted(dates)
    assert min(dates) >= "1958-03-01"


def test_a_unit_is_cited_by_what_cites_below_it(examples: Data) -> None:
    above = asked(examples, "citing-unit", {"unit": "archive/aprf/f3"})
    below = asked(examples, "citing-unit", {"unit": "archive/aprf/f3/op64/d912"})
    assert {row["asWritten"] for row in below} <= {row["asWritten"] for row in above}
