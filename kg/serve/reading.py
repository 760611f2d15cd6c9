"""A text for reading: each stretch that says something is marked where it stands, and leads to what it means."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape
from pyoxigraph import NamedNode

from kg.query.evidence import stretches
from kg.query.store import Data
from kg.query.things import short
from kg.serve.shown import Value, label, value


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text in code points, half-open, and what it was read as; `kind` sets the colour of its line."""

    start: int
    end: int
    kind: str
    read_as: Value


def marks(data: Data, text: NamedNode) -> list[Mark]:
    """Return the stretches of a text in its order, the longer first; of what one was read as, a thing with a name."""
    found = sorted(stretches(data, text).items(), key=lambda item: (item[0][0], -item[0][1]))
    return [_mark(data, start, end, bodies) for (start, end), bodies in found]


def _mark(data: Data, start: int, end: int, bodies: set[NamedNode]) -> Mark:
    body = max(bodies, key=lambda each: (bool(label(data, each)), each.value))
    return Mark(start, end, short(body.value, data.base).partition("/")[0], value(data, body))


def woven(words: str, found: Sequence[Mark]) -> Markup:
    """Return the text as HTML with its marks, which come in its order, the longer first.

    A stretch has the fragment of its IRI as its id (`char=10,20`), so that the IRI leads to the very words. A stretch
    with none inside is a link; one with others inside ends in a sign that is one, since links cannot be nested. Where
    two cross, the later ends with the earlier.
    """
    out, at, open_ = list[str](), 0, list[tuple[int, Markup]]()

    def close(before: int) -> None:
        nonlocal at
        while open_ and open_[-1][0] <= before:
            end, closing = open_.pop()
            out.extend((escape(words[at:end]), closing))
            at = end

    for place, mark in enumerate(found):
        close(mark.start)
        end = min(mark.end, open_[-1][0] if open_ else mark.end)
        leaf = place + 1 == len(found) or found[place + 1].start >= end
        out.extend((escape(words[at : mark.start]), _opening(mark, leaf=leaf)))
        at = mark.start
        open_.append((end, Markup("</a>") if leaf else _sign(mark)))
    close(len(words))
    return Markup("").join([*out, escape(words[at:])])


def _opening(mark: Mark, *, leaf: bool) -> Markup:
    stretch = f"char={mark.start},{mark.end}"
    if leaf:
        link = Markup('<a id="{}" class="{}" title="{}" href="{}">')
        return link.format(stretch, mark.kind, mark.read_as.words, mark.read_as.address)
    return Markup('<span id="{}">').format(stretch)


def _sign(mark: Mark) -> Markup:
    """Return the end of a stretch with others inside; the sign is drawn by the style, and is no part of the text."""
    link = Markup('<a class="sign" title="{0}" aria-label="{0}" href="{1}"></a></span>')
    return link.format(mark.read_as.words, mark.read_as.address)
