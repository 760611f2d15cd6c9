"""References to newspapers, with or without an article: in italics, behind a title, or of a known name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from kg.extract.chicago import creators
from kg.extract.references import ITALIC, QUOTED, YEAR, Name, Parts, folded, pages_after, title_in
from kg.read.alternatives import alternatives
from kg.read.calendar import edtf, readings

_LINK: Final = re.compile(
    r"[”“\"»]?(?:\s\((?P<place>[A-Z][^()\d]{2,40})\))?(?:,?\s(?:[Nn]o\.|[Nn]r\.?|№)\s?\d{1,5}(?=,))?"
    r"(?:[,.:]?\s+(?:(?:of|(?<=\*\s)on|vom|du|del|de|z|ze dne|z dnia|from|от|ot)\s+)?"
    rf"(?:(?P<year>{YEAR})[.,]\s+(?=\d))?)"
)
_LONGEST_DATE: Final = 40
_NAME: Final = re.compile(r"[^\W\d_a-z][\w’'-]*(?:\s[\w’'-]+){0,5}")
_BETWEEN: Final = re.compile(r",?\s+(?:in:?\s+(?:the\s+)?|//\s+)?(?=[*“\"«„]|[^\W\d_a-z])|\s+//\s+")
_KNOWN: Final = (
    *("Pravda", "Izvestia", "Izvestiia", "Izvestiya", "Izvestija", "Krasnaia zvezda", "Trud", "Literaturnaia gazeta"),
    *(
        "Правда",
        "Известия",
        "Труд",
        "Népszava",
        "Rudé právo",
        "Trybuna Ludu",
        "Życie Warszawy",
        "Népszabadság",
        "Szabad Nép",
    ),
    *("Magyar Nemzet", "Scânteia", "Scînteia", "Scinteia", "Rabotnichesko delo", "Borba", "Politika"),
    *("Zëri i Popullit", "Zëri i popullit", "Renmin Ribao", "Renmin ribao", "People's Daily", "Rodong Sinmun"),
    *("Neues Deutschland", "Berliner Zeitung", "Frankfurter Allgemeine Zeitung", "Frankfurter Rundschau"),
    *("Süddeutsche Zeitung", "Neue Zürcher Zeitung", "Le Monde", "Le Figaro", "L'Humanité", "L'Unità"),
    *("Corriere della Sera", "The Guardian", "The Observer", "The Economist"),
    *(
        f"{the}{city} {paper}"
        for the in ("", "The ")
        for city in ("New York", "Washington", "Daily", "Sunday", "Financial", "Irish")
        for paper in ("Times", "Post", "Telegraph", "Mail", "Worker", "Herald")
    ),
    "The Times",
)
_WORDS: Final = (
    *("Times", "Post", "Guardian", "Telegraph", "Herald", "Tribune", "Gazette", "Chronicle", "Courier", "Examiner"),
    *("Mirror", "Express", "Worker", "Zeitung", "Rundschau", "Tageblatt", "Nachrichten", "Spiegel", "Tagesspiegel"),
    *(
        "Zeit",
        "Welt",
        "gazeta",
        "Gazeta",
        "pravda",
        "правда",
        "газета",
        "звезда",
        "zvezda",
        "Népszava",
        "Hírlap",
        "noviny",
    ),
    *("Noviny", "Kurier", "Dziennik", "Stampa"),
)
_FAMOUS: Final = re.compile(rf"(?:{alternatives(_KNOWN, ' ')})(?=[”“\"»*]?[,.:( ])")
_TELLING: Final = re.compile(  # "Saturday Evening Post": a set first, so that most places are passed over at once
    rf"[A-ZÉÖŻА-Я](?<!\w.)\w*\s(?:[\w’'-]+\s)?(?:{alternatives(_WORDS)})(?=[”“\"»*]?[,.:( ])"
)


@dataclass(frozen=True, slots=True)
class _Issue:
    """An issue of a newspaper in the text: its day in EDTF, the place behind the name, the pages, and where it ends."""

    end: int
    issued: str
    place: str
    pages: str


def _issue(flat: str, at: int) -> _Issue | None:
    """Read the day of an issue behind the name of a newspaper that ends at `at`; the year may be missing."""
    link = _LINK.match(flat, at)
    found = readings(flat[link.end() : link.end() + _LONGEST_DATE]) if link else []
    if not link or not found or found[0].start or found[0].high or not found[0].low.day:
        return None
    day = edtf(found[0])
    if link["year"]:
        day = day.replace("XXXX", link["year"])
    end, pages = pages_after(flat, link.end() + found[0].end)
    return _Issue(end, day, link["place"] or "", pages)


def newspapers(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read newspapers that a title, italics or fame show: “Article,” *Paper*, 3 June 1963, p. 2; Pravda of 3 June."""
    for quoted in QUOTED.finditer(flat):
        gap = _BETWEEN.match(flat, quoted.end())
        named = _paper(flat, gap.end()) if gap else None
        issue = _issue(flat, named[1]) if named else None
        if named and issue and (named[2] or (issue.pages and issue.issued[0] != "X")):
            start, names = creators(flat, limits, quoted.start())
            yield _parts("works/newspaper", start, named[0], issue, title_in(quoted), names)
    for italic in ITALIC.finditer(flat):
        issue = _issue(flat, italic.end())
        if issue and issue.issued[0] != "X":
            yield _parts("works/newspaper", italic.start(), title_in(italic), issue)
    for paper in chain(_FAMOUS.finditer(flat), _TELLING.finditer(flat)):
        issue = None if flat[paper.start() - 1 : paper.start()].isalnum() else _issue(flat, paper.end())
        if issue:
            yield _parts("works/newspaper-known", paper.start(), paper.group(), issue)


