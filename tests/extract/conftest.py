"""What the tests of extraction share: a document of a text, read without the language model."""

from collections.abc import Callable

import pytest

from kg.extract import EXTRACTORS, analyse
from kg.model import Analysis, Block, Document, Field, quote

Read = Callable[..., Analysis]


def document(text: str, *blocks: Block, fields: tuple[Field, ...] = ()) -> Document:
    """Return a document of an English text."""
    return Document(
        key="t-1",
        collection="t",
        identifier="1",
        text=text,
        sha256="",
        source="t.txt",
        reader="t/1",
        language="en",
        blocks=blocks,
        fields=fields,
    )


def page(text: str, title: str = "", notes: int = -1) -> Document:
    """Return a document whose first words are its title and whose notes begin at an offset."""
    stop = len(text) if notes < 0 else notes
    blocks = [Block("header", 0, len(title)), Block("body", len(title), stop)]
    blocks += [Block("notes", stop, len(text))] if notes >= 0 else []
    fields = (Field("title", title, quote(text, 0, len(title))),) if title else ()
    return document(text, *(block for block in blocks if block.end > block.start), fields=fields)


@pytest.fixture(scope="session")
def read() -> Read:
    """A function that reads a body, with a title and notes if wanted."""
    steps = tuple(step for step in EXTRACTORS if step.__name__ != "suggestions")

    def run(body: str, title: str = "", notes: str = "") -> Analysis:
        start = f"{title}\n" if title else ""
        return analyse(page(f"{start}{body}{notes}", title, len(start + body) if notes else -1), steps)

    return run
