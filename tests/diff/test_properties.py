"""What holds of every comparison, whatever two maps hold."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.diff.chain import Run
from cjm.diff.change import Change, Kind
from cjm.diff.compare import Comparison, compare
from cjm.diff.judge import judge
from cjm.diff.levels import RULES
from cjm.diff.side import Side
from cjm.model.journey import Journey
from cjm.report.diff.formats import FORMATS
from cjm.report.diff.look import DiffLook
from tests.model.strategies import items

from .sides import side, sides

MAPS = items(Journey, 3).map(lambda data: {**data, "title": data.get("title") or "A map"})
TURNED = {
    "added": "removed", "met": "unmet", "opened": "closed", "eased": "worsened", "merged": "split",
}  # fmt: skip
TURNED |= {after: before for before, after in TURNED.items()}
COME = {Kind.INSIGHT_INTRODUCED, Kind.OPPORTUNITY_ADDED}
GONE = {
    Kind.INSIGHT_RESOLVED, Kind.INSIGHT_DEFERRED, Kind.INSIGHT_FORGOTTEN, Kind.INSIGHT_REMOVED,
    Kind.OPPORTUNITY_REALISED, Kind.OPPORTUNITY_DROPPED,
}  # fmt: skip
AS_SAID = {Kind.OPPORTUNITY_REOPENED, Kind.INSIGHT_REFUTED}


@given(MAPS)
@settings(max_examples=60, deadline=None)
def test_a_map_does_not_differ_from_itself(data):
    text = json.dumps(data, ensure_ascii=False)

    assert compare(side(text), side(text)).changes == ()


@given(MAPS, MAPS)
@settings(max_examples=60, deadline=None)
def test_any_two_maps_compare_and_every_change_names_what_is_there(old, new):
    found = compare(*sides(json.dumps(old), json.dumps(new)))

    for change in found.changes:
        assert change.old is not None or change.new is not None
        for at, route in ((found.old, change.old), (found.new, change.new)):
            assert route is None or is_there(at, route)
    assert {each.rule for each in judge(found).changes} <= set(RULES)


@given(MAPS, MAPS)
@settings(max_examples=40, deadline=None)
def test_every_report_can_tell_of_any_two_maps(old, new):
    pair = sides(json.dumps(old), json.dumps(new))
    run = Run(*pair, judge(compare(*pair)))

    for report in FORMATS.values():
        text = report([run], DiffLook())
        assert text.endswith("\n")
        assert "\x1b" not in text


@given(MAPS, st.data())
@settings(max_examples=60, deadline=None)
def test_compared_the_other_way_round_the_changes_are_turned(data, draw):
    other = draw.draw(edited(data))
    old, new = sides(json.dumps(data), json.dumps(other))

    there, back = compare(old, new), compare(new, old)

    assert outline(there) == Counter(map(turned, outline(back).elements()))


@st.composite
def edited(draw: st.DrawFn, data: dict) -> dict:
    """Return a map with some of its stages and keys taken from another."""
    other = draw(MAPS)
    keys = draw(st.sets(st.sampled_from(sorted({*data, *other}))))
    mixed = {**data, **{key: other[key] for key in keys if key in other}}
    if "persona" in mixed:
        mixed.pop("personas", None)  # two spellings of one key
    return mixed


def is_there(at: Side, route: tuple) -> bool:
    try:
        at.item(route)
    except (IndexError, KeyError, AttributeError):
        # A key that is the whole of what is told, such as `feelings.NAME` of who is not named.
        return at.map.document.spans.nearest(route) is not None
    return True


Line = tuple


def outline(comparison: Comparison) -> Counter[Line]:
    return Counter(line(each) for each in comparison.changes if each.kind not in AS_SAID)


def line(change: Change) -> Line:
    """Return what a change is, with what came and what went told alike whatever became of it."""
    kind = change.kind.value
    if change.kind in COME:
        return (kind.partition("-")[0] + "-come", None, change.new, "")
    if change.kind in GONE:
        return (kind.partition("-")[0] + "-gone", change.old, None, "")
    if change.kind in (Kind.STAGE_MOVED, Kind.STEP_MOVED) and change.before is None:
        # Of two that changed places, either may be the one that moved.
        return (kind, None, None, "")
    return (kind, change.old, change.new, change.key)


def turned(line: Line) -> Line:
    kind, old, new, key = line
    head, _, tail = kind.rpartition("-")
    tail = {"come": "gone", "gone": "come"}.get(tail, TURNED.get(tail, tail))
    return (f"{head}-{tail}" if head else tail, new, old, key)


@pytest.mark.parametrize("name", ["added", "worsened", "split"])
def test_what_is_turned_twice_is_as_it_was(name):
    assert TURNED[TURNED[name]] == name
