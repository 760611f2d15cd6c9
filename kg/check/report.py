"""What the checks found, for people (plain text, HTML) and for programs (a SHACL validation report in Turtle)."""

from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import Final

from kg.check.findings import ADVICE, Finding, Kind
from kg.check.page import page
from kg.ids import digest
from kg.rdf.terms import string
from kg.rdf.vocab import PREFIXES

TITLES: Final[dict[Kind, str]] = {
    "shape": "Incomplete or contradictory descriptions",
    "quotation": "Quotations that do not stand in their text",
    "dangling": "Names that nothing describes",
    "undeclared": "Terms that no vocabulary declares",
}
_SHOWN: Final = 10
"""How many findings with the same message the plain text shows; the files show all."""


def stops(findings: Sequence[Finding]) -> bool:
    """Say whether anything found forbids publication."""
    return any(f.severity == "Violation" for f in findings)


def as_text(findings: Sequence[Finding]) -> str:
    """Return the findings grouped by kind and message, with label, passage, file, and what to do."""
    if not findings:
        return "No faults were found.\n"
    lines = []
    for kind, of_kind in groupby(_ordered(findings), key=lambda f: f.kind):
        lines += [f"{TITLES[kind]}", ""]
        for (severity, message), group in groupby(of_kind, key=lambda f: (f.severity, f.message)):
            same = list(group)
            lines.append(f"  {severity}: {message} ({len(same)} ×)")
            for f in same[:_SHOWN]:
                lines.append(f"    {f.label or '(no label)'} <{f.thing}>")
                lines += [f"      “{_short(f.quote)}”"] if f.quote else []
                lines += [f"      in {f.source}"] if f.source else []
            lines += [f"    … and {len(same) - _SHOWN} more"] if len(same) > _SHOWN else []
        lines += ["", f"  What to do: {ADVICE[kind]}", ""]
    return "\n".join(lines)


def as_html(findings: Sequence[Finding], title: str) -> str:
    """Return the findings as a page that stands by itself."""
    rows = "".join(
        f"<tr class={f.severity.lower()}><td>{escape(f.severity)}<td>{escape(f.message)}<td><b>{escape(f.label)}</b>"
        f'<br><a href="{escape(f.thing)}">{escape(f.thing)}</a>'
        f"<td>{f'<q>{escape(_short(f.quote))}</q>' if f.quote else ''}"
        f"<br>{escape(f.source)}<td>{escape(ADVICE[f.kind])}</tr>\n"
        for f in _ordered(findings)
    )
    head = "<tr><th>Severity<th>What is wrong<th>About<th>Passage and file<th>What to do</tr>\n"
    table = f"<table>\n{head}{rows}</table>" if findings else "<p>No faults were found.</p>"
    return page(f"Validation of {title}", table)


def as_turtle(findings: Sequence[Finding], base: str) -> str:
    """Return the findings as a SHACL validation report without blank nodes: the same findings, the same bytes."""
    report = f"{base}report/validation"
    results = []
    for f in _ordered(findings):
        name = f"<{report}#{digest(f.kind, f.thing, f.message, f.quote)}>"
        about = f"  sh:focusNode <{f.thing}> ;\n" if f.thing else ""
        results.append(
            f"{name} a sh:ValidationResult ;\n{about}  sh:resultSeverity sh:{f.severity} ;\n"
            f"  sh:sourceConstraintComponent <{report}#{f.kind}> ;\n  sh:resultMessage {string(f.message)} .\n"
        )
    named = "".join(f"  sh:result {r.partition(' ')[0]} ;\n" for r in results)
    conforms = "false" if stops(findings) else "true"
    return (
        f"@prefix sh: <{PREFIXES['sh']}> .\n\n<{report}> a sh:ValidationReport ;\n{named}  sh:conforms {conforms} .\n\n"
        + "\n".join(results)
    )


def _ordered(findings: Sequence[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (list(ADVICE).index(f.kind), f.severity, f.message, f.thing, f.quote))


def _short(words: str, length: int = 160) -> str:
    words = " ".join(words.split())
    return words if len(words) <= length else words[: length - 1] + "…"
