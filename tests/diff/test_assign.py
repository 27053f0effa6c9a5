"""The pairs that are made are worth most together."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from cjm.diff.assign import assign


def worth(rows: list[dict[int, float]], pairs: dict[int, int]) -> float:
    return sum(rows[row][column] for row, column in pairs.items())


def best_by_trying(rows: list[dict[int, float]], columns: int) -> float:
    places = [*range(columns), *[-1] * len(rows)]
    return max(
        sum(row.get(column, 0.0) for row, column in zip(rows, chosen, strict=True) if column >= 0)
        for chosen in set(permutations(places, len(rows)))
    )


def test_the_first_found_gives_way_to_what_is_better_in_all():
    rows = [{0: 90, 1: 80}, {0: 85}]

    assert assign(rows) == {0: 1, 1: 0}


def test_who_is_like_nothing_stays_alone():
    assert assign([{}, {3: 61}]) == {1: 3}


@given(
    st.lists(
        st.dictionaries(st.integers(0, 3), st.integers(1, 100).map(float)), min_size=0, max_size=4
    )
)
def test_no_other_pairs_are_worth_more(rows):
    pairs = assign(rows)

    assert len(set(pairs.values())) == len(pairs)
    assert all(column in rows[row] for row, column in pairs.items())
    assert abs(worth(rows, pairs) - best_by_trying(rows, 4)) < 1e-6


def test_two_thousand_are_paired():
    rows = [{(row + step) % 2000: 50.0 + (row * 7 + step * 13) % 50 for step in range(12)}
            for row in range(2000)]  # fmt: skip

    assert len(assign(rows)) == 2000
