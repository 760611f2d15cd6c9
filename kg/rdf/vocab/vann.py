"""The terms of `vann:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

preferredNamespacePrefix: Final = "<http://purl.org/vocab/vann/preferredNamespacePrefix>"
preferredNamespaceUri: Final = "<http://purl.org/vocab/vann/preferredNamespaceUri>"
