"""Read gold files: what people wrote down about a text, as sheets.

A `*.gold.json` describes one text. A JSON list (`*.citations.json`) has the archival citations of many, each with the
name of its file; the texts are known by the checksums that the data gives for those names.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from kg.errors import KgError
from kg.evaluate.sheet import Find, Sheet, bare
from kg.read.values import language_code

Entry = Mapping[str, Any]

LEVELS: Final = ("fond", "opis", "delo", "papka")
LEAVES: Final = ("leaf_from", "leaf_to", "side")
OTHER_SYSTEMS: Final = ("levels", "file", "record_group", "box", "piece")
"""Fields of shelfmarks that are not built of fond, opis and delo: only their numbers are asked for."""

_ENTITIES: Final = (("people", "persons"), ("organisations", "organisations"), ("places", "places"))
_ROLES: Final = (
    ("author", "authors"),
    ("addressee", "addressees"),
    ("translator", "translator"),
    ("compiler", "compiler"),
)
_PARTS: Final = {"participant": "present", "speaker": "speaker", "assigned": "assigned"}
_OPTIONAL: Final = ("optional", "implicit", "elliptic")
_YEAR: Final = re.compile(r"\d{4}")


def files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the gold files meant by paths: files themselves, and those in folders, sorted.

    Raises:
        KgError: a path does not exist, or a folder has no gold file.

    """
    found: list[Path] = []
    for path in paths:
        inside = sorted({*path.glob("*.gold.json"), *path.glob("*.citations.json")}) if path.is_dir() else [path]
        if not path.exists() or not inside:
            raise KgError(
                f"There is no gold file at {path}. Name a *.gold.json, a *.citations.json, or a folder of them."
            )
        found += inside
    return tuple(dict.fromkeys(found))


def read(path: Path, texts: Mapping[str, str]) -> tuple[Sheet, ...]:
    """Read one gold file; `texts` gives the SHA-256 for the name of a text's file, where the gold has only that.

    Raises:
        KgError: the file cannot be read, is no JSON, or lacks something that every gold file has.

    """
    try:
        entry = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(entry, list):
            pages = groupby(
                sorted(entry, key=lambda each: (each["file"], each["start"])), key=lambda each: each["file"]
            )
            return tuple(_page(name, list(entries), texts) for name, entries in pages)
        return (_sheet(entry),)
    except OSError as fault:
        raise KgError(f"{path} cannot be read: {fault.strerror or fault}.") from fault
    except ValueError as fault:
        raise KgError(f"{path} is no JSON in UTF-8: {fault}.") from fault
    except (KeyError, TypeError, AttributeError) as fault:
        raise KgError(f"{path} is not written as gold files are: {type(fault).__name__} {fault}.") from fault


def printed_title(csl: Entry, words: str, inherited: Iterable[str] = ()) -> str:
    """Return the title to ask of a work: its own where it is printed (or taken from before), else the container's."""
    title = str(csl.get("title", ""))
    if title and ("title" in inherited or bare(title) in bare(words)):
        return title
    return str(csl.get("container-title") or csl.get("event-title") or title)


def _page(name: str, entries: list[Entry], texts: Mapping[str, str]) -> Sheet:
    """Return the sheet of one text of a list of citations."""
    return Sheet(name=name, sha256=texts.get(name, ""), finds={"citations": tuple(map(_citation, entries))})


def _sheet(entry: Entry) -> Sheet:
    """Return the sheet of a gold file of one text."""
    document = entry["document"]
    everybody = entry["persons"]
    finds = {name: tuple(_mentions(entry[key])) for name, key in _ENTITIES}
    return Sheet(
        name=document.get("path") or document["file"],
        sha256=document["sha256"],
        names={
            person["id"]: tuple(dict.fromkeys((person["name"], *(mention["text"] for mention in person["mentions"]))))
            for person in everybody
        },
        finds=finds
        | {
            "document": tuple(_fields(document)),
            "roles": tuple(_roles(document)),
            "dates": tuple(_date(each) for each in entry["dates"]),
            "citations": tuple(_citation(each) for each in entry["archival_citations"]),
            "works": tuple(_work(each) for each in entry["cited_works"]),
            "events": tuple(_event(each) for each in entry["events"]),
            "turns": tuple(
                _find(each, ("label_start", "utterance_end"), thing=each["speaker"] or "")
                for each in entry["speech_turns"]
            ),
            "agenda": tuple(
                _find(each, ("start", "title_end"), text=each["title"], value=each["label"]) for each in entry["agenda"]
            ),
            "notes": tuple(_find(each, ("marker_start", "end"), value=str(each["n"])) for each in entry["notes"]),
            "anchors": tuple(_find(each, value=str(each["n"])) for each in entry["note_anchors"]),
            "participants": tuple(_parts(everybody)),
        },
    )


