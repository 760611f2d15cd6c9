"""The starter's facts are those of the authority that it was cut from, and its descriptions are made from facts."""

from pathlib import Path

import pytest

from kg.dev.starter import described, refreshed
from kg.identity.authority import Record, read_records
from kg.identity.starter import STARTER

LARGER = Path(__file__).parents[3] / "shared" / "authority" / "coldwar.jsonl.gz"


@pytest.mark.parametrize(
    ("record", "told", "said"),
    [
        (
            Record(label="Ada Kestrel", kind="person", birth=1901, death=1977),
            "a Hungarian politician and (from 1950 to 1956) prime minister, born in 1901 (1901–1977)",
            "Hungarian: politician, prime minister, 1950-1956",
        ),
        (Record(label="Ada Kestrel", kind="person"), "head of government of HUN 1955-1956",
         "Hungary: head of government, 1955-1956"),
        (Record(label="Ada Kestrel", kind="person"), "Soviet diplomat who served under President Merle",
         "Soviet: diplomat"),
        (Record(label="Ada Kestrel", kind="person"), "", ""),
        (Record(label="Sablia", kind="country", p31=("historical country", "republic")),
         "a republic in Central Europe between the rivers, 1919–1938", "historical country, 1919-1938"),
        (Record(label="Sable", kind="location", p31=("capital", "city")), "Capital of Hungary", "Hungary: city"),
        (Record(label="Sable Post", kind="newspaper", p31=("daily newspaper",)), "published in Hungary since 1921",
         "Hungary: daily newspaper, since 1921"),
        (Record(label="Battle of Sable", kind="event", year=1944), "fought by Hungary against Poland", "event, 1944"),
    ],
)  # fmt: skip
def test_a_description_is_made_from_nation_offices_and_years_alone(record: Record, told: str, said: str) -> None:
    assert described(record, told) == said


def test_the_starter_is_what_its_facts_make_it() -> None:
    if not LARGER.is_file():
        pytest.skip("the larger authority does not lie beside the project")
    rows = list(read_records(STARTER))
    assert refreshed(rows, {record.qid: record for record in read_records(LARGER) if record.qid}) == rows
    assert sum(record.description is not None for record in rows) > 0.95 * len(rows)
