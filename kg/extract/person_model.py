"""What the language model takes for people, less what the lists and the text know to be something else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from kg.extract.lexicon import DEMONYMS, EAST_ASIAN, GIVEN, NOT_NAMES, ORGANISATIONS, PLACES, fold, words
from kg.extract.names import GAP, LOWER, NAME, TITLES, UPPER, WORD
from kg.extract.person_deeds import is_subject
from kg.extract.person_rules import PRONOUN, Find, trimmed
from kg.extract.sentences import at_sentence_start
from kg.extract.shadow import Shadow, joins
from kg.model import Analysis, Span
from kg.read.alternatives import alternatives

_NO_PERSON: Final = re.compile(
    rf"^(?:{alternatives(DEMONYMS)})s?[a-z]{{4,}}$|^U\.[SN]\.|\b(?:Jih|Jui|Wan) Pao$|\b(?:Ri|ri)bao$"
)  # "Germanfamilies" is joined, the Hsin Hua Jih Pao a newspaper
_SMALL: Final = re.compile(r"(?<![^\W_])[a-z]+(?![^\W_])")
_FOREIGN: Final = re.compile(rf"[ \t](?!chargé|attaché|café|émigré|protégé|élite|communiqué){LOWER}*(?![a-z]){LOWER}")
"""A small word with marked letters goes on: "Relațiile româno-…" is a title in another language."""
_TOWN: Final = re.compile(
    rf"{UPPER}[a-z]+(?:-[a-z]+|chow|hsien|kow|kiang)"
)  # Yang-chow: a given name follows a surname
_PLACED: Final = (
    re.compile(
        rf"\b(?:in|near|[Cc]onsul(?:ate)? at|arrived at|headquarters at|troops at"
        rf"|(?:sent|taken|deported|transported|moved|travel+ed|marched|fled) to) (?P<name>{WORD})(?!['’]| {UPPER})"
    ),
    re.compile(
        rf"\b[Tt]he (?P<name>{WORD}) (?:{alternatives(DEMONYMS)}|ghetto|district|region|area|sector|garrison|suburb)\b"
    ),
)
NEVER: Final = PLACES | DEMONYMS | ORGANISATIONS | words("organisations", "never")
"""Names that are never a person's."""


def proposed(analysis: Analysis, copy: Shadow) -> Iterator[Find]:
    """Yield what the model takes for a person, less what the lists know to be something else."""
    small = frozenset(_SMALL.findall(copy.text))
    votes = Counter((s.span.exact.removesuffix("'s").removesuffix("’s"), s.kind) for s in analysis.suggestions)
    for suggestion in analysis.suggestions:
        name_alone = suggestion.span.exact.removesuffix("'s").removesuffix("’s")
        acting = suggestion.kind == "place" and _acts(copy, suggestion.span, small)
        if not acting and (suggestion.kind != "person" or votes[name_alone, "person"] < votes[name_alone, "place"]):
            continue
        start, end = copy.inside(suggestion.span)
        title = re.match(rf"(?:[\"“‘'(*\[\s]+|(?:To{GAP})?{TITLES}{GAP}?|[Tt]he{GAP})*", copy.text[start:end])
        start += title.end() if title else 0
        name = re.match(NAME, copy.text[start:end])
        if name is None:
            continue
        stretch = trimmed(copy.text, start, before_place(copy, start, start + name.end()))
        if not stretch or _is_elsewhere(copy.text, *stretch):
            continue
        if copy.text.startswith("I. ", start) and PRONOUN.search(copy.text, max(0, start - 10), start):
            continue
        found = copy.text[slice(*stretch)]
        word = found.lower() in small and at_sentence_start(copy.text, stretch[0])
        if credible(found) and not _TOWN.fullmatch(found) and not word:
            yield Find(*stretch, "people/model")


def _acts(copy: Shadow, span: Span, small: frozenset[str]) -> bool:
    """Whether what the model takes for a place is a word that no list knows, and does what people do."""
    start, end = copy.inside(span)
    word = copy.text[start:end]
    unknown = re.fullmatch(WORD, word) is not None and word not in NEVER | NOT_NAMES and word.lower() not in small
    return unknown and is_subject(copy.text, start, end)


def before_place(copy: Shadow, start: int, end: int) -> int:
    """Return where a name ends that a place is glued to: "A. PetrovSofia" is joined by the page."""
    return next((gap for gap in joins(copy, start, end) if copy.text[gap + 1 : end] in PLACES), end)


def _is_elsewhere(text: str, start: int, end: int) -> bool:
    """Whether what stands before says that the model is wrong: "in Rybnitsa", "“Vypiska iz …"."""
    if fold(text[start:end].split(maxsplit=1)[0]) in GIVEN:
        return False
    return (
        text[start - 1 : start] in {'"', "“", "*", "„", "«"}
        or text[max(0, start - 4) : start].lower().endswith((" in ", " at "))
        or _FOREIGN.match(text, end) is not None
    )


def credible(name: str) -> bool:
    """Say whether a name may be a person's by its words alone."""
    if len(name) < 3 and name not in EAST_ASIAN:
        return False
    return name not in NEVER and not set(name.split()) & NOT_NAMES and not _NO_PERSON.search(name)


def without_places(text: str, seeds: Sequence[Find], found: Sequence[Find]) -> list[Find]:
    """Leave out what only the model takes for a person's name, and of which the text says that something is in it."""
    guessed = {"people/model", "people/deeds"}
    sure = [f for f in (*seeds, *found) if f.rule not in guessed or " " in text[f.start : f.end]]
    people = {word for find in sure for word in text[find.start : find.end].split()}
    doubtful = {text[f.start : f.end] for f in found if f.rule in guessed} - people
    placed = {match["name"] for pattern in _PLACED for match in pattern.finditer(text)} if doubtful else set()
    return [f for f in found if text[f.start : f.end] not in doubtful & placed]
