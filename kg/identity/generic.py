"""Bodies that every state or party has: the Ministry of Foreign Affairs of one document is not that of another.

Inside one document such a name means one body. Between documents nothing says so, unless the name tells whose it is.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from kg.extract.lexicon import DEMONYMS, ORGANISATIONS, PLACES, index, occurrences, words
from kg.model import Cluster

_ACRONYM: Final = re.compile(r"\b(?:[A-ZА-Я]\.?){3,}|\b(?=(?:[a-z]*[A-Z]){3})[A-Za-z]+")  # CPSU, TsSU: whose it is
_SMALL: Final = frozenset({"and", "for", "of", "on", "the"})


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    return words("organisations", "of_any_state")


@lru_cache(maxsize=1)
def _whose() -> Mapping[str, tuple[str, ...]]:
    return index((PLACES | DEMONYMS | ORGANISATIONS) - _bodies())


def is_generic(cluster: Cluster) -> bool:
    """Say whether an organisation bears a name that any state or party may have a body of, in all its forms.

    What the lists know by a name of its own ("Department of State") is none, unless the list has it from all states.
    """
    if cluster.kind != "organisation" or (cluster.key and cluster.label not in _bodies()):
        return False
    return all(map(_of_any_state, cluster.forms))


def _of_any_state(name: str) -> bool:
    shown = name
    if name.isupper() and " " in name:
        shown = " ".join(word if word in _SMALL else word.capitalize() for word in name.lower().split())
    if shown in _bodies():
        return True
    if _ACRONYM.search(shown) or next(occurrences(shown, _whose()), None):
        return False
    return any(
        shown == body or shown.endswith(f" {body}") or shown.startswith((f"{body} of ", f"{body} for ", f"{body} on "))
        for body in _bodies()
    )
