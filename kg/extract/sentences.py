"""Where sentences begin, and a capital says nothing."""

import re
from typing import Final

_SENTENCE: Final = re.compile(r"(?:^|[.!?:\n\])”\"—]|\d)[ \t\u00a0]*[“\"(]?$")


def at_sentence_start(text: str, start: int) -> bool:
    """Whether a capital at this place says nothing, because a sentence, a line or an item begins here."""
    return bool(_SENTENCE.search(text[max(0, start - 6) : start])) or start == 0
