"""The terms of `rdfs:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: A001, N816 (the names are those of the vocabulary)

from typing import Final

Class: Final = "<http://www.w3.org/2000/01/rdf-schema#Class>"
Datatype: Final = "<http://www.w3.org/2000/01/rdf-schema#Datatype>"
Resource: Final = "<http://www.w3.org/2000/01/rdf-schema#Resource>"
comment: Final = "<http://www.w3.org/2000/01/rdf-schema#comment>"
domain: Final = "<http://www.w3.org/2000/01/rdf-schema#domain>"
isDefinedBy: Final = "<http://www.w3.org/2000/01/rdf-schema#isDefinedBy>"
label: Final = "<http://www.w3.org/2000/01/rdf-schema#label>"
range: Final = "<http://www.w3.org/2000/01/rdf-schema#range>"
seeAlso: Final = "<http://www.w3.org/2000/01/rdf-schema#seeAlso>"
subClassOf: Final = "<http://www.w3.org/2000/01/rdf-schema#subClassOf>"
subPropertyOf: Final = "<http://www.w3.org/2000/01/rdf-schema#subPropertyOf>"
