"""Lanes that a journey names and nobody knows, and cells of lanes that it never declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cjm.findings import Route
from cjm.lint.hit import Hit
from cjm.lint.missing import missing
from cjm.lint.remedy import Respell
from cjm.lint.subject import MapSubject
from cjm.model.lanes import LANES, PRESETS, lane_key, lane_named
from cjm.model.stage import Content


def unknown_lanes(subject: MapSubject) -> Iterator[Hit]:
    """Yield the lanes that nobody knows, those that others stand below, and cells of none."""
    declared: dict[str, str] = {}
    cells = {lane_key(id) for _, item in _contents(subject) for id in item.custom or ()}
    for position, lane in enumerate(subject.journey.lanes):
        id = lane.id or ""
        if not id or (lane.name is None and lane_named(id) is not None):
            continue
        declared[lane_key(id)] = id
        if lane.name is None and lane_key(id) not in cells:
            yield missing(("lanes", position, "id"), "lane", id, [*LANES, *PRESETS])
    yield from _below_nothing(subject, declared)
    for route, item in _contents(subject):
        for id in item.custom or ():
            if lane_key(id) not in declared and not subject.map.lacks(("lanes",)):
                hit = missing((*route, "custom", id), "lane", id, sorted(declared.values()))
                yield Hit(hit.route, hit.parameters, "lane" + ("-near" * (hit.variant == "near")),
                          on_key=True, remedies=_renamed(hit))  # fmt: skip


def _renamed(hit: Hit) -> tuple[Respell, ...]:
    return tuple(each._replace(on_key=True) for each in hit.remedies if isinstance(each, Respell))


def _below_nothing(subject: MapSubject, declared: Mapping[str, str]) -> Iterator[Hit]:
    """Yield each `after` that names no lane; a preset is many lanes and none to stand below."""
    if subject.map.lacks(("lanes",)):
        return
    for position, lane in enumerate(subject.journey.lanes):
        after = lane.after
        if after and lane_named(after, LANES) is None and lane_key(after) not in declared:
            known = [*LANES, *declared.values()]
            yield missing(("lanes", position, "after"), "lane", after, known)


def _contents(subject: MapSubject) -> Iterator[tuple[Route, Content]]:
    for index, stage in enumerate(subject.journey.stages):
        yield ("stages", index), stage
        for inner, step in enumerate(stage.steps):
            yield ("stages", index, "steps", inner), step
