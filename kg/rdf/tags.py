"""What a curator says of a record: tags, told apart from our own reading, evidenced by the source file.

A tag stands at a place in a data file and perhaps in no text; so its evidence points there with a JSON pointer, as a
fragment selector of the Web Annotation Data Model. Where the tag names somebody whom the text names in the same words,
it is about them; the tag itself is left as the curator wrote it.
"""

from collections.abc import Iterable, Mapping

from kg import ids
from kg.rdf.confidence import Confidence, confidence_term
from kg.rdf.page import DESCRIBING, MOTIVATIONS, Page
from kg.rdf.terms import each, ref, string, triples
from kg.rdf.vocab import dcterms, ietf, kgo, oa, prov, rdf, rdfs, schema

_NAMES = ("person", "organisation", "place")


def curator_tags(page: Page) -> list[str]:
    """Map the tags of a record, and the file in which they stand."""
    document = page.document
    if not document.tags:
        return []
    known = _known(page)
    statements = triples(
        ref(page.base, ids.source_file(document.key, document.source)),
        (rdf.type, prov.Entity),
        (rdfs.label, string(document.source)),
    )
    for tag in document.tags:
        about = known.get(_plain(tag.value), set()) if tag.kind in _NAMES else set()
        statements += triples(
            ref(page.base, ids.tag(document.key, tag.pointer, tag.value)),
            (rdf.type, kgo.CuratorTag),
            (dcterms.isPartOf, ref(page.base, ids.document(document.key))),
            (rdfs.label, string(tag.value)),
            (kgo.tagKind, string(tag.kind)),
            *each(schema.about, (ref(page.base, name) for name in about if len(about) == 1)),
        )
    return statements


def tag_evidence(page: Page, run: str, confidence: Mapping[str, Confidence]) -> list[str]:
    """Return the annotations that tie each tag to its place in the source file."""
    rule = f"{page.document.reader.partition('/')[0]}/tag"
    file = ids.source_file(page.document.key, page.document.source)
    statements = []
    for tag in page.document.tags:
        body = ids.tag(page.document.key, tag.pointer, tag.value)
        target = ref(page.base, ids.pointed(file, tag.pointer))
        selector = ref(page.base, ids.pointer_selector(file, tag.pointer))
        statements += triples(
            ref(page.base, f"{body}/evidence"),
            (rdf.type, oa.Annotation),
            (oa.motivatedBy, MOTIVATIONS[DESCRIBING]),
            (oa.hasBody, ref(page.base, body)),
            (oa.hasTarget, target),
            (prov.wasGeneratedBy, ref(page.base, run)),
            (kgo.rule, string(rule)),
            (kgo.confidence, confidence_term(confidence, rule)),
        )
        statements += triples(
            target, (rdf.type, oa.SpecificResource), (oa.hasSource, ref(page.base, file)), (oa.hasSelector, selector)
        )
        statements += triples(
            selector,
            (rdf.type, oa.FragmentSelector),
            (rdf.value, string(tag.pointer)),
            (dcterms.conformsTo, ietf.rfc6901),
        )
    return statements


def _known(page: Page) -> dict[str, set[str]]:
    """Return whom and what the text names, by the words it uses."""
    known: dict[str, set[str]] = {}
    for mention in page.analysis.mentions:
        name = page.names.mentions.get((mention.span.start, mention.span.end))
        if name:
            known.setdefault(_plain(mention.span.exact), set()).add(name)
    return known


def _plain(words: str) -> str:
    """Return a name as it is spoken: `Weiss, Anna` is `anna weiss`."""
    parts: Iterable[str] = reversed(words.split(",")) if words.count(",") == 1 else [words]
    return " ".join(" ".join(parts).split()).casefold()
