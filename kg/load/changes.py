"""What of a build a store lacks: the graphs of the dump, what was loaded before, and what the store says it holds.

Beside the build OUTPUT lies the folder `.OUTPUT.loaded` with a folder for each store: `journal.jsonl` has a line for
each graph when it has arrived (the last line of a graph counts), and for each graph that documents share the lines that
were sent, so that the next load can send the difference alone. The state is a memory, not the truth: a graph whose
number of triples in the store is another than remembered travels whole.
"""

import fcntl
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Final

from kg import ids
from kg.errors import LoadError

JOURNAL: Final = "journal.jsonl"
_PACKED: Final = 1  # what is compared once need not be small


@dataclass(frozen=True, slots=True)
class Held:
    """What a graph holds: a digest of its lines, and how many triples."""

    digest: str
    triples: int


OPEN: Final = Held("", -1)
"""What is remembered of a graph while it travels: nothing that could be relied on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be done. Graphs are named by their IRIs; those in `absent` are not in the store yet."""

    whole: frozenset[str]
    absent: frozenset[str]
    partly: tuple[str, ...]
    gone: tuple[str, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class State:
    """What was loaded into one store, and the folder where that is remembered."""

    folder: Path
    graphs: dict[str, Held] = field(default_factory=dict)

    def note(self, graph: str, held: Held | None) -> None:
        """Remember what the store holds of a graph now, None where it holds nothing any more."""
        if held is None:
            self.graphs.pop(graph, None)
        else:
            self.graphs[graph] = held
        with (self.folder / JOURNAL).open("a", encoding="utf-8") as journal:
            journal.write(_entry(graph, held))

    def kept(self, graph: str) -> Path:
        """Return where the lines of a shared graph are kept."""
        return self.folder / _filename(graph)

    def tidy(self) -> None:
        """Write the journal anew, with one line a graph."""
        new = self.folder / f"{JOURNAL}.new"
        new.write_text("".join(_entry(*item) for item in sorted(self.graphs.items())), encoding="utf-8")
        new.replace(self.folder / JOURNAL)


def state_of(output: Path, url: str) -> State:
    """Return what is remembered of the loads of a build into the store at `url`; nothing is written."""
    state = State(_folder(output, url))
    try:
        lines = (state.folder / JOURNAL).read_text(encoding="utf-8").splitlines()
    except OSError:
        return state
    for line in lines:
        try:
            graph, held = json.loads(line)
        except ValueError:  # the line that was being written when the power went
            continue
        if held is None:
            state.graphs.pop(graph, None)
        else:
            state.graphs[graph] = Held(**held)
    return state


@contextmanager
def locked(output: Path, url: str) -> Iterator[State]:
    """Yield the state of a build and a store, held so that no two loads into one store meet.

    Raises:
        LoadError: another load holds it, or it cannot be written.

    """
    folder = _folder(output, url)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("w")
    except OSError as fault:
        raise LoadError(
            f"What is loaded cannot be remembered: {folder} cannot be written ({fault.strerror})."
        ) from fault
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LoadError("This build is just being loaded into this store. Wait until that has ended.") from None
        state = state_of(output, url)
        state.tidy()  # a line broken off by a failure must not spoil the next one
        yield state


def quads(source: Iterable[bytes], base: str) -> Iterator[tuple[str, list[str]]]:
    """Yield graphs with N-Triples lines from lines of N-Quads, as they stand: a graph comes many times.

    Raises:
        LoadError: a line stands in no graph of this build.

    """
    ours = base + ids.graph("")
    for graph, lines in groupby((line.decode()[:-3].rsplit(" ", 1) for line in source), key=lambda parts: parts[-1]):
        name = graph[1:-1]
        if not name.startswith(ours):
            raise LoadError(f"A line of the dump stands in {graph}, which is no graph of this build. Build again.")
        yield name, [f"{triple} .\n" for triple, _ in lines]


def survey(source: Iterable[bytes], base: str, folder: Path) -> dict[str, Held]:
    """Return what each graph of a dump holds, and write the lines of those that documents share into `folder`."""
    digests: dict[str, hashlib._Hash] = {}
    counts: dict[str, int] = {}
    with ExitStack() as stack:
        files: dict[str, gzip.GzipFile] = {}
        for graph, lines in quads(source, base):
            if graph not in digests:
                digests[graph], counts[graph] = hashlib.sha256(), 0
                if shared(graph, base):
                    files[graph] = stack.enter_context(gzip.open(folder / _filename(graph), "wb", _PACKED))
            block = "".join(lines).encode()
            digests[graph].update(block)
            counts[graph] += len(lines)
            if graph in files:
                files[graph].write(block)
    return {graph: Held(found.hexdigest(), counts[graph]) for graph, found in digests.items()}


def shared(graph: str, base: str) -> bool:
    """Tell whether a graph is one that documents share: not their own facts, and not their evidence."""
    return not graph.startswith((f"{base}{ids.graph('document')}/", f"{base}{ids.graph('evidence')}/"))


def plan(build: Mapping[str, Held], state: State, stored: Mapping[str, int]) -> Plan:
    """Compare a build with what was loaded and what the store holds (triples by graph)."""
    sure = {graph for graph, held in state.graphs.items() if stored.get(graph, 0) == held.triples}
    same = {graph for graph in sure if build.get(graph) and build[graph].digest == state.graphs[graph].digest}
    partly = {graph for graph in sure - same if graph in build and state.kept(graph).is_file()}
    return Plan(
        whole=frozenset(build.keys() - same - partly),
        absent=frozenset(graph for graph in build if not stored.get(graph)),
        partly=tuple(sorted(partly)),
        gone=tuple(sorted(stored.keys() - build.keys())),
        unchanged=len(same),
    )


def difference(before: Path, after: Path) -> Iterator[tuple[str, str]]:
    """Yield ("-", line) for what only the lines before have, ("+", line) for what only those after have.

    Both are packed files of sorted lines, as a build writes them; nothing is held but one line of each.

    Raises:
        LoadError: a file is broken or not sorted.

    """
    with (
        gzip.open(before, "rt", encoding="utf-8", newline="\n") as old,
        gzip.open(after, "rt", encoding="utf-8", newline="\n") as new,
    ):
        olds, news = _sorted(old), _sorted(new)
        one, other = next(olds, None), next(news, None)
        while one is not None or other is not None:
            if one == other:
                one, other = next(olds, None), next(news, None)
            elif other is None or (one is not None and one < other):
                yield "-", one or ""
                one = next(olds, None)
            else:
                yield "+", other
                other = next(news, None)


def _sorted(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        if line <= last:
            raise LoadError("The lines of a graph are not sorted. Build again.")
        last = line
        yield line


def _folder(output: Path, url: str) -> Path:
    output = output.absolute()
    return output.with_name(f".{output.name}.loaded") / f"{ids.slug(url)}-{ids.digest(url)}"


def _entry(graph: str, held: Held | None) -> str:
    return json.dumps([graph, asdict(held) if held else None]) + "\n"


def _filename(graph: str) -> str:
    return f"{ids.encode(graph.rpartition('/')[2])}.nt.gz"
