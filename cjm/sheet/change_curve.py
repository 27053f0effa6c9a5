"""The curves of a comparison: as it was, dashed, as it is, and how far each step moved."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.diff.change import Kind
from cjm.diff.judge import Judgement
from cjm.diff.rows import Row
from cjm.diff.totals import Totals
from cjm.findings import Route
from cjm.sheet.change_details import both_details, verdicts
from cjm.sheet.change_view import ChangeView
from cjm.sheet.sheet import Curve, Gain, Lane, Line, Point


def feeling(view: ChangeView) -> Lane | None:
    """The curves of both maps, and of the states between them."""
    columns = range(len(view.rows))
    old = {at: view.judgement.old.mean_of(view.rows[at].old) for at in columns}
    new = {at: view.judgement.new.mean_of(view.rows[at].new) for at in columns}
    before = [_line(view, view.states[0], old, [row.old for row in view.rows])]
    for each in view.earlier:
        between = _between(view, each)
        before.append(_line(view, _state(view, each), between, [row.new for row in view.rows]))
    after = _line(view, view.states[1], new, [row.new for row in view.rows])
    after = after._replace(points=tuple(_told(view, each, old) for each in after.points))
    if not after.points and not any(line.points for line in before):
        return None
    gains = tuple(
        Gain(at + 0.5, was, now, view.words.level(now - was))
        for at in columns
        if (was := old[at]) is not None and (now := new[at]) is not None
        and abs(now - was) >= _SEEN
    )  # fmt: skip
    lines = (after,) if after.points else ()
    curve = Curve(lines, before=tuple(line for line in before if line.points), gains=gains)
    return Lane("feeling", view.words.say("lane.feeling"), "", "curve", (), curve)


def _told(view: ChangeView, point: Point, old: Mapping[int, float | None]) -> Point:
    """Return a point with what there is to know about how it moved, if it did."""
    was = old[point.start]
    if was is None or abs(point.level - was) < _SEEN:
        return point
    row, say = view.rows[point.start], view.words.say
    feelings = [each for each in view.judged(row) if each.change.kind is Kind.FEELING_CHANGED]
    changes = [each.change for each in feelings]
    personas = (
        (view.text(each.persona), f"{_level(view, each.before)} → {_level(view, each.after)}")
        for each in changes if each.persona
    )  # fmt: skip
    return point._replace(
        more=(
            *both_details(view, view.words.level(was), point.number),
            *view.details((say("more.gain"), view.words.level(point.level - was)), *personas),
            *verdicts(view, feelings),
        )
    )


def _level(view: ChangeView, value: object) -> str:
    return view.words.level(value) if isinstance(value, int | float) else "—"


_SEEN = 0.05
"""Less is nothing when it is rounded."""


def _line(
    view: ChangeView, name: str, levels: Mapping[int, float | None], routes: list[tuple[Route, ...]]
) -> Line:
    points = tuple(
        Point(at + 0.5, at, at + 1, level, view.words.level(level),
              route=routes[at][0] if routes[at] else ())
        for at, level in levels.items()
        if level is not None
    )  # fmt: skip
    return Line(name, points, (tuple(range(len(points))),) if points else ())


def _between(view: ChangeView, judgement: Judgement) -> dict[int, float | None]:
    """Return column → mean feeling in a state between, by what of it became the new map's steps."""
    totals: Totals = judgement.old
    found: dict[int, float | None] = {}
    homes: dict[Route, Row] = {route: row for row in judgement.comparison.rows for route in row.new}
    for at, row in enumerate(view.rows):
        rows = [homes[route] for route in row.new if route in homes]
        found[at] = totals.mean_of([route for each in rows for route in each.old])
    return found


def _state(view: ChangeView, judgement: Judgement) -> str:
    return view.words.say(f"now.{judgement.comparison.old.journey.state or 'current'}")
