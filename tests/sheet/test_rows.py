"""Cells side by side never overlap, and none is lost."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cjm.sheet.rows import side_by_side
from cjm.sheet.sheet import Cell

cells = st.builds(
    lambda start, span: Cell(start, start + span, ()), st.integers(0, 12), st.integers(1, 6)
)


@given(st.lists(cells))
def test_cells_of_a_row_do_not_overlap_and_none_is_lost(given: list[Cell]) -> None:
    rows = side_by_side(given)

    for row in rows:
        assert all(before.end <= after.start for before, after in pairwise(row))
    kept = sorted((cell.start, cell.end) for row in rows for cell in row)
    assert kept == sorted((cell.start, cell.end) for cell in given)


def test_a_cell_goes_into_the_first_row_where_it_fits() -> None:
    first, across, last = Cell(0, 1, ()), Cell(0, 3, ()), Cell(2, 3, ())

    assert side_by_side([first, across, last]) == ((first, last), (across,))
