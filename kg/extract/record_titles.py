"""What the title of a record says it is: a meeting's minutes, a conversation's record, a letter, a journal."""

import re
from typing import Final

from kg.extract.clauses import trimmed
from kg.extract.event_words import kind_of_noun

GENRE: Final = (
    r"(?:(?:working|draft|rough|short|brief|stenographic|verbatim|official|abridged|partial|handwritten|summary|written|informal)\s+)*"
    r"(?:notes?|minutes|records?|memorand(?:um|a)|memcon|transcripts?|transcription|protocol|excerpts?|extracts?|stenogram|summary|account"
    r"|proceedings|report|information|details|main\s+points|запись|протокол|стенограмма|отчет|отчёт)"
)
MEETING: Final = re.compile(
    r"(?<![A-Za-zÀ-ž-])(?:meetings?|sessions?|plenum|plenary|congress|conference|sitting|consultations?|summit|reception|conversations?|talks?"
    r"|discussions?|interview|audience|negotiations?|telephone\s+(?:call|conversation)"
    r"|заседани[еяй]|совещани[еяй]|пленума?|съезда?|конференци[яи]|бесед[аыу]|встреч[аиу]|переговор(?:ы|ов))(?![\w-])",
    re.IGNORECASE,
)
JOURNAL: Final = re.compile(r"(?<![A-Za-zÀ-ž-])(?:journal|diary|diaries|notebook|дневник\w?)(?![\w-])", re.IGNORECASE)
_PREFIX: Final = re.compile(
    rf"[\s“\"‘'\[*]{{0,9}}(?:(?:from|excerpts?\s+from)\s+(?:the\s+)?)?(?P<genre>{GENRE})\s*(?:no\.?\s*\d+\s*)?(?P<of>of|from|on|for|about)?\s+(?:(?:the|a|an)\s+)?",
    re.IGNORECASE,
)
_FROM_JOURNAL: Final = re.compile(
    rf"(?:(?:from\s)?(?:the\s)?(?:{JOURNAL.pattern})[^‘'“\"]{{0,160}}?(?:[‘'“\"]|[,:]\s)"
    r"|(?!\W*(?:[a-z]+\s){0,2}(?:report|letter|telegram|cable|information|note|memorandum))[^‘'“\"\n]{3,160},\s[‘'“\"])"
    rf"(?=(?:{GENRE})\s(?:of|on)\s(?:an?\s|the\s)?(?:{MEETING.pattern}))",
    re.IGNORECASE,
)
"""What comes before the title of one conversation: "From the Journal of A, 'Record of …'", "Bureau, 'Notes on …'"."""
KINDS: Final = tuple(
    (kind, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for kind, words in (
        (
            "sending",
            r"letters?|telegrams?|cables?|ciphergrams?|messages?|dispatch|despatch|airgram|communication|circular|aide-m[ée]moire|appeal|request|reply|notes?\s+verbales?",
        ),
        ("speech", r"speech|address(?=\s(?:to|by|at|before|of|on)\b)|statement|remarks|lecture|testimony|broadcast"),
        ("agreement", r"agreement|treaty|pact|convention|armistice|accord"),
        ("decision", r"decision|decree|resolution|order|directives?|instructions?|ordinance|law|constitution"),
        ("publication", r"article|editorial|press|communiqu[ée]|declaration|pamphlet|newspaper"),
        ("decision", r"постановление|приказ|указ|решение|директива|выписка"),
        ("sending", r"письмо|телеграмма|шифр\w*|донесение|записка|справка|отч[её]т|докладная"),
        ("sending", r"report|information|note|memorandum|memo|to"),
    )
)
"""Words of a title that tell what the record is when it is none of a meeting; the first kind that has one counts."""
_WRITTEN: Final = re.compile(
    r"\W*(?:[a-z]+\s){0,2}(?:memorandum|letter|telegram|cable|message|airgram|des?patch)\s(?:from|to|by)\s",
    re.IGNORECASE,
)
_TALKS_NOT: Final = re.compile(
    r"\W*(?:[a-z]+\s+){0,2}(?:report|information|letter|telegram|cable|ciphergram|speech|address|statement|remarks)\b",
    re.IGNORECASE,
)
_MINUTES: Final = re.compile(
    r"\W*(?:[a-z]+\s){0,2}(?:minutes\b|protocol\s(?:no|nr|#|№)|протокол\b|стенограмма\b)", re.IGNORECASE
)


def title_phrase(text: str, start: int, end: int) -> tuple[int, int, bool]:
    """Return the part of a title that names the event, and whether it is a report on a meeting."""
    if inside := _FROM_JOURNAL.match(text, start, end):
        return title_phrase(text, inside.end(), len(text[:end].rstrip(" ’'”\"")))
    prefix = _PREFIX.match(text, start, end)
    noun = MEETING.search(text, prefix.end(), end) if prefix else None
    if prefix and noun and noun.start() - prefix.end() < 60:
        on = (prefix["of"] or "").lower() in {"on", "about"} and re.search(
            r"\b(?:report|information|account|memorandum)\Z", prefix["genre"], re.IGNORECASE
        )
        bare = noun.span() == trimmed(text, prefix.end(), end)  # "Memorandum of Conversation" says no more
        return (*trimmed(text, start if on or bare else prefix.end(), end), bool(on))
    return (*trimmed(text, start, end), False)


def title_kind(words: str) -> str:
    """Return the kind of event of a record with such a title."""
    if _WRITTEN.match(words):
        return "sending"
    meeting = MEETING.search(words)
    if meeting and not _TALKS_NOT.match(words):
        kind = kind_of_noun(meeting[0])
        return (
            kind
            if kind != "other"
            else "meeting"
            if re.match("засед|совещ|пленум|съезд|конфер", meeting[0], re.IGNORECASE)
            else "conversation"
        )
    if JOURNAL.search(words):
        return "other"
    if _MINUTES.match(words):
        return "meeting"
    return next((kind for kind, pattern in KINDS if pattern.search(words)), "other")
