"""Plain text and Markdown, with or without a small block of front matter.

Front matter stands between two lines of `---` at the head of the file, a field a line: `title: …`. A text that has none
may still print its title and date on its first lines.
"""

import re
from collections.abc import Sequence
from typing import Final

from kg.model import Document, Field, Issue, quote
from kg.read.datelines import dateline
from kg.read.headings import notes_start
from kg.read.source import Source, blocks_of, found, last_segment, make, trimmed
from kg.read.values import edtf_of, fold, language_code

NAME: Final = "plain-text/1"

_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:(?!---)[^\n]*\n){0,60})---[ \t]*(?:\r?\n|\Z)")
_LINE: Final = re.compile(r"^(?P<name>[A-Za-z][A-Za-z _-]{0,30}):[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$", re.MULTILINE)
_FIELDS: Final = {
    "title": "title",
    "date": "date",
    "language": "language",
    "original-language": "original-language",
    "identifier": "identifier",
    "id": "identifier",
    "url": "url",
    "source": "source",
    "archive": "source",
    "shelfmark": "source",
    "citation": "citation",
    "summary": "summary",
    "abstract": "summary",
    "rights": "rights",
    "donor": "donor",
    "author": "author",
    "addressee": "addressee",
    "recipient": "addressee",
    "translator": "translator",
    "compiler": "compiler",
    "contributor": "contributor",
    "texts": "texts",
}
_MARKUP: Final = re.compile(r"\s*(?:<\?xml\b|<(?P<name>[A-Za-z][\w:.-]*)(?:\s[^<>]*)?>(?=(?s:.*)</(?P=name)>\s*\Z))")
_TEXTS: Final = ("publish", "withhold")
_TITLE: Final = re.compile(r"^\ufeff?[ \t]*#{1,6}[ \t]*(?P<title>[^\s#](?:[^\r\n]*[^\s])?)", re.MULTILINE)
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN: Final = re.compile(r"[a-z]", re.IGNORECASE)
_RUSSIAN: Final = re.compile(
    r"[ыэё]|\b(?:что|как|это|его|был[аио]?|год[ау]?|тов\.|тт\.|товарищ\w*|протокол|заседани[еяй]|присутствовали)(?!\w)",
    re.IGNORECASE,
)
_SAMPLE: Final = 20_000


def recognises(source: Source) -> bool:
    """Say whether the source is text, and not markup in a form that no reader knows."""
    return not _MARKUP.match(source.text().removeprefix("\ufeff"))


def read(source: Source) -> Document:
    """Return the document of a plain text."""
    return document_of(source, source.text(), NAME)


def document_of(source: Source, text: str, reader: str, issues: Sequence[Issue] = ()) -> Document:
    """Return the document of a text that another reader made and that has no form we know."""
    front = _FRONT.match(text)
    fields, doubts = _front_matter(source, text, front) if front else ([], [])
    body = front.end() if front else 0
    known = {f.name for f in fields}
    starts = [("header", 0), ("body", body)]
    notes = notes_start(text, body)
    printed = [*_titled(text, body), dateline(text, body, len(text) if notes is None else notes)]
    fields += [f for f in printed if f and f.name not in known]
    if notes is not None:
        starts.append(("notes", notes))
    given = {f.name: f.value for f in reversed(fields)}
    return make(
        source,
        text,
        reader=reader,
        identifier=last_segment(given.get("url", "")) or given.get("identifier", ""),
        language=given.get("language") or script_language(text),
        blocks=blocks_of(len(text), starts),
        fields=fields,
        issues=(*issues, *doubts),
    )


def _front_matter(source: Source, text: str, front: re.Match[str]) -> tuple[list[Field], list[Issue]]:
    """Return the fields of the front matter, and an issue for each that is not known."""
    fields: list[Field] = []
    issues: list[Issue] = []
    for line in _LINE.finditer(text, front.start("lines"), front.end("lines")):
        name = _FIELDS.get(line["name"].lower().replace(" ", "-").replace("_", "-"))
        start, end = _unquoted(text, *line.span("value"))
        if start == end:
            continue
        span = quote(text, start, end)
        value = fold(span.exact)
        if name is None:
            issues.append(
                Issue("field-unknown", f"{source.path}: the field {line['name']!r} is not known.", source.path, span)
            )
        elif name == "date" and not (value := edtf_of(value) or _edtf_as_given(value)):
            issues.append(Issue("date-impossible", f"{source.path}: {span.exact!r} is no date.", source.path, span))
        elif name in {"language", "original-language"} and not language_code(value):
            issues.append(
                Issue("language-unknown", f"{source.path}: {value!r} is no language of the table.", source.path, span)
            )
            fields.append(Field(name, value, span))
        elif name == "texts":
            fields.append(Field(name, _texts(value), span))
            if value.casefold() not in _TEXTS:
                words = f"{source.path}: texts is {value!r}, not {' or '.join(_TEXTS)}; the text is withheld."
                issues.append(Issue("field-unknown", words, source.path, span))
        else:
            fields.append(Field(name, language_code(value) or value if "language" in name else value, span))
    return fields, issues


def _texts(value: str) -> str:
    """Return whether the text may be published; what is not understood must not lead to its being published."""
    return "publish" if value.casefold() == "publish" else "withhold"


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of a value without the quotation marks round it."""
    start, end = trimmed(text, start, end)
    if end - start > 1 and text[start] == text[end - 1] and text[start] in "\"'":
        return start + 1, end - 1
    return start, end


def _edtf_as_given(words: str) -> str:
    """Return a date that is already written in EDTF (digits and its signs only), else nothing."""
    return (
        words
        if re.fullmatch(r"[12][\dX]{3}(?:-[\dX]{2}){0,2}[?~%]?(?:/[12][\dX]{3}(?:-[\dX]{2}){0,2}[?~%]?)?", words)
        else ""
    )


def _titled(text: str, start: int) -> list[Field]:
    """Return a title that is marked as one on one of the first lines (`# Title`)."""
    match = _TITLE.search(text, start, start + 1500)
    return [found(text, "title", *match.span("title"))] if match else []


def script_language(text: str) -> str:
    """Return the language that the script of a text suggests: Russian or undetermined for Cyrillic, else English."""
    sample = text[:_SAMPLE]
    if len(_CYRILLIC.findall(sample)) <= len(_LATIN.findall(sample)):
        return "en"
    return "ru" if _RUSSIAN.search(sample) else "und"
