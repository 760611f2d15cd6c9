"""All that lies beside the project becomes one graph that passes every check, whatever stands on pages nobody read."""

from pathlib import Path

from kg.build import Options, build


def test_the_whole_corpus_is_built_and_what_is_no_document_refused(shared: Path, tmp_path: Path) -> None:
    files = [path for path in (shared / "corpus").rglob("*") if path.is_file()]
    summary = build([shared / "corpus"], tmp_path / "output", Options(cache=tmp_path / "cache", model="none"))
    assert summary.counts["documents"] > len(files) / 2  # there are tables and notices among them
    assert all("no reader knows" in failed.message for failed in summary.failed)
