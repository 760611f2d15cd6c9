"""References in notes that no imprint in brackets marks: the manners of other disciplines and countries.

"A. Author, ‘Title’ (1990) 5 Journal 12", "Author, Titel, Zeitschrift 5 (1990) 12 ff.", "Author, Titel, Berlin 1990,
S. 12", "Petrov A. B. Nazvanie. M., 1990. S. 12", "Author 1990, S. 12". Read only inside numbered notes, where one
expects them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from kg.extract.chapters import chapter
from kg.extract.kinds import THESIS
from kg.extract.names import LOWER, UPPER, WORD
from kg.extract.references import PERSON, QUOTE, YEAR, Name, Parts, creators_at, names_in
from kg.read.calendar import readings
from kg.read.date_forms import MONTH

_ONE_PAGE: Final = r"[\divxlc]{1,6}(?:\s?[-–—]\s?\d{1,5})?(?:\s?ff?\.?|\s?f\.)?(?:\s?\(\d{1,4}\s?(?:ff?\.?)?\)?)?"
NOTE_PAGES: Final = (
    r"(?:,?\s*(?:at\s+|esp\.?\s+|especially\s+|insbesondere\s+|insb\.\s+)?"
    r"(?:pp?\.|[Dd]o[ck]\.(?:\sNr\.)?|[SsСс]\.|str\.|o\.|para\.?|ch\.|Chapter|Kap\.|n\.|Rz\.)?\s*"
    rf"(?P<pages>{_ONE_PAGE}(?:(?:,| und| and| at|;)\s{_ONE_PAGE}(?!\w))*)(?!\w))?"
)
_SURNAME: Final = rf"(?:(?:{UPPER}\.\s?){{0,3}}(?:(?:Le|La|De|Du|Van|von|de|van|Mc)\s?)?{WORD})"
SURNAMES: Final = (
    rf"(?P<short>{_SURNAME}(?:\s?/\s?{_SURNAME}){{0,4}}"
    rf"(?:,?\s(?:and|und|et|&|i|és)\s{_SURNAME})?(?:\set\sal\.)?)"
)
NO_MONTH: Final = rf"(?!(?:{MONTH}|Spring|Summer|Autumn|Winter|Act)\b)"
_CITY: Final = (
    r"(?:Berlin(?:\s\(Ost\))?|Bonn|München|Frankfurt(?:\s?/\s?M(?:ain|\.)?|\sa\.\s?M\.|\sam\sMain)?|Köln"
    r"|Stuttgart|Hamburg|Leipzig|Wien|Zürich|Opladen|Düsseldorf|Göttingen|Paderborn|Tübingen|Baden-Baden|Paris"
    r"|Bruxelles|Genève|Roma|Milano|Torino|Bologna"
    r"|Madrid|Budapest|Bp\.|Praha|Brno|Bratislava|Warszawa|Kraków|Wrocław|București|Sofia|София|Beograd|Zagreb"
    r"|Ljubljana|Moskva|Moscow|Москва|Kyiv|Kiev|Киев|Minsk|Минск|London|New York|Washington|Cambridge|Oxford|Tirana)"
)
_PUBLISHER: Final = (
    r"(?:[^,;]{2,40}\s(?:Press|Verlag|Kiadó|Publishers)"
    r"|(?:Editura|Éditions|Izd\w*\.?|Изд\w*\.?|Wyd\w*\.?|Nakl\w*\.?|Edizioni|Verlag)\s[^,;]{2,40})"
)
_BARE_TITLE: Final = r"(?P<title>[^\W\d_a-z][^;‘“]{4,240}?)"
GOST_NAMES: Final = rf"(?:{WORD}\s(?:{UPPER}\.\s?){{1,2}}(?:,\s{WORD}\s(?:{UPPER}\.\s?){{1,2}}){{0,4}})"
"""Makers in a Russian reference: Petrov A. B., Orlov P. N."""
_RUSSIAN_EDITORS: Final = r"(?:(?:[ОоПпСсРр]|[OoPpSsRr])\w{1,8}\.?\s)(?:ред\.?\s|red\.?\s|редакцией\s)?"
_MANNERS: Final = tuple(
    (rule, names, re.compile(pattern))
    for rule, names, pattern in (
        # A. Author, ‘Title’ in Container, ed. B. Editor (1990) 12 / ‘Title’ (1990) 5 Journal 12
        (
            "works/note-quoted",
            "maybe",
            (
                rf"(?:,?\s+(?:and\s+)?)?{QUOTE},?(?:\s+in:?\s+(?P<container>[^;“‘]{{3,140}}?))?"
                rf"(?:\s*[\[(](?P<year>{YEAR}|forthcoming)[^()\[\]]{{0,20}}[\])]|,?\s+op\.\s?cit\.[^;.]{{0,20}})"
                rf"(?:\s(?P<volume>\d{{1,3}})\s(?P<journal>{UPPER}[^\d;()]{{3,70}}?)(?=\s\d))?{NOTE_PAGES}"
            ),
        ),
        # A. Author, Title (2nd ed., 1990) 12 / Author, Titel, Zeitschrift 5 (1990) 12 ff.
        (
            "works/note-year",
            "names",
            rf",?\s+{_BARE_TITLE}\s?\((?:[^()]{{0,60}}?[\s,])?(?P<year>{YEAR})[^()]{{0,12}}\){NOTE_PAGES}",
        ),
        # Author, Titel, Diss. phil., Universität, 1990, S. 12
        (
            "works/note-thesis",
            "names",
            rf"[,:]\s+{_BARE_TITLE}[,.]\s+(?:{THESIS})[^;“”]{{0,90}}?[\s,(](?P<year>{YEAR})\)?{NOTE_PAGES}",
        ),
        # Author, Title, Some Working Paper No. 5, Place, 1990, p. 12
        (
            "works/note-report",
            "names",
            (
                rf",\s+{_BARE_TITLE},\s+(?P<container>{UPPER}[^,;“”]{{3,80}}\s(?:Papers?|e-Dossier|Reports?)),?"
                rf"\s(?:[Nn]os?\.\s?|#|Nr\.\s)\d{{1,4}}[^;“”]{{0,60}}?[\s,(](?P<year>{YEAR})\)?{NOTE_PAGES}"
            ),
        ),
        # Author, Titel, Berlin 1990, S. 12 / Auteur, *Titre*, Paris, Seuil, 1990, p. 12
        (
            "works/note-place",
            "names",
            (
                rf"(?<!\bMr)(?<!\bDr)(?<!\bMrs)[,:.]\s+(?P<title>\*[^*]{{3,200}}\*(?:\s\[[^\[\]]{{3,150}}\])?|[“„«]?\s?[^\W\d_a-z][^;‘]{{4,250}}?)(?:,\s+{_PUBLISHER})?[,.]\s+(?P<place>{_CITY}"
                rf"|{UPPER}{LOWER}+(?:[-/ ]{UPPER}{LOWER}+)?(?=\s{YEAR},\s(?:[SsСс]|pp?|str|o)\.)"
                rf"|{UPPER}{LOWER}+(?:[-/ ]{UPPER}{LOWER}+)?(?=:\s[^,;:()]{{2,50}},\s{YEAR}))"
                rf"(?:[,:]\s(?P<publisher>[^\W\d_][^,;.\d]{{2,50}}))?"
                rf",?\s+(?P<year>{YEAR})(?:\.(?=\s?[SС\d]))?{NOTE_PAGES}"
            ),
        ),
        # Petrov A. B. Nazvanie knigi. M., 1990. S. 12 / Sbornik / Otv. red. A. B. Petrov. M., 1990. S. 12
        (
            "works/note-russian",
            "maybe",
            (
                rf"(?:\.\s+)?(?P<short>{GOST_NAMES})?(?P<title>\*[^*]{{5,250}}\*|«?{UPPER}[^.;“”/*()]{{5,200}}(?:\.\s[^.;“”/*()]{{4,120}}){{0,2}}(?:\s//\s[^/;“”*()]{{5,160}}?)?)"
                rf"(?:\s?/\s?{_RUSSIAN_EDITORS}(?P<editors>[^/;“”\d]{{4,90}}?))?"
                rf"(?:\.\s(?:Изд|Izd)\.\s\d-[ея])?(?P<thesis>:\s(?:[Дд]ис|[Аа]втореф|[Dd]is|[Aa]vtoref)\.[^;]{{0,60}}?)?\.\s(?:[—–-]\s)?"
                rf"(?P<place>(?:М|M|Л|L|СПб|SPb|К|С)(?=\.)|{UPPER}{LOWER}{{2,20}}(?:-\w{{2,12}}){{0,2}}(?=(?::[^,;()\d]{{3,50}})?,\s\d))\.?"
                rf"(?:[,:]\s(?P<publisher>[^\W\d_][^,;\d]{{2,50}}))?,?\s?(?P<year>{YEAR})\.?{NOTE_PAGES}"
            ),
        ),
        # Author, Titel, in: Container 95 (101)
        (
            "works/note-in",
            "",
            (
                rf"{SURNAMES},\s+(?P<title>[^\W\d_a-z][^;‘“.]{{4,200}}?),?\s+in:\s+(?P<container>[^;.()]{{3,120}}?)"
                rf"{NOTE_PAGES}(?=[.;,]|$)"
            ),
        ),
        # Author 1990, S. 12
        (
            "works/author-year",
            "",
            (
                rf"{NO_MONTH}{SURNAMES}\s\(?(?P<year>{YEAR})[a-z]?\)?(?=[,.:;)]|\s[-—(]|\sS\.|$)"
                rf"(?::\s?|,?\s)?{NOTE_PAGES}"
            ),
        ),
    )
)
"""Rule, whether a list of names stands before ("names", or "maybe"), and what follows it."""
_BEHIND: Final = re.compile(rf"{WORD}\s{UPPER}\.(?:\s?{UPPER}\.)?")  # initials behind the surname
_CASE: Final = re.compile(
    rf"(?<!\w)(?P<title>{UPPER}[\w.’'&]*(?:\s(?:{UPPER}[\w.’'&]*|of|and|the)){{0,6}}\sv\.?\s"
    rf"{UPPER}[\w.’'&]*(?:\s(?:{UPPER}[\w’'&]*|of|and|the)){{0,6}}?)"
    rf"(?:,?\s[\[(](?P<year>{YEAR})[\])]|\s\d{{1,4}}\s(?:[A-Z]\.|U\.\s?S)[^;()]{{0,30}}(?:\([^()]{{1,12}}\)\s\d+\s)?"
    rf"\((?P<year2>{YEAR})\))(?:\s\d{{0,3}}\s?[A-Z][A-Za-z.\s]{{1,18}}\d{{1,5}})?{NOTE_PAGES}"
)
_ACT: Final = re.compile(
    rf"(?<!\w)(?P<title>(?:{UPPER}[\w’']*(?:\s\([^()]{{3,40}}\))?\s(?:(?:of|and|the|to|for)\s){{0,2}}){{1,8}}Act)\s"
    rf"(?P<year>{YEAR})(?:\s\((?P<place>[A-Z][A-Za-z.]{{1,8}})\))"
)
_INVERTED: Final = rf"(?:(?:von\s|van\s|de\s)?{WORD}(?:\s{WORD})?,\s(?:{UPPER}\.[-\s]?|{WORD}\s?){{1,4}})"
_LISTED: Final = re.compile(
    rf"(?:^|(?<=[.)]\s)|(?<=\n))(?P<names>{_INVERTED}"
    rf"(?:(?:\s?[/;]\s?|,?\s(?:und|and|et|&)\s)(?:{_INVERTED}|(?:{UPPER}\.\s?){{0,3}}{WORD}(?:\s{WORD})?)){{0,6}})(?:,\s?unter[^,:]{{3,60}})?,?\s"
    rf"\(?(?P<year>{YEAR})(?:/\d\d)?[a-z]?\)?\s?[:;.]\s"
)
_LEAD: Final = re.compile(
    r"(?:(?:For (?:example|instance|discussion|further|more|an|a|the)[^,;.]{0,90},"
    r"|[Ss]ee(?:,? (?:also|for example|further|e\.g\.|in particular))?,?|[Cc]ompare|[Cc]f\.|[Vv]gl\.(?: auch| etwa)?"
    r"|[Ss]iehe(?: auch| dazu| etwa)?|[Dd]azu(?: näher| etwa| auch)?|[Ss]o(?: auch| etwa)?|[Aa]lso|[Nn]äher|etwa"
    r"|[Aa]nders|(?:[Ää]hnlich|[Ee]benso)(?: auch)?|[Ee]bd\.|[Vv]oir(?: aussi)?"
    r"|[Ll]ásd|[Vv]iz|[Ss]m\.:?(?:\stakzhe:?)?|[Сс]м\.:?(?:\sтакже:?)?|by|[Ii]n|and|as well as)\s+)+"
)
_CUT: Final = re.compile(
    rf";\s+|\s[-–—]\s(?={UPPER})"
    rf"|(?<={LOWER})(?<!\bv)(?<!\bvs)(?<!\bpp)(?<!\bed)(?<!\bno)(?<!\bvol)(?<!\bVol)(?<!\bRev)(?<!\bInt)"
    rf"(?<!\bcit)(?<!\bVgl)\.\s+(?={UPPER}|[‘“])|(?<=[\d)’”])\.\s+(?={UPPER}|[‘“])"
)


def loose(flat: str, start: int, end: int) -> Iterator[Parts]:
    """Read the references of a note that follow another manner than Chicago's; no mark need stand between two."""
    for stop, beginnings in heads(flat, start, end):
        for at in beginnings:
            found = _full(flat, at, min(end, stop + 200))
            if found is None:
                continue
            while found is not None:
                yield found
                rest = flat[found.end : stop].lstrip(" .,")
                found = _full(flat, stop - len(rest), stop) if rest else None
            break


