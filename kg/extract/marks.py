"""What the editor of an encoded text marked as a name or a date: evidence of its own, which stands before our finds."""

from dataclasses import replace
from typing import Final

from kg.model import Analysis, DateMention, Document, EntityKind, Mention, Span

_KINDS: Final[dict[str, EntityKind]] = {"person": "person", "organisation": "organisation", "place": "place"}


def marks(document: Document, analysis: Analysis) -> Analysis:
    """Put the editor's marks among the finds; a find that meets one gives way, unless a turn or a role rests on it."""
    if not document.marks:
        return analysis
    used = {*_names(analysis)}
    names = [
        Mention(mark.span, _KINDS[mark.kind], f"marks/{mark.kind}") for mark in document.marks if mark.kind in _KINDS
    ]
    names = [mention for mention in names if not any(_meet(mention.span, span) for span in used)]
    dates = [DateMention(mark.span, mark.value, "marks/date") for mark in document.marks if mark.kind == "date"]
    kept = [m for m in analysis.mentions if m.span in used or not any(_meet(m.span, name.span) for name in names)]
    kept_dates = [d for d in analysis.dates if not any(_meet(d.span, date.span) for date in dates)]
    return replace(
        analysis,
        mentions=tuple(sorted([*kept, *names], key=lambda mention: mention.span)),
        dates=tuple(sorted([*kept_dates, *dates], key=lambda date: date.span)),
    )


def _names(analysis: Analysis) -> list[Span]:
    """Return the names on which other finds rest."""
    return [
        *(turn.speaker for turn in analysis.turns),
        *(part.person for part in analysis.participations),
        *(role.agent for role in analysis.roles),
        *(creator.span for work in analysis.works for creator in work.creators),
    ]


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
