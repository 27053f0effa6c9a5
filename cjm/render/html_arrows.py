"""The arrows of a blueprint in a table: what each cell shows of one that comes, goes or passes."""

from __future__ import annotations

from collections.abc import Sequence

from cjm.layout.arrows import COMPANY, CUSTOMER, PASSED
from cjm.sheet.sheet import Lane

Arrows = dict[tuple[int, int], str]
"""Position of a lane and column → classes of the cell: `from`, `to`, `through`."""


def arrows_of(lanes: Sequence[Lane]) -> Arrows:
    """Return the arrows from what the customer does down to what that sets going.

    They lead from cell to cell of a column, and pass through empty ones only.
    """
    found: dict[tuple[int, int], set[str]] = {}
    open_: dict[int, list[int]] = {}
    for position, lane in enumerate(lanes):
        if lane.curve is not None:
            open_.clear()
        filled = {column for cell in lane.cells for column in range(cell.start, cell.end)}
        alone = {cell.start for cell in lane.cells if cell.end - cell.start == 1}
        for column in filled:
            passed = open_.pop(column, None)
            if passed is not None and lane.id in COMPANY and column in alone:
                found.setdefault((passed[0], column), set()).add("from")
                found.setdefault((position, column), set()).add("to")
                for each in passed[1:]:
                    found.setdefault((each, column), set()).add("through")
            if column in alone and lane.id in COMPANY | CUSTOMER | PASSED:
                open_[column] = [position]
        for passed in open_.values():
            if passed[-1] != position:
                passed.append(position)
    return {place: " ".join(sorted(kinds)) for place, kinds in found.items()}
