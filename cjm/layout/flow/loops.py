"""Ways back: straight below or above all that stands between, the shortest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cjm.layout.flow.net import Loop, Net
from cjm.layout.labels import Box

FIRST, STEP, LANES = 14.0, 5.0, 3
"""How far from a card the first upright stretch runs, the next ones, and how many stand apart."""

CLEAR = 9.0
"""Between a way back and what it passes."""

ABOVE = 1.5
"""A way back above is worth it where it would be so much longer below."""


_TOUCH = 0.01


@dataclass(frozen=True, slots=True)
class PlacedLoop:
    """A way back with its place.

    Attributes:
        level: y of its level stretch.
        right: x of the upright stretch beside its start.
        left: x of the one beside its end.
        label_at: Middle of its label.
        box: What it takes.
    """

    loop: Loop
    level: float
    right: float
    left: float
    label_at: float
    box: Box


def placed_loops(
    net: Net, left: Sequence[float], right: Sequence[float], ys: Sequence[float], boxes: list[Box]
) -> Iterator[PlacedLoop]:
    """Yield the ways back of a row; each takes room that those after it leave free."""
    taken = list(boxes)
    lanes: dict[tuple[int, int], int] = {}
    spans = sorted(net.loops, key=lambda loop: _span(net, loop))
    for loop in spans:
        start, end = net.nodes[loop.start], net.nodes[loop.end]
        out = right[start.rank] + _lane(lanes, (start.rank, 1))
        back = left[end.rank] - _lane(lanes, (end.rank, -1))
        half = max(8.0, loop.chip.height / 2 if loop.chip is not None else 0.0) + CLEAR
        level = _level(ys[loop.start], ys[loop.end], half, back, out, taken)
        box = Box(back, level - half, out, level + half)
        taken.append(box)
        middle = (left[start.rank] + right[start.rank]) / 2
        yield PlacedLoop(loop, level, out, back, middle, box)


def _span(net: Net, loop: Loop) -> tuple[int, int, int]:
    start, end = net.nodes[loop.start].rank, net.nodes[loop.end].rank
    return (start - end, loop.edge.start, loop.edge.end)


def _lane(lanes: dict[tuple[int, int], int], at: tuple[int, int]) -> float:
    """Return how far from a rank's edge the next upright stretch there runs."""
    number = lanes.get(at, 0)
    lanes[at] = number + 1
    return FIRST + STEP * (number % LANES)


def _level(
    start: float, end: float, half: float, left: float, right: float, taken: Sequence[Box]
) -> float:
    """Return the nearest level at which nothing stands between `left` and `right`."""
    between = [box for box in taken if box.left < right and left < box.right]
    levels = [box.foot + half for box in between] + [box.top - half for box in between]
    free = [
        level
        for level in levels
        if not any(
            box.top < level + half - _TOUCH and level - half + _TOUCH < box.foot for box in between
        )
    ]

    def cost(level: float) -> tuple[float, float]:
        length = abs(level - start) + abs(level - end)
        return (length * (ABOVE if level < min(start, end) else 1.0), level)

    return min(free, key=cost, default=max(start, end) + half)
