"""How good published data is: its answers are held against gold files that people made by careful reading.

The data's side is read with the questions of the library and the few in `questions/`, so the same count can be made of
anybody's data that answers them. Documents are found by the SHA-256 of their text. Where the description of the gold
leaves room, this is how it is counted here:

- What the gold calls optional, implicit or elliptic, a date without EDTF, and the record's own citation count on
  neither side: a find that only meets such an entry is left out.
- Those who take part are present, chair, speakers, invited or discussants; not who is absent or only given a task.
- A work's year is asked for only where the gold has one, since a short title takes it over from the full one. At most
  one author or editor may stand beside those of the gold.
- A shelfmark with one of the fields of other systems is judged by its numbers, and not by fond, opis and delo as well.
"""
