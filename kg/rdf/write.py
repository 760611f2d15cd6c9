"""The dumps, written in one pass over the sorted lines of N-Quads: N-Quads, Turtle, JSON-LD, the same bytes each time.

The lines come from `kg.rdf.mapping`: no blank nodes, literals with the escapes that N-Quads, Turtle and JSON share.
Sorted lines stand subject by subject, so nothing is held but one subject; a corpus of any size fits. The writers are
our own, because pyoxigraph writes only expanded JSON-LD, and Turtle without relative IRIs.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from io import BufferedWriter
from itertools import groupby
from pathlib import Path
from typing import Final

from kg import ids
from kg.rdf.terms import ref
from kg.rdf.vocab import PREFIXES, cito, dcat, dcterms, edtf, kgo, oa, prov, rdf, rdfs, rico, schema, void, xsd

Statement = tuple[str, str, str]
"""Predicate, object and graph of a statement; all are terms."""

Described = list[tuple[str, list[str]]]
"""What is said of a subject: its predicates with their objects."""

_LEVEL: Final = 6
"""How hard gzip works. Higher levels take twice the time for 3 % of the size."""

_BUFFER: Final = 1_000_000  # bytes

_NUMBERS: Final = {xsd.integer: re.compile(r"0|[1-9][0-9]*"), xsd.decimal: re.compile(r"[0-9]+\.[0-9]+")}
"""Numbers that may stand bare, in the spelling that comes back unchanged."""

# What JSON-LD need not repeat at every value. A value that is of another kind is written out in full, so these tables
# are for the reader's ease and cannot make the file wrong.
_TYPED: Final[dict[str, str]] = {
    **dict.fromkeys((kgo.edtf,), edtf.EDTF),
    **dict.fromkeys((oa.start, oa.end), xsd.nonNegativeInteger),
    **dict.fromkeys((kgo.confidence, kgo.score), xsd.decimal),
    **dict.fromkeys((schema.startDate, schema.endDate, rico.beginningDate, rico.endDate), xsd.date),
}
_LINKS: Final = (
    *(oa.motivatedBy, oa.hasBody, oa.hasTarget, oa.hasSource, oa.hasSelector, prov.wasGeneratedBy, kgo.nameForm),
    *(cito.cites, cito.hasCitingEntity, cito.hasCitedEntity, cito.hasCitationCharacterization, kgo.inNote),
    *(rico.hasEventType, rico.hasOrHadParticipant, rico.hasOrHadLocation),
    *(rico.isOrWasSubeventOf, rico.isOrWasPerformedBy, rico.relationHasSource, rico.relationHasTarget),
    *(rico.relationHasContext, rico.hasSuccessor, kgo.continuesAs),
    *(rico.hasRecordSetType, rico.hasOrHadHolder, rico.isDirectlyIncludedIn, rico.hasOrHadInstantiation),
    *(rico.hasOrHadLanguage, rico.hasOrHadAgentName, rico.hasOrHadPlaceName, schema.mentions, schema.translationOfWork),
    *(schema.author, schema.editor, schema.translator, schema.publisher, schema.isPartOf),
    *(schema.sameAs, kgo.left, kgo.right, prov.wasAttributedTo, prov.wasAssociatedWith, dcterms.isPartOf),
    *(dcterms.isReplacedBy, dcterms.license, dcat.distribution, dcat.downloadURL, void.subset, void.classPartition),
    *(void.class_, void.linkPredicate, void.subjectsTarget, void.dataDump),
)


def write_dumps(lines: Iterable[str], base: str, folder: Path) -> None:
    """Write `data.nq.gz`, `data.ttl`, `facts.ttl` (no evidence), `data.jsonld` and `links.ttl` from sorted lines."""
    evidence, links = f"<{ids.iri(base, ids.graph('evidence'))}/", ref(base, ids.graph("links"))
    with ExitStack() as stack:
        raw = stack.enter_context((folder / "data.nq.gz").open("wb"))
        # neither the file's name nor the time: the same quads give the same bytes
        packed = stack.enter_context(gzip.GzipFile("", "wb", _LEVEL, raw, mtime=0))
        quads = stack.enter_context(BufferedWriter(packed, _BUFFER))  # many short blocks take twice the time to pack
        data, facts, linkset, tree = (
            stack.enter_context((folder / name).open("w", encoding="utf-8", newline="\n"))
            for name in ("data.ttl", "facts.ttl", "links.ttl", "data.jsonld")
        )
        for out in (data, facts, linkset):
            out.write(turtle_head(base))
        tree.write(jsonld_head(base))
        separator = ""
        for subject, block in by_subject(lines):
            quads.write("".join(block).encode())
            statements = [split(line) for line in block]
            whole = _by_predicate(statements)
            plain = _by_predicate(s for s in statements if not s[2].startswith(evidence))
            data.write(turtle(subject, whole, base))
            facts.write(turtle(subject, plain, base))
            linkset.write(turtle(subject, _by_predicate(s for s in statements if s[2] == links), base))
            tree.write(separator + jsonld(subject, whole, base))
            separator = ",\n"
        tree.write(JSONLD_FOOT)


def write_turtle(lines: Iterable[str], base: str, path: Path) -> None:
    """Write sorted lines as one Turtle file (`dataset.ttl`)."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(turtle_head(base))
        for subject, block in by_subject(lines):
            out.write(turtle(subject, _by_predicate(split(line) for line in block), base))


