"""Labels that divide the record of a meeting: who speaks, who is listed, what was resolved.

Shared by agenda, turns and participants.

All may be glued to the text before them ("the wheat harvestCde. Kolář:The figures").
"""

import re
import tomllib
from pathlib import Path
from typing import Final

from kg.extract.names import BRACKETED_NAME, CAPITALS_NAME, NAME, NOT_IN_WORD, TITLES
from kg.model import Document
from kg.read.alternatives import alternatives

_WORDS: Final = tomllib.loads(Path(__file__).with_name("minutes.toml").read_text(encoding="utf-8"))

_NAME: Final = rf"(?P<name>{BRACKETED_NAME}|{CAPITALS_NAME}|{NAME})"
_ASIDE: Final = r"(?:[ \t]{0,2}(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\]))?"
_SIGN: Final = r"[ \t]{0,2}(?P<sign>[—–:]|--|[ \t]-(?=[ \t]))"
_BOLD: Final = r"(?P<bold>\*\*|__)?"  # Markdown: "**Name:** …" or "**Name**: …"
_AFTER_BOLD: Final = r"(?::(?P=bold)|(?P=bold)[ \t]?:)"

TITLED_LABEL: Final = re.compile(
    rf"{_BOLD}(?P<title>{TITLES})[ \t\u00a0]{{0,3}}{_NAME}{_ASIDE}(?(bold){_AFTER_BOLD}|{_SIGN})"
)
"""A title, a name and the sign that opens the words: "Cde. Kolář—", "Comrade Li Wei:"."""

BARE_LABEL: Final = re.compile(rf"{NOT_IN_WORD}{_BOLD}{_NAME}{_ASIDE}(?(bold){_AFTER_BOLD}|:)(?=\s|[^\W\d_])")
"""A name alone and a colon, which counts only where names do so again and again in the document."""

LISTS: Final[dict[str, str]] = {
    "those taking part": "present",
    "taking part": "present",
    "took part": "present",
    "participants": "present",
    "participating": "present",
    "present": "present",
    "members present": "present",
    "also present": "present",
    "also present at the meeting": "present",
    "also present at the conversation": "present",
    "also present in the conversation": "present",
    "also taking part": "present",
    "also took part": "present",
    "also attended": "present",
    "interpreter": "present",
    "interpreters": "present",
    "recorder": "present",
    "note taker": "present",
    "notetaker": "present",
    "alternate members": "present",
    "candidates": "present",
    "secretaries": "present",
    "candidate members": "present",
    "members of the delegation": "present",
    "also attending": "present",
    "also participating": "present",
    "were present": "present",
    "those present": "present",
    "in attendance": "present",
    "attending": "present",
    "attendees": "present",
    "attendance": "present",
    "from the soviet side": "present",
    "also invited": "invited",
    "присутствовали": "present",
    "присутствуют": "present",
    "chairman": "chair",
    "chairperson": "chair",
    "chairwoman": "chair",
    "chair": "chair",
    "chaired by": "chair",
    "in the chair": "chair",
    "presiding": "chair",
    "presided over by": "chair",
    "председатель": "chair",
    "absent": "absent",
    "excused": "absent",
    "apologies": "absent",
    "members absent": "absent",
    "отсутствовали": "absent",
    "invited": "invited",
    "invited guests": "invited",
    "guests": "invited",
    "приглашены": "invited",
    "discussion": "discussant",
    "discussants": "discussant",
    "speakers": "discussant",
}
"""Words before a colon that open a list of people, and the role of those listed."""

LIST_LABEL: Final = re.compile(
    rf"(?P<label>{alternatives(LISTS)})"
    r"(?:[ \t]{1,2}(?:at|from|on|for|in)[ \t][^:\n.,;]{1,60}?|[ \t]?\([^()\n]{1,40}\))?"
    r"(?:[ \t](?:were|was|are)(?:[ \t]also)?)?[ \t]{0,2}[:：]\**",
    re.IGNORECASE,
)

OUTCOME: Final = re.compile(
    r"(?:RESOLUTION|RESOLVED|DECISION|DECIDED|CONCLUSIONS?|Resolution|Resolved|Resolutions|Decision|Decisions|Decided"
    r"|Conclusions?|Adopted|Agreed|To be watched over by|Responsible)[ \t]{0,2}:"
    r"|(?<=\n)[ \t]*(?:The[ \t])?[A-Z][\w ]{2,40}[ \t]"
    r"(?:decide[sd]|resolve[sd]|approve[sd]|adopt(?:s|ed)|takes[ \t]note|took[ \t]note)\b"
    r"|\((?:Discussion|Speakers|Discussants)[ \t]{0,2}:"
    r"|(?:The|This|Our)[ \t](?:meeting|session|conversation|talks?|discussion|reception|interview|audience|sitting)"
    r"[ \t](?:then[ \t])?(?:ended|closed|was[ \t](?:closed|over|recorded|written|adjourned)|lasted|concluded|adjourned"
    r"|took[ \t]place|came[ \t]to[ \t]an[ \t]end|finished)"
    r"|(?<=\n)[ \t]*(?:The[ \t]two|Both)[ \t](?:sides|parties|delegations|leaders|ministers|presidents)\b"
    r"|(?:Also|Those|Also[ \t]those)[ \t](?:present|attending|participating|taking[ \t]part)\b"
    r"|(?:Recorded|Record(?:ed)?[ \t](?:made|taken|kept)|Minutes[ \t](?:taken|kept|recorded|written)|Taken[ \t]down"
    r"|Written[ \t]down|Noted|Transcribed)[ \t]by\b"
    r"|(?<=\n)\#{1,6}[ \t]"
    r"|\[signature|\(signature|\(signed\)|\[signed\]",
)
"""What ends a speech without opening another: a resolution, a closing remark, who took it down, a Markdown heading."""

SENTENCE_END: Final = frozenset('.!?…:;)]”"’»*')


def words_of(key: str) -> frozenset[str]:
    """Return a list of small words out of `minutes.toml`."""
    return frozenset(_WORDS[key].split())


def begins_here(text: str, offset: int) -> bool:
    """Say whether something may begin here: at a line's start, after a sentence, or glued to the text before."""
    before = offset - 1
    while before >= 0 and text[before] in " \t\u00a0":
        before -= 1
    return before < 0 or before == offset - 1 or text[before] in "\r\n\f" or text[before] in SENTENCE_END


def bodies(document: Document) -> list[tuple[int, int]]:
    """Return the stretches of body text."""
    return [(b.start, b.end) for b in document.blocks if b.kind == "body"] or [(0, len(document.text))]
