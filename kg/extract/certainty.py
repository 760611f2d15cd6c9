"""How sure a text is of what it tells: asserted, reported (somebody says so), planned (it is to be), denied."""

import re
from typing import Final

from kg.model import Certainty

_DENIED: Final = re.compile(
    r"\bnever\b|\b(?:did|do|does|was|were|is|are|has|had|have|could)\s+not\b(?!.{0,80}\b(?:until|before|only)\b)"
    r"|n['’]t\b|\bdenie[sd]\b|\bhas\s+nothing\b|\bno\s+such\b",
    re.IGNORECASE | re.DOTALL,
)
_PLANNED: Final = re.compile(
    r"\b(?:is|are|was|were)\s+to\s+(?!blame\b)[a-z]|\b(?:will|shall|would)\s+(?!have\b)[a-z]"
    r"|\b(?:would\s+like|plans?|planned|intends?|hopes?|wants?|wishe?s?|expect(?:s|ed))\s+to\b"
    r"|\b(?:charges?|instructs?|instructed|orders?|entrusts?|obliges?)\s[^;]{0,80}?\bto\b|\b(?:recommends?|propose[sd]?|suggests?)\b"
    r"|\bexpected\b|\bready\s+to\b|\b(?-i:may)\s+[a-z]|\b(?:must|should|coming|forthcoming|scheduled|planned)\b|\bgoes\s+to\b|\blet\s+us\b",
    re.IGNORECASE,
)
_SAYS: Final = (
    r"(?:said|says|told|claims?|claimed|reported|reports|stated|states|added|adds|recalled|recalls|noted|notes|explained|explains|asserted"
    r"|asserts|alleges|alleged|mentioned|declared|pointed\s+out|replied|answered|remarked|considers|believes|believed|informed|stressed"
    r"|emphasi[sz]ed|cited|expressed|commented|think|thinks|heard|learned|learnt)"
)
_REPORTED: Final = re.compile(
    rf"\b{_SAYS}\b[^.;]{{0,160}}?(?:\bthat\b|,|:)|\baccording\s+to\b|\bin\s+(?:his|her|their)\s+(?:words|opinion|view)\b",
    re.IGNORECASE,
)
_HEARSAY: Final = re.compile(
    r"\baccording\s+to\b|\bpurportedly\b|\ballegedly\b|\breportedly\b|\bsupposed(?:ly)?\b|\brumou?r(?:s|ed)\b"
    r"|\bin\s+(?:his|her|their)\s+(?:words|opinion|view)\b|\b(?:is|are|was|were)\s+said\s+to\b",
    re.IGNORECASE,
)
_PRESENT: Final = re.compile(r"\b(?:is|are|leaves?|goes|go|begins?|opens?|comes?|arrives?|returns?|meets?|starts?)\b")
_PAST: Final = re.compile(r"\b(?:was|were|had|did|has|have|[a-z]+ed)\b")
_BEFORE: Final = 300


def certainty(text: str, sentence: int, start: int, end: int, *, late: bool = False) -> Certainty:
    """Return how sure the text is of a clause at `start`-`end` in the sentence that begins at `sentence`.

    `late`: its date lies after the day of the document, so that what is told in the present is still to come.
    """
    clause, before = text[start:end], text[max(sentence, start - _BEFORE) : start]
    if _DENIED.search(clause):
        return "denied"
    if _PLANNED.search(clause) or (late and _PRESENT.search(clause) and not _PAST.search(clause)):
        return "planned"
    return "reported" if _REPORTED.search(before) or _HEARSAY.search(clause) else "asserted"


def is_after(edtf: str, now: str) -> bool:
    """Say whether a date lies after another one, as far as both are known."""
    first = edtf.split("/", maxsplit=1)[0]
    length = min(len(first), len(now))
    return first[:4].isdigit() and now[:4].isdigit() and first[:length] > now[:length]
