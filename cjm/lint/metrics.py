"""The metrics of a file, each with the overrides of its place, and how their values compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cjm.findings import Route
from cjm.lint.subject import FileSubject, MapSubject
from cjm.model.item import Item
from cjm.model.metric import Metric, MetricUse
from cjm.model.quantity import Quantity
from cjm.model.stage import Goal
from cjm.model.unit_words import SECONDS
from cjm.model.values import fold
from cjm.workspace.workspace import Entry

Amount = tuple[float, float]
"""The ends of a value, in the unit of its metric; equal where it is no range."""

_BETTER = {"nps": "higher", "csat": "higher", "conversion": "higher", "retention": "higher",
           "revenue": "higher", "churn": "lower"}  # fmt: skip
"""Kind → which direction is better, where that follows from the kind."""


class Measure(NamedTuple):
    """A metric where it is defined or used.

    Attributes:
        route: Where.
        key: What tells it from others: a folded id, or the folded name of an inline metric.
        metric: What it is there, with the overrides of this place.
        written: Keys that this place itself writes.
        entry: Where it is defined, if elsewhere.
    """

    route: Route
    key: str
    metric: Metric
    written: frozenset[str]
    entry: Entry[Item] | None

    @property
    def name(self) -> object:
        """What a sentence calls it."""
        return self.metric.name or self.metric.ref or self.key

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry of a library, whose key is where to point."""
        return isinstance(self.route[-1], str)


def measures_of(subject: FileSubject) -> list[Measure]:
    """Return the metrics of a file; a use that leads to nothing is left out."""
    return subject.once(_measures)


def defined_in(subject: FileSubject) -> Iterator[Measure]:
    """Yield the metrics that the file itself defines."""
    return (each for each in measures_of(subject) if each.entry is None)


def measured_by(subject: MapSubject) -> list[tuple[str, Metric]]:
    """Return `(key, metric)` of what a map measures, at its places and by its goals."""
    return subject.once(_measured_by)


def better(metric: Metric) -> str | None:
    """Return the direction that is better, as written or as the kind says."""
    return metric.better or _BETTER.get(metric.kind or "")


def scale_of(metric: Metric) -> tuple[float, float] | None:
    """Return the scale; that of NPS is known."""
    return metric.scale or ((-100.0, 100.0) if metric.kind == "nps" else None)


_PER_CENT = frozenset({"percent", "per cent", "百分比", "パーセント", "퍼센트", "por ciento",
                       "pour cent", "prozent", "por cento", "процент"})  # fmt: skip


def is_in_per_cent(metric: Metric) -> bool:
    """Whether its unit is per cent."""
    units = [fold(word) for word in metric.unit or ()]
    return any(unit in _PER_CENT or "%" in unit for unit in units)


def values_of(metric: Metric) -> Iterator[tuple[Route, Quantity]]:
    """Yield `(route within the metric, value)` of each value that is no target."""
    for key in ("baseline", "actual"):
        value: Quantity | None = getattr(metric, key)
        if value is not None:
            yield (key,), value
    for index, point in enumerate(metric.points):
        if point.value is not None:
            yield ("points", index, "value"), point.value


def amount(value: Quantity, metric: Metric) -> Amount | None:
    """Return `value` in the unit of `metric`; `None` where that cannot be told.

    A percentage on a scale such as 1…5 is a share of answers and no place on that scale.
    """
    factor: float | None = 1.0
    if value.kind == "time":
        seconds = _seconds(metric)
        factor = 1 / seconds if seconds else None
    elif value.kind == "percent":
        factor = _per_cent(metric)
    return None if factor is None else (value.low * factor, value.high * factor)


