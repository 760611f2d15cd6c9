"""A repaired copy of a text to search in, with the way back to the untouched text.

Copied pages glue words together ("fromCde. Petrov", "Agenda(1)Cde."), break names over lines and hyphenate them. The
shadow inserts the missing spaces, folds line breaks inside a paragraph and mends hyphenation. Finds are made in the
shadow and turned into offsets of the untouched text, so the text itself never changes.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf
from typing import Final

from kg.extract.names import LETTER, LOWER, UPPER
from kg.model import Span

_WRAPPED_LINE: Final = 40  # a line this long (code points) was broken by the page's width and not by its author


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the stretch `start`-`end` of the untouched text (empty: insert) by `words`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Shadow:
    """The repaired text and, for each piece of it, where the piece begins in the shadow and in the untouched text."""

    text: str
    starts: tuple[int, ...]  # of the pieces, in the shadow
    sources: tuple[int, ...]  # of the same pieces, in the untouched text
    kept: tuple[bool, ...]  # the piece stands in the shadow as it stands in the text
    source_length: int

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the untouched text that stands behind a stretch of the shadow (`start` < `end`)."""
        return self._source_start(start), self._source_end(end)

    def from_source(self, offset: int) -> int:
        """Return the place in the shadow of a place in the untouched text."""
        piece = bisect_right(self.sources, offset) - 1
        while piece and not self.kept[piece]:
            if self.sources[piece] == offset and self.kept[piece - 1]:
                return self.starts[piece]
            piece -= 1
        limit = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        return min(self.starts[piece] + offset - self.sources[piece], limit)

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the stretch of the shadow that a stretch of the untouched text became."""
        return self.from_source(span.start), self.from_source(span.end - 1) + 1

    def _source_start(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset) - 1
        return self.sources[piece] + (offset - self.starts[piece] if self.kept[piece] else 0)

    def _source_end(self, offset: int) -> int:
        piece = bisect_right(self.starts, offset - 1) - 1
        if self.kept[piece]:
            return self.sources[piece] + offset - self.starts[piece]
        return self.sources[piece + 1] if piece + 1 < len(self.sources) else self.source_length


_PLAIN: Final = {0x2BC: "’", 0xB4: "’", 0xA0: " ", 0x2009: " ", 0x202F: " "}  # character for character
_NO_SPLIT: Final = r"(?<!\bMac)(?<!\bFitz)(?<!\bVan)(?<!\bVander)(?<!\bSaint)"
_EDITS: Final = re.compile(
    rf"(?=[-\s\[(“\"‘\d⁰¹²³⁴-⁹]|{UPPER})(?:"  # what all begin with: most letters are passed at once
    # a hyphen at the end of a line: with the rest of a word it goes, before a capital it stays
    rf"(?P<hyphen>(?<={LOWER})-[ \t]*\r?\n[ \t]*(?={LOWER}))"
    rf"|(?P<kept>(?<={LETTER}-)[ \t]*\r?\n[ \t]*(?={UPPER}))"
    rf"|(?P<completed>(?<={LETTER})\[{LOWER}{{1,20}}\.?\])"  # A[pollon], Com[munist]
    rf"|(?P<before>\[[^\]\[\n]{{1,40}}\](?= {UPPER}{LOWER}))"  # [Nikolai] Petrov
    r"|(?P<line>(?<=[^\s])[ \t]*\r?\n[ \t]*(?=[^\s]))"
    rf"|(?P<glued>(?<=[,;:!?]){_NO_SPLIT}(?={UPPER}|[“\"‘(]{UPPER})"  # Petrov,Ivanov
    rf"|(?<={LOWER}{LOWER}\.)(?={UPPER}{LOWER}|{UPPER}\. )|(?<=[)\]”’»\d]\.)(?={UPPER}{LOWER})"  # end.Cde.
    rf"|(?<=[a-z\d]\))(?={UPPER}{LOWER}|{UPPER} )|(?<={LETTER})(?=\(\d{{1,3}}\))"  # (1)Cde., Hungary(1)
    rf"|(?<={UPPER}{UPPER}\.)(?={UPPER}{LOWER})|(?<={LOWER}{LOWER})(?=\({UPPER})|(?<=\d)(?=\({UPPER})|(?<=[”»])(?={UPPER})"
    rf"|(?<={LOWER}{LOWER}{LOWER}){_NO_SPLIT}(?={UPPER}{LOWER}|{UPPER}{{4}})"  # fromCde., byPETROV
    rf"|(?<={UPPER}{UPPER}{UPPER})(?={UPPER}{LOWER}{LOWER}{LOWER})"  # PETROVReceived
    rf"|(?<=\b[Tt]he)(?={UPPER})|(?<={LOWER}{LOWER}{LOWER})(?=\d)|(?<=\d)(?={UPPER}{LOWER}{LOWER})"  # Party1, 63Cde.
    r"|(?<=[^\s])(?=[⁰¹²³⁴-⁹])))"
)
_BLOCK: Final = re.compile(r"\S[^\n]*(?:\n[ \t]*\S[^\n]*)*")
_LABEL: Final = re.compile(
    r"\w+(?: \w+){0,3}:(?=\s)|[A-Z]\w+(?: \w+)?, (?:the )?\d{1,2}(?:st|nd|rd|th|\.)? \w+|[A-Z]\w+[ \t]*(?:\n|\Z)"
)
_GOES_ON: Final = re.compile(r"\s(?:of|the|and|to|for|with|by|from|between|against)$")  # no line ends so by itself
_ROOM: Final = 0.8  # of the longest line: a page is not set in letters of one width
_FULL: Final = 0.4  # of the lines; those at the ends of paragraphs are not, and those of a list mostly
_CAPITALISED: Final = re.compile(rf"{UPPER}[^\W\d_]*[ \t]$")
_COMRADE: Final = re.compile(
    rf"Cdes?\.(?=[ \t\u00a0]*{UPPER})|(?i:\bcomrade)s?\b(?=[ \t\u00a0]+{UPPER})|(?i:\bcde)s?\.(?=[ \t\u00a0]+{UPPER})"
)


def _edits(text: str) -> Iterator[Edit]:
    blocks = [(block.end(), _width(block[0].split("\n"))) for block in _BLOCK.finditer(text)]
    for match in _EDITS.finditer(text):
        if match.lastgroup == "glued":
            yield Edit(match.start(), match.start(), " ")
        elif match.lastgroup in {"hyphen", "kept"}:
            yield Edit(*match.span(), "")
        elif match.lastgroup == "completed":
            yield Edit(*match.span(), match[0].strip("[]"))
        elif match.lastgroup == "before":
            if not _CAPITALISED.search(
                text, max(0, match.start() - 24), match.start()
            ):  # Formosa [Taiwan] is another matter
                yield Edit(match.end() - 1, match.end(), "")
        elif _is_wrapped(text, match.start(), match.end(), blocks):
            yield Edit(*match.span(), " ")


def _width(lines: Sequence[str]) -> float:
    """Return how long a line must be, with the next word, to be broken by the page's width; of a list, none is."""
    width = _ROOM * max(len(line.strip()) for line in lines)
    full = sum(len(line.strip()) + 1 + len(after.split(maxsplit=1)[0]) > width for line, after in pairwise(lines))
    return width if full >= _FULL * (len(lines) - 1) else inf


