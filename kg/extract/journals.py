"""Articles in journals: the name of the journal, and the run of volume, number and year behind it, in any order.

“Journal 51, no. 3 (2002), pp. 5-9”, “Revue, vol. 8, n° 2, 1985, p. 14”, “Zeitschrift 44 (1998), H. 2, S. 130-155”,
“Szemle, 12. évf. (1987), 3. sz., 55-61. o.”, “Вопросы торговли. 1999. № 4. С. 30-41”.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.footnotes import GOST_NAMES, heads
from kg.extract.references import YEAR, Name, Parts, creators_at, folded, pages_after
from kg.read.calendar import edtf, readings

_JOURNAL: Final = (
    r"(?:(?:\*(?P<italic>[^*]{2,120})\*|[„“«](?P<quoted>[^“”„«»]{2,100})[”“»])(?:\s\[[^\[\]]{3,80}\])?"
    r"|(?P<bare>(?!(?:R|T|Bd|Jg|[Vv]ol|[Nn]r|[Nn]o|H|z|č)\.?\s?\d)[^\W\d_][^*“”„«»\"();,/]{2,100}?))"
)
_VOLUME: Final = (
    r"(?:[Vv]ol(?:ume)?\.?|Bd\.|[Tt]omes?|[TtТт]\.|Jg\.|[Rr]oč\.|R\.)\s?(?P<volume>\d{1,4}|[IVXLC]{1,7})(?!\w)"
    r"|(?P<before>\d{1,3})\.\s?(?:évf|Jg|roč|Jahrgang)(?!\w)\.?"
)
_ISSUE: Final = (
    r"(?:[Nn]os?\.|[Nn]\.|[Nn]r\.?|[Nn][°º]\.?|№|Heft|H\.|[Ii]ss(?:ue|\.)|č\.|z\.|zesz\.|fasc\.|sz\.|[Вв]ып\.|кн\.|vyp\.)\s?"
    r"(?P<issue>\d{1,4}(?:[-–/]\d{1,4})?)"
    r"|(?P<number>\d{1,3})\.\s?(?:sz(?:ám)?|č)(?!\w)\.?"
)
_SEASON: Final = r"(?:[^\W\d_]{3,12}(?:[-–/][^\W\d_]{3,12})?\.?,?\s+(?:\d{1,2},?\s+)?)?"
_DATE: Final = (
    rf"\((?P<date>{_SEASON}{YEAR}(?:[-–/]{_SEASON}\d{{2,4}})?)\)"
    rf"|(?P<seasonal>(?:Spring|Summer|Autumn|Fall|Winter)\s{YEAR})(?=,\spp?\.)"
    rf"|(?P<year>{YEAR})(?:/(?P<part>\d{{1,2}})(?:\.\s?sz\.?)?)?(?![\d/–-])"
)
_PLAIN: Final = (
    rf"(?!{YEAR}\b)"
    r"(?!\d{1,2}\.?\s?[IVX]{1,4}\.?\s\d{4})(?P<plain>\d{1,3}[-–/]\d{1,3}(?=\s\()|\d{1,4}|[IVXLC]{1,7}|[ivxlc]{1,7})"
    r"(?:\s?[:/]\s?(?P<after>\d{1,3}(?:[-–]\d{1,3})?)|\s?\((?P<inside>\d{1,3})\))?(?=[\s(,:.])"
)
_ITEM: Final = rf"(?:[,.:]?\s+(?:[—–-]\s)?|,)(?:{_ISSUE}|{_VOLUME}|{_DATE})"
_RUN: Final = re.compile(rf"{_JOURNAL}(?:,?\s+{_PLAIN}|\.\s(?:М|M|Л|L|СПб|SPb)\.(?=,))?(?:{_ITEM}){{1,5}}")


@dataclass(frozen=True, slots=True)
class Run:
    """A journal with what stands behind it, and where it ends; the date in EDTF."""

    end: int
    journal: str
    volume: str
    issue: str
    issued: str
    pages: str


def run_at(flat: str, at: int, *, sure: bool) -> Run | None:
    """Read a journal that begins at `at`: with a year in brackets, or with a year, a volume or number, and pages.

    `sure`: a title in quotation marks stands before, so that a year in brackets is enough.
    """
    match = _RUN.match(flat, at)
    date = (match["date"] or match["seasonal"]) if match else None
    if not match or not (date or match["year"]):
        return None
    volume = match["volume"] or match["before"] or match["plain"] or ""
    issue = match["issue"] or match["number"] or match["part"] or match["after"] or match["inside"] or ""
    end, pages = pages_after(flat, match.end())
    if not ((date and sure) or (pages and (volume or issue))):
        return None
    found = readings(date) if date else []
    year = re.search(YEAR, date or match["year"])
    issued = edtf(found[0]) if found and found[0].low.year else year.group() if year else ""
    journal = folded(match["italic"] or match["quoted"] or match["bare"])
    return Run(end, journal, volume, issue, issued, pages)


_TITLE: Final = re.compile(r"«?[^\W\d_a-z][^;“‘]{4,240}")
_GAP: Final = re.compile(r"[,.]?\s+[Ii]n:\s+|\s+//\s+|,\s+(?=[„“«*]?[^\W\d_a-z])")
_LONGEST: Final = 280
_AFTER_NAMES: Final = re.compile(r"[,:]\s+")
_GOST: Final = re.compile(GOST_NAMES)
_EACH: Final = re.compile(r"[^\W\d_][\w’'-]+\s(?:[^\W\d_]\.\s?){1,2}")


def unmarked_articles(flat: str, start: int, end: int) -> Iterator[Parts]:
    """Read, in a note, “Author, Titel, in: Zeitschrift 44 (1998), S. 5”, “Author A. B. Title // Journal. 1999. № 4”."""
    for _, beginnings in heads(flat, start, end):
        for at in beginnings:
            found = next(_unmarked(flat, at, end), None)
            if found:
                yield found
                break


def _unmarked(flat: str, at: int, end: int) -> Iterator[Parts]:
    for position, names in _heads(flat, at, end):
        for gap in _GAP.finditer(flat, position + 1, min(end, position + _LONGEST)):
            title = _TITLE.fullmatch(flat, position, gap.start())
            run = run_at(flat, gap.end(), sure=False) if title else None
            if title and run:
                yield article(at, "works/note-journal", title.group(), names, run)


def _heads(flat: str, at: int, end: int) -> Iterator[tuple[int, tuple[Name, ...]]]:
    """Yield where a title may begin at the head of a reference, behind its makers."""
    if gost := _GOST.match(flat, at, end):
        each = _EACH.finditer(flat, at, gost.end())
        yield gost.end(), tuple(Name("author", m.start(), m.start() + len(m.group().rstrip())) for m in each)
    for stop, names in creators_at(flat, at, end):
        if comma := _AFTER_NAMES.match(flat, stop, end):
            yield comma.end(), names


def article(start: int, rule: str, title: str, names: tuple[Name, ...], run: Run) -> Parts:
    """Return the parts of an article that stands in a journal."""
    return Parts(
        start=start,
        end=run.end,
        rule=rule,
        type="article-journal",
        title=folded(title),
        names=names,
        container=run.journal,
        issued=run.issued,
        volume=run.volume,
        issue=run.issue,
        pages=run.pages,
    )
