"""What may be said of a text that is withheld: no more of its words than a tenth can be put together from all of it.

Words count as the text's own from 20 characters on; what is shorter (most names, dates, numbers) are facts. A text's
tenth is given out in this order: what cannot be cut (shelfmarks, addresses, rights), what the corpus has in common
(names, titles), then what is said of this record alone, the short before the long. What finds no room is cut below 20
characters with "…". What stands before and after a quotation is never told.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from kg.check.facts import words
from kg.rdf.terms import string
from kg.rdf.vocab import dcterms, kgo, oa, rdfs, rico, schema

COUNTED: Final = 20
"""Characters (code points, white space folded) from which words count as the text's own."""
LONGEST: Final = 200
"""Characters of the longest quotation, with its "…"."""
SHARE: Final = 10
"""One part in so many may be told."""

_CUT: Final = "…"
_SPACE: Final = re.compile(r"\s+")
_UNSAID: Final = frozenset({oa.prefix, oa.suffix, schema.contentUrl})
_CUTTABLE: Final = frozenset(
    {
        oa.exact,
        kgo.utterance,
        kgo.text,
        kgo.asWritten,
        rdfs.label,
        rico.title,
        rico.textualValue,
        rico.scopeAndContent,
        dcterms.title,
        schema.description,
    }
)

Heads = Mapping[str, Sequence[str]]
"""Folded words by their first 20 characters, to find all of them in one walk through a text."""


def said(lines: Iterable[str]) -> tuple[set[str], set[str]]:
    """Return the words of lines of N-Quads that count, folded: those that must stand, and those that can be cut."""
    fixed: set[str] = set()
    cuttable: set[str] = set()
    for _, predicate, value in _literals(lines):
        stem = _stem(_bounded(value) if predicate in _CUTTABLE else value)
        if len(stem) >= COUNTED and predicate not in _UNSAID:
            (cuttable if predicate in _CUTTABLE else fixed).add(stem)
    return fixed, cuttable - fixed


def heads(stems: Iterable[str]) -> Heads:
    """Return folded words by their beginnings."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for stem in sorted(stems):
        found[stem[:COUNTED]].append(stem)
    return found


def to_cut(texts: Iterable[str], *groups: Heads) -> frozenset[str]:
    """Return the words (folded) that must be cut, so that no text of one record is told to more than its tenth.

    Of `groups`, the first takes its room before the second; the words of the first of all are charged but never cut.
    """
    cut: set[str] = set()
    for text in map(folded, texts):
        room = len(text) // SHARE
        told = bytearray(len(text))
        for number, group in enumerate(groups):
            for stem, starts in sorted(_places(text, group).items(), key=lambda found: (len(found[0]), found[0])):
                new = sum(told.count(0, start, start + len(stem)) for start in starts)
                if number and (new > room or stem in cut or len(stem) >= LONGEST):
                    cut.add(stem)
                    continue
                room -= new
                for start in starts:
                    told[start : start + len(stem)] = b"\1" * len(stem)
    return frozenset(cut)


def withheld(lines: Iterable[str], cut: Container[str], *, shared: bool = False) -> Iterator[str]:
    """Yield lines of N-Quads with long words and those to be cut ended by "…"; of `shared` ones only the latter.

    A record's own lines lose what would lead to its text: its file, and what stands before and after a quotation.
    """
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        if not shared and predicate in _UNSAID:
            continue
        if predicate in _CUTTABLE and rest.startswith('"'):
            literal, graph, end = rest.rsplit(" ", 2)
            value = words(literal)
            shown = value if shared else _bounded(value)
            shown = _ended(shown, COUNTED) if _stem(shown) in cut else shown
            if shown != value:
                yield f"{subject} {predicate} {string(shown)} {graph} {end}"
                continue
        yield line


def folded(text: str) -> str:
    """Return a text with each stretch of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def _literals(lines: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        if rest.startswith('"'):
            yield subject, predicate, words(rest.rsplit(" ", 2)[0])


def _places(text: str, stems: Heads) -> dict[str, list[int]]:
    """Return where the words stand in a folded text."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(len(text) - COUNTED + 1):
        for stem in stems.get(text[at : at + COUNTED], ()):
            if text.startswith(stem, at):
                found[stem].append(at)
    return found


def _stem(value: str) -> str:
    return folded(value.removesuffix(_CUT))


def _bounded(value: str) -> str:
    return _ended(value, LONGEST) if len(value) > LONGEST else value


def _ended(value: str, length: int) -> str:
    """Return the beginning of the words with "…", `length` characters together at most."""
    return value[: length - 1].rstrip() + _CUT
