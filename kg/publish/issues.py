"""The doubtful places of a build, listed for people and for programs."""

import json
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Final

from kg.check.page import page
from kg.errors import ISSUES
from kg.model import Issue

_ABOUT: Final = "Nothing here stopped the build. Each entry is a place where a person may see more than the rules did."


def ordered(issues: Sequence[Issue]) -> list[Issue]:
    """Return issues by code, file and place."""
    return sorted(issues, key=lambda i: (i.code, i.source, i.span.start if i.span else -1, i.message))


def as_json_lines(issues: Sequence[Issue]) -> str:
    """Return one JSON object for each issue: code, message, source, and its place in code points where it has one."""
    rows = (
        {"code": i.code, "message": i.message, "source": i.source}
        | ({"start": i.span.start, "end": i.span.end, "exact": i.span.exact} if i.span else {})
        for i in ordered(issues)
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def as_html(issues: Sequence[Issue], title: str) -> str:
    """Return the issues as a page, grouped by code with its explanation."""
    counts = Counter(i.code for i in issues)
    parts = []
    for code in sorted(counts):
        rows = "".join(
            f"<tr><td>{escape(i.source)}<td>{escape(i.message.removeprefix(f'{i.source}: '))}<td>{_quoted(i)}</tr>\n"
            for i in ordered(issues)
            if i.code == code
        )
        parts.append(f"<h2>{code} ({counts[code]})</h2>\n<p>{escape(ISSUES[code])}</p>\n<table>\n{rows}</table>\n")
    listed = "".join(parts) or "<p>There are none.</p>"
    return page(f"Doubtful places in {title}", f"<p>{_ABOUT}</p>\n{listed}")


def _quoted(issue: Issue) -> str:
    return f"<q>{escape(issue.span.exact)}</q>" if issue.span else ""
