"""A corpus comes as a folder, a list of files, a pattern, or an archive; the documents are the same."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError

Build = Any


def zip_of(corpus: Path, **more: bytes) -> Path:
    path = corpus.parent / "papers.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for page in sorted(corpus.glob("*.txt")):
            archive.write(page, f"letters/{page.name}")
        for name, data in more.items():
            archive.writestr(name, data)
    return path


def test_an_archive_builds_the_documents_in_it(built: Build, corpus: Path, tmp_path: Path) -> None:
    summary = built(zip_of(corpus))
    assert (summary.counts["documents"], summary.failed) == (2, ())
    facts = (tmp_path / "output" / "facts.ttl").read_text(encoding="utf-8")
    assert "papers.zip/letters/page-1.txt" in facts
    assert built(corpus.parent / "papers.zip").unchanged


def test_a_bad_part_fails_alone_with_its_path(built: Build, corpus: Path) -> None:
    summary = built(zip_of(corpus, bad=b"\x80\x81"))
    assert summary.counts["documents"] == 2
    assert [failed.source for failed in summary.failed] == ["papers.zip/bad"]
    assert summary.failed[0].message.startswith("papers.zip/bad:")


def test_parts_of_an_archive_come_from_the_cache(built: Build, corpus: Path) -> None:
    built(zip_of(corpus))
    assert built(zip_of(corpus, more=b"# Another letter\n\nOf 3 May 1950.\n")).from_cache == 2


def test_a_folder_may_hold_an_archive(built: Build, corpus: Path) -> None:
    archive = zip_of(corpus, third=b"# Another letter\n\nOf 3 May 1950.\n")
    archive.rename(corpus / "more.zip")
    assert built(corpus).counts["documents"] == 3


def test_a_pattern_names_the_files_that_match(built: Build, corpus: Path) -> None:
    assert built(corpus / "page-*.txt").counts["documents"] == 2
    with pytest.raises(KgError, match="There is nothing at"):
        built(corpus / "*.xml")


def test_files_may_be_listed(built: Build, corpus: Path) -> None:
    assert built(corpus / "page-1.txt", corpus / "page-2.txt").counts["documents"] == 2


def test_a_list_names_files_seen_from_its_folder(built: Build, corpus: Path) -> None:
    (corpus / "list").write_text("# letters\npage-1.txt\n\npage-[2].txt\n", encoding="utf-8-sig")
    assert built(corpus / "@list").counts["documents"] == 2
    with pytest.raises(KgError, match="list"):
        built(corpus / "@lost")
