"""For developers, not shipped: `python -m kg.dev` writes the generated files and checks that they are current."""
