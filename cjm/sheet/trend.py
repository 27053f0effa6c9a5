"""Measurements over time, as a line between 0 and 1."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from cjm.model.metric import Metric
from cjm.model.quantity import Quantity

MOST = 60
"""How many points a line has; of more, some between are left out."""


class Measurement(NamedTuple):
    """One value of a metric, and when it was measured."""

    value: Quantity
    date: datetime.date | None


def dated(metric: Metric) -> list[Measurement]:
    """Return the measurements of a metric in the order of time; as written, where a day lacks."""
    found = [
        Measurement(point.value, point.date)
        for point in metric.points
        if point.value is not None and not point.value.relative
    ]
    if all(each.date is not None for each in found):
        found.sort(key=lambda each: each.date or datetime.date.min)
    return found


def trend(points: Sequence[Measurement]) -> tuple[tuple[float, float], ...]:
    """Return points as `(x, y)` between 0 and 1: x by days, y from the lowest value to the highest.

    Values that are all alike lie in the middle; fewer than two points are no line.
    """
    if len(points) < 2:
        return ()
    values = [point.value.value for point in points]
    low, high = min(values), max(values)
    line = [
        (x, (value - low) / (high - low) if high > low else 0.5)
        for x, value in zip(_times(points), values, strict=True)
    ]
    if len(line) > MOST:
        line = [line[round(index * (len(line) - 1) / (MOST - 1))] for index in range(MOST)]
    return tuple((round(x, 4), round(y, 4)) for x, y in line)


def _times(points: Sequence[Measurement]) -> list[float]:
    """Return where points stand in time, 0…1; evenly, where a day lacks or all are one."""
    days = [point.date.toordinal() for point in points if point.date is not None]
    if len(days) == len(points) and days[-1] > days[0]:
        return [(day - days[0]) / (days[-1] - days[0]) for day in days]
    return [index / (len(points) - 1) for index in range(len(points))]
