"""Labels find places where they cover neither each other nor a curve."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cjm.layout.curve import Trace
from cjm.layout.labels import Box, Surroundings

ABOVE, BELOW = Box(0, 0, 10, 10), Box(0, 20, 10, 30)

boxes = st.builds(
    lambda left, top, width, height: Box(left, top, left + width, top + height),
    st.integers(-400, 400), st.integers(-99, 99), st.integers(1, 300), st.integers(1, 40),
)  # fmt: skip


def test_the_first_place_that_covers_no_curve_is_taken() -> None:
    around = Surroundings([Trace([(-5, 5), (50, 5)])])

    assert around.place([ABOVE, BELOW]) == BELOW


def test_a_curve_that_falls_steeply_is_not_overlooked() -> None:
    around = Surroundings([Trace([(0, -200), (9, 200)])])

    assert around.place([ABOVE]) is None


def test_the_first_place_is_taken_where_all_are_free() -> None:
    assert Surroundings([]).place([ABOVE, BELOW]) == ABOVE


def test_a_place_that_is_taken_is_never_given_again() -> None:
    around = Surroundings([])

    assert [around.place([ABOVE, BELOW]) for _ in range(3)] == [ABOVE, BELOW, None]


@given(st.lists(boxes, max_size=20), boxes)
def test_a_place_is_free_where_it_overlaps_nothing_that_is_taken(
    taken: list[Box], box: Box
) -> None:
    around = Surroundings([], taken)

    assert around.is_free(box) == (not any(map(box.overlaps, taken)))


def test_boxes_that_touch_do_not_overlap() -> None:
    assert not ABOVE.overlaps(Box(10, 0, 20, 10))
    assert ABOVE.overlaps(Box(9, 9, 20, 20))
