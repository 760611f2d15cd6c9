"""Vocabulary constants, one module for each vocabulary. Made by `python -m kg.dev vocab`; do not edit.

A constant holds its term as N-Triples writes it (`<iri>`), ready to stand in a line of N-Quads.
"""

from typing import Final

PREFIXES: Final[dict[str, str]] = {
    "cito": "http://purl.org/spar/cito/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "fabio": "http://purl.org/spar/fabio/",
    "ietf": "http://tools.ietf.org/rfc/",
    "kgo": "https://w3id.org/archival-kg/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rico": "https://www.ica.org/standards/RiC/ontology#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefix -> namespace, for all that we write."""
