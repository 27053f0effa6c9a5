"""Labels find places where they cover neither each other nor, if they can help it, a curve."""

from __future__ import annotations

from cjm.layout.labels import Box, Surroundings

ABOVE, BELOW = Box(0, 0, 10, 10), Box(0, 20, 10, 30)


def test_the_first_place_that_covers_no_curve_is_taken() -> None:
    around = Surroundings([(5, 5)])

    assert around.best([ABOVE, BELOW]) == BELOW
    assert not around.is_crossed(BELOW)


def test_the_first_place_is_taken_where_all_are_free() -> None:
    assert Surroundings([]).best([ABOVE, BELOW]) == ABOVE


def test_a_place_that_is_taken_is_never_given_again() -> None:
    around = Surroundings([])

    assert [around.best([ABOVE, BELOW]) for _ in range(3)] == [ABOVE, BELOW, None]


def test_boxes_that_touch_do_not_overlap() -> None:
    assert not ABOVE.overlaps(Box(10, 0, 20, 10))
    assert ABOVE.overlaps(Box(9, 9, 20, 20))
