"""The lanes of a map: titles on the left, cells over their columns, each row as high as it must be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from cjm.layout.arrows import CUSTOMER, Arrows
from cjm.layout.bands import CARDED, Band, behind
from cjm.layout.canvas import Canvas, draw, set_text
from cjm.layout.feeling import feeling_lane
from cjm.layout.grid import Grid
from cjm.layout.labels import Box
from cjm.layout.measure import line_height
from cjm.layout.rows import Cards, Row, rows_of
from cjm.layout.stages import TITLE_PADDING, LaneTitle, draw_stages, stages_height
from cjm.layout.theme import LABELS, PADDING, SMALL, STAGE, Theme
from cjm.sheet.sheet import Block, Cell, Lane, Picture

TITLE_MARGIN = 9.0


def draw_lanes(canvas: Canvas, band: Band, top: float) -> float:
    """Draw the lanes of a band from `top` down, and return where they end."""
    grid = band.grid
    behind_all = len(canvas.shapes)
    y = _title_of(canvas, band, top)
    arrows = Arrows(grid) if band.is_blueprint else None
    for position, (lane, is_behind) in enumerate(zip(band.lanes, behind(band.lanes), strict=True)):
        canvas.start("lane", lane.id)
        if lane.line_above:
            dash = LINES.get(band.lines.get(lane.line_above, ""), "")
            y = _dividing_line(canvas, lane.line_above, dash, grid, y)
        elif position:
            canvas.rule(
                grid.left - LABELS, y, grid.right - grid.left + LABELS, canvas.theme.hairline
            )
        look = _Look(is_behind, _cards(band, lane, is_behind=is_behind), not band.title)
        foot = _draw_lane(canvas, lane, grid, y, look, arrows)
        canvas.path(draw("M", grid.left, y, "V", foot), stroke=canvas.theme.edge, stroke_width=1)
        canvas.end()
        y = foot
    if arrows is not None:
        arrows.draw(canvas)
    grounds = Canvas(canvas.theme)
    for stage in band.stages:
        left, right = map(grid.edge, grid.within(stage.start, stage.end))
        grounds.rect(left, top, right - left, y - top, canvas.theme.tint(stage.colour))
    canvas.shapes[behind_all:behind_all] = grounds.shapes
    return y


def lane_height(
    lane: Lane, grid: Grid, theme: Theme, *, curve: float = 0, keys: float = 0
) -> float:
    """Return how high a lane becomes, its dividing line included.

    Of many cells side by side only those with most to say are set: one of them will be the highest.

    Args:
        lane: A lane whose rows hold all its words, those below its curve included.
        grid: The columns.
        theme: Sizes do not depend on it.
        curve: Height of its curve.
        keys: Height of the key to its lines.
    """
    if lane.kind == "stages":
        return stages_height(lane, grid, theme)
    line = line_height(SMALL - 0.5) + 6 if lane.line_above else 0.0
    rows = sum(Row.of(_fullest(row, grid), grid, theme).height for row in lane.rows)
    titles = LaneTitle.of(lane, theme).height + keys + 2 * TITLE_MARGIN
    return line + max(curve + rows, titles)


MANY = 6


def _fullest(row: Sequence[Cell], grid: Grid) -> Sequence[Cell]:
    """Return the cells of `row` that hold most text for their width."""
    if len(row) <= MANY:
        return row
    return sorted(row, key=lambda cell: _text_length(cell) / grid.width(cell.start, cell.end))[
        -MANY:
    ]


def _text_length(cell: Cell) -> int:
    """Return about how many characters a cell holds, each block counted as a line of its own."""
    return sum(map(_weight, cell.blocks))


def _weight(block: Block) -> int:
    """Return about how many characters a block would hold if it were a text."""
    if isinstance(block, Picture):
        image = block.image
        return len(block.caption) + (round(400 * image.height / image.width) if image else 60)
    for key in ("text", "name", "title"):
        text = getattr(block, key, "")
        if text:
            return len(text) + 20
    return 20


def _title_of(canvas: Canvas, band: Band, y: float) -> float:
    """Draw the title of the band of what belongs to the whole map, where others have stages."""
    if not band.title:
        return y
    grid, theme = band.grid, canvas.theme
    left, width = grid.left + PADDING, grid.right - grid.left - 2 * PADDING
    text = set_text(band.title, width - 24, STAGE, theme.ink, bold=True)
    height = text.height + 14
    canvas.rect(left + 0.5, y + 6.5, width - 1, height - 1, theme.behind, radius=4,
                stroke=theme.divider, stroke_width=1)  # fmt: skip
    canvas.text(text, left + 12, y + 13)
    canvas.rule(
        grid.left - LABELS, y + height + 12, grid.right - grid.left + LABELS, theme.hairline
    )
    return y + height + 12


LINES = {"frontstage": "7 4", "backstage": "", "support": "2 4"}
"""Lane → the dashes of the line above it: of interaction, of visibility, of internal interaction."""


def _dividing_line(canvas: Canvas, line: str, dash: str, grid: Grid, y: float) -> float:
    theme = canvas.theme
    left, width = grid.left - LABELS, grid.right - grid.left + LABELS
    title = line[:1].upper() + line[1:]
    label = set_text(title, LABELS - TITLE_PADDING - 6, SMALL, theme.quiet, balance=True)
    height = label.height + 8
    canvas.rect(left, y, width, height, theme.behind)
    canvas.path(draw("M", grid.left, y + height / 2, "H", grid.right), stroke=theme.divider,
                stroke_width=1.5, dash=dash)  # fmt: skip
    canvas.text(label, left + TITLE_PADDING, y + 4)
    return y + height


class _Look(NamedTuple):
    """How a lane looks: on the ground of what is behind the scenes, as which cards, with brackets."""

    is_behind: bool
    cards: Cards
    is_bracketed: bool


def _cards(band: Band, lane: Lane, *, is_behind: bool) -> Cards:
    if not (band.is_blueprint and (is_behind or lane.id in CARDED)):
        return ""
    return "customer" if lane.id in CUSTOMER else "company"


def _draw_lane(
    canvas: Canvas, lane: Lane, grid: Grid, y: float, look: _Look, arrows: Arrows | None
) -> float:
    theme = canvas.theme
    title = LaneTitle.of(lane, theme)
    if lane.kind == "stages":
        return draw_stages(canvas, lane, title, grid, y)
    curve = feeling_lane(lane.curve, grid, theme) if lane.curve else None
    cells = rows_of([*curve.words, *lane.cells]) if curve is not None else lane.rows
    rows = [Row.of(row, grid, theme, look.cards) for row in cells]
    if not look.is_bracketed:
        rows = [replace(row, brackets=()) for row in rows]
    body = (curve.height if curve is not None else 0.0) + sum(row.height for row in rows)
    keys = curve.key_height if curve is not None else 0.0
    foot = y + max(body, title.height + keys + 2 * TITLE_MARGIN)
    if look.is_behind:
        canvas.rect(grid.left, y, grid.right - grid.left, foot - y, theme.behind)
    below = title.draw(canvas, grid.left - LABELS + TITLE_PADDING, y + TITLE_MARGIN)
    at = y
    if curve is not None:
        curve.draw_key(canvas, grid.left - LABELS + TITLE_PADDING, below + 3)
        at = curve.draw(canvas, y)
    if arrows is not None:
        _find_arrows(arrows, lane, rows, at)
    for row in rows:
        at = row.draw(canvas, at)
    return foot


def _find_arrows(arrows: Arrows, lane: Lane, rows: Sequence[Row], y: float) -> None:
    """Take in a lane whose cells begin at `y`; no arrow leads past a curve."""
    if lane.curve is not None:
        arrows.stop()
    boxes: list[Box] = []
    for row in rows:
        boxes.extend(row.boxes(y))
        y += row.height
    arrows.add(lane.id, boxes)
