"""Send a build into a store: what is new or changed, then what documents share, then away with what is gone.

A graph is remembered when it has arrived. While it travels it is marked as open, so that after a failure, wherever it
struck, the next run sends that graph whole and everything else not at all. All that is sent may be sent twice.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Final
from urllib.parse import urlencode

from kg import ids
from kg.errors import LoadError
from kg.load.changes import OPEN, Held, Plan, State, locked, plan, state_of, survey
from kg.load.client import WAITS, Client
from kg.load.send import Sender
from kg.load.stores import Store, check_address, detect, named
from kg.publish.folder import manifest_of
from kg.rdf.parse import opened

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""

_DUMP: Final = "data.nq.gz"
_FEW: Final = 1_000  # rows that no store cuts: an answer with fewer is complete
_ROWS: Final = 100_001  # one more than the largest cap that is looked for

_COUNTS: Final = """SELECT ?name (COUNT(*) AS ?triples) WHERE {
  GRAPH ?g { ?s ?p ?o } BIND (STR(?g) AS ?name) FILTER (STRSTARTS(STR(?g), "%s") && STR(?g) > "%s")
} GROUP BY ?name ORDER BY ?name LIMIT %d"""
_IN_UNION: Final = "SELECT (COUNT(*) AS ?triples) WHERE { <%s> ?p ?o }"
_MANY_ROWS: Final = "SELECT (1 AS ?row) WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT %d"


@dataclass(frozen=True, slots=True)
class Options:
    """How to load. `store` "" means that it is found out; `timeout` is in seconds, as are the pauses `waits`.

    `dry_run` only looks what is to be done; `adopt` sends nothing and remembers what the store holds of this build.
    """

    store: str = ""
    timeout: float = 60
    dry_run: bool = False
    adopt: bool = False
    waits: tuple[float, ...] = WAITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What was done, or would be.

    `build` is what each graph holds; `sent` says how many quads travelled (one taken away counts too). `differing` has
    the graphs of which the store counts other triples than were sent, with both numbers. `capped` is the number of rows
    after which the store cuts results, 0 where none was seen; `joined` tells whether a query asked as `store.union`
    says sees the named graphs.
    """

    store: Store
    address: str
    plan: Plan
    build: Mapping[str, Held]
    sent: int = 0
    differing: tuple[tuple[str, int, int], ...] = ()
    capped: int = 0
    joined: bool = True


def load(url: str, output: Path, options: Options, progress: Progress) -> Loaded:
    """Load the build in the folder `output` into the store at `url`.

    Raises:
        KgError: there is no build, no store, or the store does not take it; the message names store and graph.

    """
    base = _base(output)
    with (
        closing(Client(url, timeout=options.timeout, waits=options.waits)) as client,
        opened(output / _DUMP) as (source, _),
    ):
        store = named(options.store) if options.store else detect(client)
        check_address(store, client.url)
        if options.dry_run:
            with TemporaryDirectory() as folder:
                build = survey(source, base, Path(folder))
            todo = plan(build, state_of(output, client.url), counts(client, store, base))
            return Loaded(store=store, address=client.url, plan=todo, build=build)
        with locked(output, client.url) as state, TemporaryDirectory(dir=state.folder) as folder:
            build = survey(source, base, Path(folder))
            sender = Sender(client, store, state, base, build, Path(folder))
            stored = counts(client, store, base)
            todo = _send(sender, source, stored, progress, adopt=options.adopt)
            if sender.sent or todo.gone:
                stored = counts(client, store, base)
            done = Loaded(store=store, address=client.url, plan=todo, build=build, sent=sender.sent)
            return _looked_over(client, base, state, stored, done)


def counts(client: Client, store: Store, base: str) -> dict[str, int]:
    """Return how many triples the store holds in each graph of the build, asked for page by page.

    Raises:
        LoadError: it cannot be asked, or its answer makes no sense.

    """
    found: dict[str, int] = {}
    last = ""
    while True:
        rows = _select(
            client, store, _COUNTS % (base + ids.graph(""), last, store.page), ("name", "triples"), "counting graphs"
        )
        if rows and rows[0][0] in found:
            raise LoadError(f"{client.url}: it does not sort what it says of its graphs. Is it a SPARQL 1.1 store?")
        found |= {row[0]: int(row[1]) for row in rows}
        if len(rows) < min(_FEW, store.page):
            return found
        last = rows[-1][0]


def _base(output: Path) -> str:
    """Return the base of the build in a folder."""
    manifest = manifest_of(output)
    if manifest is None:
        raise LoadError(f"{output} is no build. Build first (kg build SOURCE -o {output}), or name another folder.")
    return str(manifest["base"])


def _send(sender: Sender, source: IO[bytes], stored: Mapping[str, int], progress: Progress, *, adopt: bool) -> Plan:
    """Do what is to be done, tell how far it is, and return what it was; `stored` is what the store holds before."""
    if adopt:
        sender.adopt(stored)
        return plan(sender.build, sender.state, stored)
    todo = plan(sender.build, sender.state, stored)
    total = sum(sender.build[graph].triples for graph in todo.whole)
    source.seek(0)
    try:
        for _ in sender.whole(source, todo):
            progress("load", sender.sent, total)
        for number, graph in enumerate(todo.partly, 1):
            for _ in sender.partly(graph):
                progress("change", number, len(todo.partly))
        for number, graph in enumerate(todo.gone, 1):
            sender.remove(graph)
            progress("remove", number, len(todo.gone))
    except LoadError as fault:
        raise LoadError(f"{fault} What has arrived is remembered: run this again to go on.") from fault
    return todo


def _looked_over(client: Client, base: str, state: State, stored: Mapping[str, int], done: Loaded) -> Loaded:
    """Remember how many triples the store counts now, and try how it answers."""
    differing = []
    for graph, held in done.build.items():
        if state.graphs.get(graph, OPEN) == OPEN:
            continue  # not taken from a store that was loaded in its own way: the next load sends it
        state.graphs[graph] = replace(held, triples=stored.get(graph, 0))
        if stored.get(graph, 0) != held.triples:
            differing.append((graph.removeprefix(base), held.triples, stored.get(graph, 0)))
    for graph in state.graphs.keys() - done.build.keys():
        del state.graphs[graph]
    state.tidy()
    wanted = min(sum(stored.values()), _ROWS)
    rows = len(_select(client, done.store, _MANY_ROWS % wanted, ("row",), "asking for many rows"))
    dataset = ids.iri(base, ids.dataset())
    seen = _select(client, done.store, _IN_UNION % dataset, ("triples",), "asking the union of all graphs")
    return replace(done, differing=tuple(differing), capped=rows if rows < wanted else 0, joined=seen != [["0"]])


def _select(client: Client, store: Store, text: str, names: Sequence[str], what: str) -> list[list[str]]:
    """Return the rows of a query over the union of all graphs, as text; `names` are its variables."""
    path = store.query + (f"?{store.union}" if store.union else "")
    headers = {"Accept": "text/csv", "Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode({"query": text}).encode()
    reply = client.ask("POST", path, body, headers, what=f"{what} in {store.title}")
    head, *rows = [*csv.reader(reply.body.decode(errors="replace").splitlines())] or [[]]
    if head != list(names):
        raise LoadError(f"{client.url}: {what} failed: the answer is no table. Is it a SPARQL 1.1 store?")
    return rows
