"""`kg handoff`: links and new people with their references."""

import csv
from dataclasses import replace
from pathlib import Path

from kg.query.handoff import Named, is_new, openrefine, quickstatements
from tests.running import kg

HARBOUR = Path(__file__).parents[1] / "query" / "harbour" / "data.trig"
BASE = "http://localhost:8000/harbour/"
PROPOSED = """
<decision/9> a kgo:IdentityDecision ; kgo:left <person/orlov-pavel> ; kgo:right wd:Q900000009 ; kgo:verdict "unsure" .
<decision/8> a kgo:IdentityDecision ; kgo:left <person/berg-ida> ; kgo:right <person/maas-b> ; kgo:verdict "unsure" .
"""


def handoff(path: Path, form: str) -> tuple[str, str]:
    result = kg("handoff", path, "--format", form)
    assert result.exit_code == 0, result.output
    return result.stdout, result.stderr


def with_more(tmp_path: Path, more: str) -> Path:
    path = tmp_path / "more.trig"
    path.write_text(HARBOUR.read_text(encoding="utf-8") + more, encoding="utf-8")
    return path


def test_links_and_new_people_become_commands_with_references(tmp_path: Path) -> None:
    link = "<person/lindqvist-anna> <https://schema.org/sameAs> <http://www.wikidata.org/entity/Q900000001> .\n"
    told, counted = handoff(with_more(tmp_path, link), "quickstatements")
    lines = [line.split("\t") for line in told.splitlines()]
    (described,) = [line for line in lines if line[0] == "Q900000001"]
    assert described[1:3] == ["P973", f'"{BASE}person/lindqvist-anna"']
    assert described[3] == "S854"
    assert described[5] == "S1683"
    assert described[6].startswith('en:"')
    assert "Lindqvist" in described[6]
    new = lines.index(["LAST", "Len", '"Pavel Orlov"'])
    assert lines[new - 1] == ["CREATE"]
    assert lines[new + 1][:4] == ["LAST", "P31", "Q5", "S854"]
    assert all(line.count('"') in (0, 2) for row in lines for line in row)
    assert all(len(row) in (1, 3, 7) for row in lines)
    assert "2 linked, 2 new people, 0 with proposed items" in counted
    assert f"Nobody else can open {BASE}" in counted


def test_no_item_is_made_for_somebody_who_may_have_one(tmp_path: Path) -> None:
    told, counted = handoff(with_more(tmp_path, PROPOSED), "quickstatements")
    assert '"Pavel Orlov"' not in told
    assert "1 new people, 1 with proposed items that wait for kg review" in counted
    table, _ = handoff(tmp_path / "more.trig", "openrefine")
    row = next(row for row in csv.DictReader(table.splitlines()) if row["name"] == "Pavel Orlov")
    assert (row["wikidata"], row["perhaps"], row["new"]) == ("", "Q900000009", "")


def test_a_table_for_openrefine_names_record_and_words() -> None:
    rows = list(csv.DictReader(handoff(HARBOUR, "openrefine")[0].splitlines()))
    anna = next(row for row in rows if row["iri"] == f"{BASE}person/lindqvist-anna")
    assert (anna["name"], anna["type"], anna["wikidata"]) == ("Anna Lindqvist", "Person", "Q999000001")
    assert anna["record"]
    assert anna["language"] == "en"
    assert "Lindqvist" in anna["quotation"]


ADA = Named("https://example.org/ada", "Ada Kestrel", "Person", "https://example.org/1", "Ada Kestrel speaks", "en")


def test_only_full_names_of_people_make_items() -> None:
    assert is_new(ADA)
    for label in ("Kestrel", "A. Kestrel", "Ada Mariovna"):
        assert not is_new(replace(ADA, label=label))
    assert not is_new(replace(ADA, kind="Place"))


def test_what_would_end_a_text_or_a_line_too_early_is_written_otherwise() -> None:
    """Neither a quotation mark, nor a tab, nor a new line inside; the language is that of the record."""
    ada = replace(ADA, quotation='says: "No"\tand\nleaves | so', language="hu")
    described = quickstatements([ada]).splitlines()[-1].split("\t")
    assert described[-1] == 'hu:"says: ”No” and leaves | so"'
    assert quickstatements([ada]).splitlines()[1] == 'LAST\tLhu\t"Ada Kestrel"'
    (row,) = csv.DictReader(openrefine([ada]).splitlines(keepends=True))
    assert row["new"] == "yes"
    assert row["quotation"] == 'says: "No"\tand\nleaves | so'


def test_a_record_in_an_unknown_language_says_so() -> None:
    told = quickstatements([replace(ADA, language="und")])
    assert '\tund:"Ada Kestrel speaks"' in told
    assert '\tLen\t"Ada Kestrel"' in told
