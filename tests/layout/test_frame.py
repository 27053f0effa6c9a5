"""Header and footer fit maps of any width."""

from __future__ import annotations

import pytest

from cjm.layout.frame import balanced
from cjm.layout.scene import Label, Scene
from tests.layout.test_scene import check
from tests.sheet.builders import scene_of

RICH = """
title: Upgrading from 4G to 5G
state: current
status: validated
review: {{last: 2026-09-14}}
goal: {{customer: Enjoy the speed, business: Raise uptake}}
personas: [{{name: Li Na, role: Commuter, quote: Just work}}]
stages:
  - name: A
    steps: [{steps}]
    feeling: {{level: 1, evidence: [talk]}}
    pains: {{text: p, evidence: [talk]}}
    opportunities: o
library: {{evidence: {{talk: {{title: Talk, method: interview, sample: 12}}}}}}
"""


def rich(count: int) -> Scene:
    return scene_of(RICH.format(steps=", ".join(["go"] * count)))


def label(scene: Scene, text: str) -> Label:
    return next(each for each in scene.shapes if isinstance(each, Label) and each.text == text)


@pytest.mark.parametrize("count", [10, 30])
def test_the_figures_of_a_wide_map_stand_beside_the_title(count: int) -> None:
    scene = rich(count)

    assert label(scene, "mean emotion").y < label(scene, "Raise uptake").y
    assert label(scene, "mean emotion").x > scene.width - 400


def test_four_figures_stand_two_by_two() -> None:
    scene = rich(10)

    at = [
        label(scene, text)
        for text in ("mean emotion", "pain point", "opportunity", "of claims have")
    ]

    assert len({each.x for each in at}) == 2
    assert len({each.y for each in at}) == 2


@pytest.mark.parametrize(
    ("count", "most", "columns"), [(4, 3, 2), (5, 3, 3), (6, 3, 3), (4, 8, 4), (1, 3, 1), (0, 3, 0)]
)
def test_rows_of_figures_are_alike(count: int, most: int, columns: int) -> None:
    assert balanced(count, most) == columns


def test_the_figures_of_a_narrow_map_stand_below_its_title() -> None:
    scene = rich(1)

    assert label(scene, "mean emotion").y > label(scene, "Raise uptake").y


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_no_map_is_narrower_than_its_header_needs(count: int) -> None:
    many = ", ".join(f"{{name: P{index}, role: Buyer, quote: Hm}}" for index in range(count))
    scene = scene_of(f"title: T\nstate: current\npersonas: [{many}]\nstages: [A]")

    title = label(scene, "T")

    assert title.x > max(label(scene, f"P{index}").x for index in range(count)) + 100
    assert scene.width - title.x >= 300
    check(scene)


def test_personas_of_whom_only_the_name_is_known_stand_in_one_line() -> None:
    scene = scene_of("title: T\npersonas: [Ana, Ben, Cy, Di]\nstages: [A, B, C]")

    assert len({label(scene, name).y for name in ("Ana", "Ben", "Cy", "Di")}) == 1


def test_more_portraits_than_fit_are_named() -> None:
    many = ", ".join(f"{{name: P{index}, role: Buyer}}" for index in range(8))

    scene = scene_of(f"title: T\npersonas: [{many}]\nstages: [A, B, C]")

    assert label(scene, "+ P6, P7")


def test_many_portraits_stand_in_two_columns() -> None:
    many = ", ".join(f"{{name: P{index}, role: Buyer}}" for index in range(5))

    scene = scene_of(
        f"title: T\npersonas: [{many}]\nstages: [{{name: A, steps: [a, b, c, d, e, f, g]}}]"
    )

    at = [label(scene, f"P{index}") for index in range(5)]
    assert len({each.x for each in at}) == 2
    assert len({each.y for each in at}) == 3


def test_the_source_ends_at_the_right() -> None:
    scene = scene_of("title: T\nstages: [A]")

    source = [each for each in scene.shapes if isinstance(each, Label)][-1]

    assert source.text.startswith("Map: m · file version ")
    assert (source.anchor, source.x) == ("end", scene.width - 24 - 26)
