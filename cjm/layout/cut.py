"""Cuts the curve of a map where it is folded; each part knows what comes before and after it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from cjm.sheet.sheet import Curve, FeelingWord, Gain, Line, Point


def cut_curve(curve: Curve, starts: Sequence[int]) -> list[Curve | None]:
    """Return the part of `curve` in each band; `None` where nothing of it stands.

    A strand that leaves a band holds two points more on that side: the one it runs to, and the one
    that decides how steeply it arrives there.

    Args:
        curve: Of a whole map; positions stay columns of that map.
        starts: First column of each band.
    """
    lines = [_cut_line(line, starts) for line in curve.lines]
    expected = _cut_line(curve.expectation or Line("", ()), starts)
    words: list[list[FeelingWord]] = [[] for _ in starts]
    for word in curve.words:
        words[_band(word.at, starts)].append(word)
    stages = _cut_stages(curve.stages, starts)
    before = [_cut_line(line, starts) for line in curve.before]
    gains: list[list[Gain]] = [[] for _ in starts]
    for gain in curve.gains:
        gains[_band(gain.at, starts)].append(gain)
    found: list[Curve | None] = []
    for band in range(len(starts)):
        parts = [line[band] for line in lines]
        past = [line[band] for line in before]
        felt = (*parts, *past, expected[band])
        says = words[band] or stages[band] or any(each.says for each in felt)
        expectation = expected[band].line
        part = Curve(
            tuple(each.line for each in parts),
            tuple(words[band]),
            expectation if expectation.points else None,
            tuple(stages[band]),
            tuple(each.line for each in past),
            tuple(gains[band]),
        )
        found.append(part if says else None)
    return found


class _Part(NamedTuple):
    """A line in one band.

    Attributes:
        says: Whether one of its points stands in the band.
    """

    line: Line
    says: bool


def _band(at: float, starts: Sequence[int]) -> int:
    return bisect_right(starts, at) - 1


def _cut_line(line: Line, starts: Sequence[int]) -> list[_Part]:
    bands = [_band(point.at, starts) for point in line.points]
    strands: list[list[Sequence[int]]] = [[] for _ in starts]
    for strand in line.strands or (tuple(range(len(line.points))),):
        for band, piece in _cut_strand(strand, bands):
            strands[band].append(piece)
    here: list[list[int]] = [[] for _ in starts]
    for index, band in enumerate(bands):
        here[band].append(index)
    return [
        _Part(_picked(line, own, held), bool(own)) for own, held in zip(here, strands, strict=True)
    ]


def _cut_strand(strand: Sequence[int], bands: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield for each band that a strand passes its points there, and two more at open ends."""
    reach: dict[int, tuple[int, int]] = {}
    for at, index in enumerate(strand):
        reach[bands[index]] = (reach.get(bands[index], (at, at))[0], at)
    for at, (one, other) in enumerate(pairwise(strand)):
        for band in range(bands[one], bands[other] + 1) if bands[one] != bands[other] else ():
            first, last = reach.get(band, (at, at + 1))
            reach[band] = (min(first, at), max(last, at + 1))
    for band, (first, last) in reach.items():
        before = first - 1 if bands[strand[first]] < band else first
        after = last + 1 if bands[strand[last]] > band else last
        yield band, strand[max(0, before) : after + 1]


def _picked(line: Line, own: Sequence[int], strands: Sequence[Sequence[int]]) -> Line:
    """Return a line of some of the points of another."""
    kept = sorted({*own, *chain.from_iterable(strands)})
    places = {index: place for place, index in enumerate(kept)}
    return line._replace(
        points=tuple(line.points[index] for index in kept),
        strands=tuple(tuple(places[index] for index in strand) for strand in strands),
    )


def _cut_stages(points: Sequence[Point], starts: Sequence[int]) -> list[list[Point]]:
    """Return the feelings of whole stages in each band; only the first part has its words."""
    found: list[list[Point]] = [[] for _ in starts]
    for point in points:
        first, last = _band(point.start, starts), _band(point.end - 1, starts)
        for band in range(first, last + 1):
            found[band].append(point if band == first else point._replace(number="", label=""))
    return found
