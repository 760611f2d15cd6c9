"""A build publishes what it could read, or nothing; the same input gives the same bytes."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import CheckError, KgError, ReadError
from kg.publish.folder import manifest_of

Build = Any


def contents(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


def test_the_folder_holds_what_the_design_lists(built: Build, tmp_path: Path) -> None:
    summary = built()
    assert summary.counts["documents"] == 2
    there = set(contents(tmp_path / "output"))
    assert {"data.ttl", "facts.ttl", "data.jsonld", "data.nq.gz", "links.ttl", "dataset.ttl", "manifest.json"} <= there
    assert {
        "registry.jsonl",
        "decisions.jsonl",
        "report/validation.html",
        "report/validation.ttl",
        "report/issues.html",
    } <= there
    assert sum(name.startswith("text/") for name in there) == 2
    assert sum(name.startswith("report/coverage/") for name in there) == 2


def test_the_manifest_says_what_every_file_weighs(built: Build, tmp_path: Path) -> None:
    built()
    files = contents(tmp_path / "output")
    manifest = json.loads(files["manifest.json"])
    assert set(manifest["files"]) == set(files) - {"manifest.json"}
    assert all(manifest["files"][name]["bytes"] == len(files[name]) for name in manifest["files"])
    assert str(tmp_path) not in files["manifest.json"].decode(), "no path of this machine is published"


def test_nothing_changed_means_nothing_to_do(built: Build, tmp_path: Path) -> None:
    built()
    before = contents(tmp_path / "output")
    assert built().unchanged
    assert contents(tmp_path / "output") == before


@pytest.mark.parametrize("damage", ["delete", "change"])
def test_a_damaged_output_is_built_again(built: Build, tmp_path: Path, damage: str) -> None:
    built()
    before = contents(tmp_path / "output")
    target = tmp_path / "output" / "facts.ttl"
    if damage == "delete":
        target.unlink()
    else:
        target.write_text("# nothing")
    assert not built().unchanged
    assert contents(tmp_path / "output") == before


def test_one_changed_document_is_read_again_and_the_others_come_from_the_cache(built: Build, corpus: Path) -> None:
    built()
    page = corpus / "page-1.txt"
    page.write_text(page.read_text().replace("Castel", "Dorn"), encoding="utf-8")
    assert built().from_cache == 1


def test_a_rebuild_after_a_change_is_the_same_as_a_build_from_nothing(
    built: Build, corpus: Path, tmp_path: Path
) -> None:
    registry = corpus / "registry.jsonl"
    built()
    registry.write_bytes((tmp_path / "output" / "registry.jsonl").read_bytes())
    page = corpus / "page-2.txt"
    page.write_text(page.read_text().replace("Castel", "Dorn"), encoding="utf-8")
    built()
    built(output=tmp_path / "fresh", cache=None)
    assert contents(tmp_path / "output") == contents(tmp_path / "fresh")


def test_two_workers_give_the_same_bytes_as_one(built: Build, tmp_path: Path) -> None:
    built(cache=None)
    built(output=tmp_path / "two", cache=None, workers=2)
    assert contents(tmp_path / "output") == contents(tmp_path / "two")


def test_an_unreadable_file_is_told_and_the_others_build(built: Build, corpus: Path, tmp_path: Path) -> None:
    (corpus / "broken.txt").write_bytes(b"caf\xe9 \xff\xfe")
    (corpus / "empty.txt").write_bytes(b" \n")
    summary = built()
    assert summary.counts["documents"] == 2
    assert sorted(f.source for f in summary.failed) == ["broken.txt", "empty.txt"]
    assert all(f.source in f.message for f in summary.failed)
    issues = (tmp_path / "output" / "report" / "issues.jsonl").read_text(encoding="utf-8")
    assert issues.count('"not-read"') == 2


def test_where_nothing_can_be_read_nothing_is_published(built: Build, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(ReadError, match=r"Nothing could be read(.|\n)*empty.txt"):
        built(tmp_path / "empty.txt")
    assert not (tmp_path / "output").exists()


def test_a_source_that_is_not_there_is_named(built: Build, tmp_path: Path) -> None:
    with pytest.raises(KgError, match="nowhere"):
        built(tmp_path / "nowhere")


def test_two_files_with_one_identifier_are_one_record_with_two_texts(
    built: Build, corpus: Path, tmp_path: Path
) -> None:
    page = corpus / "page-1.txt"
    (corpus / "page-1b.txt").write_text(page.read_text() + "Another end.", encoding="utf-8")
    summary = built()
    assert summary.counts["documents"] == 2
    assert summary.issues["two-texts"] == 1
    lines = gzip.decompress((tmp_path / "output" / "data.nq.gz").read_bytes()).decode().splitlines()
    assert sum("ontology#hasOrHadInstantiation" in line for line in lines) == 3


def test_what_lies_beside_the_documents_is_not_read_as_one(built: Build, corpus: Path) -> None:
    (corpus / "README.md").write_text("About these pages.")
    (corpus / ".hidden.txt").write_text("Hidden.")
    (corpus / "decisions.jsonl").write_text("")
    output = corpus / "output"
    built(output=output)
    assert manifest_of(output)["counts"]["documents"] == 2  # type: ignore[index]
    assert built(output=output).unchanged


def test_a_violation_publishes_nothing_and_leaves_the_old_output(
    built: Build, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built()
    before = contents(tmp_path / "output")
    page = corpus / "page-1.txt"
    page.write_text(page.read_text() + " More.", encoding="utf-8")
    monkeypatch.setattr("kg.rdf.evidence.confidence_term", lambda *_: '"quite sure"')  # a fault in our own mapping
    with pytest.raises(CheckError, match="Nothing was published"):
        built()
    assert contents(tmp_path / "output") == before


def test_a_registry_is_read_from_the_corpus_and_never_written_there(built: Build, corpus: Path, tmp_path: Path) -> None:
    built()
    published = (tmp_path / "output" / "registry.jsonl").read_text()
    assert not (corpus / "registry.jsonl").exists()
    assert '"person/anna-weiss"' in published
    (corpus / "registry.jsonl").write_text(published.replace("person/anna-weiss", "person/the-chair"))
    built()
    assert "person/the-chair" in (tmp_path / "output" / "facts.ttl").read_text()


def test_the_names_of_the_last_output_are_kept(built: Build, corpus: Path, tmp_path: Path) -> None:
    built()
    page = corpus / "page-2.txt"
    page.write_text(page.read_text().replace("Anna Weiss", "Anna Maria Weiss"), encoding="utf-8")
    built()
    registry = (tmp_path / "output" / "registry.jsonl").read_text()
    assert "person/anna-weiss" in registry
    assert "person/anna-maria-weiss" not in registry


def test_a_decision_links_a_person_and_is_replayed(built: Build, corpus: Path, tmp_path: Path) -> None:
    decision = {
        "left": "person/brandl",
        "right": "http://www.wikidata.org/entity/Q42",
        "verdict": "same",
        "who": "A. Reader",
        "when": "2026-01-01",
    }
    unknown = decision | {"left": "person/nobody"}
    no_name = decision | {"left": "Brandl"}
    elsewhere = decision | {"right": "http://localhost:1/other/person/2", "verdict": "unsure"}
    lines = [json.dumps(line) + "\n" for line in (decision, unknown, no_name, elsewhere)]
    (corpus / "decisions.jsonl").write_text("".join(lines))
    summary = built()
    assert summary.issues["decision-unknown"] == 2
    issues = (tmp_path / "output" / "report" / "issues.jsonl").read_text()
    assert "decisions.jsonl:2: nothing is named person/nobody." in issues
    assert "decisions.jsonl:3: nothing is named Brandl." in issues
    links = (tmp_path / "output" / "links.ttl").read_text()
    assert "schema:sameAs wd:Q42" in links
    assert "kgo:right <http://localhost:1/other/person/2>" in links
    assert "person/nobody" not in links


def test_a_split_is_published_and_its_old_forms_point_on(built: Build, corpus: Path, tmp_path: Path) -> None:
    built()
    (corpus / "decisions.jsonl").write_text(
        json.dumps(
            {
                "left": "https://example.org/barges/person/anna-weiss/name/Weiss",
                "right": "https://example.org/barges/person/anna-weiss",
                "verdict": "different",
                "who": "A. Reader",
                "when": "2026-01-01",
            }
        )
    )
    assert "decision-unknown" not in built().issues
    links = (tmp_path / "output" / "links.ttl").read_text()
    assert "kgo:left <person/weiss>" in links
    facts = (tmp_path / "output" / "facts.ttl").read_text()
    assert "dcterms:isReplacedBy <person/weiss/name/Weiss>" in facts


def test_people_s_different_keeps_apart_what_the_rules_would_join(built: Build, corpus: Path, tmp_path: Path) -> None:
    for number in (1, 2):
        page = corpus / f"page-{number}.txt"
        page.write_text(page.read_text().replace("Brandl", ["Jan Brandl", "J. Brandl"][number - 1]), encoding="utf-8")
    built(corpus / "page-1.txt", output=tmp_path / "one")
    built()
    assert (tmp_path / "output" / "registry.jsonl").read_text().count('brandl"') == 1


def test_the_date_is_the_settings_unless_the_environment_says_otherwise(
    built: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built()
    assert '"2026-01-02"^^xsd:date' in (tmp_path / "output" / "dataset.ttl").read_text()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    built()
    assert '"1970-01-01"^^xsd:date' in (tmp_path / "output" / "dataset.ttl").read_text()


def test_a_cache_that_is_damaged_is_made_anew(built: Build, tmp_path: Path) -> None:
    built()
    for page in (tmp_path / "cache").rglob("*"):
        if page.is_file():
            page.write_bytes(b"\x00")
    (tmp_path / "output" / "facts.ttl").unlink()
    assert built().from_cache == 0


def test_no_cache_keeps_nothing(built: Build, tmp_path: Path) -> None:
    built(cache=None)
    assert not (tmp_path / "cache").exists()
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]
