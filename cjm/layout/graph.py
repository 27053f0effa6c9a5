"""Graphs of boxes in ranks, as Graphviz is told of them, and where it says that the boxes stand.

Only numbers go in: nodes are called `n0`, `n1`, …, have fixed sizes and no words, so no text of a map
ever reaches the engine. What comes back is counted against what was sent: an engine that gives up
midway answers with an empty picture and no error.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass

from cjm.errors import UndrawableError

POINTS = 72.0
"""Points to an inch; a px of ours is a point of Graphviz."""

Position = tuple[float, float]
"""x and y in px, y down."""


class PlacingError(UndrawableError):
    """Graphviz gave up, or lost something."""


@dataclass(frozen=True, slots=True)
class Box:
    """A node: a box of fixed size, in px; boxes of one `group` are kept on a straight line."""

    width: float
    height: float
    group: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An edge from one box to another by index; a heavier one is kept shorter and straighter."""

    start: int
    end: int
    weight: int = 1


@dataclass(frozen=True)
class Graph:
    """Boxes in ranks from left to right, and links between neighbouring ranks.

    Attributes:
        boxes: A link and a rank name them by index.
        ranks: The boxes of each rank; every box stands in one.
        gap: Px between two boxes of a rank.
    """

    boxes: tuple[Box, ...]
    links: tuple[Link, ...]
    ranks: tuple[tuple[int, ...], ...]
    gap: float = 16


def dot_of(graph: Graph) -> str:
    """Return `graph` in the DOT language: numbers and names of our own, nothing else."""
    return "\n".join(["digraph {", *_statements(graph), "}"])


def _statements(graph: Graph) -> Iterator[str]:
    yield f"graph [rankdir=LR, splines=false, nodesep={_inches(graph.gap)}, ranksep=0.3];"
    yield 'node [shape=box, fixedsize=true, label=""];'
    yield "edge [arrowhead=none];"
    for index, box in enumerate(graph.boxes):
        group = f", group={box.group}" if box.group.isalnum() else ""
        yield f"n{index} [width={_inches(box.width)}, height={_inches(box.height)}{group}];"
    for rank in graph.ranks:
        yield "{rank=same; " + "; ".join(f"n{index}" for index in rank) + "}"
    for link in graph.links:
        yield f"n{link.start} -> n{link.end} [weight={link.weight}];"


def _inches(px: float) -> str:
    return f"{max(px, 1) / POINTS:.4f}"


def positions_in(answer: bytes, count: int) -> tuple[Position, ...]:
    """Read the middle of each node from an answer; every node that was sent has to be there."""
    try:
        objects = json.loads(answer).get("objects", ())
        found = {each["name"]: each["pos"].split(",") for each in objects if "pos" in each}
        places = [found[f"n{index}"] for index in range(count)]
        positions = tuple((float(x), -float(y)) for x, y in places)
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise PlacingError(
            f"Graphviz did not say where each of {count} boxes stands",
            help="this is a mistake in cjm or Graphviz; 'cjm doctor' shows which engine is in use",
        ) from error
    if not all(math.isfinite(value) for position in positions for value in position):
        raise PlacingError("Graphviz gave a place that is no number")
    return positions
