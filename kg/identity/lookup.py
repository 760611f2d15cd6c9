"""The keys under which an authority is searched: a folded name for anything, a surname for people."""

import re
from functools import lru_cache
from typing import Final

from kg.identity.forms import fold
from kg.identity.names import Name, parse, surname_key

_LEAD: Final = re.compile(r"^(?:the|a|an) ")
_TURNED: Final = re.compile(r"^([^,]+), ([^,]+)$")  # Surname, Given


_SPELT_OUT: Final = {"un": "united nations", "us": "united states", "ussr": "soviet union", "cc": "central committee"}
"""Abbreviations that stand beside other words: "UN General Assembly"."""


def in_order(name: str) -> str:
    """Return a name with its surname behind: "Ivanov, Ivan" becomes "Ivan Ivanov"; other names as they are."""
    return _TURNED.sub(r"\2 \1", name.strip())


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """Return the key of a name as a whole: folded, hyphens as spaces, without its article; "" for no letters."""
    words = _LEAD.sub("", " ".join(fold(re.sub(r"[-–—/]", " ", name)).split())).split()
    return " ".join(_SPELT_OUT.get(word, word) for word in words) if len(words) > 1 else "".join(words)


def event_key(name: str) -> str:
    """Return the key of an event, whose words stand in any order: "1956 Revolution" and "Revolution of 1956"."""
    return " ".join(sorted(word for word in name_key(name).split() if word not in ("of", "the", "in")))


def person_name(form: str) -> Name:
    """Take the name of a person apart; of two words the last is the surname even where it ends like a patronymic."""
    name = parse(in_order(form))
    words = in_order(form).split()
    if name.surname or len(words) < 2:
        return name
    return Name(surname_key(words[-1]), tuple(map(fold, words[:-1])))
