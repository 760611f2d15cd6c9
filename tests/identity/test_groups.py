"""What must stay apart stays apart, whatever joins come later."""

from hypothesis import given
from hypothesis import strategies as st

from kg.identity.groups import Groups

pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)


def test_a_no_blocks_a_merge() -> None:
    groups = Groups(3, apart=[(0, 2)])
    assert groups.join(0, 1)
    assert not groups.join(1, 2)
    assert groups.all() == [[0, 1], [2]]


@given(joins=pairs, apart=pairs)
def test_no_group_holds_a_pair_that_must_stay_apart(joins: list[tuple[int, int]], apart: list[tuple[int, int]]) -> None:
    groups = Groups(8, apart=apart)
    for one, other in joins:
        groups.join(one, other)
    assert sorted(i for group in groups.all() for i in group) == list(range(8))
    assert not any(one in group and other in group for group in groups.all() for one, other in apart if one != other)
