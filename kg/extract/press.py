"""References to newspapers, with or without an article: in italics, behind a title, or of a known name."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.calendar import edtf, readings
from kg.extract.chicago import ITALIC, creators
from kg.extract.references import QUOTED, YEAR, Parts, folded, pages_after

_DATED: Final = re.compile(
    r"(?:\s\((?P<place>[A-Z][^()\d]{2,40})\))?(?:,|\sof)\s+"
    r"(?P<date>(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d_]+\.?,?\s+|[A-Z][a-z]+\.?\s+\d{1,2},\s+)" + YEAR + ")"
)


_PAPER: Final = re.compile(r"\s+(?:in\s+)?(?P<paper>[^\W\d_a-z][\w’'-]*(?:\s[\w’'-]+){0,5})")


_KNOWN: Final = (
    *("Pravda", "Izvesti(?:ia|ya|ja|a)", "Krasnaia zvezda", "Trud", "Literaturnaia gazeta", "Правда", "Известия"),
    *("Rudé právo", "Trybuna Ludu", "Życie Warszawy", "Népszabadság", "Szabad Nép", "Magyar Nemzet", "Sc[âîi]nteia"),
    *("Rabotnichesko delo", "Borba", "Politika", "Zëri i [Pp]opullit", "Renmin [Rr]ibao", "People[’']s Daily"),
    *("Rodong Sinmun", "Neues Deutschland", "Berliner Zeitung", "Frankfurter (?:Allgemeine Zeitung|Rundschau)"),
    *("Süddeutsche Zeitung", "Neue Zürcher Zeitung", "Le Monde", "Le Figaro", "L[’']Humanité", "L[’']Unità"),
    *("Corriere della Sera", "The (?:Times|Guardian|Observer|Economist)"),
    "(?:The )?(?:New York|Washington|Daily|Sunday|Financial|Irish) (?:Times|Post|Telegraph|Mail|Worker|Herald)",
)
_PRESS: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_KNOWN)})(?=[, ])")


def newspapers(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read *Newspaper*, 3 June 1963, p. 2, with or without an article before it."""
    for italic in ITALIC.finditer(flat):
        dated = _DATED.match(flat, italic.end())
        found = readings(dated["date"]) if dated else []
        if not dated or not found:
            continue
        end, pages = pages_after(flat, dated.end())
        base = Parts(
            start=italic.start(),
            end=end,
            rule="works/newspaper",
            type="article-newspaper",
            container=folded(italic["title"]),
            place=dated["place"] or "",
            issued=edtf(found[0]),
            pages=pages,
        )
        before = list(QUOTED.finditer(flat, max(0, italic.start() - 300), italic.start()))
        if before and re.fullmatch(r",?\s*(?:in\s+)?", flat[before[-1].end() : italic.start()]):
            start, names = creators(flat, limits, before[-1].start())
            base = replace(base, start=start, title=folded(before[-1]["title"]), names=names)
        yield base


def plain_newspapers(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read newspapers that nothing marks: “Article,” Any Name, 3 June 1963, p. 2; a known one of 3 June 1963."""
    for quoted in QUOTED.finditer(flat):
        named = _PAPER.match(flat, quoted.end())
        dated = _DATED.match(flat, named.end()) if named else None
        found = readings(dated["date"]) if dated else []
        end, pages = pages_after(flat, dated.end()) if dated else (0, "")
        if named and dated and found and pages:
            start, names = creators(flat, limits, quoted.start())
            yield Parts(
                start=start,
                end=end,
                rule="works/newspaper-bare",
                type="article-newspaper",
                title=folded(quoted["title"]),
                names=names,
                container=folded(named["paper"]),
                place=dated["place"] or "",
                issued=edtf(found[0]),
                pages=pages,
            )
    for paper in _PRESS.finditer(flat):
        dated = _DATED.match(flat, paper.end())
        if dated and (found := readings(dated["date"])):
            end, pages = pages_after(flat, dated.end())
            yield Parts(
                start=paper.start(),
                end=end,
                rule="works/newspaper-known",
                type="article-newspaper",
                container=paper.group(),
                place=dated["place"] or "",
                issued=edtf(found[0]),
                pages=pages,
            )
