"""The curve goes through every value and never beyond one."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cjm.layout.curve import Trace, area_path, bends, curve_path, stretch

levels = st.lists(st.floats(-2, 2, allow_nan=False), min_size=2, max_size=30)
gaps = st.floats(1, 300)


@st.composite
def points(draw: st.DrawFn) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    x = 0.0
    for level in draw(levels):
        found.append((x, level))
        x += draw(gaps)
    return found


@given(points())
def test_it_never_goes_beyond_the_two_values_it_joins(through: list[tuple[float, float]]) -> None:
    for ((_, low), (_, high)), bend in zip(pairwise(through), bends(through), strict=True):
        bottom, top = sorted((low, high))
        for _, y in bend:
            assert bottom - 1e-9 <= y <= top + 1e-9


@given(points())
def test_it_goes_through_every_point(through: list[tuple[float, float]]) -> None:
    assert [bend[0] for bend in bends(through)] == through[:-1]
    assert [bend[3] for bend in bends(through)] == through[1:]


def test_one_point_is_no_curve() -> None:
    assert bends([(0, 0)]) == []


@given(points(), st.floats(0, 1))
def test_a_trace_runs_where_the_curve_is_drawn(
    through: list[tuple[float, float]], t: float
) -> None:
    trace = Trace(through)

    for start, first, second, end in bends(through):
        x, y = (
            (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d
            for a, b, c, d in zip(start, first, second, end, strict=True)
        )
        assert abs(trace.y(min(x, trace.right)) - y) < 1e-6


@given(points(), st.floats(-50, 500), st.floats(0, 400))
def test_nothing_of_a_trace_is_beyond_its_reach(
    through: list[tuple[float, float]], left: float, width: float
) -> None:
    trace = Trace(through)

    reach = trace.reach(left, left + width)

    low, high = max(left, trace.left), min(left + width, trace.right)
    if low > high:
        assert reach is None
        return
    assert reach is not None
    for part in range(21):
        y = trace.y(low + (high - low) * part / 20)
        assert reach[0] - 1e-6 <= y <= reach[1] + 1e-6


@given(points(), st.floats(0, 1), st.floats(0, 1))
def test_a_stretch_runs_where_the_whole_runs(
    through: list[tuple[float, float]], one: float, other: float
) -> None:
    whole = Trace(through)
    left, right = sorted(whole.left + (whole.right - whole.left) * part for part in (one, other))

    shown = stretch(bends(through), left, right)

    assert all(left - 1e-6 <= x <= right + 1e-6 for bend in shown for x, _ in bend)
    for start, first, second, end in shown:
        middle = (start[0] + end[0]) / 2
        y = (start[1] + 3 * first[1] + 3 * second[1] + end[1]) / 8
        assert abs(whole.y(middle) - y) < 1e-5


def test_paths_have_two_decimals() -> None:
    assert curve_path(bends([(0, 0), (100, 1 / 3)])) == "M 0 0 C 33.33 0 66.67 0.33 100 0.33"
    assert area_path(bends([(0, 0), (100, 3)]), 10).endswith("L 100 10 0 10 Z")
