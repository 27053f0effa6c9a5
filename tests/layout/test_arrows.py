"""The arrows of a blueprint join what follows downwards, and run through gaps only."""

from __future__ import annotations

import re
from itertools import accumulate

from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from cjm.layout.arrows import CLEAR, Arrows
from cjm.layout.grid import Grid
from cjm.layout.labels import Box
from cjm.layout.measure import ASCENT, DESCENT
from cjm.layout.scene import Label, Path, Rect, Scene
from cjm.layout.theme import LIGHT
from tests.layout.test_scene import check
from tests.sheet.builders import scene_of

GRID = Grid(tuple(accumulate([100.0] * 4, initial=0.0)))


def over(column: int, top: float, foot: float, *, span: int = 1) -> Box:
    return Box(100 * column + 7, top, 100 * (column + span) - 7, foot)


def found(*lanes: tuple[str, list[Box]]) -> list[tuple[float, float, float]]:
    arrows = Arrows(GRID)
    for lane, boxes in lanes:
        arrows.add(lane, boxes)
    return arrows.found


def test_an_arrow_leads_from_a_card_to_the_next_below() -> None:
    assert found(("actions", [over(0, 0, 20)]), ("frontstage", [over(0, 60, 80)])) == [
        (50, 20 + CLEAR, 60 - CLEAR)
    ]


def test_it_passes_an_empty_cell() -> None:
    lanes = (
        ("actions", [over(0, 0, 20), over(1, 0, 20)]),
        ("frontstage", [over(1, 60, 80)]),
        ("systems", [over(0, 100, 120), over(1, 100, 120)]),
    )

    assert sorted(found(*lanes)) == [(50, 23, 97), (150, 23, 57), (150, 83, 97)]


def test_it_begins_below_the_last_card_of_a_cell_and_ends_above_the_first() -> None:
    lanes = (
        ("actions", [over(0, 0, 20)]),
        ("frontstage", [over(0, 60, 80), over(0, 85, 105)]),
        ("systems", [over(0, 130, 150)]),
    )

    assert [arrow[1:] for arrow in found(*lanes)] == [(23, 57), (108, 127)]


def test_a_card_over_several_columns_is_met_where_the_other_stands() -> None:
    lanes = (
        ("backstage", [over(0, 0, 20), over(2, 0, 20)]),
        ("support", [over(0, 60, 80, span=3)]),
        ("systems", [over(0, 100, 120, span=3)]),
    )

    assert [arrow[0] for arrow in found(*lanes)] == [50, 250, 150]


def test_nothing_leads_past_another_lane_or_a_curve() -> None:
    assert not found(
        ("actions", [over(0, 0, 20)]),
        ("pains", [over(0, 30, 40)]),
        ("frontstage", [over(0, 60, 80)]),
    )
    arrows = Arrows(GRID)
    arrows.add("actions", [over(0, 0, 20)])
    arrows.stop()
    arrows.add("frontstage", [over(0, 60, 80)])
    assert not arrows.found


def test_no_arrow_leads_from_one_row_of_the_customer_to_another() -> None:
    assert not found(("step", [over(0, 0, 20)]), ("actions", [over(0, 60, 80)]))


ROWS = ("actions", "frontstage", "backstage", "support", "systems", "policies")


def lines_of(scene: Scene) -> list[tuple[float, float, float]]:
    """Return x, top and foot of the arrows' lines."""
    found = []
    for shape in scene.shapes:
        if isinstance(shape, Path) and shape.stroke_width == 1.25 and shape.stroke == LIGHT.quiet:
            x, top, foot = map(float, re.findall(r"[\d.]+", shape.d))
            found.append((x, top, foot))
    return found


def blueprint(columns: list[set[str]], wide: set[str]) -> Scene:
    steps = ", ".join(
        f"{{name: Step {index}, "
        + ", ".join(f"{row}: [{row} {index}, more]" for row in sorted(rows))
        + "}"
        for index, rows in enumerate(columns)
    )
    more = "".join(f"{row}: {{text: all of it}}, " for row in sorted(wide - {"systems", "actions"}))
    return scene_of(
        "title: T\nlanguage: en\ntype: blueprint\nstages: ["
        "{name: A, steps: [{name: a, actions: go, frontstage: talk, backstage: work, support: feed}]}, "
        f"{{name: B, {more}steps: [{steps}]}}]"
    )


@limits(max_examples=40, deadline=None)
@given(
    st.lists(st.sets(st.sampled_from(ROWS)), min_size=1, max_size=20),
    st.sets(st.sampled_from(ROWS)),
)
def test_no_arrow_runs_through_a_card_or_a_text(columns: list[set[str]], wide: set[str]) -> None:
    scene = blueprint(columns, wide)

    check(scene)
    cards = [
        shape
        for shape in scene.shapes
        if isinstance(shape, Rect) and shape.fill == LIGHT.card and shape.stroke_width
    ]
    assert lines_of(scene)
    for x, top, foot in lines_of(scene):
        assert foot - top > 3
        for card in cards:
            beside = x < card.x or card.x + card.width < x
            assert beside or foot < card.y or card.y + card.height < top
        for shape in scene.shapes:
            if isinstance(shape, Label) and shape.anchor == "start":
                beside = x < shape.x or shape.x + shape.room < x
                above, below = shape.y - ASCENT * shape.size, shape.y + DESCENT * shape.size
                assert beside or foot < above or below < top, shape.text
