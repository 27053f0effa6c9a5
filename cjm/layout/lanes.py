"""The lanes of a map: titles on the left, cells over their columns, each row as high as it must be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cjm.layout.blocks import Piece, piece_of
from cjm.layout.canvas import Canvas, Setting, draw, set_text
from cjm.layout.feeling import feeling_lane
from cjm.layout.grid import Grid
from cjm.layout.measure import line_height
from cjm.layout.theme import CARD, LABELS, PADDING, SMALL, STAGE, Theme
from cjm.sheet.rows import side_by_side
from cjm.sheet.sheet import Cell, Lane, Note, Sheet, StageHead, StepCard

GAP = 5.0
"""Between the blocks of a cell."""

TITLE_PADDING, TITLE_MARGIN = 12.0, 9.0
BEHIND = frozenset({"backstage", "support", "systems", "policies"})
"""Lanes on a plain ground once a dividing line stands above them."""


def draw_lanes(canvas: Canvas, sheet: Sheet, grid: Grid, top: float) -> float:
    """Draw the lanes of `sheet` from `top` down, and return where they end."""
    behind_all = len(canvas.shapes)
    y = top
    is_behind = False
    for position, lane in enumerate(sheet.lanes):
        canvas.start("lane", lane.id)
        if lane.line_above:
            y = _dividing_line(canvas, lane.line_above, grid, y)
            is_behind = lane.id in BEHIND
        elif position:
            canvas.rule(
                grid.left - LABELS, y, grid.right - grid.left + LABELS, canvas.theme.hairline
            )
        foot = _draw_lane(canvas, lane, sheet, grid, y, is_behind=is_behind and lane.id in BEHIND)
        canvas.path(draw("M", grid.left, y, "V", foot), stroke=canvas.theme.edge, stroke_width=1)
        canvas.end()
        y = foot
    grounds = Canvas(canvas.theme)
    for stage in sheet.stages:
        left, right = grid.edges[stage.start], grid.edges[stage.end]
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
        return _set_stages(lane, grid, theme).height + STAGE_MARGINS
    line = line_height(SMALL - 0.5) + 6 if lane.line_above else 0.0
    rows = sum(Row.of(_fullest(row, grid), grid, theme).height for row in lane.rows)
    titles = _Title.of(lane, theme).height + keys + 2 * TITLE_MARGIN
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
    texts = (getattr(each, "text", "") or getattr(each, "name", "") for each in cell.blocks)
    return sum(len(text) + 20 for text in texts)


def _dividing_line(canvas: Canvas, title: str, grid: Grid, y: float) -> float:
    theme = canvas.theme
    left, width = grid.left - LABELS, grid.right - grid.left + LABELS
    label = set_text(title.upper(), width - 24, SMALL - 0.5, theme.quiet)
    canvas.rect(left, y, width, label.height + 6, theme.behind)
    canvas.rule(left, y, width, theme.divider, 1.5)
    canvas.text(label, left + TITLE_PADDING, y + 3)
    return y + label.height + 6


def _draw_lane(
    canvas: Canvas, lane: Lane, sheet: Sheet, grid: Grid, y: float, *, is_behind: bool
) -> float:
    if lane.kind == "stages":
        return _draw_stages(canvas, lane, grid, y)
    theme = canvas.theme
    title = _Title.of(lane, theme)
    curve = feeling_lane(lane.curve, grid, theme) if lane.curve else None
    cells = rows_of([*curve.words, *lane.cells]) if curve is not None else lane.rows
    rows = [Row.of(row, grid, theme) for row in cells]
    body = (curve.height if curve is not None else 0.0) + sum(row.height for row in rows)
    keys = curve.key_height if curve is not None else 0.0
    foot = y + max(body, title.height + keys + 2 * TITLE_MARGIN)
    if is_behind:
        canvas.rect(grid.left, y, grid.right - grid.left, foot - y, theme.behind)
    below = title.draw(canvas, grid.left - LABELS + TITLE_PADDING, y + TITLE_MARGIN)
    at = y
    if curve is not None:
        curve.draw_key(canvas, grid.left - LABELS + TITLE_PADDING, below + 3)
        at = curve.draw(canvas, y)
    for row in rows:
        at = row.draw(canvas, at)
    return foot


@dataclass(frozen=True)
class _Title:
    settings: tuple[Setting, Setting]

    @classmethod
    def of(cls, lane: Lane, theme: Theme) -> _Title:
        room = LABELS - 2 * TITLE_PADDING
        return cls(
            (
                set_text(lane.title, room, CARD, theme.quiet, bold=True),
                set_text(lane.subtitle, room, SMALL, theme.quiet),
            )
        )

    @property
    def height(self) -> float:
        return sum(setting.height for setting in self.settings)

    def draw(self, canvas: Canvas, x: float, y: float) -> float:
        for setting in self.settings:
            y = canvas.text(setting, x, y)
        return y


@dataclass(frozen=True)
class _Placed:
    """The pieces of one column of a cell."""

    x: float
    pieces: tuple[Piece, ...]
    fills: bool

    @property
    def height(self) -> float:
        return sum(piece.height for piece in self.pieces) + GAP * max(0, len(self.pieces) - 1)


@dataclass(frozen=True)
class Row:
    """Cells side by side, set over their columns."""

    placed: tuple[_Placed, ...]
    brackets: tuple[tuple[float, float], ...]

    @classmethod
    def of(cls, cells: Sequence[Cell], grid: Grid, theme: Theme) -> Row:
        placed = [part for cell in cells for part in _parts(cell, grid, theme)]
        brackets = [
            (grid.edges[cell.start] + PADDING, grid.edges[cell.end] - PADDING)
            for cell in cells
            if cell.end - cell.start > 1 and not isinstance(cell.blocks[0], Note)
        ]
        return cls(tuple(placed), tuple(brackets))

    @property
    def inset(self) -> float:
        """From the top of the row to its pieces."""
        return PADDING + (4 if self.brackets else 0)

    @property
    def height(self) -> float:
        return max(part.height for part in self.placed) + self.inset + PADDING

    def draw(self, canvas: Canvas, y: float) -> float:
        foot = y + self.height - PADDING
        for left, right in self.brackets:
            canvas.path(
                draw("M", left, y + 8, "V", y + 4, "H", right, "V", y + 8),
                stroke=canvas.theme.divider, stroke_width=1,
            )  # fmt: skip
        for part in self.placed:
            at = y + self.inset
            for piece in part.pieces:
                height = foot - at if part.fills else piece.height
                piece.paint(canvas, part.x, at, height)
                at += piece.height + GAP
        return y + self.height


def _parts(cell: Cell, grid: Grid, theme: Theme) -> list[_Placed]:
    """Return the columns of a cell: one, or for a wide cell as many as its blocks can fill."""
    span = cell.end - cell.start
    count = min(len(cell.blocks), span)
    left, width = grid.edges[cell.start] + PADDING, grid.width(cell.start, cell.end) - 2 * PADDING
    each = (width - (count - 1) * 2 * PADDING) / count
    columns: list[list[Piece]] = [[] for _ in range(count)]
    for index, block in enumerate(cell.blocks):
        columns[index % count].append(piece_of(block, each, theme))
    fills = len(cell.blocks) == 1 and isinstance(cell.blocks[0], StepCard)
    return [
        _Placed(left + index * (each + 2 * PADDING), tuple(pieces), fills)
        for index, pieces in enumerate(columns)
    ]


TIP = 14.0
"""How far a chevron's tip stands out."""


