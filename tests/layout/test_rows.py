"""Rows are as high as they must be, and a bracket says what a wide cell spans."""

from __future__ import annotations

from cjm.layout.canvas import Canvas
from cjm.layout.gauges import WIDEST_GAUGE
from cjm.layout.grid import Grid
from cjm.layout.rows import Row
from cjm.layout.scene import Path, Rect
from cjm.layout.theme import LIGHT, PADDING
from cjm.sheet.blocks import Gauge, Note, StepCard, Words
from cjm.sheet.sheet import Cell

EDGES = tuple(150.0 * column for column in range(7))
GRID = Grid(EDGES)


def brackets(row: Row) -> list[list[str]]:
    canvas = Canvas()
    row.draw(canvas, 0)
    return [each.d.split() for each in canvas.shapes if isinstance(each, Path)
            and each.stroke == LIGHT.divider]  # fmt: skip


def test_a_wide_cell_stands_under_a_bracket_and_a_narrow_one_does_not() -> None:
    wide = Row.of([Cell(0, 3, (Words("all"),))], GRID, LIGHT)
    narrow = Row.of([Cell(0, 1, (Words("one"),))], GRID, LIGHT)

    assert brackets(wide) == [f"M {PADDING:g} 8 V 4 H {450 - PADDING:g} V 8".split()]
    assert not brackets(narrow)


def test_a_bracket_is_open_where_its_columns_go_on_in_another_band() -> None:
    row = Row.of([Cell(1, 6, (Words("all"),))], Grid(EDGES, (0, 4)), LIGHT)

    assert brackets(row) == [f"M {150 + PADDING:g} 8 V 4 H 600".split()]


def test_a_note_needs_no_bracket() -> None:
    assert not brackets(Row.of([Cell(0, 3, (Note("pain", "Slow"),))], GRID, LIGHT))


def test_the_blocks_of_a_wide_cell_stand_side_by_side() -> None:
    row = Row.of([Cell(0, 3, (Words("a"), Words("b"), Words("c")))], GRID, LIGHT)

    assert [round(part.x) for part in row.placed] == [7, 157, 307]


def test_steps_are_as_high_as_the_highest() -> None:
    cells = [Cell(0, 1, (StepCard("Go"),)), Cell(1, 2, (StepCard("Go " * 40),))]
    canvas = Canvas()

    Row.of(cells, GRID, LIGHT).draw(canvas, 0)

    assert len({shape.height for shape in canvas.shapes if isinstance(shape, Rect)}) == 1


def test_the_bar_of_a_wide_gauge_is_not_longer_than_it_must_be() -> None:
    canvas = Canvas()

    Row.of([Cell(0, 6, (Gauge("NPS", "12", bar=1.0),))], GRID, LIGHT).draw(canvas, 0)

    assert max(shape.width for shape in canvas.shapes if isinstance(shape, Rect)) <= WIDEST_GAUGE


def test_boxes_cover_what_is_drawn() -> None:
    row = Row.of([Cell(0, 1, (Words("a" * 9), Words("b")))], GRID, LIGHT, "company")
    canvas = Canvas()

    row.draw(canvas, 50)

    (box,) = row.boxes(50)
    rects = [shape for shape in canvas.shapes if isinstance(shape, Rect)]
    assert box.left <= min(rect.x for rect in rects)
    assert box.top <= min(rect.y for rect in rects)
    assert box.foot >= max(rect.y + rect.height for rect in rects)
