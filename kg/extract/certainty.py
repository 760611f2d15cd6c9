"""How sure a text is of what it tells: asserted, reported (somebody says so), planned (it is to be), denied."""

import re
from typing import Final

from kg.extract.event_words import finite_verb
from kg.model import Certainty

_DENIED: Final = re.compile(
    r"\bnever\b|\b(?:did|do|does|was|were|is|are|has|had|have|could)\s+not\b(?!.{0,80}\b(?:until|before|only)\b)"
    r"|n['’]t\b|\bdenie[sd]\b|\bhas\s+nothing\b|\bno\s+such\b",
    re.IGNORECASE | re.DOTALL,
)
_PLANNED: Final = re.compile(
    r"\b(?:is|are|was|were)\s+to\s+(?!blame\b)[a-z]|\b(?:will|shall|would)\s+(?!have\b)[a-z]"
    r"|\b(?:would\s+like|plans?|planned|intends?|intended|hopes?|wants?|wishe?s?|expect(?:s|ed)|prepar(?:es|ed|ing))\s+to\b"
    r"|\bexpected\b|\bready\s+to\b|\b(?-i:may)\s+(?!be\b)[a-z]|\b(?:must|should|coming|forthcoming|scheduled|planned)\b|\bgoes\s+to\b|\blet\s+us\b"
    r"|\bdates?\s+for\b|\b(?:could|might)\s+be\s+(?:made|held|given|sent|[a-z]+ed)\b",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:charges?|instructs?|instructed|(?<!in\s)orders?|entrusts?|obliges?)\s[^;]{0,80}?\bto\b|\b(?:recommends?|propose[sd]?|suggests?)\b",
    re.IGNORECASE,
)
"""It is asked for. On the day itself ("On 4 May he proposed …") the asking is what happened."""

_SAYS: Final = (
    r"(?:said|says|told|claimed|reported|stated|added|recalled|noted|explained|explains|asserted"
    r"|asserts|alleges|alleged|mentioned|declared|pointed\s+out|replied|answered|remarked|considers|believes|believed|informed|stressed"
    r"|emphasi[sz]ed|cited|expressed|commented|think|thinks|heard|learned|learnt)"
)
_OR_NOUN: Final = r"(?:notes|reports|claims?|states|adds|recalls)"  # "an exchange of notes on …, which" tells nothing
_REPORTED: Final = re.compile(
    rf"\b{_SAYS}\b[^.;]{{0,160}}?(?:\bthat\b|,|:)|\b{_OR_NOUN}(?:\s+that\b|:)|\baccording\s+to\b"
    r"|\bin\s+(?:his|her|their)\s+(?:words|opinion|view)\b",
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
_PHRASE: Final = 24  # code points from an auxiliary in which what belongs to it begins: "was then expected to"
_AUXILIARY: Final = re.compile(r"(?:is|are|was|were|has|had|have)\b")
_SAID_THAT: Final = re.compile(rf"[^,;]{{0,60}}?\b(?:{_SAYS}|{_OR_NOUN})\s+that\b", re.IGNORECASE)
_ASKED_THAT: Final = re.compile(
    r"\b(?:recommend|propose|suggest|demand|request|ask)[a-z]*\s[^;.]{0,80}?that\s+\Z", re.IGNORECASE
)


def certainty(
    text: str, sentence: int, start: int, end: int, date: tuple[int, int], *, late: bool = False
) -> Certainty:
    """Return how sure the text is of a clause at `start`-`end`, its date at `date`, its sentence begun at `sentence`.

    Where the date opens the clause it belongs to the first verb, and later ones do not count: "On 4 May he said that
    he would come". `late`: its date lies after the day of the document, so that the present tells what is to come.
    """
    verb = finite_verb(text, start, end)
    belongs = _PHRASE if _AUXILIARY.match(text, max(verb, 0)) else 1
    reach = verb + belongs if start <= date[0] and date[1] <= verb else end
    clause, before = text[start:end], text[max(sentence, start - _BEFORE) : start]
    if (denied := _DENIED.search(clause)) and start + denied.start() < reach:
        return "denied"
    planned = _PLANNED.search(clause)
    if (
        (planned and start + planned.start() < reach)
        or _ASKED.search(text, start, max(start, date[0]))
        or _ASKED_THAT.search(before)
        or (late and (_ASKED.search(clause) or (_PRESENT.search(clause) and not _PAST.search(clause))))
    ):
        return "planned"
    said = _SAID_THAT.match(clause)
    told = _REPORTED.search(before) or _HEARSAY.search(clause) or (said and start + said.end() <= date[0])
    return "reported" if told else "asserted"


def is_after(edtf: str, now: str) -> bool:
    """Say whether a date lies after another one, as far as both are known."""
    first = edtf.split("/", maxsplit=1)[0]
    length = min(len(first), len(now))
    return first[:4].isdigit() and now[:4].isdigit() and first[:length] > now[:length]
