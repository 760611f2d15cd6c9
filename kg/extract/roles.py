"""Who made and who received the document: author, addressee, compiler, translator, contributor.

Read from the record's own citation ("compiled by …", "translated by …"), its title ("Letter from A to B", "Cable, A to
B", "Journal of Ambassador A"), the head of a letter ("To Comrade B."), its signature, the fields of a front matter.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from kg.extract.labels import bodies
from kg.extract.namelists import names_at
from kg.extract.names import CAPITALS_NAME, NAME, TITLED_NAME, TITLES, UPPER
from kg.extract.parties import IN_BRACKETS, heading, people_in
from kg.extract.person_rules import trimmed
from kg.extract.shadow import shadow
from kg.extract.signatures import foot, role_of
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
_CREDIT_LINE: Final = re.compile(
    r"(?:(?<=[.\])”\"] )|(?<=\n))(?:Obtained|Translated|Transcribed|Provided|Contributed|Compiled)"
    r"(?:,?[ ](?:and[ ])?[a-z]+ed)*[ ](?:for[ ][^.\n]{2,60}?[ ])?by[ ][A-Z][^\n]{2,200}"
)
"""A sentence of a page, without a field for its citation, that says who brought and who translated it."""
_TAKEN_DOWN: Final = re.compile(
    r"(?:Drafting[ \t][Oo]fficer|(?<=\n)(?:Minutes|Minute[ -]taker|Recorder|Note[ -]?taker|Stenographer)(?=[ \t]*:)"
    r"|(?:Recorded|Record(?:ed)?[ \t](?:made|taken|kept)|Taken[ \t]down|Noted|Written[ \t]down"
    r"|Minutes[ \t](?:taken|kept|recorded|written)|Drafted|DRAFTED|Prepared"
    r"|(?:was|were)[ \t](?:recorded|noted|taken[ \t]down|written[ \t]down|drafted))[ \t]by)[ \t:]+"
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
    rf"(?:{TITLES}|Comr?\[rade\]\.?|comr\[ade\]\.?)[ \t]*(?P<name>{NAME}|{CAPITALS_NAME})[ \t]*"
    r"(?:[.,:]?[ \t]*$|,[ \t]*(?:[A-Za-z'’-]+[ \t]){1,6}of[ \t][^\n.:]{3,80}[.:]?$)",
    re.MULTILINE,
)
_TO_A_ROW: Final = re.compile(
    rf"^[ \t]*(?P<rest>(?=[^\n]*(?:{TITLES})[ \t]*{UPPER})(?:the[ \t]|The[ \t])?{UPPER}[^\n.:;]{{3,120}}"
    rf"(?:,|[ \t]and)[ \t]+(?:the[ \t])?{UPPER}[^\n.:;]{{2,60}}):[ \t]*$",
    re.MULTILINE,
)
"""Those whom a cable's first line addresses: "Foreign Ministry and Comrade B:"."""

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
_BYLINE: Final = re.compile(rf"^[ \t]*[Bb]y[ \t]+(?:(?:{TITLES})[ \t]*)?(?P<name>{NAME})[ \t]*(?=[,\n])", re.MULTILINE)
_MEMO_LINE: Final = re.compile(
    r"^[ \t]*(?P<which>TO|To|FROM|From|Sender|Addressee|Recipient|Attention|Attn\.?)[ \t]*:"
    r"[ \t]*(?P<rest>[^\n]{3,160})$",
    re.MULTILINE,
)
_HEAD: Final = 600  # characters of the body in which its head stands


def roles(document: Document, analysis: Analysis) -> Analysis:
    """Find who made and who received the document."""
    found: dict[tuple[str, int], RecordRole] = {}
    makers = (
        *_fields(document),
        *_credits(document),
        *_title(document),
        *_head(document),
        *foot(document, analysis),
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
    text = document.text
    lines = [(field.span.start, field.span.end)] if field else [m.span() for m in _CREDIT_LINE.finditer(text)]
    for start, end in lines:
        for match in _BY.finditer(text, start, end):
            kinds = {role for stem, role in _VERBS.items() if stem in match["verbs"].lower()}
            for first, last in names_at(text, match.end(), end):
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
                yield role_of(document, role, name, match.span(), "roles/title")
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
            yield role_of(document, "addressee", match.span("name"), match.span(), "roles/salutation")
        for match in islice(_BYLINE.finditer(document.text, start, end), 1):
            yield role_of(document, "author", match.span("name"), match.span(), "roles/byline")
        yield from _addressed(document, start, end)
        for match in islice(_TO_A_ROW.finditer(document.text, start, end), 1):
            for titled in TITLED_NAME.finditer(document.text, *match.span("rest")):
                yield role_of(document, "addressee", titled.span("name"), match.span(), "roles/row")
        for match in _MEMO_LINE.finditer(document.text, start, end):
            role = "author" if match["which"].lower() in {"from", "sender"} else "addressee"
            for name in people_in(document.text, *match.span("rest")):
                yield role_of(document, role, name, match.span(), "roles/memo-line")


def _addressed(document: Document, start: int, end: int) -> Iterator[RecordRole]:
    """Yield those to whom a letter goes by its first words, which may be joined to what stands around them."""
    copy = shadow(document.text[start:end])
    for rule, pattern in (("body", _TO_A_BODY), ("dear", _DEAR)):
        for match in pattern.finditer(copy.text):
            if name := trimmed(copy.text, *match.span("name")):
                first, last = copy.to_source(*name)
                begin, _ = copy.to_source(match.start(), name[1])
                words = start + begin, start + last
                yield role_of(document, "addressee", (start + first, start + last), words, f"roles/{rule}")
