"""A large data set without real text: the quads of a build copied, each copy with documents and events of its own.

People, organisations and works are shared by ten copies, so that a person stands in tens of documents as in a real
corpus, not in all of them; archives, places and dates are shared by all.
"""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_OWN: Final = re.compile(rb"(/(?:document|evidence|event|decision)/[^/>#]+)")
_GROUPED: Final = re.compile(rb"(/(?:person|organisation|work)/[^/>#]+)")
_GROUP: Final = 10  # copies that share their people


def lines(dump: Path, statements: int) -> Iterator[bytes]:
    """Yield about so many N-Quads lines, whole copies of a dump (`data.nq.gz`), none twice; the first is the dump."""
    with gzip.open(dump) as source:
        original = source.read().splitlines(keepends=True)
    base = _base(original)
    given, copy, seen = 0, 0, set[bytes]()
    while given < statements:
        for line in original:
            renamed = _renamed(line, base, copy)
            if b"/graph/document/" not in line and b"/graph/evidence/" not in line:  # what copies may have in common
                if renamed in seen:
                    continue
                seen.add(renamed)
            given += 1
            yield renamed
        copy += 1


def write(dump: Path, statements: int, to: Path) -> int:
    """Write the scaled data set as N-Quads, packed; return how many statements it has."""
    count = 0
    with gzip.GzipFile(to, "wb", compresslevel=1, mtime=0) as target:
        for line in lines(dump, statements):
            target.write(line)
            count += 1
    return count


def _base(original: list[bytes]) -> bytes:
    """Return what comes before `graph/` in the name of the first line's graph."""
    return original[0].rstrip(b" .\n").rpartition(b"<")[2].partition(b"graph/")[0]


def _renamed(line: bytes, base: bytes, copy: int) -> bytes:
    """Return the line with the names below the base that this copy has for itself or with its group."""
    if copy == 0:
        return line
    own, group = b"\\1-c%d" % copy, b"\\1-g%d" % (copy // _GROUP)

    def rename(match: re.Match[bytes]) -> bytes:
        iri = _OWN.sub(own, match[0], count=1)
        return _GROUPED.sub(group, iri, count=1) if iri == match[0] and copy >= _GROUP else iri

    return re.sub(rb"<%s[^>]*>" % re.escape(base), rename, line)
