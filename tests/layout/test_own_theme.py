"""A theme file becomes colours and sizes, and nothing else."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.layout.contrast import pairs
from cjm.layout.dark import DARK, PALETTES
from cjm.layout.ink_saving import PRINT
from cjm.layout.own_theme import mixed, themes_of
from cjm.layout.theme import FONTS, LIGHT, Theme
from cjm.source import parse
from cjm.source.plain import Plain
from cjm.workspace.theme_file import Colours, Notes, ThemeFile, read_theme


def theme_from(text: str) -> tuple[Theme, Theme | None]:
    """Return the themes that the text of a file gives."""
    item = read_theme(parse(text.encode(), "a.theme.yaml").data).item
    assert item is not None
    return themes_of(item)


def test_every_colour_of_a_theme_can_be_chosen() -> None:
    several = {*PALETTES, "notes", "fonts"}
    plain = {f.name for f in fields(Theme) if isinstance(getattr(LIGHT, f.name), str)} - several

    assert {name for name in Colours.keys() if name not in ("id", "description", "links")} == plain
    assert set(dict(LIGHT.notes)) <= set(Notes.keys())


def test_a_file_that_says_nothing_is_the_light_theme() -> None:
    assert theme_from("cjm: theme/1") == (LIGHT, None)


@pytest.mark.parametrize(("name", "base"), [("light", LIGHT), ("dark", DARK), ("print", PRINT)])
def test_what_is_left_out_comes_from_the_theme_that_it_extends(name: str, base: Theme) -> None:
    theme, _ = theme_from(f"extends: {name}\ncolors: {{ink: '#123'}}")

    assert theme.ink == "#112233"
    assert (theme.page, theme.stages, theme.notes) == (base.page, base.stages, base.notes)


def test_grounds_below_stages_of_ones_own_are_mixed_from_them() -> None:
    theme, _ = theme_from("stages: ['#0b6e4f', '#721817', '#2b4162', '#333333', '#444444']")

    assert theme.stages[1] == "#721817"
    assert theme.tints == tuple(mixed(each, LIGHT.sheet, 0.06) for each in theme.stages)


def test_grounds_on_paper_stay_grey() -> None:
    theme, _ = theme_from("extends: print\nstages: ['#0b6e4f']")

    assert theme.tints == PRINT.tints


def test_a_note_is_mixed_from_its_edge_where_it_says_no_more() -> None:
    theme, _ = theme_from(
        "notes: {pain: '#990000', itch: {edge: '#7b5ea7', ground: '#ffffff', stripe: '#eeeeee'}}"
    )

    assert theme.note("pain").edge == "#990000"
    assert theme.note("pain").ground == mixed("#990000", "#ffffff", 0.12)
    assert theme.note("itch").ground == "#ffffff"
    assert theme.note("delight") == LIGHT.note("delight")


def test_a_file_may_give_colours_for_the_dark_too() -> None:
    theme, dark = theme_from("sizes: {radius: 3}\ndark: {colors: {page: '#000000'}}")

    assert theme.page == LIGHT.page
    assert dark is not None
    assert (dark.page, dark.ink, dark.radius) == ("#000000", DARK.ink, 3)


def test_families_stand_in_quotes_before_those_of_cjm() -> None:
    theme, _ = theme_from("fonts: [Source Sans 3, 思源黑体, Serif]")

    assert theme.fonts == f"'Source Sans 3', '思源黑体', serif, {FONTS}"


def test_sizes_are_taken_within_their_limits() -> None:
    theme, _ = theme_from("sizes: {radius: 0, card-radius: 2.5, heading: 40}")

    assert (theme.radius, theme.card_radius, theme.title) == (0, 2.5, 40)


def test_five_feelings_or_none() -> None:
    theme, _ = theme_from("feelings: ['#cf4436', '#c9703a']")

    assert theme.levels == LIGHT.levels


HOSTILE = [
    "colors: {ink: 'red\" onload=\"alert(1)'}",
    "colors: {ink: 'url(https://example.org/x)'}",
    "stages: ['#fff\\n}body{x']",
    "fonts: ['a\\'; src: url(x)', '</style><script>', 'a\\\\', 'a,b', 'a\"b']",
    "sizes: {radius: '1px;x', heading: .inf}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_but_colours_names_and_numbers_gets_through(text: str) -> None:
    theme, _ = theme_from(text)

    said = str(theme)
    assert theme == LIGHT
    assert not re.search(r"url|script|onload|;", said)


def test_weak_colours_of_ones_own_are_known() -> None:
    theme, _ = theme_from("stages: ['#fa9f42']")

    assert [(pair.what, pair.ground) for pair in pairs(theme) if pair.is_weak] == [
        ("stage-ink", "stages 1")
    ]


COLOUR = re.compile("#[0-9a-f]{6}")
FAMILY = re.compile(
    r"'[\w -]+'|serif|sans-serif|monospace|cursive|fantasy|system-ui|Arial|Helvetica"
)
KEYS = st.sampled_from(
    [*ThemeFile.keys(), "colours", *Colours.keys(), *Notes.keys(), "ground", "radius", "heading"]
)
VALUES = (
    st.sampled_from(["#3d5a98", "#abc", "dark", "Inter", "'; }", "</style>", "url(x)", None])
    | st.text(max_size=8)
    | st.integers(-5, 99).map(lambda number: Plain(str(number)))
)
DATA = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4)
)


@given(st.dictionaries(KEYS, DATA, max_size=5))
@settings(max_examples=200, deadline=None)
def test_whatever_a_file_holds_colours_are_colours_and_fonts_are_names(
    data: dict[str, Any],
) -> None:
    item = read_theme(data).item
    found = [theme for theme in themes_of(item) if theme] if item else []

    for theme in found:
        several = [each for kind in PALETTES for each in getattr(theme, kind)]
        notes = [each for _, note in theme.notes for each in (note.ground, note.stripe, note.edge)]
        plain = [getattr(theme, name) for name in Colours.keys() if hasattr(theme, name)]
        assert all(COLOUR.fullmatch(each) for each in [*several, *notes, *plain])
        assert all(FAMILY.fullmatch(each) for each in theme.fonts.split(", "))
        assert 0 <= theme.radius <= 40
        assert min(len(getattr(theme, kind)) for kind in PALETTES) > 0
