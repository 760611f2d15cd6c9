"""The document: the record as published, its original, its text, and who and what it names and cites."""

import re
from typing import Final

from kg import ids
from kg.model import Document, field_of
from kg.rdf.archives import cited_unit
from kg.rdf.page import IDENTIFYING, Claim, Facts, Page
from kg.rdf.terms import each, ref, string, triples, typed
from kg.rdf.vocab import cito, dcterms, edtf, kgo, rdf, rdfs, rico, schema, xsd

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SPACE: Final = re.compile(r"\s+")
_CALENDAR: Final = (
    (re.compile(r"\d{4}"), xsd.gYear),
    (re.compile(r"\d{4}-(?:0[1-9]|1[0-2])"), xsd.gYearMonth),  # not 1956-21, a season
    (re.compile(r"\d{4}-\d\d-\d\d"), xsd.date),
)


def document(page: Page) -> Facts:
    """Map the record, its original and its text, with the evidence for each printed field."""
    base, doc = page.base, page.document
    path = ids.document(doc.key)
    date_edtf = page.analysis.date or value_of(doc, "date")
    units = [ref(base, ids.unit(*cited_unit(c))) for c in page.analysis.citations if c.own and c.levels]
    statements = triples(
        ref(base, path),
        (rdf.type, rico.Record),
        (rico.identifier, string(doc.identifier)),
        (rico.title, string(title_of(doc))),
        (rdfs.label, string(title_of(doc))),
        (dcterms.date, calendar_date(date_edtf)),
        (kgo.edtf, typed(date_edtf, edtf.EDTF)),
        (schema.inLanguage, language_tag(doc.language)),
        (rico.scopeAndContent, string(value_of(doc, "summary"))),
        (schema.url, string(value_of(doc, "url"))),
        (dcterms.rights, string(value_of(doc, "rights") or page.rights)),
        (dcterms.provenance, string(value_of(doc, "donor") or page.donor)),
        *each(schema.mentions, (ref(base, name) for name in page.names.mentions.values())),
        *each(cito.cites, (ref(base, ids.unit(*cited_unit(c))) for c in page.analysis.citations)),
        *each(cito.cites, (ref(base, work) for work in page.names.works.values())),
    )
    statements += text(base, doc) + _original(page, units)
    return statements, _claims(page, path)


def text(base: str, doc: Document) -> list[str]:
    """Map one text of a record: its checksum, its published file, and the file that it was read from."""
    text_path = ref(base, ids.text(doc.key, doc.sha256))
    return [
        *triples(ref(base, ids.document(doc.key)), (rico.hasOrHadInstantiation, text_path)),
        *triples(
            text_path,
            (rdf.type, rico.Instantiation),
            (kgo.sha256, string(doc.sha256)),
            (schema.contentUrl, typed(ids.iri(base, ids.file(f"text/{doc.sha256}.txt")), xsd.anyURI)),
            (dcterms.format, string("text/plain")),
            (dcterms.source, string(doc.source)),
        ),
    ]


def _original(page: Page, units: list[str]) -> list[str]:
    """Map the original; a document that is in its original's language, or names none, is its own original."""
    base, doc = page.base, page.document
    language = value_of(doc, "original-language")
    record = ref(base, ids.document(doc.key))
    if not language or language == doc.language:
        return triples(
            record,
            (rico.hasOrHadLanguage, ref(base, ids.language(language)) if language else ""),
            *each(rico.isDirectlyIncludedIn, units),
        )
    original = ref(base, ids.original(doc.key))
    return [
        *triples(record, (schema.translationOfWork, original)),
        *triples(
            original,
            (rdf.type, rico.Record),
            (rdfs.label, string(f"{title_of(doc)} (original)")),
            (schema.inLanguage, language_tag(language)),
            (rico.hasOrHadLanguage, ref(base, ids.language(language))),
            *each(rico.isDirectlyIncludedIn, units),
        ),
    ]


def _claims(page: Page, path: str) -> list[Claim]:
    """Return the claims of the printed fields, of the names and of the dates."""
    doc, analysis, names = page.document, page.analysis, page.names
    reader = doc.reader.partition("/")[0]
    claims = [Claim(path, field.span, f"{reader}/{field.name}") for field in doc.fields]
    for mention in analysis.mentions:
        name = names.mentions.get((mention.span.start, mention.span.end))
        if name:
            form = ids.name_form(name, folded(mention.span.exact))
            claims.append(Claim(name, mention.span, mention.rule, IDENTIFYING, form))
    claims += [Claim(ids.date(d.edtf), d.span, d.rule, IDENTIFYING, inferred=d.inferred) for d in analysis.dates]
    return claims


def title_of(doc: Document) -> str:
    """Return the title; where none is printed, the first line that is not empty, else the identifier."""
    first = next((line for line in doc.text.splitlines() if line.strip()), doc.identifier)
    return value_of(doc, "title") or folded(first)


def value_of(doc: Document, name: str) -> str:
    """Return the normalised value of a field, or "" where the page prints none."""
    field = field_of(doc, name)
    return field.value if field else ""


def folded(words: str) -> str:
    """Return the words with each stretch of white space as one space, as forms of names are kept."""
    return _SPACE.sub(" ", words).strip()


def language_tag(value: str) -> str:
    """Return the literal of a BCP 47 tag, or "" for words that are none."""
    return string(value) if _TAG.fullmatch(value) else ""


def calendar_date(value: str) -> str:
    """Return a plain year, month or day with its XML Schema type; every other EDTF as a string."""
    datatype = next((datatype for pattern, datatype in _CALENDAR if pattern.fullmatch(value)), "")
    return typed(value, datatype) if datatype else string(value)
