"""Cells side by side: each in the first row where its columns are free."""

from __future__ import annotations

from collections.abc import Iterable

from cjm.sheet.sheet import Cell


def side_by_side(cells: Iterable[Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of cells that do not overlap, each row from left to right."""
    rows: list[list[Cell]] = []
    taken: list[set[int]] = []
    for cell in cells:
        span = range(cell.start, cell.end)
        free = next((row for row, held in enumerate(taken) if held.isdisjoint(span)), len(rows))
        if free == len(rows):
            rows.append([])
            taken.append(set())
        rows[free].append(cell)
        taken[free].update(span)
    return tuple(tuple(sorted(row, key=lambda cell: cell.start)) for row in rows)
