import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.query.library import names
from tests.running import kg

DATA = str(Path(__file__).parents[1] / "query" / "harbour" / "data.trig")

MEETING = "event/harbour-committee-1956-11-04 | Meeting of the Harbour Committee"


@pytest.fixture
def facts(tmp_path: Path) -> str:
    """A dump without evidence."""
    (tmp_path / "facts.ttl").write_text('<http://h/a> <http://www.w3.org/2000/01/rdf-schema#label> "A" .')
    return str(tmp_path / "facts.ttl")


def test_a_question_of_the_library_is_asked_by_name() -> None:
    done = kg("query", DATA, "participants", "-p", "role=kgo:chair", "-f", "md")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[2:] == [f"| {MEETING} | person/lindqvist-anna | Anna Lindqvist | kgo:chair |"]


def test_a_thing_may_be_named_by_its_label_or_path() -> None:
    by_label = kg("query", DATA, "speech", "--param", "speaker=Pavel Orlov", "--format", "csv")
    by_path = kg("query", DATA, "speech", "--param", "speaker=person/orlov-pavel", "--format", "csv")
    assert by_label.stdout == by_path.stdout
    assert "Then we vote today." in by_label.stdout


def test_a_question_is_asked_without_what_reads_documents() -> None:
    modules = "import sys, kg.cli.query, kg.serve.zygote; print(*(m for m in sys.modules if m.startswith('kg.')))"
    loaded = subprocess.run([sys.executable, "-c", modules], capture_output=True, text=True, check=True).stdout.split()
    assert "kg.query.things" in loaded
    assert not [module for module in loaded if module.startswith(("kg.extract", "kg.identity"))]  # they take a second


def test_sparql_is_asked_as_it_is() -> None:
    done = kg("query", DATA, "SELECT ?n { ?p a rico:Person ; rdfs:label ?n } ORDER BY ?n", "-n", "1", "-f", "csv")
    assert done.stdout == "n\nAnna Lindqvist\n"
    assert kg("query", DATA, "DESCRIBE <http://localhost:8000/harbour/person/maas-b>").stdout.startswith("@prefix")


def test_a_file_is_asked_with_the_parameters_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text('# param: n string "Only this name"\nSELECT ?p ?n { ?p a rico:Person ; rdfs:label ?n }')
    assert kg("query", DATA, str(file), "-p", "n=Ida Berg", "-f", "csv").stdout.endswith("person/berg-ida,Ida Berg\n")


def test_without_data_the_folder_output_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = kg("query", "participants")
    assert done.exit_code == 1
    assert "There is nothing at output. Build first" in done.stderr
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "manifest.json").write_text("{}")
    (tmp_path / "output" / "data.ttl").write_text('<http://h/a> <http://h/b> "c" .')
    assert kg("query", "ASK { ?s ?p 'c' }").stdout == "yes\n"


@pytest.mark.parametrize("query", ["mentions", "SELECT ?a { ?a oa:hasBody ?b }"])
def test_a_dump_without_evidence_is_said_on_stderr(facts: str, query: str) -> None:
    done = kg("query", facts, query, "-f", "tsv")
    assert done.exit_code == 0
    assert "facts.ttl has no evidence" in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_a_question_without_evidence_is_quiet_on_such_a_dump(facts: str) -> None:
    assert kg("query", facts, "participants").stderr == ""


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ["query", DATA, "ASK { ?s ex:p ?o }"],
            1,
            "the prefix ex: is not declared.\n  1 | ASK { ?s ex:p ?o }\n    |    ",
        ),
        (["query", DATA, "particpants"], 1, "Did you mean participants?"),
        (["query", DATA, "speech", "-p", "order=x"], 1, "order is a whole number such as 3, not 'x'"),
        (["query", DATA, "speech", "-p", "speker=x"], 1, "no parameter speker. It has speaker"),
        (["query", DATA, "speech", "-p", "speaker"], 2, "--param speaker should be NAME=VALUE"),
        (["query", DATA, "documents", "-f", "turtle"], 1, "Only CONSTRUCT and DESCRIBE give turtle"),
        (["query", DATA], 1, "data.trig be asked?"),
        (["query", DATA, "none.rq"], 1, "The question none.rq cannot be read: No such file"),
        (["query", "none.ttl", "ASK {}"], 1, "There is nothing at none.ttl"),
        (["query", DATA, "SELECT", "?s"], 2, "SPARQL with spaces needs quotes"),
        (["query"], 2, "Missing argument"),
        (["explain", DATA, "Anna", "Lindqvist"], 2, "a label with spaces needs quotes"),
        (["explain", DATA, "Ana Lindqvist"], 1, "Near it:\n  Anna Lindqvist  (person/lindqvist-anna)"),
    ],
)
def test_a_mistake_is_explained(words: list[str], code: int, message: str) -> None:
    done = kg(*words)
    assert done.exit_code == code
    assert message in done.stderr
    assert done.stdout == ""


def test_a_question_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_bytes(b"\xff\xfe")
    assert "it is not UTF-8 text" in kg("query", DATA, str(tmp_path / "q.rq")).stderr


