"""Names that every state or party has a body of, and names that say whose body it is."""

import pytest

from kg.identity.generic import is_generic, whose
from kg.model import Cluster, EntityKind, quote


def _named(name: str, kind: EntityKind = "organisation", key: str = "") -> Cluster:
    return Cluster(kind=kind, label=name, forms=(name,), mentions=(quote(name, 0, len(name)),), key=key)


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Foreign Affairs",
        "MINISTRY OF FISHERIES",
        "Foreign Ministry",
        "CC",
        "Central Committee",
        "Communist Party",
        "State Planning Committee",
        "Council of Ministers",
    ],
)
def test_a_body_that_any_state_may_have_is_generic(name: str) -> None:
    assert is_generic(_named(name))


@pytest.mark.parametrize(
    "cluster",
    [
        _named("Polish Ministry of Foreign Affairs"),
        _named("Ministry of Foreign Affairs of Japan"),
        _named("CC CPSU"),
        _named("CPSU CC"),
        _named("Department of State", key="us-state"),
        _named("Harbour Guild"),
        _named("Sable University"),
        _named("Committee", kind="place"),
    ],
)
def test_a_name_that_tells_whose_body_it_is_is_not(cluster: Cluster) -> None:
    assert not is_generic(cluster)


@pytest.mark.parametrize(
    ("bodies", "found"),
    [
        (("Polish Ministry of Forests", "Ministry of Forests"), {1: 0}),
        (("Central Committee of the CPSU", "Central Committee"), {1: 0}),
        (("CPSU CC", "CPSU CC Presidium", "CC"), {2: 0}),
        (("Ministry of Forests", "Polish Ministry of Forests"), {}),  # whose it is, is said only later
        (("Polish Ministry of Forests", "Danish Ministry of Forests", "Ministry of Forests"), {}),
        (("CPSU CC", "Presidium of the Party CC", "CC"), {}),  # of another party, perhaps
        (("Council of Ministers", "Council"), {}),
        (("Harbour Guild of Poland", "Harbour Guild"), {}),  # no general name
    ],
)
def test_a_general_name_means_the_body_named_in_full_before(bodies: tuple[str, ...], found: dict[int, int]) -> None:
    assert whose([(body,) for body in bodies]) == found
