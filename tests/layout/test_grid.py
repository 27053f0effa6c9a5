"""Columns are readable: wider where there are few, never too narrow for their words."""

from __future__ import annotations

import pytest

from cjm.layout.grid import LONGEST_WORD, NARROWEST, USUAL, grid_of
from cjm.layout.measure import text_width
from cjm.layout.theme import BODY, LABELS
from tests.sheet.builders import sheet_of


def widths_of(text: str) -> list[float]:
    grid = grid_of(sheet_of(text), 0)
    count = len(grid.edges) - 1
    return [grid.width(column, column + 1) for column in range(count)]


def steps(count: int) -> str:
    return f"title: T\nstages: [{{name: A, steps: [{', '.join(['go'] * count)}]}}]"


@pytest.mark.parametrize(
    ("count", "width"), [(1, 400), (2, 400), (4, 200), (10, USUAL), (12, 125), (40, NARROWEST)]
)
def test_the_width_of_columns_follows_their_number(count: int, width: float) -> None:
    assert widths_of(steps(count)) == [pytest.approx(width)] * count


def test_a_column_grows_for_a_long_word_and_the_others_give_alike() -> None:
    listed = ", ".join(["go"] * 9 + ["Unverzichtbarkeitsprüfung"])

    *others, last = widths_of(f"title: T\nstages: [{{name: A, steps: [{listed}]}}]")

    assert last == pytest.approx(text_width("Unverzichtbarkeitsprüfung", BODY, True) + 18 + 14)
    assert others == [pytest.approx((10 * USUAL - last) / 9)] * 9


def test_the_others_stay_readable() -> None:
    listed = ", ".join(["Unverzichtbarkeitsprüfung"] * 5 + ["go"] * 5)

    assert min(widths_of(f"title: T\nstages: [{{name: A, steps: [{listed}]}}]")) == NARROWEST


def test_no_column_grows_without_end() -> None:
    assert max(widths_of(f"title: T\nstages: [{{name: A, steps: [{'x' * 300}]}}]")) <= max(
        LONGEST_WORD, 400
    )


def test_chinese_may_break_anywhere_and_asks_for_no_width() -> None:
    listed = ", ".join(["去"] * 11 + ["坐下休息看一会儿电视然后给家里人打个电话"])

    assert set(widths_of(f"title: T\nstages: [{{name: A, steps: [{listed}]}}]")) == {125}


def test_a_stage_is_wide_enough_for_its_name() -> None:
    listed = ", ".join(f"{{name: {name}}}" for name in ["Verlängerungsphase"] + ["B"] * 12)

    first, *others = widths_of(f"title: T\nstages: [{listed}]")

    assert first > text_width("Verlängerungsphase", 15, True) + 40
    assert max(others) < first


def test_positions_lie_within_their_columns() -> None:
    grid = grid_of(sheet_of(steps(4)), 24)

    assert grid.left == 24 + LABELS
    assert grid.middle(0.5) == pytest.approx((grid.edges[0] + grid.edges[1]) / 2)
    assert grid.middle(3.75) == pytest.approx(grid.edges[3] + 150)
    assert grid.middle(4) == grid.right
