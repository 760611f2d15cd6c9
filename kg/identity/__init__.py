"""Who is who: names, one document, the whole corpus, people's decisions, and the registry of names given."""
