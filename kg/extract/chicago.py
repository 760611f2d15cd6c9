"""References in the Chicago manner: an imprint in brackets, a title in quotation marks, a dated newspaper.

"Author, *Title* (Place: Publisher, 1990), pp. 1-2", with or without the marks of the title. Each reader takes the text
with its line breaks as blanks, and the offsets that a reference may not cross.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.chapters import makers_behind
from kg.extract.journals import article, run_at
from kg.extract.kinds import NUMBER, kind_of
from kg.extract.names import UPPER, WORD
from kg.extract.references import (
    IMPRINT,
    ITALIC,
    PERSON,
    QUOTED,
    YEAR,
    Name,
    Parts,
    creators_at,
    creators_before,
    folded,
    pages_after,
    title_in,
)

_ABBREVIATIONS: Final = (
    *("[Nn]o", "[Vv]ol", "[Ee]d", "[Ee]ds", "[Cc]f", "pp", "[Tt]rans", "comp", "comps", "rev"),
    *("Dr", "Mr", "St", "Jr", "Bd", "t", "hrsg", "red", "bearb", r"U\.S"),
)
_NO_ABBREVIATION: Final = "".join(rf"(?<!\b{word})" for word in _ABBREVIATIONS)
_BREAK: Final = re.compile(rf"(?:(?<=[a-zа-я\d)\]”\"*]){_NO_ABBREVIATION}\.\s+(?=[^\W_a-z\d]|[“\"*\[(‘])|;\s|\n\s*\n)")


def limit_after(limits: list[int], offset: int) -> int:
    """Return the next offset that a reference may not cross."""
    return limits[bisect_right(limits, offset)] if offset < limits[-1] else offset


def _clause(flat: str, limits: list[int], end: int) -> int:
    """Return where the clause begins that holds a reference ending at `end`."""
    start = max(limits[bisect_right(limits, end - 1) - 1], end - 500)
    first = start
    for match in _BREAK.finditer(flat, start, end):
        if flat.count("*", first, match.start()) % 2 == 0:  # a title in italics may have full stops
            start = match.end()
    return start


# ----------------------------------------------------------------------------------------------------------- articles


_IN_JOURNAL: Final = re.compile(
    r",?\s*(?:trans(?:\.|lated by)\s[^,“*\d]{3,40},\s+)?"
    r"(?:\d{1,2}\s\w{3,9}\s\d{4},?\s+)?(?:(?:(?:re)?(?:published|printed)\s+)?in:?\s+|//\s+)?"
)


def articles(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read “Title,” *Journal* 51, no. 3 (2002), pp. 523-567."""
    for quoted in QUOTED.finditer(flat):
        lead = _IN_JOURNAL.match(flat, quoted.end())
        run = run_at(flat, lead.end(), sure=True) if lead else None
        if run and not kind_of(run.journal):
            start, names = creators(flat, limits, quoted.start())
            yield article(start, "works/article", title_in(quoted), names, run)


_REVIEW: Final = re.compile(r"[BbRr](?<!\w.)(?:ook\s[Rr])?eview\s(?:of|essay\son)\s(?=[^\W_a-z]|[*“\"‘])")
_COMMA: Final = re.compile(r",?[”\"*]?,\s+(?:in\s+)?(?=[*“„]|[^\W\d_a-z])")
_LONGEST_REVIEW: Final = 300


