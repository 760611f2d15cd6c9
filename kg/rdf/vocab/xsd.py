"""The terms of `xsd:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

anyURI: Final = "<http://www.w3.org/2001/XMLSchema#anyURI>"
boolean: Final = "<http://www.w3.org/2001/XMLSchema#boolean>"
date: Final = "<http://www.w3.org/2001/XMLSchema#date>"
dateTime: Final = "<http://www.w3.org/2001/XMLSchema#dateTime>"
decimal: Final = "<http://www.w3.org/2001/XMLSchema#decimal>"
gYear: Final = "<http://www.w3.org/2001/XMLSchema#gYear>"
gYearMonth: Final = "<http://www.w3.org/2001/XMLSchema#gYearMonth>"
integer: Final = "<http://www.w3.org/2001/XMLSchema#integer>"
nonNegativeInteger: Final = "<http://www.w3.org/2001/XMLSchema#nonNegativeInteger>"
string: Final = "<http://www.w3.org/2001/XMLSchema#string>"
