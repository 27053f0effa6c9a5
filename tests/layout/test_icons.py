"""Icons are drawn for every name, stay within their square, and move and grow as they are told."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.layout.icons import CHANNELS, SIGNS, icon_path
from cjm.model.evidence import BASES
from cjm.model.icons import ICONS

NAMES = [*CHANNELS, *SIGNS]


def points_of(path: str) -> list[tuple[float, float]]:
    """Return the points of a path whose letters are relative, save the first."""
    found: list[tuple[float, float]] = []
    at = start = (0.0, 0.0)
    for letter, body in re.findall(r"([MmlhvcZ])([^MmlhvcZ]*)", path):
        values = [float(each) for each in body.split()]
        if letter == "Z":
            at = start
            continue
        pairs = {"h": [(*values, 0.0)], "v": [(0.0, *values)]}.get(letter) or list(
            zip(values[::2], values[1::2], strict=True)
        )
        base = (0.0, 0.0) if letter == "M" else at
        points = [(base[0] + x, base[1] + y) for x, y in pairs]
        found += points
        at = points[-1]
        start = at if letter in "Mm" else start
    return found


def test_every_name_has_a_drawing() -> None:
    assert set(CHANNELS) == set(ICONS)
    assert set(BASES) <= set(SIGNS)


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_stays_within_its_square(name: str) -> None:
    points = points_of(icon_path(name))

    assert points
    assert all(0.2 <= value <= 15.8 for point in points for value in point)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_drawings_are_alike(name: str) -> None:
    others = [icon_path(each) for each in CHANNELS if each != name]

    assert icon_path(name) not in others or name == "external"


@given(st.sampled_from(NAMES), st.floats(0, 5000), st.floats(0, 5000), st.floats(8, 64))
def test_a_drawing_moves_and_grows(name: str, x: float, y: float, size: float) -> None:
    plain, moved = points_of(icon_path(name)), points_of(icon_path(name, x, y, size))

    assert len(plain) == len(moved)
    rounding = 0.02 * (1 + size / 16)
    for (a, b), (c, d) in zip(plain, moved, strict=True):
        assert c == pytest.approx(x + a * size / 16, abs=rounding)
        assert d == pytest.approx(y + b * size / 16, abs=rounding)