def _paper(flat: str, at: int) -> tuple[str, int, bool] | None:
    """Return the name of the newspaper behind a title, where it ends, and whether marks or fame show that it is one."""
    if marked := ITALIC.match(flat, at) or QUOTED.match(flat, at):
        return title_in(marked), marked.end(), True
    if known := _FAMOUS.match(flat, at) or _TELLING.match(flat, at):
        return known.group(), known.end(), True
    named = _NAME.match(flat, at)
    return (named.group(), named.end(), False) if named else None


def _parts(rule: str, start: int, paper: str, issue: _Issue, title: str = "", names: tuple[Name, ...] = ()) -> Parts:
    return Parts(
        start=start,
        end=issue.end,
        rule=rule,
        type="article-newspaper",
        title=title,
        names=names,
        container=paper,
        place=issue.place,
        issued=issue.issued,
        pages=issue.pages,
    )


_URL: Final = re.compile(r"https?://[^\s,;)>]+[^\s.,;)>\]]")
_VISIT: Final = re.compile(
    r"[,.]?\s*[(\[]?(?:last\s)?(?:accessed|consulted|visited|retrieved|abgerufen|consulté)[^.;)\]]{3,40}[)\]]?"
)
_AT: Final = re.compile(r",?\s*(?:[Aa]vailable\s)?(?:online\s)?(?:at:?\s+|in:?\s+|<|\[)?$")
_SITE: Final = re.compile(r"\s*(?:in:?\s+)?\*?(?P<site>[^\W\d_][^,;*]{2,80}?)\*?(?:,|$)")

_LONGEST_SITE: Final = 300


def online(flat: str, start: int, end: int) -> Iterator[Parts]:
    """Read, in a note, “Title,” Site, 3 May 2001, https://… (accessed 4 June 2002); the date of a visit is no date."""
    for url in _URL.finditer(flat, start, end):
        titles = list(QUOTED.finditer(flat, max(start, url.start() - _LONGEST_SITE), url.start()))
        between = _AT.sub("", flat[titles[-1].end() : url.start()]) if titles else ";"
        if ";" in between or re.search(r"\w{3}\.\s+[A-Z]", between):
            continue
        site, dated = _SITE.match(between), next((r for r in readings(between) if r.low.year), None)
        visit = _VISIT.match(flat, url.end())
        first, names = creators(flat, [start, end], titles[-1].start())
        yield Parts(
            start=first,
            end=visit.end() if visit else url.end(),
            rule="works/online",
            type="manuscript",
            title=title_in(titles[-1]),
            names=names,
            container=folded(site["site"]) if site and not (dated and dated.start < site.end("site")) else "",
            issued=edtf(dated) if dated else "",
        )
