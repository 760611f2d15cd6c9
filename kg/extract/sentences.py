"""Where sentences begin, and a capital says nothing; which words a text has without one."""

import re
from functools import lru_cache
from typing import Final

_SENTENCE: Final = re.compile(r"(?:^|[.!?:\n\])”\"—]|\d)[ \t\u00a0]*[“\"(]?$")


def at_sentence_start(text: str, start: int) -> bool:
    """Whether a capital at this place says nothing, because a sentence, a line or an item begins here."""
    return bool(_SENTENCE.search(text[max(0, start - 6) : start])) or start == 0


@lru_cache(maxsize=1)  # three steps in the search for people ask for those of one text
def small_words(text: str) -> frozenset[str]:
    """Return the words of a text that begin with a small Latin letter."""
    return frozenset(re.findall(r"(?<![^\W_])[a-z]+", text))
