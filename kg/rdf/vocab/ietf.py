"""The terms of `ietf:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

from typing import Final

rfc6901: Final = "<http://tools.ietf.org/rfc/rfc6901>"
