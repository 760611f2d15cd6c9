"""One reference of a bibliography, whatever its style: who made the work, what it is called, when it appeared.

A reference here stands by itself (a line of a list of literature). The styles differ in the order of the parts and in
the marks between them; the reading goes by the list of names at the head, the year, and the marks of a title.
"""

import re
from dataclasses import dataclass
from typing import Final

from kg.extract.names import LETTER, LOWER, UPPER
from kg.extract.references import Name
from kg.model import CreatorRole

_PARTICLE: Final = (
    r"(?:de la|de los|de|del|della|di|da|dos|do|du|des|den|der|van der|van den|van de|van|von der|von|zu|ter|ten"
    r"|la|le|el|al|bin|ben|d['’]|O['’])"
)
_CAP: Final = (
    rf"(?:(?:Mc|Mac|O['’]|D['’]|L['’]|De|Di|Du|La|Le|Van|Fitz)?"
    rf"{UPPER}(?:{LOWER}|['’´`↵](?={LETTER})){{1,20}}(?:{UPPER}{LOWER}{{1,12}})?|{UPPER}{{2,20}}(?![\w.]))"
)
_SURNAME: Final = rf"(?:{_PARTICLE}\s?)?{_CAP}(?:[-‐– ]{{1,2}}(?:{_PARTICLE} )?{_CAP}|-{LOWER}{{2,12}}){{0,2}}"
_DOT: Final = rf"(?:(?:{UPPER}{LOWER}?|Yu|Ch|Th|Ph|St)\.)"
_INITIALS: Final = rf"{_DOT}(?:[-\s]{{0,2}}{_DOT}){{0,4}}(?:-{LOWER}\.)?"
_BARE: Final = rf"{UPPER}{{1,3}}(?:-{UPPER})?(?!\w|\.\s?{LOWER})"
_JUNIOR: Final = r"(?:,?\s(?:Jr\.?|Sr\.?|II|III))?"
_GIVEN: Final = rf"{_CAP}(?:[-\s]{{1,2}}{_CAP}|\s{UPPER}\.?(?!\w)){{0,3}}"
_CYRILLIC: Final = r"[А-ЯЁ][а-яё]{1,20}(?:-[А-ЯЁ][а-яё]{1,20})?\s[А-ЯЁ]\.\s?[А-ЯЁ]\."  # Russian lists (GOST 7.1)
_ONE: Final = (
    rf"(?:{_CYRILLIC}|{_SURNAME},\s{{0,2}}{_INITIALS}(?:\s{_PARTICLE}(?!\w))?{_JUNIOR}"  # Petrov, A. B.
    rf"|{_INITIALS}\s?{_SURNAME}{_JUNIOR}"  # A. B. Petrov
    rf"|{_CAP}(?:-{_CAP})?(?:\s{_DOT}){{1,3}}\s?(?:{_PARTICLE}\s)?{_CAP}(?:-{_CAP})?{_JUNIOR}"  # Anna B. Petrov
    rf"|{_SURNAME}\s{{1,2}}{_INITIALS}(?!\s?{_CAP})"  # Petrov A.B.
    rf"|{_SURNAME}\s{_BARE}(?=\s*[,.;:(]|\sand|\set|\s\d)"  # Petrov AB
    rf"|{_CAP}(?:-\w+)?(?:\s{UPPER}(?!\w)|\s{_CAP}){{0,2}}\s(?:{_PARTICLE}\s)?{_CAP}(?:-\w+)?{_JUNIOR})"  # Anna Petrov
)
_INVERTED: Final = rf"(?:{_SURNAME},\s{_GIVEN}(?:\s{_PARTICLE}(?!\w))?{_JUNIOR})"  # Petrov, Anna B.
_AND: Final = r"(?:[,;]?\s*&\s*|[,;]?\s+(?:and|And|und|et|y|e|i|u|en)\s+)"
_INVERTED_NAME: Final = re.compile(_INVERTED)
_ONE_NAME: Final = re.compile(_ONE)
_SURNAME_ALONE: Final = re.compile(_SURNAME)
_LAST: Final = re.compile(_AND)
_NEXT: Final = re.compile(r"\s*(?P<mark>[;,])\s*")
_MOST: Final = 40
_ALSO: Final = re.compile(r",?\s*(?:&\s*)?(?:et\.? al\.?|and others|et coll\.?|\.\.\.|…)[.,:]?")
_NUMBERED: Final = re.compile(r"\s*(?:\[\w{1,8}\]|\(\d{1,3}\)|\d{1,3}\.(?=\s)|[•–—-]\s)?\s*(?:[—–_-]{2,8}\.?,?)?\s*")
_YEAR: Final = re.compile(r"(?<![\d–-])(?P<y>1[4-9]\d\d|20[0-4]\d)(?:[a-z](?!\w))?(?![\d]|[-–]\d{3,})")
_HEAD_YEAR: Final = re.compile(  # the year behind the names, mostly in brackets
    r"[,.:]?\s*[(\[]?\s*(?:c\.|ca\.|cop\.|[A-Z][a-z]+,?\s)?(?P<y>1[4-9]\d\d|20[0-4]\d)[a-z]?"
    r"(?:[-–/]\d{2,4})?(?:,\s[^()]{1,20})?\s*[)\]]?(?!\d)\s*[.,:;]?\s*"
)
_EDITOR: Final = r"(?:[Ee]ds?\b|[Hh]rsg|Hg\b|[Ee]ditors?\b|[Cc]oords?\b|[Dd]irs?\b|[Oo]rgs?\b|[Cc]omps?\b)"
_ROLE: Final = re.compile(rf"[,.]?\s*[(\[]?\s*(?:gen\.\s)?{_EDITOR}\.?\s*[)\]]?\s*[.,:]?\s*")
_QUOTES: Final = re.compile(
    r"\s*(?:“(?P<a>[^”]{3,400})”|\"(?P<b>[^\"]{3,400})\"|«\s?(?P<c>[^»]{3,400}?)\s?»"
    r"|[‘'](?P<d>[^’']{0,3}(?:[^’']|['’](?=\w)){3,300})['’](?!\w)"
    r"|``(?P<e>.{3,300}?)(?:''|”|\")|„(?P<f>[^“”]{3,300})[“”])"
)
_SENTENCE: Final = (
    r"(?<!\bvs)(?<!\bVol)(?<!\bNo)(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\b[A-Z])[.]['\"”]?\s+"
    r"(?=[^\W\da-z]|[“\"\[(«\d*<]|(?:in|dans|pp?|vol)\b)"
)
_TITLE_END: Final = re.compile(
    rf"{_SENTENCE}|[?!]\s+(?=[^\W\da-z])"
    r"|\s(?=[(\[](?:[^()]{2,50}:|Eds?\b|\d{4}|Doctoral|Ph|Master|Un|pp\.|[Vv]ol|\d\w* ed))"
    r"|\.?\s+[Ii]n:\s|\.\s*$|,?\s+(?=https?:)"
)
_SUBTITLE: Final = re.compile(
    r"(?!In[\s:]|Ed|ed|Trans|Vol|Proc|Tech|Ph|Dans|Unpubl|Paper|J\.|Journal|http)"
    r"[^\W\da-z][^.:,()\d“”\"]{8,120}\.\s+(?=[^.:]{2,60}:\s)"
)
_SHORT_TITLE: Final = 45
_COMMA_END: Final = re.compile(
    r",\s+(?=(?:in|In|dans|Proc|Proceedings|J\.|Journal|Ann|Trans"
    r"|vol|Vol|ed\.|Tech|Technical|Ph\.?D|Master|pp?\.|PhD)\b"
    r"|[“*]|[A-Z][\w.&’' ]{2,60}(?:,|\.|:|\s\(|\s\d)|\d)"
    r"|\s(?=\((?:[^()]{2,60}[:,]\s*)?[^()]{0,60}\d{4}\))|\.\s+(?=[^\W\da-z]|[“\"(\[])|\.\s*$|\.?\s+[Ii]n:\s"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference says; offsets of names are those of the text it was read from."""

    names: tuple[Name, ...]
    title: str
    year: str
    rest: int  # where what follows the title begins


def read_reference(text: str) -> Reference:
    """Read one reference that makes up the whole text."""
    numbered = _NUMBERED.match(text)
    start = numbered.end() if numbered else 0
    names, after = _authors(text, start)
    year = ""
    first_year = _HEAD_YEAR.match(text, after)
    if first_year:
        year, after = first_year["y"], first_year.end()
    style_comma = text[:after].rstrip()[-1:] in ",:" and not first_year
    title, rest = _title(text, after, comma=style_comma)
    if not year:
        years = [m["y"] for m in _YEAR.finditer(_undated(text), rest)] or [m["y"] for m in _YEAR.finditer(text, start)]
        year = years[0] if len(years) == 1 else _best_year(text, rest) or (years[-1] if years else "")
    editors = _editors(text, rest, names)
    return Reference(names + editors, title, year, rest)


def _undated(text: str) -> str:
    """Blank out pages and dates of access, whose numbers are no years of publication."""
    return re.sub(
        r"(?i)(?:pp?\.|pages?|accessed|retrieved|consult[ée])[^.;)]{0,40}|\d{4}[-–—]\d{4}",
        lambda m: " " * len(m[0]),
        text,
    )


def _best_year(text: str, rest: int) -> str:
    bracketed = re.findall(r"\((?:[^()]*\b)?(1[4-9]\d\d|20[0-4]\d)[a-z]?\)", text[rest:])
    return bracketed[0] if bracketed else ""


_MARK: Final = re.compile(r"\s*[.,:;]+\s*")


def _authors(text: str, start: int) -> tuple[tuple[Name, ...], int]:
    """Return the names at the head and where what follows them begins."""
    ends = _list_ends(text, start)
    if not ends:
        return (), start
    end = ends[-1]
    names = _split(text, start, end)
    also = _ALSO.match(text, end)
    end = also.end() if also else end
    role = _ROLE.match(text, end)
    if role:
        end = role.end()
    elif not also:
        names, end = _drop_title(text, names, end)
    mark = None if _HEAD_YEAR.match(text, end) else _MARK.match(text, end)
    kind: CreatorRole = "editor" if role else "author"
    return tuple(Name(kind, s, e) for s, e in names), mark.end() if mark else end


_HAS_INITIAL: Final = re.compile(rf"(?<!{LETTER}){UPPER}{LOWER}?\.|\s{UPPER}{{1,3}}$")


def _list_ends(text: str, start: int) -> list[int]:
    """Return where the names of a list end: behind a comma none is inverted, and "and" stands before the last alone."""
    match = _INVERTED_NAME.match(text, start) or _ONE_NAME.match(text, start)
    ends: list[int] = []
    while match and len(ends) <= _MOST:
        ends.append(match.end())
        mark = _NEXT.match(text, ends[-1])
        inverted = _INVERTED_NAME.match(text, mark.end()) if mark and mark["mark"] == ";" else None
        match = inverted or (_ONE_NAME.match(text, mark.end()) if mark else None)
    last = _LAST.match(text, ends[-1]) if ends else None
    if last and (match := _INVERTED_NAME.match(text, last.end()) or _ONE_NAME.match(text, last.end())):
        ends.append(match.end())
    return ends


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the names of a list; in one joined by commas only the first may be inverted with a full given name."""
    names: list[tuple[int, int]] = []
    position, joined = start, ""
    while match := _member(text, position, end, joined):
        names.append(match.span())
        join = _LAST.match(text, match.end(), end) or _NEXT.match(text, match.end(), end)
        if not join:
            break
        position, joined = join.end(), join.group().strip()
    return names


def _member(text: str, position: int, end: int, joined: str) -> re.Match[str] | None:
    """Match one name of a list, which `joined` joins to the one before; a surname may stand alone."""
    match = _INVERTED_NAME.match(text, position, end)
    if match and joined == ",":
        return _ONE_NAME.match(text, position, end) or match
    return match or _ONE_NAME.match(text, position, end) or _SURNAME_ALONE.match(text, position, end)


_TITLE_WORD: Final = re.compile(r"(?:The|A|An|In|On|Of|For|From|To|With|La|Le|Les|Der|Die|Das|El|Los|Il)\s")


def _drop_title(text: str, names: list[tuple[int, int]], end: int) -> tuple[list[tuple[int, int]], int]:
    """Take back a last "name" that is rather the beginning of the title ("A. Petrov, Paradise Lost, …")."""
    if len(names) < 2:
        return names, end
    before, last = text[names[-2][1] : names[-1][0]], text[names[-1][0] : names[-1][1]]
    closed = re.match(r"\s*(?:[.,]?\s*\(?\d{4}|[.,:]?\s*[“\"«‘`]|\.\s)", text[end:])
    initials = _HAS_INITIAL.search(text[names[0][0] : names[0][1]])
    if _TITLE_WORD.match(last) or (
        before.strip() == "," and not _HAS_INITIAL.search(last) and (initials or not closed)
    ):
        return names[:-1], names[-2][1]
    return names, end


def _title(text: str, start: int, *, comma: bool) -> tuple[str, int]:
    quoted = _QUOTES.match(text, start)
    if quoted:
        words = next(g for g in quoted.groups() if g)
        return words.strip(" ,."), quoted.end()
    end = (_COMMA_END if comma else _TITLE_END).search(text, start + 3)
    stop = end.start() if end else len(text)
    title = text[start:stop].strip(" ,.*_|")
    if re.match(r"[^.]{2,40}\.?,?\s\d", text[start:]) and re.match(r"\d|$", title):
        title = re.split(r"[,.]?\s\d", text[start:])[0]
    # a second sentence before "Place: Publisher" is the subtitle
    more = _SUBTITLE.match(text, end.end()) if end and not comma and len(title) < _SHORT_TITLE else None
    if more:
        return text[start : more.end()].strip(" ,.*_|"), more.end()
    return title, end.end() if end else len(text)


_EDITED_BY: Final = re.compile(r"\b(?:[Ee]dited\sby|[Ee]ds?\.(?:\sby)?|[Hh]rsg\.(?:\svon)?|ed\.\s(?:de|by)|éd\.)\s")
_IN: Final = re.compile(r"(?:\b[Ii]n:?\s+|\bDans\s+|\(|[.”\"]\s)(?!In\s)")
_ARE_EDITORS: Final = re.compile(rf",?\s*(?:et al\.?)?,?\s*[(\[]?(?:gen\.\s)?{_EDITOR}")


def _editors(text: str, start: int, known: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return those that "in A. Editor, ed." or "edited by A. Editor" names, from `start` on, behind the known names."""
    first = max([max(0, start - 2), *(name.end for name in known)])
    for lead in _IN.finditer(text, first):
        for end in reversed(_list_ends(text, lead.end())):
            if _ARE_EDITORS.match(text, end):
                return _as_editors(text, lead.end(), end)
    for lead in _EDITED_BY.finditer(text, first):
        if ends := _list_ends(text, lead.end()):
            return _as_editors(text, lead.end(), ends[-1])
    return ()


def _as_editors(text: str, start: int, end: int) -> tuple[Name, ...]:
    return tuple(Name("editor", *span) for span in _split(text, start, end))
