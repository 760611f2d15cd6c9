"""Serving a build over HTTP: the SPARQL protocol, and every thing at its own address, for people and for programs."""
