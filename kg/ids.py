"""Every name of a thing is minted here and nowhere else.

Functions return paths below the base IRI of a corpus ("document/wilson-111887"); `iri` puts base and path together.
Documents, archives and archival units are named from their own numbers. People, organisations, places, events and works
get a slug once; the registry keeps it (`kg.identity.registry`).
"""

import hashlib
import re
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Final

from anyascii import anyascii

from kg.model import Level

_PLAIN: Final = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
_WORD: Final = re.compile(r"[a-z0-9]+")
_ITEM: Final = re.compile(r"Q[1-9]\d*")
_SLUG_LENGTH: Final = 60

WIKIDATA: Final = ("http://www.wikidata.org/entity/", "https://www.wikidata.org/wiki/", "wd:", "wikidata:")
"""What may stand before the number of a Wikidata item."""

WIKIDATA_ENDPOINT: Final = "https://query.wikidata.org/sparql"
"""Where Wikidata answers SPARQL; asked only by those who say so (`kg authority build --items`)."""

LEVEL_PREFIXES: Final[dict[str, str]] = {"fond": "f", "opis": "op", "delo": "d"}
"""Short segment prefixes for the levels that nearly every Soviet shelfmark has; other levels use their own word."""


def iri(base: str, path: str) -> str:
    """Return the IRI of a path below the base (which ends in a slash)."""
    return base + path


def local(base: str, name: str) -> str:
    """Return a name as we keep it: the path of an IRI under the base, the number of a Wikidata item, else as it is."""
    return bare(name.removeprefix(base))


def bare(name: str) -> str:
    """Return a name without what may stand before the number of a Wikidata item."""
    for prefix in WIKIDATA:
        name = name.removeprefix(prefix)
    return name


def is_item(name: str) -> bool:
    """Say whether a name is the number of a Wikidata item: Q1234."""
    return _ITEM.fullmatch(name) is not None


def encode(text: str) -> str:
    """Percent-encode a text so that it can stand as one segment of a path; different texts give different segments."""
    return "".join(c if c in _PLAIN else "".join(f"%{byte:02X}" for byte in c.encode()) for c in text)


@lru_cache(maxsize=1000)  # a document's key stands in all its names
def segment(text: str) -> str:
    """Return the segment of a number or word as written, after case folding: `"1-Б"` and `"1-б"` are one."""
    return encode(" ".join(text.split()).casefold())


def slug(text: str) -> str:
    """Return a readable ASCII name for a path: `"Kádár János"` becomes `"kadar-janos"`. Not unique by itself."""
    words = _WORD.findall(anyascii(text).lower().replace("'", ""))
    return "-".join(words)[:_SLUG_LENGTH].strip("-") or "unnamed"


def unique(wanted: str, taken: Container[str]) -> str:
    """Return `wanted`, or with the first free number behind it (`wanted-2`) where it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def digest(*parts: str) -> str:
    """Return twelve hexadecimal digits that stand for the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]


def document(key: str) -> str:
    """Return the path of the record as published."""
    return f"document/{segment(key)}"


def original(key: str) -> str:
    """Return the path of the original that the record translates."""
    return f"{document(key)}/original"


def text(key: str, sha256: str) -> str:
    """Return the path of one text of a record, named from its content."""
    return f"{document(key)}/text/{sha256[:12]}"


def span(text_path: str, start: int, end: int) -> str:
    """Return the path of a stretch of a text, in code points (the fragment follows RFC 5147)."""
    return f"{text_path}#char={start},{end}"


def position(text_path: str, start: int, end: int) -> str:
    """Return the path of the position selector of a stretch."""
    return f"{text_path}#position={start},{end}"


def quotation(text_path: str, start: int, end: int) -> str:
    """Return the path of the quote selector of a stretch."""
    return f"{text_path}#quote={start},{end}"


def annotation(key: str, body: str, motivation: str, start: int, end: int) -> str:
    """Return the path of the evidence that ties a body (a path) to a stretch of the document's text."""
    return f"{document(key)}/evidence/{start}-{end}-{digest(body, motivation)}"


def participation(key: str, role: str, start: int, end: int) -> str:
    """Return the path of somebody's part in the document's own event, from the place that says so."""
    return f"{document(key)}/participation/{segment(role)}-{start}-{end}"


def record_role(key: str, role: str, start: int, end: int) -> str:
    """Return the path of somebody's part in making or receiving the record."""
    return f"{document(key)}/role/{segment(role)}-{start}-{end}"


def archival_citation(key: str, start: int, end: int) -> str:
    """Return the path of a reference to a place in an archive, from where it stands."""
    return f"{document(key)}/archival-citation/{start}-{end}"


