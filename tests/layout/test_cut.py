"""A curve that is cut at a fold runs on as if it were whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.layout.curve import Trace
from cjm.layout.cut import cut_curve
from cjm.sheet.sheet import Curve, FeelingWord, Line, Point


def point(column: int, level: float, end: int = 0) -> Point:
    last = end or column + 1
    return Point((column + last) / 2, column, last, level, str(level), "word")


def through(line: Line, strand: int = 0) -> list[tuple[float, float]]:
    strands = line.strands or (range(len(line.points)),)
    return [(line.points[index].at, line.points[index].level) for index in strands[strand]]


@given(
    st.lists(st.one_of(st.none(), st.floats(-2, 2)), min_size=4, max_size=30),
    st.sets(st.integers(1, 29), min_size=1, max_size=4),
)
def test_each_part_runs_where_the_whole_runs(levels: list[float | None], folds: set[int]) -> None:
    points = tuple(point(at, level) for at, level in enumerate(levels) if level is not None)
    starts = [0, *sorted(fold for fold in folds if fold < len(levels))]
    if len(points) < 2:
        return
    whole = Trace([(each.at, each.level) for each in points])

    parts = cut_curve(Curve((Line("", points),)), starts)

    for part, start, end in zip(parts, starts, [*starts[1:], len(levels)], strict=True):
        here = [each for each in points if start <= each.at < end]
        assert (part is None) == (not here)
        if part is not None and part.lines[0].strands and len(part.lines[0].points) > 1:
            own = Trace(through(part.lines[0]))
            low, high = max(start, whole.left), min(end, whole.right)
            for step in range(11):
                at = low + (high - low) * step / 10
                assert own.y(at) == pytest.approx(whole.y(at), abs=1e-9)


def test_a_part_knows_no_more_than_it_needs() -> None:
    points = tuple(point(column, column % 3) for column in range(40))

    *_, part, _ = cut_curve(Curve((Line("", points),)), [0, 10, 20, 30])

    assert part is not None
    assert [each.at for each in part.lines[0].points] == [each + 0.5 for each in range(18, 32)]


def test_branches_stay_branches() -> None:
    points = tuple(point(column, 0) for column in range(6))
    line = Line("", points, ((0, 1, 3, 5), (1, 2, 3)))

    first, second = cut_curve(Curve((line,)), [0, 3])

    assert first is not None
    assert second is not None
    assert [through(first.lines[0], strand)[0][0] for strand in (0, 1)] == [0.5, 1.5]
    assert through(first.lines[0], 1) == [(1.5, 0), (2.5, 0), (3.5, 0)]
    assert [at for at, _ in through(second.lines[0], 1)] == [1.5, 2.5, 3.5]


def test_the_feeling_of_a_broken_stage_is_told_once() -> None:
    curve = Curve((), stages=(point(0, 1, 20),))

    first, second = cut_curve(curve, [0, 10])

    assert first is not None
    assert second is not None
    assert (first.stages[0].number, second.stages[0].number) == ("1", "")


def test_words_and_expectations_stay_in_their_columns() -> None:
    word = FeelingWord(12.5, 12, 13, "sad")
    curve = Curve((), (word,), Line("expected", (point(2, 1),), ((0,),)))

    first, second = cut_curve(curve, [0, 10])

    assert first is not None
    assert second is not None
    assert (first.words, second.words) == ((), (word,))
    assert first.expectation is not None
    assert second.expectation is None
