"""The ways through the columns of a journey: the main path, and those over alternative steps.

Steps that share a predecessor are alternatives, unless one leads to the other. An alternative
without `next` leads to the first step after the last alternative. A `next` that leads back, to an
earlier step or to the step itself, is a loop and makes no alternative.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from cjm.findings import Route
from cjm.model.walk import Column
from cjm.workspace.references import References

Path = tuple[int, ...]


def paths_through(
    columns: Sequence[Column], references: References, taken: Container[int] | None = None
) -> tuple[Path, ...]:
    """Return paths as indices of columns, from left to right; the first is the main one.

    Every column stands in at least one path. A further path begins where it leaves an earlier one
    and ends where it joins one again. Ways back are passed over.

    Args:
        columns: Those of the whole journey.
        references: Where `next` leads.
        taken: Columns of the steps that a persona takes; the main path goes that way where it can.
    """
    if not any(column.step.next for column in columns):
        return (tuple(range(len(columns))),) if columns else ()
    ways = _forward_ways(columns, references)
    if taken is not None:
        ways = {
            column: sorted(targets, key=lambda target: target not in taken)
            for column, targets in ways.items()
        }
    paths: list[Path] = []
    seen: set[int] = set()
    for column in range(len(columns)):
        if column not in seen:
            path = _path_from(column, ways, seen)
            before = next((left for left in sorted(seen) if column in ways[left]), None)
            paths.append(path if before is None else (before, *path))
            seen.update(path)
    return tuple(paths)


def unwritten_ways(columns: Sequence[Column], references: References) -> dict[int, list[int]]:
    """Return column → where it leads if its step has no `next`: one column, or none at the end."""
    return _unwritten(_written(columns, references))


def columns_by_route(columns: Sequence[Column]) -> dict[Route, int]:
    """Return route of a step, or of a stage, which stands for its first step → column."""
    found: dict[Route, int] = {}
    for column in columns:
        found.setdefault(column.route, column.index)
        found.setdefault(column.stage_route, column.index)
    return found


def _path_from(start: int, ways: Mapping[int, Sequence[int]], seen: set[int]) -> Path:
    path = [start]
    while ways[path[-1]]:
        path.append(ways[path[-1]][0])
        if path[-1] in seen:
            break
    return tuple(path)


def _forward_ways(columns: Sequence[Column], references: References) -> dict[int, list[int]]:
    """Return column → the columns it leads to on the right, the one most customers take first."""
    written = _written(columns, references)
    unwritten = _unwritten(written)
    ways = {
        column.index: written[column.index] if column.step.next else unwritten[column.index]
        for column in columns
    }
    return {index: _alternatives(targets, ways) for index, targets in ways.items()}


def _unwritten(written: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """Return where each column leads if it does not say so: on, or past its alternatives."""
    after = {
        sibling: run[-1] + 1
        for siblings in written.values()
        for run in _runs(siblings)
        for sibling in run
    }
    following = {index: after.get(index, index + 1) for index in written}
    return {index: [next] if next < len(written) else [] for index, next in following.items()}


def _runs(siblings: Iterable[int]) -> Iterator[list[int]]:
    """Yield the columns that stand side by side.

    One that another step follows goes on to it: alternatives that it comes to in the end are none,
    and what lies between is optional.
    """
    run: list[int] = []
    for column in sorted(siblings):
        if run and run[-1] + 1 != column:
            yield run
            run = []
        run.append(column)
    if run:
        yield run


def _written(columns: Sequence[Column], references: References) -> dict[int, list[int]]:
    """Return column → where its `next` leads forward; ways back are no part of a path."""
    at = columns_by_route(columns)
    return {column.index: _targets(column, at, references) for column in columns}


def _targets(column: Column, at: Mapping[Route, int], references: References) -> list[int]:
    shares: dict[int, float] = {}
    for way in column.step.next:
        route = references.step(way.to) if way.to else None
        found = at.get(route) if route is not None else None
        if found is not None and found > column.index:
            shares.setdefault(found, way.share if way.share is not None else -1.0)
    return sorted(shares, key=lambda index: (-shares[index], index))


def _alternatives(targets: list[int], ways: Mapping[int, Sequence[int]]) -> list[int]:
    """Leave out what another of `targets` leads to: what lies between is optional."""
    if len(targets) < 2:
        return targets
    beyond = {target: _reached(target, ways) for target in targets}
    return [
        target
        for target in targets
        if not any(target in beyond[other] for other in targets if other != target)
    ]


def _reached(start: int, ways: Mapping[int, Sequence[int]]) -> set[int]:
    reached: set[int] = set()
    waiting = list(ways[start])
    while waiting:
        column = waiting.pop()
        if column not in reached:
            reached.add(column)
            waiting.extend(ways[column])
    return reached
