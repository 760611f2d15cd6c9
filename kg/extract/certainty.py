"""How sure a text is of what it tells: asserted, reported (somebody says so), planned (it is to be), denied.

The verb that the date belongs to decides: its negation, then its mood (a modal, a wish, a request, a plan), then who
vouches for it (a verb of saying before the clause). A question and a condition tell of no happening at all.
"""

import re
from typing import Final

from kg.extract.event_words import finite_verb
from kg.model import Certainty

_DENIED: Final = re.compile(
    r"\bnever\b|\b(?:did|do|does|was|were|is|are|has|had|have|could)\s+not\b(?!.{0,80}\b(?:until|before|only)\b)"
    r"|n['’]t\b|\bdenie[sd]\b|\bhas\s+nothing\b|\bno\s+such\b|\bfailed\s+to\b",
    re.IGNORECASE | re.DOTALL,
)
_DENIES: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es|ed|ing)|not\s+true)\b[^;.]{0,100}?\bthat\s+\Z"
    r"|\bden(?:ies|ied|ying)\s\Z",
    re.IGNORECASE,
)
"""What comes before a clause that is said not to be so: "denied reports of 3 May that …"."""

_WANTS: Final = (
    r"(?:plan(?:s|ned)?|intend(?:s|ed)?|hope[sd]?|want(?:s|ed)?|wish(?:es|ed)?|expect(?:s|ed)|prepar(?:es|ed|ing)"
    r"|would\s+like|meant|about|scheduled|going)"
)
_PLANNED: Final = re.compile(
    rf"\b(?:is|are|was|were)\s+to\s+(?!blame\b)[a-z]|\b(?:will|shall|would)\s+(?!have\s(?!to\b))[a-z]|\b{_WANTS}\s+to\b"
    r"|\b(?:expect(?:s|ed)?|anticipate[sd]?)\b|\b(?:ready|due|supposed)\s+to\s(?!the\b|an?\b|his\b|her\b|its\b|their\b|your\b|our\b|my\b|have\b)|\b(?-i:may),?\s+(?!be\b)[a-z]|\bgoes\s+to\b|\blet\s+us\b"
    r"|\b(?:is|are)\s+(?:leaving|going|coming|arriving|returning|departing|visiting)\b"
    r"|\b(?:must|should|forthcoming|scheduled|planned)\b|(?<!['’]s\s)\bcoming\b(?!\s(?:on|to|from|in|at|this|here|back)\b)|\bhope[sd]?\s+that\b|\bdates?\s+for\b|\bconsider(?:s|ed|ing)?\s+[a-z]+ing\b|\bconsideration\s+to\b"
    r"|\b(?:is|are|was|were|been)\s+(?:ordered|required|obliged|instructed|asked|requested|urged|invited)\s+to\b"
    r"|\b(?:could|might)\s+(?:be\s+(?:made|held|given|sent|[a-z]+ed)|provide|[a-z]+\b(?=.{0,60}\b(?:before|by|until)\s))",
    re.IGNORECASE,
)
_ASKED: Final = re.compile(
    r"\b(?:charges?|instructs?|instructed|(?<!in\s)(?<!the\s)(?<!an\s)(?<!his\s)orders?|entrusts?|obliges?)\s[^;]{0,80}?\bto\b"
    r"|(?<!been\s)(?<!was\s)(?<!were\s)(?<!first\s)\b(?:recommends?|propose[sd]?|suggests?)\b|\b(?:ask|request|demand|urge)[a-z]{0,3}\s(?:\w+\s){0,2}?that\b",
    re.IGNORECASE,
)
"""It is asked for. On the day itself ("On 4 May he proposed …") the asking is what happened."""

_PLEASE: Final = re.compile(r"(?:Please|Kindly|Request|To\s[a-z]+|(?<=\)\s)to\s[a-z]+)\s")
"""A clause that asks: "Please instruct us", "Request Department send", an item of a decision: "To send by 4 May"."""

