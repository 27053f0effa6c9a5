"""A map with the stages that it takes from its baseline (`same: true`) put in."""

from __future__ import annotations

from dataclasses import replace

from cjm.model.stage import Stage
from cjm.workspace.workspace import Map, Workspace

_LONGEST_CHAIN = 20


def whole(map: Map, workspace: Workspace) -> Map:
    """Return `map` with each stage that is as the baseline has it replaced by the baseline's.

    A stage that no baseline has stays as it is written.
    """
    found = _taken(map, workspace)
    stages = tuple(
        found[index][1] if index in found else stage
        for index, stage in enumerate(map.journey.stages)
    )
    if stages == map.journey.stages:
        return map
    return replace(map, journey=map.journey.model_copy(update={"stages": stages}))


def homes(map: Map, workspace: Workspace) -> dict[int, str]:
    """Return the paths of the files that stages are taken from, by the stages' positions.

    What such a stage names by its path is relative to that file.
    """
    return {index: home.path for index, (home, _) in _taken(map, workspace).items()}


def _taken(map: Map, workspace: Workspace) -> dict[int, tuple[Map, Stage]]:
    """Return the stages that stand in for those of `map`, each with its map."""
    found = (
        (index, _from_baseline(map, index, workspace))
        for index, stage in enumerate(map.journey.stages)
        if stage.same
    )
    return {index: taken for index, taken in found if taken is not None}


def _from_baseline(map: Map, index: int, workspace: Workspace) -> tuple[Map, Stage] | None:
    """Return the stage of the chain of baselines that has the id of the stage `index` of `map`."""
    wanted = map.ids.of.get(("stages", index), "")
    at: Map | None = map
    for _ in range(_LONGEST_CHAIN):
        at = workspace.references(at).baseline() if at is not None else None
        route = at.ids.find("places", wanted) if at is not None else None
        if at is not None and route is not None and len(route) == 2:
            found = at.journey.stages[int(route[1])]
            if not found.same:
                return at, found
    return None
