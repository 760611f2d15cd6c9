"""The cited works of a build as a bibliography: CSL-JSON, BibTeX and RIS, for programs that keep literature.

CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html (appendices III and IV). BibTeX: O. Patashnik,
"BibTeXing" (1988). RIS: the tags as Zotero and EndNote read them.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final, cast

from kg.identity.names import family_first
from kg.query.run import Rows, run
from kg.query.store import Data, sparql
from kg.query.things import short, spoken

_CSL: Final[Mapping[str, str]] = {
    "fabio:Book": "book",
    "fabio:BookChapter": "chapter",
    "fabio:JournalArticle": "article-journal",
    "fabio:MagazineArticle": "article-magazine",
    "fabio:NewspaperArticle": "article-newspaper",
    "fabio:ConferencePaper": "paper-conference",
    "fabio:Thesis": "thesis",
    "fabio:ReportDocument": "report",
}
_UNPUBLISHED: Final = "manuscript"
_BIBTEX: Final[Mapping[str, str]] = {
    "book": "book",
    "chapter": "incollection",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "manuscript": "unpublished",
}
_BIBTEX_CONTAINER: Final = {
    "article": "journal",
    "book": "series",
    "phdthesis": "series",
    "techreport": "type",
    "unpublished": "howpublished",
}
_RIS: Final[Mapping[str, str]] = {
    "book": "BOOK",
    "chapter": "CHAP",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "paper-conference": "CPAPER",
    "thesis": "THES",
    "report": "RPRT",
    "manuscript": "UNPB",
}
_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_FAMILY: Final = re.compile(r"(?<!\S)(?:(?:de|del|della|di|da|van|von|der|den|zu|ter|bin|ibn|al)\s+)*\S+$")
_YEAR: Final = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>[01]\d)(?:-(?P<day>\d\d))?|-(?P<season>2[1-4]))?")
_SERIES: Final = frozenset({"book", "report", "thesis"})  # what they stand in is a series, not a larger whole


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a work: author, editor or translator. A body has no given name."""

    role: str
    family: str
    given: str = ""
    body: bool = False

    @property
    def inverted(self) -> str:
        """The name as lists sort it: "Berg, Ida"."""
        return f"{self.family}, {self.given}" if self.given else self.family


@dataclass(frozen=True, slots=True)
class Entry:
    """A work of a bibliography: `key` is its path below the base, `type` that of CSL; "" where nothing is said."""

    key: str
    iri: str
    type: str
    title: str
    makers: tuple[Maker, ...]
    issued: str
    place: str
    publisher: str
    container: str
    volume: str
    issue: str
    translated: str = ""  # what the title means

    def named(self, role: str) -> list[Maker]:
        """Return the makers in one role."""
        return [maker for maker in self.makers if maker.role == role]


def entries(data: Data) -> list[Entry]:
    """Return the works that are cited in the data, in the order of their IRIs, their makers by role and name."""
    found = cast("Rows", run(data, sparql("walk/works")))
    rows = [[spoken(term, "") for term in row] for row in found.rows]
    return [_entry(data.base, list(same)) for _, same in groupby(rows, key=itemgetter(0))]


def _entry(base: str, rows: list[list[str]]) -> Entry:
    """Make one work of its rows; where the data gives a field twice, the first counts."""
    work, kind, title, _, _, _, year, place, publisher, container, volume, issue, translated = rows[0]
    makers = dict.fromkeys(_maker(*row[3:6]) for row in rows if row[3])
    return Entry(
        key=short(_iri(work), base).removeprefix("work/"),
        iri=_iri(work),
        type=_CSL.get(kind, _UNPUBLISHED),
        title=title,
        makers=tuple(makers),
        issued=year,
        place=place,
        publisher=publisher,
        container=container,
        volume=volume,
        issue=issue,
        translated=translated,
    )


def _iri(words: str) -> str:
    return words.removeprefix("<").removesuffix(">")


def _maker(role: str, label: str, kind: str) -> Maker:
    """Split the name of a person, in the order that it is written in: Ida van der Berg, Nagy Imre, Berg, Ida."""
    if kind != "rico:Person":
        return Maker(role, label, body=True)
    surname, comma, given = label.partition(",")
    if comma and given.strip():
        return Maker(role, surname.strip(), given.strip())
    if family_first(label):
        surname, _, given = label.strip().partition(" ")
        return Maker(role, surname, given.strip())
    family = _FAMILY.search(label)
    return Maker(role, family.group(), label[: family.start()].strip()) if family else Maker(role, label, body=True)


