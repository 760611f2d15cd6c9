"""Who signed a document, and to whom its copies went: what stands at its foot."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.labels import bodies
from kg.extract.lexicon import NOT_NAMES, PLACES, fold
from kg.extract.namelists import names_at
from kg.extract.names import CAPITALS_NAME, INITIALS_NAME, NAME, TITLED_NAME, TITLES, UPPER
from kg.extract.parties import bare_name, people_in
from kg.extract.person_rules import trimmed
from kg.model import Analysis, Document, RecordRole, quote

_IN_BRACKETS: Final = re.compile(rf"\n[ \t]*\([ \t]?(?P<name>{NAME}|{CAPITALS_NAME})[ \t]?\)[ \t]*(?=\n|\Z)")
"""A name alone in brackets on a line near the end: how German offices sign a copy."""

_CAPITALS_LAST: Final = re.compile(rf"(?<=[.\d)\]”\"\n]){UPPER}{{4,40}}(?:[ \t\r\n]+{UPPER}{{4,40}}){{0,3}}\s*\Z")
"""Names in capitals, two perhaps joined, that end the text: a typed signature."""

_OVER_OFFICE: Final = re.compile(
    rf"\n[ \t]*(?:(?:{TITLES})[ \t]*)?(?P<name>{NAME}|{CAPITALS_NAME}),?[ \t]*\n"
    r"[ \t]*(?i:(?:(?:Acting|Deputy|First|Second|Third|Vice)[- ])?"
    r"(?:Head|Director|Chief|Secretary|Ambassador|Minister|Chairman|Charg|Consul|Counsel|Attach|Referent|President))"
)
"""A name on its line over the office on the next: how a typed record is signed."""

_UNDER_OFFICE: Final = re.compile(
    r"\n[^\n.]{0,30}\b(?i:ambassador|charg[eé]|consul|minister|secretary|head|counselor)\b[^\n.]{0,60}\n"
    rf"[ \t]*(?:\([A-Za-z.]+\)[ \t]*)?(?P<name>{INITIALS_NAME}|{CAPITALS_NAME})[ \t]*(?=\n|\Z)"
)
"""An office on its line over a name on the next: how Soviet offices sign."""
_ADDRESSEES: Final = re.compile(
    r"(?:Addressees|CC|Cc|\bcc|Copies\s+(?:were\s+)?(?:sent\s+)?to|Distribution|Distributed\s+to|Sent\s+to"
    r"|Addressed\s+to)[ \t]*:"
)
_COPY: Final = re.compile(r"\s*\d{1,2}(?:[ \t]?[x×]|[.)]|[ \t]?[-–—])[ \t]+(?P<rest>[^\n]{3,120})")
_MINUTED: Final = re.compile(
    rf"^[ \t]*(?P<name>{INITIALS_NAME})[ \t]*(?:\n[ \t]*)?"
    r"(?=\d{1,2}(?:st|nd|rd|th)?(?:[/.]|[ \t][A-Z])[^\n]{1,20}$)",
    re.MULTILINE,
)
"""Initials and a surname over a date, or before it: how minutes of British offices are signed."""
_SIGNED: Final = re.compile(
    rf"(?P<before>{INITIALS_NAME}|{CAPITALS_NAME}|{NAME})[ \t]*"
    r"(?:[\(\[](?:signature|signed|sgd\.?)[\)\]]|(?<=[ \t])(?:m\.[ \t]?p\.|s\.[ \t]?k\.|sgd\.?)(?=\s))"
    r"|(?:/[sS]/|[\(\[]?(?:[Ss]igned|SIGNED)[\)\]:]{0,2}(?:[ \t]by)?)[ \t]*"
    rf"(?P<after>{NAME}|{CAPITALS_NAME})"
)
_LAST_LINE: Final = re.compile(
    rf"\n[ \t]*(?P<name>{NAME}|{CAPITALS_NAME})\.?\s*(?:\Z|(?<=\n)(?=(?:[Cc][Cc]|Copies|Distribution)\b[^\n]*:))"
)
_BLANK_BEFORE: Final = re.compile(r"\n[ \t]*$")
_SIGNATURES: Final = {
    "bracketed": _IN_BRACKETS,
    "over-office": _OVER_OFFICE,
    "under-office": _UNDER_OFFICE,
    "minuted": _MINUTED,
}
_TAIL_LENGTH: Final = 600
_SHORTEST: Final = 4  # letters of a name that is joined to another


def foot(document: Document, analysis: Analysis) -> Iterator[RecordRole]:
    """Yield who signed, and to whom the copies went."""
    text = document.text
    for body_start, end in bodies(document)[-1:]:
        start = max(body_start, end - _TAIL_LENGTH)
        for match in _ADDRESSEES.finditer(text, start, end):
            for name in [*_copied(text, match.end(), end)] or names_at(text, match.end(), end):
                yield role_of(document, "addressee", name, (match.start(), name[1]), "roles/copies")
        for match in _SIGNED.finditer(text, start, end):
            group = "before" if match["before"] else "after"
            yield role_of(document, "author", match.span(group), match.span(), "roles/signature")
        for rule, pattern in _SIGNATURES.items():
            for match in pattern.finditer(text, body_start if pattern is _MINUTED else start, end):
                if bare_name(text, *match.span("name")):  # and no "GVN" over its president
                    yield role_of(document, "author", match.span("name"), match.span("name"), f"roles/{rule}")
        for name in _signed_in_capitals(text, start, end):
            yield role_of(document, "author", name, name, "roles/capitals")
        for name in _last_line(text, start, end, alone=bool(analysis.turns)):
            yield role_of(document, "author", name, name, "roles/last-line")


def _last_line(text: str, start: int, end: int, *, alone: bool) -> list[tuple[int, int]]:
    """Return the name that is the last line; where people speak, one in full after a blank line."""
    match = _LAST_LINE.search(text, start, end)
    if match is None or (alone and not (" " in match["name"] and _BLANK_BEFORE.search(text, start, match.start()))):
        return []
    return people_in(text, *match.span("name"))[:1]


def _copied(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the people with a title in lines that count the copies: "1x Comrade B", "2. Embassy, Comrade C"."""
    while line := _COPY.match(text, start, end):
        for titled in TITLED_NAME.finditer(text, *line.span("rest")):
            if name := trimmed(text, *titled.span("name")):
                yield name
        start = line.end()


def _signed_in_capitals(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names in capitals that end a text and stand in it in small letters too, apart or joined two by two."""
    match = _CAPITALS_LAST.search(text, start, end)
    if match is None:
        return
    known = set(re.findall(r"\w+", fold(text[: match.start()]))) - NOT_NAMES - PLACES
    for word in re.finditer(r"\w+", text[slice(*match.span())]):
        plain, first = fold(word[0]), match.start() + word.start()
        for cut in (len(plain), *range(_SHORTEST, len(plain) - _SHORTEST + 1)):
            parts = [(0, cut), (cut, len(plain))][: 1 + (cut < len(plain))]
            if all(plain[a:b].capitalize() in known for a, b in parts):
                yield from ((first + a, first + b) for a, b in parts)
                break


def role_of(document: Document, role: str, name: tuple[int, int], clause: tuple[int, int], rule: str) -> RecordRole:
    """Return the role of the one named at `name`, as the words at `clause` give it."""
    return RecordRole(role, quote(document.text, *name), quote(document.text, *clause), rule)
