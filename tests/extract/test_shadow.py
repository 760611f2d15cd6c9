"""Which line breaks of a text are the page's, and which are its author's."""

import pytest

from kg.extract.shadow import shadow

WRAPPED = """The ferries of the lower river carried salt, timber and now and then a
Danish consul, who paid for nothing and thanked nobody, least of all Mr.
Lind, the keeper of the lock."""
LIST = """Anton Lind, Chairman of the Council of Ferries and head of the whole delegation of the lower river
Eva Kern, Secretary of the Council of Ferries
Otto Brandt, Deputy Minister of Inland Navigation
Max Hall"""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (WRAPPED, 1),
        (LIST, 4),
        ("Cc: Ministry of Inland Navigation and Comrade Lind\nLevel: Urgent", 2),
        ("THE COUNCIL OF FERRIES OF THE WHOLE LOWER RIVER\nRuse, 3 May 1958", 2),
        ("THE COUNCIL OF FERRIES OF THE WHOLE LOWER RIVER\nAND ITS COMMITTEES", 1),
        ("Council of the Ferries of the whole lower river\nRuse\nUrgent", 3),
        ("The ferries of\nthe lower river", 1),
        ("Minutes of the Meeting of the Presidium of the\nFerries, 3 May 1958", 1),
    ],
)
def test_a_line_goes_on_where_the_next_word_found_no_room(text: str, lines: int) -> None:
    assert shadow(text).text.count("\n") == lines - 1
