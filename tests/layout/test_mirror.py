"""A map in Arabic or Hebrew runs from right to left, and its texts and numbers stay readable."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.layout import lay_out
from cjm.layout.canvas import draw
from cjm.layout.direction import has_right_to_left
from cjm.layout.mirror import mirrored, mirrored_path
from cjm.layout.scene import Circle, GroupStart, Image, Label, Path, Rect, Scene, Shape
from cjm.layout.theme import LIGHT
from cjm.sheet.words import vocabulary
from tests.layout.test_scene import check
from tests.sheet.builders import sheet_of

ARABIC = """
title: رحلة العميل إلى 5G
language: ar
persona: {name: ليلى حسن, role: موظفة, quote: بلا دروس}
goal: {customer: سرعة أكبر, business: من 23% إلى 40%}
pains: لا أحد يجيب
stages:
  - name: يدرك
    goal: يعرف السبب
    steps:
      - {name: WhatsApp ثم المتجر, feeling: {level: -2, label: منزعجة}, expectation: 1, pains: {text: ازدحام في ساعة الذروة, severity: 4}}
      - {name: يرى إعلان 5G, feeling: [1, -1], touchpoints: {name: Metro poster, channels: [Out of home]}}
  - name: يقرر
    steps:
      - {name: يقارن, moment_of_truth: true, metrics: {name: NPS, actual: -12, target: 45, scale: [-100, 100]}}
      - {name: انخفض بمقدار −2 نقطة, feeling: غاضب}
"""

numbers = st.floats(-900, 900).map(lambda value: round(value, 2))


def arabic(language: str = "ar") -> Scene:
    return lay_out(sheet_of(ARABIC, language=language))


def label(scene: Scene, text: str) -> Label:
    return next(each for each in scene.shapes if isinstance(each, Label) and each.text == text)


def test_no_text_leaves_its_place_or_covers_another() -> None:
    check(arabic())


def test_what_is_first_stands_at_the_right() -> None:
    scene = arabic()

    assert label(scene, "يدرك").x > label(scene, "يقرر").x
    assert label(scene, "ليلى حسن").x > label(scene, "رحلة العميل إلى 5G").x
    say = vocabulary("ar").say
    titles = [label(scene, say(f"lane.{id}")) for id in ("stage", "step", "pains")]
    assert {each.x for each in titles} == {scene.width - 24 - 12}
    assert all(each.is_right_to_left and each.anchor == "start" for each in titles)


def test_a_text_that_ends_at_the_right_ends_at_the_left() -> None:
    source = [each for each in arabic().shapes if isinstance(each, Label)][-1]

    assert (source.x, source.anchor) == (24 + 26, "end")
    assert source.is_right_to_left == has_right_to_left(source.text)


def test_it_is_as_large_as_the_same_map_from_the_left() -> None:
    turned, plain = arabic(), arabic("en")

    assert (turned.width, turned.height) == (plain.width, plain.height)


def test_faces_stand_at_the_mirrored_places() -> None:
    sheet = sheet_of(ARABIC, lanes=["stage", "feeling"])
    turned, plain = (
        {(each.x, each.y) for each in scene.shapes if isinstance(each, Circle) and each.radius > 8}
        for scene in (lay_out(sheet._replace(language=language)) for language in ("ar", "en"))
    )

    assert turned == {(round(lay_out(sheet).width - x, 2), y) for x, y in plain}


def test_a_text_that_begins_with_a_foreign_word_runs_from_the_right_all_the_same() -> None:
    scene = arabic()

    (mixed,) = (
        each
        for each in scene.shapes
        if isinstance(each, Label) and each.text.startswith("WhatsApp")
    )

    assert mixed.is_right_to_left
    assert not label(scene, "Metro poster").is_right_to_left


def test_the_sign_of_a_number_stays_before_it() -> None:
    scene = arabic()

    assert label(scene, "−2").is_right_to_left is False
    assert any("\u200e−2" in each.text for each in scene.shapes if isinstance(each, Label))


def test_the_arrow_to_a_target_points_to_it() -> None:
    texts = {each.text for each in arabic().shapes if isinstance(each, Label)}

    assert "45 ←" in {text.replace("+", "") for text in texts}
    assert not any(text.startswith("→") for text in texts)


parts = st.one_of(
    st.tuples(st.sampled_from("MLTmlt"), numbers, numbers),
    st.tuples(st.sampled_from("HVhv"), numbers),
    st.tuples(st.sampled_from("QSqs"), *[numbers] * 4),
    st.tuples(st.sampled_from("Cc"), *[numbers] * 6),
)


@given(st.lists(parts), st.integers(0, 1000))
def test_the_mirror_of_the_mirror_is_the_path(parts: list[tuple[str, float]], width: int) -> None:
    d = " ".join(draw(*part) for part in parts)

    assert mirrored_path(mirrored_path(d, width), width) == d


@pytest.mark.parametrize(
    ("d", "turned"),
    [
        ("M 10 5 H 20 h 5 V 9 Z", "M 90 5 H 80 h -5 V 9 Z"),
        ("M10,5L20-5l5,5 4 4", "M 90 5 L 80 -5 l -5 5 -4 4"),
        ("M 1 2 a 5 6 30 0 1 4 4", "M 99 2 a 5 6 -30 0 0 -4 4"),
        ("M 1 2 3 4 q 1 1 2 2", "M 99 2 97 4 q -1 1 -2 2"),
    ],
)
def test_paths_are_mirrored_in_every_notation(d: str, turned: str) -> None:
    assert mirrored_path(d, 100) == turned


def test_boxes_circles_and_images_change_sides_and_groups_stay() -> None:
    shapes: list[Shape] = [
        GroupStart("lane", "feeling"), Rect(10, 1, 20, 5, "#000000"), Circle(10, 5, 3, "#000000"),
        Image(0, 0, 40, 10, "data:,"),
    ]  # fmt: skip

    group, rect, circle, image = mirrored(shapes, 100)

    assert group == shapes[0]
    assert isinstance(rect, Rect)
    assert isinstance(circle, Circle)
    assert isinstance(image, Image)
    assert (rect.x, circle.x, image.x) == (70, 90, 60)


def test_the_coloured_edge_of_a_note_stands_at_its_right() -> None:
    scene = arabic()

    edges = [
        float(re.findall(r"[\d.]+", each.d)[0])
        for each in scene.shapes
        if isinstance(each, Path)
        and each.stroke_width == 3
        and each.stroke == LIGHT.note("pain").edge
    ]

    pain = label(scene, "لا أحد يجيب")
    assert max(edges) > pain.x


def test_hebrew_runs_from_the_right_too() -> None:
    text = "title: מסע\nlanguage: he\nstages: [{name: א, feeling: -1}, {name: ב, feeling: 1}]"

    scene = lay_out(sheet_of(text, language="he"))

    check(scene)
    assert label(scene, "א").x > label(scene, "ב").x
