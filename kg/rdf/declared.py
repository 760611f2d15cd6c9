"""Which terms may be used: those of `ontology/`, as the generated constants hold them."""

from types import ModuleType
from typing import Final

from kg.rdf.vocab import (
    PREFIXES,
    cito,
    dcat,
    dcterms,
    edtf,
    fabio,
    kgo,
    oa,
    owl,
    prov,
    rdf,
    rdfs,
    rico,
    schema,
    sh,
    skos,
    vann,
    void,
    xsd,
)

_MODULES: Final[tuple[ModuleType, ...]] = (
    *(cito, dcat, dcterms, edtf, fabio, kgo, oa, owl, prov),
    *(rdf, rdfs, rico, schema, sh, skos, vann, void, xsd),
)

DECLARED: Final[frozenset[str]] = frozenset(
    value for module in _MODULES for value in vars(module).values() if isinstance(value, str) and value.startswith("<")
)
"""Every term that may be used as a property, class or datatype, as N-Triples writes it (`<iri>`)."""


def compact(term: str) -> str:
    """Return the short form of a term, for messages: `<http://www.w3.org/ns/oa#start>` becomes `oa:start`.

    A term outside all namespaces is returned as it is.
    """
    iri = term.strip("<>")
    return next((f"{p}:{iri.removeprefix(ns)}" for p, ns in PREFIXES.items() if iri.startswith(ns)), term)