def _find(
    entry: Entry, ends: tuple[str, str] = ("start", "end"), *, text: str = "", thing: str = "", value: str = ""
) -> Find:
    """Return the find of an entry with one span."""
    return Find(
        spans=((entry[ends[0]], entry[ends[1]]),),
        text=text or entry["text"],
        thing=thing,
        value=value,
        optional=_optional(entry),
    )


def _optional(entry: Entry) -> bool:
    """Tell whether an entry counts on neither side."""
    return any(entry.get(key) for key in _OPTIONAL) or entry.get("id") == "self"


def _fields(document: Entry) -> Iterator[Find]:
    """Yield title, date and language of the original, where the gold says them."""
    language = str(document.get("original_language") or "")
    for name, value in (
        ("title", document["title"]),
        ("date", document["date"]),
        ("language", language_code(language) or language),
    ):
        if value:
            yield Find(thing=name, value=value, text=f"{name}: {value}")


def _roles(document: Entry) -> Iterator[Find]:
    """Yield who made and who received the document."""
    for role, key in _ROLES:
        people = document.get(key) or ()
        for person in (people,) if isinstance(people, str) else people:
            yield Find(thing=person, value=role, text=f"{role}: {person}")


def _parts(persons: Iterable[Entry]) -> Iterator[Find]:
    """Yield who took part in the document's own event, and as what."""
    for person in persons:
        roles = [_PARTS[role] for role in person["roles"] if role in _PARTS]
        for role in dict.fromkeys((*roles, *filter(None, (person.get("attendance"),)))):
            yield Find(thing=person["id"], value=role, text=f"{role}: {person['name']}")


def _mentions(entities: Iterable[Entry]) -> Iterator[Find]:
    """Yield the mentions of all entities."""
    for entity in entities:
        for mention in entity["mentions"]:
            yield Find(
                spans=((mention["start"], mention["end"]),),
                text=mention["text"],
                thing=entity["id"],
                optional=_optional(entity) or _optional(mention),
            )


def _date(entry: Entry) -> Find:
    """Return a date; one without EDTF is asked of nobody."""
    find = _find(entry, value=entry["edtf"] or "")
    return find if find.value else Find(spans=find.spans, text=find.text, optional=True)


def _citation(entry: Entry) -> Find:
    """Return an archival citation. Of a damaged one only the levels that the gold read are asked for."""
    given = {key: tuple(map(str, _several(value))) for key, value in entry["fields"].items() if value}
    other = tuple(word for key in OTHER_SYSTEMS for word in given.get(key, ()))
    fields = {"archive": given["repository"]} if "repository" in given else {}
    if other:
        fields["numbers"] = other
    else:
        fields |= {key: given.get(key, ()) for key in LEVELS if key in given or not entry.get("damaged")}
    if not entry.get("damaged"):
        fields |= {key: given.get(key, ()) for key in LEAVES}
    return Find(spans=((entry["start"], entry["end"]),), text=entry["text"], fields=fields, optional=_optional(entry))


def _work(entry: Entry) -> Find:
    """Return a cited work, with those fields that the gold has."""
    csl = entry["csl"]
    makers = [*csl.get("author", ()), *csl.get("editor", ())]
    year = _YEAR.match(str(csl.get("issued") or csl.get("event-date") or ""))
    plain = {
        "title": printed_title(csl, entry["text"], entry.get("inherited", ())),
        "year": year[0] if year else "",
        "place": csl.get("publisher-place"),
        "publisher": csl.get("publisher"),
        "container": csl.get("container-title") or csl.get("event-title"),
        "volume": csl.get("volume"),
        "issue": csl.get("issue"),
        "pages": csl.get("page"),
    }
    fields = {key: (str(value),) for key, value in plain.items() if value}
    fields["names"] = tuple(maker.get("family") or maker["literal"] for maker in makers)
    return Find(spans=((entry["start"], entry["end"]),), text=entry["text"], fields=fields, optional=_optional(entry))


def _event(entry: Entry) -> Find:
    """Return an event with all its spans; `value` is its date, `thing` its class."""
    others = tuple((span["start"], span["end"]) for span in entry.get("other_spans", ()))
    return Find(
        spans=((entry["start"], entry["end"]), *others),
        text=entry["text"],
        thing=entry["class"],
        value=entry["edtf"] or "",
        optional=_optional(entry),
    )


def _several(value: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever JSON has
    """Yield the plain values in a value of a gold file, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _several(each)
    else:
        yield value
