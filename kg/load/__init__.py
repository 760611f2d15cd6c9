"""Loading a build into a triplestore over HTTP: only what changed travels, and any failure can be repeated."""
