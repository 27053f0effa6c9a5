"""The metrics of a comparison: what was found, and what is found or aimed at now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cjm.diff.rows import Row
from cjm.diff.side import Side
from cjm.findings import Route
from cjm.model.metric import Metric
from cjm.model.quantity import Quantity
from cjm.sheet.change_details import both_details
from cjm.sheet.change_view import ChangeView
from cjm.sheet.lanes.measures import is_signed
from cjm.sheet.sheet import Block, Details, GaugeChange, Lane, Turn
from cjm.sheet.view import shown
from cjm.sheet.words import MINUS


def metrics(view: ChangeView) -> Lane | None:
    """Metrics: what was found, and what is found or aimed at now."""
    return view.lane("metrics", lambda row: _gauges(view, row))


def _gauges(view: ChangeView, row: Row) -> Iterator[Block]:
    before, after = _measured(view.old, row.old), _measured(view.new, row.new)
    for key, (route, metric) in {**before, **after}.items():
        old = before[key][1] if key in before else None
        new = after[key][1] if key in after else None
        was = _value(old, "actual") or _value(new, "baseline") or _value(old, "target")
        now = _value(new, "actual") or _value(new, "target") if new is not None else None
        if was is None and now is None:
            continue
        is_aim = new is not None and new.actual is None and new.target is not None
        yield GaugeChange(
            view.text(metric.name), _shown(was, metric), _shown(now, metric),
            _metric_turn(new or old, was, now), _gauge_note(view, new, is_aim=is_aim),
            route, view.said(metric.name)[1],
            _gauge_details(view, was, now, old, new),
        )  # fmt: skip


def _gauge_note(view: ChangeView, new: Metric | None, *, is_aim: bool) -> str:
    if new is None:
        return view.words.say("change.gone")
    return view.words.say("change.target") if is_aim else ""


def _gauge_details(
    view: ChangeView, was: Quantity | None, now: Quantity | None, old: Metric | None,
    new: Metric | None,
) -> Details:  # fmt: skip
    """Return both values, where they differ, and which way is better."""
    if was is not None and now is not None and was.value == now.value:
        return ()
    say = view.words.say
    metric = new or old
    assert metric is not None
    better = metric.better
    return (
        *both_details(view, _shown(was, metric), _shown(now, metric)),
        *view.details((say("change.target"), say(f"aim.{better}") if better else "")),
    )


def _measured(side: Side, routes: Sequence[Route]) -> dict[str, tuple[Route, Metric]]:
    found: dict[str, tuple[Route, Metric]] = {}
    for route in routes:
        holder = side.item(route) if route else side.journey
        for index, use in enumerate(holder.metrics):
            resolved = side.references_at(route).metric(use)
            if resolved is not None:
                found.setdefault(resolved.key, ((*route, "metrics", index), resolved.item))
    return found


def _value(metric: Metric | None, key: str) -> Quantity | None:
    value = getattr(metric, key, None)
    return value if isinstance(value, Quantity) and not value.relative else None


def _shown(value: Quantity | None, metric: Metric) -> str:
    """Return a value as it is spelt, with a true minus, and the sign that a promoter score has."""
    if value is None:
        return ""
    told = shown(value.text)
    if told.startswith("-"):
        return MINUS + told[1:]
    return f"+{told}" if is_signed(value, metric) and not told.startswith("+") else told


def _metric_turn(metric: Metric | None, was: Quantity | None, now: Quantity | None) -> Turn:
    better = getattr(metric, "better", None)
    if was is None or now is None or was.value == now.value or was.kind != now.kind:
        return (
            "kept" if was is not None and now is not None and was.value == now.value else "changed"
        )
    if better is None:
        return "changed"
    return "better" if (now.value > was.value) == (better == "higher") else "worse"
