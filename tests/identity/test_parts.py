"""A wrong merge is split by a decision about a part, stays split at every build, and is put together again by undo."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import ids
from kg.identity.across import Findings, resolve
from kg.identity.decisions import is_idle, part_and_whole
from kg.identity.registry import Entry
from kg.model import Cluster, Decision, Entities, EntityKind, Span

ANNA, FORM = "person/anna-weiss", "person/anna-weiss/name/A.%20Weiss"


def findings(document: str, *forms: str, kind: EntityKind = "person", year: int = 1956) -> Findings:
    """Return a document that calls one thing by these forms, the first the fullest."""
    spans = tuple(Span(i * 100, i * 100 + len(form), form) for i, form in enumerate(forms))
    cluster = Cluster(kind=kind, label=forms[0], forms=tuple(sorted(set(forms))), mentions=spans)
    return Findings(document=document, date=str(year), clusters=(cluster,), works=(), events=())


def different(part: str, whole: str = ANNA) -> Decision:
    return Decision(left=part, right=whole, verdict="different", who="A", when="2026-01-01", why="another")


def documents(found: Entities) -> dict[str, set[str]]:
    return {e.name: {place.document for place in e.mentions} for e in found.entities}


CORPUS = (
    findings("d1", "Anna Weiss", "Weiss", year=1950),
    findings("d2", "A. Weiss", "Weiss", year=1953),
    findings("d3", "Anna Weiss", year=1956),
    findings("d4", "Anna Weiss", "Weiss", year=1959),
)
ALL = {"d1", "d2", "d3", "d4"}


@pytest.mark.parametrize(
    ("part", "whole", "apart"),
    [
        (FORM, ALL - {"d2"}, {"person/a-weiss": {"d2"}}),  # all of whom the document says no more
        ("document/d3", ALL - {"d3"}, {"person/anna-weiss-2": {"d3"}}),  # and those on both sides in time stay one
        ("document/d1/evidence/100-105-0123456789ab", ALL, {"person/weiss": {"d1"}}),
        ("person/anna-weiss/name/Weiss", ALL, {"person/weiss": {"d1", "d2", "d4"}}),  # what reads so, and no more
        ("person/anna-weiss/name/B.%20Weiss", ALL, {}),
        ("document/d9", ALL, {}),
    ],
)
def test_a_part_is_set_apart_at_every_build(part: str, whole: set[str], apart: dict[str, set[str]]) -> None:
    before, registry = resolve(CORPUS)
    assert documents(before) == {ANNA: ALL}
    for decision in (different(part), different(ANNA, part)):
        kept = registry
        for _ in range(3):
            found, kept = resolve(CORPUS, registry=kept, decisions=[decision])
            assert documents(found) == {ANNA: whole, **apart}
            assert [(told.left, told.right) for _, told in found.splits] == [(name, ANNA) for name in apart]
            assert all({d.left, d.right} != {ANNA, name} for d in found.proposals for name in apart)
        again, undone = resolve(CORPUS, registry=kept)
        assert documents(again) == {ANNA: ALL}
        assert dict(again.tombstones) == dict.fromkeys(apart, ANNA)
        assert {entry.name for entry in undone} == {ANNA, *apart}


def test_a_thing_is_not_split_into_itself_and_nothing() -> None:
    corpus = (findings("d1", "Cyrus Anna Weiss", "Weiss"),)
    _, registry = resolve(corpus)
    (entry,) = registry
    for part in ("document/d1", f"{entry.name}/name/Cyrus%20Anna%20Weiss"):
        found, _ = resolve(corpus, registry=registry, decisions=[different(part, entry.name)])
        assert (documents(found), found.splits) == ({entry.name: {"d1"}}, ())
        assert is_idle(different(part, entry.name), found)
    mention = different("document/d1/evidence/0-16-0123456789ab", entry.name)
    found, _ = resolve(corpus, registry=registry, decisions=[mention])
    assert not is_idle(mention, found)
    assert {e.name: e.label for e in found.entities} == {
        entry.name: "Weiss",
        "person/cyrus-anna-weiss-2": "Cyrus Anna Weiss",
    }


def test_what_was_split_stays_so_where_its_document_is_gone() -> None:
    _, registry = resolve(CORPUS)
    _, registry = resolve(CORPUS, registry=registry, decisions=[different(FORM)])
    found, _ = resolve(CORPUS[1:2], registry=registry, decisions=[different(FORM)])
    assert documents(found) == {"person/a-weiss": {"d2"}}


def test_a_form_that_a_thing_lost_points_to_where_it_is_now() -> None:
    _, registry = resolve(CORPUS)
    found, _ = resolve(CORPUS, registry=registry, decisions=[different(FORM)])
    assert found.tombstones == ((FORM, "person/a-weiss/name/A.%20Weiss"),)


def test_new_documents_go_where_their_form_belongs() -> None:
    _, registry = resolve(CORPUS)
    _, registry = resolve(CORPUS, registry=registry, decisions=[different(FORM)])
    more = (*CORPUS, findings("d0", "A. Weiss", year=1951), findings("d7", "Anna Weiss", year=1954))
    for _ in range(2):
        found, registry = resolve(more, registry=registry, decisions=[different(FORM)])
        assert documents(found) == {ANNA: {"d1", "d3", "d4", "d7"}, "person/a-weiss": {"d0", "d2"}}


def test_what_was_set_apart_may_be_decided_to_be_another() -> None:
    corpus = (*CORPUS, findings("d8", "Albert Weiss", year=1990))
    _, registry = resolve(corpus)
    _, registry = resolve(corpus, registry=registry, decisions=[different(FORM)])
    same = Decision(left="person/a-weiss", right="person/albert-weiss", verdict="same", who="A", when="2026-01-02")
    found, _ = resolve(corpus, registry=registry, decisions=[different(FORM), same])
    assert sorted(documents(found).values(), key=len) == [{"d2", "d8"}, ALL - {"d2"}]


def test_a_body_of_one_document_is_set_apart_too() -> None:
    corpus = [findings(document, "Harbour Courier", kind="organisation") for document in ("d1", "d2", "d3")]
    _, registry = resolve(corpus)
    found, _ = resolve(corpus, registry=registry, decisions=[different("document/d2", "organisation/harbour-courier")])
    assert documents(found) == {"organisation/harbour-courier": {"d1", "d3"}, "organisation/harbour-courier-2": {"d2"}}


def test_only_parts_of_a_thing_are_parts() -> None:
    assert part_and_whole(different("person/b/name/A.%20Weiss")) == ("", "")
    assert part_and_whole(different("person/b")) == ("", "")
    assert part_and_whole(different("document/a", "document/b")) == ("", "")
    assert part_and_whole(different("document/a", "Q42")) == ("", "")


FORMS = ("Anna Weiss", "A. Weiss", "Anna M. Weiss", "Weiss")


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(FORMS), min_size=2, max_size=5),
    st.permutations(range(5)),
    st.one_of(st.sampled_from([f"document/d{n}" for n in range(5)]), st.sampled_from(FORMS)),
    st.integers(1, 4),
)
def test_what_is_split_changes_the_meaning_of_no_name(
    forms: list[str], order: list[int], words: str, when: int
) -> None:
    """The thing keeps its name for what is left of it, in whatever order documents come; what left never bears it."""
    corpus = [findings(f"d{n}", forms[n], year=1950 + n) for n in order if n < len(forms)]
    registry: tuple[Entry, ...] = ()
    made: list[Decision] = []
    published: dict[str, set[str]] = {}
    for count in range(1, len(corpus) + 1):
        found, registry = resolve(corpus[:count], registry=registry, decisions=made)
        named = documents(found)
        heirs = dict(found.tombstones)
        for decision in made:
            assert not named.get(decision.right, set()) & {d for _, told in found.splits for d in named[told.left]}
        for name, where in published.items():
            now = named.get(heirs.get(name, name), set())
            assert now & where or any(decision.right == name for decision in made)
        published = named
        if count == when:
            whole = max(found.entities, key=lambda e: len(e.mentions)).name
            made = [different(words if "/" in words else ids.name_form(whole, words), whole)]
