"""Score archival citations and cited works: whole references, and field by field."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from kg.evaluate.gold import LEAVES, LEVELS
from kg.evaluate.measure import Score, Sides, compared, even, share
from kg.evaluate.meet import identical, pair, without_optional
from kg.evaluate.sheet import Find, Sheet, bare, finds

Asked = Callable[[Find], bool]
Check = Callable[[Find, Find], bool]

_DIGITS: Final = re.compile(r"\d+")
_YEAR: Final = re.compile(r"\d{4}")
_ARCHIVAL: Final = (("archive", ("archive",)), ("levels", (*LEVELS, "numbers")), ("leaves", LEAVES))
_WORK: Final = ("title", "year", "names", "container", "place", "publisher", "volume", "issue", "pages")
_WHOLE_WORK: Final = ("title", "year", "names")


def score_citations(gold: Sheet, found: Sheet) -> Score:
    """Score archival citations; `whole` counts those whose archive, levels, leaves and side are all right."""
    checks = {name: (partial(_asked, keys), partial(_all_right, keys)) for name, keys in _ARCHIVAL}
    return _score(without_optional(finds(gold, "citations"), finds(found, "citations")), checks, checks)


def score_works(gold: Sheet, found: Sheet) -> Score:
    """Score cited works; `whole` counts those whose title, year, and authors' and editors' names are all right."""
    special: dict[str, Check] = {"title": title_right, "year": _year_right, "names": names_right}
    checks = {key: (partial(_asked, (key,)), special.get(key, partial(_equal, key))) for key in _WORK}
    return _score(without_optional(finds(gold, "works"), finds(found, "works")), checks, _WHOLE_WORK)


def field_right(key: str, gold: Find, found: Find) -> bool:
    """Tell whether one field of an archival citation is right.

    One of the archive's names is the repository as written; levels, leaves and side are equal, also where there is
    none; of other systems' shelfmarks every number stands in the unit's levels or its shelfmark.
    """
    wanted, given = gold.fields[key], found.fields.get(key, ())
    if key == "archive":
        return bool(_bare(wanted) & _bare(given))
    if key == "numbers":
        return set(_DIGITS.findall(" ".join(wanted))) <= set(_DIGITS.findall(" ".join(given)))
    return _bare(wanted) == _bare(given)


def title_right(gold: Find, found: Find) -> bool:
    """Tell whether the titles agree: one stands in the other and is at least half as long.

    Where the gold has no title but the container's, the data may have that as either.
    """
    wanted = bare(*gold.fields.get("title", ("",)))
    given = [*found.fields.get("title", ())]
    if gold.fields.get("title") == gold.fields.get("container"):
        given += found.fields.get("container", ())
    return not wanted or any(_much_in(wanted, bare(title)) for title in given)


def names_right(gold: Find, found: Find) -> bool:
    """Tell whether every family name is there, each as somebody else's, and at most one person besides."""
    left = [bare(names) for names in found.fields.get("names", ())]
    for name in sorted(map(bare, gold.fields["names"]), key=len, reverse=True):
        bearer = next((names for names in left if name in names), None)
        if bearer is None:
            return False
        left.remove(bearer)
    return len(left) <= 1


def _score(sides: Sides, checks: Mapping[str, tuple[Asked, Check]], whole: Iterable[str]) -> Score:
    """Score one class of references; a field counts among the references that meet and whose gold asks for it."""
    asked, given = sides
    pairs = pair(asked, given)
    judged = [
        (one, other, ", ".join(field for field in whole if not checks[field][1](one, other))) for one, other in pairs
    ]
    measures = {
        "overlap": even(len(pairs), len(asked), len(given)),
        "strict": even(len(pair(asked, given, identical)), len(asked), len(given)),
    }
    for field, (wanted, check) in checks.items():
        having = [each for each in pairs if wanted(each[0])]
        measures[field] = share(sum(check(one, other) for one, other in having), len(having))
    right = [(one, other) for one, other, fault in judged if not fault]
    return compared("whole", sides, right, [each for each in judged if each[2]], measures)


def _asked(keys: Iterable[str], gold: Find) -> bool:
    """Tell whether the gold asks for one of these fields."""
    return any(key in gold.fields for key in keys)


def _all_right(keys: Iterable[str], gold: Find, found: Find) -> bool:
    """Tell whether all of these fields that the gold asks for are right."""
    return all(field_right(key, gold, found) for key in keys if key in gold.fields)


def _year_right(gold: Find, found: Find) -> bool:
    """Tell whether the year is equal, where the gold has one (a short title takes it over from the full one)."""
    years = {year for value in found.fields.get("year", ()) for year in _YEAR.findall(value)[:1]}
    return "year" not in gold.fields or set(gold.fields["year"]) == years


def _equal(key: str, gold: Find, found: Find) -> bool:
    """Tell whether a field is the same but for case and punctuation, where the gold has it."""
    return key not in gold.fields or bool(_bare(gold.fields[key]) & _bare(found.fields.get(key, ())))


def _much_in(one: str, other: str) -> bool:
    """Tell whether one word stands in the other and is at least half as long."""
    short, long = sorted((one, other), key=len)
    return bool(short) and short in long and 2 * len(short) >= len(long)


def _bare(words: Iterable[str]) -> set[str]:
    """Return the words without case and punctuation, the empty ones left out."""
    return {bare(word) for word in words} - {""}
