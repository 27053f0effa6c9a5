"""Cells side by side: each in the first row where its columns are free."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from cjm.sheet.sheet import Cell


def side_by_side(cells: Iterable[Cell]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows of cells that do not overlap, each row from left to right."""
    rows: list[tuple[list[Cell], set[int]]] = []
    for cell in cells:
        span = range(cell.start, cell.end)
        for row in rows:
            if row[1].isdisjoint(span):
                break
        else:
            row = ([], set())
            rows.append(row)
        row[0].append(cell)
        row[1].update(span)
    return tuple(tuple(sorted(row, key=attrgetter("start"))) for row, _ in rows)
