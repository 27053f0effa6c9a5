"""Which paper a map is printed on: the smallest that holds all of it, still large enough to read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

SIZES = ((297, 210), (420, 297), (594, 420), (841, 594), (1189, 841))
"""A4 to A0 (ISO 216), lying, in mm."""

READABLE = 0.6
"""No map is printed smaller than this, unless the largest paper asks for it."""

MARGIN, PX_PER_MM = 10, 96 / 25.4

UNSURE = 1.03
"""Browsers may set a map this much higher than was worked out."""


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

    What fits on no paper as a whole is laid over pages of one that is wide enough.
    """
    wholes = (paper for paper in _papers(width, height) if paper.scale >= READABLE)
    wide = (Paper(*size, min(1.0, _room(size[0]) / width)) for size in SIZES)
    wide_enough = (paper for paper in wide if paper.scale >= READABLE)
    largest = Paper(*SIZES[-1], min(1.0, _room(SIZES[-1][0]) / width))
    return next(chain(wholes, wide_enough), largest)


def _papers(width: float, height: float) -> list[Paper]:
    """Return all papers, lying and standing, on which a map fits as a whole."""
    sizes = [size for long, short in SIZES for size in ((long, short), (short, long))]
    return [
        Paper(*size, min(1.0, _room(size[0]) / width, _room(size[1]) / (height * UNSURE)))
        for size in sizes
    ]


def _room(length: int) -> float:
    return (length - 2 * MARGIN) * PX_PER_MM
