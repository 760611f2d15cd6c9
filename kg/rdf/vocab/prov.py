"""The terms of `prov:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

Activity: Final = "<http://www.w3.org/ns/prov#Activity>"
Agent: Final = "<http://www.w3.org/ns/prov#Agent>"
Entity: Final = "<http://www.w3.org/ns/prov#Entity>"
Person: Final = "<http://www.w3.org/ns/prov#Person>"
Plan: Final = "<http://www.w3.org/ns/prov#Plan>"
SoftwareAgent: Final = "<http://www.w3.org/ns/prov#SoftwareAgent>"
generatedAtTime: Final = "<http://www.w3.org/ns/prov#generatedAtTime>"
hadPrimarySource: Final = "<http://www.w3.org/ns/prov#hadPrimarySource>"
used: Final = "<http://www.w3.org/ns/prov#used>"
value: Final = "<http://www.w3.org/ns/prov#value>"
wasAssociatedWith: Final = "<http://www.w3.org/ns/prov#wasAssociatedWith>"
wasAttributedTo: Final = "<http://www.w3.org/ns/prov#wasAttributedTo>"
wasDerivedFrom: Final = "<http://www.w3.org/ns/prov#wasDerivedFrom>"
wasGeneratedBy: Final = "<http://www.w3.org/ns/prov#wasGeneratedBy>"
wasRevisionOf: Final = "<http://www.w3.org/ns/prov#wasRevisionOf>"
