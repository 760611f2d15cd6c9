"""Saved web pages: the digital archive's page of a document, a FRUS document out of an e-book or the web, any other.

The archive's page is read as its markup was described to us (h1; `.information-block`s of `.sub-title` and value;
`.pill`s; `node/NNN` in the settings of its content system): **this reader was never tried on a live page**. FRUS pages
follow the e-books of the Office of the Historian: heading, file number, dateline, signature, `.footnotes`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import html

from kg.errors import ReadError
from kg.model import Document, Field, Issue, Tag
from kg.read import frus
from kg.read.datelines import dateline
from kg.read.decoding import PAGE
from kg.read.headings import notes_start
from kg.read.markup import SUPERSCRIPT, Element, Flat, flatten, local, owe, put
from kg.read.source import Source, blocks_of, found, last_segment, make
from kg.read.values import edtf_of, fold, language_code

NAME: Final = "html/1"
ARCHIVE_NAME: Final = "wilson-html/1 untried"

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
})  # fmt: skip
_DROPPED: Final = frozenset({
    "aside", "button", "footer", "form", "head", "iframe", "link", "meta", "nav", "noscript", "script", "select",
    "style", "svg", "template",
})  # fmt: skip
_LABELS: Final = {
    "source": "source",
    "original archive": "source",
    "rights": "rights",
    "language": "original-language",
    "original language": "original-language",
    "record id": "identifier",
    "donors": "donor",
    "donor": "donor",
    "original classification": "",
    "date": "date",
    "original publication date": "date",
    "summary": "summary",
    "credits": "donor",
}
_KINDS: Final = {
    "person": "person",
    "people": "person",
    "org": "organisation",
    "organization": "organisation",
    "place": "place",
    "subject": "subject",
}
_PIECE: Final = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:head|body|div|article|main|section|p|h[1-4]|table|ul|ol|span|center|font)(?:\s[^<>]{0,500})?>",
    re.IGNORECASE,
)
"""How a piece of a page begins that was saved without the rest."""
_MARKUP: Final = re.compile(
    r"</?(?:p|br|div|em|strong|i|b|sup|a|span|ul|ol|li|h[1-6]|table|td|tr)\b[^<>]{0,500}>", re.IGNORECASE
)
_NODE: Final = re.compile(r"node/(\d+)")


@dataclass(frozen=True, slots=True)
class _Part:
    """A labelled block of the archive's page: its label and its value."""

    label: str
    value: str


def recognises(source: Source) -> bool:
    """Say whether the source is an HTML page."""
    return bool(PAGE.match(head := source.head(4000)) or _PIECE.match(head))


def read(source: Source) -> Document:
    """Return the document of a saved web page.

    Raises:
        ReadError: the page holds no text.

    """
    root = html.document_fromstring(
        source.text().encode(), parser=html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    )
    if not "".join(map(str, root.itertext())).strip():
        raise ReadError(f"{source.path}: this page holds no text.")
    if _by_class(root, "information-block"):
        return _archive_page(source, root)
    documents = [e for e in _by_class(root, "document") if local(e) == "div"]
    if documents and any(local(e) in {"h1", "h2", "h3", "h4"} for e in documents[0].iter()):
        return _frus(source, documents[0])
    return _any(source, root)


def plain_words(words: str) -> str:
    """Return words as a page would show them where they hold the markup of one; else as they are."""
    if not _MARKUP.search(words):
        return words
    flat = Flat()
    flatten(flat, html.fragment_fromstring(words, create_parent="div"), _separator, _special)
    return flat.text


def _by_class(root: Element, name: str) -> list[Element]:
    return [element for element in root.iter() if local(element) and name in (element.get("class") or "").split()]


def _words(element: Element) -> str:
    return fold("".join(map(str, element.itertext())))


def _separator(name: str) -> str:
    return "\n\n" if name in _BLOCKS else "\n" if name == "br" else ""


def _special(flat: Flat, element: Element) -> bool:
    """Leave out what is no text; write a superscript number in superscript digits, tight to the word before it."""
    name = local(element)
    if name == "sup" and (number := _words(element)).isdigit():
        flat.owed = "" if flat.owed == " " else flat.owed
        put(flat, number.translate(SUPERSCRIPT))
        return True
    return not name or name in _DROPPED


def _is(element: Element, *classes: str) -> bool:
    return any(name in (element.get("class") or "").split() for name in classes)


# --------------------------------------------------------------------------------------------------- the archive's page