STAGE_MARGINS = 12.0
"""Above and below the chevrons, together."""


def _draw_stages(canvas: Canvas, lane: Lane, grid: Grid, y: float) -> float:
    theme = canvas.theme
    stages = _set_stages(lane, grid, theme)
    height, whole = stages.height, stages.height + STAGE_MARGINS
    title = _Title.of(lane, theme)
    canvas.rect(grid.left, y, grid.right - grid.left, whole, theme.sheet)
    title.draw(canvas, grid.left - LABELS + TITLE_PADDING, y + (whole - title.height) / 2)
    for head, box, (name, goal) in zip(stages.heads, stages.boxes, stages.texts, strict=True):
        _draw_chevron(canvas, box, y + 6, height, theme.stage(head.colour))
        top = y + 6 + (height - name.height - goal.height) / 2
        canvas.text(goal, box.text, canvas.text(name, box.text, top))
    return y + whole


@dataclass(frozen=True, slots=True)
class _Stages:
    """The stages of a map, each with its chevron and its texts."""

    heads: tuple[StageHead, ...]
    boxes: tuple[_Chevron, ...]
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


@dataclass(frozen=True, slots=True)
class _Chevron:
    """Where a stage's chevron stands: its left corners, its right corners, and its text."""

    left: float
    right: float
    text: float
    room: float
    is_first: bool


def _chevron(cell: Cell, grid: Grid, index: int, is_last: bool) -> _Chevron:
    first = index == 0
    left = grid.edges[cell.start] + (PADDING if first else -5)
    right = grid.edges[cell.end] - (PADDING + TIP if is_last else 9)
    text = left + (12 if first else 12 + TIP)
    return _Chevron(left, right, text, right - text + 2, first)


def _stage_texts(head: StageHead, box: _Chevron, theme: Theme) -> tuple[Setting, Setting]:
    white = theme.sheet
    return (
        set_text(
            head.name, box.room, STAGE, white, bold=True, balance=True, language=head.language
        ),
        set_text(head.goal, box.room, SMALL, white, balance=True, language=head.language),
    )


def _draw_chevron(canvas: Canvas, box: _Chevron, y: float, height: float, fill: str) -> None:
    half = height / 2
    notch = () if box.is_first else ("L", box.left + TIP, y + half)
    canvas.path(
        draw("M", box.left, y, "H", box.right, "L", box.right + TIP, y + half, box.right, y + height,
             "H", box.left, *notch, "Z"),
        fill=fill,
    )  # fmt: skip


def rows_of(cells: Iterable[Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of cells that do not overlap, the narrow ones first.

    What stands over the same columns becomes one cell.
    """
    merged: dict[tuple[int, int], Cell] = {}
    for cell in cells:
        span = (cell.start, cell.end)
        before = merged[span].blocks if span in merged else ()
        merged[span] = Cell(*span, (*before, *cell.blocks))
    return side_by_side(sorted(merged.values(), key=lambda cell: cell.end - cell.start))
