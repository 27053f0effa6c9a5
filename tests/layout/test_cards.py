"""A blueprint has cards, its three lines, and signs where it fails."""

from __future__ import annotations

from cjm.layout.cards import card_of
from cjm.layout.scene import Label, Path, Rect, Scene
from cjm.layout.theme import LIGHT
from cjm.sheet.blocks import Words
from tests.sheet.builders import scene_of

BLUEPRINT = """
title: T
language: en
type: blueprint
stages:
  - name: A
    steps:
      - {name: Calls, frontstage: Answers, backstage: {text: Keys it in, fail: true}, support: Checks, duration: 5 min}
      - {name: Waits, backstage: {text: Packs, moment_of_truth: true}, wait: 2 h}
"""


def texts(scene: Scene) -> list[str]:
    return [shape.text for shape in scene.shapes if isinstance(shape, Label)]


def cards(scene: Scene) -> list[Rect]:
    return [
        each
        for each in scene.shapes
        if isinstance(each, Rect)
        and each.fill == LIGHT.card
        and each.stroke_width
        and each.radius > 7
    ]


def test_the_three_lines_are_named() -> None:
    said = texts(scene_of(BLUEPRINT))

    assert {"Line of interaction", "Line of visibility", "Line of internal", "interaction"} <= {
        *said
    }


def test_the_three_lines_are_told_apart_without_their_names() -> None:
    scene = scene_of(BLUEPRINT)

    lines = [
        each.dash for each in scene.shapes
        if isinstance(each, Path) and each.stroke == LIGHT.divider and each.stroke_width == 1.5
    ]  # fmt: skip

    assert len(lines) == len({*lines}) == 3


def test_each_cell_is_a_card() -> None:
    assert len(cards(scene_of(BLUEPRINT))) == 6


def test_a_map_with_one_row_behind_the_scenes_is_no_blueprint() -> None:
    scene = scene_of(
        "title: T\nlanes: [step, backstage]\nstages: [{name: A, steps: [{name: a, backstage: b}]}]"
    )

    assert len(cards(scene)) == 1  # the step


def test_a_point_of_failure_has_an_edge_a_sign_and_words() -> None:
    scene = scene_of(BLUEPRINT)

    assert "point of failure" in texts(scene)
    assert sum(card.stroke == LIGHT.alert for card in cards(scene)) == 1
    assert any(isinstance(each, Path) and each.fill == LIGHT.alert for each in scene.shapes)


def test_a_card_is_as_high_as_its_words() -> None:
    short = card_of(Words("Packs"), 120, LIGHT, is_customer=False)
    long = card_of(Words("Packs " * 12, "Warehouse", marks=("fails",), moment="moment of truth"),
                   120, LIGHT, is_customer=False)  # fmt: skip

    assert short.height < 40 < 100 < long.height
