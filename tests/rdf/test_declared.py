import tomllib
from pathlib import Path

import pytest

import kg
from kg.rdf import vocab
from kg.rdf.declared import DECLARED, compact
from kg.rdf.vocab import kgo, oa, rico, xsd


@pytest.mark.parametrize("term", [kgo.shelfmark, rico.Record, oa.start, xsd.date])
def test_a_constant_is_declared(term: str) -> None:
    assert term in DECLARED


@pytest.mark.parametrize("term", ["Records", "hasParticipant", "PersonName"])
def test_a_term_that_ric_o_lacks_is_not_declared(term: str) -> None:
    assert f"<{vocab.PREFIXES['rico']}{term}>" not in DECLARED


def test_the_prefixes_stand_in_order() -> None:
    assert list(vocab.PREFIXES) == sorted(vocab.PREFIXES)


@pytest.mark.parametrize(
    ("term", "short"),
    [
        (oa.start, "oa:start"),
        (rico.Record, "rico:Record"),
        ("<http://example.org/a>", "<http://example.org/a>"),
    ],
)
def test_a_term_is_shortened_where_its_namespace_is_known(term: str, short: str) -> None:
    assert compact(term) == short


def test_each_level_that_a_shelfmark_can_name_has_a_term() -> None:
    families = tomllib.loads((Path(kg.__file__).parent / "extract" / "families.toml").read_text(encoding="utf-8"))
    kinds = {level["kind"] for family in families.values() for level in family.get("levels", [])}
    kinds |= {family["named"] for family in families.values() if "named" in family}
    assert kinds <= kgo.LEVEL_TYPES.keys()
