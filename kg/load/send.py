"""Everything that changes a store: graphs replaced or filled, many at once in bulk, changed in part, taken away."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from kg.load.changes import OPEN, Held, Plan, State, difference, quads
from kg.load.client import Client
from kg.load.stores import Store

_CHUNK: Final = 20_000  # triples of one graph in a request: about 4 MB, which every store takes in one transaction
_BUNDLE: Final = 50_000  # quads of many graphs in a request
_TRIPLES: Final = {"Content-Type": "application/n-triples"}
_UPDATE: Final = {"Content-Type": "application/sparql-update"}
_GONE: Final = (200, 202, 204, 404)


@dataclass(slots=True)
class Sender:
    """Sends the graphs of a build to a store; `after` is the folder with the lines of shared graphs as they are now.

    `sent` counts the quads that travelled, those taken away included.
    """

    client: Client
    store: Store
    state: State
    base: str
    build: Mapping[str, Held]
    after: Path
    sent: int = 0
    _waiting: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _begun: set[str] = field(default_factory=set)

    def whole(self, source: Iterable[bytes], plan: Plan) -> Iterator[int]:
        """Send the graphs of `plan.whole` from the lines of a dump; yield how many quads went with each request.

        Graphs are held until they are complete, or large enough for a request. Those that the store does not have go
        together where it takes N-Quads.
        """
        left = {graph: self.build[graph].triples for graph in plan.whole}
        together = plan.absent if self.store.bulk else frozenset[str]()
        held = 0
        for graph, lines in quads(source, self.base):
            if graph not in left:
                continue
            self._waiting[graph] += lines
            left[graph] -= len(lines)
            if graph in together:
                held += len(lines)
                if held >= _BUNDLE:
                    yield self._bundle(together, left)
                    held = 0
            elif not left[graph] or len(self._waiting[graph]) >= _CHUNK:
                yield self._part(graph, complete=not left[graph])
        if held:
            yield self._bundle(together, left)

    def partly(self, graph: str) -> Iterator[int]:
        """Send what a shared graph has more and less than it had; yield the number of quads in each request."""
        self.state.note(graph, OPEN)
        changes = difference(self.state.kept(graph), self.after / self.state.kept(graph).name)
        while batch := list(islice(changes, self.store.batch)):
            less, more = ([line for sign, line in batch if sign == kind] for kind in "-+")
            self._update(graph, *_data("DELETE", graph, less), *_data("INSERT", graph, more))
            yield self._count(len(batch))
        self._arrived(graph)

    def adopt(self, stored: Mapping[str, int]) -> None:
        """Remember the graphs of which the store holds as many triples (`stored`) as the build."""
        for graph, held in self.build.items():
            if stored.get(graph) == held.triples:
                self._arrived(graph)

    def remove(self, graph: str) -> None:
        """Take a graph out of the store; it does not matter whether it is there."""
        if self.store.graphs:
            self.client.ask("DELETE", self.store.at(graph), what=self._what("removing", graph), fine=_GONE)
        else:
            self._update(graph, f"DROP SILENT GRAPH <{graph}>")
        self.state.kept(graph).unlink(missing_ok=True)
        self.state.note(graph, None)

    def _bundle(self, together: frozenset[str], left: Mapping[str, int]) -> int:
        """Send all that waits of graphs that are new to the store."""
        graphs = sorted(self._waiting.keys() & together)
        for graph in graphs:
            self._open(graph)
        lines = [f"{line[:-2]}<{graph}> .\n" for graph in graphs for line in self._waiting.pop(graph)]
        headers = {"Content-Type": self.store.quads}
        what = self._what("loading", graphs[0]) + (f" and {len(graphs) - 1} more" if len(graphs) > 1 else "")
        self.client.ask("POST", self.store.bulk, "".join(lines).encode(), headers, what=what)
        for graph in graphs:
            if not left[graph]:
                self._arrived(graph)
        return self._count(len(lines))

    def _part(self, graph: str, *, complete: bool) -> int:
        """Send what waits of one graph: its first lines replace what the store has of it."""
        first = graph not in self._begun
        self._begun.add(graph)
        self._open(graph)
        lines = self._waiting.pop(graph)
        if self.store.graphs:
            method, what = "PUT" if first else "POST", self._what("loading", graph)
            self.client.ask(method, self.store.at(graph), "".join(lines).encode(), _TRIPLES, what=what)
        else:
            if first:
                self._update(graph, f"DROP SILENT GRAPH <{graph}>")
            for start in range(0, len(lines), self.store.batch):
                self._update(graph, *_data("INSERT", graph, lines[start : start + self.store.batch]))
        if complete:
            self._arrived(graph)
        return self._count(len(lines))

    def _open(self, graph: str) -> None:
        """Forget what was remembered of a graph, before it changes in the store."""
        if self.state.graphs.get(graph, OPEN) != OPEN:
            self.state.note(graph, OPEN)

    def _arrived(self, graph: str) -> None:
        """Remember a graph, and the lines of a shared one."""
        kept = self.state.kept(graph)
        if (lines := self.after / kept.name).is_file():
            lines.replace(kept)
        self.state.note(graph, self.build[graph])

    def _update(self, graph: str, *operations: str) -> None:
        body = " ;\n".join(operations).encode()
        self.client.ask("POST", self.store.update, body, _UPDATE, what=self._what("changing", graph))

    def _what(self, doing: str, graph: str) -> str:
        return f"{doing} {graph.removeprefix(self.base)} in {self.store.title}"

    def _count(self, number: int) -> int:
        self.sent += number
        return number


def _data(operation: str, graph: str, lines: Sequence[str]) -> list[str]:
    """Return an update with data in it, none for no lines."""
    return [f"{operation} DATA {{ GRAPH <{graph}> {{\n{''.join(lines)}}} }}"] if lines else []