def _full(flat: str, at: int, stop: int) -> Parts | None:
    listed_names = [each for each in creators_at(flat, at, stop) if _marked_off(flat, *each)]
    for rule, names, pattern in _MANNERS:
        heads = (listed_names if names else []) + ([] if names == "names" else [(at, ())])
        for end, makers in heads:
            match = pattern.match(flat, end, stop)
            if match and not _is_month(match):
                title = match.groupdict().get("title") or match.groupdict().get("inner") or ""
                found = parts_of(match, rule, title, flat)
                found = replace(found, start=at, names=makers or found.names)
                return _in_book(flat, match, found) if names == "names" or rule == "works/note-russian" else found
    return None


def _marked_off(flat: str, end: int, names: tuple[Name, ...]) -> bool:
    """Tell whether names are more than one word, or a mark stands behind them: "Some words (1990)" has no author."""
    return " " in flat[names[0].start : names[-1].end] or flat[end : end + 1] in {",", ":", "."}


def _in_book(flat: str, match: re.Match[str], found: Parts) -> Parts:
    """Tell the title of a chapter from that of its book."""
    part = chapter(flat, *match.span("title"))
    if part is None:
        return found
    return replace(found, type="chapter", title=part.title, container=part.book, names=found.names + part.editors)


def _is_month(match: re.Match[str]) -> bool:
    """Say whether what looks like a place or a name before a year is a month: "Juni 1956, S. 1"."""
    groups = match.groupdict()
    word = groups.get("place") or ("" if groups.get("title") else groups.get("short")) or ""
    found = readings(f"{word} {groups.get('year')}") if word else []
    return bool(found and found[0].low.month)


