"""Organisations by list, head, tail and acronym, and bodies without a name."""

import pytest

from tests.extract.conftest import Read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Ministry of Fisheries wrote.", ["Ministry of Fisheries"]),
        ("NATO and the UN were silent.", ["NATO", "UN"]),
        ("The Soviet government was asked.", ["Soviet government"]),
        ("The Executive Yuan and the Kmt were silent.", ["Executive Yuan", "Kmt"]),
        ("The CC clique was against it, and so was [The State] Bank.", []),
        ("The Northern Mole Project was dropped.", []),
        ("The government was asked, and a ministry answered.", []),
        ("He is to order chains.", []),
        ("Ambassador Aurel Duma spoke. Duma was late, as A. Duma is.", []),
        ("MINISTRY OF FISHERIESBudapest, 4 May 1961", ["MINISTRY OF FISHERIES"]),
        ("CPSU CC Commission for Barges", ["CPSU CC Commission for Barges"]),
        ("The Duma sat, and Minister Lind read Trud.", ["Duma", "Trud"]),
    ],
)
def test_organisations_bear_a_name(read: Read, body: str, expected: list[str]) -> None:
    found = [m.span.exact.removeprefix("The ") for m in read(body).mentions if m.kind == "organisation"]
    assert found == expected
