"""Finds places for labels beside curves where they cover neither a curve nor each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm.layout.curve import Trace


class Box(NamedTuple):
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


SHELF = 96.0
"""Everything is kept by the shelf that it stands on, so that only what is near is looked at; px."""


class Surroundings:
    """What labels must not cover: curves, faces, and labels that have their place."""

    def __init__(self, traces: Iterable[Trace], boxes: Iterable[Box] = ()) -> None:
        self._traces: dict[int, list[Trace]] = {}
        self._boxes: dict[int, list[Box]] = {}
        for trace in traces:
            for shelf in _shelves(trace.left, trace.right):
                self._traces.setdefault(shelf, []).append(trace)
        for box in boxes:
            self.take(box)

    def take(self, box: Box) -> None:
        """Remember that `box` is taken."""
        for shelf in _shelves(box.left, box.right):
            self._boxes.setdefault(shelf, []).append(box)

    def place(self, candidates: Iterable[Box]) -> Box | None:
        """Take the first of the candidates that is free, and return it; `None` where none is."""
        for box in candidates:
            if self.is_free(box):
                self.take(box)
                return box
        return None

    def is_free(self, box: Box) -> bool:
        """Whether `box` covers no other and no curve runs through it."""
        if not self.is_clear(box):
            return False
        _, highest, _, lowest = box
        for top, foot in self.reaches(box.left, box.right):
            if top < lowest and highest < foot:
                return False
        return True

    def is_clear(self, box: Box) -> bool:
        """Whether `box` covers no other; curves may run through it."""
        for shelf in _shelves(box.left, box.right):
            for other in self._boxes.get(shelf, ()):
                if box.overlaps(other):
                    return False
        return True

    def reaches(self, left: float, right: float) -> Iterator[tuple[float, float]]:
        """Yield the least and the greatest y of each curve between two x."""
        seen: set[int] = set()
        for shelf in _shelves(left, right):
            for trace in self._traces.get(shelf, ()):
                if id(trace) not in seen:
                    seen.add(id(trace))
                    reach = trace.reach(left, right)
                    if reach is not None:
                        yield reach


def _shelves(left: float, right: float) -> range:
    return range(int(left // SHELF), int(right // SHELF) + 1)