def test_the_library_is_listed() -> None:
    assert "speech: What was said\n" in kg("queries").stdout
    listed = json.loads(kg("queries", "--json").stdout)
    assert [question["name"] for question in listed] == list(names())
    assert listed[-1]["parameters"][0]["kind"] == "iri"


def test_explain_shows_words_place_and_file() -> None:
    done = kg("explain", DATA, "B. Maas")
    assert done.exit_code == 0
    assert "B. Maas\nrico:Person  <http://localhost:8000/harbour/person/maas-b>\n" in done.stdout
    assert "Minutes of the Harbour Committee  document/harbour-101\ntext/" in done.stdout
    assert "  191-198  …Compiled by [B. Maas]. NOTES 1. …\n" in done.stdout
    assert "B. Maas · oa:hasBody · rule people/compiled-by · 0.9\n" in done.stdout
    assert done.stdout.endswith("\n2 passages speak for it.\n")


def test_explain_names_the_file_in_the_build_folder(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "data.ttl").write_bytes(kg("query", DATA, "CONSTRUCT WHERE { ?s ?p ?o }").stdout_bytes)
    assert f"\n{tmp_path}/text/" in kg("explain", str(tmp_path), "B. Maas").stdout


def test_a_long_quotation_is_cut_for_the_eye_only(tmp_path: Path) -> None:
    dump = tmp_path / "d.ttl"
    dump.write_text(
        "@prefix oa: <http://www.w3.org/ns/oa#> . <http://h/e> oa:hasBody <http://h/x> ; oa:hasTarget <http://h/t> . "
        f'<http://h/t> oa:hasSelector <http://h/q> . <http://h/q> oa:exact "{"a" * 500}" ; oa:start 0 ; oa:end 500 .'
    )
    assert f"[{'a' * 150} … {'a' * 150}]" in kg("explain", str(dump), "http://h/x").stdout
    assert "a" * 500 in kg("explain", str(dump), "http://h/x", "--json").stdout


def test_explain_without_evidence_says_so(facts: str) -> None:
    done = kg("explain", facts, "A")
    assert "has no evidence" in done.stderr
    assert "0 passages speak for it." in done.stdout


@pytest.mark.parametrize("command", ["query", "queries", "explain"])
def test_help_ends_in_an_example(command: str) -> None:
    assert "Example" in kg(command, "--help").stdout


def test_several_builds_are_asked_together() -> None:
    done = kg("query", DATA, DATA, "participants", "-f", "csv")
    assert len(done.stdout.splitlines()) == 4


def test_a_question_in_the_place_of_data_is_told() -> None:
    done = kg("query", "participants", "speech")
    assert done.exit_code == 2
    assert "participants is a question" in done.stderr


def test_evidence_stands_beside_each_fact() -> None:
    done = kg("query", DATA, "participants", "-p", "role=kgo:chair", "--evidence", "-f", "csv")
    assert done.stdout.splitlines()[0].endswith("role,quotation,file,from,to")
    assert ",LINDQVIST,text/" in done.stdout


def test_a_timeout_leaves_quick_questions_alone_and_ends_others() -> None:
    assert kg("query", DATA, "participants", "-t", "60", "-f", "csv").stdout.count("\n") == 4
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    done = kg("query", DATA, endless, "-t", "1")
    assert done.exit_code == 1
    assert "took longer than 1 s" in done.stderr


def test_explain_shows_what_is_asked_and_asks_nothing() -> None:
    done = kg("query", DATA, "speech", "-p", "speaker=Pavel Orlov", "--explain")
    assert "VALUES (?speaker) { (<http://localhost:8000/harbour/person/orlov-pavel>) }" in done.stdout
    assert "does not tell its plan" in done.stderr
    away = kg("query", "--endpoint", "http://127.0.0.1:1/", "SELECT ?p { ?p a rico:Person }", "--explain")
    assert away.stdout.startswith("PREFIX rico: <")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ([DATA, "participants"], 2, "not both"),
        (["participants", "--evidence"], 1, "An endpoint cannot show --evidence"),
        (["participants", "-p", "person=Anna"], 1, "An endpoint takes IRIs whole or as prefix:name, not Anna"),
        (["participants", "-p", "role=kgo:chair"], 1, "should begin with http"),
        (["SELECT ?x { ?x }"], 1, "The question is not SPARQL at line 1"),
    ],
)
def test_an_endpoint_asked_wrongly_is_told(words: list[str], code: int, message: str) -> None:
    done = kg("query", "--endpoint", "nowhere", *words)
    assert done.exit_code == code
    assert message in done.stderr


def test_the_library_is_listed_as_rdf() -> None:
    assert "<#participants> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable" in kg("queries", "--rdf").stdout


def test_ctrl_c_ends_a_question_without_end() -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with subprocess.Popen([sys.executable, "-m", "kg", "query", DATA, endless], stderr=subprocess.PIPE) as asking:
        with pytest.raises(subprocess.TimeoutExpired):
            asking.wait(1.5)
        asking.send_signal(signal.SIGINT)
        assert asking.wait(5) != 0
