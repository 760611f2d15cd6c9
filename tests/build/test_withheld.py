"""Of a text that is withheld no more than a tenth can be put together from all that is published."""

import gzip
import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, RdfFormat, parse

from kg.query.explain import explain
from kg.query.store import open_data
from tests.build.conftest import PAGE
from tests.running import kg

Build = Any
SPACE = re.compile(r"\s+")
RDF = {".ttl": RdfFormat.TURTLE, ".jsonld": RdfFormat.JSON_LD, ".gz": RdfFormat.N_QUADS}
ADDRESSES = """---
title: The keeper of the northern lighthouse asks for oil
texts: withhold
---
Organisations: the Committee of the Northern Lighthouses, the Ministry of Fishery and Inland Waters, the Institute of
Tides and Currents of the Academy. Anna Weiss, chairwoman of the Committee of the Northern Lighthouses, met Karl Brandl
on 4 May 1957 in the rooms of the Ministry of Fishery and Inland Waters. See Anna Weiss, A History of the Northern
Lighthouses and of Those Who Kept Them (Oslo: Harbour Press, 1961), pp. 3-9.
"""


def strings(value: object) -> Iterator[str]:
    """All strings in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (s for pair in value.items() for part in pair for s in strings(part))
    elif isinstance(value, list):
        yield from (s for part in value for s in strings(part))


def literals(path: Path) -> Iterator[str]:
    """Every literal of a published file: of RDF, of JSON, and the words between the marks of a page."""
    content = path.read_bytes()
    if path.suffix in RDF:
        data = gzip.decompress(content) if path.suffix == ".gz" else content
        yield from (q.object.value for q in parse(data, RDF[path.suffix]) if isinstance(q.object, Literal))
    elif path.suffix in {".json", ".jsonl"}:
        whole = content.decode()
        for line in [whole] if path.suffix == ".json" else whole.splitlines():
            yield from strings(json.loads(line))
    else:
        yield from map(unescape, re.split(r"<[^>]*>", content.decode()))


def told(output: Path, text: str) -> float:
    """The share of a text that stands in published words of 20 characters and more; white space counts as one."""
    text = SPACE.sub(" ", text).strip()
    marks = bytearray(len(text))
    files = [path for path in output.rglob("*") if path.is_file()]
    said = {SPACE.sub(" ", words.strip().strip("…")).strip() for path in files for words in literals(path)}
    for words in said:
        start = text.find(words) if len(words) >= 20 else -1
        while start >= 0:
            marks[start : start + len(words)] = b"\1" * len(words)
            start = text.find(words, start + 1)
    return sum(marks) / len(text)


@pytest.fixture
def withheld(corpus: Path) -> Path:
    """The corpus of two pages with all its texts withheld."""
    with (corpus / "kg.toml").open("a") as file:
        file.write('[documents]\ntexts = "withhold"\n')
    long = " The barges were counted twice and the number was written into the book of the harbour." * 8
    (corpus / "page-1.txt").write_text(PAGE.format(number=101, fond=31).replace("harbour. Cde", f"harbour.{long} Cde"))
    return corpus


def test_a_text_that_is_published_is_told_in_full(corpus: Path, built: Build, tmp_path: Path) -> None:
    built()
    assert told(tmp_path / "output", (corpus / "page-1.txt").read_text()) > 0.5


def test_of_texts_withheld_a_tenth_is_told_at_most(withheld: Path, built: Build, tmp_path: Path) -> None:
    (withheld / "addresses.txt").write_text(ADDRESSES)
    assert built().failed == ()
    output = tmp_path / "output"
    assert not (output / "text").exists()
    assert not (output / "report" / "coverage").exists()
    for page in sorted(withheld.glob("*.txt")):
        assert told(output, page.read_text()) <= 0.1, page.name
    quads = list(parse(path=output / "data.ttl"))
    quoted = {
        (quad.predicate.value.rpartition("#")[2], quad.object.value)
        for quad in quads
        if isinstance(quad.object, Literal)
    }
    assert not {name for name, _ in quoted} & {"prefix", "suffix"}
    assert max(len(words) for name, words in quoted if name in {"exact", "utterance", "text", "asWritten"}) <= 200
    assert {"exact", "utterance", "text"} <= {name for name, words in quoted if words.endswith("…")}


def test_a_document_can_withhold_its_own_text(corpus: Path, built: Build, tmp_path: Path) -> None:
    (corpus / "addresses.txt").write_text(ADDRESSES)
    built()
    output = tmp_path / "output"
    assert len(list((output / "text").iterdir())) == len(list((output / "report" / "coverage").iterdir())) == 2
    assert told(output, ADDRESSES) <= 0.1
    assert told(output, (corpus / "page-1.txt").read_text()) > 0.5


def test_a_document_can_be_published_from_a_corpus_that_withholds(withheld: Path, built: Build, tmp_path: Path) -> None:
    (withheld / "open.txt").write_text(ADDRESSES.replace("withhold", "publish"))
    built()
    (text,) = (tmp_path / "output" / "text").iterdir()
    assert "lighthouse" in text.read_text()


def test_words_that_are_not_understood_withhold(corpus: Path, built: Build, tmp_path: Path) -> None:
    (corpus / "addresses.txt").write_text(ADDRESSES.replace("withhold", "no"))
    assert built().issues["field-unknown"] == 1
    assert told(tmp_path / "output", ADDRESSES) <= 0.1


def test_the_same_text_in_another_file_is_withheld_too(corpus: Path, built: Build, tmp_path: Path) -> None:
    page = (corpus / "page-1.txt").read_text()
    for name in ("one", "two"):
        (corpus / f"{name}.txt").write_text(ADDRESSES)
    built()
    assert told(tmp_path / "output", ADDRESSES) <= 0.1
    assert told(tmp_path / "output", page) > 0.5


def test_names_last_over_builds_though_the_registry_keeps_only_digests(
    withheld: Path, built: Build, tmp_path: Path
) -> None:
    (withheld / "addresses.txt").write_text(ADDRESSES)
    built()
    registry = tmp_path / "output" / "registry.jsonl"
    before = registry.read_bytes()
    assert b"\xe2\x80\xa6" in before
    assert built().unchanged
    with (withheld / "kg.toml").open("a") as file:
        file.write('rights = "Of the keeper."\n')
    assert not built().unchanged
    assert registry.read_bytes() == before


def test_the_build_validates_and_explains_that_the_text_is_withheld(
    withheld: Path, built: Build, tmp_path: Path
) -> None:
    built()
    output = tmp_path / "output"
    assert withheld.exists()
    checked = kg("validate", output)
    assert checked.exit_code == 0, checked.output
    shown = kg("explain", output, "person/anna-weiss")
    assert "The text is withheld" in shown.output
    assert "text/" not in shown.output
    quotes = explain(open_data(output), "person/anna-weiss").quotes
    assert {(quote.withheld, quote.file, quote.prefix) for quote in quotes} == {(True, "", "")}
