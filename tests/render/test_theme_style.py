"""A page has the colours of its theme, and of the dark where there are some."""

from __future__ import annotations

import re
from dataclasses import replace

from cjm.layout.dark import DARK, colours
from cjm.layout.ink_saving import PRINT
from cjm.layout.theme import LIGHT
from cjm.render.html import html
from cjm.render.look import Look
from cjm.render.theme_style import as_many, theme_style
from tests.render.maps import EVERYTHING
from tests.sheet.builders import sheet_of

QUERY = "@media screen and (prefers-color-scheme:dark)"


def test_the_light_page_turns_dark_on_a_dark_screen_and_on_no_paper() -> None:
    style = theme_style(LIGHT, DARK)

    assert style.startswith(":root{color-scheme:light;")
    assert f"{QUERY}{{:root{{color-scheme:dark;" in style
    assert f"--ink:{DARK.ink};" in style.partition(QUERY)[2]


def test_a_page_of_one_theme_stays_as_it_is() -> None:
    style = theme_style(DARK, None)

    assert "@media" not in style
    assert style.startswith(":root{color-scheme:dark;")


def test_every_colour_that_a_page_asks_for_is_declared() -> None:
    own = replace(LIGHT, stages=("#0b6e4f", "#721817"), tints=("#eeeeee",) * 9)

    for look in (Look(), Look(DARK, None), Look(PRINT, None), Look(own, DARK)):
        page = html([sheet_of(EVERYTHING)], look)
        declared = set(re.findall(r"--([\w-]+):", page))
        asked = set(re.findall(r"var\(--([\w-]+)\)", page))
        assert asked - declared == set(), look.theme
        assert set(colours(look.theme)) <= declared


def test_a_palette_shorter_than_that_of_cjm_is_repeated() -> None:
    style = theme_style(replace(LIGHT, lines=("#111111", "#222222")), None)

    assert "--lines-4:#111111" in style


def test_the_dark_has_as_many_colours_as_the_light() -> None:
    own = replace(LIGHT, stages=("#0b6e4f",) * 9, lines=("#111111",) * 7)

    dark = as_many(DARK, own)

    assert (len(dark.stages), len(dark.lines)) == (9, 7)
    assert dark.lines[5] == DARK.lines[0]


def test_every_stage_of_a_palette_has_its_rule() -> None:
    style = theme_style(replace(LIGHT, stages=("#0b6e4f",) * 9), None)

    assert ".stage-8 .chevron{background:var(--stages-8)}" in style
    assert "--stages-8:#0b6e4f" in style
