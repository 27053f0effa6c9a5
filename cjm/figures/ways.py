"""Every way through a journey: from which column to which, and where ways end; with their shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from cjm.figures.paths import columns_by_route, unwritten_ways
from cjm.findings import Route
from cjm.model.stage import Next
from cjm.model.values import fold
from cjm.model.walk import Column
from cjm.workspace.references import References

WayKind: TypeAlias = Literal["step", "end", "exit"]


class Way(NamedTuple):
    """One way on from a column.

    Attributes:
        start: The column it leaves.
        end: The column it comes to; `None` where it ends the journey.
        kind: To a step, to the goal (`end`), or out (`exit`).
        next: As it is written; `None` where the step has no `next`.
        route: Of `next`, or of the step.
    """

    start: int
    end: int | None
    kind: WayKind
    next: Next | None
    route: Route

    @property
    def share(self) -> float | None:
        """Per cent of the customers at the step, as written."""
        return self.next.share if self.next is not None else None


@dataclass(frozen=True)
class Passing:
    """How many of all customers go each way.

    Attributes:
        ways: Per cent of all customers who set out, for each way in its order; one who goes round
            counts each time.
        is_known: Whether each share at each fork is written, they add up, and all set out at the first
            column.
    """

    ways: tuple[float, ...]
    is_known: bool


def ways_of(columns: Sequence[Column], references: References) -> tuple[Way, ...]:
    """Return the ways on from each column, in the order of the file; a `next` to nothing is none."""
    unwritten = unwritten_ways(columns, references)
    at = columns_by_route(columns)
    found: list[Way] = []
    for column in columns:
        if column.step.next:
            found.extend(_written(column, at, references))
        elif unwritten[column.index]:
            found.append(Way(column.index, unwritten[column.index][0], "step", None, column.route))
        else:
            found.append(Way(column.index, None, "end", None, column.route))
    return tuple(found)


def passing(ways: Sequence[Way], count: int) -> Passing | None:
    """Return how many of all customers go each way, all of them setting out at the first column.

    Where a share is not written, what the others leave is divided evenly. `None` where no share is
    written at all, or where customers go round without end.
    """
    if all(way.share is None for way in ways):
        return None
    leaving: list[list[int]] = [[] for _ in range(count)]
    for index, way in enumerate(ways):
        leaving[way.start].append(index)
    parts, is_known = _parts(ways, leaving)
    # Who sets out at another step is not counted, so that the parts are not those of all.
    is_known = is_known and {way.end for way in ways} >= set(range(1, count))
    sources: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for index, way in enumerate(ways):
        if way.end is not None:
            sources[way.end].append((way.start, parts[index]))
    arriving = _arriving(sources)
    if arriving is None:
        return None
    return Passing(tuple(arriving[way.start] * parts[at] for at, way in enumerate(ways)), is_known)


def _arriving(sources: Sequence[Sequence[tuple[int, float]]]) -> list[float] | None:
    """Return how many come to each column: round after round (Gauss-Seidel), until none changes.

    Ways forward are done after one round; a way back takes as many as there are who go round.
    """
    arriving = [0.0] * len(sources)
    for _ in range(_MOST_ROUNDS):
        change = 0.0
        for column, several in enumerate(sources):
            coming = sum(arriving[start] * part for start, part in several)
            new = coming + (0.0 if column else 100.0)
            change = max(change, abs(new - arriving[column]))
            arriving[column] = new
        if change < _EXACT:
            return arriving
    return None


_MOST_ROUNDS, _EXACT = 2000, 1e-6


def _written(column: Column, at: Mapping[Route, int], references: References) -> Iterator[Way]:
    for index, way in enumerate(column.step.next):
        route = (*column.route, "next", index)
        kind = fold(way.to) if way.to else ""
        if kind == "end":
            yield Way(column.index, None, "end", way, route)
        elif kind == "exit":
            yield Way(column.index, None, "exit", way, route)
        elif way.to:
            named = references.step(way.to)
            target = at.get(named) if named is not None else None
            if target is not None:
                yield Way(column.index, target, "step", way, route)


def _parts(ways: Sequence[Way], leaving: Sequence[Sequence[int]]) -> tuple[list[float], bool]:
    """Return the part of a column's customers that goes each way, 0…1, and whether all is written."""
    parts = [0.0] * len(ways)
    is_known = True
    for several in leaving:
        written = [ways[index].share for index in several]
        told = sum(share for share in written if share is not None)
        silent = sum(share is None for share in written)
        rest = max(0.0, 100 - told) / silent if silent else 0.0
        whole = max(told, 100.0)
        for index, share in zip(several, written, strict=True):
            parts[index] = (rest if share is None else share) / whole
        is_known = is_known and (len(several) < 2 or (not silent and abs(told - 100) < _ROUNDING))
        is_known = is_known and (len(several) != 1 or silent == 1 or told >= 100 - _ROUNDING)
    return parts, is_known


_ROUNDING = 1.5
"""Shares rounded to whole numbers may miss 100 by so much."""
