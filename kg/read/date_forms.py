"""The forms of dates: names of months in many languages, and patterns of days, months, years and spans of them."""

import re
import tomllib
from pathlib import Path
from typing import Final

from kg.read.alternatives import alternatives

_TABLE: Final = tomllib.loads(Path(__file__).with_name("months.toml").read_text("utf-8"))
NUMBER: Final = {
    word.casefold(): int(number)
    for group, months in _TABLE.items()
    for number, words in months.items()
    for word in (words.split() if group != "english" else [words])
}
MONTHS: Final = tuple(_TABLE["english"].values())
MONTH: Final = f"(?:{'|'.join(MONTHS)})"  # January, in full
ENGLISH: Final = frozenset(
    word for group in ("english", "abbreviated") for m in _TABLE[group].values() for word in m.split()
)
SEASON_FROM: Final = 21  # EDTF numbers spring 21, summer 22, autumn 23, winter 24
_YEAR_MARK: Final = r"(?:\s?(?:гг?\.|года?(?!\w)|g\.(?=\W|$)))?"  # Russian "year", as written after the number


def _alternatives(*groups: str, title: bool = False) -> str:
    words = {w for g in groups for value in _TABLE[g].values() for w in value.split()}
    return alternatives(words | {w.upper() for w in words} | ({w.capitalize() for w in words} if title else set()))


_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_TH: Final = r"(?:st|nd|rd|th|er)?"
_YEAR: Final = r"(?:1[5-9]\d\d|20[0-4]\d|\[1[5-9]\]\d\d)(?!\d)"  # "[19]46": an editor completed it
_NAMED: Final = _alternatives("english", "abbreviated", "others")
_ENGLISH: Final = _alternatives("english", "abbreviated")
_ROMAN: Final = _alternatives("roman")
_STOP: Final = r"(?![^\W\d_A-ZА-Я])"  # a word ends: no small letter follows (a capital may be glued on)
_SHORT: Final = r"(?P<yy>[2-9]\d)(?=\s*$|,?[ \t]*[\r\n]|,?\s(?:on|in|to|from|by|re)\b)"  # Sept. 42; no note's number
_TO: Final = r"\s*(?:[-–—]|(?<=\s)(?:to|and|or|through|until|till|bis|и|по|a|i|et|und)(?=\s))\s*"

_SHORTENED: Final = r"(?:(?<![a-zA-Z]{5})(?<!June)(?<!July)\.)?"  # "Sept. 4"; after "January." a sentence ends
_SAME_PARAGRAPH: Final = r"(?![ \t\r]{0,8}\n[ \t\r]{0,8}\n)"
_COUNTED: Final = (
    "men|soldiers|tons|tonnes|people|persons|copies|km|kilometers|kilometres|miles|workers|dollars|rubles|roubles"
    "|years|troops|words|aircraft|rifles|yuan|marks|pounds|metres|meters|percent|per|apartments|flats|houses|families"
    "|hectares|acres|kilos|kg|lorries|trucks|wagons|tanks|vehicles|tractors|machines|prisoners|horses|cattle|sheep"
    "|bushels|barrels|gallons|litres|liters|crowns|forints|zlotys?|lei|leva|francs|rupees|yen|refugees|bicycles|shells|mules"
    "|feet|yards|hours|hrs|kilowatts|megawatts|calories|women|children|tourists|passengers|inhabitants|Mann|Tonnen|Stück|тонн|человек|листов|экземпляров|рублей|солдат|korun|osob"
)
_STREET: Final = r"\s(?:[A-Z][\w.]*\s){1,3}(?:Street|St\.|Avenue|Ave\b|Road|Boulevard)"

