"""Words behind a title that say what kind of work it is: a thesis, a paper read, a working paper, a manuscript."""

import re
from typing import Final

_OF: Final = r"(?:[^\W\d_][\w&.’'-]*\s){0,5}?"
THESIS: Final = (
    r"(?i:(?:unpublished |unveröff\w*\.? |doctoral |master[’']?s? |diploma |inaugural[- ]?|phil\. )*"
    r"(?:ph\.?\s?d\.?|d\.?\s?phil\.?|m\.?\s?(?:a|phil|sc|litt)\.?|b\.?a\.?)?\s?"
    r"(?:thes[ie]s|m[ée]moire de (?:ma[îi]trise|master|DEA)|(?:[a-z]+-)?értekezés|diss(?:ertation|ertace|\.)"
    r"|habilitation(?:sschrift)?|habil\.|diplomarbeit|magisterarbeit"
    r"|thèse(?: de doctorat)?|tesi(?: di laurea| di dottorato)?|rozprawa doktorska|praca magisterska"
    r"|doktori (?:disszertáció|értekezés)|kandidátusi értekezés|дис(?:с|сертация)?\.|автореф\w*\.?"
    r"|avtoreferat|dis\.(?= kand| dokt))(?!\w))"
)
"""What a thesis is called."""
KINDS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (
            "thesis",
            THESIS,
        ),
        (
            "paper-conference",
            (
                r"(?i:(?:an? |the )?(?:unpublished |conference |keynote )?"
                r"(?:paper |lecture |presentation |talk |report )?"
                r"(?:presented|delivered|given|read|prepared) (?:at|to|for|before)\b"
                r"|(?:unpublished |conference |keynote )?(?:paper|presentation|lecture)"
                r"(?: (?:at|to|for)\b|,\s+(?=[^.;]{0,80}"
                r"\b(?:conference|congress|workshop|symposium|colloquium|annual meeting|forum|seminar)\b))"
                r"|(?:vortrag|referat)(?: (?:auf|bei|gehalten|an|vor)\b)"
                r"|communication (?:présentée |faite )?(?:au|à la|à l[’']|lors)|referat (?:wygłoszony|na)\b"
                r"|relazione (?:presentata )?(?:al|alla)\b|(?:konferencia)?előadás\b|доклад на\b|doklad na\b)"
            ),
        ),
        (
            "report",
            (
                rf"{_OF}(?:(?:Working|Occasional|Discussion|Research) Papers?\b|e-Dossiers?\b"
                r"|Reports?(?=\s(?:[Nn]o\.\s)?\d))"
                r"|Arbeitspapier\b"
            ),
        ),
        (
            "manuscript",
            (
                r"(?i:(?:an? )?unpublished (?:manuscript|ms|paper|essay|memoirs?|article|report|typescript|study)"
                r"|(?:book |draft )?manuscript|typescript|mimeo(?:graph(?:ed)?)?|draft paper"
                r"|(?:unveröffentlichtes |masch\w*\.? )?(?:manuskript|ms\.)|manuscrit(?: inédit)?|dattiloscritto"
                r"|kézirat|rękopis|maszynopis|rukopis|strojopis|рукопись|машинопись)(?!\w)"
            ),
        ),
    )
)
"""The CSL type of a work, and the words that say it."""
NUMBER: Final = re.compile(r"(?:\sSeries)?,?\s(?:[Nn]os?\.?|#|Nr\.)?\s?(?P<number>\d{1,4}(?:[/-]\d{1,4})?)(?!\d)")
"""The number of a working paper, behind the name of its series."""


def kind_of(words: str) -> str:
    """Return the CSL type that words in brackets behind a title say, or ""."""
    return next((kind for kind, pattern in KINDS if pattern.search(words)), "")
