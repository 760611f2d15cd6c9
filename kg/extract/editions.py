"""Where documents were printed: editions of documents, bulletins.

Each reader takes the text with its line breaks as blanks, and the offsets that a reference may not cross.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.references import YEAR, Parts, folded, pages_after
from kg.read.calendar import edtf, readings
from kg.read.date_forms import MONTH

_SERIES: Final = re.compile(
    r"(?:(?P<name>Foreign Relations(?: of the United States)?|FRUS|Documents on [A-Z][\w’]+(?: [A-Z][\w’]+){0,4}"
    r"|Documents diplomatiques français|Akten zur Auswärtigen Politik[^,;.]{0,40})[”\"*]?(?:,\s+|\s(?=1[89]\d\d)))?"
    r"(?:(?P<years>(?:1[5-9]\d\d|20[0-4]\d)(?:[-–]\d{2,4})?)[”\"*]?,?\s*)?"
    r"(?:(?P<volume>[Vv]ol(?:ume|s)?\.?\s?[IVXLCivxlc\d]{1,7}(?:,\s[Pp](?:ar)?t\.?\s?[IVXivx\d]+)?),?\s*)?"
    r"(?:(?P<title>[A-Z][^;.()]{4,90}?),\s+)?"
    r"(?:(?:(?:pp?\.|[Dd]oc(?:ument|s)?\.?(?:\s?[Nn]os?\.)?)\s?|(?P<before>\d{1,2}|[IVXL]{1,6}):\s?)(?P<pages>\d{1,5}(?:[-–]\d{1,5})?))"
)


_SERIES_MARK: Final = re.compile(
    r"[FDA](?:oreign Relations\b|RUS\b|ocuments on [A-Z]|ocuments diplomatiques|kten zur Ausw)"
    r"|[Vv](?<=[,\s(].)ol\. (?=[ivxlc]{1,6}, p)"
)


def series(flat: str, _limits: list[int]) -> Iterator[Parts]:
    """Read a volume of an edition of documents; inside that edition the volume may stand alone ("vol. ii, p. 9")."""
    for mark in _SERIES_MARK.finditer(flat):
        match = _SERIES.match(flat, mark.start())
        if not match or not (match["name"] or match["volume"]):
            continue
        title = match["name"] or ""
        years = match["years"] or ""
        volume = re.search(r"[IVXLCivxlc\d]+(?=,|$)", (match["volume"] or "").split(",")[0])
        yield Parts(
            start=match.start(),
            end=match.end(),
            rule="works/series" if match["name"] else "works/volume",
            type="book",
            title=folded(", ".join(filter(None, (title, years if match["name"] else "", match["title"])))),
            issued=years.replace("–", "-")[:4],
            volume=volume.group() if volume else match["before"] or "",
            pages=(match["pages"] or "").replace("–", "-"),
        )


_NO_MONTH: Final = rf"(?!{MONTH}\b)"
_BULLETIN: Final = re.compile(
    r"[PpRrAa](?:ublished|eprinted|eproduced|rinted|ppeared)\s+in\s+(?:the\s+)?"  # a set first: found fast
    rf"(?P<name>{_NO_MONTH}[A-Z][\w’'-]*(?:\s{_NO_MONTH}[\w’'-]+){{0,6}}?)(?<!\bon)(?<!\bof),?\s+"
    r"(?:[Nn]os?\.\s?|[Ii]ssue\s)?(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)(?!\d)(?:\s\((?P<date>[^()]{0,20}\d{4})\))?"
)


_PERIODICAL: Final = re.compile(
    r"(?:Bulletin|Quarterly|Journal|Review)[*”]?,?\s+(?:[Nn]os?\.\s?|[Ii]ssues?\s)?"
    r"(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\s\((?P<date>[^()]{0,30}\d{2,4})\)"
)
_PERIODICAL_NAME: Final = re.compile(r"[A-Z][\w’'-]*\s(?:(?:[A-Z][\w’'-]*|of|for|the|and)\s){0,6}$")


def periodicals(flat: str, _limits: list[int]) -> Iterator[Parts]:
    """Read "the documents in XYZ Bulletin, no. 3 (May 1994), pp. 5-6", where no title of an article stands."""
    for match in _PERIODICAL.finditer(flat):
        window = max(0, match.start() - 80)
        name = _PERIODICAL_NAME.search(flat[window : match.start()])
        end, pages = pages_after(flat, match.end())
        found = readings(match["date"])
        if name and pages and found:
            start = window + name.start()
            yield Parts(
                start=start,
                end=end,
                rule="works/periodical",
                type="article-journal",
                container=folded(re.split(r"[*”,]?,?\s+(?:[Nn]o|[Ii]ssue|\d)", flat[start : match.end()])[0]),
                issue=match["issue"],
                issued=edtf(found[0]),
                pages=pages,
            )


def bulletins(flat: str, _limits: list[int]) -> Iterator[Parts]:
    """Read "Published in XYZ Bulletin 3-4, pp. 5-6": the document itself was printed there."""
    for match in _BULLETIN.finditer(flat):
        end, pages = pages_after(flat, match.end())
        year = re.search(YEAR, match["date"] or "")
        yield Parts(
            start=match.start("name"),
            end=end,
            rule="works/published-in",
            type="article-journal",
            container=folded(match["name"]),
            issue=match["issue"],
            issued=year.group() if year else "",
            pages=pages,
        )
