"""References to published works, as notes in the Chicago manner, citation lines and lists of literature give them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.chicago import articles, books, reviews
from kg.extract.editions import bulletins, periodicals, series
from kg.extract.footnotes import laws, listed, loose
from kg.extract.journals import unmarked_articles
from kg.extract.literature import literature
from kg.extract.press import newspapers, online
from kg.extract.references import IDEM, Name, Parts, title_and_meaning
from kg.extract.shortrefs import RULES, known, short
from kg.extract.unpublished import papers, unnamed_papers
from kg.model import Analysis, Creator, Document, WorkCitation, block_at, field_of, quote

_IBID: Final = re.compile(r"[Ii]bid(?:em)?\.?|[Ee]bd|[Ee]benda|[Tt]am zhe|[Тт]ам же")
_READERS = (articles, reviews, books, papers, newspapers, unnamed_papers, bulletins, periodicals, series)
_NOTE_READERS = (online, listed, laws, unmarked_articles, loose, short, known)


def works(document: Document, analysis: Analysis) -> Analysis:
    """Add the works that the document cites, in order; ibid., op. cit. and short titles are filled from their works."""
    flat = document.text.replace("\n", " ").replace("\f", " ")
    limits = sorted({0, len(flat), *(n.body.start for n in analysis.notes), *(b.start for b in document.blocks)})
    barred = [(c.span.start, c.span.end) for c in analysis.citations]
    parts: list[Parts] = list(literature(document.text))
    for read in _READERS:
        _add(parts, read(flat, limits), [])
    for note in analysis.notes:
        for read_note in _NOTE_READERS:
            _add(parts, read_note(flat, note.body.start, note.body.end), barred)
    full = [p for p in parts if p.rule not in RULES]
    resolved: list[Parts] = []
    for found in sorted(parts, key=lambda p: p.start):
        whole = _resolved(flat, found, resolved, full, barred)
        if whole:
            resolved.append(whole)
    cited = [_citation(document, analysis, p) for p in resolved]
    return replace(analysis, works=tuple(cited))


def _add(parts: list[Parts], found: Iterator[Parts], barred: list[tuple[int, int]]) -> None:
    """Keep what overlaps neither an earlier reader's find nor an archival reference."""
    for new in found:
        taken = [(p.start, p.end) for p in parts] + barred
        if not any(start < new.end and new.start < end for start, end in taken):
            parts.append(new)


def _resolved(
    flat: str, found: Parts, before: list[Parts], full: list[Parts], barred: list[tuple[int, int]]
) -> Parts | None:
    """Fill a short reference from the work it stands for; None where nothing shows that it is one."""
    if before and len(found.names) == 1 and _is_idem(flat, found.names[0]):
        found = replace(found, names=tuple(replace(n, role=found.names[0].role) for n in before[-1].names))
    if before and _IBID.fullmatch(found.container):
        found = replace(found, container=before[-1].container)
    if found.rule not in RULES:
        return found
    if found.rule == "works/ibid":
        last = before[-1] if before else None
        archival = max((end for start, end in barred if start < found.start), default=-1)
        return _filled(found, last) if last and archival < last.end else None
    wanted = {words[-1] for name in found.names if (words := _words(flat, name))}
    earlier = (work for work in reversed(before) if work.rule not in RULES)
    for work in (*earlier, *(work for work in full if work.start > found.start)):
        same = bool(wanted) and wanted <= {word for name in work.names for word in _words(flat, name)}
        if same and _same_title(found.title, work.title) and found.issued in ("", work.issued):
            return _filled(found, work)
    return None if found.rule == "works/short-known" else found


def _is_idem(flat: str, name: Name) -> bool:
    idem = IDEM.match(flat, name.start)
    return idem is not None and idem.end() == name.end


def _words(flat: str, name: Name) -> list[str]:
    """Return the words of a name, less initials: "Berg, Ida" are berg and ida, "A. Lie" is lie."""
    return [word for word in re.split(r"[\s.,]+", flat[name.start : name.end].casefold()) if len(word) > 1]


def _same_title(short_title: str, title: str) -> bool:
    fold = re.compile(r"\W+")
    return fold.sub("", short_title.casefold()) in fold.sub("", title.casefold())


def _filled(found: Parts, work: Parts) -> Parts:
    return replace(
        work, start=found.start, end=found.end, rule=found.rule, names=found.names, pages=found.pages, publisher=None
    )


def _issued(analysis: Analysis, parts: Parts) -> str:
    """Return when the work appeared; the year of "Pravda of 3 June" is the one that the date has in its text."""
    if not parts.issued.startswith("XXXX"):
        return parts.issued
    inside = (d.edtf for d in analysis.dates if parts.start <= d.span.start and d.span.end <= parts.end)
    return next((value for value in inside if value.endswith(parts.issued.removeprefix("XXXX"))), "")


def _citation(document: Document, analysis: Analysis, parts: Parts) -> WorkCitation:
    text = document.text
    title = parts.title
    if parts.rule == "works/published-in" and block_at(document, parts.start) == "citation":
        own = field_of(document, "title")
        title = title or (own.value if own else "")
    title, translated = title_and_meaning(title)
    note = next((i for i, n in enumerate(analysis.notes) if n.body.start <= parts.start < n.body.end), None)
    return WorkCitation(
        span=quote(text, parts.start, parts.end),
        rule=parts.rule,
        type=parts.type,
        title=title,
        creators=tuple(Creator(n.role, quote(text, n.start, n.end)) for n in parts.names),
        container=title_and_meaning(parts.container)[0],
        publisher=quote(text, *parts.publisher) if parts.publisher else None,
        place=parts.place,
        issued=_issued(analysis, parts),
        volume=parts.volume,
        issue=parts.issue,
        pages=parts.pages,
        note=note,
        translated_title=translated,
    )
