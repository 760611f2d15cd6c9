import gzip
from pathlib import Path

from pyoxigraph import RdfFormat, parse, serialize

from kg.dev import scaled
from kg.query.store import open_data
from kg.rdf.vocab import PREFIXES


def test_copies_have_documents_of_their_own_and_share_people(tmp_path: Path) -> None:
    trig = Path(__file__).parents[1] / "query" / "harbour" / "data.trig"
    quads = serialize(parse(trig.read_bytes(), RdfFormat.TRIG), format=RdfFormat.N_QUADS) or b""
    (tmp_path / "small.nq.gz").write_bytes(gzip.compress(quads, mtime=0))
    size = quads.count(b"\n")
    count = scaled.write(tmp_path / "small.nq.gz", size * 12, tmp_path / "large.nq.gz")
    assert count >= size * 12
    store = open_data(tmp_path / "large.nq.gz").store
    assert len(store) == count
    lines = sorted(scaled.lines(tmp_path / "small.nq.gz", size * 12))
    assert lines == sorted(set(lines))

    def number(pattern: str) -> int:
        solutions = store.query(f"SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s a {pattern} }} }}", prefixes=PREFIXES)
        return len(list(solutions))  # type: ignore[arg-type]

    copies = number("rico:Instantiation") // 2
    assert copies > 12
    assert number("rico:Person") == 4 * (1 + (copies - 1) // 10)
    assert number("rico:Place") == 1