def by_subject(lines: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each subject with its lines."""
    for subject, block in groupby(lines, key=lambda line: line[: line.index(" ")]):
        yield subject, list(block)


def split(line: str) -> Statement:
    """Return predicate, object and graph of a line."""
    _, predicate, rest = line.split(" ", 2)
    value, graph, _ = rest.rsplit(" ", 2)
    return predicate, value, graph


def _by_predicate(statements: Iterable[Statement]) -> Described:
    """Return predicates with their objects, class and label first, each object once."""
    values: dict[str, dict[str, None]] = {rdf.type: {}, rdfs.label: {}}
    for predicate, value, _ in statements:
        values.setdefault(predicate, {})[value] = None
    return [(predicate, list(found)) for predicate, found in values.items() if found]


# ------------------------------------------------------------------------------------------------------------- Turtle


def turtle_head(base: str) -> str:
    """Return the base and the prefixes."""
    return "".join([f"@base <{base}> .\n", *(f"@prefix {p}: <{ns}> .\n" for p, ns in sorted(PREFIXES.items()))])


def turtle(subject: str, described: Described, base: str) -> str:
    """Return a subject's block: a line for each predicate, and for each further object; "" where nothing is said."""
    if not described:
        return ""
    rows = []
    for predicate, values in described:
        name = "a" if predicate == rdf.type else _short(predicate, base)
        rows.append(f"{name} " + " ,\n        ".join([_turtle_term(value, base) for value in values]))
    return f"\n{_short(subject, base)}\n    " + " ;\n    ".join(rows) + " .\n"


def _turtle_term(term: str, base: str) -> str:
    if term[0] == "<":
        return _short(term, base)
    if term[-1] == '"':
        return term
    lexical, sign, datatype = term.rpartition('"^^')
    if not sign:
        return term  # with a language tag
    bare = lexical[1:]
    if datatype == xsd.boolean or (datatype in _NUMBERS and _NUMBERS[datatype].fullmatch(bare)):
        return bare
    return f'{lexical}"^^{_short(datatype, base)}'


def _short(term: str, base: str) -> str:
    """Return an IRI relative to the base, with a prefix, or as it is."""
    relative = _relative(term, base)
    return f"<{relative}>" if relative is not None else _prefixed(term) or term


@lru_cache(maxsize=10_000)  # each name is written in every format, and most are objects nearby
def _relative(term: str, base: str) -> str | None:
    """Return the path of an IRI of ours, or None. What a parser might read as something else stays whole."""
    if not term.startswith(base, 1):
        return None
    path = term[len(base) + 1 : -1]
    return None if ":" in path or "/." in path or path[:1] in {"", "/", "."} else path


@lru_cache(maxsize=10_000)
def _prefixed(term: str) -> str | None:
    """Return an IRI with its prefix, or None where no prefix fits or the rest is no plain word."""
    iri = term[1:-1]
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest.isascii() and rest.replace("_", "").isalnum():
            return f"{prefix}:{rest}"
    return None


# ------------------------------------------------------------------------------------------------------------ JSON-LD

JSONLD_FOOT: Final = "\n]\n}\n"


def jsonld_head(base: str) -> str:
    """Return the context and the beginning of the list of things. Everything stands in the default graph."""
    context: dict[str, object] = {"@base": base, **dict(sorted(PREFIXES.items()))}
    coercions = {**dict.fromkeys(_LINKS, "@id"), **_TYPED}
    for term, kind in sorted(coercions.items()):
        context[str(_prefixed(term))] = {"@id": term[1:-1], "@type": _prefixed(kind) or kind}
    return '{\n"@context": ' + json.dumps(context, indent=2) + ',\n"@graph": [\n'


def jsonld(subject: str, described: Described, base: str) -> str:
    """Return a subject as a JSON object, one predicate a line."""
    rows = [f'  "@id": {_json_iri(subject, base)}']
    for predicate, values in described:
        if predicate == rdf.type:
            name, written = "@type", [_json_iri(value, base) for value in values]
        else:
            name = _prefixed(predicate) or predicate[1:-1]
            written = [_json_value(predicate, value, base) for value in values]
        row = written[0] if len(written) == 1 else "[\n    " + ",\n    ".join(written) + "\n  ]"
        rows.append(f'  "{name}": {row}')
    return "{\n" + ",\n".join(rows) + "\n}"


def _json_value(predicate: str, term: str, base: str) -> str:
    if term[0] == "<":
        iri = _json_iri(term, base)
        return iri if predicate in _LINK_SET else f'{{"@id": {iri}}}'
    if term[-1] == '"':
        return f'{{"@value": {term}}}' if predicate in _LINK_SET or predicate in _TYPED else term
    lexical, sign, datatype = term.rpartition('"^^')
    if not sign:
        words, _, language = term.rpartition('"@')
        return f'{{"@value": {words}", "@language": "{language}"}}'
    if _TYPED.get(predicate) == datatype:
        return f'{lexical}"'
    bare = datatype == xsd.boolean or (datatype == xsd.integer and _NUMBERS[datatype].fullmatch(lexical[1:]))
    if bare and predicate not in _LINK_SET and predicate not in _TYPED:
        return lexical[1:]
    return f'{{"@value": {lexical}", "@type": {_json_iri(datatype, base)}}}'


_LINK_SET: Final = frozenset(_LINKS)


def _json_iri(term: str, base: str) -> str:
    relative = _relative(term, base)
    return f'"{relative}"' if relative is not None else f'"{_prefixed(term) or term[1:-1]}"'
