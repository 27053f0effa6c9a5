"""What differs over the whole map: metrics, needs met, resources still needed, evidence behind it."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from cjm.diff.change import Change, Kind, Value
from cjm.diff.details import item_details, resolve
from cjm.diff.pairing import Pairing
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.evidence import Evidence, Shared
from cjm.model.item import Item
from cjm.model.library import Library
from cjm.model.metric import MetricUse
from cjm.model.owner import Owner
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Department, Need, Resources, System
from cjm.model.values import fold
from cjm.model.walk import claims, contents, evidence_of, items
from cjm.workspace.references import References, Resolved


def sum_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield what came and went over the whole map, wherever in it."""
    yield from _metrics(pairing)
    yield from _shared(pairing)
    for gather, added, removed in (
        (_needs_met, Kind.NEED_MET, Kind.NEED_UNMET),
        (_resources_needed, Kind.RESOURCE_GAP_OPENED, Kind.RESOURCE_GAP_CLOSED),
        (_evidence, Kind.EVIDENCE_ADDED, Kind.EVIDENCE_REMOVED),
    ):
        before, after = gather(pairing.old), gather(pairing.new)
        for key, (route, name) in after.items():
            if key not in before:
                yield Change(added, None, route, name, key)
        for key, (route, name) in before.items():
            if key not in after:
                yield Change(removed, route, None, name, key)


def library_changes(pairing: Pairing, told: Collection[str]) -> Iterator[Change]:
    """Yield what differs in the map's own library and shows nowhere else: entries that no step uses.

    Args:
        pairing: The two maps.
        told: Keys of what other changes tell about.
    """
    if not pairing.is_one_map:
        return
    old, new = (side.journey.library or Library() for side in (pairing.old, pairing.new))
    at: Route = ("library",)
    for change in item_details(pairing, at, at, old, new, path="library"):
        route = change.old if change.new is None else change.new
        if route is not None and fold(str(*route[2:3])) not in told:
            yield change


_KINDS: tuple[type[Shared], ...] = (Evidence, Channel, Need, System, Department)
"""Shared things that are compared once over the map, not at each place that uses them."""

Used = dict[tuple[type[Shared], str], tuple[Route, Resolved[Any]]]
"""`(kind, key)` of a shared thing → where the map first uses it, and what it is there."""


def _shared(pairing: Pairing) -> Iterator[Change]:
    """Yield what differs in the shared things that both maps use: their library may have changed."""
    before, after = _used(pairing.old), _used(pairing.new)
    for kind, key in before:
        if (kind, key) in after:
            (route, resolved), (at, other) = before[kind, key], after[kind, key]
            for change in item_details(
                pairing, route, at, resolved.item, other.item, name=other.name, id=key,
                what=kind.__name__.lower(),
            ):  # fmt: skip
                yield change.at(route, at)


def _used(side: Side) -> Used:
    """Return the shared things that a map uses, those that its touchpoints in a library use included."""
    found: Used = {}
    seen: set[tuple[type[Item], str]] = set()
    waiting = deque(
        (route, item, side.references_at(route))
        for kind in (Shared, Owner)
        for route, item in items(side.journey, kind)
        if route[:1] != ("library",)
    )
    while waiting:
        route, item, references = waiting.popleft()
        resolved = _resolved(item, references)
        if resolved is None or (type(resolved.item), resolved.key) in seen:
            continue
        seen.add((type(resolved.item), resolved.key))
        kind = next((each for each in _KINDS if isinstance(resolved.item, each)), None)
        if kind is not None:
            found.setdefault((kind, resolved.key), (route, resolved))
        if resolved.entry is not None:  # what stands in the map itself is walked through already
            waiting += (
                (route, inner, references)
                for within in (Shared, Owner)
                for _, inner in items(resolved.item, within)
            )
    return found


def _resolved(item: Item, references: References) -> Resolved[Any] | None:
    if not isinstance(item, Owner):
        return resolve(item, references) if isinstance(item, Shared) else None
    return references.department(item.department) if item.department is not None else None


Found = dict[str, tuple[Route, Text]]
"""Key → where it first stands, and its name."""


def _needs_met(side: Side) -> Found:
    """Return the needs that touchpoints in use meet."""
    found: Found = {}
    for column in side.columns:
        references = side.references_at(column.route)
        for index, item in enumerate(column.step.touchpoints):
            for need in references.touchpoint(item).item.needs:
                resolved = references.need(need)
                found.setdefault(
                    resolved.key, ((*column.route, "touchpoints", index), resolved.name)
                )
    return found


