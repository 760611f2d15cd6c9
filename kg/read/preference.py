"""Which of two texts of one record gives the facts: the one whose form says most."""

from typing import Final

_ORDER: Final = ("tei", "html", "record", "pdf")
"""Readers by a part of their names, the preferred first; page text and plain text come after them."""


def preference(reader: str) -> int:
    """Return the rank of a reader ("wilson-page/1"), the preferred lowest."""
    return next((rank for rank, part in enumerate(_ORDER) if part in reader), len(_ORDER))
