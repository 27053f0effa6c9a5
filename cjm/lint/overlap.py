"""Which maps tell of the same journey: they share most of their steps and touchpoints.

No map is held against every other one: only against the earlier ones with which it shares the most
names of steps. Of a name that very many maps have, the first ones stand for all.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cjm.lint.outline import Outline

_HOLDERS = 50
"""So many maps with a step of one name are remembered."""

_COMPARED = 20
"""So many maps is one compared with."""

_STEPS_ALONE = 0.8
"""Share of steps from which maps without touchpoints overlap."""

_FEWEST_ALONE = 4
"""Shared steps from which maps without touchpoints overlap."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two maps that overlap; of several pairs with one map, that with the most in common.

    Attributes:
        map: The later one, by its path.
        other: The earlier one.
        steps: How many steps they share.
        of: How many steps the smaller one has.
        touchpoints: How many touchpoints they share.
        more: How many further earlier maps the later one overlaps with.
    """

    map: Outline
    other: Outline
    steps: int
    of: int
    touchpoints: int
    more: int = 0


def overlaps(outlines: Sequence[Outline], least: float, fewest: float) -> list[Overlap]:
    """Return what overlaps, for each map at most one, in the order of the paths.

    Args:
        outlines: All maps.
        least: Share of the smaller map's steps, and of its touchpoints, 0…1.
        fewest: Steps in common.
    """
    maps = [_Named(each) for each in sorted(outlines, key=lambda each: each.path)
            if each.status != "archived" and len(each.steps) >= fewest]  # fmt: skip
    joined = _joined(outlines)
    found = []
    for later, earlier in _candidates(maps):
        several = [
            overlap
            for each in earlier
            if joined[each.map.path] != joined[later.map.path] and _tell_alike(each.map, later.map)
            for overlap in _compared(later, each, least, fewest)
        ]
        if several:
            found.append(replace(min(several, key=_order), more=len(several) - 1))
    return found


def _order(overlap: Overlap) -> tuple[float, int, str]:
    return -overlap.steps / overlap.of, -overlap.touchpoints, overlap.other.path


class _Named:
    """A map, and the names of all its steps."""

    def __init__(self, map: Outline) -> None:
        self.map = map
        self.names = frozenset().union(*map.steps)


def _candidates(maps: Sequence[_Named]) -> Iterator[tuple[_Named, list[_Named]]]:
    """Yield each map with the earlier ones that share names of steps with it, most of them first."""
    holders: dict[str, list[int]] = {}
    for position, map in enumerate(maps):
        shared: Counter[int] = Counter()
        for name in map.names:
            known = holders.get(name)
            if known is None:
                holders[name] = [position]
                continue
            shared.update(known)
            if len(known) < _HOLDERS:
                known.append(position)
        if shared:
            best = heapq.nsmallest(_COMPARED, shared.items(), key=lambda each: (-each[1], each[0]))
            yield map, [maps[each] for each, _ in best]


def _compared(map: _Named, other: _Named, least: float, fewest: float) -> Iterator[Overlap]:
    """Yield what two maps share, where that is enough."""
    small, large = (map, other) if len(map.map.steps) <= len(other.map.steps) else (other, map)
    steps = small.map.steps
    shared = sum(not large.names.isdisjoint(step) for step in steps)
    points = len(map.map.touchpoints & other.map.touchpoints)
    fewer = min(len(map.map.touchpoints), len(other.map.touchpoints))
    if fewer == 0:
        is_enough = shared >= max(_FEWEST_ALONE, fewest, max(_STEPS_ALONE, least) * len(steps))
    else:
        is_enough = shared >= max(fewest, least * len(steps)) and points >= least * fewer
    if is_enough:
        yield Overlap(map.map, other.map, shared, len(steps), points)


def _tell_alike(one: Outline, other: Outline) -> bool:
    """Whether nothing that two maps say of themselves explains why they run alike."""
    if one.type != other.type or (one.state or "current") != (other.state or "current"):
        return False
    if one.personas and other.personas and not one.personas & other.personas:
        return False
    theirs = dict(other.tags)
    return not any(
        name in theirs and values and theirs[name] and not values & theirs[name]
        for name, values in one.tags
    )


def _joined(outlines: Sequence[Outline]) -> dict[str, str]:
    """Return path → one path of all that are joined to it, by links of links too."""
    above = {each.path: each.path for each in outlines}

    def root(path: str) -> str:
        while above[path] != path:
            above[path] = above[above[path]]
            path = above[path]
        return path

    for each in outlines:
        for link in each.links:
            if link in above:
                above[root(each.path)] = root(link)
    return {path: root(path) for path in above}
