"""The terms of `dcat:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

Dataset: Final = "<http://www.w3.org/ns/dcat#Dataset>"
Distribution: Final = "<http://www.w3.org/ns/dcat#Distribution>"
accessURL: Final = "<http://www.w3.org/ns/dcat#accessURL>"
byteSize: Final = "<http://www.w3.org/ns/dcat#byteSize>"
compressFormat: Final = "<http://www.w3.org/ns/dcat#compressFormat>"
distribution: Final = "<http://www.w3.org/ns/dcat#distribution>"
downloadURL: Final = "<http://www.w3.org/ns/dcat#downloadURL>"
keyword: Final = "<http://www.w3.org/ns/dcat#keyword>"
landingPage: Final = "<http://www.w3.org/ns/dcat#landingPage>"
mediaType: Final = "<http://www.w3.org/ns/dcat#mediaType>"
version: Final = "<http://www.w3.org/ns/dcat#version>"
