"""The terms of `skos:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

Concept: Final = "<http://www.w3.org/2004/02/skos/core#Concept>"
ConceptScheme: Final = "<http://www.w3.org/2004/02/skos/core#ConceptScheme>"
altLabel: Final = "<http://www.w3.org/2004/02/skos/core#altLabel>"
closeMatch: Final = "<http://www.w3.org/2004/02/skos/core#closeMatch>"
definition: Final = "<http://www.w3.org/2004/02/skos/core#definition>"
exactMatch: Final = "<http://www.w3.org/2004/02/skos/core#exactMatch>"
inScheme: Final = "<http://www.w3.org/2004/02/skos/core#inScheme>"
notation: Final = "<http://www.w3.org/2004/02/skos/core#notation>"
prefLabel: Final = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
