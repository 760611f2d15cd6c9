"""Organisations by list, head, tail and acronym, and bodies without a name."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Ministry of Fisheries wrote.", ["Ministry of Fisheries"]),
        ("NATO and the UN were silent.", ["NATO", "UN"]),
        ("The Soviet government was asked.", ["Soviet government"]),
        ("The government was asked, and a ministry answered.", []),
        ("He is to order chains.", []),
    ],
)
def test_organisations_bear_a_name(read: Read, body: str, expected: list[str]) -> None:
    found = [m.span.exact.removeprefix("The ") for m in read(body).mentions if m.kind == "organisation"]
    assert found == expected
