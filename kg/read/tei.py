"""Texts encoded in TEI: diplomatic editions such as FRUS and the EHRI online editions.

The header's title, date, shelfmark and author stand on lines of their own before the text; notes are moved behind it,
called by superscript numbers. What the editor marked (persName, placeName, orgName, date) becomes marks: the editor's
evidence. TEI P5 Guidelines, chapters 2 (header), 3.9 (notes), 13 (names, dates).
"""

import re
from typing import Final

from kg.errors import ReadError
from kg.model import Document, Field, Issue, Mark, quote
from kg.read.markup import SUPERSCRIPT, Element, Flat, attribute, flatten, local, owe, parse_xml, put
from kg.read.source import Source, blocks_of, found, make
from kg.read.values import edtf_of, fold

NAME: Final = "tei/1"

_ROOT: Final = re.compile(
    rb"<(?:\w+:)?(?:TEI|teiCorpus|text|div)\b[^>]*\bxmlns(?::\w+)?=[\"']http[s]?:[^\"']*tei-c\.org|<TEI(?:\.2)?[\s>]"
)
_REACH: Final = 4000
_BLOCKS: Final = frozenset({
    "ab", "argument", "bibl", "byline", "closer", "dateline", "div", "div1", "div2", "div3", "docauthor",
    "epigraph", "head", "item", "l", "label", "lg", "list", "listbibl", "opener", "p", "postscript", "row",
    "salute", "signed", "sp", "stage", "table",
})  # fmt: skip
_DROPPED: Final = frozenset({
    "teiheader", "figdesc", "fw", "graphic", "facsimile", "back", "del", "surplus",
})  # fmt: skip
_MENDED: Final = {"sic": "corr", "orig": "reg", "abbr": "expan"}
"""What stands in a `choice` beside the editor's own reading, and gives way to it (chapter 3.5)."""
_MARKS: Final = {"persname": "person", "placename": "place", "orgname": "organisation", "date": "date"}
_TEI_DATE: Final = re.compile(r"(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:T[\d:.+Z-]*)?")
_MARKED_BY: Final = re.compile(r"\b(?:mark|encod|annotat|tagg)", re.IGNORECASE)
_EDITED_BY: Final = re.compile(r"\bedit", re.IGNORECASE)
_NOTHING_THERE: Final = 120  # characters: an "original" shorter than this only says that it is not available


def recognises(source: Source) -> bool:
    """Say whether the source is XML in the namespace of the TEI."""
    head = source.head(_REACH)
    return head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" and bool(_ROOT.search(head))


def documents(root: Element) -> list[Element]:
    """Return the elements that are a document each: the TEIs of a corpus, the `div`s of that type, texts of a group."""
    return (
        [element for element in root.iter() if local(element) in {"tei", "tei.2"} and element is not root]
        or [element for element in root.iter() if local(element) == "div" and element.get("type") == "document"]
        or [text for group in root.iter() if local(group) == "group" for text in group if local(text) == "text"]
    )


def read(source: Source) -> Document:
    """Return the document of a TEI file, or of one document of an edition.

    Raises:
        ReadError: the XML cannot be parsed, wants something from outside the file, or holds no text.

    """
    root = parse_xml(source)
    flat = Flat()
    fields = _header(flat, root)
    body = _body(root)
    notes: list[Element] = []
    owe(flat, "\n\n")
    start = flat.length + len(flat.owed) if flat.length else 0
    flatten(flat, body, _separator, lambda into, element: _special(into, element, notes))
    starts = [("header", 0), ("body", start)]
    if notes:
        owe(flat, "\n\n")
        starts.append(("notes", flat.length + len(flat.owed)))
        _put_notes(flat, notes)
    text = flat.text
    if len(text) <= start:
        raise ReadError(f"{source.path}: the body of this TEI holds no text.")
    fields += _printed(flat, body, text, {field.name for field in fields})
    return make(
        source,
        text,
        reader=NAME,
        identifier=attribute(root, "id") if local(root) == "tei" else "",
        language=_language(root, body),
        blocks=blocks_of(len(text), starts),
        fields=fields,
        issues=_left_out(source, root),
        marks=_marks(flat, text),
        editor=_editor(root),
    )


