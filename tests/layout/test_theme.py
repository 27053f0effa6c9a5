"""Colours can be read: contrast by WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

import pytest

from cjm.layout.theme import LIGHT, mood

GROUNDS = (LIGHT.sheet, LIGHT.behind, *LIGHT.tints, *(each.ground for _, each in LIGHT.notes))


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", LIGHT.stages)
def test_white_can_be_read_on_every_stage(colour: str) -> None:
    assert contrast(colour, LIGHT.sheet) >= 4.5


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", [LIGHT.ink, LIGHT.soft_ink, LIGHT.quiet])
def test_ink_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("tint", LIGHT.tints)
@pytest.mark.parametrize("line", [*LIGHT.lines, LIGHT.expectation])
def test_curves_stand_out_from_every_tint(line: str, tint: str) -> None:
    assert contrast(line, tint) >= 3


@pytest.mark.parametrize(
    ("level", "whole"),
    [(-2, -2), (-1.5, -2), (-1.4, -1), (-0.5, -1), (-0.4, 0), (0.5, 1), (1.49, 1), (1.5, 2)],
)
def test_a_face_shows_the_nearest_whole_level(level: float, whole: int) -> None:
    assert mood(level) == whole


def test_colours_begin_again_where_stages_outnumber_them() -> None:
    assert LIGHT.stage(6) == LIGHT.stage(0)
    assert LIGHT.tint(13) == LIGHT.tint(1)