def _is_wrapped(text: str, start: int, end: int, blocks: Sequence[tuple[int, float]]) -> bool:
    """Whether the line that ends at `start` was broken by the width of the page: the next word found no room.

    `blocks` tells of each stretch without a blank line where it ends and how long a full line is. No line goes on
    in a label ("Subject: …"), a dateline, a single name or, in capitals, in small letters.
    """
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    if text[end].islower() or _GOES_ON.search(line):
        return True
    if len(line) < _WRAPPED_LINE or _LABEL.match(text, end):
        return False
    word = text[end : end + _WRAPPED_LINE].split(maxsplit=1)[0]
    if line.isupper() and not word.isupper():
        return False
    return len(line) + 1 + len(word) > blocks[bisect_left(blocks, (start, 0))][1]


def edited(text: str, edits: Iterable[Edit]) -> Shadow:
    """Return the shadow that the edits (in order, not overlapping) make of a text."""
    words: list[str] = []
    pieces: list[tuple[int, int, bool]] = []
    length = done = 0

    def put(piece: str, source: int, *, kept: bool) -> None:
        nonlocal length
        if piece:
            pieces.append((length, source, kept))
            words.append(piece)
            length += len(piece)

    for edit in edits:
        put(text[done : edit.start], done, kept=True)
        put(edit.words, edit.start, kept=False)
        done = edit.end
    put(text[done:], done, kept=True)
    starts, sources, kept = zip(*pieces, strict=True) if pieces else ((0,), (0,), (True,))
    return Shadow("".join(words).translate(_PLAIN), tuple(starts), tuple(sources), tuple(kept), len(text))


@lru_cache(maxsize=8)
def shadow(text: str) -> Shadow:
    """Return the repaired copy of a text. The extractors of one document share it."""
    return edited(text, _edits(text))


def joins(copy: Shadow, start: int, end: int) -> Iterator[int]:
    """Yield where a stretch of the shadow has a blank that the text has not: there the page joined two words."""
    for gap in re.finditer(" ", copy.text[start:end]):
        first, last = copy.to_source(start + gap.start(), start + gap.end())
        if first == last:
            yield start + gap.start()


def model_shadow(text: str) -> Shadow:
    """Return the repaired copy with "Cde." and "Comrade" written "Mr.", which a model of news English knows better."""
    comrades = [Edit(*match.span(), "Mr.") for match in _COMRADE.finditer(text)]
    return edited(text, sorted([*_edits(text), *comrades], key=lambda e: (e.start, e.end)))
