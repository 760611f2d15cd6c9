"""An editor's marks in TEI are the gold for what is found in the same text without its markup."""

import tomllib
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.evaluate.encoded import score_encoded
from kg.evaluate.evaluation import totals
from kg.evaluate.measure import Measure, f1, recall
from kg.extract import EXTRACTORS
from kg.extract.suggestions import suggestions

FLOORS = tomllib.loads((Path(__file__).parents[1] / "quality.toml").read_text(encoding="utf-8"))["encoded"]
RULES = tuple(extractor for extractor in EXTRACTORS if extractor is not suggestions)
HEADER = """<teiHeader><fileDesc><titleStmt><title>Report of Mr. Moss</title></titleStmt></fileDesc>
<profileDesc><creation><origDate when="1944-05-03">03.05.1944</origDate></creation></profileDesc></teiHeader>"""
BODY = """<p>It was yesterday. Mr. <persName>Elm</persName> met Mr. Birch on <date when="1944-04-02">2 April</date>,
not on <date when="1944-04-03">4 April</date>. The <persName>harbour master</persName> left.</p>"""
FILE = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body>{{body}}</body></text></TEI>'


def write(folder: Path, text: str) -> Path:
    path = folder / "report.xml"
    path.write_text(text, encoding="utf-8")
    return path


def test_marks_are_asked_for_and_what_stands_beside_them_is_false(tmp_path: Path) -> None:
    (scores,) = score_encoded([write(tmp_path, FILE.format(body=BODY))], RULES)
    people = scores.by_class["people"]
    assert people.measures == {
        "strict": Measure(1, 2, 1, 2),
        "overlap": Measure(1, 2, 1, 2),
        "named": Measure(1, 1, 1, 2),  # "harbour master" is an office
    }
    assert [find.text for find in people.missed] == ["harbour master"]
    assert [find.text for find in people.false] == ["Birch"]  # and not who stands in the header


def test_the_year_comes_from_the_date_in_the_header_as_a_person_would_read_it(tmp_path: Path) -> None:
    (scores,) = score_encoded([write(tmp_path, FILE.format(body=BODY))], RULES)
    dates = scores.by_class["dates"]
    assert dates.measures["overlap"] == Measure(2, 2, 2, 3)  # the third is "yesterday"
    assert [why for *_, why in dates.wrong] == ["1944-04-04 for 1944-04-03"]


def test_a_text_in_which_nothing_is_marked_is_left_out(tmp_path: Path) -> None:
    assert score_encoded([write(tmp_path, FILE.format(body="<p>Mr. Elm left.</p>"))], RULES) == ()


@pytest.mark.parametrize("text", ["Mr. Elm left.", "<html><body><p>Mr. Elm left.</p></body></html>"])
def test_what_is_no_tei_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(KgError, match=r"report\.xml is no gold"):
        score_encoded([write(tmp_path, text)], RULES)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="cannot be read"):
        score_encoded([tmp_path / "none.xml"], RULES)


def test_reports_as_bare_text_reach_their_floors(shared: Path) -> None:
    reports = sorted((shared / "corpus/ehri-tei").glob("EHRI-DR-*.xml"))
    scores = score_encoded(reports)
    names = {path.stem for path in reports[::3]}
    together = totals(scores)
    third = totals([each for each in scores if Path(each.name).stem.partition("#")[0] in names])
    measured = {
        "people-overlap": f1(third["people"].measures["overlap"]),
        "places-overlap": f1(third["places"].measures["overlap"]),
        "dates-overlap": f1(third["dates"].measures["overlap"]),
        "dates-value": f1(third["dates"].measures["value"]),
        "all-people-overlap": f1(together["people"].measures["overlap"]),
        "all-people-named": f1(together["people"].measures["named"]),
        "all-dates-value-recall": recall(together["dates"].measures["value"]),
    }
    below = {name: (measured[name], floor) for name, floor in FLOORS.items() if (measured[name] or 0) < floor}
    assert not below, f"measured and floor: {below}"