def _left_out(source: Source, root: Element) -> list[Issue]:
    """Complain of front and back matter, which is not read."""
    return [
        Issue("part-left-out", f"{source.path}: the {local(part)} matter of the text is not read.", source.path)
        for part in root.iter()
        if local(part) in {"front", "back"} and _words(part)
    ]


def _separator(name: str) -> str:
    return "\n\n" if name in _BLOCKS else "\n" if name in {"lb", "address", "addrline"} else ""


def _special(flat: Flat, element: Element, notes: list[Element]) -> bool:
    """Leave out what is no text of the document; put a call for a note."""
    name = local(element)
    if name == "note":
        number = element.get("n") or str(len(notes) + 1)
        notes.append(element)
        if flat.owed == " ":
            flat.owed = ""
        put(flat, number.translate(SUPERSCRIPT))
        return True
    if name == "lb" and element.get("break") == "no":  # inside a word
        flat.owed = ""
        put(flat, (element.tail or "").lstrip())
        element.tail = None
        return True
    beside = (*element.itersiblings(), *element.itersiblings(preceding=True)) if name in _MENDED else ()
    if any(local(other) == _MENDED[name] for other in beside):
        return True
    if name == "pb":
        return True
    return name in _DROPPED or not name


def _put_notes(flat: Flat, notes: list[Element]) -> None:
    """Add the notes, each in a paragraph behind its number. A note inside a note follows them."""
    for place, note in enumerate(notes, 1):  # grows while notes call further notes
        owe(flat, "\n\n")
        put(flat, (note.get("n") or str(place)).translate(SUPERSCRIPT))
        owe(flat, " ")
        tail, note.tail = note.tail, None
        put(flat, note.text or "")
        for child in note:
            flatten(flat, child, _inline, lambda into, element: _special(into, element, notes))
        note.tail = tail


def _inline(name: str) -> str:
    return " " if _separator(name) else ""


# ----------------------------------------------------------------------------------------------------------- the header


def _find(root: Element, *path: str) -> list[Element]:
    """Return the elements at a path of local names, each step anywhere below the one before."""
    found_here = [root]
    for name in path:
        found_here = [
            below
            for element in found_here
            for below in element.iter()
            if local(below) == name.lower() and below is not element
        ]
    return list(dict.fromkeys(found_here))


def _words(element: Element) -> str:
    return fold("".join(str(piece) for piece in element.itertext()))


def _header(flat: Flat, root: Element) -> list[Field]:
    """Put the header's title, date, shelfmark and author on lines of their own and return them as fields."""
    header = next(iter(_find(root, "teiHeader")), None)
    if header is None:
        return []
    titles = _find(header, "titleStmt", "title")
    title = next((t for t in titles if attribute(t, "lang").startswith("en")), titles[0] if titles else None)
    date = next(iter([*_find(header, "creation", "origDate"), *_find(header, "creation", "date")]), None)
    edtf = _edtf(date) if date is not None else ""
    shelfmark = ", ".join(
        _words(part) for identifier in _find(header, "msIdentifier")[:1] for part in _shelfmark(identifier)
    )
    authors = [_words(p) for c in _find(header, "creation")[:1] for p in c if local(p) == "persname"]
    lines = [
        ("title", _words(title) if title is not None else "", ""),
        ("date", _words(date) if date is not None else "", edtf),
        ("source", shelfmark, ""),
    ]
    fields = []
    for name, words, value in (*lines, *(("author", author, "") for author in authors)):
        if not words or (name == "date" and not edtf):
            continue
        owe(flat, "\n")
        put(flat, words)
        fields.append(found(flat.text, name, flat.length - len(words), flat.length, value or None))
    return fields


