"""Records of a curator as JSON: one object with a title, a text, and what the cataloguer says of it.

The record is laid out as the archive's own page is, so that one and the same record gives the same text whether it was
copied from the page or exported. What stands in no part of that text (people, places, subjects, and every other field)
becomes a tag with its JSON pointer.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from kg.errors import ReadError
from kg.model import Document, Field, Issue, Tag
from kg.read import wilson
from kg.read.datelines import dateline
from kg.read.headings import notes_start
from kg.read.html import plain_words
from kg.read.source import Source, blocks_of, found, last_segment, make
from kg.read.values import edtf_of, language_code

NAME: Final = "record/1"

KEYS: Final[dict[str, tuple[str, ...]]] = {
    "title": ("title", "document_title", "name", "heading", "headline"),
    "text": ("text_body", "text", "body", "full_text", "fulltext", "transcript", "transcription", "content"),
    "date": ("original_publication_date", "date", "document_date", "doc_date", "created"),
    "summary": ("summary", "abstract", "description"),
    "source": ("source", "citation", "shelfmark", "archive"),
    "url": ("document_url", "url", "uri", "link"),
    "original-language": ("original_language", "language", "lang"),
    "identifier": ("record_id", "identifier", "id"),
    "donor": ("credits", "credit"),
}
"""The names under which records keep what a page prints, the likeliest first."""

_TAGS: Final = {
    "associated_people": "person",
    "people": "person",
    "persons": "person",
    "associated_people_orgs": "person",
    "organizations": "organisation",
    "organisations": "organisation",
    "associated_places": "place",
    "places": "place",
    "subjects_discussed": "subject",
    "subjects": "subject",
    "keywords": "subject",
    "authors": "author",
    "document_contributors": "contributor",
}
_JSON: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*(?:\"|\}\s*\Z)|\[\s*\{\s*\")")
_REACH: Final = 4000
_SITE: Final = "digitalarchive.wilsoncenter.org/"


def recognises(source: Source) -> bool:
    """Say whether the source is JSON: an object or a list of objects, whole or broken."""
    return bool(_JSON.match(source.head(_REACH)))


def read(source: Source) -> Document:
    """Return the document of a record.

    Raises:
        ReadError: the source is no JSON object, or holds no text.

    """
    record = _object(source)
    values = {name: _value(record, name) for name in KEYS}
    if not values["text"].strip():
        raise ReadError(f"{source.path}: this record holds no text; looked for {', '.join(KEYS['text'])}.")
    tags = tuple(_tags(record, {key for name in ("text", "title", "summary") if (key := _key(record, name))}))
    if _SITE in values["url"]:
        return wilson.document_of(source, _page(values), NAME, tags)
    return _plain(source, values, tags)


def _object(source: Source) -> dict[str, object]:
    try:
        value = json.loads(source.text().removeprefix("\ufeff"))
    except ValueError as error:
        raise ReadError(f"{source.path}: this JSON is broken ({error}). Mend it, or fetch it anew.") from error
    except RecursionError as error:
        raise ReadError(f"{source.path}: this JSON is nested too deeply for a record.") from error
    if not isinstance(value, dict):
        raise ReadError(f"{source.path}: this is no JSON object. Give one record a file, or one a line.")
    return value


def _folded(key: str) -> str:
    """Return a key as the names are written: "Document Title" is `document_title`."""
    return key.strip().lower().replace(" ", "_").replace("-", "_")


def _key(record: dict[str, object], name: str) -> str:
    """Return the key under which the record keeps a value of that name; empty if it does not."""
    kept = {_folded(key): key for key in reversed(record) if _text(record[key])}
    return next((kept[key] for key in KEYS[name] if key in kept), "")


def _value(record: dict[str, object], name: str) -> str:
    value = record.get(_key(record, name))
    if name == "text":
        return "\n\n".join(map(_text, value)) if isinstance(value, list) else plain_words(_text(value))
    return _text(value)


def _text(value: object) -> str:
    """Return a value as words; a list (or a list written as JSON in a string) joined by commas."""
    if isinstance(value, str) and value.startswith("["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return str(value)
    if isinstance(value, list):
        return ", ".join(_text(item) for item in value)
    return "" if value is None or isinstance(value, dict) else str(value)


def _page(values: dict[str, str]) -> str:
    """Return the record laid out as the archive's page."""
    date, title, url = values["date"], values["title"], values["url"]
    parts = [
        f"\n\n{date}\n**{title}**",
        f'Citation:\n\n"{title}", {date}, Wilson Center Digital Archive, {values["source"]} <{url}>',
        f"Summary:\n\n{values['summary']}" if values["summary"] else "",
        f"Original Language:\n\n{values['original-language']}" if values["original-language"] else "",
        "Contents:\n\nTranslation - English",
        values["text"],
    ]
    return "\n\n".join(part for part in parts if part)


def _plain(source: Source, values: dict[str, str], tags: tuple[Tag, ...]) -> Document:
    """Return the document of a record of any other archive: its fields on lines of their own, then the text."""
    text, fields, starts = "", [], [("header", 0)]
    for name in ("title", "date", "source", "url", "original-language", "summary"):
        words = values[name].strip()
        if not words:
            continue
        if name == "summary":
            starts.append(("summary", len(text)))
        value = {"date": edtf_of(words), "original-language": language_code(words)}.get(name) or words
        if name != "date" or edtf_of(words):
            fields.append(
                found(text + words, name, len(text), len(text) + len(words), None if value == words else value)
            )
        text += words + "\n\n" if name in {"summary", "original-language"} else words + "\n"
    starts.append(("body", len(text)))
    text += values["text"]
    body = starts[-1][1]
    if (notes := notes_start(text, body)) is not None:
        starts.append(("notes", notes))
    if not values["date"] and (date := dateline(text, body, len(text) if notes is None else notes)):
        fields.append(date)
    doubts = []
    if values["date"] and not edtf_of(values["date"]):
        doubts = [Issue("date-impossible", f"{source.path}: {values['date']!r} is no date.", source.path)]
    identifier = values["identifier"] or last_segment(values["url"])
    return make(
        source,
        text,
        reader=NAME,
        identifier=identifier,
        blocks=blocks_of(len(text), starts),
        fields=_unique(fields),
        issues=doubts,
        tags=tags,
    )


def _unique(fields: list[Field]) -> list[Field]:
    return list({field.name: field for field in reversed(fields)}.values())


def _tags(record: dict[str, object], in_text: set[str]) -> Iterator[Tag]:
    """Yield every value of the record that the text does not hold, with its JSON pointer (RFC 6901)."""
    for key in sorted(record):
        if key in in_text:
            continue
        kind = _TAGS.get(_folded(key), key)
        for pointer, value in _leaves(record[key], "/" + key.replace("~", "~0").replace("/", "~1")):
            looks = "person" if ", " in value and not value.split(", ")[0].count(".") else "organisation"
            yield Tag(looks if _folded(key) == "associated_people_orgs" else kind, value, pointer)


def _leaves(value: object, pointer: str) -> Iterator[tuple[str, str]]:
    """Yield the pointer and the words of each value below a value."""
    if isinstance(value, dict):
        for key in sorted(value):
            yield from _leaves(value[key], f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _leaves(item, f"{pointer}/{place}")
    elif value not in (None, ""):
        yield pointer, str(value)
