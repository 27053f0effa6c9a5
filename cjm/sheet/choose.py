"""Which lanes a map shows: those asked for, the journey's, the workspace's, or its type's preset."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.model.journey import Lane as OwnLane
from cjm.model.stage import Stage
from cjm.sheet.lanes import LANES, PRESETS, SHOWN_BY
from cjm.sheet.view import View, shown
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
    found: dict[str, OwnLane] = {}
    for lane in placed:
        for each in _lanes_of(lane):
            found.setdefault(str(each.id), each)
    order = list(found.values())
    for lane in moved:
        if str(lane.id) not in found:
            order.insert(_index_after(order, str(lane.after)), lane)
    return tuple(order)


def hidden_content(view: View, chosen: Sequence[OwnLane]) -> Iterator[str]:
    """Yield a sentence for each lane that is not known, and each kind of content that none shows."""
    ids = {str(lane.id) for lane in chosen}
    own = _own_lanes(view)
    for lane in chosen:
        if lane.name is None and str(lane.id) not in LANES and str(lane.id) not in own:
            yield f"there is no lane '{shown(str(lane.id))}'"
    for key in (*LANES, "duration", "wait", "feelings", "expectation"):
        places = 0 if key in _WORKED_OUT else _hidden_places(view, key, ids)
        if places:
            yield f"'{key}' ({_times(places)}) is not drawn: no lane that was chosen shows it"
    for id, places in own.items():
        if id not in ids:
            lane_id = shown(id)
            yield f"lane '{lane_id}' ({_times(places)}) is not drawn: it is not among the lanes chosen"


_WORKED_OUT = frozenset({"stage", "step", "fails", "time", "owner", "resources", "performance"})
"""Lanes that no key of a step is named after."""


def _own_lanes(view: View) -> dict[str, int]:
    """Return the ids of the journey's own lanes that have cells → at how many places."""
    found: dict[str, int] = {}
    for place in view.places:
        for id in place.get("custom") or ():
            found[id] = found.get(id, 0) + 1
    return found


def _hidden_places(view: View, key: str, ids: set[str]) -> int:
    """Return at how many places something stands under `key` that no lane of `ids` shows."""
    hidden = 0
    for place in view.places:
        shown_by = SHOWN_BY.get(key, (key,))
        if key == "goal":
            if not place.route:  # the journey's goal stands in the header
                continue
            shown_by = ("goal", "stage") if isinstance(place.item, Stage) else ("goal",)
        hidden += _holds(place.item, key) and ids.isdisjoint(shown_by)
    return hidden


def _holds(item: object, key: str) -> bool:
    value = getattr(item, key, None)
    if isinstance(value, tuple):
        return any(getattr(each, "status", None) != "refuted" for each in value)
    return value is not None


def _times(places: int) -> str:
    return "1 place" if places == 1 else f"{places} places"


def _listed(map: Map, workspace: Workspace, lanes: Sequence[str] | None) -> list[OwnLane]:
    own = {str(lane.id): lane for lane in map.journey.lanes if lane.name is not None}
    if lanes:
        return [own.get(id, OwnLane(id=id)) for id in lanes]
    if map.journey.lanes:
        return list(map.journey.lanes)
    return [OwnLane(id=id) for id in workspace.settings.render.lanes]


def _lanes_of(lane: OwnLane) -> Iterator[OwnLane]:
    preset = _spelt(str(lane.id), PRESETS)
    if lane.name is None and preset is not None:
        yield from (OwnLane(id=id) for id in PRESETS[preset])
        return
    known = _spelt(str(lane.id), LANES)
    yield OwnLane(id=known) if lane.name is None and known is not None else lane


def _spelt(id: str, known: object) -> str | None:
    """Return `id` as `known` spells it: `-` or `_` make no difference."""
    spellings = (id, id.replace("-", "_"), id.replace("_", "-"))
    return next((each for each in spellings if each in known), None)  # type: ignore[operator]


def _index_after(order: Sequence[OwnLane], id: str) -> int:
    ids = [str(lane.id) for lane in order]
    known = _spelt(id, ids)
    return ids.index(known) + 1 if known is not None else len(order)
