"""What kind of event a word speaks of: the lexicon of verbs and nouns, with the forms made from its base forms."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_TABLE: Final = tomllib.loads(Path(__file__).with_name("event_words.toml").read_text("utf-8"))
_PARTICLES: Final = frozenset({"on", "to", "with", "up", "off", "at", "out"})


def _entries(kind: str, words: str) -> list[str]:
    return [" ".join(entry.split()) for entry in _TABLE[kind][words].split("|") if entry.strip()]


def _doubles(base: str) -> bool:
    """Say whether a verb doubles its last letter: drop, dropped; transmit, transmitted."""
    return bool(
        re.fullmatch(
            r"[^aeiou]{1,4}[aeiou][bdgmnpt]|begin|[a-z]{2,}(?:mit|pel|bel|cur)|(?:re|con|trans|de|in|pre)fer", base
        )
    )


def _forms(entry: str) -> tuple[str, ...]:
    """Return a verb's third person, past forms and participle: "send sent" gives sends, sent, sending."""
    base, *rest = entry.split()
    if rest and rest[-1] in _PARTICLES:
        return tuple(f"{form} {rest[-1]}" for form in _forms(" ".join([base, *rest[:-1]])))
    if base.endswith("y") and base[-2] not in "aeiou":
        return (f"{base[:-1]}ies", *(rest or [f"{base[:-1]}ied"]), f"{base}ing")
    stem = base.removesuffix("e") + (base[-1] if _doubles(base) else "")
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    return (third, *(rest or [f"{stem}ed"]), f"{stem}ing")


def _numbers(noun: str) -> tuple[str, str]:
    """Return singular and plural."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, f"{noun[:-1]}ies"
    return noun, noun + ("es" if noun.endswith(("s", "sh", "ch")) else "s")


def _base(entry: str) -> str:
    first, *rest = entry.split()
    return f"{first} {rest[-1]}" if rest and rest[-1] in _PARTICLES else first


_KINDS: Final = tuple(reversed(_TABLE))  # of a word in two lists the first list counts
_VERBS: Final = {_base(entry): kind for kind in _KINDS for entry in _entries(kind, "verbs")} | {
    form: kind for kind in _KINDS for entry in _entries(kind, "verbs") for form in _forms(entry)
}  # "found" is rather the past of "find"
_NOUNS: Final = {form: kind for kind in _KINDS for noun in _entries(kind, "nouns") for form in _numbers(noun)}
_NAMES: Final = ("hands", "heads", "names")  # rather nouns than verbs
_FINITE: Final = frozenset(
    [
        "am",
        "is",
        "are",
        "was",
        "were",
        "has",
        "had",
        "have",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "did",
        "does",
        "do",
    ]
) | {
    form
    for kind in _KINDS
    for entry in _entries(kind, "verbs")
    for form in _forms(entry)[:-1]
    if form not in {*_NOUNS, *_NAMES}
}
_NO_VERBS: Final = frozenset(
    [
        "united",
        "hundred",
        "indeed",
        "need",
        "speed",
        "red",
        "armed",
        "unified",
        "aforementioned",
        "seed",
        "feed",
        "limited",
        "sacred",
        "allied",
        "associated",
        "proposed",
        "advanced",
        "detailed",
        "combined",
        "unarmed",
        "wounded",
        "so-called",
        "exceed",
        "proceed",
        "succeed",
    ]
)

_BEFORE_BASE: Final = frozenset(
    ["to", "will", "would", "shall", "should", "must", "may", "can", "could", "did", "might", "i", "we", "they", "you"]
)
_CALLED: Final = re.compile(
    r"\bcall(?:s|ed)\s(?:(?:a|an|the|for|their|his|\d\w+)\s)(?:[\w’'-]+\s){0,2}?(?P<what>meeting|session|plenum|congress|conference)\b"
)  # to call a meeting is no speech
_PHRASES: Final = tuple(
    (kind, re.compile(rf"\b(?:{pattern})"))
    for kind, pattern in (
        ("other", r"(?-i:(?:called|scheduled)\sfor\s(?:\d|[A-Z]))"),  # a day; nothing is demanded
        ("other", r"reach(?:es|ed)?\s(?:an?|the|no|one|its|their|\d)\b"),  # an agreement, a third
        (
            "other",  # nobody travels
            (
                r"(?:c[oa]mes?|went|goes|gone|left|returned)\s(?:forward|about|into|under|on\sto|out\sof|over|up\sto"
                r"|to\s(?:power|terms|the\sconclusion|the\said|this\squestion|the\squestion)\b)"
            ),
        ),
        ("other", r"(?:not|neither)\sprinted\b"),
        ("other", r"(?:fire|flood|storm|earthquake)\b[^.;]{0,40}\sdestroyed\b"),
        ("conversation", r"saw\s(?:·|the\s[A-Z])"),
        ("other", r"going\sto\s(?-i:(?!the\b|see\b)[a-z])"),
        ("visit", r"called\s(?:by\sappointment|this|yesterday|again|upon)\b"),
        (
            "publication",
            (
                r"released\s(?:the\s|a\s)?(?:statement|text|report|note|letter|document|figure)"
                r"|(?:statements?|texts?|reports?|communiqu[ée]s?|notes?|letters?|documents?|news|figures)\s"
                r"(?:was|were|had\sbeen|has\sbeen|to\sbe)\sreleased\b"
            ),
        ),
    )
)
"""Phrases in which a verb means something else; "other": it tells nothing, and the next words count."""
_ASIDE: Final = re.compile(
    r"\b(?:after|before|since|until|(?<!the\s)following|despite|without|because\sof)\s(?:[\w’'-]+\s){0,3}\Z",
    re.IGNORECASE,
)
"""What comes before a noun that tells of something else: "after the war plans were drawn up"."""
_RECEIVED: Final = re.compile(r"\b(?:was|were|been)\s+(?:only\s+)?received\b(?!\sby\s[·A-Z])")
_GOING: Final = frozenset({"am", "is", "are", "was", "were", "been"})
_RUSSIAN: Final = {stem: kind for kind in _TABLE for stem in _TABLE[kind].get("russian", "").split()}
_RUSSIAN_VERB: Final = re.compile(
    r"[а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|[аеяи]н[аоы]?|[еи]т|[уюая]т|[еи]тся|[уюая]тся)"
)
_WORD: Final = re.compile(r"(?<![^\W\d_])(?<![’'-])[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_PERSONS: Final = frozenset({"i", "we", "they", "you"})


def finite_verb(text: str, start: int, end: int) -> int:
    """Return where the first finite verb begins, or what looks like one; -1 where there is none.

    Participles count, since notes often leave out the auxiliary ("signed on 4 May").
    """
    before = ""
    for match in _WORD.finditer(text, start, end):
        word = match[0].replace("’", "'")
        if text[match.end() : match.end() + 1] == "." and len(word) == 1:
            before = ""  # "i.e."
            continue
        if word in _FINITE or (word.endswith("ed") and len(word) > 3 and word.islower() and word not in _NO_VERBS):
            return match.start()
        if _RUSSIAN_VERB.fullmatch(word):
            return match.start()
        if not before and word.endswith("ed") and word.lower() in _VERBS:
            return match.start()  # "Signed on 4 May"
        if word.endswith(("n't", "'ll", "'ve")) or (before in _PERSONS and word.islower()):
            return match.start()
        before = word.casefold()
    return -1


def event_nouns(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield the nouns for events in a stretch: where they stand, and the kind of event."""
    last = None
    for match in _WORD.finditer(text, start, end):
        word = match[0].casefold().replace("’", "'")
        pair = f"{last[0].casefold()} {word}" if last else ""
        if last and pair in _NOUNS:
            yield last.start(), match.end(), _NOUNS[pair]
        elif word in _NOUNS:
            yield match.start(), match.end(), _NOUNS[word]
        last = match


