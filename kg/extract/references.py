"""The parts of a reference to a published work: names of creators, titles, publication details, pages.

Everything is read from a copy of the text in which line breaks are blanks, so offsets stay those of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.names import INITIALS_NAME, NAME, UPPER, WORD
from kg.model import CreatorRole

PERSON: Final = rf"(?:{INITIALS_NAME}|{NAME})"
_AND: Final = r"(?:,?\s+(?:and|und|et|i|és|y|e|a|и)\s+|\s*&\s*)"
_ET_AL: Final = r"(?:,?\s+et\s+al\.?|,?\s+and\s+others)?"
_EDITOR: Final = (
    r"(?:eds?|éds?|editors?|comps?|compilers?|red|Hrsg|Hgg?|hrsg|[Bb]earb|a cura di|szerk"
    r"|oprac|opr|uspoř|zost|съст|sast|otv\.?\s+red|ред|сост|sost|dir)"
)
_ROLE: Final = re.compile(rf",?\s+\(?{_EDITOR}\b\.?\)?")
_JOIN: Final = re.compile(rf"(?P<last>{_AND})|(?P<slash>/)|,\s+")
_MORE: Final = re.compile(_ET_AL)
_TITLE_NEXT: Final = re.compile(r",\s+(?:\*|$)")
_MOST_NAMES: Final = 10
PAGES: Final = (
    r"(?:,?\s+(?:[Vv]ols?\.|t\.|Bd\.)\s?(?:\d{1,3}|[IVXLC]{1,7})(?=,))?(?:,\s+ch(?:ap)?\.\s\d+(?=,\sp))?"
    r"(?:[,.;]?\s+(?:(?:[Dd]oc(?:ument|s)?|[Dd]ok|[Дд]ок)\.?\s?(?:(?:[Nn]os?|[Nn]r|č)\.\s?)?|[Nn]os?\.\s)(?P<document>\d{1,4})(?!\w))?"
    r"(?:(?:(?:,|\.|:)?\s*(?:(?:here|esp\.|especially|at)\s+)?"
    r"(?:pp?\.|pages?|[SsсС]\.|str\.|стр\.|o\.)\s*|\s*[:,]\s*(?=\d|[A-F]\d{1,2}(?![\w/.-]))"
    r"|[.,]?\s+(?=\d{1,5}(?:[-–]\d{1,5})?\.\s?o\.)|[:,]?\s+(?:esp\.\s|especially\s)?(?P<chapter>(?:[Cc]hap(?:ter)?s?|[Cc]hs?|Kap(?:itel)?|rozdz|гл)\.?\s))"
    r"(?P<pages>(?:[ivxlc]{1,6},\s)?[A-Z]?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?(?:,\s?\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)*)(?:ff?\.|n\.?\d*)?)?"
)
YEAR: Final = r"(?:1[5-9]\d\d|20[0-4]\d)"
IMPRINT: Final = re.compile(
    rf"\((?:(?:\d\w* edn?\.?|rev\. edn?\.?|\d+\. Aufl\.),?\s+)?"
    rf"(?:(?P<place>[^\W\d_][^():;“”\"]{{1,60}}?):\s*(?P<publisher>[^():“”\"]{{2,90}}?),\s*"
    rf"|(?P<where>[^\W\d_][^():;“”\"\d]{{1,60}}?),\s*)(?P<year>{YEAR})(?:[-–]\d{{2,4}})?\)"
)
"""What stands in brackets after a title: (Place: Publisher, Year) or (Place, Year)."""


QUOTE: Final = (
    r"(?:[“\"«„]\s?(?P<title>(?:[^“”\"«»„]|(?<=\s)[“\"](?=\w)[^“”\"]{1,80}[”\"]){3,300}?)[,.]?\s?[”\"»“](?!\w)"
    r"|‘(?P<inner>(?:[^‘’]|’(?=\w)|(?<=s)’(?=\s\w)|‘[^‘’]{1,80}’){3,250}?)[,.]?’(?!\w))"
)
"""A title in quotation marks of any country."""
_MEANS: Final = (
    r"(?:\[(?P<means>[“\"*‘]?[^\Wa-z\d_][^\[\]]{2,200})\]"
    r"|\((?P<meant>[“\"*‘]?[A-Z](?=[^()]{0,60}\b(?:[Tt]he|of|and|for|in|on|to|from|with|against|between)\b)[^()\d:]{3,200})\))"
)
TRANSLATED: Final = rf"(?:,?\s{_MEANS})?"
"""What a title means, behind it in square brackets or, in English words, in round ones."""
QUOTED: Final = re.compile(rf"(?<!\w){QUOTE}{TRANSLATED},?")
ITALIC: Final = re.compile(rf"\*(?P<title>[^*]{{2,250}})\*{TRANSLATED}")
"""A title in italics."""


@dataclass(frozen=True, slots=True)
class Name:
    """The name of somebody who made a work, by its offsets."""

    role: CreatorRole
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of a reference, by offsets and words, before it is told apart from others."""

    start: int
    end: int
    rule: str
    type: str
    title: str = ""
    names: tuple[Name, ...] = ()
    container: str = ""
    publisher: tuple[int, int] | None = None
    place: str = ""
    issued: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""


