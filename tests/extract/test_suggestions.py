"""What the language model is asked, and what is said where there is none for a text."""

from kg.extract import analyse
from kg.extract.suggestions import suggestions
from kg.read import Source, read_source


def test_a_russian_text_is_not_put_to_the_english_model_and_an_issue_says_so() -> None:
    text = "Анна Вайс сказала, что мол не достроен. Это было в мае."
    document = read_source(Source("a.txt", text.encode(), "c"))
    found = analyse(document, (suggestions,))
    assert (document.language, found.suggestions) == ("ru", ())
    assert [issue.code for issue in found.issues] == ["model-missing"]
