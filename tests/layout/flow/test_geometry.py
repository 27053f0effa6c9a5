"""Nothing in a flow runs into anything else: cards, labels, lines, words."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjm.layout.dark import DARK
from cjm.layout.flow import lay_out_flow
from cjm.layout.flow.columns import WIDEST_ROW
from cjm.layout.scene import Label, Rect, Scene
from cjm.layout.scene import Path as Line
from cjm.sheet.flow import arrange_flow
from cjm.workspace.files import DiskFiles
from cjm.workspace.load import load
from tests.layout.flow.geometry import drawn, faults
from tests.layout.flow.maps import flow_of, random_map, steps_of

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def scene_of(text: str, language: str = "en") -> Scene:
    return lay_out_flow(flow_of(text, language))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=st.integers(0, 10**6),
    steps=st.integers(2, 60),
    more=st.floats(0, 0.6),
    stages=st.integers(1, 8),
)
def test_nothing_runs_into_anything(seed: int, steps: int, more: float, stages: int) -> None:
    scene = scene_of(random_map(seed, steps, int(steps * (1 + more)), stages))

    assert faults(scene) == []


@pytest.mark.parametrize("seed", range(3))
def test_sixty_steps_and_ninety_ways_are_clear_and_keep_to_a_page_s_width(seed: int) -> None:
    flow = flow_of(random_map(seed, 60, 90, 8))

    scene = lay_out_flow(flow)

    assert (len(flow.cards), len(flow.edges) + len(flow.ends)) >= (60, 85)
    assert faults(scene) == []
    assert scene.width <= WIDEST_ROW + 64
    assert len([kind for kind, _ in drawn(scene).things if kind == "card"]) == 60


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_examples_are_clear(language: str, wide: bool) -> None:
    loaded = load(DiskFiles(EXAMPLES), ["."])

    for workspace, map in loaded.maps:
        flow = arrange_flow(map, workspace, language=language)
        assert faults(lay_out_flow(flow, wide=wide)) == [], map.path


def test_a_map_that_runs_from_right_to_left_is_clear_and_begins_at_the_right() -> None:
    text = random_map(5, 9, 13).replace("language: en", "language: ar")
    scene = scene_of(text, "ar")

    first = next(box for kind, box in drawn(scene).things if kind == "card")

    assert faults(scene) == []
    assert first.left > scene.width / 2


@pytest.mark.parametrize("count", [1, 2])
def test_a_small_flow_is_a_whole_picture(count: int) -> None:
    scene = scene_of(steps_of(*("name: Waits" for _ in range(count))))

    assert faults(scene) == []
    assert scene.width >= 900


def test_a_flow_without_steps_is_a_picture_all_the_same() -> None:
    flow = replace(
        flow_of(steps_of("name: Waits")), stages=(), cards=(), edges=(), ends=(), main=()
    )

    assert lay_out_flow(flow).height > 100


def test_a_straight_row_folds_before_it_is_too_wide() -> None:
    scene = scene_of(steps_of(*(f"name: Step {at}" for at in range(30))))

    tops = {box.top for kind, box in drawn(scene).things if kind == "card"}

    assert faults(scene) == []
    assert len(tops) > 1
    assert scene.width <= WIDEST_ROW + 64


def test_no_text_is_smaller_than_eleven_px() -> None:
    scene = scene_of(random_map(1, 20, 30))

    sizes = {shape.size for shape in scene.shapes if isinstance(shape, Label)}

    assert min(sizes) >= 11


def test_the_same_flow_is_the_same_picture_in_every_colour() -> None:
    flow = flow_of(random_map(2, 20, 30))

    light, again, dark = lay_out_flow(flow), lay_out_flow(flow), lay_out_flow(flow, DARK)

    assert light == again
    assert [_bare(each) for each in light.shapes] == [_bare(each) for each in dark.shapes]


def test_lines_are_as_wide_as_their_share() -> None:
    scene = scene_of(
        steps_of(
            "id: a, name: A, next: [{to: b, share: 80}, {to: c, share: 20}]",
            "id: b, name: B, next: d", "id: c, name: C, next: d", "id: d, name: D",
        )
    )  # fmt: skip

    widths = {width for _, width in drawn(scene).lines}

    assert {round(1.6 + 6.4 * part, 2) for part in (1, 0.8, 0.2)} == widths


def test_the_happy_path_is_a_straight_line() -> None:
    scene = scene_of(
        steps_of(
            "id: a, name: A, next: [{to: b, share: 20}, {to: c, share: 80}]",
            "id: b, name: B with a name that takes several lines of its card, next: d",
            "id: c, name: C with a name that takes several lines of its card, next: [{to: d, share: 70},"
            " {to: exit, share: 30}]",
            "id: d, name: D",
        )
    )

    cards = [box for kind, box in drawn(scene).things if kind == "card"]

    middles = [round((box.top + box.foot) / 2, 1) for box in cards]
    assert middles.count(middles[0]) == 3


@pytest.mark.parametrize("fault", ["a card", "a label", "a line", "words"])
def test_the_check_finds_what_runs_into_something(fault: str) -> None:
    """Positive control: each kind of fault is put in, and found."""
    scene = scene_of(random_map(8, 12, 18))
    shapes = list(scene.shapes)
    at = next(index for index, shape in enumerate(shapes) if _is(shape, fault))
    shape = shapes[at]
    if isinstance(shape, Line):
        (_, box) = next(thing for thing in drawn(scene).things if thing[0] == "card")
        through = f"M {box.left - 40} {box.top + 30} H {box.right + 40}"
        shapes[at] = shape._replace(d=through)
    elif isinstance(shape, Rect | Label):
        other = next(each for each in shapes[at + 1 :] if _is(each, fault) and each.y != shape.y)
        shapes[at] = shape._replace(x=other.x, y=other.y + 1)

    assert faults(scene._replace(shapes=tuple(shapes))) != []


def _is(shape: object, fault: str) -> bool:
    if fault == "a line":
        return isinstance(shape, Line) and shape.fill == "none" and " C " in shape.d
    if fault == "words":
        return isinstance(shape, Label) and shape.y > 250
    radius = 7.5 if fault == "a card" else 6
    return isinstance(shape, Rect) and shape.radius == radius and shape.opacity == 1


def _bare(shape: object) -> object:
    return re.sub(r"#[0-9a-f]{6}", "", repr(shape))
