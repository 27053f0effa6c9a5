"""Rules of the category metric about values: within the scale, and with a way to go."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.findings import Route
from cjm.lint.hit import Hit, Other
from cjm.lint.metrics import (
    Amount,
    Measure,
    amount,
    better,
    measures_of,
    same_terms,
    scale_of,
    start_before,
    start_of,
    target_amount,
    values_of,
)
from cjm.lint.subject import FileSubject, is_damaged
from cjm.model.metric import Metric
from cjm.model.quantity import Quantity
from cjm.rulebook import rule

_MEANING = frozenset({"scale", "unit", "kind", "better"})
"""Keys that decide what all values of a metric mean."""


@rule("metric", "EEE", subject="file", mermaid=False)
def metric_out_of_scale(subject: FileSubject) -> Iterator[Hit]:
    """A value outside its scale.

    A 6 on a scale from 1 to 5 is a slip, or the scale is. NPS runs from −100 to 100. Percentages are
    judged where the metric is counted in per cent, durations in the metric's unit, and a relative
    target by what it comes to. A value of a library is judged there, once.

    Bad:
        library:
          metrics:
            csat: {actual: 6.4}

    Good:
        library:
          metrics:
            csat: {actual: 3.4}
    """
    for each in measures_of(subject):
        scale = scale_of(each.metric)
        if scale is None or not each.written:
            continue
        for at, value, found in _amounts(each.metric):
            if _is_out(found, scale) and _is_of_this_place(each, at):
                yield _out(each, at, value, found, scale)


def _amounts(metric: Metric) -> Iterator[tuple[Route, Quantity, Amount]]:
    for at, value in values_of(metric):
        found = amount(value, metric)
        if found is not None:
            yield at, value, found
    if metric.target is not None:
        found = target_amount(metric.target, start_of(metric), metric)
        if found is not None:
            yield ("target",), metric.target, found


def _is_out(found: Amount, scale: Amount) -> bool:
    slack = 1e-9 * max(abs(end) for end in scale)
    return found[0] < scale[0] - slack or found[1] > scale[1] + slack


def _is_of_this_place(measure: Measure, at: Route) -> bool:
    return at[0] in measure.written or bool(measure.written & _MEANING)


def _out(measure: Measure, at: Route, value: Quantity, found: Amount, scale: Amount) -> Hit:
    metric = measure.metric
    told = {"metric": measure.name, "value": value.text, "scale": _said(scale, "…"),
            "key": "measurement" if at[0] == "points" else at[0]}  # fmt: skip
    variant = "nps" if metric.kind == "nps" and scale != (-100, 100) else ""
    if value.relative and at == ("target",):
        told["found"], variant = _said(found), "relative"
    is_here = at[0] in measure.written
    route = (*measure.route, *at) if is_here else (*measure.route, *_first_of(measure))
    related: list[Other] = []
    if measure.entry is not None:
        entry, key = measure.entry, "scale" if is_here else at[0]
        if key not in measure.written:
            related.append(Other((*entry.route, key), "defined here", entry.document))
    elif metric.scale is not None:
        related.append(Other((*measure.route, "scale"), "the scale"))
    return Hit(route, told, variant, related=tuple(related))


def _first_of(measure: Measure) -> Route:
    return next(((key,) for key in ("scale", "unit", "kind") if key in measure.written), ())


def _said(found: Amount, between: str = " to ") -> str:
    ends = dict.fromkeys(f"{end:g}".replace("-", "−") for end in found)
    return between.join(ends)


@rule("metric", "·WW", subject="file", mermaid=False)
def target_without_baseline(subject: FileSubject) -> Iterator[Hit]:
    """A target with nothing to compare it with, or one that asks for no change or a worse one.

    A target is a way to go: without the value that it starts from, nobody knows whether it is far
    or was reached long ago. It starts from the `baseline`; where none is written, from the `actual`
    value, the first of the `points`, or, in a map that changes another, from what the metric is
    there. A relative target (`+25%`) means nothing without it.

    Bad:
        library:
          metrics:
            csat: {baseline: , actual: }

    Good:
        library:
          metrics:
            csat: {baseline: 3.2}

    Source: Cemantica
    """
    for each in measures_of(subject):
        target = each.metric.target
        if target is None or not each.written & (_WAY | _MEANING) or _is_damaged(each):
            continue
        start = start_of(each.metric) or start_before(subject, each.key)
        key = "target" if "target" in each.written else sorted(each.written & (_WAY | _MEANING))[0]
        absent = tuple((*each.route, name) for name in ("baseline", "actual", "points"))
        told = {"metric": each.name, "target": target.text}
        if start is None:
            yield Hit(
                (*each.route, key), told, "relative" if target.relative else "", absent=absent
            )
            continue
        variant = _wrong_way(target, start, each.metric)
        if variant:
            told |= {"start": start.text, "better": better(each.metric) or ""}
            yield Hit((*each.route, key), told, variant, absent=absent)


_WAY = frozenset({"baseline", "actual", "points", "target"})


def _is_damaged(measure: Measure) -> bool:
    entry = measure.entry
    return entry is not None and any(is_damaged(entry.document, (*entry.route, key))
                                     for key in _WAY)  # fmt: skip


def _wrong_way(target: Quantity, start: Quantity, metric: Metric) -> str:
    """Return what is wrong with the way from `start` to `target`: `equal`, `worse` or nothing."""
    if target.relative:
        pair = ((target.low, target.high), (0.0, 0.0))
    else:
        terms = same_terms(target, start, metric)
        if terms is None:
            return ""
        pair = terms
    goal, origin = pair
    if goal == origin:
        return "equal"
    direction = better(metric)
    is_worse = (direction == "higher" and goal[1] <= origin[0]) or (
        direction == "lower" and goal[0] >= origin[1]
    )
    return "worse" if is_worse else ""
