"""The terms of `edtf:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

from typing import Final

EDTF: Final = "<http://id.loc.gov/datatypes/edtf/EDTF>"
