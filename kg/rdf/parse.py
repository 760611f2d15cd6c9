"""Reading dumps, ours and others', packed or not; whoever opens one gets the same plain words about a broken file."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

from pyoxigraph import RdfFormat, parse

from kg.errors import QueryError

FORMATS: Final[dict[str, RdfFormat]] = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
}
"""Suffixes of dumps that can be opened; each may end in `.gz` as well."""


@contextmanager
def opened(dump: Path) -> Iterator[tuple[IO[bytes], RdfFormat]]:
    """Open a dump for a parser, and put the parser's complaints into words.

    Raises:
        QueryError: the file's name has no known suffix, or it cannot be read or parsed.

    """
    zipped = dump.suffix == ".gz"
    suffix = dump.with_suffix("").suffix if zipped else dump.suffix
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise QueryError(f"{dump} cannot be opened as a dump: its name should end in one of {known}, or that and .gz.")
    try:
        with gzip.open(dump) if zipped else dump.open("rb") as source:
            yield cast("IO[bytes]", source), FORMATS[suffix]
    except SyntaxError as fault:
        where = f" at line {fault.lineno}" if fault.lineno else ""
        raise QueryError(f"{dump} is broken{where}: {fault.msg}. Write the dump again.") from fault
    except (EOFError, zlib.error, gzip.BadGzipFile) as fault:
        raise QueryError(f"{dump} is broken: {fault}. Write the dump again.") from fault
    except OSError as fault:
        raise QueryError(f"{dump} cannot be read: {fault.strerror or fault}.") from fault


def triples(dump: Path) -> set[tuple[str, str, str]]:
    """Return the triples of a dump over all its graphs, as N-Triples writes their terms.

    They come straight from the parser: a store would rewrite numbers and dates.

    Raises:
        QueryError: as for `opened`.

    """
    with opened(dump) as (source, form):
        return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in parse(source, form)}
