"""Names in a spreadsheet against the names of a graph."""

from kg.query.properties import Entity, Value, likeness
from kg.query.reconcile import Condition, Names, Query, candidates, names, ranked

RICO = "https://www.ica.org/standards/RiC/ontology#"


def known(**labels: str) -> Names:
    rows = [
        {"thing": {"value": f"b/{id_}"}, "kind": {"value": f"{RICO}Person"}, "label": {"value": label}}
        for id_, label in labels.items()
    ]
    return names(rows, "b/")


def matches(graph: Names, words: str) -> list[tuple[str, bool]]:
    query = Query(query=words)
    return [(found["id"], found["match"]) for found in ranked(graph, query, candidates(graph, query), {})]


def test_namesakes_are_never_a_match() -> None:
    assert matches(known(a="Ada Kestrel", b="Ada Kestrel"), "Ada Kestrel") == [("a", False), ("b", False)]


def test_a_full_name_is_a_match_where_a_namesake_has_another_given_name() -> None:
    graph = known(a="Ada Kestrel", b="Oskar Kestrel")
    assert matches(graph, "Ada Kestrel")[0] == ("a", True)
    assert matches(graph, "Kestrel, Ada")[0] == ("a", True)
    assert matches(graph, "Kestrel") == [("a", False), ("b", False)]
    assert matches(graph, "Kestrel, A.")[0] == ("a", False)


def test_names_that_cannot_be_one_person_s_are_no_candidates_unless_they_are_a_slip_apart() -> None:
    graph = known(a="A. P. Sorokin", b="Pavel Voronin")
    assert [id_ for id_, _ in matches(graph, "A. P. Sorokin")] == ["a"]
    assert matches(graph, "Pavel Vorohnin") == [("b", False)]


def test_a_property_makes_no_match_of_another_name() -> None:
    graph = known(a="Mikhail Zhurbin")
    query = Query(query="Schurbin, Michail", properties=(Condition("role", "chair"),))
    (found,) = ranked(graph, query, candidates(graph, query), {"b/a": {"role": (Value("chair"),)}})
    assert (found["score"] > 95, found["match"]) == (True, False)


def test_people_are_found_by_the_sounds_of_their_names() -> None:
    graph = known(a="Mikhail Zhurbin", b="Mikhail Zhukin")
    assert matches(graph, "Schurbin, Michail")[0] == ("a", False)
    assert matches(graph, "Михаил Журбин")[0] == ("a", True)


def test_values_are_like_as_words_as_things_and_as_dates() -> None:
    values = [Value("1956-11-04"), Value("Harbour Committee", "b/organisation/harbour")]
    assert likeness(values, ["1956", 1956.0, "1956-11"], "b/") == 100
    assert likeness(values, ["harbour committee", "Harbour Comittee"], "b/") > 95
    assert likeness(values, [Entity("organisation/harbour"), Entity("b/organisation/harbour")], "b/") == 100
    assert likeness(values, ["1957", "Port Authority", Entity("organisation/port"), False], "b/") == 0
