"""The terms of `oa:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

Annotation: Final = "<http://www.w3.org/ns/oa#Annotation>"
FragmentSelector: Final = "<http://www.w3.org/ns/oa#FragmentSelector>"
SpecificResource: Final = "<http://www.w3.org/ns/oa#SpecificResource>"
TextPositionSelector: Final = "<http://www.w3.org/ns/oa#TextPositionSelector>"
TextQuoteSelector: Final = "<http://www.w3.org/ns/oa#TextQuoteSelector>"
commenting: Final = "<http://www.w3.org/ns/oa#commenting>"
describing: Final = "<http://www.w3.org/ns/oa#describing>"
end: Final = "<http://www.w3.org/ns/oa#end>"
exact: Final = "<http://www.w3.org/ns/oa#exact>"
hasBody: Final = "<http://www.w3.org/ns/oa#hasBody>"
hasSelector: Final = "<http://www.w3.org/ns/oa#hasSelector>"
hasSource: Final = "<http://www.w3.org/ns/oa#hasSource>"
hasTarget: Final = "<http://www.w3.org/ns/oa#hasTarget>"
identifying: Final = "<http://www.w3.org/ns/oa#identifying>"
linking: Final = "<http://www.w3.org/ns/oa#linking>"
motivatedBy: Final = "<http://www.w3.org/ns/oa#motivatedBy>"
prefix: Final = "<http://www.w3.org/ns/oa#prefix>"
start: Final = "<http://www.w3.org/ns/oa#start>"
suffix: Final = "<http://www.w3.org/ns/oa#suffix>"
