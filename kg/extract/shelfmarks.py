"""References to places in archives, read by the table of families, with what ibid. and bare leaves take from before."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from operator import itemgetter
from typing import Final

from kg.extract.archives import Archive, repositories, seat_after, unknown_repository
from kg.extract.families import Family, Shelfmark, families, read
from kg.extract.paths import read_path
from kg.extract.reversed import read_before
from kg.extract.unlisted import slug_of, unlisted
from kg.ids import slug
from kg.model import Analysis, ArchivalCitation, Document, Issue, Level, Span, block_at, quote

_REACH: Final = 4000  # how far back ibid. and a bare leaf look for the reference they stand on
_NEAR: Final = 200  # a bare leaf or file stands right behind the reference it belongs to
_IBID: Final = re.compile(
    r"(?<!\w)(?:[Ii]bid(?:em)?|[Ii]vi|[Tt]am zhe|[Тт]ам же|[Пп]ак там|[Pp]ak tam|[Tt]amtéž|[Tt]amże"
    r"|[Ee]benda|[Ee]bd|[Uu]o|[Ss]ame (?:file|folder|box))\b\.?[,:]?\s*"
)
_TITLE: Final = re.compile(
    r"[“\"«„](?P<title>[^“”\"«»„]{4,300}?)[,.]?[”\"»](?:,?\s+[\d\w ]{4,30})?(?:\s*\([^()]{3,40}\))?"
    r",?\s*(?:in|In|from|:|see)?\s*$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    reading: Shelfmark
    family: Family
    archive: str = ""
    archive_span: tuple[int, int] | None = None
    known: bool = True
    own: bool = False


def shelfmarks(document: Document, analysis: Analysis) -> Analysis:
    """Add the archival references of the document, in order, and an issue for each archive that the table lacks."""
    text = document.text
    complete = _with_archive(text)
    taken = sorted((f.start, f.reading.end) for f in complete)
    complete += [f for f in _without_name(text) if not _meets(taken, f.start, f.reading.end)]
    complete += _own_source(document, complete)
    complete += [f for f in _file_number(text) if not _meets(taken, f.start, f.reading.end)]
    taken = sorted((f.start, f.reading.end) for f in complete)
    partial = [f for f in _partial(text) if not _meets(taken, f.start, f.reading.end)]
    citations: list[ArchivalCitation] = []
    issues: list[Issue] = []
    last: _Last | None = None
    for found in sorted(complete + partial, key=lambda f: f.start):
        covered = citations and found.start < citations[-1].span.end
        citation = None if covered else _citation(document, analysis, found, last)
        if citation is None:
            continue
        if not found.known:
            message = (
                f"The archive “{citation.archive_span.exact if citation.archive_span else ''}” is not in the table."
            )
            issues.append(Issue("archive-unknown", message, document.source, citation.span))
        if found.reading.damaged:
            message = f"Only the upper levels of “{citation.span.exact}” can be read."
            issues.append(Issue("shelfmark-damaged", message, document.source, citation.span))
        citations.append(citation)
        last = citation, found.family, found.reading.end
    return replace(analysis, citations=tuple(citations), issues=analysis.issues + tuple(issues))


def _meets(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    i = bisect_right(taken, (start, end))
    return (i > 0 and taken[i - 1][1] > start) or (i < len(taken) and taken[i][0] < end)


def _with_archive(text: str) -> list[_Found]:
    found: list[_Found] = []
    for span, sharing in groupby(repositories(text), key=itemgetter(0, 1)):
        tried = [each for _, _, archive in sharing if (each := _of_archive(text, span, archive))]
        best = max(tried, key=lambda each: each.reading.end, default=None)
        if best and (not found or best.start >= found[-1].reading.end):
            found.append(best)
    return found


def _of_archive(text: str, span: tuple[int, int], archive: Archive) -> _Found | None:
    """Read the reference of an archive that the text names: the levels behind its name, or else those before it."""
    start, end = span
    family, at = families()[archive.family], seat_after(text, end)
    reading = read_path(family, text, at, text[start:end]) if family.path else read(family, text, at, after_name=True)
    if reading and reading.levels:
        return _Found(start, reading, family, archive.key, span)
    before = read_before(family, text, start, at)
    return _Found(before[0], before[1], family, archive.key, span) if before else None


_ABOVE: Final = re.compile(r"(?<![^\W_])([^\W\da-z_]{2,6}),\s$")
_START: Final = re.compile(r"(?<![^\W_])(?:[Ff]ond[osi]?|[Ff]|[Фф]онд|[Фф])(?:\.\s?|\s)(?=[\dA-ZА-Я])")


def _without_name(text: str) -> list[_Found]:
    """Read references that name an archive the table lacks, or none: fond, opis and more in a row."""
    found: list[_Found] = []
    for family in families().values():
        for match in family.alone.finditer(text) if family.alone else ():
            reading = read(family, text, match.start(), after_name=False)
            name = unknown_repository(text, match.start())
            if name and slug(text[slice(*name)]) != family.archive:  # in "NA, KSČ-ÚV-02/2" it is, if too short to trust
                name = None
            if reading:
                found.append(_Found(name[0] if name else match.start(), reading, family, family.archive, name))
    for match in _START.finditer(text):
        tried = [(f, r) for f in families().values() if (r := read(f, text, match.start(), after_name=False))]
        best = max(tried, key=lambda pair: pair[1].labelled, default=None)
        if best is None or best[1].labelled < 2:
            continue
        family, reading = best
        name = unknown_repository(text, match.start())
        above = _ABOVE.search(text, max(0, name[0] - 8), name[0]) if name and family.named else None
        if name and above:  # in "NA, ÚV KSČ, fond 02/1" the name is that of a collection
            reading = replace(reading, levels=(Level(family.named, text[slice(*name)]), *reading.levels))
            name = above.span(1)
        start, key = (name[0], slug_of(text[slice(*name)])) if name else (match.start(), "")
        found.append(_Found(start, reading, family, key, name, known=key in {"", family.archive}))
    return [*found, *_unlisted(text)]


def _unlisted(text: str) -> list[_Found]:
    general = families()["general"]
    return [
        _Found(start, reading, general, slug_of(text[start:end]), (start, end), known=False)
        for start, end, reading in unlisted(general, text)
    ]


_SOURCE: Final = re.compile(r"Digital Archive,\s+(?P<name>[^,.;\n<]{3,40}[^,.;<]{0,80}?)(?=,\s)")
_OF_ARCHIVE: Final = re.compile(r"[Aa]rchi[vu]|[Aa]rhiv|Library|Museum|Records|[Ll]evéltár|[Аа]рхив")


def _own_source(document: Document, found: list[_Found]) -> list[_Found]:
    """Read where the document is kept, when the table lacks the archive that its citation line names."""
    text, family = document.text, families()["general"]
    sources: list[_Found] = []
    for match in _SOURCE.finditer(text):
        start, end = match.span("name")
        if block_at(document, start) != "citation" or not _OF_ARCHIVE.search(match["name"]):
            continue
        reading = read_path(family, text, end, match["name"])
        if reading and not any(f.start < reading.end and start < f.reading.end for f in found):
            sources.append(_Found(start, reading, family, slug(match["name"]), (start, end), known=False))
    return sources


_HEAD: Final = 400  # the file number of a printed document stands above its heading
_FILE_NUMBER: Final = re.compile(
    r"(?:^|\n)(?P<series>(?:[A-Z][\w’' ./&-]{2,60}(?:Files?|Records|Papers)[,:]\s+)?)"
    r"(?=Lot(?: Files?)?,? \d\d"
    r"|\d{3}[\dA-Z]{0,3}\.[\dA-Z]{2,9}(?:\s?[A-Z(][\w.()]*(?:\s[A-Z][\w.()]*)?)?/\d{1,2}[-–]\d)"
)


def _file_number(text: str) -> list[_Found]:
    """Read the decimal file or lot number that *Foreign Relations* prints above a document."""
    match = _FILE_NUMBER.search(text, 0, _HEAD)
    family = families()["united-states"]
    reading = read(family, text, match.end(), after_name=False) if match else None
    if not match or not reading:
        return []
    series = match["series"].rstrip(" ,:")
    levels = (*([Level("series", series)] if series else []), *reading.levels)
    return [_Found(match.start("series"), replace(reading, levels=levels), family, "us-state", own=True)]


_BARE: Final = re.compile(
    r"(?<=;\s)(?=(?:[^\W\d_]{1,8}\.?\s?){1,2}\d)|(?:(?<=[;(\n.:])|(?<=[;.:]\s)|(?<=^)|(?<=and\s))(?=(?:[Dd]|[Дд]|[Ll]l?|[Лл]л?|a\.j|sv|[Bb]l)\.\s?\d)"
)


def _partial(text: str) -> list[_Found]:
    """Find "ibid., d. 5, l. 3" and bare "d. 58, l. 3" or "L. 208"; what they stand on is supplied later."""
    starts = [(m.start(), m.end()) for m in _IBID.finditer(text)]
    starts += [(m.start(), m.start()) for m in _BARE.finditer(text)]
    return [
        _Found(start, reading, family)
        for start, at in starts
        for family in families().values()
        if (reading := read(family, text, at, after_name=False)) and reading.labelled
    ]


_Last = tuple[ArchivalCitation, Family, int]  # the reference before, how it was read, and where it ends


def _citation(document: Document, analysis: Analysis, found: _Found, last: _Last | None) -> ArchivalCitation | None:
    """Make the citation; None where it stands on another and none is near."""
    text, reading = document.text, found.reading
    archive, levels = found.archive, reading.levels
    if not archive:
        if last is None or last[1].name != found.family.name or not _stands_on(text, found, last):
            return None
        archive = last[0].archive
        levels = _inherited(last[0], found) if _needs(text, found) else levels
    return ArchivalCitation(
        span=quote(text, found.start, reading.end),
        rule=_rule(found),
        archive=archive,
        archive_span=quote(text, *found.archive_span) if found.archive_span else None,
        levels=tuple(level for level in levels if level.kind != "papka"),
        papka=next((level.number for level in levels if level.kind == "papka"), ""),
        leaf_from=reading.leaf_from,
        leaf_to=reading.leaf_to,
        side=reading.side,
        own=found.own or _says_where(document, found.start),
        inferred=found.archive_span is None,
        cites=_cites(text, found.start),
        note=next((i for i, n in enumerate(analysis.notes) if n.body.start <= found.start < n.body.end), None),
    )


def _says_where(document: Document, offset: int) -> bool:
    """Say whether a place belongs to the words that say where the document itself is kept."""
    sources = (f.span for f in document.fields if f.name == "source")
    return block_at(document, offset) == "citation" or any(s.start <= offset < s.end for s in sources)


def _rule(found: _Found) -> str:
    """Name the rule; families that no text was met with, and levels taken from before, are counted by themselves."""
    untried = "-experimental" if found.family.experimental else ""
    return f"shelfmarks/{found.family.name}{untried}" + ("" if found.archive_span else "-inherited")


def _stands_on(text: str, found: _Found, last: _Last) -> bool:
    """Say whether the reference before is near enough: far for ibid., right before a bare leaf or file."""
    if not _needs(text, found):
        return True
    gap = found.start - last[2]
    if _IBID.match(text, found.start):
        return gap <= _REACH
    return gap <= _NEAR and (bool(found.reading.leaf_from) or text[last[2] : found.start].strip() == ";")


def _needs(text: str, found: _Found) -> bool:
    """Say whether the reference lacks its highest level, so that it stands on another."""
    levels, family = found.reading.levels, found.family
    same_collection = bool(family.named and _IBID.match(text, found.start))
    return not levels or levels[0].kind != family.kinds[0] or same_collection


def _inherited(last: ArchivalCitation, found: _Found) -> tuple[Level, ...]:
    """Put the levels of this reference below those of the last one that stand above them."""
    given = {level.kind for level in found.reading.levels}
    rank = {kind: place for place, kind in enumerate(found.family.kinds)}
    highest = min((rank.get(kind, 0) for kind in given), default=len(rank))
    above = takewhile(lambda level: rank.get(level.kind, -1) < highest, last.levels)
    papka = [Level("papka", last.papka)] if last.papka and rank["papka"] < highest else []
    return (*above, *papka, *found.reading.levels)


def _cites(text: str, start: int) -> Span | None:
    """Return the title in quotation marks that stands just before the reference, after "in" or a comma."""
    window = max(0, start - 400)
    match = _TITLE.search(text[window:start])
    return quote(text, window + match.start("title"), window + match.end("title")) if match else None
