"""Where the numbered notes of a page begin: shared by all readers of running text."""

import re
from typing import Final

_HEADING: Final = re.compile(
    r"(?:(?:Translator|Editor|Author|Compiler|Transcriber)(?:['’]s|s['’]|s)?\s{1,3})?"
    r"(?:(?:End|Foot)?[Nn]otes?|ENDNOTES|FOOTNOTES|NOTES|Примечания|ПРИМЕЧАНИЯ|Anmerkungen):?\**"
    r"(?=\s{0,80}(?P<first>\[?1\]?[.)]?(?!\d)|¹)[ \t\u00a0]{0,4}\S)"
)
_FIRST_BRACKET: Final = re.compile(r"\[1\][ \t\u00a0]{0,3}(?=[^\W\d_]|[\"“«*])")
MARKDOWN_NOTE: Final = re.compile(
    r"^ {0,3}(?P<marker>\[\^(?P<label>[^\]\s]{1,40})\]:)(?P<words>[^\n]*"
    r"(?:\n(?:[ \t\r]*\n){0,3}(?: {4}|\t)[^\n]*|\n(?! {0,3}\[\^)[^\n]*\S[^\n]*)*)",
    re.MULTILINE,
)
"""A note as Markdown writes it, with the lines that go on: those below it, and indented ones behind an empty line."""
_FIRST_SIGN: Final = re.compile(r"(?<=\n)¹[ \t\u00a0]{0,3}(?=[^\W\d_]|[\"“«*])")


def markdown_blocks(text: str, start: int) -> list[tuple[str, int]]:
    """Return where body and notes begin, in turn, in a text that has notes in Markdown; they may stand anywhere."""
    starts: list[tuple[str, int]] = [("body", start)]
    end = start
    for note in MARKDOWN_NOTE.finditer(text, start):
        if text[end : note.start()].strip() or len(starts) == 1:
            starts += [("body", end), ("notes", note.start())] if end > start else [("notes", note.start())]
        end = note.end()
    return [*starts, ("body", end)] if text[end:].strip() and end > start else starts


def notes_start(text: str, start: int) -> int | None:
    """Return where the notes begin after `start`: at their heading, else at their first marker; None without notes.

    The heading may be glued to the text before it ("…to the Ministry.(4)Editor's Notes1 Not found"). Without one a
    second "[1]" (the first is the call) that begins a sentence opens the notes.
    """
    headings = list(_HEADING.finditer(text, start))
    if headings:
        return headings[-1].start()
    calls = [m.start() for m in re.finditer(r"\[1\]", text[start:])]
    openings = (
        [m.start() for m in _FIRST_BRACKET.finditer(text, start) if m.start() > start + calls[0]] if calls else []
    )
    if openings:
        return openings[-1]
    signs = [m.start() for m in _FIRST_SIGN.finditer(text, start)]
    return signs[-1] if signs else None
