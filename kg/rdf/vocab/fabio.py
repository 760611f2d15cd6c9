"""The terms of `fabio:` that we use, as N-Triples writes them. Made by `python -m kg.dev vocab`."""

# ruff: noqa: N816 (the names are those of the vocabulary)

from typing import Final

Anthology: Final = "<http://purl.org/spar/fabio/Anthology>"
ArchivalDocument: Final = "<http://purl.org/spar/fabio/ArchivalDocument>"
Book: Final = "<http://purl.org/spar/fabio/Book>"
BookChapter: Final = "<http://purl.org/spar/fabio/BookChapter>"
BookSeries: Final = "<http://purl.org/spar/fabio/BookSeries>"
ConferencePaper: Final = "<http://purl.org/spar/fabio/ConferencePaper>"
ConferenceProceedings: Final = "<http://purl.org/spar/fabio/ConferenceProceedings>"
Expression: Final = "<http://purl.org/spar/fabio/Expression>"
Journal: Final = "<http://purl.org/spar/fabio/Journal>"
JournalArticle: Final = "<http://purl.org/spar/fabio/JournalArticle>"
JournalIssue: Final = "<http://purl.org/spar/fabio/JournalIssue>"
Magazine: Final = "<http://purl.org/spar/fabio/Magazine>"
MagazineArticle: Final = "<http://purl.org/spar/fabio/MagazineArticle>"
Newspaper: Final = "<http://purl.org/spar/fabio/Newspaper>"
NewspaperArticle: Final = "<http://purl.org/spar/fabio/NewspaperArticle>"
NewspaperIssue: Final = "<http://purl.org/spar/fabio/NewspaperIssue>"
Periodical: Final = "<http://purl.org/spar/fabio/Periodical>"
PeriodicalIssue: Final = "<http://purl.org/spar/fabio/PeriodicalIssue>"
ReportDocument: Final = "<http://purl.org/spar/fabio/ReportDocument>"
Thesis: Final = "<http://purl.org/spar/fabio/Thesis>"
hasTranslatedTitle: Final = "<http://purl.org/spar/fabio/hasTranslatedTitle>"