def reviews(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read "A. Author, review of *Book* by B. Other, *Journal* 27, no. 2 (2002), p. 3": the review, not the book."""
    for lead in _REVIEW.finditer(flat):
        stop = min(limit_after(limits, lead.start()), lead.end() + _LONGEST_REVIEW)
        for comma in _COMMA.finditer(flat, lead.end(), stop):
            if run := run_at(flat, comma.end(), sure=False):
                start, names = creators(flat, limits, lead.start())
                yield article(start, "works/review", flat[lead.start() : comma.start()], names, run)
                break


_BODY: Final = re.compile(r"(?P<body>[^\W\d_a-z][^,;.“”*()]{6,80}),\s+\(?(?:eds?|comps?)\.\)?,?\s*")
_NO_AUTHOR: Final = re.compile(r"Editorial|Leader|Memorandum|Communiqué|Statement|Interview|Unsigned|Anonymous|Anon")
_ACCOUNT: Final = re.compile(rf"(?P<name>{PERSON}),\s+in\s+$")


def creators(flat: str, limits: list[int], end: int) -> tuple[int, tuple[Name, ...]]:
    """Return where the reference begins and its creators, from what stands before the title at `end`."""
    start = _clause(flat, limits, end)
    if lead := _LEAD.match(flat, start, end):
        start = lead.end()
    found = creators_before(flat, start, end)
    if found is None:
        body = _BODY.fullmatch(flat, start, end)
        return (start, (Name("editor", *body.span("body")),)) if body else (end, ())
    begin, names = found
    if names and _NO_AUTHOR.fullmatch(flat, names[0].start, names[-1].end):
        return end, ()
    account = _ACCOUNT.search(flat[start:begin])
    if account and names and names[0].role == "editor":
        names = (Name("author", start + account.start("name"), start + account.end("name")), *names)
    return begin, names


# -------------------------------------------------------------------------------------------------------------- books

_DETAILS: Final = re.compile(
    r"(?:,?\s*(?:vols?\.|Vol\.|Bd\.|t\.)\s?(?P<volume>[\dIVX]+)|,?\s*\d\w*\s(?:(?:rev\.\s)?edn?\.?|[Ss]eries|[Ss]er\.)(?!\w)"
    r"|,?\s*(?:Book|Part|[Bb]k\.|[Kk]n\.|pt\.|[Ss]eries|[Ss]er\.)\s(?:\d+|[IVX]{1,5}(?!\w)|[A-Z](?!\w))"
    r"|,\s*(?:directed|narrated|produced)\sby\s[^,(]{3,50}"
    r"|,\s*\d+\svols?\.|,\s*(?:trans|translated by|transl)\.?\s[^,(]{3,50}"
    r"|,\s*(?:ed|eds|edited by|bearb\w*\.? von)\.?\s[^,(]{3,80})*[,.]?\s*$"
)
_PAGES_BEFORE: Final = re.compile(rf",\s(?:pp?\.\s)?(?!{YEAR}[-–])(?P<pages>\d{{1,4}}[-–]\d{{1,4}})\s*$")
_IN: Final = re.compile(r",?\s*(?:in|In|in:|In:)\s*:?\s*$")
_IN_BOOK: Final = re.compile(r"\s*[Ii]n:?\s+(?P<container>[^\W_][^“”\"()]{3,200})")
_IN_BOOK_ALONE: Final = re.compile(
    r"(?:.{0,80}\b(?:re)?(?:printed|published)\s)?[Ii]n:?\s+(\*[^*]{3,200}\*|[^\W\da-z_][^.;*]{3,200})"
)
_IN_EDITED: Final = re.compile(r"\s*in:?\s+(?=[^\W_])")


def books(flat: str, limits: list[int]) -> Iterator[Parts]:
    """Read whatever has an imprint in brackets: books, chapters, theses, working papers."""
    end = 0
    for imprint in IMPRINT.finditer(flat):
        where = imprint["where"] or ""
        start = max(end, _clause(flat, limits, imprint.start()))
        end, pages = pages_after(flat, imprint.end())
        before = _PAGES_BEFORE.search(flat, max(start, imprint.start() - 20), imprint.start())
        base = Parts(
            start=start,
            end=end,
            rule="works/book",
            type="book",
            publisher=imprint.span("publisher") if imprint["publisher"] else None,
            place=folded(imprint["place"] or where),
            issued=imprint["year"],
            pages=pages or (before["pages"].replace("–", "-") if before else ""),
        )
        found = _titled(flat, limits, start, before.start() if before else imprint.start(), base)
        if found is None:
            continue
        if kind := kind_of(where):
            comma = where.find(",")
            publisher = where[comma + 1 :].strip()
            at = imprint.start("where") + where.find(publisher)
            found = replace(
                found,
                type=kind,
                rule=f"works/{kind}",
                place="",
                publisher=(at, at + len(publisher)) if comma > 0 else None,
            )
        yield found


def _titled(flat: str, limits: list[int], start: int, end: int, base: Parts) -> Parts | None:
    """Read title and creators before an imprint at `end`: in asterisks, in quotation marks, or bare."""
    italics = [m for m in ITALIC.finditer(flat, start, end) if _DETAILS.fullmatch(flat, m.end(), end)]
    if italics:
        editors = makers_behind(flat, italics[-1].end(), end)[1]
        found = _italic(flat, limits, italics[-1], base)
        return replace(found, names=(*found.names, *editors))
    quoted = list(QUOTED.finditer(flat, start, end))
    return _quoted(flat, limits, quoted[-1], end, base) if quoted else _bare(flat, start, end, base)


def _quoted(flat: str, limits: list[int], last: re.Match[str], end: int, base: Parts) -> Parts | None:
    """Read a title in quotation marks before an imprint at `end`, and the book or series that it stands in."""
    between = flat[last.end() : end].strip(" ,")
    if "Archive," in between:
        return _bare(flat, last.end() + between.rindex("Archive,") + len("Archive,") + 2, end, base)
    begin, names = creators(flat, limits, last.start())
    found = replace(base, start=begin, title=title_in(last), names=names)
    if not between:
        return found
    inside = _inside(flat, last.end(), end)
    if not inside and (book := _IN_BOOK_ALONE.fullmatch(between)):
        return replace(found, type="chapter", rule="works/chapter", container=folded(book[1]))
    if not inside:
        number = NUMBER.search(between)
        series, issue = (between[: number.start()], number["number"]) if number else (between, "")
        return replace(found, type="report", rule="works/report", container=series, issue=issue)
    whole, editors = inside
    return replace(found, type="chapter", rule="works/chapter", names=names + editors, container=whole)


def _inside(flat: str, start: int, end: int) -> tuple[str, tuple[Name, ...]] | None:
    """Read "in Book, ed. B. Editor" or "in B. Editor, ed., Book" between a title and an imprint: book and editors."""
    at, editors = makers_behind(flat, start, end)
    if editors and (book := _IN_BOOK.fullmatch(flat, start, at)):
        return folded(book["container"]), editors
    edited = _IN_EDITED.match(flat, start, end)
    for stop, names in creators_at(flat, edited.end(), end) if edited else ():
        if title := _AFTER_NAMES.match(flat, stop, end):
            return folded(title["title"]), tuple(replace(name, role="editor") for name in names)
    return None


_SERIES_BEFORE: Final = re.compile(
    r"\*(?P<title>[^*]{5,200})\*,\s+(?:[Vv]ol(?:ume|\.)|Bd\.|t\.)\s?(?P<volume>\d{1,3}|[IVXLC]{1,7})[,:]\s+$"
)
"""The title of the whole, before that of the volume."""


def _italic(flat: str, limits: list[int], italic: re.Match[str], base: Parts) -> Parts:
    begin, names = creators(flat, limits, italic.start())
    title = title_in(italic)
    if series := _SERIES_BEFORE.search(flat, max(0, italic.start() - 250), italic.start()):
        base = replace(base, volume=series["volume"])
        begin, names = creators(flat, limits, series.start())
        title = f"{folded(series['title'])}, {title}"
    if _IN.search(flat[max(0, begin - 6) : begin]):
        before = [m for m in QUOTED.finditer(flat, max(0, begin - 400), begin) if _IN.fullmatch(flat, m.end(), begin)]
        if before:
            start, authors = creators(flat, limits, before[-1].start())
            editors = tuple(replace(n, role="editor") for n in names)
            return replace(
                base,
                start=start,
                type="chapter",
                rule="works/chapter",
                title=title_in(before[-1]),
                names=authors + editors,
                container=title,
            )
    return replace(base, start=begin, title=title, names=names)


_IN_PROSE: Final = re.compile(rf"(?<=[a-z]\s)(?:{UPPER}\.\s?)*{WORD}(?:\s{UPPER}\.)*\s{WORD}(?=,\s+[^\W\da-z_])")
_AFTER_NAMES: Final = re.compile(r",\s+(?P<title>[^\W_].{3,300})")
_ALONE: Final = re.compile(
    r"(?:Archive|(?:[Rr]e)?[Pp]rinted in|[Pp]ublished in|[Ss]ee(?: also)?|[Cc]f\.|[Ii]n|[Ff]rom),?\s+(?:the\s+)?"
    r"(?P<title>[^\W\d_a-z][^.;“”\"]{6,180}?)\s*$"
)
_EDITION: Final = re.compile(
    r"(?P<title>(?:[^\W\da-z_][\w’'-]+\s){0,3}(?:Documents?|Documenti|Dokument\w*|Iratok|Akten|Foreign Relations"
    r"|Correspondence|Papers|Protocols|Protokolle|Records|Minutes|Sbornik|Collected|Selected|Dokumenty"
    r"|DBPO|DBFP|DDF|AAPD|ADAP|DCER|DVP)\b[^;.“”\"]{3,180}?)"
    r"(?:,\s+(?:[Vv]ol(?:ume|s)?\.?|Bd\.|[Tt]om\.?|t\.)\s(?P<volume>[IVXLC\d]+)(?:,\s+(?:(?P<of>[^\W\d_][^;“”\"]{3,120})|[\d–-]{4,9}))?)?\s*$"
)
_LEAD: Final = re.compile(
    r"(?:[Ss]ee(?: also)?|[Cc]f\.|[Cc]ompare|[Rr]eprinted in|[Pp]ublished in|[Ii]n|[Ff]rom|[Bb]y|also),?\s+"
)


def _bare(flat: str, start: int, end: int, base: Parts) -> Parts | None:
    """Read "A. Author and B. Author, Title" without any marks, from a place where such a thing can begin."""
    lead = _LEAD.match(flat, start, end)
    stop, editors = makers_behind(flat, start, end)
    edition = _EDITION.match(flat, lead.end() if lead else start, stop)
    if edition and base.publisher:
        number = edition["volume"] or ""
        title = ", ".join(map(folded, filter(None, edition.group("title", "of"))))
        return replace(base, start=edition.start(), title=title, volume=number, names=editors)
    leads = [*([] if lead else [start]), *(m.end() for m in _LEAD.finditer(flat, start, stop))]
    told = [m.start() for m in _IN_PROSE.finditer(flat, start, stop)] if base.publisher else []
    for begin in (*leads, *told):
        for after, names in creators_at(flat, begin, stop):
            if match := _AFTER_NAMES.match(flat, after, stop):
                volume = re.search(r",\s+[Vv]ol\.\s?(\d+)", match["title"])
                title = match["title"][: volume.start()] if volume else match["title"]
                number = volume[1] if volume else ""
                return replace(base, start=begin, title=folded(title), names=names + editors, volume=number)
    alone = _ALONE.search(flat, max(0, start - 12), end)
    if alone:
        return replace(base, start=alone.start("title"), title=folded(alone["title"]))
    return None
