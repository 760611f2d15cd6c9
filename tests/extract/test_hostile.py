"""Texts made to be hard: every extractor stays fast on endless repetition, and what it finds quotes the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import EXTRACTORS, Extractor, analyse
from kg.model import Analysis, Block, Document
from tests.extract.conftest import document

WITHOUT_MODEL = tuple(step for step in EXTRACTORS if step.__name__ != "suggestions")
LENGTH = 20_000
SLOWEST = 1.0  # seconds for a step on `LENGTH` characters

PIECES: tuple[str, ...] = (
    "a",
    "A",
    "1",
    ".",
    '"',
    "“",
    "(",
    "[",
    "A. ",
    "Ab ",
    "Ab-",
    "A.b",
    "1. ",
    "(1)",
    "[1]",
    "Ab, ",
    "and ",
)
PIECES += (
    "Cde. ",
    "Cde. Ab, ",
    "Ab: ",
    "\n",
    " \n",
    "1 ",
    "f. 1, ",
    "To the Ab, ",
    "the Ab of ",
    "4 XI ",
    "’s ",
    " ",
    *(
        "Archives ",
        "Ab Library, ",
        "Box 1, ",
        "RGANI, ",
        "f. 1 (ab), ",
        "FRUS, ",
        "*Ab* ",
        "“Ab,” ",
        "[Ab] ",
        "Bulletin 1 ",
    ),
    *("1957", "[1957", "1957-", "4.", "4/", "-1", "4 and ", "IV ", "May ", "the day "),
)


def halves(text: str) -> Document:
    """Return a document whose second half are its notes."""
    half = len(text) // 2
    return document(text, *((Block("body", 0, half), Block("notes", half, len(text))) if half else ()))


@pytest.mark.parametrize("piece", PIECES)
def test_no_step_is_slow_on_repetition(piece: str) -> None:
    page = halves((piece * LENGTH)[:LENGTH])
    analysis = Analysis(document=page.key)
    for step in WITHOUT_MODEL:
        analysis, seconds = timed(step, page, analysis)
        assert seconds < SLOWEST, step.__name__


def timed(step: Extractor, page: Document, analysis: Analysis) -> tuple[Analysis, float]:
    begun = time.process_time()
    return step(page, analysis), time.process_time() - begun


FRAGMENTS = (
    *("Present: ", "Cdes. ", "Comrade ", "Cde. ", "Novotna", "K. Brandt", "WEISS", "Imre ", "Li Wei", "Agenda:\n1. "),
    *("\n", "\f", " ", ".", ",", ":", "—", "(1)", "[2]", "³", "\n1 ", "2 ", "Notes\n", "a) ", "3. Fisheries", "“", "”"),
    *("is to order ", "4 XI", "1956", "RGANI, F. 3, Op. 1, D. 2, L. 3", "ibid.", "in Vienna", "the War of 1912 "),
    *("was signed on 4 May 1956", "Ministry of Ropes", "The minister said ", "the undersigned", "should read"),
    *("\u00a0", "\u2028", "é", "e\u0301", "Ж", "İ", "ß", "😀", "'s ", "J[ohn]", "Tan [Tang] Enbo", "pp. 3-4", "To "),
)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join))
def test_whatever_is_found_quotes_the_text(text: str) -> None:
    analyse(halves(text), WITHOUT_MODEL)  # raises where a span does not quote, or a name is no mention
