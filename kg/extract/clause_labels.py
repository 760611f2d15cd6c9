"""What a happening is called: its clause in one line, without the date that opens or closes it."""

import re
from typing import Final

from kg.model import DateMention

_LABEL: Final = 100  # code points
_OPENING: Final = re.compile(
    r"(?:(?:which|who|that|when|while|whereas|because|although|though|if|as|since|after|before|then|and|but|what|how|why|where)\s+)+(?=\S+\s\S)",
    re.IGNORECASE,
)
_PREPOSITION: Final = re.compile(
    r"(?:^|\s)(?:on|in|by|at|from|of|since|until|before|after|during|for|dated|around|about|under|early\s+in|as\s+of)(?:\s+the)?\s*\Z",
    re.IGNORECASE,
)


def clause_label(text: str, start: int, end: int, date: DateMention) -> str:
    """Return the clause in a line; its date is left out where it opens or closes it or stands in brackets."""
    before, after = text[start : max(start, date.span.start)], text[min(end, date.span.end) : end]
    bare = _PREPOSITION.sub(" ", before)
    if date.span.start < start:
        words = text[start:end]
    elif before.rstrip().endswith("(") and after.startswith(")"):
        words = before.rstrip()[:-1] + after[1:]
    elif not bare.strip(" ,") or not after.strip(" ,.)]"):
        words = f"{bare} {after}"
    else:
        words = text[start:end]
    words = (
        _OPENING.sub("", " ".join(words.replace("*", "").split()).strip(" ,;:.[]"), count=1)
        if _OPENING.match(words.strip(" ,"))
        else " ".join(words.replace("*", "").split())
    )
    words = re.sub(r"\s+([,;:.)])", r"\1", words.strip(" ,;:.[]"))
    if words.count(" ") < 2:
        words = " ".join(text[start:end].split()).strip(" ,;:.[]")
    if len(words) > _LABEL:
        words = words[:_LABEL].rsplit(" ", 1)[0].rstrip(" ,;:(") + "…"
    return words[:1].upper() + words[1:]