def csl(works: Iterable[Entry]) -> str:
    """Write CSL-JSON."""
    items = [_csl_item(work) for work in works]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _csl_item(work: Entry) -> dict[str, object]:
    item: dict[str, object] = {"id": work.key, "type": work.type, "title": work.title}
    for role in ("author", "editor", "translator"):
        if names := work.named(role):
            item[role] = [_csl_name(name) for name in names]
    if work.issued:
        item["issued"] = _csl_date(work.issued)
    fields = {
        "publisher-place": work.place,
        "publisher": work.publisher,
        "collection-title" if work.type in _SERIES else "container-title": work.container,
        "volume": work.volume,
        "number" if work.type == "report" else "issue": work.issue,
        "note": f"Translated title: {work.translated}" if work.translated else "",
    }
    return item | {field: value for field, value in fields.items() if value} | {"URL": work.iri}


def _csl_date(edtf: str) -> dict[str, object]:
    """Return a date, a span of two dates, or a season in parts; what CSL has no parts for as it stands."""
    days = [_DATE.fullmatch(day) for day in edtf.split("/")]
    if not all(days) or len(days) > 2:
        return {"literal": edtf}
    parts = [[int(number) for number in day.group("year", "month", "day") if number] for day in days if day]
    season = days[0]["season"] if days[0] else None
    return {"date-parts": parts} | ({"season": int(season) - 20} if season else {})


def _csl_name(maker: Maker) -> dict[str, str]:
    if maker.body:
        return {"literal": maker.family}
    return {"family": maker.family, "given": maker.given} if maker.given else {"family": maker.family}


def bibtex(works: Iterable[Entry]) -> str:
    """Write BibTeX; what TeX would take for a command is escaped, and the capitals of titles are kept by braces."""
    return "\n".join(_bibtex_entry(work) for work in works)


def _bibtex_entry(work: Entry) -> str:
    kind = _BIBTEX[work.type]
    year = _YEAR.search(work.issued)
    fields = {
        "title": f"{{{_tex(work.title)}}}",
        **{role: " and ".join(map(_tex_name, work.named(role))) for role in ("author", "editor", "translator")},
        _BIBTEX_CONTAINER.get(kind, "booktitle"): _tex(work.container),
        "school" if kind == "phdthesis" else "institution" if kind == "techreport" else "publisher": _tex(
            work.publisher
        ),
        "address": _tex(work.place),
        "year": year.group() if year else _tex(work.issued),
        "volume": _tex(work.volume),
        "number": _tex(work.issue),
        "titleaddon": _tex(work.translated),
        "url": work.iri,
    }
    lines = [f"  {field} = {{{value}}},\n" for field, value in fields.items() if value]
    return f"@{kind}{{{re.sub(r'[^A-Za-z0-9:/_.-]', '-', work.key)},\n{''.join(lines)}}}\n"


def _tex(words: str) -> str:
    return words.translate(_ESCAPES)


def _tex_name(maker: Maker) -> str:
    return f"{{{_tex(maker.family)}}}" if maker.body else _tex(maker.inverted)


def ris(works: Iterable[Entry]) -> str:
    """Write RIS: one field a line, so that a line break in a title becomes a blank."""
    return "\n".join(_ris_entry(work) for work in works)


def _ris_entry(work: Entry) -> str:
    year = _YEAR.search(work.issued)
    fields = [
        ("TY", _RIS[work.type]),
        ("ID", work.key),
        ("TI", work.title),
        ("TT", work.translated),
        *(("AU", maker.inverted) for maker in work.named("author")),
        *(("ED", maker.inverted) for maker in work.named("editor")),
        *(("A4", maker.inverted) for maker in work.named("translator")),
        ("PY", year.group() if year else ""),
        ("DA", "" if year and year.group() == work.issued else work.issued),
        ("CY", work.place),
        ("PB", work.publisher),
        ("T2", work.container),
        ("VL", work.volume),
        ("IS", work.issue),
        ("UR", work.iri),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value]
    return "".join([*lines, "ER  - \n"])


WRITERS: Final[Mapping[str, Callable[[Iterable[Entry]], str]]] = {"csl": csl, "bibtex": bibtex, "ris": ris}
"""What writes each format."""
