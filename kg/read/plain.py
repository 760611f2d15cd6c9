"""Plain text and Markdown, with or without a small block of front matter.

Front matter stands between two lines of `---` at the head of the file, a field a line: `title: …`. A text that has none
may still print its title and date on its first lines.
"""

import re
from collections.abc import Sequence
from typing import Final

from kg.model import Document, Field, Issue, Span, quote
from kg.read.datelines import dateline
from kg.read.headings import markdown_blocks, notes_start
from kg.read.source import Source, blocks_of, found, last_segment, make, trimmed
from kg.read.values import edtf_of, fold, language_code

NAME: Final = "plain-text/1"

_FRONT: Final = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<lines>(?:(?!---)[^\n]*\n){0,60})---[ \t]*(?:\r?\n|\Z)")
_LINE: Final = re.compile(
    r"^(?P<name>[A-Za-z][A-Za-z _-]{0,30}):[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$"
    r"(?P<more>(?:\n(?:[ \t]+|-[ \t])[^\n]*)*)",
    re.MULTILINE,
)
_ITEM: Final = re.compile(r"^[ \t]*-[ \t]+(?P<item>[^\r\n]*\S)", re.MULTILINE)
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
_ROWS: Final = 6  # lines that show whether a text is a table
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
    text = source.text()
    table = Issue("table-unread", f"{source.path}: read as running text, though it looks like a table.", source.path)
    return document_of(source, text, NAME, [table] if _is_table(text) else [])


def _is_table(text: str) -> bool:
    """Say whether the first lines have the same number of columns, and the first of them short names of columns."""
    lines = [line for line in text.removeprefix("\ufeff").splitlines()[:_ROWS] if line.strip()]
    for sign in ",;\t":
        columns = lines[0].split(sign) if lines else []
        names = {name.strip(' "').casefold() for name in columns if re.fullmatch(r"\"?\w[\w ./#-]{0,30}\"?", name)}
        if len(lines) > 1 and len(columns) > 1 and len(names) == len(columns):
            return all(line.count(sign) >= len(columns) - 1 for line in lines)
    return False


def document_of(source: Source, text: str, reader: str, issues: Sequence[Issue] = ()) -> Document:
    """Return the document of a text that another reader made and that has no form we know."""
    front = _FRONT.match(text)
    fields, doubts = _front_matter(source, text, front) if front else ([], [])
    body = front.end() if front else 0
    known = {f.name for f in fields}
    starts = [("header", 0), *markdown_blocks(text, body)]
    notes = next((start for kind, start in starts if kind == "notes"), None) or notes_start(text, body)
    printed = [*_titled(text, body), dateline(text, body, len(text) if notes is None else notes)]
    fields += [f for f in printed if f and f.name not in known]
    if notes is not None and len(starts) == len(("header", "body")):
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
    """Return the fields of the front matter, and an issue for each that is not known or says nothing we understand."""
    read = [
        _field(source, line["name"], quote(text, *value))
        for line in _LINE.finditer(text, front.start("lines"), front.end("lines"))
        for value in _values(text, line)
    ]
    return [field for field, _ in read if field], [issue for _, issue in read if issue]


def _values(text: str, line: re.Match[str]) -> list[tuple[int, int]]:
    """Return where the values of a field stand: behind its name, or below it, folded (`>`) or as a list (YAML 1.2)."""
    stretches = [line.span("value")]
    if line["value"] in {"", ">", "|", ">-", "|-"}:
        items = [item.span("item") for item in _ITEM.finditer(text, *line.span("more"))]
        stretches = items or [line.span("more")]
    return [(start, end) for start, end in (_unquoted(text, *stretch) for stretch in stretches) if start < end]


def _field(source: Source, label: str, span: Span) -> tuple[Field | None, Issue | None]:
    """Return the field of a value, or what is wrong with it, or both."""
    name = _FIELDS.get(label.lower().replace(" ", "-").replace("_", "-"))
    value, code, words = fold(span.exact), "", ""
    if name is None:
        code, words = "field-unknown", f"the field {label!r} is not known."
    elif name == "date":
        value = edtf_of(value) or _edtf_as_given(value)
        code, words = ("", "") if value else ("date-impossible", f"{span.exact!r} is no date.")
    elif name in {"language", "original-language"}:
        known = language_code(value)
        code, words = ("", "") if known else ("language-unknown", f"{value!r} is no language of the table.")
        value = known or value
    elif name == "texts":
        if value.casefold() not in _TEXTS:
            code, words = "field-unknown", f"texts is {value!r}, not {' or '.join(_TEXTS)}; the text is withheld."
        value = _texts(value)
    issue = Issue(code, f"{source.path}: {words}", source.path, span) if code else None
    return (Field(name, value, span) if name and value else None), issue


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
