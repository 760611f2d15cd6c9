"""The terms of `dcterms:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: A001, N816 (the names are those of the vocabulary)

from typing import Final

Standard: Final = "<http://purl.org/dc/terms/Standard>"
conformsTo: Final = "<http://purl.org/dc/terms/conformsTo>"
contributor: Final = "<http://purl.org/dc/terms/contributor>"
created: Final = "<http://purl.org/dc/terms/created>"
creator: Final = "<http://purl.org/dc/terms/creator>"
date: Final = "<http://purl.org/dc/terms/date>"
description: Final = "<http://purl.org/dc/terms/description>"
extent: Final = "<http://purl.org/dc/terms/extent>"
format: Final = "<http://purl.org/dc/terms/format>"
identifier: Final = "<http://purl.org/dc/terms/identifier>"
isPartOf: Final = "<http://purl.org/dc/terms/isPartOf>"
isReplacedBy: Final = "<http://purl.org/dc/terms/isReplacedBy>"
issued: Final = "<http://purl.org/dc/terms/issued>"
language: Final = "<http://purl.org/dc/terms/language>"
license: Final = "<http://purl.org/dc/terms/license>"
modified: Final = "<http://purl.org/dc/terms/modified>"
provenance: Final = "<http://purl.org/dc/terms/provenance>"
publisher: Final = "<http://purl.org/dc/terms/publisher>"
rights: Final = "<http://purl.org/dc/terms/rights>"
rightsHolder: Final = "<http://purl.org/dc/terms/rightsHolder>"
source: Final = "<http://purl.org/dc/terms/source>"
title: Final = "<http://purl.org/dc/terms/title>"
