"""Which of many go with which: the pairs whose likeness is largest in all."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_ALONE = 0.0
"""What it is worth to stay without a partner: a pair is made where it is worth more."""


def assign(likeness: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """Return row → column of the pairs that are worth most together; each is in one pair at most.

    Exact, by shortest augmenting paths over the pairs given alone (Jonker and Volgenant, "A shortest
    augmenting path algorithm for dense and sparse linear assignment problems", 1987): a row that
    nothing is like costs nothing, and 2,000 rows with a dozen candidates each take about a second.

    Args:
        likeness: For each row, column → worth of the pair, above 0.
    """
    solver = _Solver([dict(sorted(row.items())) for row in likeness])
    for row in range(len(likeness)):
        solver.place(row)
    return dict(sorted(solver.column_of.items()))


@dataclass
class _Solver:
    """The pairs so far, and prices that keep them best.

    Columns below 0 are the places of those who stay alone: −1 − row is that of `row`.
    """

    likeness: list[dict[int, float]]
    column_of: dict[int, int] = field(default_factory=dict)
    place_of: dict[int, int] = field(default_factory=dict)
    row_of: dict[int, int] = field(default_factory=dict)
    price: dict[int, float] = field(default_factory=dict)
    most: float = field(init=False)

    def __post_init__(self) -> None:
        self.most = max((worth for row in self.likeness for worth in row.values()), default=0.0)

    def place(self, row: int) -> None:
        """Give `row` a column, moving others along the cheapest chain."""
        best: dict[int, float] = {}
        came: dict[int, int] = {}
        settled: dict[int, float] = {}
        waiting: list[tuple[float, int]] = []
        at, length = row, 0.0
        while True:
            offset = length - self._own_cost(at)
            for column, cost in self._costs(at):
                reached = offset + cost - self.price.get(column, 0.0)
                if column not in settled and reached < best.get(column, _FAR):
                    best[column], came[column] = reached, at
                    heapq.heappush(waiting, (reached, column))
            while True:
                length, column = heapq.heappop(waiting)
                if column not in settled and length <= best[column]:
                    break
            settled[column] = length
            if column not in self.row_of:
                break
            at = self.row_of[column]
        self._settle(row, column, came, settled, length)

    def _settle(
        self, row: int, end: int, came: dict[int, int], settled: dict[int, float], length: float
    ) -> None:
        for column, reached in settled.items():
            self.price[column] = self.price.get(column, 0.0) + reached - length
        column = end
        while True:
            at = came[column]
            before = self.place_of.get(at)
            self.row_of[column] = at
            if column >= 0:
                self.column_of[at] = column
            else:
                self.column_of.pop(at, None)
            self.place_of[at] = column
            if at == row:
                return
            assert before is not None
            column = before

    def _own_cost(self, row: int) -> float:
        """Return what the pair of `row` costs now, prices included: 0 for one without a pair."""
        column = self.place_of.get(row)
        if column is None:
            return 0.0
        return self._cost(row, column) - self.price.get(column, 0.0)

    def _costs(self, row: int) -> list[tuple[int, float]]:
        costs = [(column, self.most - worth) for column, worth in self.likeness[row].items()]
        costs.append((-1 - row, self.most - _ALONE))
        return costs

    def _cost(self, row: int, column: int) -> float:
        return self.most - (self.likeness[row][column] if column >= 0 else _ALONE)


_FAR = float("inf")
