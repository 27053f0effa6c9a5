"""The ways through the columns of a journey: the main path, and those over alternative steps.

Steps that share a predecessor are alternatives, unless one leads to the other. An alternative
without `next` leads to the first step after the last alternative.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

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


def _path_from(start: int, ways: Mapping[int, Sequence[int]], seen: set[int]) -> Path:
    path = [start]
    while ways[path[-1]]:
        path.append(ways[path[-1]][0])
        if path[-1] in seen:
            break
    return tuple(path)


def _forward_ways(columns: Sequence[Column], references: References) -> dict[int, list[int]]:
    """Return column → the columns it leads to on the right, the one most customers take first."""
    written = {column.index: _targets(column, columns, references) for column in columns}
    after = {
        sibling: max(siblings) + 1
        for siblings in written.values()
        if len(siblings) > 1
        for sibling in siblings
    }
    ways: dict[int, list[int]] = {}
    for column in columns:
        default = after.get(column.index, column.index + 1)
        following = [default] if default < len(columns) else []
        ways[column.index] = written[column.index] if column.step.next else following
    return {index: _alternatives(targets, ways) for index, targets in ways.items()}


def _targets(column: Column, columns: Sequence[Column], references: References) -> list[int]:
    shares: dict[int, float] = {}
    for way in column.step.next:
        route = references.step(way.to) if way.to else None
        found = next((each for each in columns if route in (each.route, each.stage_route)), None)
        if found is not None and found.index > column.index:
            shares.setdefault(found.index, way.share if way.share is not None else -1.0)
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
