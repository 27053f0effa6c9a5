"""The lanes of numbers: metrics and time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose
from typing import Literal

from cjm.findings import Route
from cjm.model.metric import Metric
from cjm.model.quantity import Duration, Quantity
from cjm.sheet.details import metric_details
from cjm.sheet.sheet import Block, Gauge, Lane, TimeBar
from cjm.sheet.trend import Measurement, dated, trend
from cjm.sheet.view import Place, View, shown
from cjm.sheet.words import THIN_SPACE
from cjm.workspace.references import Resolved

_SCALES = {"nps": (-100.0, 100.0)}


def metrics(view: View) -> Lane | None:
    """What is measured, against its target."""

    def blocks(place: Place) -> Iterator[Block]:
        for index, use in enumerate(place.get("metrics")):
            found = view.references.metric(use)
            if found is not None:
                yield _gauge(view, found, place.at("metrics", index))

    return view.lane("metrics", blocks)


def time(view: View) -> Lane | None:
    """How long steps take, and how much of it is spent waiting."""
    longest: dict[type, float] = {}
    for place in view.places:
        kind = type(place.item)
        longest[kind] = max(longest.get(kind, 0.0), _seconds_at(place))

    def blocks(place: Place) -> Iterator[Block]:
        duration, wait = place.get("duration"), place.get("wait")
        whole = _seconds_at(place)
        length = whole / longest[type(place.item)] if whole else 0.0
        if duration:
            note = view.words.say("waiting", time=time_text(view, wait)) if wait else ""
            waiting = min(1.0, wait.seconds / whole) if wait and whole else 0.0
            text, route = time_text(view, duration), place.at("duration")
            yield TimeBar(text, note, length, waiting, route)
        elif wait:
            text = view.words.say("wait", time=time_text(view, wait))
            yield TimeBar(text, "", length, 1.0, place.at("wait"))

    return view.lane("time", blocks)


def _seconds_at(place: Place) -> float:
    """Return how long a place takes, or how long one waits there, in seconds."""
    time: Duration | None = place.get("duration") or place.get("wait") or None
    return time.seconds if time is not None else 0.0


def time_text(view: View, time: Duration, own_unit: float = 0) -> str:
    """Return a duration in the sheet's units; in other languages than cjm's own, as it is written.

    Args:
        own_unit: Seconds of the unit that it is told in where it can be, if it has one.
    """
    is_worded = not time.text.lstrip().startswith("P")
    if is_worded and view.language.partition("-")[0] not in ("en", "zh"):
        return shown(time.text)
    return view.words.duration(time.low, time.high, own_unit)


def value_text(view: View, value: Quantity | None, metric: Metric) -> str:
    """Return a value as it is shown: true minus, thin spaces, its unit."""
    if value is None:
        return ""
    if value.kind == "time" and value.relative:
        return shown(value.text)
    if value.kind == "time":
        return time_text(view, Duration(value.low, value.high, value.text), _own_unit(metric))
    sign = "+" if is_signed(value, metric) else ""
    percent = value.kind == "percent" or "%" in (metric.unit or ())
    low, high = view.words.number(value.low), view.words.number(value.high)
    number = low if value.low == value.high else f"{low}–{high}"
    if percent:
        return sign + number + view.words.habits.percent
    unit = view.text(metric.unit)
    return sign + number + (THIN_SPACE + unit if unit else "")


def is_signed(value: Quantity, metric: Metric) -> bool:
    """Whether a plus stands before a value: it was written so, or is a promoter score."""
    return value.text.lstrip().startswith("+") or (metric.kind == "nps" and value.low > 0)


def _gauge(view: View, found: Resolved[Metric], route: Route) -> Gauge:
    metric = found.item
    name, language = view.said(found.name)
    points = dated(metric)
    # What was measured last is its value now, unless the map gives another.
    actual = metric.actual or (points[-1].value if points else None)
    target = value_text(view, metric.target, metric)
    better: Literal["", "higher", "lower"] = metric.better or ""  # type: ignore[assignment]
    return Gauge(
        name,
        value_text(view, actual, metric),
        target,
        _fraction(metric, actual),
        _fraction(metric, _target(metric)),
        route,
        language,
        metric_details(view, metric, _measured(view, metric)),
        better,
        view.words.say("reached") if _is_reached(metric, actual) else "",
        view.words.say(f"aim.{better}" if better else "aim") if target else "",
        trend(points),
        _trend_label(view, metric, points),
    )


def _trend_label(view: View, metric: Metric, points: Sequence[Measurement]) -> str:
    if len(points) < 2:
        return ""
    first, last = (value_text(view, points[at].value, metric) for at in (0, -1))
    start, end = points[0].date, points[-1].date
    if start is None or end is None:
        return view.words.say("trend", first=first, last=last)
    return view.words.say("trend.dated", first=first, last=last, start=view.words.date(start),
                          end=view.words.date(end))  # fmt: skip


def _is_reached(metric: Metric, actual: Quantity | None) -> bool:
    """Whether a value has reached its target; never where the map does not say what is better."""
    target = _target(metric)
    if actual is None or target is None or not metric.better or actual.relative:
        return False
    if (actual.kind == "time") != (target.kind == "time"):
        return False
    wanted = target.low if metric.better == "higher" else target.high
    if isclose(actual.value, wanted):  # a relative target is the result of a sum
        return True
    return (actual.value > wanted) == (metric.better == "higher")


def _measured(view: View, metric: Metric) -> str:
    """Return the measurements of a metric, each with its day: "2026-03-31: 58 %"."""
    told = []
    for point in metric.points:
        value = value_text(view, point.value, metric)
        told.append(f"{view.words.date(point.date)}: {value}" if point.date else value)
    return view.words.listed(told)


def _target(metric: Metric) -> Quantity | None:
    """Return the target as a value on the scale; `None` where it cannot be told."""
    target, baseline = metric.target, metric.baseline
    if target is None or not target.relative or metric.kind == "nps":
        return target
    if baseline is None or baseline.kind != "number" or target.kind == "time":
        return None
    low, high = (_grown(baseline.value, by, target.kind) for by in (target.low, target.high))
    return Quantity(low, high, "number", False, target.text)


def _grown(value: float, by: float, kind: str) -> float:
    return value * (1 + by / 100) if kind == "percent" else value + by


def _fraction(metric: Metric, value: Quantity | None) -> float | None:
    """Return where `value` stands on the scale, 0…1; a percentage has a scale of its own."""
    scale = metric.scale or _SCALES.get(metric.kind or "")
    if scale is None and value is not None and value.kind == "percent":
        scale = (0.0, 100.0)
    if scale is None or value is None:
        return None
    amount = value.value / (_own_unit(metric) or 1) if value.kind == "time" else value.value
    low, high = scale
    return min(1.0, max(0.0, (amount - low) / (high - low)))


def _own_unit(metric: Metric) -> float:
    """Return the seconds of the unit of a metric; 0 where that is no unit of time."""
    from cjm.model.unit_words import SECONDS

    # The unit may be written in several languages; any word for it will do.
    words = (word.lower() for word in metric.unit or ())
    return float(next((SECONDS[word] for word in words if word in SECONDS), 0))