def laws(flat: str, start: int, end: int) -> Iterator[Parts]:
    """Read cases ("A v. B (1990) 10 Reports 5") and acts with their state ("Some Act 1980 (N.S.W.)")."""
    for pattern in (_CASE, _ACT):
        for match in pattern.finditer(flat, start, end):
            found = parts_of(match, "works/law", match["title"], flat)
            yield replace(found, type="manuscript", issued=match["year"] or match.groupdict().get("year2") or "")


def listed(flat: str, start: int, end: int) -> Iterator[Parts]:
    """Read a list of literature run on: "Author, A., 1976: Title. Place. Next, B., 1980: …" (two entries at least)."""
    heads = list(_LISTED.finditer(flat, start, end))
    if len(heads) < 2:
        return
    for head, after in zip(heads, [h.start() for h in heads[1:]] + [end], strict=True):
        text = flat[head.end() : after].rstrip()
        stop = re.search(r"(?<!\b[A-Z])\.\s|,?\sin:\s|,\s[Ii]n\s", text)
        yield Parts(
            start=head.start(),
            end=head.end() + len(text.rstrip(".")),
            rule="works/list",
            type="book",
            title=text[: stop.start()] if stop else text.rstrip("."),
            names=names_in(flat, *head.span("names"), "author"),
            issued=head["year"],
        )


