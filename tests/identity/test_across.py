"""Whatever order documents come in, a published name keeps its meaning."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.identity.across import Findings, resolve
from kg.identity.registry import Entry, tombstones
from kg.model import Cluster, Decision, EntityKind, quote

FORMS = ("Anna Weiss", "A. Weiss", "Anna Maria Weiss", "Weiss", "Otto Weiss", "Anna Berg", "A. Berg")


def findings(document: str, forms: tuple[str, ...], date: str = "1956", kind: EntityKind = "person") -> Findings:
    clusters = tuple(
        Cluster(kind=kind, label=form, forms=(form,), mentions=(quote(form, 0, len(form)),)) for form in forms
    )
    return Findings(document=document, date=date, clusters=clusters, works=(), events=())


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.sampled_from(FORMS), unique=True, max_size=4).map(tuple), min_size=1, max_size=5),
    st.permutations(range(5)),
)
def test_added_documents_change_the_meaning_of_no_name(documents: list[tuple[str, ...]], order: list[int]) -> None:
    corpus = [findings(f"d{number}", documents[number]) for number in order if number < len(documents)]
    registry: tuple[Entry, ...] = ()
    published: set[str] = set()
    for count in range(1, len(corpus) + 1):
        found, after = resolve(corpus[:count], registry=registry)
        attested = {e.name: set(e.attested) for e in after}
        assert all(set(e.attested) <= attested[e.name] for e in registry)
        named = {e.name for e in found.entities}
        assert published <= named | {name for name, _ in tombstones(after)}
        assert all(heir in named for _, heir in tombstones(after))
        published |= named
        registry = after
    again, unchanged = resolve(corpus, registry=registry)
    assert sorted(unchanged, key=lambda e: e.name) == sorted(registry, key=lambda e: e.name)
    assert {e.name for e in again.entities} == named


def test_a_decided_difference_blocks_the_merge_and_a_decided_sameness_makes_it() -> None:
    corpus = [findings("d1", ("Anna Weiss",)), findings("d2", ("A. Weiss",)), findings("d3", ("Otto Berg",))]
    alone = [resolve(corpus[i : i + 1])[1][0] for i in range(3)]

    def decided(verdict: str, left: str, right: str) -> set[str]:
        decision = Decision(left=left, right=right, verdict=verdict, who="A", when="2026-01-01")  # type: ignore[arg-type]
        return {e.name for e in resolve(corpus, registry=alone, decisions=[decision])[0].entities}

    assert len(resolve(corpus, registry=alone)[0].entities) == 2
    assert len(decided("different", "person/anna-weiss", "person/a-weiss")) == 3
    assert len(decided("same", "person/anna-weiss", "person/otto-berg")) == 1


def test_a_ministry_without_its_state_stays_in_its_document() -> None:
    forms = ("Ministry of Foreign Affairs", "Polish Ministry of Foreign Affairs")
    corpus = [findings(document, forms, kind="organisation") for document in ("d1", "d2")]
    names = sorted(e.name for e in resolve(corpus)[0].entities)
    assert names == [
        "organisation/ministry-of-foreign-affairs",
        "organisation/ministry-of-foreign-affairs-2",
        "organisation/polish-ministry-of-foreign-affairs",
    ]


def test_a_slip_of_the_pen_does_not_keep_many_documents_apart() -> None:
    corpus = [findings(f"d{n}", ("Anna M. Weiss",)) for n in range(4)]
    corpus += [findings("d8", ("Anna Weiss",)), findings("d9", ("Anna N. Weiss",))]
    assert {e.label for e in resolve(corpus)[0].entities} == {"Anna M. Weiss", "Anna N. Weiss"}
    assert len(resolve([*corpus, findings("d7", ("Anna N. Weiss",))])[0].entities) == 3
