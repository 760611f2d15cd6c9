"""Evidence: for each claim an annotation that ties it to the exact words, the rule that read them and the run.

The pattern is the Web Annotation Data Model's: a specific resource with a position selector (code points) and a quote
selector. Claims about the same words share the target and its selectors.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from kg import ids
from kg.rdf.confidence import Confidence, confidence_term
from kg.rdf.page import MOTIVATIONS, Claim, Page
from kg.rdf.terms import ref, string, triples, true
from kg.rdf.vocab import kgo, oa, prov, rdf, rdfs, xsd

CONTEXT: Final = 32
"""Code points that are told before and after the quoted words."""
_MARKS: Final = "marks/"  # rules that take over what the editor of an encoded text marked


def evidence(page: Page, claims: Iterable[Claim], run: str, confidence: Mapping[str, Confidence]) -> list[str]:
    """Return the statements of all annotations of a document; of claims alike in all but the rule, the first counts."""
    seen: set[str] = set()
    targets: set[tuple[int, int]] = set()
    statements: list[str] = []
    for claim in claims:
        path = ids.annotation(page.document.key, claim.body, claim.motivation, claim.span.start, claim.span.end)
        if path in seen:
            continue
        seen.add(path)
        statements += _annotation(page, path, claim, run, confidence)
        if (claim.span.start, claim.span.end) not in targets:
            targets.add((claim.span.start, claim.span.end))
            statements += _target(page, claim.span.start, claim.span.end)
    return statements


def _annotation(page: Page, path: str, claim: Claim, run: str, confidence: Mapping[str, Confidence]) -> list[str]:
    base, document = page.base, page.document
    target = ids.span(ids.text(document.key, document.sha256), claim.span.start, claim.span.end)
    subject = f"<{base}{path}>"
    statements = [
        f"{subject} {rdf.type} {oa.Annotation}",
        f"{subject} {oa.motivatedBy} {MOTIVATIONS[claim.motivation]}",
        f"{subject} {oa.hasBody} <{base}{claim.body}>",
        f"{subject} {oa.hasTarget} <{base}{target}>",
        f"{subject} {prov.wasGeneratedBy} <{base}{run}>",
        f"{subject} {kgo.rule} {string(claim.rule)}",
        f"{subject} {kgo.confidence} {confidence_term(confidence, claim.rule)}",
    ]
    if claim.form:
        statements.append(f"{subject} {kgo.nameForm} <{base}{claim.form}>")
    if claim.rule.startswith(_MARKS):  # the run only took it over
        statements.append(f"{subject} {prov.wasAttributedTo} {_editor(page)}")
    if claim.inferred:
        statements.append(f"{subject} {kgo.inferred} {true(value=True)}")
    return statements


def editor(page: Page, claims: Iterable[Claim]) -> list[str]:
    """Describe the editor of the encoded file, by name if it gives one, where some claim is the editor's."""
    if not any(claim.rule.startswith(_MARKS) for claim in claims):
        return []
    name = page.document.editor or f"Editor of {page.document.source}"
    return triples(_editor(page), (rdf.type, prov.Agent), (rdfs.label, string(name)))


def _editor(page: Page) -> str:
    return ref(page.base, ids.editor(page.document.key))


def _target(page: Page, start: int, end: int) -> list[str]:
    text = page.document.text
    path = ids.text(page.document.key, page.document.sha256)
    target = f"<{page.base}{ids.span(path, start, end)}>"
    position = f"<{page.base}{ids.position(path, start, end)}>"
    quotation = f"<{page.base}{ids.quotation(path, start, end)}>"
    statements = [
        f"{target} {rdf.type} {oa.SpecificResource}",
        f"{target} {oa.hasSource} <{page.base}{path}>",
        f"{target} {oa.hasSelector} {position}",
        f"{target} {oa.hasSelector} {quotation}",
        f"{position} {rdf.type} {oa.TextPositionSelector}",
        f'{position} {oa.start} "{start}"^^{xsd.nonNegativeInteger}',
        f'{position} {oa.end} "{end}"^^{xsd.nonNegativeInteger}',
        f"{quotation} {rdf.type} {oa.TextQuoteSelector}",
        f"{quotation} {oa.exact} {string(text[start:end])}",
    ]
    if start > 0:
        statements.append(f"{quotation} {oa.prefix} {string(text[max(0, start - CONTEXT) : start])}")
    if end < len(text):
        statements.append(f"{quotation} {oa.suffix} {string(text[end : end + CONTEXT])}")
    return statements