def _archive_page(source: Source, root: Element) -> Document:
    """Return the document of the archive's page: title, labelled blocks, then the body."""
    flat = Flat()
    fields: list[Field] = []
    issues: list[Issue] = []
    tags = list(_pills(root))
    heading = next((e for e in root.iter() if local(e) == "h1"), None)
    _line(flat, fields, "title", _words(heading) if heading is not None else "")
    for part in _parts(root):
        name = _LABELS.get(part.label.lower())
        if name is None:
            issues.append(Issue("field-unknown", f"{source.path}: the field {part.label!r} is not known.", source.path))
            tags.append(Tag(part.label.lower(), part.value, f"/information-block/{part.label}"))
        elif not name or any(field.name == name for field in fields):
            tags.append(Tag(part.label.lower(), part.value, f"/information-block/{part.label}"))
        else:
            _line(flat, fields, name, part.value)
    node = next(
        (m for script in root.iter("script") if (m := _NODE.search("".join(map(str, script.itertext()))))), None
    )
    if node:
        tags.append(Tag("node", node[1], "/drupalSettings/path/currentPath"))
    owe(flat, "\n\n")
    starts = [("header", 0), ("body", flat.length + 2)]
    flatten(flat, _body(root), _separator, _special)
    text = flat.text
    if (notes := notes_start(text, starts[-1][1])) is not None:
        starts.append(("notes", notes))
    given = {field.name: field.value for field in fields}
    return make(
        source,
        text,
        reader=ARCHIVE_NAME,
        identifier=last_segment(_address(root)) or given.get("identifier", ""),
        collection="wilson",
        language=root.get("lang", "en").split("-")[0] or "en",
        blocks=blocks_of(len(text), starts),
        fields=fields,
        issues=issues,
        tags=tags,
    )


def _line(flat: Flat, fields: list[Field], name: str, words: str) -> None:
    """Put a field on a line of its own."""
    if not words:
        return
    owe(flat, "\n")
    put(flat, words)
    value = edtf_of(words) if name == "date" else language_code(words) if name == "original-language" else None
    if name != "date" or value:
        fields.append(found(flat.text, name, flat.length - len(words), flat.length, value))


def _parts(root: Element) -> Iterator[_Part]:
    """Yield label and value of each block of information; a pill is no value of a field."""
    for block in _by_class(root, "information-block"):
        label = next(iter(_by_class(block, "sub-title")), None)
        if label is None:
            continue
        values = [
            _words(e)
            for e in block
            if e is not label and local(e) and not _by_class(e, "pill") and not _is(e, "pill", "pill-subject")
        ]
        value = ", ".join(value for value in [*values, fold(label.tail or "")] if value)
        if value:
            yield _Part(_words(label).rstrip(":"), value)


def _pills(root: Element) -> Iterator[Tag]:
    """Yield the people, places, organisations and subjects that the archive's cataloguers name."""
    for number, pill in enumerate([e for e in root.iter() if local(e) and _is(e, "pill", "pill-subject")]):
        own = f"{pill.get('class') or ''} {pill.get('href') or ''}"
        around = " ".join(a.get("class") or "" for a in pill.iterancestors())
        block = next((a for a in pill.iterancestors() if _is(a, "information-block")), None)
        label = _words(next(iter(_by_class(block, "sub-title")), pill)).lower() if block is not None else ""
        said = (own.lower(), f"{around} {label}".lower())  # what the pill says of itself comes first
        kind = next((kind for words in said for word, kind in _KINDS.items() if word in words), "subject")
        if _words(pill):
            yield Tag(kind, _words(pill), f"/pill/{number}")


def _address(root: Element) -> str:
    """Return the page's own address, as its head gives it."""
    for link in root.iter("link"):
        if link.get("rel") == "canonical":
            return link.get("href") or ""
    return next((meta.get("content") or "" for meta in root.iter("meta") if meta.get("property") == "og:url"), "")


def _body(root: Element) -> Element:
    """Return the element that holds the text: of those whose class speaks of a body or transcript, the fullest."""
    named = [
        e
        for e in root.iter()
        if local(e) in {"div", "section", "article"}
        and re.search(r"\b(?:field--name-)?body\b|transcript|document-text", e.get("class") or "")
    ]
    candidates = named or [e for e in root.iter() if local(e) in {"article", "main"}] or [root]
    return max(candidates, key=lambda e: len(_words(e)))


# ---------------------------------------------------------------------------------------------------------- other pages


def _frus(source: Source, document: Element) -> Document:
    """Return a document of the *Foreign Relations of the United States* as its pages mark it up."""
    flat = Flat()
    flatten(flat, document, _separator, _special)
    text = flat.text
    notes = next((flat.spans[e][0] for e in _by_class(document, "footnotes") if e in flat.spans), None)
    heading = next(flat.spans[e] for e in document.iter() if local(e) in {"h1", "h2", "h3", "h4"} and e in flat.spans)
    return frus.document_of(source, text, NAME, heading=heading, notes=notes)


def _any(source: Source, root: Element) -> Document:
    """Return any page: its title is the first heading."""
    flat = Flat()
    flatten(flat, _main(root), _separator, _special)
    text = flat.text
    fields = []
    for element in root.iter():
        if local(element) in {"h1", "h2"} and element in flat.spans:
            start, end = flat.spans[element]
            fields.append(found(text, "title", start, end))
            break
    starts = [("body", 0)]
    if (notes := notes_start(text, 0)) is not None:
        starts.append(("notes", notes))
    if date := dateline(text, 0, len(text) if notes is None else notes):
        fields.append(date)
    language = (root.get("lang") or "en").split("-")[0]
    return make(
        source,
        text,
        reader=NAME,
        language=language,
        blocks=blocks_of(len(text), starts),
        fields=fields,
        identifier=last_segment(_address(root)),
    )


def _main(root: Element) -> Element:
    candidates = [e for e in root.iter() if local(e) in {"article", "main"}]
    return max(candidates, key=lambda e: len(_words(e)), default=root)
