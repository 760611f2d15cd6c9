"""The terms of `cito:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

Citation: Final = "<http://purl.org/spar/cito/Citation>"
cites: Final = "<http://purl.org/spar/cito/cites>"
citesAsEvidence: Final = "<http://purl.org/spar/cito/citesAsEvidence>"
citesAsSourceDocument: Final = "<http://purl.org/spar/cito/citesAsSourceDocument>"
corrects: Final = "<http://purl.org/spar/cito/corrects>"
disputes: Final = "<http://purl.org/spar/cito/disputes>"
hasCitationCharacterization: Final = "<http://purl.org/spar/cito/hasCitationCharacterization>"
hasCitedEntity: Final = "<http://purl.org/spar/cito/hasCitedEntity>"
hasCitingEntity: Final = "<http://purl.org/spar/cito/hasCitingEntity>"
