"""A small server on this machine that answers as it is told."""

import base64
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from kg.errors import LoadError
from kg.load.client import Client, digest
from kg.load.load import counts
from kg.load.stores import STORES, Store, check_address, detect, named
from tests.loopback import Quiet, answering

Answer = tuple[int, dict[str, str], str]


class Told(ThreadingHTTPServer):
    """Gives its answers one after the other, the last one for ever; keeps what it was asked."""

    answers: list[Answer]
    asked: list[tuple[str, str, str]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(Quiet):
    server: Told

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.command, self.path, self.headers.get("Authorization", "")))
        answers = self.server.answers
        status, headers, text = answers.pop(0) if len(answers) > 1 else answers[0]
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": str(len(text.encode()))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_POST = do_PUT = _answer


@pytest.fixture
def told() -> Iterator[Told]:
    server = Told(("127.0.0.1", 0), _Handler)
    server.answers, server.asked = [(200, {}, "")], []
    with answering(server):
        yield server


def ask(told: Told, waits: tuple[float, ...] = ()) -> str:
    client = Client(told.url, timeout=5, waits=waits)
    try:
        return client.ask("PUT", "/store", b"x", what="loading graph/a").body.decode()
    finally:
        client.close()


def test_what_may_pass_is_tried_again(told: Told) -> None:
    told.answers = [(503, {}, "busy"), (500, {}, "deadlock"), (200, {}, "done")]
    assert ask(told, (0, 0)) == "done"
    assert len(told.asked) == 3


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((500, {}, "<p>The disk  is full.</p>"), "loading graph/a failed: it answered 500: The disk is full."),
        ((404, {}, ""), "loading graph/a failed: it answered 404."),
        ((403, {}, ""), "it forbids that to you (403). Ask its keeper"),
        ((301, {"Location": "/elsewhere"}, ""), "it sends us on (301) to /elsewhere. Name that address"),
        ((302, {}, ""), "it sends us on (302) to another address"),
        ((401, {}, ""), "it asks for a name and a password: set KG_STORE_USER"),
    ],
)
def test_a_refusal_is_told_in_plain_words(answer: Answer, words: str, told: Told) -> None:
    told.answers = [answer]
    with pytest.raises(LoadError) as fault:
        ask(told)
    assert words in str(fault.value)
    assert str(fault.value).startswith(told.url)


def test_what_cannot_pass_is_not_tried_again(told: Told) -> None:
    told.answers = [(403, {}, "")]
    with pytest.raises(LoadError):
        ask(told, (0, 0))
    assert len(told.asked) == 1


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("localhost:7878", "is no address of a store"),
        ("ftp://localhost", "is no address of a store"),
        ("http://me:secret@localhost", "A password does not belong into an address"),
    ],
)
def test_an_address_is_looked_at_before_anything_is_sent(url: str, words: str) -> None:
    with pytest.raises(LoadError, match=words) as fault:
        Client(url, timeout=1)
    assert "secret" not in str(fault.value)


def test_a_store_that_is_silent_is_given_up(told: Told) -> None:
    hanging = Client(told.url, timeout=0.1, waits=())
    told.shutdown()  # it takes connections and answers none
    with pytest.raises(LoadError, match="it did not answer in time"):
        hanging.ask("GET", "/", what="a question")
    hanging.close()


def test_a_password_goes_only_where_it_is_asked_for(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "anna")
    monkeypatch.setenv("KG_STORE_PASSWORD", "lighthouse")
    ask(told)  # twice: the first time without a body, to see whether the password is wanted
    told.answers = [(401, {"WWW-Authenticate": 'Basic realm="pier"'}, ""), (200, {}, "")]
    ask(told)
    assert [header for _, _, header in told.asked] == [
        "",
        "",
        "",
        "Basic " + base64.b64encode(b"anna:lighthouse").decode(),
    ]


def test_a_way_to_prove_who_asks_that_is_unknown_proves_nothing(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "anna")
    monkeypatch.setenv("KG_STORE_PASSWORD", "lighthouse")
    told.answers = [(401, {"WWW-Authenticate": "Negotiate"}, "")]
    with pytest.raises(LoadError, match="it refuses the name and password") as fault:
        ask(told)
    assert "lighthouse" not in str(fault.value)
    assert [header for _, _, header in told.asked] == ["", "", ""]


