"""Families of shelfmarks and archives that a corpus adds in kg.toml: what they do in a build, and what is refused."""

import re
from pathlib import Path

import pytest

from kg.build import Options, build
from kg.errors import SettingsError
from kg.query.run import Rows, run
from kg.query.store import open_data
from kg.settings import load
from kg.tables import NONE, table

DOCS = Path(__file__).parents[1] / "docs"
GUIDE = (DOCS / "add-a-shelfmark-family.md").read_text(encoding="utf-8")
UNITS = """SELECT ?mark ?kind ?archive WHERE {
  ?unit kgo:shelfmark ?mark ; rico:hasRecordSetType ?kind ; rico:hasOrHadHolder/rdfs:label ?archive } ORDER BY ?mark"""
LEAVES = "SELECT ?from ?to WHERE { ?c a kgo:ArchivalCitation ; kgo:leafFrom ?from ; kgo:leafTo ?to }"

FAMILY = '[[families]]\nname = "x"\nlevels = [{ kind = "chest", before = ["ch"] }]\n'
ARCHIVE = '[[archives]]\nkey = "xa"\nname = "Archive of X"\nforms = ["XAX"]\nfamily = "soviet"\n'


def example() -> tuple[str, str]:
    """Return the settings and the reference that the guide shows."""
    toml = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    quoted = re.search(r"^> (.*)$", GUIDE, re.MULTILINE)
    assert toml
    assert quoted
    return toml[1], quoted[1]


def rows(output: Path, question: str) -> list[tuple[str, ...]]:
    found = run(open_data(output), question)
    assert isinstance(found, Rows)
    return [tuple(str(getattr(term, "value", term)) for term in row) for row in found.rows]


def settings(tmp_path: Path, toml: str) -> str:
    (tmp_path / "kg.toml").write_text(toml, encoding="utf-8")
    return load(tmp_path).tables


@pytest.mark.parametrize("workers", [1, 2])
def test_the_guide_s_example_is_read_in_a_build(workers: int, tmp_path: Path) -> None:
    toml, reference = example()
    corpus = tmp_path / "lanterns"
    corpus.mkdir()
    for name in ("one", "two"):
        (corpus / f"{name}.txt").write_text(f"Letter {name}\n\nThe oil was paid for, see {reference}.\n", "utf-8")
    options = Options(workers=workers, cache=tmp_path / "cache", model="none")
    (corpus / "kg.toml").write_text(toml.partition("[[families]]")[0], encoding="utf-8")
    build([corpus], tmp_path / "output", options)
    assert rows(tmp_path / "output", UNITS) == []
    (corpus / "kg.toml").write_text(toml, encoding="utf-8")
    assert build([corpus], tmp_path / "output", options).from_cache == 0  # other tables, other finds
    assert [(mark, kind.rpartition("#")[2]) for mark, kind, _ in rows(tmp_path / "output", UNITS)] == [
        ("LGA, chest 4", "otherLevel"),
        ("LGA, chest 4, bundle 12B", "otherLevel"),
    ]
    assert set(rows(tmp_path / "output", LEAVES)) == {("7", "9")}
    assert build([corpus], tmp_path / "again", options).from_cache == 2


def test_additions_stand_beside_the_project_s_own(tmp_path: Path) -> None:
    assert settings(tmp_path, "[dataset]\n") == NONE
    more = settings(tmp_path, FAMILY + ARCHIVE)
    assert list(table("families", more))[-1] == "x"
    assert "soviet" in table("families", more)
    assert table("archives", more)["xa"]["name"] == "Archive of X"
    assert "x" not in table("families", NONE)


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        ("[families]\n", r"\[\[families\]\] with two brackets"),
        ("[[families]]\nlevels = []\n", "families.*number 1: name must be there"),
        ('[[families]]\nname = "Big Chest"\n', "name must be there, in small letters"),
        (FAMILY + FAMILY, "given twice"),
        ('[[families]]\nname = "x"\n', r"families\]\] x: levels must list"),
        (FAMILY + "leafs = []\n", "no field 'leafs'"),
        (FAMILY + 'leaves = "sheet"\n', "leaves must be a list"),
        (FAMILY + "leaves = [7]\n", "leaves must be a list of words"),
        (FAMILY + 'path = "yes"\n', "path must be true or false"),
        (FAMILY + "alone = 'X[0-9'\n", "alone = .* no regular expression"),
        (FAMILY + "alone = 'X(a|b)'\n", "alone = .* write"),
        (FAMILY + "alone = 'X'\n", "alone needs archive"),
        ('[[families]]\nname = "x"\nlevels = ["chest"]\n', "level 1 must be a table"),
        ('[[families]]\nname = "x"\nlevels = [{ kind = "chest" }]\n', "level 1 needs kind, and one of"),
        ('[[families]]\nname = "x"\nlevels = [{ kind = "c", befor = ["c"] }]\n', "level 1: there is no field 'befor'"),
        ('[[archives]]\nkey = "xa"\nname = "X"\n', "xa: family must be there"),
        (ARCHIVE.replace("soviet", "sovet"), "family = 'sovet' is not known"),
        (ARCHIVE + 'successor = "nobody"\n', "successor = 'nobody' is no key"),
        (ARCHIVE + 'successor = "rgani"\n', "needs since"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_file_and_field(toml: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=told) as fault:
        settings(tmp_path, toml)
    assert "kg.toml" in str(fault.value)
