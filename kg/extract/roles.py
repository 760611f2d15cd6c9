"""Who made and who received the document: author, addressee, compiler, translator, contributor.

Read from the record's own citation ("compiled by …", "translated by …"), its title ("Letter from A to B", "Cable, A to
B", "Journal of Ambassador A"), the head of a letter ("To Comrade B."), its signature, the fields of a front matter.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.labels import bodies
from kg.extract.lexicon import NOT_NAMES, PLACES, fold
from kg.extract.namelists import names_at
from kg.extract.names import CAPITALS_NAME, INITIALS_NAME, NAME, TITLES, UPPER
from kg.extract.parties import IN_BRACKETS, heading, people_in
from kg.extract.person_rules import trimmed
from kg.extract.shadow import shadow
from kg.model import Analysis, Document, RecordRole, field_of, quote

_VERBS: Final = {
    "translat": "translator",
    "compil": "compiler",
    "contribut": "contributor",
    "obtain": "contributor",
    "transcri": "contributor",
    "provid": "contributor",
}
_BY: Final = re.compile(
    r"(?P<verbs>(?:(?:[Tt]ranslat|[Cc]ompil|[Cc]ontribut|[Oo]btain|[Tt]ranscri|[Pp]rovid)(?:ed|bed)(?:,?\s+and\s+|,\s+)?){1,4})"
    r"(?:\s+(?:for|from)\s[^.<>]{2,120}?)?\s+by\s+(?=\S)"
)
_TAKEN_DOWN: Final = re.compile(
    r"(?:Recorded|Record(?:ed)?[ \t](?:made|taken|kept)|Minutes[ \t](?:taken|kept|recorded|written)"
    r"|Taken[ \t]down|Written[ \t]down|Noted)[ \t]by[ \t:]+"
)
_KIND: Final = (
    r"(?:(?:Coded|Ciphered|Encrypted|Top Secret|Secret|Confidential|Urgent|Personal|Draft|Short|Political|Special"
    r"|Joint)\s+){0,4}"
    r"(?:Letter|Cable|Telegram|Ciphergram|Report|Note|Message|Memorandum|Memo|Dispatch|Despatch|Communication|Information"
    r"|Circular|Appeal|Request|Reply|Answer|Instruction|Airgram|Aide-[Mm]émoire)s?"
)
_MADE: Final = (
    r"(?:Journal|Diary|Diaries|Notes|Recollections|Memoirs?|Statement|Speech|Remarks|Address|Article|Testimony|Lecture"
    r"|Record|Minutes|Impressions|Handwritten Notes|Draft|Summary|Analysis)"
)
_MEETING: Final = (
    r"(?:the\s+|a\s+|an\s+)?(?:\w+\s+)?(?:Conversation|Meeting|Talk|Session|Conference|Discussion|Interview|Negotiation"
    r"|Audience|Reception|Series|Visit)s?\b"
)
"""What a record may be of that is no author of it."""

_TITLES: Final = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        rf"{_KIND}\b(?:[^.:]|N[or]\.){{0,80}}?\s[Ff]rom\s+(?P<author>.{{3,200}}?)\s+to\s+(?P<addressee>.{{3,200}})",
        rf"{_KIND},\s+(?P<author>[^,]{{2,120}}?)\s+to\s+(?P<addressee>.{{2,200}})",
        rf"{_KIND}\s+(?:by|of)\s+(?P<author>.{{3,200}}?)\s+to\s+(?P<addressee>.{{3,200}})",
        rf"{_KIND}\s+to\s+(?P<addressee>.{{3,200}}?)\s+from\s+(?P<author>.{{3,200}})",
        rf"(?:{_KIND}|{_MADE})(?:\s+(?:of|for)\s+(?:the\s+)?[A-Z]?[a-z]+(?:\s+[A-Z][a-z]+){{0,2}})?,?\s+(?:by|from)\s+(?P<author>.{{3,200}})",
        rf"(?:{_KIND}|(?:(?:From|Excerpts?\s+from)\s+)?(?:the\s+)?(?:{_MADE}))\s+of\s+(?P<author>(?!{_MEETING}).{{3,200}})",
        rf"(?P<author>.{{3,120}}?)['’]s?\s+(?:[A-Z][a-z]+\s+)?(?:{_KIND}|{_MADE})\b(?:.{{0,80}}?\sto\s+(?P<addressee>.{{3,120}}))?",
        rf"{_KIND}\s+to\s+(?P<addressee>.{{3,200}})",
        r"(?P<author>(?:The\s+[A-Z]|[A-Z][\w.]+\s+[A-Z])(?:(?!\s(?:on|about|concerning|regarding)\s).){3,160}?)\s+to\s+(?P<addressee>(?:the\s+)?[A-Z].{3,160})",
    )
)
"""The ways in which titles of records say who wrote to whom, by the archives' cataloguing habits; the first counts."""

