"""The cells of a lane, side by side over their columns, each row as high as it must be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from cjm.layout.blocks import Piece, piece_of
from cjm.layout.canvas import Canvas, draw
from cjm.layout.cards import card_of
from cjm.layout.grid import Grid
from cjm.layout.labels import Box
from cjm.layout.theme import PADDING, Theme
from cjm.sheet.rows import side_by_side
from cjm.sheet.sheet import Cell, Note, NoteChange, StepCard, StepChange, Words

GAP = 5.0
"""Between the blocks of a cell."""

Cards: TypeAlias = Literal["", "customer", "company"]
"""Whether cells are the cards of a blueprint, and who does what stands on them."""

CARD_MARGIN = 11.0
"""Above and below the cards of a blueprint, so that arrows have room between rows."""


class Placed(NamedTuple):
    """The pieces of one column of a cell.

    Attributes:
        height: Of all its pieces, one below the other.
    """

    x: float
    width: float
    pieces: Sequence[Piece]
    height: float
    fills: bool


class _Bracket(NamedTuple):
    """The line above a cell of several columns, open where they go on in another band."""

    left: float
    right: float
    is_open: bool


@dataclass(frozen=True)
class Row:
    """Cells side by side, set over their columns."""

    placed: tuple[Placed, ...]
    brackets: tuple[_Bracket, ...]
    is_carded: bool = False

    @classmethod
    def of(cls, cells: Sequence[Cell], grid: Grid, theme: Theme, cards: Cards = "") -> Row:
        """Set cells over their columns, for a blueprint as cards."""
        placed = [part for cell in cells for part in _parts(cell, grid, theme, cards)]
        brackets = [
            _Bracket(
                grid.edge(start) + PADDING,
                grid.edge(end) - PADDING * (end == cell.end),
                end < cell.end,
            )
            for cell in cells
            for start, end in (grid.within(cell.start, cell.end),)
            if cell.end - cell.start > 1
            and not isinstance(cell.blocks[0], Note | NoteChange)
            and not cards
        ]
        return cls(tuple(placed), tuple(brackets), bool(cards))

    @property
    def inset(self) -> float:
        """From the top of the row to its pieces."""
        return self._margin + (4 if self.brackets else 0)

    @property
    def _margin(self) -> float:
        return CARD_MARGIN if self.is_carded else PADDING

    @cached_property
    def height(self) -> float:
        """From the top of the row to its foot."""
        return max(part.height for part in self.placed) + self.inset + self._margin

    def boxes(self, y: float) -> Iterator[Box]:
        """Yield what its cells cover where the row begins at `y`."""
        top, foot = y + self.inset, y + self.height - self._margin
        for part in self.placed:
            low = foot if part.fills else top + part.height
            yield Box(part.x, top, part.x + part.width, low)

    def draw(self, canvas: Canvas, y: float) -> float:
        """Draw its cells from `y` down, and return where it ends."""
        foot = y + self.height - self._margin
        for bracket in self.brackets:
            end: tuple[float | str, ...] = () if bracket.is_open else ("V", y + 8)
            canvas.path(
                draw("M", bracket.left, y + 8, "V", y + 4, "H", bracket.right, *end),
                stroke=canvas.theme.divider, stroke_width=1,
            )  # fmt: skip
        for part in self.placed:
            at = y + self.inset
            for piece in part.pieces:
                height = foot - at if part.fills else piece.height
                piece.paint(canvas, part.x, at, height)
                at += piece.height + GAP
        return y + self.height


def _parts(cell: Cell, grid: Grid, theme: Theme, cards: Cards) -> list[Placed]:
    """Return the columns of a cell: one, or for a wide cell as many as its blocks can fill."""
    blocks = cell.blocks
    start, end = grid.within(cell.start, cell.end)
    left, width = grid.edge(start) + PADDING, grid.width(start, end) - 2 * PADDING
    count = min(len(blocks), end - start)
    each = (width - (count - 1) * 2 * PADDING) / count
    pieces = [
        card_of(block, each, theme, is_customer=cards == "customer")
        if cards and isinstance(block, Words)
        else piece_of(block, each, theme)
        for block in blocks
    ]
    fills = len(blocks) == 1 and (
        cards == "customer" or isinstance(blocks[0], StepCard | StepChange)
    )
    return [
        Placed(left + index * (each + 2 * PADDING), each, own, _height(own), fills)
        for index in range(count)
        for own in (pieces[index::count],)
    ]


def _height(pieces: Sequence[Piece]) -> float:
    return sum([piece.height for piece in pieces]) + GAP * (len(pieces) - 1)


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
