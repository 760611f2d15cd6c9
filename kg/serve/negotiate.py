"""Which format an answer comes in: what the client accepts, matched with what we can write."""

from collections.abc import Sequence
from typing import Final

RESULTS: Final = (
    ("application/sparql-results+json", "json"),
    ("application/sparql-results+xml", "xml"),
    ("text/csv", "csv"),
    ("text/tab-separated-values", "tsv"),
    ("application/json", "json"),
    ("application/xml", "xml"),
    ("text/xml", "xml"),
    ("text/html", "html"),
)
"""Media types of rows and of yes or no, the preferred first, with the names of `kg.query.formats`."""

GRAPHS: Final = (
    ("text/turtle", "turtle"),
    ("application/n-triples", "nt"),
    ("application/ld+json", "jsonld"),
    ("application/json", "jsonld"),
    ("text/plain", "nt"),
)
"""Media types of graphs."""

SHOWN: Final = (*GRAPHS, ("text/html", "html"))
"""Media types of graphs that a question makes, which may also be shown as a table."""

PAGES: Final = (("text/html", "html"), ("application/xhtml+xml", "html"), *GRAPHS[:-1])
"""Media types of a thing: as a page, or as a graph."""


def chosen(accept: str, offers: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """Return the media type and format that the client likes best; the first of equals; None if it likes none.

    `accept` is the header (RFC 9110, 12.5.1), `""` where there is none: all is accepted then.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [("*/*", 1.0)]
    liked = [(_quality(kind, ranges), -place) for place, (kind, _) in enumerate(offers)]
    quality, place = max(liked)
    return offers[-place] if quality > 0 else None


def _range(part: str) -> tuple[str, float]:
    """Return a media range and how well it is liked; what cannot be read is not liked at all."""
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return kind, float(value)
            except ValueError:
                return kind, 0.0
    return kind, 1.0


def _quality(kind: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return how well a media type is liked: what the most precise range that fits it says."""
    for wanted in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        said = [quality for given, quality in ranges if given == wanted]
        if said:
            return max(said)
    return 0.0
