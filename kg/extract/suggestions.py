"""What a statistical model takes for people, organisations and places: proposals that the rules decide upon.

The model reads the repaired text (`kg.extract.shadow`), paragraph by paragraph.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kg.extract.models import Recogniser, english, russian
from kg.extract.shadow import Shadow, model_shadow
from kg.model import Analysis, Document, EntityKind, Issue, Mention, quote

KINDS: Final[dict[str, EntityKind]] = {
    "PERSON": "person", "PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
"""The labels of the models (OntoNotes and WikiNER) that name the kinds we look for."""

_CHUNK: Final = 1_000  # code points of a stretch that the model reads, at the least, where it has sentences
_BREAK: Final = re.compile(r"\n\n|(?<=[^\W\d_A-Z]{6}[.!?])\s")  # no abbreviation is so long
_TOGETHER: Final = 64  # stretches read side by side, to bound the memory
_LONGEST: Final = 100_000  # a stretch without an end is cut here, to bound the memory

_english: Final = lru_cache(maxsize=1)(english)
_russian: Final = lru_cache(maxsize=1)(russian)


def suggestions(document: Document, analysis: Analysis) -> Analysis:
    """Add what the installed model of the text's language proposes; an issue says so where there is none."""
    in_russian = document.language.partition("-")[0] == "ru"
    recogniser = _russian() if in_russian else _english()
    if recogniser:
        return asking(recogniser)(document, analysis)
    missing = (
        "No model of Russian is installed, so the rules alone read this text; the extra `russian` brings one."
        if in_russian
        else "The language model is not installed."
    )
    return replace(analysis, issues=(*analysis.issues, Issue("model-missing", missing, document.source)))


def asking(recogniser: Recogniser) -> Callable[[Document, Analysis], Analysis]:
    """Return the extractor that asks the given model."""

    def extractor(document: Document, analysis: Analysis) -> Analysis:
        return replace(analysis, suggestions=tuple(_proposals(recogniser, document.text)))

    return extractor


def _proposals(recogniser: Recogniser, text: str) -> Iterator[Mention]:
    copy = model_shadow(text)
    chunks = list(_chunks(copy))
    for first in range(0, len(chunks), _TOGETHER):
        batch = chunks[first : first + _TOGETHER]
        found = recogniser([copy.text[start:end] for start, end in batch])
        for (offset, _), names in zip(batch, found, strict=True):
            for first_in, last_in, label in names:
                start, end = copy.to_source(offset + first_in, offset + last_in)
                if label in KINDS and start < end:
                    yield Mention(quote(text, start, end), KINDS[label], f"suggestions/{label}")


def _chunks(copy: Shadow) -> Iterator[tuple[int, int]]:
    """Cut the text at blank lines or sentences into stretches of at least `_CHUNK` code points."""
    start = 0
    while start < len(copy.text):
        found = _BREAK.search(copy.text, start + _CHUNK, start + _LONGEST)
        end = found.start() if found else min(len(copy.text), start + _LONGEST)
        yield start, end
        start = end
