"""In which column each step stands, which steps hang below another, and where rows are folded.

A way forward leads at least one column on, a way back does not count, and a stage begins in a column
after all of the stage before: so stages are bands side by side that never overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cjm.sheet.flow_parts import Flow

WIDEST_ROW = 1616.0
"""Room for a row in a sheet of 1632 px, which a page of 1680 px holds."""


@dataclass(frozen=True)
class Columns:
    """Where the steps of a flow stand.

    Attributes:
        of: Card → column; of a hung card that of its host.
        stages: Column → index of the stage.
        hung: Card that hangs below another → that one.
    """

    of: tuple[int, ...]
    stages: tuple[int, ...]
    hung: dict[int, int]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self.stages)


def columns_of(flow: Flow) -> Columns:
    """Return where the steps of `flow` stand."""
    hung = _hung(flow)
    of = [0] * len(flow.cards)
    first = 0
    for stage in flow.stages:
        for card in range(stage.start, stage.end):
            if card not in hung:
                starts = (flow.edges[at].start for at in flow.arriving[card])
                before = [of[each] + 1 for each in starts if each < card and each not in hung]
                of[card] = max([first, *before])
        first = max(of[stage.start : stage.end], default=first - 1) + 1
    for card, host in hung.items():
        of[card] = of[host]
    stages = [0] * (max(of, default=-1) + 1)
    for card, column in enumerate(of):
        stages[column] = flow.cards[card].stage
    return Columns(tuple(of), tuple(stages), hung)


def _hung(flow: Flow) -> dict[int, int]:
    """Return the side trips: steps that lead from one step and back to it, and nowhere else."""
    main, hosts = frozenset(flow.main), set[int]()
    hung: dict[int, int] = {}
    for card, each in enumerate(flow.cards):
        arriving, leaving = flow.arriving[card], flow.leaving[card]
        if len(arriving) != 1 or len(leaving) != 1:
            continue
        host = flow.edges[arriving[0]].start
        is_trip = flow.edges[leaving[0]].end == host and host < card and card not in main
        is_free = host not in flow.ends_at and host not in hung and host not in hosts
        if is_trip and is_free and each.stage == flow.cards[host].stage:
            hung[card] = host
            hosts.add(host)
    return hung


def rows_of(columns: Columns, widths: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Return the columns of each row, as few rows as there can be, of like widths, cut at stages.

    Args:
        columns: All of them.
        widths: Of each column with the gap after it.
        room: What a row may take.
    """
    count = columns.count
    if not count:
        return []
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, count + 1):
        found: list[tuple[float, int]] = []
        for start in range(end - 1, -1, -1):
            width = sum(widths[start:end])
            if width > room and end - start > 1:
                break
            is_cut = start > 0 and columns.stages[start - 1] == columns.stages[start]
            cost = _ROW + (1 - width / room) ** 2 + (_CUT_STAGE if is_cut else 0.0)
            found.append((best[start][0] + cost, start))
        best.append(min(found))
    rows: list[tuple[int, int]] = []
    end = count
    while end:
        rows.append((best[end][1], end))
        end = best[end][1]
    return rows[::-1]


_ROW, _CUT_STAGE = 1.0, 0.5