@lru_cache(maxsize=1)
def heads(flat: str, start: int, end: int) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Cut a note at semicolons, dashes and the ends of sentences: where each piece ends, and where one may begin in it.

    A reference begins at the head of a piece, or after words that announce one. All readers of a note ask for these.
    """
    found, begin = [], start
    for stop, after in [*((cut.start(), cut.end()) for cut in _CUT.finditer(flat, start, end)), (end, end)]:
        lead = _LEAD.match(flat, begin, stop)
        first = lead.end() if lead else begin
        found.append((stop, (first, *(match.end() for match in _LEAD.finditer(flat, begin, stop)))))
        begin = after
    return tuple(found)


_VOLUME: Final = re.compile(r",\s(?:Bd|[Vv]ol|t)\.\s?[\dIVX]+$")
_EACH: Final = re.compile(rf"{PERSON}|{_SURNAME}")


def parts_of(match: re.Match[str], rule: str, title: str, flat: str) -> Parts:
    """Return the parts of a reference from the groups of a match."""
    groups = match.groupdict()
    year = groups.get("year") or ""
    names: tuple[Name, ...] = ()
    if groups.get("short"):
        start, end = match.span("short")
        each = _BEHIND if rule == "works/note-russian" else _EACH
        names = tuple(Name("author", m.start(), m.end()) for m in each.finditer(flat, start, end) if m.group() != "al")
    container = groups.get("container") or groups.get("journal") or ""
    kind = "article-journal" if groups.get("journal") else "chapter" if groups.get("container") else "book"
    if groups.get("editors"):
        names += names_in(flat, *match.span("editors"), "editor")
    if rule == "works/note-report":
        kind = "report"
    if rule == "works/note-thesis" or groups.get("thesis"):
        kind = "thesis"
    return Parts(
        start=match.start(),
        end=match.end(),
        rule=rule,
        type=kind,
        title=_VOLUME.sub("", " ".join(title.split())).strip(" ,.*"),
        names=names,
        publisher=match.span("publisher") if groups.get("publisher") else None,
        place=groups.get("place") or "",
        container=" ".join(container.split()).strip(" ,."),
        issued=year if year.isdigit() else "",
        volume=groups.get("volume") or "",
        pages=(groups.get("pages") or "").rstrip(" ,.").replace("–", "-").replace("—", "-"),
    )
