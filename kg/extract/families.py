"""How shelfmarks are written: the declarative table of families, compiled into patterns that read one in a text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from kg.extract.names import UPPER
from kg.model import Level
from kg.tables import additions, table

_C: Final = r"[^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]"  # letters and digits, but no raised ones: those call notes
_VALUE: Final = rf"(?:[A-ZА-Я]{{1,4}}[-.]?\s?)?\d{_C}*(?:[-–/]{_C}+)*"
_NUMBER_SIGN: Final = r"(?:(?:№|[Nn]os?\.|[Nn]r\.?)\s*)?"
_GLOSS: Final = r"(?:\s*\([^\W\d_.]{1,6}\.{1,2}\))?"  # "fond (f.) 45"
_ABBREVIATED: Final = 2  # labels up to this length are written in either case ("F.", "Op.")
_MISREAD: Final[Mapping[str, Sequence[str]]] = {
    "ll": ("LI", "L1", "Lt", "II", "I1", "1l", "Il", "lI"),
    "listy": ("Iisty", "1isty"),
    "list": ("Iist",),
}
"""What scanners make of an l: labels that only ever stand before the numbers of leaves."""


@dataclass(frozen=True, slots=True)
class Family:
    """A way of writing shelfmarks: its kinds of levels, and the pattern of one element with a group for each."""

    name: str
    kinds: tuple[str, ...]
    element: re.Pattern[str]
    verso: tuple[str, ...]
    named: str
    alone: re.Pattern[str] | None
    archive: str
    path: bool
    bare_leaves: bool
    experimental: bool


@dataclass(frozen=True, slots=True)
class Shelfmark:
    """A shelfmark in a text: where it ends, its levels from the highest to the lowest, and its leaves.

    `labelled` counts the elements that a label announces: how sure one can be without the name of an archive.
    """

    end: int
    levels: tuple[Level, ...]
    leaf_from: str = ""
    leaf_to: str = ""
    side: str = ""
    labelled: int = 0
    damaged: bool = False


def compile_family(name: str, entry: Mapping[str, Any]) -> Family:
    """Compile one family of the table."""
    parts = [_leaf_pattern(entry)]
    for i, level in enumerate(entry["levels"]):
        value = level.get("value", _VALUE)
        if level.get("before"):
            parts.append(rf"{_label(level['before'])}(?P<b{i}>{value})")
        if level.get("after"):
            after = "|".join(map(_either_case, sorted(level["after"], key=len, reverse=True)))
            parts.append(rf"(?P<a{i}>{_VALUE})\.?\s*(?:{after})(?!{_C})\.?")
        if level.get("bare"):
            parts.append(rf"(?P<n{i}>{level['bare']})(?!{_C})")
    if any(level.get("after") for level in entry["levels"]) and entry.get("leaves"):
        behind = "|".join(map(re.escape, sorted(entry["leaves"], key=len, reverse=True)))
        parts.append(rf"(?P<leaves_behind>\d+(?:\.?\s*[-–—]\s*\d+)?)\.?\s*(?:{behind})(?!{_C})\.?")
    return Family(
        name=name,
        kinds=tuple(level["kind"] for level in entry["levels"]),
        element=re.compile("|".join(filter(None, parts))),
        verso=tuple(entry.get("verso", ())),
        named=entry.get("named", ""),
        alone=re.compile(rf"(?<![\w/])(?={entry['alone']})") if "alone" in entry else None,
        archive=entry.get("archive", ""),
        path=entry.get("path", False),
        bare_leaves=entry.get("bare_leaves", False),
        experimental=entry.get("experimental", False),
    )


def _leaf_pattern(entry: Mapping[str, Any]) -> str:
    labels = [form for label in entry.get("leaves", ()) for form in (label, *_MISREAD.get(label, ()))]
    if not labels:
        return ""
    verso = "|".join(mark + r"\.?" * (len(mark) > 1) for mark in entry.get("verso", ()))
    one = rf"\d+(?:\s?(?:{verso})(?!{_C})|[a-zа-я](?!{_C}))?" if verso else r"\d+[a-z]?"
    misread = rf"|(?<!{_C})[1I]\.\s?(?=\d+\s?[-–—]\s?\d)" if "l" in labels else ""  # "1. 12-17" is l. 12-17
    return (
        rf"(?:{_label(labels)}{misread})(?P<leaves>{one}(?![\d/])(?:\s*[-–—]\s*{one}|,\s*{one}(?![/\w]|\.\s?[a-ző]))*)"
    )


def _either_case(label: str) -> str:
    if len(label) <= _ABBREVIATED and label.isalpha():
        return "".join(f"[{c.upper()}{c.lower()}]" for c in label)
    return re.escape(label).replace(r"\ ", r"\s?").replace(r"\.", r"\.?")


def _label(labels: Sequence[str]) -> str:
    forms = []
    for label in sorted(labels, key=len, reverse=True):
        first = f"[{label[0].upper()}{label[0].lower()}]" if len(label[0].upper()) == 1 else re.escape(label[0])
        forms.append(first + re.escape(label[1:]).replace(r"\ ", r"\s?").replace(r"\.", r"\.?").replace("'", "['’]"))
    return rf"(?<!{_C})(?:{'|'.join(forms)})(?:\.\s*|(?![^\W\d_]){_GLOSS}\.?\s*){_NUMBER_SIGN}"


def families() -> Mapping[str, Family]:
    """Return the compiled families by name: those of `families.toml`, and those that the corpus adds."""
    return _compiled(additions())


@cache
def _compiled(added: str) -> Mapping[str, Family]:
    return {name: compile_family(name, entry) for name, entry in table("families", added).items()}


_GAP: Final = re.compile(r"\)?\s*[,.:;/-]?\s*(?:[iа]\s|and\s)?")
_GLOSSED: Final = re.compile(r"\s*\([^()\n]{2,60}\)")
_OPENED: Final = re.compile(r"\s*\(")
_SMALL: Final = r"(?:of|for|and|the|de|la|al|cu|și|pentru|i|und|des|der|für|&)"
_BETWEEN: Final = re.compile(
    rf"\s*[,:]\s+(?:(?P<year>1[89]\d\d(?:[-–/]\d{{2,4}})?)"
    rf"|(?P<section>{UPPER}[\w.’'-]{{1,30}}(?:\s(?:{UPPER}[\w.’'-]{{0,30}}|{_SMALL})){{0,6}}))(?=\s*[,:]\s)"
)
_YEARS: Final = r"1[89]\d\d[-–]\d{2,4}"
_NAMED: Final = re.compile(
    rf"\s*[,.:]\s*(?P<name>[^\W_][\w .’'()–/-]{{1,60}}?(?:\s{_YEARS})?)"
    rf"(?=\s*[,:]\s|(?<![\s,.][A-Z])\.\s|\s(?!{_YEARS})\d)"
)
_MOST_NAMES: Final = 3
_BARE_LEAVES: Final = re.compile(r"\d{1,4}[-–]\d{1,4}(?![\w/])")


def read(family: Family, text: str, start: int, *, after_name: bool) -> Shelfmark | None:
    """Read the shelfmark that begins at `start`; `after_name`: the name of an archive stands before, with its comma."""
    found: dict[str, str] = {}
    names, position = _names(family, text, start) if after_name else ((), start)
    between: dict[str, Level] = {}
    leaves, labelled, last = "", 0, ""
    match = None if after_name else family.element.match(text, start)
    while match := match or _next(family, text, position, found):
        group = match.lastgroup or ""
        if group.startswith("leaves"):
            labelled += 1
            if leaves:
                return _damaged(family, found, match.end())
            leaves, position, match = match[group], match.end(), None
            continue
        if leaves:
            break
        kind = family.kinds[int(group[1:])]
        if kind in found:
            break
        if last and (unlabelled := _BETWEEN.match(text, position)) and unlabelled.end() < match.start():
            level = "year" if unlabelled["year"] else "section"
            between[last] = Level(level, unlabelled[level])
        found[kind] = match[group]
        labelled += not group.startswith("n")
        position, last, match = match.end(), kind, None
    if not found and not leaves:
        return None
    if family.bare_leaves and not leaves and (bare := _BARE_LEAVES.match(text, _gap(text, position))):
        leaves, position = bare.group(), bare.end()
    levels = [Level(family.named, name) for name in names]
    for kind in family.kinds:
        levels += [Level(kind, found[kind])] if kind in found else []
        levels += [between[kind]] if kind in between else []
    return Shelfmark(position, tuple(levels), *_leaves(leaves, family.verso), labelled)


def _next(family: Family, text: str, position: int, found: Mapping[str, str]) -> re.Match[str] | None:
    """Match the next element, perhaps behind a gloss in brackets, in brackets, or behind a section or year."""
    match = family.element.match(text, _gap(text, position))
    group = (match.lastgroup or "") if match else ""
    if match and not (group.startswith("n") and family.kinds[int(group[1:])] in found):
        return match
    gloss = _GLOSSED.match(text, position)
    if gloss and (match := family.element.match(text, _gap(text, gloss.end()))):
        return match
    if opened := _OPENED.match(text, position):
        return family.element.match(text, opened.end())
    name = _BETWEEN.match(text, position)
    match = family.element.match(text, _gap(text, name.end())) if name else None
    return match if match and not (match.lastgroup or "").startswith("n") else None


def _damaged(family: Family, found: Mapping[str, str], end: int) -> Shelfmark:
    """Keep of "D. 355. L. 14. L. 47-52" what stands above the doubtful end: nothing says what that means."""
    sure = [kind for kind in family.kinds if kind in found][:-1]
    return Shelfmark(end, tuple(Level(kind, found[kind]) for kind in sure), labelled=len(sure), damaged=True)


def _gap(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position


def _names(family: Family, text: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the names of collections between an archive and the first number, and where they end."""
    names: list[str] = []
    position = start = start + text.startswith(")", start)
    while family.named and len(names) < _MOST_NAMES and not family.element.match(text, _gap(text, position)):
        match = _NAMED.match(text, position)
        if not match:
            return (), start
        names.append(" ".join(match["name"].split()))
        position = match.end()
    return tuple(names), position


def _leaves(written: str, verso: Sequence[str]) -> tuple[str, str, str]:
    """Return first leaf, last leaf and side of "34-36ob", "143-59", "107, 109, 141–145"."""
    numbers = re.findall(r"\d+", written)
    if not numbers:
        return "", "", ""
    first, last = numbers[0], numbers[-1]
    before = numbers[-2] if len(numbers) > 1 else last
    if len(last) < len(before) and re.search(rf"[-–—]\s*{last}\D*$", written):
        last = before[: len(before) - len(last)] + last
    back = any(re.search(rf"\d\s?{mark}\.?$", written) for mark in verso)
    return first, last, "verso" if back else ""
