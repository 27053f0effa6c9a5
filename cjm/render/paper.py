"""Which paper a map is printed on: A3 lying, which every office has, unless it would be too small."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from math import ceil

SIZES = ((420, 297), (594, 420), (841, 594), (1189, 841))
"""A3 to A0 (ISO 216), lying, in mm."""

READABLE = 0.6
"""No map is printed smaller than this, unless the largest paper asks for it."""

LARGEST = 1.25
"""Nor is any printed larger than this, or than it is where it takes several pages."""

MARGIN, PX_PER_MM = 10, 96 / 25.4

UNSURE = 1.03
"""Browsers may set a map this much higher than was worked out."""

FILLED = 0.85
"""How much of a page is filled where rows stay whole and the names of steps stand on each."""

SPARING = 0.85
"""How much smaller a map may be printed than it could, to spare a page."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, and how a map is printed on it.

    Attributes:
        width: In mm.
        height: In mm.
        scale: Of the map.
    """

    width: int
    height: int
    scale: float


def paper_for(width: float, height: float) -> Paper:
    """Return the paper for a map of these sizes in px.

    It is the smallest on which the map is readable: on one page, or else laid over several of one
    that is wide enough. Rows are never cut.
    """
    papers = chain.from_iterable(_papers(size, width, height) for size in SIZES)
    largest = Paper(*SIZES[-1], _scale(SIZES[-1][0], width))
    return next((paper for paper in papers if paper.scale >= READABLE), largest)


def _papers(size: tuple[int, int], width: float, height: float) -> tuple[Paper, Paper]:
    """Return how a map is printed on one page, and how on several."""
    wide, high = _scale(size[0], width), _scale(size[1], height * UNSURE)
    return Paper(*size, min(wide, high)), Paper(*size, _filling(size[1], height, min(1.0, wide)))


def _filling(length: int, height: float, scale: float) -> float:
    """Return `scale`, or a little less where that spares a last page with little on it."""
    room = (length - 2 * MARGIN) * PX_PER_MM * FILLED
    pages = ceil(height * scale / room)
    less = (pages - 1) * room / height
    return less if less >= SPARING * scale else scale


def _scale(length: int, needed: float) -> float:
    """Return the scale at which `needed` px fit into `length` mm of paper."""
    return min(LARGEST, (length - 2 * MARGIN) * PX_PER_MM / needed)