def _editor(root: Element) -> str:
    """Return who marked the text, as the header says: a statement of responsibility for that, else its editor."""
    statements = [
        (_words(work), _words(who))
        for each in _find(root, "titleStmt", "respStmt")
        for work in _find(each, "resp")[:1]
        for who in each
        if local(who) in {"name", "persname", "orgname"}
    ]
    editors = [_words(each) for each in _find(root, "titleStmt", "editor")]
    for pattern in (_MARKED_BY, _EDITED_BY):
        if named := [who for work, who in statements if who and pattern.search(work)]:
            return " and ".join(dict.fromkeys(named))
    return " and ".join(dict.fromkeys(filter(None, editors)))


def _shelfmark(identifier: Element) -> list[Element]:
    """Return the parts of a manuscript's identifier, from the archive down, without its street address."""
    parts = [part for part in identifier if local(part) in {"repository", "institution", "collection", "idno"}]
    return [next(iter(_find(part, "orgName")), part) for part in parts]


def _body(root: Element) -> Element:
    """Return the element that holds the text: a translation before an original that is not given, else the body."""
    translations = [e for e in root.iter() if local(e) == "div" and e.get("type") == "translation" and _words(e)]
    originals = [
        e for e in root.iter() if local(e) == "div" and e.get("type") == "original" and len(_words(e)) > _NOTHING_THERE
    ]
    if translations:
        return translations[0]
    if originals:
        return originals[0]
    return next(iter([*documents(root), *_find(root, "body")]), root)


def _language(root: Element, body: Element) -> str:
    """Return the language of the text that is read; the header may name only that of the original."""
    of_text = next(iter(_find(root, "textLang")), None)
    said = attribute(body, "lang") or (of_text.get("mainLang") if of_text is not None else "")
    language = next(iter(_find(root, "langUsage", "language")), None)
    if not said and body.get("type") != "translation" and language is not None:
        said = language.get("ident")
    return str(said or attribute(root, "lang") or "en")


def _printed(flat: Flat, body: Element, text: str, known: set[str]) -> list[Field]:
    """Return title and date that the text itself prints, where the header gives none."""
    fields = []
    for name, tag in (("title", "head"), ("date", "date")):
        for element in body.iter():
            if name not in known and local(element) == tag and element in flat.spans:
                start, end = flat.spans[element]
                value = _edtf(element) if name == "date" else None
                if value != "":
                    end = start + len(text[start:end].rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹"))
                    fields.append(found(text, name, start, end, value))
                    break
    return fields


# ------------------------------------------------------------------------------------------------------------ the marks


def _edtf(element: Element) -> str:
    """Return the EDTF form of an encoded date: its attributes, else its words; empty if neither says a date."""
    values = {
        name: match[1]
        for name in ("when", "from", "to", "notBefore", "notAfter")
        if (match := _TEI_DATE.match(element.get(name) or ""))
    }
    if "when" in values:
        return values["when"]
    first, last = values.get("from") or values.get("notBefore"), values.get("to") or values.get("notAfter")
    if first or last:
        return f"{first or '..'}/{last or '..'}"
    return edtf_of(_words(element)) or ""


def _marks(flat: Flat, text: str) -> list[Mark]:
    """Return what the editor marked, the innermost where marks of one kind stand in each other."""
    marks = []
    for element, (start, end) in flat.spans.items():
        kind = _MARKS.get(local(element))
        inner = kind and any(_MARKS.get(local(below)) == kind for below in element.iter() if below is not element)
        if not kind or inner or not text[start:end].strip():
            continue
        value = _edtf(element) if kind == "date" else ""
        if kind != "date" or value:
            marks.append(
                Mark(
                    kind,
                    quote(text, start, end),
                    value,
                    element.get("corresp") or element.get("ref") or element.get("key") or "",
                )
            )
    return marks
