"""The theme for paper saves ink, and says the same on a black-and-white printer."""

from __future__ import annotations

from cjm.layout import lay_out
from cjm.layout.contrast import contrast, luminance
from cjm.layout.ink_saving import PRINT
from cjm.layout.scene import Rect
from cjm.layout.theme import LIGHT, Theme
from tests.render.maps import EVERYTHING
from tests.sheet.builders import sheet_of


def ink(theme: Theme) -> float:
    """Return how much of a map is covered by ink: the darkness of its rectangles by their area."""
    scene = lay_out(sheet_of(EVERYTHING), theme)
    filled = [
        (1 - luminance(shape.fill)) * shape.opacity * shape.width * shape.height
        for shape in scene.shapes
        if isinstance(shape, Rect) and shape.fill.startswith("#")
    ]
    return (sum(filled) + (1 - luminance(theme.page)) * 4000) / scene.width / scene.height


def test_grounds_are_white() -> None:
    grounds = [PRINT.page, PRINT.sheet, PRINT.behind, PRINT.card, PRINT.moment_glow]

    assert {*grounds, *(note.ground for _, note in PRINT.notes)} == {"#ffffff"}


def test_it_takes_less_than_half_the_ink_of_the_light_theme() -> None:
    assert ink(PRINT) < ink(LIGHT) / 2


def test_stages_and_their_columns_are_pale() -> None:
    assert all(luminance(each) > 0.7 for each in PRINT.stages)
    assert all(luminance(each) > 0.9 for each in PRINT.tints)


def test_without_colour_curves_hatches_and_columns_are_told_apart() -> None:
    main, second, *_ = PRINT.lines

    assert contrast(main, second) > 2.5
    assert all(contrast(note.ground, note.stripe) > 1.15 for _, note in PRINT.notes)
    assert PRINT.tints[0] != PRINT.tints[1]
