"""Who may be the same is proposed with its reasons, and never twice."""

from kg.identity.proposals import propose
from kg.model import Decision, Entity, Place


def person(name: str, *documents: str, note: str = "") -> Entity:
    return Entity(
        name=f"person/{name.lower().replace(' ', '-')}",
        kind="person",
        label=name,
        forms=(name,),
        mentions=tuple(Place(document, 0, len(name)) for document in documents),
        notes=(note,) if note else (),
    )


WEISS = person("Weiss", "d1", note="Minister")
ANNA = person("Anna Weiss", "d2", note="minister")


def test_a_bare_surname_is_proposed_with_what_speaks_for_it() -> None:
    company = person("Otto Berg", "d1", "d2")
    (proposal,) = propose([WEISS, ANNA, company], {"d1": 1951, "d2": 1953}, [])
    assert (proposal.left, proposal.right, proposal.verdict) == ("person/anna-weiss", "person/weiss", "unsure")
    assert "both are called minister" in proposal.why
    assert "named with both: 1 others" in proposal.why
    assert proposal.score == 0.7


def test_years_and_one_document_speak_against_it() -> None:
    (late,) = propose([WEISS, ANNA], {"d1": 1951, "d2": 1990}, [])
    assert "39 years lie between" in late.why
    (both,) = propose([person("A. Weiss", "d2"), ANNA], {}, [])
    assert "d2 names both" in both.why


def test_what_people_decided_is_not_proposed_again() -> None:
    decision = Decision(left="person/weiss", right="person/anna-weiss", verdict="different", who="A", when="2026-01-01")
    assert propose([WEISS, ANNA], {}, [decision]) == ()


def test_only_the_likeliest_of_many_are_proposed() -> None:
    people = [
        person(f"{given} Weiss", f"d{i}") for i, given in enumerate(("Anna", "Berta", "Clara", "Dora", "Eva", "Frida"))
    ]
    assert len(propose([*people, person("Weiss", "d9")], {}, [])) == 5


def test_a_wife_is_proposed_and_said_to_be_one() -> None:
    (proposal,) = propose([person("Otto Weiss", "d1"), person("O. Weiss", "d2", note="Mrs.")], {}, [])
    assert "not merged: one is called Mrs." in proposal.why


def test_of_many_who_may_be_one_the_likeliest_are_told_and_the_others_counted() -> None:
    many = [person(f"Anna {letter}. Weiss", f"d{letter}") for letter in "BCDEFGH"]
    proposals = propose([WEISS, *many], {}, [])
    of_weiss = [p for p in proposals if "person/weiss" in (p.left, p.right)]
    assert len(of_weiss) == 5
    assert all(p.why.endswith("not told: 2 more of person/weiss") for p in of_weiss)