PATTERNS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (rule, re.compile(pattern))
    for rule, pattern in (
        (
            "two-calendars",
            (
                rf"(?<![\d/:№#$£€.-])(?P<d>{_DAY})(?:\s(?P<m1>{_NAMED}))?\s?[(/]\s?(?P<d2>{_DAY})(?:\s(?P<m2>{_NAMED}))?"
                rf"\s?\)?(?:\s(?P<m>{_NAMED}))?,?\s(?P<y>{_YEAR}){_YEAR_MARK}"
            ),
        ),
        ("iso", rf"(?<![\d/.-])(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{_DAY})(?![\d/-])"),
        (
            "day-first",
            (
                rf"(?<![\d/:№#$£€])(?<!\d[.,-])(?:(?P<d0>{_DAY}){_TH}\.?(?:{_TO}(?:the\s(?=\d\d?(?:st|nd|rd|th)))?|\s?/\s?))?(?P<d>{_DAY})(?:{_TH}\.?[\"”»]?)"
                rf"(?:\s+(?:day\s+)?(?:of|de)(?:\s+the\s+month\s+of)?)?\s{{0,3}}(?P<m>{_NAMED}){_STOP}"
                rf"(?:[.,]{{0,2}}\s*(?:of\s+)?\[?(?P<y>{_YEAR})\]?{_YEAR_MARK}|\s*['’](?P<ya>\d\d)(?!\d)|\.?,?\s{_SHORT})?"
            ),
        ),
        (
            "month-first",
            (
                rf"(?<![A-Z])(?P<m>{_ENGLISH}){_SHORTENED}{_SAME_PARAGRAPH}\s+(?:the\s+)?(?P<d>{_DAY}){_TH}(?:\s?\[\s?\d\d?\s?\??\s?\])?(?!\d|:\d\d|,\d{{3}}|\s?[%°])"
                rf"(?:(?:{_TO}|\s?/\s?)(?P<d2>{_DAY}){_TH}(?![\d:]|,\d{{3}}|\s?(?:{_ENGLISH})))?"
                rf"(?:,?\s*(?:of\s+)?\[?(?P<y>{_YEAR})\]?|,?\s*['’](?P<ya>\d\d)(?!\d))?"
            ),
        ),
        (
            "year-first",
            rf"(?<![\d/.-])(?P<y>{_YEAR})\.?\s+(?P<m>{_NAMED}|(?:{_ROMAN})(?=\.))\.?\s+(?:hó\s+)?(?P<d>{_DAY})(?:\.|(?!\d))",
        ),
        (
            "roman",
            (
                rf"(?<![\w./:№#-])(?:(?P<d0>{_DAY})\.?[-–](?=\d))?(?P<d>{_DAY})(?P<s>\.\s?|\s?/\s?|\s|-(?=[IVX]{{1,4}}-))(?P<m>{_ROMAN})"
                rf"(?:(?:(?P=s)|[.,]?\s|[-/])(?P<y>{_YEAR}|\d\d(?!\d)(?=\D|$)){_YEAR_MARK}|(?![\w/-]|\.\d))"
            ),
        ),
        (
            "numeric",
            rf"(?<![\d./-])(?P<d>{_DAY})\.\s?(?P<m>0?[1-9]|1[0-2])\.(?:\s?(?P<y>{_YEAR}|\d\d(?![\d.])){_YEAR_MARK}|(?!\s?\d))",
        ),
        (
            "slashed",
            (
                rf"(?<![\d./-])(?P<a>{_DAY})(?P<s>[/-])(?P<b>{_DAY})(?P=s)(?P<y>{_YEAR}|(?<=/)\d\d(?![\d/]))"
                r"(?!-\d|/\w)"
            ),
        ),
        (
            "month-year",
            (
                rf"(?<![A-Z])(?P<m>{_NAMED})\.?{_STOP}"
                rf"(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?\[?(?P<y>{_YEAR})\]?{_YEAR_MARK}|,?\s+['’](?P<yy>\d\d)(?!\d|s))?"
            ),
        ),
        (
            "minuted",
            rf"(?<=[A-Z]\.,\s)(?P<d>{_DAY})/(?P<m>0?[1-9]|1[0-2])(?![\d/])",  # beneath a minute, after initials
        ),
        (
            "season",
            (
                rf"(?P<m>{_alternatives('seasons', title=True)})(?:\s+of|,)?\s+(?P<y>{_YEAR})"
                rf"(?:[-–/](?:\d\d)?\d\d\b)?{_YEAR_MARK}"
            ),
        ),
        (
            "decade",
            (
                r"(?<![\d/])(?<!\d-)(?P<y>1[5-9]\d0|20[0-4]0)(?:['’]?s\b|-ies\b|-х(?!\w))"
                r"|(?<!\d)(?:(?P<yy>[2-9]0)(?:['’]?s\b|er\sJahren?\b|-[ех]\sгод\w*|\.\slet(?:ech)?\b)"
                rf"|(?P<m>{_alternatives('decades', title=True)})\b(?:\sJahren?\b)?)"
            ),
        ),
        (
            "month",
            rf"(?:(?<=[\s(])|(?<=\smid-)|(?<=^))(?P<m>{MONTH})(?!\w|['’]\w|[-–](?!{MONTH})\w|\s+(?!I\b)[A-Z\d])",
        ),
        ("year", r"(?:(?<=\b[Ii]n )|(?<=\bof )|(?<=\b[Ss]ince ))['’](?P<yy>[2-9]\d)(?![\ds])"),
        ("years", rf"(?<![\d$£€№#/.-])(?P<y>{_YEAR})\s?[-–—/]\s?(?P<y2>{_YEAR}|\d\d(?![\d/-]|\.\d)){_YEAR_MARK}"),
        (
            "year",
            (
                rf"(?<![\d$£€№#/])(?<!\d[-–.,:])(?P<y>{_YEAR})(?![%°]|[.,]\d|[-–]\d|/\d"
                rf"|\s?(?:[a-z]+\s)?(?:{_COUNTED})\b|{_STREET}){_YEAR_MARK}"
            ),
        ),
    )
)
LABEL: Final = re.compile(
    r"(?:\b(?:[Nn]os?|[Nn]r|[Čč]|[Čč]j|[Aa]rticle|[Ss]ection|vols?|Vols?|pp?|[Ff]|[Dd]|[Oo]p|[Ll]l?|[Dd]ocs?|RG|[Bb]ox|[Ll]ot|[Ff]ile"
    r"|[Ff]ond|[Dd]elo|[Oo]pis|[Dd]ocument"
    r"|[Nn]ote|[Pp]age|[Cc]hapter|[Nn]umber|[Ff]light|[Kk]ilomet(?:er|re)|[Hh]ill|[Hh]eight|[A-Z]\w{2,8}tel"
    r"|[Rr]oom|[Rr]oll|[Ff]rame|[Tt]el|[Tt]elegrams?|[Pp]rotocol|[Aa]genda|Vision|Expo|Horizon|Project|[Dd]ecree|[Oo]rder|[Rr]esolution|[Dd]irective|[Cc]ircular)"
    r"\b\.?|[№#$]|\d{3} ?\[)\s*(?:\d{1,4}(?:,| and|, and)\s)?$"
)
BEFORE_FOREIGN: Final = re.compile(
    r"\b(?:(?P<german>[Ii]m|Anfang|Mitte|Ende|[Ss]eit)|[Вв]о?|[Cс]|[Ww]|[Vv]e?|[Ee]n|début|fin|[Îî]n)\s$"
)
"""What stands before a month of another language that has no year: "im März", "в марте", "w marcu"."""
BEFORE_DECADE: Final = re.compile(r"\b(?:the|early|late|mid)[\s-]['’]?$", re.IGNORECASE)
BEFORE_NUMBERS: Final = re.compile(r"\b(?:am|vom|zum|seit|dne|dnia|от|до)\s$")  # am 18. 10.
BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|since|of|until|till|by|from|to|before|after|during|early|late|mid|end|through|between|between \w+ and"
    r"|and|this|that|for|as of|every|about|around)[\s-]$",
    re.IGNORECASE,
)
COUNTS: Final = re.compile(r"\b(?:are|were|have|has|had|some|only|over|than|least|totall?ing)\s$")
COUNTED: Final = re.compile(r"\s(?:[a-z]+\s)?[a-z]{3,}s\b")
COUNTED_ALONE: Final = re.compile(r"\s[a-z]{3,}s\s(?:are|were|have|had)\b")
TIME: Final = re.compile(r"(?:\b(?:in|of|since|from|to|until|by|before|after|the|and)|[,(\[–-])\s?$", re.IGNORECASE)
"""What stands round a figure that counts things and is no year: "there were 1930 boats"."""
AND_MONTH: Final = re.compile(rf",? and {MONTH} {_YEAR}")  # March and May 1940
CIRCA: Final = re.compile(r"(?:\b(?:[Cc]irca|c\.|ca\.|[Aa]bout|[Aa]round|[Aa]pproximately)\s+)$")