def _resources_needed(side: Side) -> Found:
    """Return the resources that touchpoints in use, opportunities and solutions still need."""
    found: Found = {}
    for route, resources in _resources(side):
        for text in resources.needed:
            found.setdefault(fold(str(text)), (route, text))
    return found


def _resources(side: Side) -> Iterator[tuple[Route, Resources]]:
    for route, holder in contents(side.journey):
        references = side.references_at(route)
        for key in ("touchpoints", "opportunities", "solutions"):
            for index, item in enumerate(getattr(holder, key, ())):
                held: Any = references.touchpoint(item).item if key == "touchpoints" else item
                if held.resources is not None:
                    yield (*route, key, index), held.resources


def _evidence(side: Side) -> Found:
    """Return the evidence that stands behind some claim, or behind a step."""
    found: Found = {}
    backed = [(route, evidence_of(claim)) for route, _, claim in claims(side.journey)]
    backed += [(column.route, column.step.evidence) for column in side.columns]
    for route, uses in backed:
        for use in uses:
            resolved = side.references_at(route).evidence(use)
            if resolved is not None:
                found.setdefault(resolved.key, (route, resolved.name))
    return found


@dataclass(frozen=True, slots=True)
class _Measured:
    """A metric where it is used."""

    route: Route
    resolved: Resolved[Any]


_VALUES = ("baseline", "actual", "target")


def _metrics(pairing: Pairing) -> Iterator[Change]:
    before, after = _measured(pairing.old), _measured(pairing.new)
    told: set[Hashable] = set()
    for kind, here, there in (
        (Kind.METRIC_ADDED, after, before),
        (Kind.METRIC_REMOVED, before, after),
    ):
        known = {key for key, _ in there}
        for (key, at), use in here.items():
            if key not in known and (kind, key) not in told:
                told.add((kind, key))
                yield _of_one(kind, use, key)
            elif key in known and not _has(pairing, there, key, at, is_new=here is after):
                detail = Kind.DETAIL_ADDED if here is after else Kind.DETAIL_REMOVED
                yield replace(_of_one(detail, use, key), key="metrics")
    for (key, at), use in before.items():
        for place in pairing.new_places(at):
            other = after.get((key, place))
            if other is not None:
                yield from _metric(pairing, key, use, other, told)


def _of_one(kind: Kind, use: _Measured, key: str) -> Change:
    """Return a change of a metric that came or went where it is used."""
    is_new = kind in (Kind.METRIC_ADDED, Kind.DETAIL_ADDED)
    old, new = (None, use.route) if is_new else (use.route, None)
    return Change(kind, old, new, use.resolved.name, key, what="metric")


def _has(pairing: Pairing, uses: Uses, key: str, at: Route, *, is_new: bool) -> bool:
    """Whether a metric is used in the other map at what is one with the place `at`; else it is gone from there."""
    places = pairing.old_places(at) if is_new else pairing.new_places(at)
    return not places or any((key, place) in uses for place in places)


Uses = dict[tuple[str, Route], _Measured]
"""`(key, route of the step, stage or journey)` → the metric there."""


def _measured(side: Side) -> Uses:
    found: Uses = {}
    for route, holder in contents(side.journey):
        references = side.references_at(route)
        uses: tuple[MetricUse, ...] = holder.metrics
        for index, use in enumerate(uses):
            resolved = references.metric(use)
            if resolved is None:  # It leads nowhere, which lint says; that it is there is a fact.
                resolved = Resolved(use, fold(use.ref or ""), None, "inline")
            at = (*route, "metrics", index)
            found.setdefault((resolved.key, route), _Measured(at, resolved))
    return found


def _metric(
    pairing: Pairing, key: str, old: _Measured, new: _Measured, told: set[Hashable]
) -> Iterator[Change]:
    a, b = old.resolved.item, new.resolved.item
    name = new.resolved.name
    for value in _VALUES:
        before: Value = getattr(a, value)
        after: Value = getattr(b, value)
        if _number(before) != _number(after):
            yield Change(Kind.METRIC_CHANGED, old.route, new.route, name, key, value, before, after,
                         what="metric")  # fmt: skip
    # How a metric is defined is mostly the same wherever it is used: told once.
    for change in item_details(
        pairing, old.route, new.route, a, b, skip=_VALUES, name=name, id=key, what="metric"
    ):
        what = key, change.kind, change.key, str(change.before), str(change.after)
        if what not in told:
            told.add(what)
            yield change.at(old.route, new.route)


def _number(value: Any) -> tuple[float, float, str, bool] | None:
    """Return a value without its spelling: `95 %` and `95%` are one."""
    return None if value is None else (value.low, value.high, value.kind, value.relative)
