"""What others rely on in a map, so that it breaks something when it goes."""

from __future__ import annotations

from dataclasses import dataclass

from cjm.diff.pairing import Pairing
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.journey import Deferral
from cjm.model.values import fold
from cjm.model.walk import contents


@dataclass(frozen=True)
class Relied:
    """What must not go.

    Attributes:
        places: Stages and steps of the old map that other maps name by `journey#step`.
        items: Stages, steps, insights and opportunities of the old map of which a map that has it as
            its baseline says what becomes: what it replaces, resolves, defers or realises.
        metrics: Keys of the metrics that the new map's goal names.
        needs: Keys of the needs that steps of the new map name.
    """

    places: frozenset[Route]
    items: frozenset[Route]
    metrics: frozenset[str]
    needs: frozenset[str]


def relied_on(pairing: Pairing) -> Relied:
    """Return what others rely on in the maps that are compared."""
    return Relied(_places(pairing), _items(pairing), _metrics(pairing.new), _needs(pairing.new))


def _places(pairing: Pairing) -> frozenset[Route]:
    """Return what other maps name in the old map, where the new one takes its place.

    A future map leaves its baseline where it is: what is named there is there still.
    """
    old, new = pairing.old, pairing.new
    if fold(old.map.id) != fold(new.map.id):
        return frozenset()
    found: set[Route] = set()
    for map in new.workspace.maps:
        references = new.workspace.references(map)
        named = [map.journey.parent] if map.journey.parent else []
        for stage in map.journey.stages:
            named += [each.journey for each in (stage, *stage.steps) if each.journey]
        for reference in named:
            whole, _, step = reference.partition("#")
            target = references.journey(whole) if step else None
            if target is not None and fold(target.id) == fold(old.map.id):
                route = old.find("places", step)
                if route is not None:
                    found.add(route)
    return frozenset(found)


_GROUPS = {"resolves": "insights", "defers": "insights", "realises": "opportunities"}


def _items(pairing: Pairing) -> frozenset[Route]:
    """Return what later maps say they change in the old map, where the new one takes its place."""
    old, new = pairing.old, pairing.new
    if fold(old.map.id) != fold(new.map.id):
        return frozenset()
    found: set[Route] = set()
    for map in new.workspace.maps:
        if not map.journey.baseline:
            continue
        baseline = new.workspace.references(map).baseline()
        if baseline is None or fold(baseline.id) != fold(old.map.id) or baseline is map:
            continue
        for _, holder in contents(map.journey):
            named = [
                (group, each.pain if isinstance(each, Deferral) else each)
                for key, group in _GROUPS.items() for each in getattr(holder, key, ())
            ]  # fmt: skip
            named += [("places", each) for each in getattr(holder, "replaces", ())]
            named += [
                (group, each) for group, keys in _HELD.items() for key in keys
                for item in getattr(holder, key, ()) for each in getattr(item, "replaces", ())
            ]  # fmt: skip
            for group, reference in named:
                route = old.ids.find(group, reference) if reference else None
                if route is not None:
                    found.add(route)
    return frozenset(found)


_HELD = {"insights": ("pains", "delights", "itches"), "opportunities": ("opportunities",)}


def _metrics(side: Side) -> frozenset[str]:
    goal = side.journey.goal
    found = set()
    for reference in goal.metrics if goal is not None else ():
        entry = side.references.find("metrics", reference)
        found.add(fold(entry.id if entry is not None else reference))
    return frozenset(found)


def _needs(side: Side) -> frozenset[str]:
    return frozenset(
        side.references_at(column.route).need(need).key
        for column in side.columns
        for need in column.step.needs
    )
