"""The terms of `owl:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

Class: Final = "<http://www.w3.org/2002/07/owl#Class>"
DatatypeProperty: Final = "<http://www.w3.org/2002/07/owl#DatatypeProperty>"
ObjectProperty: Final = "<http://www.w3.org/2002/07/owl#ObjectProperty>"
Ontology: Final = "<http://www.w3.org/2002/07/owl#Ontology>"
deprecated: Final = "<http://www.w3.org/2002/07/owl#deprecated>"
differentFrom: Final = "<http://www.w3.org/2002/07/owl#differentFrom>"
versionIRI: Final = "<http://www.w3.org/2002/07/owl#versionIRI>"
versionInfo: Final = "<http://www.w3.org/2002/07/owl#versionInfo>"
