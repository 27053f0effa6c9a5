"""Rules of the category format about the values of metrics."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit
from cjm.lint.subject import FileSubject
from cjm.model.metric import Metric, MetricUse
from cjm.model.quantity import Quantity
from cjm.rulebook import rule


@rule("format", "EEE", subject="file", mermaid=False, is_locked=True)
def duration_without_time(subject: FileSubject) -> Iterator[Hit]:
    """A duration as the value of a metric that measures something else than time.

    Minutes on a scale of satisfaction are no satisfaction: one of the two is a slip, and every
    picture and comparison would rest on it. A metric that says nothing of its kind may hold one.

    Bad:
        metrics: [{id: satisfied, name: Satisfied, kind: csat, scale: [1, 5], better: higher,
                   formula: mean, actual: 25 min, owner: service}]

    Good:
        metrics: [{id: queue, name: Queue, kind: time, unit: min, scale: [0, 60], better: lower,
                   formula: mean, actual: 25 min, owner: service}]
    """
    for kind in (Metric, MetricUse):
        for route, metric in subject.index.of(kind):
            for at, value in _values(route, metric):
                measured = _kind(subject, metric) if value.kind == "time" else None
                if measured is not None and measured != "time":
                    yield Hit(at, {"value": value.text, "kind": measured})


def _values(route: Route, metric: Metric) -> Iterator[tuple[Route, Quantity]]:
    for key in ("baseline", "actual", "target"):
        value: Quantity | None = getattr(metric, key)
        if value is not None:
            yield (*route, key), value
    for index, point in enumerate(metric.points):
        if point.value is not None:
            yield (*route, "points", index, "value"), point.value


def _kind(subject: FileSubject, metric: Metric) -> str | None:
    """Return the kind of a metric, its own or that of the entry it refers to."""
    if metric.kind is not None or metric.ref is None:
        return metric.kind
    entry = subject.find("metrics", metric.ref)
    return entry.item.kind if entry is not None and isinstance(entry.item, Metric) else None
