"""RDF: the mapping of records to quads, and the writers."""
