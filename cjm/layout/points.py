"""Where the faces of a curve stand: at their value, side by side where they would cover each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from cjm.layout.faces import RADIUS
from cjm.layout.grid import Grid
from cjm.layout.labels import Box
from cjm.sheet.sheet import Curve, Point

FEW, LOW, HIGH = 2, 34.0, 46.0
"""Height of one level of feeling, for so many curves, and for more."""


def level_of(curve: Curve) -> float:
    """Return the height of one level of feeling; the curves of many personas need more room."""
    return LOW if len(curve.lines) <= FEW else HIGH


APART = 2 * RADIUS + 3
"""Between the middles of two faces, at least."""


class Face(NamedTuple):
    """A point, where it is drawn; px, y from the zero line down.

    Attributes:
        line: The first whose point it is.
        lines: All whose point it is.
    """

    x: float
    y: float
    line: int
    point: Point
    lines: tuple[int, ...] = ()

    @property
    def box(self) -> Box:
        """What it covers."""
        reach = RADIUS + 1.5
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


def faces_of(curve: Curve, grid: Grid) -> list[Face]:
    """Return a face for each feeling that `grid` shows, once, line by line."""
    seen: dict[tuple[object, ...], int] = {}
    faces: list[Face] = []
    groups: dict[float, list[int]] = {}
    level = level_of(curve)
    for number, line in enumerate(curve.lines):
        for point in line.points:
            if not grid.holds(point.at):
                continue
            same = seen.setdefault(point.route, len(faces)) if point.route else len(faces)
            if same < len(faces):
                faces[same] = faces[same]._replace(lines=(*faces[same].lines, number))
                continue
            groups.setdefault(point.at, []).append(same)
            x, y = grid.middle(point.at), -point.level * level
            faces.append(Face(x, y, number, point, (number,)))
    for group in groups.values():
        group.sort(key=lambda index: faces[index].y)
        for cluster in _clusters(group, faces):
            for index, aside in zip(cluster, _asides(cluster, faces, grid), strict=True):
                if aside:
                    faces[index] = faces[index]._replace(x=faces[index].x + aside)
    return faces


def _clusters(group: Sequence[int], faces: Sequence[Face]) -> Iterator[list[int]]:
    """Yield those of one place that touch, from top to foot; `group` is in that order."""
    cluster = [group[0]]
    for one, other in pairwise(group):
        if faces[other].y - faces[one].y >= APART:
            yield cluster
            cluster = []
        cluster.append(other)
    yield cluster


def _asides(cluster: Sequence[int], faces: Sequence[Face], grid: Grid) -> list[float]:
    """Return how far each of a cluster moves aside, no further than its column reaches.

    They stand to the left and right in turn where that is enough, else all side by side.
    """
    count = len(cluster)
    if count == 1:
        return [0.0]
    point = faces[cluster[0]].point
    reach = grid.width(point.start, point.end) / 2 - RADIUS
    ys = [faces[index].y for index in cluster]
    if all(low - high >= APART for high, low in zip(ys, ys[2:], strict=False)):
        drop = min(low - high for high, low in pairwise(ys))
        aside = min(reach, sqrt(APART * APART - drop * drop) / 2)
        return [-aside if index % 2 == 0 else aside for index in range(count)]
    apart = min(APART, 2 * reach / (count - 1))
    places = {index: place for place, index in enumerate(sorted(cluster))}
    return [apart * (places[index] - (count - 1) / 2) for index in cluster]
