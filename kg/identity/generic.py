"""Bodies that every state or party has: the Ministry of Foreign Affairs of one document is not that of another.

Inside one document such a name means one body. Between documents nothing says so, unless the name tells whose it is.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from kg.extract.lexicon import DEMONYMS, ORGANISATIONS, PLACES, index, occurrences, words
from kg.identity.forms import fold
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


def whose(bodies: Sequence[Collection[str]]) -> dict[int, int]:
    """Return which body one of a general name is, by their numbers: the only one before that says whose it is.

    `bodies` are those of one document by their forms, in the order of first mention: after "Board of Sablia", and where
    no form speaks of another state's board, "the Board" is that one.
    """
    folded = [[f" {fold(form)} " for form in forms] for forms in bodies]
    found = {}
    for number, forms in enumerate(bodies):
        if all(map(_of_any_state, forms)):
            holding = [n for n, others in enumerate(folded) if n != number and _hold(others, folded[number])]
            told = (n for n in holding if not all(map(_of_any_state, bodies[n])))
            named = [n for n in told if any(map(_says_whose(folded[number]), folded[n]))]
            if len(named) == 1 and named[0] < number and all(_hold(folded[n], folded[named[0]]) for n in holding):
                found[number] = named[0]
    return found


def _hold(forms: Iterable[str], others: Collection[str]) -> bool:
    return any(other in form for form in forms for other in others)


def _says_whose(general: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells that a name is a general one with a state or a party before or behind it."""
    names = tuple(general)
    before = tuple(f"{name}{word} " for name in names for word in ("of", "for"))
    return lambda form: form not in names and (form.endswith(names) or form.startswith((*before, *names)))


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
