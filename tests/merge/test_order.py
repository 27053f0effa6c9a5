"""The order of a list that two branches changed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.merge.order import merged_order, with_added

ORDERS = st.permutations(range(5))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("ABCD", "BACD", "ABCD", "BACD"),
        ("ABCD", "ABCD", "ABDC", "ABDC"),
        ("ABCD", "BACD", "ABDC", "BADC"),
        ("ABCD", "BCDA", "DABC", "DBCA"),
        ("ABC", "BAC", "ACB", "CBA"),
        ("ABCDE", "CABDE", "ABDEC", None),
        ("ABCD", "ACD", "DABC", "DAC"),
        ("", "AB", "BA", "AB"),
    ],
)
def test_what_each_branch_turned_stays_turned(
    base: str, ours: str, theirs: str, merged: str | None
):
    found = merged_order(base, ours, theirs)

    assert found == (None if merged is None else list(merged))


@given(ORDERS, ORDERS)
def test_it_loses_no_item_and_turns_no_pair_that_nobody_turned(
    ours: Sequence[int], theirs: Sequence[int]
):
    base = range(5)

    found = merged_order(base, ours, theirs)

    if found is not None:
        assert sorted(found) == list(base)
        for order in (ours, theirs):
            for one in base:
                for other in range(one):  # in `base`, `other` comes first
                    if order.index(one) < order.index(other):
                        assert found.index(one) < found.index(other)


@given(ORDERS)
def test_where_one_branch_moved_nothing_the_others_order_stands(order: Sequence[int]):
    assert merged_order(range(5), order, range(5)) == list(order)
    assert merged_order(range(5), range(5), order) == list(order)


def test_what_is_added_follows_what_it_followed():
    ours = with_added(list("AB"), "AxBy", {"x", "y"}, set())

    both = with_added(ours, "zAwBv", {"z", "w", "v"}, {"x", "y"})

    assert ours == list("AxBy")
    assert both == list("zAxwByv")