_TURNED: Final = re.compile(rf"(?:{NAME}),[ \t]+(?:{NAME})")  # "Atherton, Ray": one person, surname first
_NO_LETTER: Final = re.compile(
    r"\b(?:Conversation|Meeting|Talks?|Session|Visit|Trip|Journey|Conference|Discussion|Interview|Decree|Resolution|Protocol)s?\b"
)
_TAIL: Final = re.compile(r"\s*(?:[\[‘'“\"]|\(Excerpt|,\s|\s(?:on|about|re|concerning|regarding|for|during)\s(?=\w))")

_SALUTATION: Final = re.compile(
    r"^[ \t\f]*(?:\[to\s+the\]\s*)?(?:TO|To|to|К)(?::|\s+the)?[ \t]+"
    rf"(?:{TITLES}|Comr?\[rade\]\.?|comr\[ade\]\.?)[ \t]*(?P<name>{NAME}|{CAPITALS_NAME})[ \t]*[.,:]?[ \t]*$",
    re.MULTILINE,
)
_TO_A_BODY: Final = re.compile(
    r"(?:\A|(?<=[\n\d.]))\s*To[ \t]+(?:the[ \t]+)?[A-Z][^.:\n]{2,160}?,[ \t]*"
    rf"(?:{TITLES})[ \t]*(?P<name>{NAME}|{CAPITALS_NAME})"
)
"""A body and a person in it: "To the Central Committee, Department of Rivers, Comrade B."."""

_DEAR: Final = re.compile(
    rf"(?:^|(?<=[\n\d.:])\s*)(?:My[ \t]+)?(?:[Dd]ear|DEAR|Esteemed|Respected|Honou?red|Дорогой|Уважаемый)[ \t]+"
    rf"(?:{TITLES})[ \t]*(?P<name>{NAME}|{CAPITALS_NAME})[ \t]*[,:!.]",
    re.MULTILINE,
)
_IN_BRACKETS: Final = re.compile(rf"\n[ \t]*\([ \t]?(?P<name>{NAME}|{CAPITALS_NAME})[ \t]?\)[ \t]*(?=\n|\Z)")
"""A name alone in brackets on a line near the end: how German offices sign a copy."""

_CAPITALS_LAST: Final = re.compile(rf"(?<=[.\d)\]”\"\n]){UPPER}{{4,40}}(?:[ \t\r\n]+{UPPER}{{4,40}}){{0,3}}\s*\Z")
"""Names in capitals, two perhaps joined, that end the text: a typed signature."""

_OVER_OFFICE: Final = re.compile(
    rf"\n[ \t]*(?P<name>{NAME}|{CAPITALS_NAME}),?[ \t]*\n[ \t]*(?:(?:Acting|Deputy|First|Second|Third|Vice)[- ])?"
    r"(?:Head|Director|Chief|Secretary|Ambassador|Minister|Chairman|Charg|Consul|Counsel|Attach|Referent|President)"
)
"""A name on its line over the office on the next: how a typed record is signed."""

_MEMO_LINE: Final = re.compile(r"^[ \t]*(?P<which>TO|To|FROM|From)[ \t]*:[ \t]*(?P<rest>[^\n]{3,160})$", re.MULTILINE)
_ADDRESSEES: Final = re.compile(
    r"(?:Addressees|Copies\s+(?:were\s+)?(?:sent\s+)?to|Distribution|Distributed\s+to|Sent\s+to|Addressed\s+to)[ \t]*:"
)
_SIGNED: Final = re.compile(
    rf"(?P<before>{INITIALS_NAME}|{CAPITALS_NAME}|{NAME})[ \t]*[\(\[](?:signature|signed|sgd\.?)[\)\]]"
    r"|(?:/[sS]/|[\(\[]?(?:[Ss]igned|SIGNED)[\)\]:]{0,2}(?:[ \t]by)?)[ \t]*"
    rf"(?P<after>{NAME}|{CAPITALS_NAME})"
)
_LAST_LINE: Final = re.compile(rf"\n[ \t]*(?P<name>{NAME}|{CAPITALS_NAME})\.?\s*\Z")
_HEAD: Final = 600  # characters of the body in which its head stands
_TAIL_LENGTH: Final = 600
_SHORTEST: Final = 4  # letters of a name that is joined to another


def roles(document: Document, analysis: Analysis) -> Analysis:
    """Find who made and who received the document."""
    found: dict[tuple[str, int], RecordRole] = {}
    makers = (
        *_fields(document),
        *_credits(document),
        *_title(document),
        *_head(document),
        *_foot(document, analysis),
        *_taken_down(document),
    )
    for role in makers:
        found.setdefault((role.role, role.agent.start), role)
    return replace(analysis, roles=tuple(sorted(found.values(), key=lambda r: (r.agent.start, r.role))))


def _fields(document: Document) -> Iterator[RecordRole]:
    """Yield those whom a front matter or a header names in a field of its own."""
    for field in document.fields:
        if field.name in {"author", "addressee", "compiler", "translator", "contributor"}:
            place = field.span.start, field.span.end
            turned = _TURNED.fullmatch(document.text, *place)
            for name in [place] if turned else names_at(document.text, *place) or people_in(document.text, *place):
                yield RecordRole(field.name, quote(document.text, *name), field.span, "roles/field")


