import os
import time

import pytest

from kg.errors import OutputError, QueryError
from kg.query.limit import within
from kg.query.run import Rows, run
from kg.query.store import Data

ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(6)) + " }"


def test_an_answer_in_time_comes_back(data: Data) -> None:
    assert isinstance(within(30, lambda: run(data, "SELECT ?s { ?s a rico:Person }")), Rows)


def test_a_question_without_end_is_ended(data: Data) -> None:
    begin = time.monotonic()
    with pytest.raises(QueryError, match=r"took longer than 0\.2 s and was ended"):
        within(0.2, lambda: run(data, ENDLESS))
    assert time.monotonic() - begin < 10


def test_a_fault_of_the_work_comes_back() -> None:
    def fail() -> None:
        raise OutputError("no")

    with pytest.raises(OutputError, match="no"):
        within(30, fail)


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(QueryError, match="ended without an answer"):
        within(30, lambda: os._exit(1))
