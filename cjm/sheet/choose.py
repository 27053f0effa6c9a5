"""Which lanes a map shows: those asked for, the journey's, the workspace's, or its type's preset."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from cjm.model.journey import Lane as OwnLane
from cjm.model.lanes import LANES, PRESETS, lane_key, lane_named
from cjm.model.stage import Stage
from cjm.sheet.lanes import SHOWN_BY
from cjm.sheet.view import Place, View, shown
from cjm.workspace.workspace import Map, Workspace


def chosen_lanes(
    map: Map, workspace: Workspace, lanes: Sequence[str] | None = None
) -> tuple[OwnLane, ...]:
    """Return the lanes to draw, in order, each once; presets stand for their lanes.

    A lane of the journey's own that says `after` goes there; where nothing else is listed, the
    preset of the journey's type is what it goes into.
    """
    listed = _listed(map, workspace, lanes)
    placed = [lane for lane in listed if lane.after is None]
    moved = [lane for lane in listed if lane.after is not None]
    if not placed:
        placed = [OwnLane(id=map.journey.type or "journey")]
    found: dict[tuple[str, bool], OwnLane] = {}
    for lane in placed:
        for each in _lanes_of(lane):
            found.setdefault(_which(each), each)
    order = list(found.values())
    for lane in moved:
        new = {_which(each): each for each in _lanes_of(lane) if _which(each) not in found}
        at = _index_after(order, str(lane.after))
        order[at:at] = new.values()
        found |= new
    return tuple(order)


def hidden_content(view: View, chosen: Sequence[OwnLane]) -> Iterator[str]:
    """Yield a sentence for each lane that is not known, and each kind of content that none shows."""
    ids = {str(lane.id) for lane in chosen}
    own = _own_lanes(view)
    drawn = {key for key, is_own in map(_which, chosen) if is_own}
    for lane in chosen:
        key, is_own = _which(lane)
        if is_own and lane.name is None and key not in own:
            yield f"there is no lane '{shown(str(lane.id))}'"
    for key in (*LANES, "duration", "wait", "feelings", "expectation"):
        places = 0 if key in _WORKED_OUT else _hidden_places(view, key, ids)
        if places:
            yield f"'{key}' ({_times(places)}) is not drawn: no lane that was chosen shows it"
    for key, (id, places) in own.items():
        if key not in drawn:
            lane_id = shown(id)
            yield f"lane '{lane_id}' ({_times(places)}) is not drawn: it is not among the lanes chosen"


_WORKED_OUT = frozenset({"stage", "step", "fails", "time", "owner", "resources", "performance"})
"""Lanes that no key of a step is named after."""


def _own_lanes(view: View) -> dict[str, tuple[str, int]]:
    """Return the journey's own lanes that have cells: key → `(id as first written, places)`."""
    found: dict[str, tuple[str, int]] = {}
    for place in view.places:
        for id in place.get("custom") or ():
            first, places = found.get(lane_key(id), (id, 0))
            found[lane_key(id)] = first, places + 1
    return found


def _hidden_places(view: View, key: str, ids: set[str]) -> int:
    """Return at how many places something stands under `key` that no lane of `ids` shows."""
    if not ids.isdisjoint(("goal",) if key == "goal" else SHOWN_BY.get(key, (key,))):
        return 0
    hidden = 0
    for place in view.places:
        # The journey's goal stands in the header, a stage's in the lane of stages too.
        if key == "goal" and (not place.route or _is_told_with_stages(place, ids)):
            continue
        hidden += _holds(place.item, key)
    return hidden


def _is_told_with_stages(place: Place, ids: set[str]) -> bool:
    return "stage" in ids and isinstance(place.item, Stage)


def _holds(item: object, key: str) -> bool:
    value = getattr(item, key, None)
    if isinstance(value, tuple):
        return any(getattr(each, "status", None) != "refuted" for each in value)
    return value is not None


def _times(places: int) -> str:
    return "1 place" if places == 1 else f"{places} places"


def _listed(map: Map, workspace: Workspace, lanes: Sequence[str] | None) -> list[OwnLane]:
    own = {lane_key(str(lane.id)): lane for lane in map.journey.lanes if lane.name is not None}
    if lanes:
        return [own.get(lane_key(id)) or OwnLane(id=id) for id in lanes]
    if map.journey.lanes:
        return list(map.journey.lanes)
    return [OwnLane(id=id) for id in workspace.settings.render.lanes]


def _lanes_of(lane: OwnLane) -> Iterator[OwnLane]:
    known = lane_named(str(lane.id)) if lane.name is None else None
    if known is None:
        yield lane
    elif known in PRESETS:
        yield from map(_shipped, PRESETS[known])
    else:
        yield _shipped(known)


@functools.cache
def _shipped(id: str) -> OwnLane:
    return OwnLane(id=id)


def _which(lane: OwnLane) -> tuple[str, bool]:
    """Return by what lanes are told apart: the id, and whether it is the journey's own."""
    is_own = lane.name is not None or lane_named(str(lane.id), LANES) is None
    return lane_key(str(lane.id)), is_own


def _index_after(order: Sequence[OwnLane], id: str) -> int:
    ids = [str(lane.id) for lane in order]
    known = lane_named(id, ids)
    return ids.index(known) + 1 if known is not None else len(order)