_DAY_FOR: Final = re.compile(
    r"\b(?:(?:invit|schedul|arrang|conven|promis|propos)e[sd]?|set|fix(?:es|ed)|planned|summon(?:s|ed)|called|appointed)"
    r"\s(?:[^;]{0,80}?\s)?for\s(?:the\s)?\Z"
    r"|\b(?:promis|agree|decid|resolv|undert|pledg|offer|arrang)[a-z]*\s(?:\w+\s){0,3}?to\s[^;]{0,80}?\b(?:by|before|until)\s(?:the\s)?\Z"
    r"|\bto\s+be\s+(?:held|made|given|sent|[a-z]+ed)\s(?:[\w’'-]+\s){0,6}\Z"
    r"|\bask(?:s|ed)?\s(?:\w+\s){0,2}?for\s[^;]*?\b(?:by|before)\s(?:the\s)?\Z"
    r"|\b(?:programme|program|preparations?|arrangements?)\sfor\s(?:the\s)?\Z|\bdue\s(?:(?:on|in|by|at)\s)?(?:the\s)?\Z"
    r"|\b(?:postpon|adjourn|defer|delay|put\s+off)[a-z]*\s(?:\w+\s){0,3}?(?:until|till|to)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What comes before the day that something is set for, or put off to."""

_SAYS: Final = (
    r"(?:said|says|say|saying|stating|claiming|declaring|adding|told|tells|claim(?:ed)?|reported|stated|added|recalled|noted|explained|explains|assert(?:ed|s)?"
    r"|alleges?|alleged|mentioned|declared|point(?:s|ed)\s+out|replied|answered|remarked|considers|believes?|believed"
    r"|informed|stressed|emphasi[sz]ed|cited|expressed|commented|think|thinks|heard|learned|learnt|argue[sd]?"
    r"|insist(?:s|ed)|maintain(?:s|ed)|indicate[sd]|disclosed|revealed|admitted|acknowledged|observed|confirmed"
    r"|announced|complained|warned|testified)"
)
_OR_NOUN: Final = r"(?:notes|reports|claims?|states|adds|recalls)"  # "an exchange of notes on …, which" tells nothing
_BY_WORDS: Final = (
    r"\baccording\s+to\b|\bin\s+(?:his|her|their)\s+(?:words|opinion|view)\b"
    r"|\b(?:reports?|rumou?rs?|claims?|news|word|information)\s(?:[^;.]{0,60}?\s)?that\s\Z"
)
_REPORTED: Final = re.compile(
    rf"\b{_SAYS}\b[^.;]{{0,160}}?(?:\bthat\b|:)|\b{_SAYS}\b[^.;,]{{0,60}},\s\Z|\b{_OR_NOUN}(?:\s+that\b|:)|{_BY_WORDS}"
    rf"|\b{_SAYS}(?:\s(?:me|us|him|her|them))?\s\Z",  # "said he had come"
    re.IGNORECASE,
)
_HEARSAY: Final = re.compile(
    r"\baccording\s+to\b|\bpurportedly\b|\ballegedly\b|\breportedly\b|\bsupposed(?:ly)?\b|\brumou?r(?:s|ed)\b"
    r"|\bin\s+(?:his|her|their)\s+(?:words|opinion|view)\b|\b(?:is|are|was|were)\s+said\s+to\b",
    re.IGNORECASE,
)
_AGREES: Final = re.compile(
    r"\b(?:promis|agree|decid|resolv|undert|pledg|offer|arrang|vot)[a-z]*\s(?:\w+\s){0,4}?to\s[a-z]"
)
_HONOUR: Final = re.compile(
    r"\b(?:I|[Ww]e)\s(?:have\sthe\shonou?r|beg|wish|am\sable)\sto\s(?:report|inform|state|say|add|note)\b"
)
"""What an author says of his own report."""
_HAD: Final = re.compile(r"had\s")
_WENT_BEFORE: Final = re.compile(
    rf"(?:\A|\n|[.!?”]\s)[^.\n]*?\b(?:{_SAYS}|asked|replied|denied|promised)\b[^.\n]*[.!?]?[”\"]?\s?\Z", re.IGNORECASE
)
"""A sentence before in which somebody speaks: in "He said that it rained. They had come on 3 May" he still does."""
_PRESENT: Final = re.compile(
    r"\b(?:is|are|leaves?|goes|go|begins?|opens?|comes?|arrives?|returns?|meets?|starts?|visits?)\b"
)
_PAST: Final = re.compile(r"\b(?:was|were|had|did|has|have|[a-z]+ed)\b")
_BEFORE: Final = 300
_PHRASE: Final = 24  # code points from an auxiliary in which what belongs to it begins: "was then expected to"
_AUXILIARY: Final = re.compile(r"(?:is|are|was|were|has|had|have|did|does|do|could)\b")
_SAID_THAT: Final = re.compile(rf"[^,;]{{0,60}}?\b(?:{_SAYS}|{_OR_NOUN})\s+that\b", re.IGNORECASE)
_ASKED_THAT: Final = re.compile(
    r"\b(?:recommend|propos|suggest|demand|request|ask|urg)[a-z]*\s[^;.]{0,80}?that\s+\Z"
    r"|\b(?:hope|wish|want|expect|plan|intend)[a-z]{0,4}\sthat\s+\Z",
    re.IGNORECASE,
)
_SUPPOSED: Final = re.compile(
    r"(?:if|whether|(?:today|now)\s(?:I|we)\s(?:can|may|must|want|would)|whatever|whoever|unless|suppos(?:e|ing)|in\scase|what\s+happened|they\s+date\s+from"
    r"|(?:even|only)\sif|should\s(?:the|he|she|they|it|we|you|there|an?)\s.*"
    r"|had\s(?:he|she|they|it|we|you|the\s(?!honou?r|pleasure|opportunity))\b.*)\b",
    re.IGNORECASE,
)
_STATE: Final = re.compile(
    r"(?:(?:will|would|may|might|could|should|has|had|have|not)\s)*(?:is|are|was|were|be|been)\s(?:also\s|now\s|still\s|then\s)?"
    r"(?:\d|(?:not|only|so|too|very|rather|more|less|as|no|under|much|quite|like"
    r"|full|high|low|great|good|bad|large|small|true|clear|well|such|about|over|nearly|almost|all|what)\b)",
    re.IGNORECASE,
)
"""A verb that tells how things were, and of nothing that happened: "was 47 per cent", "is so high"."""
_COUNTERFACT: Final = re.compile(r"\b(?:would|could|might)(?:\snot)?\shave\b", re.IGNORECASE)
_TOPIC: Final = re.compile(r"(?:as\s(?:to|for)|with\sregard\sto|regarding|concerning)\s[^,]*,\s", re.IGNORECASE)
"""What a sentence is going to speak of: "As to a meeting on 4 May, he said …"."""
_CONDITION: Final = re.compile(r"(?:\bif\b|\bunless\b|\A\W*Had\s|\A\W*Without\s)[^.]*\Z", re.IGNORECASE)


def tells(text: str, sentence: int, start: int, end: int, date: tuple[int, int]) -> bool:
    """Say whether a clause tells of a happening at all: no question, no condition, no "it would have been"."""
    clause = text[start:end]
    if _SUPPOSED.match(clause) or text[end : end + 2].lstrip('”"’ ')[:1] == "?":
        return False
    topic = _TOPIC.match(clause)
    if topic and date[0] < start + topic.end() and finite_verb(text, start, date[0]) < 0:
        return False
    return not (_COUNTERFACT.search(clause) and _CONDITION.search(text[sentence:start]))


def is_state(text: str, start: int, end: int) -> bool:
    """Say whether the first verb of a clause tells how things were, and of nothing that happened."""
    verb = finite_verb(text, start, end)
    return verb >= 0 and bool(_STATE.match(text, verb, end))


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
    clause, before = text[start:end], _HONOUR.sub("", text[max(sentence, start - _BEFORE) : start])
    if _DENIES.search(before) or ((denied := _DENIED.search(clause)) and start + denied.start() < reach):
        return "denied"
    if _is_planned(text, start, end, date, reach, before) or (
        late
        and (_ASKED.search(clause) or _AGREES.search(clause) or (_PRESENT.search(clause) and not _PAST.search(clause)))
    ):
        return "planned"
    said = _SAID_THAT.match(clause)
    told = (
        _REPORTED.search(before)
        or _HEARSAY.search(clause)
        or (said and start + said.end() <= date[0])
        or (_HAD.match(text, verb) and _WENT_BEFORE.search(text[max(0, sentence - _BEFORE) : sentence]))
    )
    return "reported" if told else "asserted"


def _is_planned(text: str, start: int, end: int, date: tuple[int, int], reach: int, before: str) -> bool:
    """Say whether the clause tells what somebody wants, asks for or has fixed a day for."""
    planned = _PLANNED.search(text[start:end])
    return bool(
        (planned and start + planned.start() < reach)
        or _ASKED.search(text, start, max(start, date[0]))
        or _DAY_FOR.search(text[start : max(start, date[0])])
        or _PLEASE.match(text, start, end)
        or _ASKED_THAT.search(before)
    )


def is_after(edtf: str, now: str) -> bool:
    """Say whether a date lies after another one, as far as both are known."""
    first = edtf.split("/", maxsplit=1)[0]
    length = min(len(first), len(now))
    return first[:4].isdigit() and now[:4].isdigit() and first[:length] > now[:length]
