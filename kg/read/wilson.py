"""Pages of the Wilson Center's digital archive: the page as copied text, its PDF as text, and the same on one line.

All three hold the same parts in the same order: a cover (date, title, Citation, Summary, Original Language, Contents),
then the translation, then notes. The layouts were read off the archive's own pages and PDF files; the copied page marks
the title with asterisks, the PDF begins with a running head, and both may break lines anywhere.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kg.errors import ReadError
from kg.model import Document, Field, Issue, Tag, quote
from kg.read.calendar import edtf
from kg.read.headings import notes_start
from kg.read.source import Source, blocks_of, found, last_segment, make, trimmed
from kg.read.values import LANGUAGE_NAMES, date_at, edtf_of, fold, language_code

NAME: Final = "wilson-page/1"
COLLECTION: Final = "wilson"

_HEAD: Final = re.compile(
    r"(?:\s*(?:Digital Archive|digitalarchive\.wilsoncenter\.org|International History Declassified)(?=\s))+"
)
_LABELS: Final = {
    "Citation": "citation",
    "Summary": "summary",
    "Credits": "donor",
    "Donors": "donor",
    "Rights": "rights",
    "Original Language": "original-language",
    "Original Archive": "source",
    "Source": "source",
    "Contents": "contents",
}
_LABEL: Final = re.compile(
    r"(?<![^\s*])\*{0,3}(?P<label>Citation|Summary|Credits|Original Language|Contents"
    r"|^(?:Donors|Rights|Original Archive|Source)):\*{0,3}(?=\s)",
    re.MULTILINE,
)
_OTHER_LABEL: Final = re.compile(r"^[ \t]*([A-Z][A-Za-z ]{2,30}):[ \t]*$", re.MULTILINE)
_URL: Final = re.compile(r"https?://[^\s<>\"]+")
_LANGUAGE: Final = "(?P<language>" + "|".join(re.escape(name) for name in LANGUAGE_NAMES) + ")"
_ENTRY: Final = re.compile(
    rf"\s*(?:(?:Translation|Transcript(?:ion)?|Original)(?:\s+-\s+{_LANGUAGE})?(?![a-z])"
    rf"|{_LANGUAGE.replace('language', 'before')}\s+(?:Translation|Transcript(?:ion)?)(?![a-z])"
    r"|Scan\s+of\s+(?:the\s+)?Original(?:\s+Document)?)[ \t]*(?=\s|$|[A-Z])",
    re.IGNORECASE,
)
_KEEPER: Final = re.compile(r"wilson\s*center", re.IGNORECASE)
_BLOCK_OF: Final = {
    "citation": "citation",
    "summary": "summary",
    "original-language": "language",
    "contents": "contents",
}
_LONGEST_DATE: Final = 60
_COVER: Final = 20_000  # characters within which the cover ends


def recognises(source: Source) -> bool:
    """Say whether the source is the text of such a page."""
    return is_page(source.text())


def is_page(text: str) -> bool:
    """Say whether a text begins with the cover of such a page."""
    labels = [m["label"] for m in _LABEL.finditer(text, 0, _COVER)]
    return (
        "Citation" in labels
        and bool({"Contents", "Original Language"} & set(labels))
        and "Digital Archive" in text[:_COVER]
    )


def read(source: Source) -> Document:
    """Return the document of such a page."""
    return document_of(source, source.text(), NAME)


def document_of(
    source: Source, text: str, reader: str, tags: Sequence[Tag] = (), issues: Sequence[Issue] = ()
) -> Document:
    """Return the document of a page whose text another reader made (out of a PDF, a saved page, a curator's record).

    Raises:
        ReadError: the text has no cover.

    """
    labels = list(_cover(text))
    if not labels:
        raise ReadError(
            f"{source.path}: this is no page of the digital archive: nothing is labelled Citation. Leave --reader out."
        )
    fields = _header(text, labels[0].start())
    starts = [("header", 0)]
    body = labels[-1].end()
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        name = _LABELS[label["label"]]
        body = end = following.start() if following else _contents_end(text, label.end())
        starts.append((_BLOCK_OF.get(name, "header"), label.start()))
        if name == "citation":
            fields += _citation(text, label.end(), end)
        elif text[label.end() : end].strip():
            fields += _labelled(text, name, label.end(), end)
    doubts = [*issues, *_unknown_language(source, fields), *_unknown_labels(source, text, labels)]
    starts.append(("body", body))
    notes = notes_start(text, body)
    if notes is not None:
        starts.append(("notes", notes))
    url = next((f.value for f in fields if f.name == "url"), "")
    return make(
        source,
        text,
        reader=reader,
        identifier=last_segment(url),
        collection=COLLECTION if _KEEPER.search(text, 0, body) else "",  # other archives use the layout too
        language=next((f.value for f in fields if f.name == "language"), "en"),
        blocks=blocks_of(len(text), starts),
        fields=fields,
        issues=doubts,
        tags=tags,
    )


def _cover(text: str) -> Iterator[re.Match[str]]:
    """Yield the labels of the cover in order, each once, from Citation to Contents (else to Original Language)."""
    seen: set[str] = set()
    for match in _LABEL.finditer(text, 0, _COVER):
        label = match["label"]
        if label in seen or (not seen and label != "Citation"):
            continue
        seen.add(label)
        yield match
        if label == "Contents":
            return


def _header(text: str, end: int) -> list[Field]:
    """Return date and title: what stands before the citation, without the running head."""
    head = _HEAD.match(text)
    start, end = trimmed(text, head.end() if head else 0, end)
    line_end = text.find("\n", start, end)
    line = text[start : line_end if line_end > 0 else start]
    fields = []
    if value := edtf_of(line):
        fields.append(found(text, "date", *trimmed(text, start, line_end), value))
        start = line_end
    elif date := date_at(text[start : min(end, start + _LONGEST_DATE)]):
        fields.append(found(text, "date", start, start + date.end, edtf(date)))
        start += date.end
    start, end = trimmed(text, start, end)
    while start < end and text[start] == "*":
        start += 1
    while end > start and text[end - 1] == "*":
        end -= 1
    start, end = trimmed(text, start, end)
    if start < end:
        fields.append(found(text, "title", start, end))
    return fields


def _citation(text: str, start: int, end: int) -> list[Field]:
    """Return the citation and the URL at its end."""
    start, end = trimmed(text, start, end)
    fields = [found(text, "citation", start, end)] if start < end else []
    urls = list(_URL.finditer(text, start, end))
    if urls:
        words = urls[-1][0].rstrip(".,;)")
        fields.append(found(text, "url", urls[-1].start(), urls[-1].start() + len(words)))
    return fields


def _labelled(text: str, name: str, start: int, end: int) -> list[Field]:
    """Return the field of a label whose words are `text[start:end]`; the contents also tell this text's language."""
    start, end = trimmed(text, start, end)
    value = fold(text[start:end])
    if name == "original-language":
        value = language_code(value) or value
    fields = [found(text, name, start, end, value)]
    for entry in _ENTRY.finditer(text, start, end) if name == "contents" else ():
        group = "language" if entry["language"] else "before"
        if entry[group] and len(fields) == 1:
            fields.append(found(text, "language", *entry.span(group), language_code(entry[group])))
    return fields


def _contents_end(text: str, start: int) -> int:
    """Return the end of the table of contents: after its last known entry, else after its first line with words."""
    end = start
    while match := _ENTRY.match(text, end):
        end = match.end()
    if end > start:
        return end
    line = re.compile(r"\s*[^\n]*").match(text, start)
    return line.end() if line else start


def _unknown_language(source: Source, fields: list[Field]) -> list[Issue]:
    """Complain of a language without a code."""
    return [
        Issue("language-unknown", f"{source.path}: {f.value!r} is no language of the table.", source.path, f.span)
        for f in fields
        if f.name == "original-language" and not language_code(f.value)
    ]


def _unknown_labels(source: Source, text: str, labels: list[re.Match[str]]) -> list[Issue]:
    """Complain of labels on lines of their own that stand among the known ones."""
    return [
        Issue(
            "field-unknown",
            f"{source.path}: the field {m[1]!r} is not known.",
            source.path,
            quote(text, m.start(1), m.end(1)),
        )
        for m in _OTHER_LABEL.finditer(text, labels[0].start(), labels[-1].end())
        if m[1] not in _LABELS
    ]
