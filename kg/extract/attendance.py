"""Lists of those at a meeting that give each a line: after a label on its own line, with bullets or without.

"PARTICIPANTS", "## Present", "**Absent:**"; then "Mr. A, First Secretary", "EUR—Mr. B", "- C (interpreter)".
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.labels import LIST_LABEL, LISTS
from kg.extract.lexicon import DEMONYMS, NOT_NAMES, PLACES
from kg.extract.namelists import names_at
from kg.extract.names import NAME, TITLES
from kg.extract.parties import bare_name, people_in
from kg.read.alternatives import alternatives

_WORDS: Final = alternatives((words for words in LISTS if LISTS[words] != "discussant"), r"\s{1,3}")
_OTHER: Final = r"(?:dates?|time|place|subjects?|topics?|copies(?:[ \t]to)?|distribution|summary|agenda)"
_HEAD: Final = re.compile(
    rf"^[ \t]*(?:\#{{1,6}}[ \t]+)?[*_]{{0,2}}(?P<label>{_WORDS})(?:[ \t](?:at|from|on|for)[ \t][^:\n.,;]{{1,60}})?"
    r"[ \t]*:?[*_]{0,2}:?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A label alone on its line."""

_SIDE: Final = re.compile(
    r"^[ \t]*(?:[-*•][ \t]*)?(?P<side>[A-Z][^:\n,;]{1,80}?)[ \t]*:[*_]{0,2}"
    r"(?:(?P<alone>[ \t]*$)|[ \t]*(?P<rest>[^\n]+))",
    re.MULTILINE,
)
"""A side of the meeting, before a colon: "From the Polish People's Republic:", "The Polish delegation:"."""
_OPENS_SIDE: Final = re.compile(r"(?:From|For|On|Representing)\b|.*(?:[Ss]ide|[Dd]elegation)$")
_ENDS_LIST: Final = re.compile(r"[ \t]*(?:[,;.(\[—–-]|$)", re.MULTILINE)
_NEXT: Final = re.compile(
    rf"[ \t*_#]*(?:{LIST_LABEL.pattern}|(?:{_WORDS}|{_OTHER}:?)[ \t*_]*$)", re.IGNORECASE | re.MULTILINE
)
_LINE: Final = re.compile(r"[ \t]*(?P<bullet>[-*•–][ \t]+|\d{1,2}[.)][ \t]+)?(?P<words>[^\r\n]*)(?:\r?\n|\Z)")
_OFFICE_CODE: Final = re.compile(r"[A-Z][A-Z/]{0,9}[ \t]?[—–-][ \t]?(?=[A-Z])")  # "EUR—Mr. Brandt"
_LEAD: Final = re.compile(r"[A-Z][\w'’-]*\.?[ \t]+(?=[A-Z])")
_MORE: Final = re.compile(rf"(?:,|[ \t]and)[ \t]+(?:{TITLES})[ \t]+(?P<name>{NAME})")
_SPEAKS: Final = re.compile(rf"(?:{TITLES})?[ \t]*(?:{NAME})[ \t]?:[ \t]+\S")
_NOBODY: Final = re.compile(r"(?:[Ll]isted|[Ss]ee|[Ss]ame|[Nn]one|[Vv]arious|[Oo]thers?)\b")
_SEGMENT: Final = re.compile(r"[,;(\[—–]|[ \t]-[ \t]")
_SENTENCE_END: Final = re.compile(r"[a-z]{3}\.$")
_ON: Final = re.compile(
    r"[ \t]*(?::|(?:said|stated|opened|asked|replied|told|thought|mentioned|discussed|then|also|and)\b)"
)  # on the next line: the name was a speaker's
_LONGEST: Final = 140
_MOST_WORDS: Final = 20
_BLANK_LINES: Final = 6  # between the sides


def lines_of_names(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield role and place of each name in the lists between two offsets."""
    heads = [(head.end(), LISTS[" ".join(head["label"].lower().split())]) for head in _HEAD.finditer(text, start, end)]
    for side in _SIDE.finditer(text, start, end):
        if not _is_side(side["side"]):
            continue
        if side["alone"] is not None:
            heads.append((side.end(), "present"))
        yield from (("present", name) for name in _whole_list(text, *side.span("rest"), 2))
    for head, role in heads:
        for line in _entries(text, head + 1, end):
            for name in _whole_list(text, *line.span("words"), 3) or _names(text, *line.span("words")):
                yield role, name


def _entries(text: str, place: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the lines from a place on that may name somebody, to the first that does not."""
    blank = 0
    while place < end and blank <= _BLANK_LINES:
        line = _LINE.match(text, place, end)
        if line is None or _NEXT.match(text, place, end):
            break
        place, blank = line.end(), blank + 1 if not line["words"].strip() else 0
        if blank:
            continue
        if not _is_entry(line) or _ON.match(text, place, end):
            break
        yield line


def _whole_list(text: str, start: int, end: int, fewest: int) -> list[tuple[int, int]]:
    """Return the names of a line that is nothing but a list."""
    names = names_at(text, start, end)
    return names if len(names) >= fewest and _ENDS_LIST.match(text, names[-1][1]) else []


def _is_side(words: str) -> bool:
    """Whether a label names a side: what it holds is a country or a people, or it says so."""
    parts = re.findall(r"[\w'’-]+", words)
    known = PLACES | DEMONYMS
    return _OPENS_SIDE.match(words) is not None and any(
        " ".join(parts[i:j]) in known for i in range(len(parts)) for j in range(i + 1, min(i + 6, len(parts)) + 1)
    )


def _is_entry(line: re.Match[str]) -> bool:
    """Say whether a line may name somebody: it is short and no sentence."""
    words = line["words"].strip()
    if line["bullet"] is None and len(words.split()) > _MOST_WORDS:
        return False
    other = _NOBODY.match(words) or _SPEAKS.match(words) or words.startswith(("#", "|")) or words.endswith(":")
    return len(words) < _LONGEST and not other and not _SENTENCE_END.search(words)


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the name at the head of a line, and those with a title behind it."""
    code = _OFFICE_CODE.match(text, start, end)
    start = code.end() if code else start
    while (lead := _LEAD.match(text, start, end)) and lead[0].strip(" \t.") in NOT_NAMES:
        start = lead.end()
    segment = _SEGMENT.search(text, start, end)
    yield from people_in(text, start, segment.start() if segment else end)[:1]
    for match in _MORE.finditer(text, start, end):
        name = bare_name(text, *match.span("name"))
        if name and text[slice(*name)] not in NOT_NAMES:
            yield name
