"""A curve drawn alone stands over columns of whole pixels, and turns with the direction of reading."""

from __future__ import annotations

from cjm.layout.scene import Circle, Label
from cjm.layout.strip import Strip, column_widths, strip_of
from cjm.layout.theme import LIGHT
from tests.render.maps import EVERYTHING
from tests.sheet.builders import lane_of, sheet_of

TWO = """
title: T
language: en
stages:
  - {name: A, feeling: {level: 2, label: glad}}
  - {name: B, feeling: -1, expectation: {level: 0, text: A call}}
  - {name: C, feeling: sad}
"""


def strip(text: str = TWO, *, right_to_left: bool = False) -> Strip:
    sheet = sheet_of(text)
    widths = column_widths(sheet)
    return strip_of(lane_of(sheet, "feeling"), widths, LIGHT, right_to_left=right_to_left)


def faces(strip: Strip) -> list[tuple[float, float]]:
    return sorted({(s.x, s.y) for s in strip.shapes if isinstance(s, Circle) and s.radius > 5})


def test_columns_are_whole_and_as_wide_as_the_strip() -> None:
    sheet = sheet_of(EVERYTHING)

    widths = column_widths(sheet)

    assert len(widths) == len(sheet.columns)
    assert strip(EVERYTHING).width == sum(widths)


def test_faces_stand_in_the_middle_of_their_columns() -> None:
    width = strip().width / 3

    (glad, low) = faces(strip())

    assert glad[0] == width / 2
    assert low[0] == width * 1.5
    assert glad[1] < low[1]


def test_everything_stands_within_the_strip() -> None:
    drawn = strip(EVERYTHING)

    assert all(9 < x < drawn.width - 9 and 9 < y < drawn.height - 9 for x, y in faces(drawn))
    assert all(0 < s.y < drawn.height for s in drawn.shapes if isinstance(s, Label))


def test_right_to_left_is_the_mirror_image() -> None:
    plain, turned = strip(), strip(right_to_left=True)

    mirrored = sorted((turned.width - x, y) for x, y in faces(turned))
    assert mirrored == faces(plain)
    assert turned.height == plain.height


def test_words_below_keep_their_columns_in_both_directions() -> None:
    plain, turned = strip(), strip(right_to_left=True)

    spans = [(cell.start, cell.end) for row in plain.rows for cell in row]
    assert spans == [(1, 2), (2, 3)]
    assert turned.rows == plain.rows


def test_words_alone_are_no_curve() -> None:
    drawn = strip("title: T\nstages: [{name: A, feeling: sad}]")

    assert drawn.height == 0
    assert drawn.shapes == ()
    assert len(drawn.rows) == 1
