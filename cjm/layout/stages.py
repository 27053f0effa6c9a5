"""The row of stages: chevrons with the name of the stage and what the customer wants there."""

from __future__ import annotations

from typing import NamedTuple

from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.grid import Grid
from cjm.layout.theme import CARD, LABELS, PADDING, SMALL, STAGE, Theme
from cjm.sheet.sheet import Cell, Lane, StageHead

TITLE_PADDING = 12.0
"""From the left of the sheet to the titles of lanes."""

TIP = 14.0
"""How far a chevron's tip stands out."""


STAGE_MARGINS = 12.0
"""Above and below the chevrons, together."""


class LaneTitle(NamedTuple):
    """The title of a lane and its quiet second line."""

    settings: tuple[Setting, Setting]

    @classmethod
    def of(cls, lane: Lane, theme: Theme) -> LaneTitle:
        """Set the titles of a lane."""
        room = LABELS - 2 * TITLE_PADDING
        return cls(
            (
                set_text(lane.title, room, CARD, theme.quiet, bold=True),
                set_text(lane.subtitle, room, SMALL, theme.quiet),
            )
        )

    @property
    def height(self) -> float:
        """Of both."""
        return sum(setting.height for setting in self.settings)

    def draw(self, canvas: Canvas, x: float, y: float) -> float:
        """Draw them from `y` down, and return where they end."""
        for setting in self.settings:
            y = canvas.text(setting, x, y)
        return y


def stages_height(lane: Lane, grid: Grid, theme: Theme) -> float:
    """Return how high the row of chevrons becomes."""
    return _set_stages(lane, grid, theme).height + STAGE_MARGINS


def draw_stages(canvas: Canvas, lane: Lane, title: LaneTitle, grid: Grid, y: float) -> float:
    """Draw the chevrons from `y` down, and return where they end."""
    theme = canvas.theme
    stages = _set_stages(lane, grid, theme)
    height, whole = stages.height, stages.height + STAGE_MARGINS
    canvas.rect(grid.left, y + 0.5, grid.right - grid.left, whole - 0.5, theme.sheet)
    title.draw(canvas, grid.left - LABELS + TITLE_PADDING, y + (whole - title.height) / 2)
    for head, box, (name, goal) in zip(stages.heads, stages.boxes, stages.texts, strict=True):
        draw_chevron(canvas, box, y + 6, height, theme.stage(head.colour))
        top = y + 6 + (height - name.height - goal.height) / 2
        canvas.text(goal, box.text, canvas.text(name, box.text, top))
    return y + whole


class _Stages(NamedTuple):
    """The stages of a map, each with its chevron and its texts."""

    heads: tuple[StageHead, ...]
    boxes: tuple[Chevron, ...]
    texts: tuple[tuple[Setting, Setting], ...]

    @property
    def height(self) -> float:
        """Of each chevron."""
        return max(44.0, max(name.height + goal.height for name, goal in self.texts) + 20)


def _set_stages(lane: Lane, grid: Grid, theme: Theme) -> _Stages:
    cells = list(lane.cells)
    held = [(cell, each) for cell in cells for each in cell.blocks if isinstance(each, StageHead)]
    last = len(held) - 1
    boxes = [_chevron(cell, grid, index, index == last) for index, (cell, _) in enumerate(held)]
    heads = tuple(head for _, head in held)
    texts = (_stage_texts(head, box, theme) for head, box in zip(heads, boxes, strict=True))
    return _Stages(heads, tuple(boxes), tuple(texts))


class Chevron(NamedTuple):
    """Where a stage's chevron stands: its left corners, its right corners, and its text."""

    left: float
    right: float
    text: float
    room: float
    is_first: bool


def _chevron(cell: Cell, grid: Grid, index: int, is_last: bool) -> Chevron:
    start, end = grid.within(cell.start, cell.end)
    is_first = cell.start == start == 0
    left = grid.edge(start) + (-5 if index else PADDING)
    right = grid.edge(end) - (PADDING + TIP if is_last else 9)
    text = left + (12 if is_first else 12 + TIP)
    return Chevron(left, right, text, right - text + 2, is_first)


def _stage_texts(head: StageHead, box: Chevron, theme: Theme) -> tuple[Setting, Setting]:
    ink = theme.stage_ink
    return (
        set_text(head.name, box.room, STAGE, ink, bold=True, balance=True, language=head.language),
        set_text(head.goal, box.room, SMALL, ink, balance=True, language=head.language),
    )


def draw_chevron(canvas: Canvas, box: Chevron, y: float, height: float, fill: str) -> None:
    """Draw a chevron from `y` down; the first of a row has no notch."""
    half = height / 2
    notch = () if box.is_first else ("L", box.left + TIP, y + half)
    canvas.path(
        draw("M", box.left, y, "H", box.right, "L", box.right + TIP, y + half, box.right, y + height,
             "H", box.left, *notch, "Z"),
        fill=fill,
    )  # fmt: skip
