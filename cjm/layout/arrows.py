"""The arrows of a blueprint: from what the customer does down to what that sets going."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from cjm.layout.canvas import Canvas, draw
from cjm.layout.grid import Grid
from cjm.layout.labels import Box

CUSTOMER = frozenset({"step", "actions"})
"""Lanes of what the customer does: arrows lead down from them."""

PASSED = frozenset({"touchpoints", "channels"})
"""Lanes that arrows pass through: what stands in them is where the two meet."""

COMPANY = frozenset({"frontstage", "backstage", "support", "systems"})
"""Lanes of what the company does: arrows lead to them, and on from them."""

CLEAR = 3.0
"""Between an arrow and the cards that it joins."""

HEAD = 6.0
"""Length of the head of an arrow."""


@dataclass
class Arrows:
    """Finds the arrows while lanes are drawn from the top down; they pass through empty cells only."""

    grid: Grid
    found: list[tuple[float, float, float]] = field(default_factory=list)
    _ends: dict[int, Box] = field(default_factory=dict)

    def add(self, lane: str, boxes: Sequence[Box]) -> None:
        """Take in what the cells of a lane cover, each of them at least the middle of one column."""
        columns = self._columns(boxes)
        if lane in COMPANY:
            self._join(columns)
        for column, held in columns.items():
            self._ends.pop(column, None)
            if lane in COMPANY or lane in CUSTOMER or lane in PASSED:
                self._ends[column] = max(held, key=lambda box: box.foot)

    def stop(self) -> None:
        """Forget what is open: nothing leads on past what is drawn next."""
        self._ends.clear()

    def draw(self, canvas: Canvas) -> None:
        """Draw the arrows that were found."""
        colour = canvas.theme.quiet
        for x, top, foot in self.found:
            canvas.path(draw("M", x, top, "V", foot - HEAD + 1), stroke=colour, stroke_width=1.25)
            canvas.path(draw("M", x - 3.5, foot - HEAD, "h", 7, "L", x, foot, "Z"), fill=colour)

    def _columns(self, boxes: Sequence[Box]) -> dict[int, list[Box]]:
        """Return the boxes over the middle of each column that has any."""
        found: dict[int, list[Box]] = {}
        first, last = self.grid.span
        middles = [(column, self.grid.middle(column + 0.5)) for column in range(first, last)]
        for row in _rows(boxes):
            at = 0
            for box in row:
                while at < len(middles) and middles[at][1] < box.left:
                    at += 1
                while at < len(middles) and middles[at][1] <= box.right:
                    found.setdefault(middles[at][0], []).append(box)
                    at += 1
        return found

    def _join(self, columns: dict[int, list[Box]]) -> None:
        pairs: dict[tuple[Box, Box], list[int]] = {}
        for column in sorted(columns):
            if column in self._ends:
                upper, lower = self._ends[column], min(columns[column], key=lambda box: box.top)
                pairs.setdefault((upper, lower), []).append(column)
        for (upper, lower), held in pairs.items():
            if held[-1] - held[0] == len(held) - 1:
                x = (self.grid.middle(held[0] + 0.5) + self.grid.middle(held[-1] + 0.5)) / 2
            else:  # something else stands between them
                x = self.grid.middle(held[0] + 0.5)
            self.found.append((x, upper.foot + CLEAR, lower.top - CLEAR))


def _rows(boxes: Iterable[Box]) -> Iterable[list[Box]]:
    """Return boxes that begin at the same height together, from left to right."""
    rows: dict[float, list[Box]] = {}
    for box in boxes:
        rows.setdefault(box.top, []).append(box)
    return [sorted(row, key=lambda box: box.left) for row in rows.values()]
