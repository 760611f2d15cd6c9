"""What each triplestore is like: where it listens, how a graph is replaced, how all its graphs are asked at once.

Paths and parameters are those of each store's own manual; Oxigraph and Virtuoso are run by the tests, the others are
not (see docs/load.md).
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from kg.errors import LoadError
from kg.load.client import Client


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """A kind of store. Paths are put behind the address that the user gives.

    `graphs` is the path of the Graph Store Protocol, "" where there is none and graphs are replaced by SPARQL Update;
    `bulk` takes N-Quads for many graphs at once, "" where nothing does. `union` is the parameter of a query that asks
    all graphs, "" where it needs none; `told` says so to a person, and what to do where that does not help. `caps` says
    how the store limits the rows of a result. `batch` is how many triples one update may hold, `page` how many sorted
    rows it gives at once. `within` is what the address must name beside the server.
    """

    name: str
    title: str
    query: str
    update: str
    graphs: str = ""
    parameter: str = "graph"
    bulk: str = ""
    quads: str = "application/n-quads"
    union: str = ""
    told: str
    caps: str = ""
    batch: int = 1_000
    page: int = 100_000
    within: str = ""

    def at(self, graph: str) -> str:
        """Return path and parameter of one graph, for the Graph Store Protocol."""
        return f"{self.graphs}?{self.parameter}={quote(graph, safe='')}"


STORES: Final[tuple[Store, ...]] = (
    Store(
        name="oxigraph",
        title="Oxigraph",
        query="/query",
        update="/update",
        graphs="/store",
        bulk="/store?no_transaction",  # twice as fast; what breaks off is sent again
        union="union-default-graph",
        told="add union-default-graph to the address of a query, or start the server with --union-default-graph",
    ),
    Store(
        name="virtuoso",
        title="Virtuoso",
        query="/sparql",
        update="/sparql-auth",
        graphs="/sparql-graph-crud-auth",
        parameter="graph-uri",
        told="it does so by itself: a query that names no graph asks all",
        caps="raise ResultSetMaxRows in the [SPARQL] part of virtuoso.ini and start it anew",
        batch=500,  # a longer update runs into the limits of its compiler
        page=5_000,  # it refuses to sort more than 10,000 rows, and cuts results there
    ),
    Store(
        name="fuseki",
        title="Fuseki",
        query="/query",
        update="/update",
        graphs="/data",
        bulk="/data",
        union="default-graph-uri=urn:x-arq:UnionGraph",
        told="set tdb2:unionDefaultGraph true in the dataset's configuration, or ask FROM <urn:x-arq:UnionGraph>",
        within="the dataset (…:3030/NAME)",
    ),
    Store(
        name="graphdb",
        title="GraphDB",
        query="",
        update="/statements",
        graphs="/rdf-graphs/service",
        bulk="/statements",
        told="it does so by itself: a query that names no graph asks all",
        within="the repository (…:7200/repositories/NAME)",
    ),
    Store(
        name="qlever",
        title="QLever",
        query="",
        update="",
        graphs="/",
        told="it does so by itself: a query that names no graph asks all",
    ),
    Store(
        name="blazegraph",
        title="Blazegraph",
        query="/sparql",
        update="/sparql",
        bulk="/sparql",
        quads="text/x-nquads",
        told="it does so by itself in a namespace in quads mode",
        within="the namespace (…:9999/blazegraph/namespace/NAME)",
    ),
    Store(
        name="generic",
        title="the store",
        query="",
        update="",
        told="that depends on the store; where nothing else helps, write FROM <…> for each graph into the query",
    ),
)
"""Every kind of store; "generic" is one address that takes SPARQL queries and updates."""

_SIGNS: Final = (("virtuoso", "virtuoso"), ("oxigraph", "oxigraph"), ("fuseki", "fuseki"), ("graphdb", "graphdb"))
"""What the headers of a store's answer hold, and the store."""

_PLACES: Final = (("/repositories/", "graphdb"), ("/namespace/", "blazegraph"))
"""What an address holds, and the store."""


def named(name: str) -> Store:
    """Return the store of that name (one of `STORES`)."""
    return next(store for store in STORES if store.name == name)


def detect(client: Client) -> Store:
    """Return the kind of store that answers, from the headers of an answer and the form of the address.

    Raises:
        LoadError: nobody answers, or no known store does, or the address names the server but not the dataset.

    """
    answer = client.ask("GET", "", what="the first question", fine=None)
    headers = "\n".join(f"{name}: {value}" for name, value in answer.headers).lower()
    found = [name for sign, name in _SIGNS if sign in headers]
    found += [name for sign, name in _PLACES if sign in urlsplit(client.url).path]
    if not found and b"name-index" in client.ask("GET", "?cmd=stats", what="the first question", fine=None).body:
        found = ["qlever"]
    if not found:
        names = ", ".join(store.name for store in STORES)
        raise LoadError(f"What answers at {client.url} is no store that is known. Say which it is: --store {names}.")
    return named(found[0])


def check_address(store: Store, url: str) -> None:
    """Refuse an address that names only the server of a store that holds several datasets.

    Raises:
        LoadError: the message shows what the address should be.

    """
    if store.within and not urlsplit(url).path.strip("/"):
        raise LoadError(f"The address of {store.title} should also name {store.within}, not only {url}.")