IDEM: Final = re.compile(
    r"(?:[Ii]dem|[Ee]adem|[Ii]id\.|Id\.(?=,)|[Dd]ers(?:elbe|\.)|[Dd]ies(?:elbe|\.)|[Uu]ő\.?|[Tt]enże|[Tt]aż"
    r"|[Тт]от же|[Оо]н же|[Oo]n zhe|[Tt]ýž|[Ll]o stesso)(?!\w)"
)
"""The author of the work before."""
_PERSON: Final = re.compile(rf"{UPPER}{{3,20}},?\s(?:{WORD}|(?:{UPPER}\.\s?){{1,3}})|{PERSON}")
_FIRST: Final = re.compile(rf"(?<!\w)(?:{IDEM.pattern}|{PERSON})")
_WITHIN: Final = re.compile(r"\b(?:of|for)\s+$")  # "Department of State, *Title*": no name begins here
_SHORT: Final = 8
_PAGES: Final = re.compile(PAGES)


def names_in(text: str, start: int, end: int, role: CreatorRole) -> tuple[Name, ...]:
    """Return the names in a stretch that holds nothing but names and what joins them."""
    return tuple(Name(role, m.start(), m.end()) for m in _PERSON.finditer(text, start, end) if m.group() != "al")


def creators_at(text: str, at: int, stop: int) -> Iterator[tuple[int, tuple[Name, ...]]]:
    """Yield the lists of names that may begin at `at`, the longest first, with where each ends ("ed." included).

    The last two are joined by "and" or a stroke, or a mark of editors follows, or full names and a title in italics.
    """
    names: list[re.Match[str]] = []
    joins: list[re.Match[str]] = []
    match = IDEM.match(text, at, stop) or _PERSON.match(text, at, stop)
    while match and len(names) < _MOST_NAMES:
        names.append(match)
        join = _JOIN.match(text, match.end(), stop)
        if not join or (joins and joins[-1]["last"]):
            break
        joins.append(join)
        match = _PERSON.match(text, join.end(), stop)
    for count in range(len(names), 0, -1):
        end = names[count - 1].end()
        role = _ROLE.match(text, end, stop)
        joined = count == 1 or joins[count - 2]["last"] or joins[count - 2]["slash"] or role
        joined = joined or all("." in name.group() for name in names[:count])  # initials: no words of a title
        if joined or (_TITLE_NEXT.match(text, end, stop) and all(" " in name.group() for name in names[:count])):
            kind: CreatorRole = "editor" if role else "author"
            if not role and (more := _MORE.match(text, end, stop)):
                end = more.end()
            yield (role.end() if role else end), tuple(Name(kind, n.start(), n.end()) for n in names[:count])


def creators_before(text: str, start: int, end: int) -> tuple[int, tuple[Name, ...]] | None:
    """Return the beginning, from `start` on, of the names that end at `end` (with "ed." or a comma), and the names."""
    for first in _FIRST.finditer(text, start, end):
        if _WITHIN.search(text, max(start, first.start() - _SHORT), first.start()):
            continue
        for stop, names in creators_at(text, first.start(), end):
            if not text[stop:end].strip(" ,:"):
                return first.start(), names
    return None


def pages_after(text: str, end: int) -> tuple[int, str]:
    """Return the end of the pages that follow at `end`, and the pages without blanks; `(end, "")` where none do.

    A chapter keeps its word ("chapter 5"); the number of a document stands in where no page is given.
    """
    match = _PAGES.match(text, end)
    if not match or not match.group():
        return end, ""
    if not match["pages"]:
        return match.end(), match["document"] or ""
    pages = re.sub(r"\s", "", match["pages"]).replace("–", "-").replace("—", "-")
    return match.end("pages"), (match["chapter"] or "") + pages


def title_in(marked: re.Match[str]) -> str:
    """Return the title of a match of `QUOTED` or `ITALIC`, with what it means in its brackets."""
    title = folded(marked["title"] or marked.groupdict().get("inner") or "")
    if marked["means"]:
        return f"{title} [{folded(marked['means'])}]"
    return f"{title} ({folded(marked['meant'])})" if marked["meant"] else title


_WITH_MEANING: Final = re.compile(rf"(?P<title>[^\[\]]{{3,}}?),?\s{_MEANS}\.?")
_ENGLISH: Final = re.compile(r"\b(?:the|of|and|for|from|with|against|between)\b", re.IGNORECASE)


def title_and_meaning(words: str) -> tuple[str, str]:
    """Split "Pristan' [The Pier]" and "Pristan' (At the Pier)"; an English title is not explained in round brackets."""
    match = _WITH_MEANING.fullmatch(words)
    if not match or (match["meant"] and _ENGLISH.search(match["title"])):
        return words, ""
    return match["title"].rstrip("*"), folded(match["means"] or match["meant"]).strip('“”"‘’ ,')


def folded(words: str) -> str:
    """Return the words of a title without asterisks, line breaks and closing comma."""
    return " ".join(words.replace("*", "").split()).rstrip(" ,")
