"""Lists of people in running text: "Cdes. A, B (on leave), V. C and D", each name alone."""

import re
from functools import lru_cache
from typing import Final

from kg.extract.labels import LIST_LABEL, words_of
from kg.extract.names import (
    BRACKETED_NAME,
    CAPITALS_NAME,
    INITIAL,
    LIST_TITLE,
    NAME,
    OFFICE,
    OFFICE_NAMES,
    TITLE_WORDS,
    TITLES,
    UPPER,
)
from kg.extract.parties import bare_name

ANY_TITLE: Final = rf"(?:{LIST_TITLE}|{TITLES})(?:(?<=\.)|(?!\w)):?[ \t\u00a0]*"
_TITLE: Final = re.compile(ANY_TITLE)
_SPACE: Final = re.compile(r"\s+|\d{1,2}(?:-\d{1,2})?[ \t]?[–-][ \t]")
_OFFICE: Final = re.compile(
    rf"(?:(?:the|an?|our|their|his|its)[ \t]+)?(?:[A-Z][a-z]+[ \t]+)?{OFFICE}(?:[ \t]+(?:in|to|at)[ \t]+{UPPER}\w+)?"
    rf",?[ \t]+(?={UPPER})"
)
_ONE: Final = re.compile(rf"(?P<name>{BRACKETED_NAME}|{NAME}|{CAPITALS_NAME})")
_AND: Final = re.compile(
    r"\s*(?:(?:,|;|•|–(?=\s)|·)\s*(?:and\s+|и\s+|as\s+well\s+as\s+)?|\s(?:and|as\s+well\s+as|и)\s+|&\s*)"
)
_ASIDE: Final = re.compile(r"\s*(?:\([^()]{1,120}\)|\[[^\[\]]{1,80}\](?!\s*[A-Z])|/[^/\n]{1,40}/)")
_APPOSITION: Final = re.compile(
    rf",?\s+(?:(?:the|an?|our|their)\s+)?(?:[\w'’-]+\s+){{0,3}}?(?i:{OFFICE})"
    r"(?:\s+(?:of|for|in|at|to|from|with)\s+[^,;.:()\n]{2,90}?)?"
    rf"(?=[ \t]*[,;.)\n]|[ \t]+and[ \t]+(?:{TITLES}))"
)
"""An office behind a name: "Comrade A, Second Secretary, and Comrade B"."""
_GLOSS: Final = re.compile(rf"\s*\[[^\[\]]{{1,60}}?(?P<initials>(?:{INITIAL}[ \t]?){{1,3}})?\]\s*(?=[A-Z])")
_NEXT_LINE: Final = re.compile(rf"[ \t]*(?:\r?\n[ \t]*){{1,3}}(?=(?:{TITLES})[ \t]*(?:{NAME})[ \t]*(?:\r?\n|\Z))")
_SIDE: Final = re.compile(
    r"\s*[;.,]?\s*(?:and,?\s+)?(?:[Ff]rom\s+the\s+[A-Z][^.,;:()]{3,60},|(?:[Oo]n|[Ff]rom|[Ff]or|[Oo]f)\s+(?:the\s+)?(?:[\w.’'-]+\s+){1,3}[Ss]ide\s*[:,]?"
    r"|(?:[A-Z]\.){2,4}:|(?<=\n)[ \t]*(?P<line>[A-Z][\w.]{1,20})(?:\s+[Ss]ide)?:(?=\s))\s*"
)
_LABEL_NEXT: Final = re.compile(rf"[\s.;]*{LIST_LABEL.pattern}", re.IGNORECASE)
_STOP_WORDS: Final = words_of("no_names_in_lists")
_WRAPPED: Final = re.compile(r"(?<=[^\r\n]{40})\r?\n(?=\S)(?![A-Z][\w.]{1,20}(?: \w{1,20})?(?: ?\([^()\n]{1,40}\))?:)")
_SMALL: Final = "".join(sorted({word[0] for word in TITLE_WORDS if word[0].islower()}))
NAME_LIST: Final = (
    rf"(?={UPPER}|[{_SMALL}v])"  # passes most words at once; a title or "von" may be in small letters
    rf"(?:{ANY_TITLE})?(?:{NAME})(?:(?:,[ \t]*(?:and[ \t]+)?|[ \t]+and[ \t]+)(?:{ANY_TITLE})?(?:{NAME})){{0,12}}"
)
"""A title and up to thirteen names, to stand in a larger pattern; `names_at` takes them apart."""


def names_at(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names of a list that begins at `start`: "Cdes. A, B (on leave), V. C and D", each name alone.

    The list ends where no name follows: at a full stop, a label, a word that is no name. A line broken by the page's
    width may run through a name.
    """
    names: list[tuple[int, int]] = []
    words = flat(text)
    place: int | None = start
    while place is not None and place < end:
        place, initials = _before_name(words, place, end)
        if not names and (side := _side(words, place, end)):
            place = side
            continue
        match = _ONE.match(words, place, end)
        if not match or _is_no_name(match["name"]) or LIST_LABEL.match(words, place):
            break
        if name := bare_name(words, *match.span()):
            names.append((name[0] if initials < 0 else initials, name[1]))
        place = _after_name(words, match.end(), end)
    return names


def _before_name(words: str, place: int, end: int) -> tuple[int, int]:
    """Return where the name begins after blanks, titles and glosses, and where initials in a gloss stand (else -1)."""
    initials = -1
    while (
        gap := _SPACE.match(words, place, end)
        or _GLOSS.match(words, place, end)
        or _TITLE.match(words, place, end)
        or _OFFICE.match(words, place, end)
    ):
        if gap.re is _GLOSS:  # "[interpreter N.T.] Orlov": the initials are his
            initials = gap.start("initials")
        place = gap.end()
    return place, initials


def _is_no_name(words: str) -> bool:
    return words in TITLE_WORDS or words.lower() in OFFICE_NAMES or words.split(maxsplit=1)[0] in _STOP_WORDS


def _after_name(words: str, place: int, end: int) -> int | None:
    """Return where the next name may begin, past remarks in brackets and a comma, or None where the list ends."""
    while aside := _ASIDE.match(words, place, end) or _APPOSITION.match(words, place, end):
        place = aside.end()
    if _LABEL_NEXT.match(words, place, end):
        return None
    following = _AND.match(words, place, end) or _NEXT_LINE.match(words, place, end)
    return _side(words, place, end) or (following.end() if following else None)


def _side(words: str, place: int, end: int) -> int | None:
    """Return the end of words that open another side's list ("on the Bulgarian side:", "USSR:"), if they stand here."""
    match = _SIDE.match(words, place, end)
    if match is None or LIST_LABEL.match(words, place) or (match["line"] and bare_name(words, *match.span("line"))):
        return None
    return match.end()


@lru_cache(maxsize=4)
def flat(text: str) -> str:
    """Return the text with a blank for each line break that the page's width made: after a long line, no indent."""
    return _WRAPPED.sub(lambda match: " " * len(match[0]), text)
