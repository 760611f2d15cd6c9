"""A worker answers task after task over its socket, and says how each answer ended."""

import gc
import json
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from kg.query.store import Data, open_data
from kg.serve.frames import BROKEN, DATA, END, HEAD, LAST, PREFIX
from kg.serve.limits import Limits
from kg.serve.tasks import Question, Thing, dump
from kg.serve.worker import serve

ROWS = "SELECT ?a ?b WHERE { ?a ?x ?c . ?b ?y ?d }"


@pytest.fixture(scope="module")
def data(built: Path) -> Data:
    return open_data(built)


Answered = tuple[int, str, str, bytes]
Ask = Callable[..., list[Answered]]


def answered(data: Data, limits: Limits, *tasks: Question | Thing) -> list[Answered]:
    """Have a worker answer tasks: the status, the type and the body of each, and the frame it ended in."""
    ours, theirs = socket.socketpair()
    ours.sendall(b"".join(map(dump, tasks)))
    ours.shutdown(socket.SHUT_WR)
    gc.collect()
    gc.disable()  # it runs in any thread, and pyoxigraph's solutions may be dropped in their own alone
    try:
        with ours, ThreadPoolExecutor(1) as pool:
            received = pool.submit(lambda: b"".join(iter(lambda: ours.recv(1 << 16), b"")))
            with theirs:
                serve(theirs, data, limits)
            frames = list(parted(received.result()))
        gc.collect()
    finally:
        gc.enable()
    assert frames.pop(0)[0] == HEAD, "it first tells its number"
    answers: list[Answered] = []
    for kind, content in frames:
        if kind == HEAD:
            head, body = json.loads(content), b""
        elif kind == DATA:
            body += content
        else:
            answers.append((head["status"], head["type"], body.decode(), kind))
    return answers


def parted(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    while content:
        kind, length = PREFIX.unpack(content[: PREFIX.size])
        yield kind, content[PREFIX.size :][:length]
        content = content[PREFIX.size + length :]


@pytest.fixture
def ask(data: Data, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask a worker that works here, where the kernel's alarm would end the tests."""
    monkeypatch.setattr("signal.setitimer", lambda *_: None)
    return lambda *tasks: answered(data, Limits(memory=100_000, rows=5000), *tasks)


@pytest.mark.parametrize(
    ("accept", "kind", "holds"),
    [
        ("text/html", "text/html; charset=utf-8", '<td><a href="/harbour/person/lindqvist-anna">Anna Lindqvist</a>'),
        ("text/csv", "text/csv", "person/lindqvist-anna"),
        ("", "application/sparql-results+json", "person/lindqvist-anna"),
    ],
)
def test_rows_are_for_programs_or_for_people(ask: Ask, accept: str, kind: str, holds: str) -> None:
    (got,) = ask(Question(text="SELECT ?p { ?p a rico:Person }", accept=accept))
    assert (got[0], got[1], got[3]) == (200, kind, END)
    assert holds in got[2]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("ASK { ?p a rico:Person }", "<td>yes"),
        ("# title: Who?\n# param: who\nASK { ?p a rico:Person }", "<h1>Who?</h1>"),
        ("ASK { ?p a rico:Nothing }", "<td>no"),
        ("CONSTRUCT { ?p rdfs:label ?n } { ?p a rico:Person ; rdfs:label ?n }", "<td>Pavel Orlov"),
        ("SELECT ?p { ?p a rico:Nothing }", "Nothing answers this question."),
        ('SELECT ("<b>&" AS ?x) ?y {}', "<td>&lt;b&gt;&amp;<td>"),
    ],
)
def test_every_answer_can_be_shown_to_people(ask: Ask, text: str, holds: str) -> None:
    (got,) = ask(Question(text=text, accept="text/html"))
    assert (got[0], got[3]) == (200, END)
    assert holds in got[2]


@pytest.mark.parametrize("accept", ["text/html", "text/csv", "application/json"])
def test_an_answer_over_the_limit_is_broken_off(ask: Ask, accept: str) -> None:
    (status, _, body, end), after = ask(Question(text=ROWS, accept=accept), Question(text="ASK {}"))
    assert (status, end) == (200, BROKEN)
    assert not body.rstrip().endswith(("</html>", "}"))
    assert after[3] == END, "it goes on with the next"


@pytest.mark.parametrize(
    ("task", "status", "says"),
    [
        (Question(text="SELECT"), 400, "line 1"),
        (Question(text="ASK { SERVICE <http://h/> {} }"), 403, "SERVICE is refused"),
        (Question(text="ASK {}", accept="text/turtle"), 406, "comes as"),
        (Thing(path="person/nobody", form="html"), 404, "says nothing about person/nobody"),
        (Thing(path="a b"), 404, "says nothing about a b"),
    ],
)
def test_a_fault_is_told_by_its_status(ask: Ask, task: Question | Thing, status: int, says: str) -> None:
    (got,) = ask(task)
    assert (got[0], got[1], got[3]) == (status, "text/plain; charset=utf-8", END)
    assert says in got[2]


@pytest.mark.parametrize(
    ("path", "form", "status", "holds"),
    [
        ("", "html", 200, "Questions to ask"),
        ("person/lindqvist-anna", "", 200, ""),
        ("person/lindqvist-anna", "html", 200, "The words that say so"),
        ("person/lindqvist-anna", "nt", 200, "participation/chair"),
        ("person/lindqvist-a", "", 301, ""),
        ("person/lindqvist-a", "html", 410, "This name was given up"),
    ],
)
def test_a_thing_is_looked_up(ask: Ask, path: str, form: str, status: int, holds: str) -> None:
    (got,) = ask(Thing(path=path, form=form))
    assert (got[0], got[3]) == (status, END)
    assert holds in got[2]


def test_a_worker_with_much_memory_of_its_own_goes_after_its_answer(
    data: Data, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("signal.setitimer", lambda *_: None)
    task = Question(text="ASK {}", accept="text/csv")
    assert answered(data, Limits(memory=0), task, task) == [(200, "text/csv", "true\n", LAST)]


def test_a_fault_of_ours_is_told_as_ours_and_ends_the_worker(data: Data, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("signal.setitimer", lambda *_: None)
    broken = replace(data, store=None)  # type: ignore[arg-type]
    ours, theirs = socket.socketpair()
    with ours:
        ours.sendall(dump(Question(text="ASK {}")))
        ours.shutdown(socket.SHUT_WR)
        with theirs, pytest.raises(AttributeError):
            serve(theirs, broken, Limits())
        _, (head, told), (body, words), (end, _) = parted(b"".join(iter(lambda: ours.recv(1 << 16), b"")))
    assert (head, body, end) == (HEAD, DATA, LAST)
    assert json.loads(told)["status"] == 500
    assert b"a fault of its own" in words
