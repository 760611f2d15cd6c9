"""What can go wrong, in two kinds.

A `KgError` stops the work on one file, one command or the whole build: it says what is wrong, where, and what to do.
An issue (`kg.model.Issue`) is doubtful input that did not stop anything: its code stands in `ISSUES` with an
explanation, and every issue is counted and published in the report.
"""

from typing import Final


class KgError(Exception):
    """A fault of the input, the settings or the request, told in words for the person who can mend it."""


class ReadError(KgError):
    """A source file cannot be read as a document; the other files still build."""


class SettingsError(KgError):
    """`kg.toml`, a registry or a decisions file says something that cannot be used."""


class QueryError(KgError):
    """A question cannot be asked: unknown name or parameter, or a mistake in the SPARQL."""


class CheckError(KgError):
    """What was about to be published does not hold; nothing is published."""


class OutputError(KgError):
    """The output folder cannot be used: it is busy, foreign, or a mount point."""


class LoadError(KgError):
    """A store cannot be reached, refuses, or breaks off; what it took is remembered, and the next run goes on."""


ISSUES: Final[dict[str, str]] = {
    "settings-missing": "The corpus folder has no kg.toml; base IRI and title were made up from the folder's name.",
    "two-texts": "Two files carry one identifier: one record with two texts; facts come from the preferred one.",
    "not-read": "A file, or a record of a list, could not be read; the others were.",
    "no-title": "No title is printed; the first line of the text stands in for it.",
    "no-date": "No date of the document was found; days and months without a year stay incomplete.",
    "field-unknown": "The page has a labelled field that the reader does not know; its words stay in the text only.",
    "language-unknown": "The language named on the page is not in the list of language names; it is kept as written.",
    "archive-unknown": "A shelfmark names an archive that the table of archives does not know; it gets a local name.",
    "archive-inferred": "A shelfmark names no archive; that of the reader or of kg.toml was supplied, marked inferred.",
    "shelfmark-damaged": "A shelfmark is damaged or unusual; it is kept as written beside the reading.",
    "part-left-out": "The front or back matter of an encoded text is not read.",
    "table-unread": "The text looks like a table, but its head names no title and text; it was read as running text.",
    "text-garbled": "Letters were lost to a wrong encoding before the file came here; names in it are wrong.",
    "no-text-layer": "Pages of a PDF hold pictures and no text; what stands on them is not read.",
    "note-without-anchor": "A numbered note is called from no place that was found in the text.",
    "anchor-without-note": "A number in the text looks like a note call, but no note carries that number.",
    "date-without-year": "A day or month has no year, and the document supplies none; it is left without a year.",
    "date-impossible": "What looks like a date is no day of the calendar; it is left as text.",
    "reference-unread": "A note seems to cite a work whose parts could not be read.",
    "ambiguous-name": "A bare surname could mean several people of this document; it stays by itself.",
    "decision-unknown": "A decision speaks of a name that nothing in this build bears; it is kept and was not applied.",
    "model-missing": "No language model for this text is installed; names come from the rules alone.",
}
"""Every issue code with its explanation. A code that is not listed here cannot be used."""
