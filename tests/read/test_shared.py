"""Every kind of real document in ../shared is read: with its facts, its blocks, and no crash."""

from pathlib import Path

import pytest

from kg.model import Document, field_of
from kg.read import Source, parts, read_source

# folder | files | reader | fields that every one of them has
FOLDERS = [
    ("seed", "*.txt", "wilson-page", {"title", "date"}),
    ("corpus/wilson-text", "*.txt", "", set()),
    ("corpus/wilson-pdf", "*.pdf", "pdf", {"title", "date"}),
    ("corpus/wilson-records", "*.json", "record", {"title", "date"}),
    ("corpus/written", "*.txt", "wilson-page", {"title", "date"}),
    ("corpus/frus-html", "*.html", "html", {"title"}),
    ("corpus/frus-tei", "*.xml", "tei", {"title"}),
    ("corpus/frus-text", "*.txt", "frus-text", {"title", "date"}),
    ("corpus/ehri-tei", "EHRI-DR-*.xml", "tei", {"title", "date"}),
    ("corpus/jfk-russia", "*.txt", "plain-text", set()),
]
MOST = 12  # files of a folder, evenly taken


@pytest.mark.parametrize(("folder", "pattern", "reader", "fields"), FOLDERS, ids=[row[0] for row in FOLDERS])
def test_real_documents_are_read_with_their_facts(
    folder: str, pattern: str, reader: str, fields: set[str], shared: Path
) -> None:
    paths = sorted((shared / folder).glob(pattern))
    if not paths:
        pytest.skip(f"needs the documents in ../shared/{folder}")
    for path in paths[:: -(-len(paths) // MOST)]:
        for part in parts(Source(path.name, path.read_bytes(), "shared")):
            assert isinstance(part, Source), part
            document = read_source(part)
            assert document.reader.startswith(reader or document.reader), path.name
            assert {name for name in fields if field_of(document, name) is None} == set(), path.name
            _holds_together(document)


def _holds_together(document: Document) -> None:
    """Check what must be so of any document."""
    assert document.language
    for name in ("title", "date"):
        told = f"no-{name}" in {issue.code for issue in document.issues}
        assert (field_of(document, name) is None) == told, f"{document.source}: {name}"
    assert any(block.kind == "body" and block.end > block.start for block in document.blocks), document.source
    ends = [0, *(offset for block in document.blocks for offset in (block.start, block.end)), len(document.text)]
    assert ends == sorted(ends), document.source
    for span in (*(f.span for f in document.fields), *(m.span for m in document.marks)):
        assert document.text[span.start : span.end] == span.exact, document.source
