"""What differs over the whole map: metrics, needs met, resources still needed, evidence behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cjm.diff.change import Change, Kind, Value
from cjm.diff.details import item_details, resolve
from cjm.diff.pairing import Pairing
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.evidence import Evidence, Shared
from cjm.model.metric import MetricUse
from cjm.model.text import Text
from cjm.model.touchpoint import Channel, Need, Resources, System
from cjm.model.values import fold
from cjm.model.walk import claims, contents, evidence_of, items
from cjm.workspace.references import Resolved


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


_KINDS: tuple[type[Shared], ...] = (Evidence, Channel, Need, System)
"""Shared things that are compared once over the map, not at each place that uses them."""


def _shared(pairing: Pairing) -> Iterator[Change]:
    """Yield what differs in the shared things that both maps use: their library may have changed."""
    for kind in _KINDS:
        before, after = _used(pairing.old, kind), _used(pairing.new, kind)
        for key, (route, resolved) in before.items():
            if key in after:
                at, other = after[key]
                for change in item_details(
                    pairing, route, at, resolved.item, other.item, name=other.name, id=key,
                    what=kind.__name__.lower(),
                ):  # fmt: skip
                    yield _placed(change, route, at)


def _used(side: Side, kind: type[Shared]) -> dict[str, tuple[Route, Resolved[Any]]]:
    """Return key → where a shared thing of one kind is used first, and what it is there."""
    found: dict[str, tuple[Route, Resolved[Any]]] = {}
    for route, item in items(side.journey, kind):
        if route[:1] != ("library",):
            resolved = resolve(item, side.references_at(route))
            if resolved is not None:
                found.setdefault(resolved.key, (route, resolved))
    return found


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
_METRIC_SKIP = frozenset({*_VALUES, "points", "evidence"})


def _metrics(pairing: Pairing) -> Iterator[Change]:
    before, after = _measured(pairing.old), _measured(pairing.new)
    known = {key for key, _ in before}, {key for key, _ in after}
    told: set[tuple[str, str]] = set()
    for (key, _), use in after.items():
        if key not in known[0] and ("added", key) not in told:
            told.add(("added", key))
            yield Change(Kind.METRIC_ADDED, None, use.route, use.resolved.name, key, what="metric")
    for (key, at), use in before.items():
        if key not in known[1]:
            if ("removed", key) not in told:
                told.add(("removed", key))
                yield Change(
                    Kind.METRIC_REMOVED, use.route, None, use.resolved.name, key, what="metric"
                )
            continue
        for place in pairing.new_places(at):
            other = after.get((key, place))
            if other is not None:
                yield from _metric(pairing, key, use, other, told)


def _measured(side: Side) -> dict[tuple[str, Route], _Measured]:
    """Return `(key, route of the step, stage or journey)` → the metric there."""
    found: dict[tuple[str, Route], _Measured] = {}
    for route, holder in contents(side.journey):
        references = side.references_at(route)
        uses: tuple[MetricUse, ...] = holder.metrics
        for index, use in enumerate(uses):
            resolved = references.metric(use)
            if resolved is not None:
                at = (*route, "metrics", index)
                found.setdefault((resolved.key, route), _Measured(at, resolved))
    return found


def _metric(
    pairing: Pairing, key: str, old: _Measured, new: _Measured, told: set[tuple[str, str]]
) -> Iterator[Change]:
    a, b = old.resolved.item, new.resolved.item
    name = new.resolved.name
    for value in _VALUES:
        before: Value = getattr(a, value)
        after: Value = getattr(b, value)
        if _number(before) != _number(after):
            yield Change(Kind.METRIC_CHANGED, old.route, new.route, name, key, value, before, after,
                         what="metric")  # fmt: skip
    # How a metric is defined is the same wherever it is used: told once.
    if ("defined", key) not in told:
        told.add(("defined", key))
        for change in item_details(
            pairing, old.route, new.route, a, b, skip=_METRIC_SKIP, name=name, id=key, what="metric"
        ):
            yield _placed(change, old.route, new.route)


def _placed(change: Change, old: Route, new: Route) -> Change:
    from dataclasses import replace

    return replace(
        change,
        old=old if change.old is not None else None,
        new=new if change.new is not None else None,
    )


def _number(value: Any) -> tuple[float, float, str, bool] | None:
    """Return a value without its spelling: `95 %` and `95%` are one."""
    return None if value is None else (value.low, value.high, value.kind, value.relative)
