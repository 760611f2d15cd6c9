"""The coverage view: which characters of a document no rule has used.

What is shown unused is where a reader should look for what the rules miss: a note that was not read to its end, a
shelfmark in an unknown form. Turns of speech and whole notes are containers and do not count as used by themselves.
"""

from collections.abc import Iterable, Iterator
from html import escape

from kg.check.page import page
from kg.model import Analysis, Document, Span

Stretch = tuple[int, int]


def used_stretches(document: Document, analysis: Analysis) -> list[Stretch]:
    """Return the stretches that some rule used, joined and in order."""
    joined: list[Stretch] = []
    for start, end in sorted((s.start, s.end) for s in _used(document, analysis)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _used(document: Document, analysis: Analysis) -> Iterator[Span]:
    """Yield the spans that say something by themselves."""
    yield from (field.span for field in document.fields)
    for note in analysis.notes:
        yield note.marker
        yield from (dispute.span for dispute in note.disputes)
        if note.anchor:
            yield note.anchor
    yield from (item.span for item in analysis.agenda)
    yield from (turn.label for turn in analysis.turns)
    groups: Iterable[Iterable[Span]] = (
        (d.span for d in analysis.dates),
        (c.span for c in analysis.citations),
        (w.span for w in analysis.works),
        (m.span for m in analysis.mentions),
        (e.span for e in analysis.events),
        (p.span for p in analysis.participations),
        (r.span for r in analysis.roles),
    )
    for group in groups:
        yield from group


def coverage_page(document: Document, used: list[Stretch], title: str) -> str:
    """Return the text as a page, with the used stretches marked."""
    parts, at = [], 0
    for start, end in used:
        parts += [escape(document.text[at:start]), '<b class="used">', escape(document.text[start:end]), "</b>"]
        at = end
    parts.append(escape(document.text[at:]))
    number, total = sum(end - start for start, end in used), len(document.text)
    told = f"{number:,} of {total:,} characters ({number / total:.0%}) were used by a rule; they are green."
    return page(f"What was used of {title}", f"<p>{told}</p>\n<article>\n{''.join(parts)}</article>")