def _credits(document: Document) -> Iterator[RecordRole]:
    """Yield compilers, translators and contributors that the citation names: "compiled by …", "translated by …"."""
    field = field_of(document, "citation")
    if field is None:
        return
    text = document.text
    for match in _BY.finditer(text, field.span.start, field.span.end):
        kinds = {role for stem, role in _VERBS.items() if stem in match["verbs"].lower()}
        for first, last in names_at(text, match.end(), field.span.end):
            for kind in sorted(kinds):
                yield RecordRole(kind, quote(text, first, last), quote(text, match.start(), last), "roles/credit")


def _taken_down(document: Document) -> Iterator[RecordRole]:
    """Yield who took the record down: "Recorded by …"."""
    for start, end in bodies(document):
        for match in _TAKEN_DOWN.finditer(document.text, start, end):
            for first, last in names_at(document.text, match.end(), end)[:1]:
                yield RecordRole(
                    "compiler",
                    quote(document.text, first, last),
                    quote(document.text, match.start(), last),
                    "roles/taken-down",
                )


def _title(document: Document) -> Iterator[RecordRole]:
    """Yield author and addressee that the title names."""
    title = heading(document)
    if title is None or _NO_LETTER.match(document.text, *title) or not field_of(document, "title"):
        return
    start, end = title
    while document.text[start] in "[(“\"‘'":
        start += 1
    for pattern in _TITLES:
        match = pattern.match(document.text, start, end)
        if match is None:
            continue
        for role in ("author", "addressee"):
            if role not in pattern.groupindex or match[role] is None:
                continue
            first, last = match.span(role)
            for name in _named(document.text, first, last):
                yield _role(document, role, name, match.span(), "roles/title")
        return


def _named(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the people named before the title goes on, else one behind an office.

    "the Ambassador in Sofia, A, …", "the Special Assistant for Rivers (A)".
    """
    tail = _TAIL.search(text, start + 2, end)
    names = people_in(text, start, tail.start() if tail else end)
    if not names and tail and tail[0].strip() == ",":
        after = _TAIL.search(text, tail.end(), end)
        names = people_in(text, tail.end(), after.start() if after else end)[:1]
    if not names and (bracket := IN_BRACKETS.search(text, start, end)):
        names = people_in(text, *bracket.span("name"))
    return names


def _head(document: Document) -> Iterator[RecordRole]:
    """Yield those whom the head of a letter or memorandum names: "To Comrade B.", "TO: …", "FROM: …"."""
    for start, body_end in bodies(document)[:1]:
        end = min(body_end, start + _HEAD)
        for match in _SALUTATION.finditer(document.text, start, end):
            yield _role(document, "addressee", match.span("name"), match.span(), "roles/salutation")
        yield from _addressed(document, start, end)
        for match in _MEMO_LINE.finditer(document.text, start, end):
            role = "addressee" if match["which"].lower() == "to" else "author"
            for name in people_in(document.text, *match.span("rest")):
                yield _role(document, role, name, match.span(), "roles/memo-line")


def _addressed(document: Document, start: int, end: int) -> Iterator[RecordRole]:
    """Yield those to whom a letter goes by its first words, which may be joined to what stands around them."""
    copy = shadow(document.text[start:end])
    for rule, pattern in (("body", _TO_A_BODY), ("dear", _DEAR)):
        for match in pattern.finditer(copy.text):
            if name := trimmed(copy.text, *match.span("name")):
                first, last = copy.to_source(*name)
                begin, _ = copy.to_source(match.start(), name[1])
                words = start + begin, start + last
                yield _role(document, "addressee", (start + first, start + last), words, f"roles/{rule}")


def _foot(document: Document, analysis: Analysis) -> Iterator[RecordRole]:
    """Yield who signed, and to whom the copies went."""
    text = document.text
    for body_start, end in bodies(document)[-1:]:
        start = max(body_start, end - _TAIL_LENGTH)
        for match in _ADDRESSEES.finditer(text, start, end):
            for name in names_at(text, match.end(), end):
                yield _role(document, "addressee", name, (match.start(), name[1]), "roles/copies")
        for match in _SIGNED.finditer(text, start, end):
            group = "before" if match["before"] else "after"
            yield _role(document, "author", match.span(group), match.span(), "roles/signature")
        for rule, pattern in (("bracketed", _IN_BRACKETS), ("over-office", _OVER_OFFICE)):
            for match in pattern.finditer(text, start, end):
                yield _role(document, "author", match.span("name"), match.span("name"), f"roles/{rule}")
        for name in _signed_in_capitals(text, start, end):
            yield _role(document, "author", name, name, "roles/capitals")
        last_line = _LAST_LINE.search(text, start, end)
        if last_line and not analysis.turns:
            for name in people_in(text, *last_line.span("name"))[:1]:
                yield _role(document, "author", name, name, "roles/last-line")


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


def _role(document: Document, role: str, name: tuple[int, int], clause: tuple[int, int], rule: str) -> RecordRole:
    """Return the role of the one named at `name`, as the words at `clause` give it."""
    return RecordRole(role, quote(document.text, *name), quote(document.text, *clause), rule)
