"""The references of ../shared as others tagged them: a bibliography line by line, and notes with their spans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from kg.evaluate.sheet import Find

_AUTHORS = ("author", "editor")
_TITLES = ("title", "container-title", "journal", "collection-title")
_JOIN_WORDS = "ed|eds|edited|editors?|by|and|und|et|al|dir|hrsg|hg|in|the|trans|gen|general|coord|org|jr|sr"
_JOINS = re.compile(rf"\b(?:{_JOIN_WORDS})\b\.?", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’])+")


@dataclass(frozen=True)
class Tagged:
    """A reference as one line, and what its tags say; `names` are the words of names that are no initials."""

    text: str
    gold: Find
    makers: str


def bibliography(path: Path) -> list[Tagged]:
    """Return the references of a file in AnyStyle's format."""
    return [_tagged(sequence) for sequence in etree.parse(path).getroot().findall("sequence")]


def _tagged(sequence: etree._Element) -> Tagged:
    fields: dict[str, list[str]] = {}
    for child in sequence:
        fields.setdefault(str(child.tag), []).append(" ".join("".join(child.itertext()).split()))
    makers = " ".join(words for tag in _AUTHORS for words in fields.get(tag, []))
    names = tuple(w for w in _NAME.findall(_JOINS.sub("", makers)) if (len(w) > 2 and not w.isupper()) or len(w) > 4)
    years = tuple(y for words in fields.get("date", []) for y in re.findall(r"\d{4}", words))
    title = next((fields[tag][:1] for tag in _TITLES if tag in fields), [])
    gold = {"names": names, "year": years} | ({"title": tuple(title)} if title else {})
    text = " ".join("".join(sequence.itertext()).split())
    return Tagged(text, Find(spans=((0, len(text)),), fields=gold, rule=""), makers)


def notes(path: Path) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Yield each note of a file of tagged footnotes: its text on one line, and the spans of its references."""
    for instance in etree.parse(path).getroot().iter("{*}instance"):
        raw = next(" ".join((i.text or "").split()) for i in instance.findall("{*}input") if i.get("type") == "raw")
        at = [place for place, letter in enumerate(raw) if not letter.isspace()]
        solid = "".join(raw.split())
        spans, after = [], 0
        for reference in instance.iter("{http://www.tei-c.org/ns/1.0}bibl"):
            words = "".join("".join(reference.itertext()).split()).rstrip(".;,")
            begin = max(solid.find(words, after), solid.find(words[:25], after))
            if begin >= 0:
                after = min(begin + len(words), len(solid))
                spans.append((at[begin], at[after - 1] + 1))
        yield raw, spans
