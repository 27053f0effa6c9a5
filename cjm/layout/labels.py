"""Finds places for labels beside a curve where they cover neither it nor each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, from its left and top to its right and foot."""

    left: float
    top: float
    right: float
    foot: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.foot
            and other.top < self.foot
        )


@dataclass
class Surroundings:
    """What labels should not cover.

    Attributes:
        traces: Positions along curves: x and y.
        boxes: Faces, and labels that have their place.
    """

    traces: Sequence[tuple[float, float]]
    boxes: list[Box] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.traces = sorted(self.traces)
        self._xs = [x for x, _ in self.traces]

    def best(self, candidates: Iterable[Box]) -> Box | None:
        """Return the first of the candidates that cover least, or `None` where all cover a box.

        The one that is returned is remembered as taken.
        """
        ranked = [(self._covered(box), index, box) for index, box in enumerate(candidates)]
        free = [each for each in ranked if not any(map(each[2].overlaps, self.boxes))]
        if not free:
            return None
        chosen = min(free, key=lambda each: each[:2])[2]
        self.boxes.append(chosen)
        return chosen

    def is_crossed(self, box: Box) -> bool:
        """Whether a curve runs through `box`."""
        return self._covered(box) > 0

    def _covered(self, box: Box) -> int:
        low, high = bisect_left(self._xs, box.left), bisect_right(self._xs, box.right)
        return sum(1 for _, y in self.traces[low:high] if box.top < y < box.foot)