def target_amount(target: Quantity, start: Quantity | None, metric: Metric) -> Amount | None:
    """Return the target in the unit of `metric`, a relative one added to where it starts.

    A relative percentage of a percentage may mean points or a part of it: that cannot be told.
    """
    if not target.relative:
        return amount(target, metric)
    base = amount(start, metric) if start is not None else None
    if base is None:
        return None
    if target.kind == "percent":
        if _per_cent(metric) is not None or min(base) < 0:
            return None
        return base[0] * (1 + target.low / 100), base[1] * (1 + target.high / 100)
    change = amount(target, metric)
    return None if change is None else (base[0] + change[0], base[1] + change[1])


def same_terms(first: Quantity, second: Quantity, metric: Metric) -> tuple[Amount, Amount] | None:
    """Return two values so that they compare; `None` where they do not."""
    if first.kind == second.kind:
        return (first.low, first.high), (second.low, second.high)
    one, other = amount(first, metric), amount(second, metric)
    return None if one is None or other is None else (one, other)


def start_of(metric: Metric) -> Quantity | None:
    """Return the value that the target of a metric starts from."""
    given = metric.baseline or metric.actual
    return given or next((each.value for each in metric.points if each.value is not None), None)


def start_before(subject: FileSubject, key: str) -> Quantity | None:
    """Return what the metric is in the maps that a map changes, the nearest first."""
    for map in subject.baselines if isinstance(subject, MapSubject) else ():
        for other, metric in measured_by(map):
            found = metric.actual or start_of(metric)
            if other == key and found is not None:
                return found
    return None


def _per_cent(metric: Metric) -> float | None:
    """Return what a per cent is in the unit of `metric`; `None` where it is measured in another."""
    scale = scale_of(metric)
    if scale is not None and scale[1] <= 1:
        return 0.01
    if is_in_per_cent(metric) or (scale is not None and scale[1] == 100):
        return 1.0
    return None


def _seconds(metric: Metric) -> int | None:
    if metric.unit is None or metric.kind not in (None, "time"):
        return None
    words = (SECONDS.get(word.strip().lower().removesuffix(".")) for word in metric.unit)
    return next((seconds for seconds in words if seconds is not None), None)


def _measures(subject: FileSubject) -> list[Measure]:
    found = [
        Measure(route, fold(str(route[-1])), metric, _written(metric), None)
        for route, metric in subject.index.of(Metric)
        if metric.ref is None
    ]
    look_up = _used_in_map if isinstance(subject, MapSubject) else _used_on_shelf
    for route, use in subject.index.of(MetricUse):
        measure = look_up(subject, route, use)
        if measure is not None:
            found.append(measure)
    return found


def _used_in_map(subject: FileSubject, route: Route, use: MetricUse) -> Measure | None:
    assert isinstance(subject, MapSubject)
    resolved = subject.references.metric(use)
    if resolved is None:
        return None
    if resolved.entry is None:
        return Measure(route, resolved.key, use, _written(use), None)
    written = _written(use) - ({"name"} if use.ref is None else set())
    return Measure(route, resolved.key, resolved.item, written, resolved.entry)


def _used_on_shelf(subject: FileSubject, route: Route, use: MetricUse) -> Measure | None:
    if use.ref is None:
        return Measure(route, fold(next(iter(use.name or ()), "")), use, _written(use), None)
    entry = subject.find("metrics", use.ref)
    if entry is None or not isinstance(entry.item, Metric):
        return None
    written = _written(use)
    metric = entry.item.model_copy(update={key: getattr(use, key) for key in written})
    return Measure(route, fold(entry.id), metric, written, entry)


def _measured_by(subject: MapSubject) -> list[tuple[str, Metric]]:
    found = [(each.key, each.metric) for each in measures_of(subject) if each.route[0] != "library"]
    known = {key for key, _ in found}
    for _, goal in subject.index.of(Goal):
        for reference in goal.metrics:
            entry = subject.find("metrics", reference)
            if entry is not None and isinstance(entry.item, Metric) and fold(entry.id) not in known:
                found.append((fold(entry.id), entry.item))
    return found


def _written(metric: Metric) -> frozenset[str]:
    return frozenset(metric.model_fields_set - {"ref", "id"})
