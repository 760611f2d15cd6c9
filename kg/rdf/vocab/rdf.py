"""The terms of `rdf:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: A001, N816 (the names are those of the vocabulary)

from typing import Final

Property: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Property>"
langString: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>"
type: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
value: Final = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#value>"
