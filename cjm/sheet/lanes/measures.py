"""The lanes of numbers: metrics and time."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.model.metric import Metric
from cjm.model.quantity import Duration, Quantity
from cjm.sheet.sheet import Block, Gauge, Lane, Words
from cjm.sheet.view import Place, View, shown
from cjm.sheet.words import THIN_SPACE

_SCALES = {"nps": (-100.0, 100.0)}


def metrics(view: View) -> Lane | None:
    """What is measured, against its target."""

    def blocks(place: Place) -> Iterator[Block]:
        for index, use in enumerate(place.get("metrics")):
            found = view.references.metric(use)
            if found is not None:
                name, language = view.said(found.name)
                metric = found.item
                yield Gauge(
                    name,
                    value_text(view, metric.actual, metric),
                    value_text(view, metric.target, metric),
                    _fraction(metric, metric.actual),
                    _fraction(metric, _target(metric)),
                    place.at("metrics", index),
                    language,
                )

    return view.lane("metrics", blocks)


def time(view: View) -> Lane | None:
    """How long steps take, and how much of it is spent waiting."""

    def blocks(place: Place) -> Iterator[Block]:
        duration, wait = place.get("duration"), place.get("wait")
        if duration:
            note = view.words.say("waiting", time=time_text(view, wait)) if wait else ""
            yield Words(time_text(view, duration), note, strong=True, route=place.at("duration"))
        elif wait:
            text = view.words.say("wait", time=time_text(view, wait))
            yield Words(text, strong=True, route=place.at("wait"))

    return view.lane("time", blocks)


def time_text(view: View, time: Duration) -> str:
    """Return a duration in the sheet's units; in other languages than cjm's own, as it is written."""
    is_worded = not time.text.lstrip().startswith("P")
    if is_worded and view.language.partition("-")[0] not in ("en", "zh"):
        return shown(time.text)
    return view.words.duration(time.low, time.high)


def value_text(view: View, value: Quantity | None, metric: Metric) -> str:
    """Return a value as it is shown: true minus, thin spaces, its unit."""
    if value is None:
        return ""
    if value.kind == "time" and value.relative:
        return shown(value.text)
    if value.kind == "time":
        return time_text(view, Duration(value.low, value.high, value.text))
    is_signed = value.text.lstrip().startswith("+") or (metric.kind == "nps" and value.low > 0)
    sign = "+" if is_signed else ""
    percent = value.kind == "percent" or "%" in (metric.unit or ())
    low, high = view.words.number(value.low), view.words.number(value.high)
    number = low if value.low == value.high else f"{low}–{high}"
    if percent:
        return sign + number + ("%" if view.words.is_chinese else THIN_SPACE + "%")
    unit = view.text(metric.unit)
    return sign + number + (THIN_SPACE + unit if unit else "")


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
    amount = value.value / _seconds(metric) if value.kind == "time" else value.value
    low, high = scale
    return min(1.0, max(0.0, (amount - low) / (high - low)))


def _seconds(metric: Metric) -> float:
    from cjm.model.unit_words import SECONDS

    # The unit may be written in several languages; any word for it will do.
    words = (word.lower() for word in metric.unit or ())
    return float(next((SECONDS[word] for word in words if word in SECONDS), 1))
