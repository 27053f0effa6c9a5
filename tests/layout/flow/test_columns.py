"""Steps stand in columns in the order of their stages, and rows fold between them."""

from __future__ import annotations

import pytest

from cjm.layout.flow.columns import columns_of, rows_of
from tests.layout.flow.maps import flow_of, random_map, steps_of

TABLE = {
    "steps in a row stand side by side": (
        ["name: a", "name: b", "name: c"],
        (0, 1, 2),
    ),
    "alternatives stand one below the other": (
        ["name: a, next: [b, c]", "name: b", "name: c", "name: d"],
        (0, 1, 1, 2),
    ),
    "a step that may be skipped keeps its column": (
        ["name: a, next: [b, c]", "name: b, next: c", "name: c"],
        (0, 1, 2),
    ),
    "a way back moves nothing": (
        ["name: a", "name: b, next: [c, a]", "name: c, next: [b, end]"],
        (0, 1, 2),
    ),
    "a trip from one step and back hangs below it": (
        ["name: a, next: [c, b]", "name: b, next: a", "name: c"],
        (0, 0, 1),
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_columns(name: str) -> None:
    steps, expected = TABLE[name]

    assert columns_of(flow_of(steps_of(*steps))).of == expected


@pytest.mark.parametrize("seed", range(20))
def test_stages_follow_each_other_and_ways_forward_lead_to_the_right(seed: int) -> None:
    flow = flow_of(random_map(seed, 24, 36, 6))

    columns = columns_of(flow)

    assert list(columns.stages) == sorted(columns.stages)
    for edge in flow.edges:
        if not edge.is_loop and edge.start not in columns.hung and edge.end not in columns.hung:
            assert columns.of[edge.start] < columns.of[edge.end]


def test_rows_are_cut_between_stages_and_hold_every_column_once() -> None:
    flow = flow_of(
        "title: T\nstages:\n"
        + "".join(
            f"  - {{name: S{stage}, steps: [A{stage}, B{stage}, C{stage}]}}\n" for stage in range(4)
        )
    )
    columns = columns_of(flow)

    rows = rows_of(columns, [100.0] * 12, 700)

    assert rows == [(0, 6), (6, 12)]


def test_a_column_that_is_wider_than_any_row_has_one_of_its_own() -> None:
    columns = columns_of(flow_of(steps_of("name: a", "name: b", "name: c")))

    assert rows_of(columns, [50.0, 900.0, 50.0], 300) == [(0, 1), (1, 2), (2, 3)]
