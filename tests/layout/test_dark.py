"""In the dark, too, words can be read: WCAG 2.2 asks for a contrast of 4.5 to 1, of 3 for signs."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from cjm.layout.dark import DARK, VARIABLES, colours
from cjm.layout.theme import LIGHT, Theme
from tests.layout.test_theme import contrast

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def grounds(theme: Theme) -> list[str]:
    notes = [each for _, note in theme.notes for each in (note.ground, note.stripe)]
    return [theme.sheet, theme.behind, *theme.tints, *notes]


@THEMES
def test_words_stand_out_from_every_ground(theme: Theme) -> None:
    weak = [
        (ink, ground)
        for ink in (theme.ink, theme.soft_ink, theme.quiet)
        for ground in grounds(theme)
        if contrast(ink, ground) < 4.5
    ]

    assert weak == []


@THEMES
def test_white_words_stand_out_from_stages_and_initials_from_portraits(theme: Theme) -> None:
    assert [each for each in theme.stages if contrast("#ffffff", each) < 4.5] == []
    assert contrast(theme.portrait_ink, theme.portrait) >= 4.5


def test_in_the_dark_curves_and_bars_stand_out() -> None:
    lines = [*DARK.lines, DARK.expectation, DARK.bar, *DARK.levels]

    assert [
        (line, ground)
        for line in lines
        for ground in (DARK.sheet, *DARK.tints)
        if contrast(line, ground) < 3
    ] == []


def test_both_sets_have_the_same_names() -> None:
    assert colours(LIGHT).keys() == colours(DARK).keys()


def test_every_variable_is_the_name_of_a_colour() -> None:
    named = re.findall(
        r"var\(--([\w-]+)\)", str([getattr(VARIABLES, f.name) for f in fields(LIGHT)])
    )

    assert set(named) == set(colours(LIGHT))
    assert "#" not in str(VARIABLES)