def kind_of_noun(word: str) -> str:
    """Return the kind of event of a noun; "other" for an unknown one."""
    return _NOUNS.get(" ".join(word.casefold().split()), "other")


def kind_of_clause(words: str) -> str:
    """Return the kind of event a clause tells of: by its first telling verb, else its first noun for an event."""
    found = [match[0].casefold().replace("’", "'") for match in _WORD.finditer(words)]
    if "received" in found[:1] or _RECEIVED.search(words):
        return "sending"  # of things; who receives people is the subject
    for before, word, after in zip(["", *found], found, [*found[1:], ""], strict=False):
        if word in {"called", "calls"} and (called := _CALLED.search(words)):
            return kind_of_noun(called["what"])
        finite = (
            word in _FINITE
            or word.endswith("ed")
            or (word in _VERBS and before in _BEFORE_BASE)
            or (word.endswith("ing") and before in _GOING)
        )
        kind = _kind_of_verb(word, after, words) if finite and before != "be" else "other"
        if kind != "other":
            return kind
    if not words.isascii():
        for stem, kind in _RUSSIAN.items():
            if any(word.startswith(stem) for word in found):
                return kind
    nouns = event_nouns(words, 0, len(words))
    return next((kind for start, _, kind in nouns if not _ASIDE.search(words[:start])), "other")


def _kind_of_verb(word: str, after: str, words: str) -> str:
    """Return the kind of event a verb of a clause tells of, the word behind it with it."""
    if word == "states" and after != "that":
        return "other"  # countries
    for kind, pattern in _PHRASES:
        if (phrase := pattern.search(words)) and word in phrase[0].casefold().split():
            return kind
    return _VERBS.get(f"{word} {after}") or _VERBS.get(word, "other")