def test_a_server_that_hangs_up_on_who_is_not_known_gets_no_long_body_before(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_STORE_USER", "anna")
    monkeypatch.setenv("KG_STORE_PASSWORD", "lighthouse")
    told.answers = [(401, {"WWW-Authenticate": 'Digest realm="pier", nonce="1"'}, ""), (201, {}, "")]
    assert ask(told) == ""
    assert [bool(header) for _, _, header in told.asked] == [False, True]


def test_a_token_goes_with_every_request(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_TOKEN", "t0ken")
    ask(told)
    assert told.asked[0][2] == "Bearer t0ken"


def test_a_digest_is_that_of_the_standard() -> None:
    """The example of RFC 7616, section 3.9.1."""
    challenge = {
        "realm": "http-auth@example.org",
        "nonce": "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "opaque": "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
        "algorithm": "MD5",
    }
    known, request = ("Mufasa", "Circle of Life"), ("GET", "/dir/index.html")
    nonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    assert 'response="8ca523f5e9506fed4657c9700eebdbec"' in digest(challenge, known, request, 1, nonce)
    challenge["algorithm"] = "SHA-256"
    assert 'response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"' in digest(
        challenge, known, request, 1, nonce
    )


@pytest.mark.parametrize(
    ("headers", "path", "name"),
    [
        ({"Server": "oxigraph/0.5.13"}, "", "oxigraph"),
        ({"Server": "Virtuoso/07.20.3229 (Linux)"}, "", "virtuoso"),
        ({"Fuseki-Request-Id": "4"}, "/pier", "fuseki"),
        ({"Server": "GraphDB/10"}, "/repositories/pier", "graphdb"),
        ({}, "/repositories/pier", "graphdb"),
        ({}, "/blazegraph/namespace/pier", "blazegraph"),
    ],
)
def test_a_store_is_known_by_its_answer_or_address(headers: dict[str, str], path: str, name: str, told: Told) -> None:
    told.answers = [(404, headers, "")]
    assert detected(told, path).name == name


def detected(told: Told, path: str = "") -> Store:
    client = Client(told.url + path, timeout=5, waits=())
    try:
        return detect(client)
    finally:
        client.close()


def test_qlever_is_known_by_its_statistics(told: Told) -> None:
    told.answers = [(200, {}, "?"), (200, {}, '{"name-index": "pier"}')]
    assert detected(told).name == "qlever"


def test_a_store_that_is_not_known_must_be_named(told: Told) -> None:
    with pytest.raises(LoadError, match="Say which it is: --store oxigraph, virtuoso"):
        detected(told)


@pytest.mark.parametrize("store", [store for store in STORES if store.within], ids=lambda store: store.name)
def test_an_address_that_names_the_server_alone_is_refused(store: Store) -> None:
    with pytest.raises(LoadError, match="should also name the"):
        check_address(store, "http://localhost:3030/")
    check_address(store, "http://localhost:3030/pier")


def test_a_graph_is_named_in_the_parameter_of_its_store() -> None:
    assert named("oxigraph").at("http://h/a b") == "/store?graph=http%3A%2F%2Fh%2Fa%20b"
    assert named("virtuoso").at("http://h/a") == "/sparql-graph-crud-auth?graph-uri=http%3A%2F%2Fh%2Fa"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the answer is no table"),
        ("<html>Welcome</html>", "the answer is no table"),
        ("name,triples\n" + "http://h/graph/a,1\n" * 1000, "it does not sort what it says of its graphs"),
    ],
)
def test_a_server_that_does_not_speak_sparql_is_found_out(text: str, words: str, told: Told) -> None:
    told.answers = [(200, {}, text)]
    client = Client(told.url, timeout=5, waits=())
    with pytest.raises(LoadError, match=words):
        counts(client, named("generic"), "http://h/")
    client.close()


def test_graphs_are_counted_page_by_page(told: Told) -> None:
    first = "".join(f"http://h/graph/{number:05},2\r\n" for number in range(1000))
    told.answers = [(200, {}, f'"name","triples"\n{first}'), (200, {}, "name,triples\nhttp://h/graph/z,1\n")]
    client = Client(told.url, timeout=5, waits=())
    assert sum(counts(client, named("generic"), "http://h/").values()) == 2001
    client.close()