def work_citation(key: str, start: int, end: int) -> str:
    """Return the path of a reference to a work, from where it stands."""
    return f"{document(key)}/work-citation/{start}-{end}"


def note(key: str, start: int) -> str:
    """Return the path of a note, from where its marker stands (numbers repeat, places do not)."""
    return f"{document(key)}/note/{start}"


def tag(key: str, pointer: str, value: str) -> str:
    """Return the path of what a curator says of the record, from where it stands in the source file."""
    return f"{document(key)}/tag/{digest(pointer, value)}"


def source_file(key: str, name: str) -> str:
    """Return the path of the file that a record was read from, given by its path in the corpus."""
    return f"{document(key)}/source/{digest(name)}"


def pointed(file_path: str, pointer: str) -> str:
    """Return the path of a place in a data file, told by a JSON pointer (RFC 6901)."""
    return f"{file_path}#{encode(pointer)}"


def pointer_selector(file_path: str, pointer: str) -> str:
    """Return the path of the selector of such a place."""
    return f"{file_path}#pointer={encode(pointer)}"


def dispute(key: str, start: int, end: int) -> str:
    """Return the path of the words by which a note disputes or corrects its source."""
    return f"{document(key)}/dispute/{start}-{end}"


def agenda_item(key: str, order: int) -> str:
    """Return the path of an agenda item, from its order in the text."""
    return f"{document(key)}/agenda/{order}"


def statement(key: str, order: int) -> str:
    """Return the path of a statement, from its order in the text."""
    return f"{document(key)}/statement/{order}"


def archive(key: str) -> str:
    """Return the path of an archive, from its key in the table of archives."""
    return f"archive/{segment(key)}"


def level_segment(level: Level) -> str:
    """Return the segment of one level: `"f3"`. A number that begins with no digit is set off, so that none collide."""
    number = segment(level.number)
    prefix = LEVEL_PREFIXES.get(level.kind, segment(level.kind))
    return prefix + number if number[:1].isdigit() else f"{prefix}-{number}"


def unit(archive_key: str, levels: Sequence[Level]) -> str:
    """Return the path of the archival unit at the end of the levels, highest first."""
    return "/".join([archive(archive_key), *map(level_segment, levels)])


def date(edtf: str) -> str:
    """Return the path of a date, shared by all who name it."""
    return f"date/{encode(edtf)}"


def name_form(entity: str, form: str) -> str:
    """Return the path of a form of a name, as written."""
    return f"{entity}/name/{encode(form)}"


def entity(kind: str, label: str) -> str:
    """Return the wished-for path of a person, organisation, place, event or work; the registry makes it unique."""
    return f"{kind}/{slug(label)}"


def decision(left: str, right: str, who: str = "", when: str = "") -> str:
    """Return the path of a decision about two names, by whom and when (one pair may be decided upon again)."""
    return f"decision/{digest(*sorted((left, right)), who, when)}"


def agent(who: str) -> str:
    """Return the path of the person or program that decided or ran something."""
    return f"agent/{slug(who)}"


def editor(key: str) -> str:
    """Return the path of the editor of an encoded document."""
    return agent(f"editor of {key}")


def language(code: str) -> str:
    """Return the path of a language, from its BCP 47 tag."""
    return f"language/{segment(code)}"


def container(title: str) -> str:
    """Return the path of the journal, newspaper or book that a cited work stands in."""
    return f"container/{segment(title)}"


def succession(archive_key: str, successor_key: str) -> str:
    """Return the path of the relation by which one archive took over from another."""
    return f"{archive(archive_key)}/successor/{segment(successor_key)}"


def file(name: str) -> str:
    """Return the path of a published file ("text/<sha256>.txt"): an address to fetch, never a subject."""
    return name


def run(version: str) -> str:
    """Return the path of the run of this version of the rules."""
    return f"run/{segment(version)}"


def dataset() -> str:
    """Return the path of the dataset as a whole."""
    return "dataset"


def linkset() -> str:
    """Return the path of the links to other datasets."""
    return f"{dataset()}/links"


def class_partition(name: str) -> str:
    """Return the path of the part of the dataset that is of one class, given by its short name ("rico:Person")."""
    return f"{dataset()}/class/{encode(name)}"


def distribution(filename: str) -> str:
    """Return the path of one dump of the dataset: the address to fetch it from."""
    return filename


def graph(kind: str, key: str = "") -> str:
    """Return the path of a named graph: "document" and "evidence" (with a key), "entities", "links", "dataset"."""
    return f"graph/{kind}/{segment(key)}" if key else f"graph/{kind}"
