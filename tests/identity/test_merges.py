"""Why forms of a name are one thing, and what is merged for its context."""

import pytest

from kg.identity.across import Findings, resolve
from kg.model import Cluster, EntityKind, Span

ALONE = "nobody else of the name could be meant"
OTHERS = ("Otto Berg", "Clara Holm", "Emil Falk", "Hanna Lund")


def findings(
    document: str,
    *names: str | tuple[str, ...],
    kind: EntityKind = "person",
    notes: tuple[str, ...] = (),
    key: str = "",
    date: str = "1956",
) -> Findings:
    """Return a document that names things one behind the other, each by its forms; the first has the notes."""
    clusters = []
    for number, forms in enumerate((n,) if isinstance(n, str) else n for n in names):
        at = number * 1000
        spans = tuple(Span(at + i * 100, at + i * 100 + len(form), form) for i, form in enumerate(forms))
        said = notes if number == 0 else ()
        clusters.append(
            Cluster(kind=kind, label=forms[0], forms=tuple(sorted(forms)), mentions=spans, notes=said, key=key)
        )
    return Findings(document=document, date=date, clusters=tuple(clusters), works=(), events=())


def people(*corpus: Findings) -> set[str]:
    """Return the labels of the people named Weiss."""
    return {e.name for e in resolve(corpus)[0].entities if "weiss" in e.name}


def test_each_form_of_a_name_in_several_documents_is_explained() -> None:
    found, _ = resolve(
        [findings("d1", ("Anna Weiss", "Weiss")), findings("d2", "A. Weiss"), findings("d3", "Anna Weiss")]
    )
    told = {decision.left: decision for decision in found.merges}
    assert {(d.right, d.verdict, d.when) for d in told.values()} == {("person/anna-weiss", "same", "")}
    whys = {left.rpartition("/")[2]: decision.why for left, decision in told.items()}
    assert whys == {
        "A.%20Weiss": f"beside Anna Weiss: same surname, initials agree; {ALONE}; in 1 document",
        "Anna%20Weiss": f"the same name; {ALONE}; in 2 documents",
        "Weiss": "its document names Anna Weiss more fully; in 1 document",
    }
    assert told["person/anna-weiss/name/A.%20Weiss"].score == 0.9


def test_what_one_document_names_needs_no_explanation() -> None:
    assert resolve([findings("d1", ("Anna Weiss", "Weiss"))])[0].merges == ()


def test_places_and_organisations_say_what_put_them_together() -> None:
    places = [findings("d1", "Ternhölm", kind="place"), findings("d2", "TERNHOLM", kind="place")]
    (one, other) = resolve(places)[0].merges
    assert {one.why, other.why} == {"the same name, but for accents and capitals; in 1 document"}
    listed = [
        findings("d1", "USSR", kind="place", key="ussr"),
        findings("d2", "Soviet Union", kind="place", key="ussr"),
    ]
    assert {d.why for d in resolve(listed)[0].merges} == {"a list of names has it for this thing; in 1 document"}


FULL = findings("d1", "Anna Weiss", *OTHERS[:3], notes=("Deputy Minister of Forests",))
BROTHER = findings("d2", "Bruno Weiss", "Hanna Lund")


@pytest.mark.parametrize(
    ("third", "merged"),
    [
        (findings("d3", "Weiss", *OTHERS[:3]), True),  # the same three people beside her
        (findings("d3", "Weiss", notes=("Deputy Minister of Forests",)), True),
        (findings("d3", "Weiss"), False),
        (findings("d3", "Weiss", notes=("Comrade",)), False),
        (findings("d3", "Weiss", OTHERS[0]), False),  # one is too few
        (findings("d3", "Weiss", *OTHERS[:3], date="1990"), False),
        (findings("d3", "Weiss", *OTHERS[:3], notes=("Mrs.",)), False),
    ],
)
def test_a_surname_goes_to_her_whose_office_or_company_it_shares(third: Findings, *, merged: bool) -> None:
    assert len(people(FULL, BROTHER, third)) == (2 if merged else 3)
    if merged:
        why = next(d.why for d in resolve([FULL, BROTHER, third])[0].merges if d.left.endswith("/Weiss"))
        assert "nobody else of the name comes near in this" in why


def test_company_that_two_of_the_name_keep_decides_nothing() -> None:
    brother = findings("d2", "Bruno Weiss", *OTHERS[:2])
    assert len(people(FULL, brother, findings("d3", "Weiss", *OTHERS[:3]))) == 3
